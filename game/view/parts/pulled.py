"""The outline that follows a hand over the plan."""

from __future__ import annotations

from game.view.answer.pulling import Pull, aimed, following
from game.view.answer.ui import Held
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.looks import Fill, Line, Mark
from game.view.tree.node import Node
from game.view.tree.sight import Sight


def pulled(s: Sight, held: Held) -> Node:
    """Show where what a hand pulls would be let go; a ring tells a corner that another one draws."""
    pull = held.node.does
    assert isinstance(pull, Pull)
    points = following(pull, held.start, held.now)
    look: list[Mark] = []
    if len(points) > 1:
        look = [Line(points, theme.WHITE, s.px(7), closed=True), Line(points, theme.INK, s.px(4), closed=True)]
    if pull.corner >= 0:
        look.append(_ring(s, pull, held))
    return Node("group", f"pulled:{held.pointer}", "", s.box, tuple(look))


def _ring(s: Sight, pull: Pull, held: Held) -> Fill:
    at, _ = aimed(pull, *held.now)
    drawn = any(pixel == at for pixel, _ in pull.snaps)
    side = s.px(34 if drawn else 22)
    x, y = at
    return Fill(Box(x - side // 2, y - side // 2, side, side), theme.ACCENT, side // 2, theme.INK, s.px(4))
