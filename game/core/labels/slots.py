"""Where the pins of each place stand: slots found beforehand, so that laying a card moves nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import field
from itertools import pairwise
from math import ceil, floor, hypot

from game.core.frozen import dataclass
from game.core.labels.lines import Path, around, away, extent, touch
from game.core.town import Extent, Point

PIN, SLOT = 44.0, 46.0
"""Across a pin with its rim, and the square it has for itself."""
REACH = (2.6, 2.6, 1.9)
"""How far from its place each slot may be, in slots: so many as a place has at most."""
GRAIN = 6
"""Steps of the search in a slot."""
APART, CLOSE = 44.0, 0.8 * SLOT
"""How far from a building its pin would stand: both are then seen; what is on another's ring."""
Home = Callable[[float, float], bool]


STEP, RANGE = SLOT / GRAIN, 3 * GRAIN
"""Pixels of a step of the search, and how many it goes each way from a place."""
TRIED = sorted(
    (hypot(i, j) * STEP, i * STEP, j * STEP, j + RANGE, 1 << (i + RANGE))
    for i in range(-RANGE, RANGE + 1)
    for j in range(-RANGE, RANGE + 1)
)
"""The squares that are tried, the nearest first: how far, how far across and down, in which row, as which bit of it."""
BEYOND = 1e6
"""Pixels that no picture has."""


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


Soft = tuple[Stand, Extent]
"""A place whose leader and ring a pin should not hide, and the box around both."""


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
    rows, (sx, sy) = _rows(ground, stand.site, barred), stand.site
    best, least = None, reach * 1.8
    for far, dx, dy, row, bit in TRIED:
        if far >= least or far > reach:
            break
        if not rows[row] & bit:
            cost = far + _hidden(sx + dx, sy + dy, soft, stand)
            if cost < least:
                best, least = (sx + dx, sy + dy), cost
    return best


def _rows(ground: _Ground, site: Point, barred: Iterable[Extent]) -> list[int]:
    """Give the squares around a place that are taken, or out of the picture: a row each, a bit a square."""
    rows, ((wide, high), half) = [0] * (2 * RANGE + 1), (ground.size, SLOT / 2)
    edges = ((-BEYOND, -BEYOND, half, BEYOND), (wide - half, -BEYOND, BEYOND, BEYOND),
             (-BEYOND, -BEYOND, BEYOND, half), (-BEYOND, high - half, BEYOND, BEYOND))  # fmt: skip
    for x0, y0, x1, y1 in (*barred, *edges):
        first, last = _between(x0 - site[0], x1 - site[0])
        top, low = _between(y0 - site[1], y1 - site[1])
        mask = ((1 << max(0, last - first + 1)) - 1) << first
        for row in range(top, low + 1):
            rows[row] |= mask
    return rows


def _between(start: float, end: float) -> tuple[int, int]:
    """Give the first and the last step that lie between two distances from a place, as counted from the farthest."""
    return max(0, floor(start / STEP) + 1 + RANGE), min(2 * RANGE, ceil(end / STEP) - 1 + RANGE)


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


def _about(ground: _Ground, stand: Stand, reach: float) -> tuple[list[Extent], list[Soft]]:
    """Give where the middle of a pin may not be, near a place; and the leaders and rings of others near it."""
    half, near = SLOT / 2, around(stand.site, reach + SLOT)
    marks = [one.mark for one in ground.stands if one is not stand or stand.home is None]
    boxes = (box for box in (*marks, *ground.plates) if touch(box, near))
    barred = [(a - half, b - half, c + half, d + half) for a, b, c, d in boxes]
    barred += [around(one, SLOT) for one in ground.taken if touch(around(one, half), near)]
    return barred, [one for one in map(_softly, ground.stands) if one[0] is not stand and touch(one[1], near)]


def _softly(stand: Stand) -> Soft:
    """Give a place with the box that its leader and its ring take."""
    return stand, extent((*stand.leader, stand.ring))


def _unlike(x: float, y: float, stand: Stand) -> float:
    """Tell what it costs to stand out of one's own area, or closer to one's building than shows a tail."""
    if stand.home is None:
        return max(0.0, APART - _far((x, y), stand.site)) * 2
    return 0.0 if stand.home(x, y) else SLOT / 2


def _hidden(x: float, y: float, soft: Iterable[Soft], stand: Stand) -> float:
    """Tell what it costs to stand on leaders and on others' rings, or out of one's own area."""
    cost = _unlike(x, y, stand) + SLOT * 0.35 * _on(stand.leader, x, y)
    for other, (x0, y0, x1, y1) in soft:
        if x0 - CLOSE < x < x1 + CLOSE and y0 - CLOSE < y < y1 + CLOSE:
            cost += SLOT * (0.35 * _on(other.leader, x, y) + 0.3 * (_far((x, y), other.ring) < CLOSE))
    return cost


def _on(leader: Path, x: float, y: float) -> bool:
    return any(away((x, y), a, b) < SLOT * 0.4 for a, b in pairwise(leader))
