"""Places whose outline crosses itself: found without shapely on a sound map, measured with it."""

from __future__ import annotations

from itertools import combinations, pairwise

from game.core.town import Point, Zone

PAIRS = 20_000
"""Pairs of sides compared in plain Python; a richer outline is not looked at."""
LOST = 0.02
"""Share of the area that mending a crossed outline may change: a rounding does not more."""


def crossed(zone: Zone) -> bool:
    """Tell whether the outline of a place crosses itself so that its area is not what is drawn."""
    sides = list(pairwise(zone.rings[0]))
    if len(sides) ** 2 / 2 > PAIRS:
        return False
    apart = ((one, other) for (i, one), (j, other) in combinations(enumerate(sides), 2) if 1 < j - i < len(sides) - 1)
    return any(_cross(*one, *other) for one, other in apart) and _loses(zone)


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Tell whether two sides cross or touch; sides on one line count, for shapely to measure."""
    return _side(a, b, c) * _side(a, b, d) <= 0 and _side(c, d, a) * _side(c, d, b) <= 0


def _side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _loses(zone: Zone) -> bool:
    """Tell whether mending the outline changes its area: a rounding does not."""
    from shapely import Polygon, make_valid

    drawn = Polygon(zone.rings[0])
    mended = make_valid(drawn, method="structure", keep_collapsed=False)
    return bool(abs(mended.area - drawn.area) > LOST * mended.area)
