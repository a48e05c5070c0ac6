"""A text or a number that its own comma parted, in braces, where YAML takes what follows a comma for a key."""

from __future__ import annotations

from game.content.broken.blame import OPENING
from game.content.nodes import Node, Scalar


def again(before: Scalar, key: Scalar, value: Node) -> Scalar | None:
    """Give a value with what follows its comma; None where that is a key."""
    if not before.plain or key.line != before.line or not _no_colon(key, value):
        return None
    gap = key.column - before.column - len(before.value) - 1
    return before._replace(value=f"{before.value},{' ' * gap}{key.value}")


def _no_colon(key: Scalar, value: Node) -> bool:
    end = key.line, key.column + len(key.value)
    return isinstance(value, Scalar) and value.plain and not value.value and (value.line, value.column) == end


def told(before: Scalar, whole: Scalar) -> bool:
    """Tell whether the comma is a fault to be said here: once a text, of no number, nor where the quotes are one."""
    number = whole.value.lstrip("+-").replace(",", "", 1).isdecimal()
    return not number and "," not in before.value and before.value[:1] not in OPENING
