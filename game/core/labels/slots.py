"""Where the pins of each place stand: slots found beforehand, so that laying a card moves nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import field
from itertools import pairwise
from math import hypot

from game.core.frozen import dataclass
from game.core.labels.lines import Path, around, away, extent, touch
from game.core.town import Extent, Point

PIN, SLOT = 44.0, 46.0
"""Across a pin with its rim, and the square it has for itself."""
REACH = (2.6, 2.6, 1.9)
"""How far from its place each slot may be, in slots: so many as a place has at most."""
GRAIN = 6
"""Steps of the search in a slot."""
APART = 44.0
"""How far from a building its pin would stand: its tail is then seen, and the building too."""
Home = Callable[[float, float], bool]


STEPS = sorted(
    (hypot(i, j) * SLOT / GRAIN, i * SLOT / GRAIN, j * SLOT / GRAIN)
    for i in range(-3 * GRAIN, 3 * GRAIN + 1)
    for j in range(-3 * GRAIN, 3 * GRAIN + 1)
)
"""How far, and how far across and down, each square that is tried stands, the nearest first."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A place whose pins are to stand: its site, what a pin may not cover of it, its leader, its ring.

    `home` tells what of an area is its own: pins stand there, and may cover its site.
    """

    site: Point
    mark: Extent
    leader: Path
    ring: Point
    home: Home | None = None


@dataclass(slots=True)
class _Ground:
    """What is taken of the picture so far."""

    size: tuple[float, float]
    plates: Sequence[Extent]
    stands: Sequence[Stand]
    taken: list[Point] = field(default_factory=list)


def slots(stands: Sequence[Stand], plates: Sequence[Extent], size: tuple[float, float]) -> list[tuple[Point, ...]]:
    """Give the middles of the pins each place may have: round by round, the most crowded places first.

    A place with no free square near it has one on its leader, beside its plate; or none, where that is taken too.
    """
    ground = _Ground(size, plates, stands)
    crowd = [sum(_far(one.site, other.site) < REACH[0] * SLOT for other in stands) for one in stands]
    order = sorted(range(len(stands)), key=lambda i: -crowd[i])
    found: list[tuple[Point, ...]] = [()] * len(stands)
    for turn, reach in enumerate(REACH):
        for i in order:
            spot = _nearest(ground, stands[i], reach * SLOT) if len(found[i]) == turn else None
            if spot is not None:
                found[i] = (*found[i], spot)
                ground.taken.append(spot)
    for i in order:
        if not found[i]:
            found[i] = _beside(ground, stands[i])
            ground.taken += found[i]
    return found


def _far(a: Point, b: Point) -> float:
    return hypot(a[0] - b[0], a[1] - b[1])


def _nearest(ground: _Ground, stand: Stand, reach: float) -> Point | None:
    """Give the free square nearest to a place, that hides as little as can be of leaders and rings."""
    barred, soft = _about(ground, stand, reach)
    (x0, y0), (sx, sy), half = ground.size, stand.site, SLOT / 2
    best, least = None, reach * 1.8
    for far, dx, dy in STEPS:
        if far >= least or far > reach:
            break
        x, y = sx + dx, sy + dy
        if not (half <= x <= x0 - half and half <= y <= y0 - half):
            continue
        if any(a < x < c and b < y < d for a, b, c, d in barred):
            continue
        cost = far + _hidden(x, y, soft, stand)
        if cost < least:
            best, least = (x, y), cost
    return best


def _beside(ground: _Ground, stand: Stand) -> tuple[Point, ...]:
    """Give the first free square along a leader, from its plate."""
    barred, _ = _about(ground, stand, max(ground.size))
    for a, b in pairwise(stand.leader):
        count = int(_far(a, b) / 8)
        for i in range(count):
            x, y = a[0] + (b[0] - a[0]) * i / count, a[1] + (b[1] - a[1]) * i / count
            if not any(x0 < x < x1 and y0 < y < y1 for x0, y0, x1, y1 in barred):
                return ((x, y),)
    return ()


def _about(ground: _Ground, stand: Stand, reach: float) -> tuple[list[Extent], list[tuple[Path, Point]]]:
    """Give where the middle of a pin may not be, near a place; and the leaders and rings of others near it."""
    half, near = SLOT / 2, around(stand.site, reach + SLOT)
    marks = [one.mark for one in ground.stands if one is not stand or stand.home is None]
    boxes = (box for box in (*marks, *ground.plates) if touch(box, near))
    barred = [(a - half, b - half, c + half, d + half) for a, b, c, d in boxes]
    barred += [around(one, SLOT) for one in ground.taken if touch(around(one, half), near)]
    others = [one for one in ground.stands if one is not stand]
    return barred, [(one.leader, one.ring) for one in others if touch(extent((*one.leader, one.ring)), near)]


def _unlike(x: float, y: float, stand: Stand) -> float:
    """Tell what it costs to stand out of one's own area, or closer to one's building than shows a tail."""
    if stand.home is None:
        return max(0.0, APART - _far((x, y), stand.site)) * 2
    return 0.0 if stand.home(x, y) else SLOT / 2


def _hidden(x: float, y: float, soft: Iterable[tuple[Path, Point]], stand: Stand) -> float:
    """Tell what it costs to stand on others' leaders and rings, or out of one's own area."""
    cost = _unlike(x, y, stand)
    if any(away((x, y), a, b) < SLOT * 0.4 for a, b in pairwise(stand.leader)):
        cost += SLOT * 0.35
    for leader, ring in soft:
        if any(away((x, y), a, b) < SLOT * 0.4 for a, b in pairwise(leader)):
            cost += SLOT * 0.35
        if _far((x, y), ring) < SLOT * 0.8:
            cost += SLOT * 0.3
    return cost
