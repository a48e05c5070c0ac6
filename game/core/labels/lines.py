"""Segments and boxes: do they cross, how far is a point from them. Pixels at 1080p, y down."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise
from math import hypot

from game.core.town import Extent, Point

Path = tuple[Point, ...]


def cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Tell whether two segments cross at a point that is an end of neither."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = a, b, c, d
    if max(ax, bx) < min(cx, dx) or max(cx, dx) < min(ax, bx) or max(ay, by) < min(cy, dy) or max(cy, dy) < min(ay, by):
        return False
    one = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax), (bx - ax) * (dy - ay) - (by - ay) * (dx - ax)
    other = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx), (dx - cx) * (by - cy) - (dy - cy) * (bx - cx)
    return one[0] * one[1] < 0 and other[0] * other[1] < 0


def meet(one: Path, other: Path) -> bool:
    """Tell whether two paths cross."""
    return any(cross(a, b, c, d) for a, b in pairwise(one) for c, d in pairwise(other))


def crossed(paths: Sequence[Path], around: Sequence[Extent]) -> list[tuple[int, int]]:
    """Give the pairs of paths that cross, by their numbers; `around` are the boxes round them."""
    pairs = combinations(range(len(paths)), 2)
    return [(i, j) for i, j in pairs if touch(around[i], around[j]) and meet(paths[i], paths[j])]


def runs(path: Path, box: Extent) -> bool:
    """Tell whether a path comes into a box: an end of a segment does, or a segment crosses a diagonal."""
    if not touch(extent(path), box):
        return False
    x0, y0, x1, y1 = box
    held = any(x0 < x < x1 and y0 < y < y1 for x, y in path)
    return held or meet(path, ((x0, y0), (x1, y1))) or meet(path, ((x0, y1), (x1, y0)))


def extent(path: Path) -> Extent:
    """Give the box around a path."""
    xs, ys = [x for x, _ in path], [y for _, y in path]
    return min(xs), min(ys), max(xs), max(ys)


def touch(one: Extent, other: Extent, room: float = 0.0) -> bool:
    """Tell whether two boxes share a point, or come nearer than `room`."""
    across = one[0] - room <= other[2] and other[0] - room <= one[2]
    return across and one[1] - room <= other[3] and other[1] - room <= one[3]


def away(point: Point, a: Point, b: Point) -> float:
    """Give how far a point is from a segment."""
    (x, y), (ax, ay), dx, dy = point, a, b[0] - a[0], b[1] - a[1]
    long = dx * dx + dy * dy
    share = min(1.0, max(0.0, ((x - ax) * dx + (y - ay) * dy) / long)) if long else 0.0
    return hypot(x - ax - share * dx, y - ay - share * dy)


def length(path: Path) -> float:
    """Give how long a path is."""
    return sum(hypot(bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(path))


def around(point: Point, half: float) -> Extent:
    """Give the square of which a point is the middle."""
    return point[0] - half, point[1] - half, point[0] + half, point[1] + half
