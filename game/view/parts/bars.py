"""The bars of a screen: they leave it to what is discussed, and stop growing where they take 18 % of its height."""

from __future__ import annotations

from dataclasses import replace

from game.view.tree import theme
from game.view.tree.sight import Sight

SHARE = 0.18
"""The part of the window's height that header, gauges and foot take together at most."""
FOOT, LOW, COUNCIL = 44, 50, 48
"""Heights at 1080p: the foot's line; the gauges that stand over it on the board; those of the council."""
ROUNDED = 3
"""Pixels that rounded heights may add."""
STACKED = 1.4
"""Text scale from which the board's gauges stand over the foot, not beside it (board/board.py)."""


def sight(s: Sight) -> Sight:
    """Give the sight that bars are built with."""
    plain = min(s.box.w / 1920, s.box.h / 1080)
    over = LOW if s.unit >= STACKED * plain else COUNCIL
    most = (SHARE * s.box.h - ROUNDED) / (theme.BAR + theme.STRIPES + over + FOOT)
    return s if s.unit <= most else replace(s, unit=most)
