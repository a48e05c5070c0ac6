"""Places that overlap, or whose outline crosses itself: found without shapely on a sound map, measured with it."""

from __future__ import annotations

from itertools import combinations, pairwise

from game.core.town import Point, Ring, Zone, inside

PAIRS = 20_000
"""Pairs of sides compared in plain Python; a richer pair of places is left to shapely."""
LONGEST = 500
"""Points of an outline beyond which an unsound one can hang the library that measures it (maps.md §2)."""
LOST = 0.02


def overlap(a: Zone, b: Zone) -> float:
    """Give the area two places share, as a share of the smaller. Too many points to measure safely counts as none."""
    ax0, ay0, ax1, ay1 = a.box
    bx0, by0, bx1, by1 = b.box
    near = ax0 < bx1 and bx0 < ax1 and ay0 < by1 and by0 < ay1
    if not near or not _meet(a.rings[0], b.rings[0]):
        return 0.0
    return _shared(a, b)


def crossed(zone: Zone) -> bool:
    """Tell whether the outline of a place crosses itself so that its area is not what is drawn."""
    sides = list(pairwise(zone.rings[0]))
    if len(sides) ** 2 / 2 > PAIRS:
        return False
    apart = ((one, other) for (i, one), (j, other) in combinations(enumerate(sides), 2) if 1 < j - i < len(sides) - 1)
    return any(_cross(*one, *other) for one, other in apart) and _loses(zone)


def _meet(a: Ring, b: Ring) -> bool:
    """Tell whether two rings cross or one holds the other: a sound map answers no."""
    if len(a) * len(b) > PAIRS or inside(a, *b[0]) or inside(b, *a[0]):
        return True
    return any(_cross(*one, *other) for one in pairwise(a) for other in pairwise(b))


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Tell whether two sides cross or touch; sides on one line count, for shapely to measure."""
    return _side(a, b, c) * _side(a, b, d) <= 0 and _side(c, d, a) * _side(c, d, b) <= 0


def _side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _shared(a: Zone, b: Zone) -> float:
    from shapely import Polygon  # lazy: a sound map never pays this import

    if max(len(a.rings[0]), len(b.rings[0])) > LONGEST:
        return 0.0
    one, two = (Polygon(zone.rings[0], zone.rings[1:]) for zone in (a, b))
    if not (one.is_valid and two.is_valid) or not min(one.area, two.area):
        return 1.0
    return float(one.intersection(two).area / min(one.area, two.area))


def _loses(zone: Zone) -> bool:
    """Tell whether mending the outline changes its area: a rounding does not."""
    from shapely import Polygon, make_valid

    drawn = Polygon(zone.rings[0])
    mended = make_valid(drawn, method="structure", keep_collapsed=False)
    return bool(abs(mended.area - drawn.area) > LOST * mended.area)
