"""A sheet of icons, each with its name and what it shows: what a deck may name, seen before it is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from game.view.contact import MARGIN, Looking, wide
from game.view.parts.pieces import icon, text
from game.view.tree import theme
from game.view.tree.layout import Piece, column, grid, node, pad, row, sized, top
from game.view.tree.looks import Fill, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

ACROSS, PAGE = 6, 120
"""Icons in a row, and on a page."""
CELL = (307, 150)
LEAST = 1080
"""Height of a page, under which its texts would be smaller."""
SIDE = 56
Icon = tuple[str, tuple[str, ...]]


def pages(look: Looking, icons: Sequence[Icon]) -> tuple[Node, ...]:
    """Give the sheets of some icons: their names, and in words what they show."""
    parts = [icons[at : at + PAGE] for at in range(0, len(icons), PAGE)]
    return tuple(map(partial(_page, look), parts))


def _page(look: Looking, icons: Sequence[Icon]) -> Node:
    rows = -(-len(icons) // ACROSS)
    s = wide(look, (ACROSS * CELL[0] + 2 * MARGIN, max(LEAST, rows * CELL[1] + 2 * MARGIN)))
    cells = top(grid([_cell(s, *one) for one in icons], ACROSS))
    shown = node("list", "icons", "", cells).node(s.box.inset(MARGIN))
    return Node("window", "sheet", "", s.box, (Fill(s.box, theme.PAPER),), kids=(shown,))


def _cell(s: Sight, name: str, meanings: tuple[str, ...]) -> Piece:
    said = text(s, ", ".join(meanings), Style(17))
    words = column(row(icon(s, name, SIDE)), text(s, name, Style(20, bold=True)), said, gap=4)
    return node("image", f"icon:{name}", ", ".join((name, *meanings)), sized(pad(words, 8), tall=CELL[1]))
