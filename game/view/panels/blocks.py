"""Blocks: pieces of a column that know how tall they are (view/column.py lays and scrolls them)."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from game.view import theme
from game.view.box import Box
from game.view.looks import PLAIN, Fill, Mark, Style
from game.view.node import Node
from game.view.sight import Sight
from game.view.widgets import label


class Block(NamedTuple):
    """A piece of a column: its height in pixels, and what makes its node in the box it gets."""

    tall: int
    build: Callable[[Box], Node]


def text(s: Sight, wide: int, key: str, words: str, style: Style = PLAIN, role: str = "text") -> Block:
    """Give a block of text as tall as it needs at a width."""
    tall = s.tall(words, style.size, wide, bold=style.bold)
    return Block(tall, lambda box: label(s, box, key, words, style, role))


def space(s: Sight, key: str, size: float) -> Block:
    """Leave room."""
    return Block(s.px(size), lambda box: Node("group", key, "", box))


def stacked(s: Sight, key: str, name: str, blocks: tuple[Block, ...], pad: int, gap: int, look: Shell) -> Block:
    """Put blocks on a card: one block of a column, with what the card looks like."""
    tall = sum(block.tall for block in blocks) + gap * max(0, len(blocks) - 1) + 2 * pad

    def build(box: Box) -> Node:
        kids, y = [], box.y + pad
        for block in blocks:
            kids.append(block.build(Box(box.x + pad, y, box.w - 2 * pad, block.tall)))
            y += block.tall + gap
        return Node("group", key, name, box, look(box), kids=tuple(kids))

    return Block(tall, build)


Shell = Callable[[Box], tuple[Mark, ...]]


def shell(s: Sight, colour: str = theme.WHITE, border: str = theme.SAND, width: float = 2, edge: str = "") -> Shell:
    """Give the look of a card: its fill, its outline, and a colour at its left edge."""

    def look(box: Box) -> tuple[Mark, ...]:
        card = Fill(box, colour, s.px(theme.RADIUS), border, s.px(width))
        strip = Fill(Box(box.x, box.y, s.px(10), box.h), edge, s.px(5))
        return (card, strip) if edge else (card,)

    return look


def aside(blocks: tuple[Block, ...], gap: int, across: int = 0) -> Block:
    """Lay blocks side by side in equal columns of one row: as many as there are, or `across`."""
    tall = max(block.tall for block in blocks)

    def build(box: Box) -> Node:
        cells = box.columns(across or len(blocks), gap)
        kids = tuple(block.build(cell) for block, cell in zip(blocks, cells, strict=False))
        return Node("group", f"{kids[0].key}:row", "", box, kids=kids)

    return Block(tall, build)
