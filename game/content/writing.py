"""A tree of nodes as YAML again, always the same bytes for the same values: what a session file keeps of a deck made
of several files. Texts stand between double quotes, so that nothing of them can be read otherwise.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from game.content.nodes import Listing, Mapping, Node, Scalar

_BARE = frozenset({"", "null", "~"})
"""Plain scalars that mean something besides their letters."""
_ESCAPED = str.maketrans({"\x85": "\\N", "\u2028": "\\L", "\u2029": "\\P", "\ufeff": "\\uFEFF", "\xa0": "\\_"})


def written(root: Mapping) -> bytes:
    """Write a whole file."""
    return ("\n".join(_keys(root, 0)) + "\n").encode()


def _scalar(node: Scalar) -> str:
    if node.plain and node.value in _BARE:
        return node.value
    return json.dumps(node.value, ensure_ascii=False).translate(_ESCAPED)


def _flat(node: Node) -> str | None:
    """Give a node that stands on its key's line; None for one that needs lines of its own."""
    if isinstance(node, Scalar):
        return _scalar(node)
    if isinstance(node, Listing):
        return "[" + ", ".join(map(_scalar, scalars)) + "]" if (scalars := _scalars(node)) is not None else None
    return "{}" if isinstance(node, Mapping) and not node.pairs else None if isinstance(node, Mapping) else ""


def _scalars(node: Listing) -> list[Scalar] | None:
    found = [one for one in node.items if isinstance(one, Scalar) and one.value]
    return found if len(found) == len(node.items) else None


def _keys(node: Mapping, depth: int) -> Iterator[str]:
    for key, value in node.pairs:
        yield from _under(f"{'  ' * depth}{json.dumps(key.value, ensure_ascii=False)}:", value, depth)


def _under(head: str, value: Node, depth: int) -> Iterator[str]:
    flat = _flat(value)
    if flat is not None:
        yield f"{head} {flat}".rstrip()
        return
    yield head
    if isinstance(value, Mapping):
        yield from _keys(value, depth + 1)
    elif isinstance(value, Listing):
        for item in value.items:
            yield from _under(f"{'  ' * (depth + 1)}-", item, depth + 1)
