"""The bars of a screen: they leave it to what is discussed, and stop growing where they take 18 % of its height."""

from __future__ import annotations

from dataclasses import replace

from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, Shown
from game.view.tree.sight import Sight

SHARE = 0.18
"""The part of the window's height that header, gauges and foot take together at most."""
FOOT, LOW, COUNCIL = 44, 50, 48
"""Heights at 1080p: the foot's line; the gauges that stand over it on the board; those of the council."""
ROUNDED = 3
"""Pixels that rounded heights may add."""
STEPS, NAMED = 60, 1000
"""Height of the line of their own that the phases have in an upright window, and the width from which they have it."""
STACKED = 1.4
"""Text scale from which the board's gauges stand over the foot, not beside it (board/board.py)."""


def sight(s: Sight) -> Sight:
    """Give the sight that bars are built with."""
    most = _most(s, STEPS if wraps(s) else 0)
    return s if s.unit <= most else replace(s, unit=most)


def wraps(s: Sight) -> bool:
    """Tell whether the phases stand under the title, on a line of their own: of the screen's sight, or of its bars'."""
    return s.upright and s.box.w >= round(NAMED * min(s.unit, _most(s, STEPS)))


def _most(s: Sight, steps: int) -> float:
    """Give the largest unit at which the bars, with so high a line of phases, leave the rest its share."""
    over = LOW if s.unit >= STACKED * s.plain else COUNCIL
    return (SHARE * s.box.h - ROUNDED) / (theme.BAR + steps + theme.STRIPES + over + FOOT)


def head(s: Sight) -> int:
    """Give the height of a session's bar, in pixels."""
    small = sight(s)
    return small.px(theme.BAR + STEPS if wraps(s) else theme.BAR)


def cut(box: Box, tall: int, *, low: bool) -> tuple[Box, Box]:
    """Cut a bar of a height off a box, at its bottom or at its top: the bar, and the rest."""
    return box.cut_bottom(tall) if low else box.cut_top(tall)


def beside(bar: Piece, body: Piece, *, low: bool) -> Piece:
    """Give a bar with what stands under it, or over it; it is read first all the same."""

    def put(box: Box) -> tuple[Shown, ...]:
        top, rest = cut(box, bar.tall(box.w), low=low)
        return (*bar.put(top), *body.put(rest))

    return Piece(max(bar.wide, body.wide), lambda width: bar.tall(width) + body.tall(width), put)
