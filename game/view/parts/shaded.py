"""While something is held, what of a list does not take it is darkened, and what refuses it bears a sign."""

from __future__ import annotations

from game.view.answer.landing import Landing
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.looks import Fill, Icon, Mark
from game.view.tree.node import Node, in_sight, top_layer
from game.view.tree.sight import Sight

BAR = 56
"""Side of the sign on what refuses, at 1080p."""


def shaded(s: Sight, found: Landing, board: Node) -> list[Mark]:
    """Darken what of a list takes nothing of what is held, the names of its rows aside; a sign is on what refuses."""
    marks: list[Mark] = []
    takes = [target.box for target in found.targets]
    bars = [bar.box for bar in found.barred if bar.lit is None and not any(map(bar.box.covers, takes))]
    for node, clip in in_sight(top_layer(board), board.box):
        shown = node.box.meet(clip)
        if node.role == "list" and any(map(shown.meets, takes)):
            heads = [kid.box for row in node.kids for kid in row.kids if kid.role == "button" and row.role == "row"]
            bare = shown.without((*(box for box in takes if not any(map(box.covers, bars))), *heads))
            marks += [Fill(box, theme.SHADE) for box in bare]
            marks += [mark for bar in bars if not _told_by(bar, bars) for mark in _barred(s, shown.meet(bar), heads)]
    return marks


def _told_by(bar: Box, bars: list[Box]) -> bool:
    """Tell whether a row that refuses has cells that say so themselves."""
    return any(bar != other and bar.covers(other) for other in bars)


def _barred(s: Sight, bar: Box, heads: list[Box]) -> tuple[Mark, ...]:
    """Tell by a sign that a row or a cell refuses what is held, before it is dropped there."""
    rest = max(bar.without(heads), key=lambda box: box.w * box.h, default=bar)
    spot = rest.middle(s.px(BAR), s.px(BAR))
    return Fill(spot, theme.WHITE, spot.h // 2, theme.INK_3, s.px(2)), Icon(spot.inset(s.px(8)), "ban", theme.INK_3)
