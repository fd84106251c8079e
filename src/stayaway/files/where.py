"""Where something stands in a file, from its path in the file's own terms."""

from __future__ import annotations

import json
import re

from .faults import SHOWN, cut
from .tree import PLACE_KEYS, Entry, Listing, Mapping, Node, Words

Loc = tuple[str | int, ...]
"""The keys and indexes that lead to a part of the file."""

SECRET = 6
LONGEST_SECRET = 500
_SIMPLE = re.compile(r"[\w<>-]{1,60}\Z")
_HIDDEN = PLACE_KEYS[2:]


class Where:
    """Finds places in one file's tree, and keeps where people live out of what is said about it."""

    def __init__(self, root: Mapping) -> None:
        self.root = root
        self._secrets: dict[str, list[str]] = {}
        for secret in _secrets(root):
            self._secrets.setdefault(secret[:SECRET], []).append(secret)

    def node(self, loc: Loc) -> Node | None:
        """What stands at a path; None where nothing does."""
        steps, whole = self._walk(loc)
        if not whole:
            return None
        return _value(steps[-1][1]) if steps else self.root

    def spot(self, loc: Loc, *, key: bool = False) -> tuple[int, int]:
        """Line and column of a value; of its key where it is more than a word, or where `key` asks for it."""
        steps, whole = self._walk(loc)
        if not steps:
            return self.root.line, self.root.column
        last = steps[-1][1]
        if isinstance(last, Entry) and ((key and whole) or not _is_word(last.value)):
            return last.line, last.column
        value = _value(last)
        return value.line, value.column

    def path(self, loc: Loc) -> str:
        """`orders.civil.terms[1]`, as far as the file has it."""
        text = ""
        for step, _ in self._walk(loc)[0]:
            if isinstance(step, int):
                text += f"[{step}]"
            elif _SIMPLE.match(step):
                text += f".{step}" if text else step
            else:
                text += f"[{json.dumps(step[:SHOWN], ensure_ascii=False)}]"
        return self.discreet(text) or ""

    def read(self, loc: Loc) -> str | None:
        """The word that stands at a path, cut where it is long. Never where somebody lives."""
        if loc[:1] == ("places",) and (len(loc) == 2 or (len(loc) > 2 and loc[2] not in PLACE_KEYS[:2])):
            return None
        node = self.node(loc)
        return self.discreet(node.text) if isinstance(node, Words) and not node.nothing else None

    def discreet(self, text: str | None) -> str | None:
        """The text, unless it gives an address away."""
        if text is None:
            return None
        plain = text[: SHOWN + LONGEST_SECRET].casefold()
        if self._secrets and any(self._begins(plain, start) for start in range(len(plain))):
            return "…"
        return cut(text)

    def _begins(self, plain: str, start: int) -> bool:
        near = self._secrets.get(plain[start : start + SECRET], ())
        return any(plain.startswith(secret, start) for secret in near)

    def _walk(self, loc: Loc) -> tuple[list[tuple[str | int, Entry | Node]], bool]:
        """What the path leads through, and whether the file has all of it."""
        steps: list[tuple[str | int, Entry | Node]] = []
        node: Node = self.root
        for step in loc:
            if isinstance(step, int) and not isinstance(node, Listing):
                continue  # a single item written without the list
            below = _below(node, step)
            if below is None:
                return steps, False
            steps.append((step, below))
            node = _value(below)
        return steps, True


def _value(found: Entry | Node) -> Node:
    return found.value if isinstance(found, Entry) else found


def _is_word(node: Node) -> bool:
    return isinstance(node, Words) and not node.nothing


def _below(node: Node, step: str | int) -> Entry | Node | None:
    if isinstance(node, Mapping) and isinstance(step, str):
        return node.entries.get(step)
    if isinstance(node, Listing) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def _secrets(root: Mapping) -> set[str]:
    places = root.entries.get("places")
    found: set[str] = set()
    if places is None or not isinstance(places.value, Mapping):
        return found
    for entry in places.value.entries.values():
        if isinstance(entry.value, Mapping):
            hidden = [entry.value.entries[key].value for key in _HIDDEN if key in entry.value.entries]
            found.update(word.casefold() for node in hidden for word in _words(node))
    return found


def _words(node: Node) -> list[str]:
    # A word shorter than SECRET is no address, and would blot out what only happens to contain it.
    if isinstance(node, Words):
        return [node.text[:LONGEST_SECRET]] if len(node.text) >= SECRET else []
    below = node.items if isinstance(node, Listing) else [entry.value for entry in node.entries.values()]
    return [word for part in below for word in _words(part)]
