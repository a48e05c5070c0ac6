"""Where a place's name stands in its polygon: as high as it holds, whole inside, clear of what is drawn over it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.core.town import Extent, Ring, inside

STEP = 2.0
GAP = 3.0
"""Millimetres from a name to the edge of its place, at the top."""


def plate(rings: Sequence[Ring], wide: float, high: float, over: Sequence[Extent] = ()) -> Extent:
    """Give the box of a name in a polygon: `wide` by `high`, narrower where needed, at worst across the top."""
    xs, ys = zip(*rings[0], strict=True)
    around = (min(xs), min(ys), max(xs), max(ys))
    for width in (wide, wide * 0.8, wide * 0.6, wide * 0.45):
        held = (box for box in _boxes(around, width, high) if _holds(rings, box, over))
        best = min(held, key=lambda box: _oddness(around, box), default=None)
        if best is not None:
            return best
    return (around[0], around[1] + GAP, around[2], around[1] + GAP + high)


def _boxes(around: Extent, wide: float, high: float) -> Iterator[Extent]:
    x0, y0, x1, y1 = around
    middle = (x0 + x1) / 2
    half = int((x1 - x0 - wide) / 2 / STEP)
    for row in range(int((y1 - y0 - high - GAP) / STEP) + 1):
        top = y0 + GAP + row * STEP
        for step in range(-half, half + 1):
            yield (middle + step * STEP - wide / 2, top, middle + step * STEP + wide / 2, top + high)


def _oddness(around: Extent, box: Extent) -> float:
    """Tell how far a name is from the top middle: to be a little lower is better than to be aside."""
    return (box[1] - around[1]) + 1.5 * abs((box[0] + box[2]) - (around[0] + around[2])) / 2


def _holds(rings: Sequence[Ring], box: Extent, over: Sequence[Extent]) -> bool:
    x0, y0, x1, y1 = box
    rim = [(x, y) for x in (x0 - 1, (x0 + x1) / 2, x1 + 1) for y in (y0 - GAP / 2, (y0 + y1) / 2, y1)]
    if not all(inside(rings[0], x, y) and not any(inside(hole, x, y) for hole in rings[1:]) for x, y in rim):
        return False
    return not any(x0 < other[2] and other[0] < x1 and y0 < other[3] and other[1] < y1 for other in over)
