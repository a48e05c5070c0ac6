"""Where a window may stand so that hands reach it: its bar in sight, and most of it on a screen that exists."""

from __future__ import annotations

from game.view.tree.box import Box

BAR, SIDE = 40, 8
"""Pixels the system's own bar takes above a window, and its frame beside and below it, at most."""
MOST, WHOLE = 0.75, 1.0
"""Shares of a window that must be in sight: where a hand put it, and where nobody did."""


def in_reach(window: Box, screens: tuple[Box, ...], least: float = MOST) -> bool:
    """Tell whether at least a share of a window is in sight, and half of the bar above it."""
    bar = Box(window.x, window.y - SIDE, window.w, SIDE)
    return _seen(window, screens) >= least * _area(window) and 2 * _seen(bar, screens) >= _area(bar)


def brought(window: Box, screens: tuple[Box, ...], least: float = MOST) -> Box:
    """Give where a window goes: where it is if it is in reach, else on the screen it is nearest to, smaller if need be.

    Boxes are in pixels of the desktop, without the frame the system puts around the window.
    """
    if not screens or in_reach(window, screens, least):
        return window
    screen = min(screens, key=lambda one: (-_area(one.meet(window)), _far(one, window)))
    room = Box(screen.x + SIDE, screen.y + BAR, max(1, screen.w - 2 * SIDE), max(1, screen.h - BAR - SIDE))
    x, wide = _within(window.x, window.w, room.x, room.w)
    y, high = _within(window.y, window.h, room.y, room.h)
    return Box(x, y, wide, high)


def _within(at: int, size: int, start: int, room: int) -> tuple[int, int]:
    """Move a length into a room; one that is too long becomes nine tenths of it, in its middle."""
    if size > room:
        size = max(1, room * 9 // 10)
        return start + (room - size) // 2, size
    return min(max(at, start), start + room - size), size


def _area(box: Box) -> int:
    return box.w * box.h


def _seen(box: Box, screens: tuple[Box, ...]) -> int:
    """Count the pixels of a box that screens show; two that show the same count once."""
    return sum(_area(one.meet(box)) for one in set(screens))


def _far(screen: Box, window: Box) -> int:
    (ax, ay), (bx, by) = screen.centre, window.centre
    return abs(ax - bx) + abs(ay - by)
