"""Finding one's way in the nodes of a law file, whatever shape it is in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import yaml


def at(node: yaml.Node, path: Sequence[str | int]) -> yaml.Node:
    """The node at a path; as near to it as the file goes."""
    for step in path:
        found = child(node, step)
        if found is None:
            return node
        node = found
    return node


def key_node(node: yaml.Node, path: Sequence[str | int]) -> yaml.Node:
    """The node of the last key of a path."""
    parent = at(node, path[:-1])
    if isinstance(parent, yaml.MappingNode):
        return next((key for key, _ in parent.value if key.value == path[-1]), parent)
    return parent


def child(node: yaml.Node | None, step: str | int) -> yaml.Node | None:
    """The value under a key or at an index, if there is one."""
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        found: yaml.Node = node.value[step]
        return found
    return None


def word(node: yaml.Node | None, step: str | int) -> yaml.ScalarNode | None:
    """The scalar under a key, if there is one with something in it."""
    found = child(node, step)
    return found if isinstance(found, yaml.ScalarNode) and found.value not in ("", "null", "~") else None


def items(node: yaml.Node | None) -> list[yaml.Node]:
    """The items of a list; nothing of anything else."""
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def pairs(node: yaml.Node | None) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
    """The keys and values of a mapping; nothing of anything else."""
    return list(node.value) if isinstance(node, yaml.MappingNode) else []


def every(node: yaml.Node | None, key: str) -> Iterator[yaml.Node]:
    """The value under this key, wherever it stands below a node."""
    for name, value in pairs(node):
        if name.value == key:
            yield value
        yield from every(value, key)
    for item in items(node):
        yield from every(item, key)
