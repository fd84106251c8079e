"""From a tree to a shape: what does not fit becomes faults, and the rest of the file is still looked at."""

from __future__ import annotations

from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError

from .codes import FileCode
from .faults import Fault, Ledger
from .shape_base import Shape
from .shape_terms import TermShape
from .tree import PLACE_KEYS, Listing, Mapping, Node
from .where import Loc, Where
from .words import nearest

S = TypeVar("S", bound=Shape)

NAMES = frozenset(
    """
    jurisdiction case petitioner respondent defendant victims witnesses restrained protects
    toward from to of through at place
    """.split()  # noqa: SIM905 - a list of this length would be read one word a line
)
"""Keys whose values name something. There `null` is a name like any other; elsewhere it means nothing was written."""

_BUILT_IN = {
    "model_type": FileCode.WANTED_MAPPING,
    "model_attributes_type": FileCode.WANTED_MAPPING,
    "dict_type": FileCode.WANTED_MAPPING,
}
_HINTS = ("wanted", "nearest", "among", "word")
ROUNDS = 8


class Fitter:
    """Fits one file's tree into a shape, and reports what does not fit."""

    def __init__(self, where: Where, ledger: Ledger) -> None:
        self.where = where
        self.ledger = ledger

    def fit(self, shape: type[S]) -> S:
        """The shape of the file, without the parts that were at fault."""
        data = self._plain(self.where.root, "", ())
        for attempt in range(ROUNDS):
            try:
                return shape.model_validate(data)
            except ValidationError as error:
                for found in error.errors(include_url=False, include_input=False):
                    if not attempt:
                        self._report(found, shape)
                    _prune(data, found["loc"])
        return shape()

    def _plain(self, node: Node, key: str, loc: Loc) -> Any:
        if isinstance(node, Mapping):
            return {name: self._plain(entry.value, name, (*loc, name)) for name, entry in node.entries.items()}
        if isinstance(node, Listing):
            return [self._item(item, key, (*loc, index)) for index, item in enumerate(node.items)]
        if node.nothing or (node.plain and node.text == "null" and key not in NAMES):
            return None
        return node.text

    def _item(self, node: Node, key: str, loc: Loc) -> Any:
        value = self._plain(node, key, loc)
        if value is None or (isinstance(value, str) and not value.strip()):
            self._add(FileCode.NOTHING_HERE, loc, None)
            return None
        return value

    def _report(self, error: Any, shape: type[Shape]) -> None:
        if self.ledger.is_full:
            self.ledger.overlook()
            return
        loc: Loc = error["loc"]
        facts = dict(error.get("ctx", {}))
        if error["type"] == "extra_forbidden":
            self._unknown_key(loc, shape)
            return
        code = _BUILT_IN.get(error["type"])
        if code is None:
            code = FileCode(error["type"])
        read = None if code in _BUILT_IN.values() else self.where.read(loc)
        wanted = tuple(str(word) for word in facts.get("wanted", ()))
        near = facts.get("nearest")
        if near is None and wanted:
            near = nearest(facts.get("word") or read or "", facts.get("among") or wanted)
        shown = {name: value for name, value in facts.items() if name not in _HINTS}
        self._add(code, loc, read, wanted=wanted, nearest=near, facts=shown)

    def _unknown_key(self, loc: Loc, shape: type[Shape]) -> None:
        key = str(loc[-1])
        of = _shape_at(shape, loc[:-1])
        known = tuple(field.alias or name for name, field in of.model_fields.items()) if of else ()
        near = nearest(key, known)
        # What stands for a key of a place may be where somebody lives: it is shown only if it looks like a slip.
        hidden = loc[0] == "places" and len(loc) > 2 and near not in PLACE_KEYS
        code = FileCode.UNKNOWN_TERM if of is TermShape else FileCode.UNKNOWN_KEY
        line, column = self.where.spot(loc, key=True)
        path = self.where.path(loc[:-1] if hidden else loc)
        read = "…" if hidden else self.where.discreet(key)
        self.ledger.add(Fault(code, self.ledger.file, line, column, path, read, known, near))

    def _add(self, code: FileCode, loc: Loc, read: str | None, **rest: Any) -> None:
        line, column = self.where.spot(loc)
        self.ledger.add(Fault(code, self.ledger.file, line, column, self.where.path(loc), read, **rest))


def _prune(data: Any, loc: Loc) -> None:
    """Take out what stands at a path, or the nearest thing above it: a key goes, an item leaves a hole."""
    above: Any = None
    step: Any = None
    key: Any
    for key in loc:
        in_list = isinstance(data, list) and isinstance(key, int) and key < len(data)
        if not in_list and not (isinstance(data, dict) and key in data):
            break
        above, step, data = data, key, data[key]
    if isinstance(above, list):
        above[step] = None
    elif above is not None:
        del above[step]


def _shape_at(shape: type[Shape], loc: Loc) -> type[BaseModel] | None:
    """The shape of the mapping at a path."""
    current: Any = shape
    for step in loc:
        if isinstance(step, int):
            continue
        if isinstance(current, type) and issubclass(current, Shape):
            fields = {field.alias or name: field.annotation for name, field in current.model_fields.items()}
            current = _inner(fields.get(str(step)))
        elif get_origin(current) is dict:
            current = _inner(get_args(current)[1])
    return current if isinstance(current, type) and issubclass(current, Shape) else None


def _inner(annotation: Any) -> Any:
    """What an annotation is about: without None, without a list around it, without what is said beside it."""
    if get_origin(annotation) is dict or isinstance(annotation, type):
        return annotation
    for argument in get_args(annotation):
        if argument not in (type(None), Ellipsis):
            return _inner(argument)
    return None
