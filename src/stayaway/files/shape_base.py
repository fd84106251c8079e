"""What all shapes share: frozen values, no unknown keys, and keys that must be there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

LONGEST_ID = 200
ID_SCHEMA = {"minLength": 1, "maxLength": LONGEST_ID}


class Shape(BaseModel):
    """A mapping of the file.

    Every key may be absent while a file is fitted, so that one missing key hides no other fault. Those in `needs`
    are asked for when the file's meaning is read, and the JSON Schema requires them.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    needs: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Say which keys must be there, and that any other may be left empty."""
        reference = handler(schema)
        found = handler.resolve_ref_schema(reference)
        found.pop("title", None)
        for key, value in found.get("properties", {}).items():
            value.pop("title", None)
            value.pop("default", None)
            if key not in cls.needs:
                found["properties"][key] = _or_nothing(value)
        if cls.needs:
            found["required"] = list(cls.needs)
        return reference


@dataclass(frozen=True)
class OrWords:
    """A mapping for which one of some words may stand, or any text."""

    words: tuple[str, ...] = ()
    text: bool = False

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        short: dict[str, Any] = {"type": ["string", "number", "boolean"]} if self.text else {"enum": list(self.words)}
        return {"anyOf": [short, handler(schema)]}


def _or_nothing(schema: dict[str, Any]) -> dict[str, Any]:
    choices = schema.pop("anyOf", None) or [dict(schema)]
    rest = {key: value for key, value in schema.items() if key == "description"}
    return {"anyOf": [*(one for one in choices if one != {"type": "null"}), {"type": "null"}], **rest}
