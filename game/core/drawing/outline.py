"""Outlines in degrees, corners as (longitude, latitude): what may be one, and how it is moved and bent."""

from __future__ import annotations

from itertools import combinations
from math import cos, hypot, pi, radians, sin

from game.core.drawing.lens import DEGREE
from game.core.errors import Refused
from game.core.town import Extent, Point, Ring

Piece = tuple[Ring, ...]
"""Its outside, then its holes. The last corner of a ring joins the first one, which is not written twice."""
Pieces = tuple[Piece, ...]
DECIMALS = 6
"""Of a degree: a tenth of a metre."""
LEAST = 10.0
"""Metres of the longer side of the smallest place."""
MARKER, SIDES = 20.0, 12
"""Metres from the middle to the edge of the footprint of a place marked by a point, and its sides."""
CORNERS = 200
"""Corners one may draw; a map's own outline may have more."""


def rounded(point: Point) -> Point:
    """Give a corner as it is written."""
    return round(point[0], DECIMALS), round(point[1], DECIMALS)


def metres(ring: Ring, about: Point | None = None) -> Ring:
    """Give a ring in metres from a point, its first corner if none is given: x to the east, y to the north."""
    lon, lat = about or ring[0]
    east = DEGREE * cos(radians(lat))
    return tuple(((x - lon) * east, (y - lat) * DEGREE) for x, y in ring)


def disc(middle: Point) -> Pieces:
    """Give the small footprint of a place that is no more than a point."""
    east, north = MARKER / DEGREE / cos(radians(middle[1])), MARKER / DEGREE
    turns = (2 * pi * side / SIDES for side in range(SIDES))
    return ((tuple(rounded((middle[0] + east * cos(t), middle[1] + north * sin(t))) for t in turns),),)


def box(pieces: Pieces) -> Extent:
    """Give the box around an outline, in degrees."""
    xs, ys = zip(*(corner for piece in pieces for corner in piece[0]), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def middle(pieces: Pieces) -> Point:
    """Give the middle of the box around an outline."""
    x0, y0, x1, y1 = box(pieces)
    return rounded(((x0 + x1) / 2, (y0 + y1) / 2))


def shifted(pieces: Pieces, by: Point) -> Pieces:
    """Give an outline moved by degrees."""
    return tuple(tuple(tuple(rounded((x + by[0], y + by[1])) for x, y in ring) for ring in piece) for piece in pieces)


def bent(pieces: Pieces, outside: Ring) -> Pieces:
    """Give an outline whose first piece has another outside."""
    return ((outside, *pieces[0][1:]), *pieces[1:])


def sound(ring: Ring, changed: tuple[int, ...] | None = None) -> None:
    """Hold the outside of a place against what one may be. Raises Refused: outline_few, outline_small, outline_crossed.

    `changed`: the only sides that may cross another, by the number of the corner they start from; None for any of them.
    """
    if len(set(ring)) < 3:
        raise Refused("outline_few")
    flat = metres(ring)
    xs, ys = zip(*flat, strict=True)
    small = hypot(max(xs) - min(xs), max(ys) - min(ys)) < LEAST
    if not small and _crosses(flat, changed):
        raise Refused("outline_crossed")
    if small or _flat(flat):
        raise Refused("outline_small", least=round(LEAST))


def _flat(ring: Ring) -> bool:
    """Tell whether a ring holds hardly anything: its corners lie along a line."""
    doubled = sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]), strict=True))
    return abs(doubled) < LEAST * 2


def _crosses(ring: Ring, changed: tuple[int, ...] | None) -> bool:
    count = len(ring)
    if changed is None:
        pairs = tuple(combinations(range(count), 2))
    else:
        pairs = tuple((i % count, j) for i in changed for j in range(count) if j != i % count)
    apart = ((i, j) for i, j in pairs if (i - j) % count not in (1, count - 1))
    return any(_meet(*_side(ring, i), *_side(ring, j)) for i, j in apart)


def _side(ring: Ring, at: int) -> tuple[Point, Point]:
    return ring[at], ring[(at + 1) % len(ring)]


def _meet(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Tell whether two sides cross or touch."""
    return _turn(a, b, c) * _turn(a, b, d) <= 0 and _turn(c, d, a) * _turn(c, d, b) <= 0


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
