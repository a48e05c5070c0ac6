"""A sheet that says what is wrong with a deck, where its cards would be: what a preview shows until it is mended."""

from __future__ import annotations

from collections.abc import Sequence

from game.view.contact import MARGIN, Looking, wide
from game.view.parts.pieces import text
from game.view.tree import theme
from game.view.tree.layout import column, node
from game.view.tree.looks import Fill, Style
from game.view.tree.node import Node

WIDTH, LEAST = 1880, 1080
MOST = 25
"""Faults on the sheet; the others are counted."""
SIZE, GAP = 26, 18


def page(look: Looking, title: str, faults: Sequence[str]) -> Node:
    """Give the sheet, as high as its faults ask."""
    s = wide(look, (WIDTH, LEAST))
    told = [*faults[:MOST], *([s.say("subjects.more", n=len(faults) - MOST)] if len(faults) > MOST else [])]
    lines = [node("listitem", f"fault:{at}", said, text(s, said, Style(SIZE))) for at, said in enumerate(told)]
    piece = column(text(s, title, Style(theme.TITLE, bold=True, ink=theme.BAD)), *lines, gap=GAP)
    s = wide(look, (WIDTH, max(LEAST, piece.tall(WIDTH - 2 * MARGIN) + 2 * MARGIN)))
    shown = node("list", "faults", title, piece).node(s.box.inset(MARGIN))
    return Node("window", "sheet", title, s.box, (Fill(s.box, theme.PAPER),), kids=(shown,))
