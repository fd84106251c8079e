"""Law files are YAML 1.2: only `true` and `false` are booleans, so `no`, `on` and `yes` stay words.

Numbers and dates stay words too; the schema turns into a number or a date what must be one. So a lawyer may write
`as_of: 2024` or `as_of: "2024"` and mean the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    _Base = yaml.SafeLoader
else:
    _Base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_WORDS: dict[str, bool | None] = {
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
    "null": None,
    "Null": None,
    "NULL": None,
    "~": None,
    "": None,
}


class _Loader(_Base):
    """Composes nodes and leaves every scalar a word."""

    def resolve(self, kind: object, value: object, implicit: object) -> str:
        """No implicit types at all: `value_of` knows the few words that are no text."""
        return "tag:yaml.org,2002:str"


def compose(text: str) -> yaml.Node | None:
    """The nodes of a document, each with its place in the text; None for an empty one. Raises yaml.YAMLError."""
    loader = _Loader(text)
    try:
        node: yaml.Node | None = loader.get_single_node()
        return node
    finally:
        loader.dispose()


def value_of(node: yaml.Node) -> Any:
    """The plain value of a node. A key written twice keeps the last value; the check of a file reports it."""
    if isinstance(node, yaml.ScalarNode):
        if not node.style and node.value in _WORDS:
            return _WORDS[node.value]
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [value_of(item) for item in node.value]
    return {str(key.value): value_of(item) for key, item in node.value}


def read(text: str) -> Any:
    """The plain value of a document.

    >>> read("{arrest: no, free: true, as_of: 2024, none: ~}")
    {'arrest': 'no', 'free': True, 'as_of': '2024', 'none': None}
    """
    node = compose(text)
    return None if node is None else value_of(node)
