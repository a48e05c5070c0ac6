"""The point of a place that its leader goes to: the middle, or where that is not well inside, the point farthest in.

Plain Python, so that the very first reading of a town imports no library of shapes.
"""

from __future__ import annotations

from heapq import heappop, heappush
from itertools import pairwise
from math import hypot, sqrt

from game.core.town import Point, Ring, inside

FINE = 0.05
"""How exactly the inner point is found, as a share of the place's shorter side."""
POINTS, SQUARES = 240, 300
"""Points of an outline that are looked at, a finer one every so many points; squares that are quartered at most."""


def site(rings: tuple[Ring, ...]) -> Point:
    """Give the point of a polygon (first ring outside, then holes, metres) by which it is shown.

    The middle of a building or of a round park is in it, as deep as a convex place is wide; of a crescent it is not.
    """
    drawn = tuple(ring[:: len(ring) // POINTS + 1] for ring in rings)
    area, middle = _middle(drawn[0])
    around = sum(hypot(bx - ax, by - ay) for (ax, ay), (bx, by) in _sides(drawn[0]))
    x, y = middle if not area or _depth(drawn, middle) >= area / around else _innermost(drawn)
    return round(x, 1), round(y, 1)


def covers(ring: Ring) -> float:
    """Give the area of a ring, in square metres."""
    return _middle(ring)[0]


def _middle(ring: Ring) -> tuple[float, Point]:
    """Give the area and the centroid of a ring; the middle of its corners where it has no area."""
    (ox, oy), double, x, y = ring[0], 0.0, 0.0, 0.0
    for (ax, ay), (bx, by) in _sides(ring):
        cross = (ax - ox) * (by - oy) - (bx - ox) * (ay - oy)
        double, x, y = double + cross, x + (ax + bx - 2 * ox) * cross, y + (ay + by - 2 * oy) * cross
    if not double:
        xs, ys = zip(*ring, strict=True)
        return 0.0, ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    return abs(double) / 2, (ox + x / 3 / double, oy + y / 3 / double)


def _sides(ring: Ring) -> list[tuple[Point, Point]]:
    return [*pairwise(ring), (ring[-1], ring[0])]


def _depth(rings: tuple[Ring, ...], point: Point) -> float:
    """Give how far inside a polygon a point is, in metres; less than nothing outside."""
    away = min(_away(point, a, b) for ring in rings for a, b in _sides(ring))
    held = inside(rings[0], *point) and not any(inside(hole, *point) for hole in rings[1:])
    return away if held else -away


def _away(point: Point, a: Point, b: Point) -> float:
    (x, y), (ax, ay), dx, dy = point, a, b[0] - a[0], b[1] - a[1]
    long = dx * dx + dy * dy
    share = min(1.0, max(0.0, ((x - ax) * dx + (y - ay) * dy) / long)) if long else 0.0
    return hypot(x - ax - share * dx, y - ay - share * dy)


def _innermost(rings: tuple[Ring, ...]) -> Point:
    """Give the point farthest from the edge: squares are quartered, the most promising first, until none can be better.

    A square is kept with its best possible depth, made negative: the most promising comes first out of the heap.
    """
    xs, ys = zip(*rings[0], strict=True)
    wide, tall = max(xs) - min(xs), max(ys) - min(ys)
    squares = [(-float("inf"), max(wide, tall) / 2, (min(xs) + wide / 2, min(ys) + tall / 2))]
    best = (-float("inf"), squares[0][2])
    for _ in range(SQUARES):
        least, half, (x, y) = heappop(squares)
        if -least <= best[0] + FINE * min(wide, tall):
            break
        for point in ((x + i * half / 2, y + j * half / 2) for i in (-1, 1) for j in (-1, 1)):
            deep = _depth(rings, point)
            best = max(best, (deep, point))
            heappush(squares, (-deep - half / sqrt(2), half / 2, point))
    return best[1]
