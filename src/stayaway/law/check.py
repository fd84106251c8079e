"""Is a law file right? Every fault at once, each where it stands, so that a lawyer can mend the file.

The form is what the schema says. What no schema can say is in `consistency`: that every value names a source that is
there, that a length fits its limits, that an order type ends with something its stage can end with.
"""

from __future__ import annotations

import re
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, get_args

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from . import yaml12
from .consistency import check_federal, check_place
from .faults import LawFault, Report
from .federal import FederalFile
from .nodes import at, key_node
from .schema import LawFile

FILLED_IN = "rests_on"
"""What the loader fills in; a file must not."""
TRIED = re.compile(r"\W|^function|^bool$")
WANTED = {
    "bool_type": "true or false",
    "date_from_datetime_parsing": "a date such as 2026-01-31",
    "dict_type": "a mapping",
    "int_parsing": "a whole number",
    "model_type": "a mapping",
    "string_type": "text",
    "tuple_type": "a list",
    "value_error": "a duration such as P90D, P1Y or PT72H",
}
"""What each kind of fault of the schema asks for, in the words of who writes a file."""


def check_law_file(source: Path | Traversable | str) -> tuple[LawFault, ...]:
    """Everything that is wrong with a law file (a path), or with the text of one (a string), in the file's order.

    >>> print(*check_law_file("{jurisdiction: general, name: X, researched: 2026-01-01, facst: {}}"))
    text:1:58: fault: read facst; wanted one of jurisdiction, name, time_zone, researched, note, sources, instruments, \
facts, unknown (nearest: facts)
    """
    if isinstance(source, str):
        return check_law_text(source, "text")
    return check_law_text(source.read_text(encoding="utf-8"), source.name)


def check_law_text(text: str, file: str) -> tuple[LawFault, ...]:
    """Everything that is wrong with the text of a law file, which is named as given."""
    report = Report(file)
    try:
        root = yaml12.compose(text)
        tangled = None if root is None else _met_again(root)
    except yaml.MarkedYAMLError as error:
        report.add(error.problem_mark, error.problem or "text", "YAML")
        return report.faults()
    except RecursionError:
        report.add(None, "values within values without end", "a law file")
        return report.faults()
    if tangled is not None:
        report.add(tangled, "a value that stands in two places", "each value written out, without `&` and `*`")
        return report.faults()
    if not isinstance(root, yaml.MappingNode):
        report.add(root, "no mapping", "a mapping of jurisdiction, name, sources, instruments, facts, …")
        return report.faults()
    _keys(root, report)
    value = yaml12.value_of(root)
    federal = value.get("jurisdiction") == "us"
    model: type[BaseModel] = FederalFile if federal else LawFile
    try:
        model.model_validate(value)
    except ValidationError as error:
        _form(error, root, model, report)
    (check_federal if federal else check_place)(root, report)
    return report.faults()


def _met_again(root: yaml.Node) -> yaml.Node | None:
    """A list or mapping that an alias brings in a second time, perhaps within itself."""
    met: set[int] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.CollectionNode):
            if id(node) in met:
                return node
            met.add(id(node))
            for item in node.value:
                waiting += item if isinstance(item, tuple) else (item,)
    return None


def _keys(node: yaml.Node, report: Report) -> None:
    """No key twice, and none that is the loader's."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _keys(item, report)
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, item in node.value:
            if key.value in seen:
                report.add(key, key.value, "each key once")
            if key.value == FILLED_IN:
                report.add(key, key.value, "no such key: it is filled in from `source`")
            seen.add(key.value)
            _keys(item, report)


def _form(error: ValidationError, root: yaml.Node, model: type[BaseModel], report: Report) -> None:
    """The faults of the schema, each said of the place in the file that it is about."""
    wanted: dict[yaml.Node, list[str]] = {}
    for detail in error.errors():
        # Steps that are no keys of the file say which form of a value was tried.
        path = [
            step for step in detail["loc"] if not (isinstance(step, str) and re.search(r"\W|^function|^bool", step))
        ]
        if detail["type"] == "extra_forbidden":
            known = _words_of(model, path[:-1])
            report.add(key_node(root, path), str(path[-1]), "one of " + ", ".join(known), known)
        elif detail["type"] == "missing":
            report.add(at(root, path[:-1]), "nothing", f"`{path[-1]}`")
        else:
            wanted.setdefault(at(root, path), []).append(_wanted(detail))
    for node, forms in wanted.items():
        read = str(node.value) if isinstance(node, yaml.ScalarNode) else "a list or a mapping"
        text = " or ".join(dict.fromkeys(forms))
        report.add(node, read or "nothing", text, re.findall(r"'([^']+)'", text))


def _wanted(detail: ErrorDetails) -> str:
    expected = str(detail.get("ctx", {}).get("expected", ""))
    return expected or WANTED.get(detail["type"]) or detail["msg"].removeprefix("Value error, ")


def _words_of(model: type[BaseModel], path: list[Any]) -> list[str]:
    """The keys that a file may use at a place."""
    for step in path:
        if isinstance(step, str) and (field := _fields(model).get(step)) is not None:
            model = _model_in(field.annotation) or model
    return [name for name in _fields(model) if name != FILLED_IN]


def _fields(model: type[BaseModel]) -> dict[str, Any]:
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)
