"""What a sign or a lost line parted: a text at its comma or its #, a card from its id."""

from __future__ import annotations

import re

from game.content.broken.blame import OPENING
from game.content.nodes import LOST, Broken, Mapping, Node, Scalar

WORDS, FEW = 2, 3
"""Spaces from which a plain value is a sentence; keys written again that make a card."""
_CUT = re.compile(r"(\s*[^#\s].*?) +#")


def cuts(lines: list[str]) -> dict[int, int]:
    """Give where something is cut by a comment, by line (from 0)."""
    return {i: cut.end(1) for i, each in enumerate(lines) if (cut := _CUT.match(each))}


def lost_card(own: list[tuple[Scalar, Node]], twice: list[tuple[Scalar, Node]]) -> Mapping | None:
    """Give the card that keys written again make, from the one after the id on; None where they make none."""
    if len(twice) < FEW or len(own) < FEW or own[0][0].value != "id" or twice[0][0].value != own[1][0].value:
        return None
    line, column = twice[0][0][:2]
    return Mapping(line, column, ((Scalar(line, column, LOST), Broken(line, column)), *twice))


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
