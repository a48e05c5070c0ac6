"""Which column each plate stands in, and in which order: the best cut of the town, then the best exchanges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

from game.core.frozen import dataclass
from game.core.labels.columns import LEFT, RIGHT, Column, Edge, Laying, Spot, covered, plate, spread
from game.core.labels.lines import Path, meet, touch
from game.core.labels.straight import uncrossed

TRIED, ENOUGH, MANY = 4, 200, 22
"""Cuts looked at in full; ways after which no better one is looked for; places beyond which leaders are straight."""
EVEN = 18.0
"""What it costs that one column has more plates than the other: so much times the square of how many."""
Order = tuple[Spot, ...]
Placed = tuple[Edge, Spot, float, Path]
"""A plate: its column, its spot, its height, its leader."""


@dataclass(frozen=True, slots=True)
class _Way:
    """Both columns, what they cost together, and the spots at fault in either or between them."""

    left: Column
    right: Column
    cost: float
    faults: frozenset[str]
    crossing: bool


class Sides:
    """The search for two columns; a column met again is not laid out again."""

    def __init__(
        self, plated: Sequence[Spot], spots: Sequence[Spot], edges: tuple[Edge, Edge], caps: tuple[int, int]
    ) -> None:
        self.spots = spots
        self._plated = sorted(plated, key=lambda spot: (spot.site, spot.place))
        self._edges, self._caps = edges, caps
        self._at = [Laying(edge, spots) for edge in edges]
        self._known: dict[tuple[int, Order], Column] = {}
        self._seen = 0

    def best(self) -> list[Placed]:
        """Give every plate; no leader crosses another."""
        if len(self._plated) > MANY:
            return self._straight(*self._cuts()[0])
        starts = sorted((self._way(*cut) for cut in self._cuts()[:TRIED]), key=_cost)
        way = min((self._bettered(start) for start in starts[:3]), key=_cost)
        if way.crossing:
            return self._straight(way.left.order, way.right.order)
        both = zip(self._edges, (way.left, way.right), strict=True)
        return [(edge, *one) for edge, c in both for one in zip(c.order, c.heights, c.paths, strict=True)]

    def roughly_clear(self) -> bool:
        """Tell whether the plates of the cheapest cut keep clear of every footprint."""
        return all(map(self._off, self._edges, self._cuts()[0]))

    def _off(self, edge: Edge, order: Order) -> bool:
        heights = self._at[edge.side].heights(order)
        return not any(covered(plate(edge, y, spot.wide), self.spots) for spot, y in zip(order, heights, strict=True))

    def _straight(self, left: Order, right: Order) -> list[Placed]:
        return uncrossed(tuple(zip(self._edges, (left, right), strict=True)))

    def _cuts(self) -> list[tuple[Order, Order]]:
        """Give the ways to cut the town in two by a line from north to south, the cheapest first."""
        count, (most_left, most_right) = len(self._plated), self._caps
        found = []
        for k in range(max(0, count - most_right), min(count, most_left) + 1):
            both = _by_height(self._plated[:k]), _by_height(self._plated[k:])
            found.append((sum(map(_rough, self._edges, both)) + EVEN * (2 * k - count) ** 2, both))
        return [both for _, both in sorted(found, key=lambda one: one[0])]

    def _column(self, side: int, order: Order) -> Column:
        known = self._known.get((side, order))
        if known is None:
            known = self._known[side, order] = self._at[side].laid(order)
        return known

    def _way(self, left: Order, right: Order) -> _Way:
        self._seen += 1
        a, b = self._column(LEFT, left), self._column(RIGHT, right)
        pairs = _between(a, b)
        between = {spot.place for i, j in pairs for spot in (left[i], right[j])}
        cost = a.cost + b.cost + 4000.0 * len(pairs) + EVEN * (len(left) - len(right)) ** 2
        return _Way(a, b, cost, a.faults | b.faults | between, bool(pairs) or a.crossing or b.crossing)

    def _bettered(self, way: _Way) -> _Way:
        """Make the exchange that helps most, again and again, while something is at fault."""
        while way.faults and self._seen < ENOUGH:
            moves = (self._way(*move) for move in self._moves(way))
            best = min(moves, key=_cost, default=way)
            if best.cost >= way.cost - 1e-6:
                break
            way = best
        return way

    def _moves(self, way: _Way) -> Iterator[tuple[Order, Order]]:
        """Give the exchanges near what is at fault: of two neighbours, from one column to the other, one for one."""
        left, right = way.left.order, way.right.order
        yield from ((swapped, right) for swapped in _swaps(left, way.faults))
        yield from ((left, swapped) for swapped in _swaps(right, way.faults))
        inner = sorted(left, key=lambda spot: -spot.site[0])[:4], sorted(right, key=lambda spot: spot.site[0])[:4]
        for a in inner[LEFT]:
            if a.place in way.faults and len(right) < self._caps[RIGHT]:
                yield _without(left, a), _by_height((*right, a))
        for b in inner[RIGHT]:
            if b.place in way.faults and len(left) < self._caps[LEFT]:
                yield _by_height((*left, b)), _without(right, b)
        for a in inner[LEFT]:
            for b in inner[RIGHT]:
                if a.place in way.faults or b.place in way.faults:
                    yield _by_height((*_without(left, a), b)), _by_height((*_without(right, b), a))


def _cost(way: _Way) -> float:
    return way.cost


def _by_height(spots: Sequence[Spot]) -> Order:
    return tuple(sorted(spots, key=lambda spot: (spot.site[1], spot.place)))


def _without(order: Order, spot: Spot) -> Order:
    return tuple(one for one in order if one is not spot)


def _swaps(order: Order, faults: frozenset[str]) -> Iterator[Order]:
    for i in range(len(order) - 1):
        if order[i].place in faults or order[i + 1].place in faults:
            yield (*order[:i], order[i + 1], order[i], *order[i + 2 :])


def _rough(edge: Edge, order: Order) -> float:
    """Tell about what a column costs, without its leaders."""
    heights = spread([spot.site[1] for spot in order], edge)
    reach = sum(edge.inward * (spot.site[0] - edge.x) - spot.wide for spot in order)
    return reach + sum(1.6 * abs(y - spot.site[1]) for y, spot in zip(heights, order, strict=True))


def _between(left: Column, right: Column) -> list[tuple[int, int]]:
    """Give the pairs of leaders, one from each side, that cross."""
    most = max((box[2] for box in left.around), default=-inf)
    least = min((box[0] for box in right.around), default=inf)
    far = [(i, box) for i, box in enumerate(left.around) if box[2] >= least]
    back = [(j, box) for j, box in enumerate(right.around) if box[0] <= most] if far else []
    return [(i, j) for i, a in far for j, b in back if touch(a, b) and meet(left.paths[i], right.paths[j])]
