"""The JSON Schema of the order file, for editors and for programs that write order files."""

from __future__ import annotations

from typing import Any

from stayaway.model import Kind

from .shape import KEYS_OF, FileShape
from .shape_base import ID_SCHEMA

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def file_schema() -> dict[str, Any]:
    """The schema, made from the shapes that the reader fits a file into.

    It says less than the reader knows: what people, places and cases mean to each other is no matter of shape.

    >>> file_schema()["properties"]["jurisdiction"]["anyOf"][-1]
    {'type': 'null'}
    """
    schema = FileShape.model_json_schema(by_alias=True)
    definitions = schema.pop("$defs")
    for value in schema["properties"].values():
        if "additionalProperties" in value["anyOf"][0]:
            value["anyOf"][0]["propertyNames"] = dict(ID_SCHEMA)
    definitions["CaseShape"]["allOf"] = [_roles(kind) for kind in Kind]
    definitions["TermShape"].update(minProperties=1, maxProperties=1)
    return {"$schema": DIALECT, "title": "order file", **schema, "$defs": definitions}


def _roles(kind: Kind) -> dict[str, Any]:
    """A case has no keys of the other kind."""
    others = [key for other, keys in KEYS_OF.items() if other is not kind for key in keys]
    is_kind = {"required": ["kind"], "properties": {"kind": {"const": kind.value}}}
    return {"if": is_kind, "then": {"properties": {key: {"type": "null"} for key in others}}}
