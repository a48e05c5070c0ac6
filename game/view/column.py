"""A column of nodes of different heights that scrolls when it is longer than its box."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.view import theme
from game.view.box import Box
from game.view.looks import Fill, Mark
from game.view.node import Node, Scroller
from game.view.sight import Sight
from game.view.ui import Ui

Part = tuple[int, Callable[[Box], Node]]
"""A height in pixels, and what fills it."""
BAR = 20
"""Width kept for the scroll bar, at 1080p."""


def column(
    s: Sight,
    ui: Ui,
    box: Box,
    key: str,
    name: str,
    parts: Callable[[int], tuple[Part, ...]],
    gap: int,
    *,
    middle: bool = False,
) -> Node:
    """Give a scrolled column. `parts(width)` gives its nodes; only those in sight are built.

    With `middle`, a column shorter than its box stands in the middle of it.
    """
    made = parts(box.w)
    far = max(0, _whole(made, gap) - box.h)
    inner = box
    if far:
        inner = box.cut_right(s.px(BAR))[1]
        made = parts(inner.w)
        far = max(1, _whole(made, gap) - box.h)
    start = min(ui.scroll(key), far)
    top = box.y - start + ((box.h - _whole(made, gap)) // 2 if middle and not far else 0)
    kids: list[Node] = []
    for height, build in made:
        cell = Box(inner.x, top, inner.w, height)
        top += height + gap
        if cell.meets(box):
            kids.append(s.guarded(f"{key}:{len(kids)}", cell, partial(build, cell)))
    look = knob(s, box, start, far)
    return Node("list", key, name, box, look, states=("clips",), kids=tuple(kids), scrolls=Scroller(key, far))


def _whole(parts: tuple[Part, ...], gap: int) -> int:
    return sum(height + gap for height, _ in parts) - gap


def knob(s: Sight, box: Box, start: int, far: int) -> tuple[Mark, ...]:
    """Show how far a box is scrolled, if it scrolls."""
    if not far:
        return ()
    size = max(s.px(40), box.h * box.h // (box.h + far))
    spot = Box(box.right - s.px(10), box.y + (box.h - size) * start // far, s.px(8), size)
    return (Fill(spot, theme.INK_3, s.px(4)),)
