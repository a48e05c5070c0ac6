"""The holes along the edge of a film."""

from __future__ import annotations

from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.looks import Fill
from game.view.tree.sight import Sight


def holes(s: Sight, box: Box) -> list[Fill]:
    """Draw the holes along a band, half-way down it and as many as it holds."""
    side, step = s.px(12), s.px(32)
    count = (box.w - s.px(24)) // step
    spots = Box(box.x + (box.w - count * step) // 2 + (step - side) // 2, box.y, side, box.h).shelf(
        side, count, step - side
    )
    return [Fill(spot.middle(side, side), theme.PAPER, s.px(3)) for spot in spots]
