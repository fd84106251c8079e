"""From events to a tree of nodes, each with its place, within limits that no hostile file gets past.

What composes here is plain: mappings with words for keys, lists, and words. Tags, merge keys and keys that are no
words are refused; an alias is followed, but counts as much as what it stands for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from .codes import FileCode
from .events import Event, Mark, is_json, json_events, yaml_events
from .faults import Fault, FileFaults, Ledger, cut
from .source import UNFIT

DEEPEST = 40
"""An order file is nested eight deep."""
MOST_NODES = 60_000
PLACE_KEYS = ("label", "confidential", "at", "address")
"""The keys of a place; the last two say where it is."""


@dataclass(slots=True)
class Words:
    """A scalar. `plain`: written without quotes."""

    line: int
    column: int
    text: str
    plain: bool
    nothing: bool = False
    """Nothing was written (or JSON's null), so that what it stands for is left out."""
    weight: int = 1
    height: int = 1


@dataclass(slots=True)
class Listing:
    """A list."""

    line: int
    column: int
    items: list[Node] = field(default_factory=list)
    weight: int = 1
    height: int = 1


@dataclass(slots=True)
class Entry:
    """A key of a mapping, where it stands, and its value."""

    line: int
    column: int
    value: Node


@dataclass(slots=True)
class Mapping:
    """A mapping, in the order of the file."""

    line: int
    column: int
    entries: dict[str, Entry] = field(default_factory=dict)
    weight: int = 1
    height: int = 1


Node = Words | Listing | Mapping


def tree_of(text: str, ledger: Ledger) -> Mapping:
    """The tree of a text. Faults that let reading go on are noted in the ledger; the others are raised with them."""
    json = is_json(text)
    root = _Composer(ledger, json).compose(json_events(text) if json else yaml_events(text, ledger.file))
    if isinstance(root, Mapping):
        return root
    if root is None or (isinstance(root, Words) and root.nothing):
        raise ledger.stop(Fault(FileCode.EMPTY, ledger.file))
    raise ledger.stop(Fault(FileCode.WANTED_MAPPING, ledger.file, root.line, root.column))


@dataclass(slots=True)
class _Open:
    """A list or mapping that is not closed yet, with the key that waits for its value."""

    node: Listing | Mapping
    anchor: str | None
    key: Event | None = None


class _Composer:
    def __init__(self, ledger: Ledger, json: bool) -> None:
        self.ledger = ledger
        self.json = json
        self.root: Node | None = None
        self.stack: list[_Open] = []
        self.anchors: dict[str, Node | None] = {}
        self.count = 0
        self.documents = 0

    def compose(self, events: Iterator[Event]) -> Node | None:
        try:
            for event in events:
                self._take(event)
        except FileFaults as stop:
            ends = stop.faults
        else:
            return self.root
        raise self.ledger.stop(*ends)

    def _take(self, event: Event) -> None:
        if event.mark is Mark.DOCUMENT:
            self.documents += 1
            if self.documents > 1:
                raise self._stop(FileCode.SEVERAL_DOCUMENTS, event)
            return
        if event.tag is not None:
            self._note(FileCode.TAG, event, read=event.tag)
        if event.mark is Mark.CLOSE:
            self._close()
        elif event.mark is Mark.ALIAS:
            self._put(self._aliased(event), event)
        elif event.mark is Mark.TEXT:
            self._text(event)
        else:
            node = (Mapping if event.mark is Mark.MAPPING else Listing)(event.line, event.column)
            if self._expects_key():
                self._note(FileCode.KEY_NOT_TEXT, event)
            if len(self.stack) >= DEEPEST:
                raise self._stop(FileCode.TOO_DEEP, event, limit=DEEPEST)
            if event.anchor:
                self.anchors[event.anchor] = None
            self.stack.append(_Open(node, event.anchor))

    def _text(self, event: Event) -> None:
        unfit = UNFIT.search(event.text)
        if unfit:
            self._note(FileCode.BAD_CHARACTER, event, read=f"U+{ord(unfit[0]):04X}")
        if self._expects_key() and not event.anchor:
            self.stack[-1].key = event
            self._grow(1, event)
            return
        nothing = event.plain and (event.text in ("", "~") or (self.json and event.text == "null"))
        node = Words(event.line, event.column, event.text, event.plain, nothing)
        if event.anchor:
            self.anchors[event.anchor] = node
        self._put(node, event)

    def _aliased(self, event: Event) -> Node:
        if event.anchor not in self.anchors:
            raise self._stop(FileCode.UNKNOWN_ALIAS, event, read=event.anchor)
        node = self.anchors[event.anchor]
        if node is None:
            raise self._stop(FileCode.ALIAS_LOOP, event, read=event.anchor)
        if len(self.stack) + node.height > DEEPEST:
            raise self._stop(FileCode.TOO_DEEP, event, limit=DEEPEST)
        return node

    def _close(self) -> None:
        done = self.stack.pop()
        if done.anchor:
            self.anchors[done.anchor] = done.node
        at = Event(Mark.CLOSE, done.node.line, done.node.column)
        self._put(done.node, at, grown=True)

    def _expects_key(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1].node, Mapping) and self.stack[-1].key is None

    def _grow(self, by: int, event: Event) -> None:
        self.count += by
        if self.count > MOST_NODES:
            raise self._stop(FileCode.TOO_MANY_PARTS, event, limit=MOST_NODES)

    def _put(self, node: Node, event: Event, *, grown: bool = False) -> None:
        """Give a finished node to what it stands in: as an item, as a value, or as a key where it is a word."""
        self._grow(1 if grown else node.weight, event)
        if not self.stack:
            self.root = node
            return
        above = self.stack[-1]
        if isinstance(above.node, Listing):
            above.node.items.append(node)
        elif above.key is None:
            if event.mark is Mark.ALIAS and not isinstance(node, Words):
                self._note(FileCode.KEY_NOT_TEXT, event)
            above.key = event._replace(mark=Mark.TEXT, text=node.text) if isinstance(node, Words) else event
            return
        else:
            self._set(above.node, above.key, node)
            above.key = None
        above.node.weight += node.weight
        above.node.height = max(above.node.height, node.height + 1)

    def _set(self, mapping: Mapping, key: Event, node: Node) -> None:
        first = mapping.entries.get(key.text)
        if key.mark is not Mark.TEXT:
            return
        if key.plain and key.text == "<<":
            self._note(FileCode.MERGE_KEY, key)
        elif first is not None:
            self._note(FileCode.DUPLICATE_KEY, key, read=key.text, first_line=first.line)
        else:
            mapping.entries[key.text] = Entry(key.line, key.column, node)

    def _fault(self, code: FileCode, event: Event, read: str | None, facts: dict[str, object]) -> Fault:
        keys = [above.key.text for above in self.stack if above.key is not None]
        if read is not None and keys[:1] == ["places"] and keys[1:] and read not in PLACE_KEYS:
            read = "…"  # it may be where somebody lives
        path = cut(".".join(keys[:2] if keys[:1] == ["places"] else keys))
        read = None if read is None else cut(read)
        return Fault(code, self.ledger.file, event.line, event.column, path, read, facts=facts)

    def _note(self, code: FileCode, event: Event, read: str | None = None, **facts: object) -> None:
        self.ledger.add(self._fault(code, event, read, facts))

    def _stop(self, code: FileCode, event: Event, read: str | None = None, **facts: object) -> FileFaults:
        return FileFaults((self._fault(code, event, read, facts),))
