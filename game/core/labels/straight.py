"""Leaders that cannot cross, for when bent ones would: level to the column's edge, then straight to the place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import hypot

from game.core.frozen import dataclass
from game.core.labels.columns import STUB, Edge, Spot, spread
from game.core.labels.lines import Path
from game.core.town import Point


@dataclass(slots=True)
class _Port:
    """A plate of a column, and the spot whose name it bears for now."""

    edge: Edge
    y: float
    bend: float
    spot: Spot

    def far(self, spot: Spot) -> float:
        return hypot(self.bend - spot.site[0], self.y - spot.site[1])

    @property
    def path(self) -> Path:
        start: Point = (self.edge.x + self.edge.inward * self.spot.wide, self.y)
        return start, (self.bend, self.y), self.spot.site


def uncrossed(sides: Sequence[tuple[Edge, Sequence[Spot]]]) -> list[tuple[Edge, Spot, float, Path]]:
    """Give (column, spot, height, leader) of every plate.

    Two leaders that cross change places: each time the whole is shorter, so that it ends, and ends with no crossing
    (Bekos, Kaufmann, Symvonis and Wolff, Boundary labeling, 2007).
    """
    widest = max((spot.wide for _, spots in sides for spot in spots), default=0.0) + STUB
    ports = [
        _Port(edge, y, edge.x + edge.inward * widest, spot)
        for edge, spots in sides
        for y, spot in zip(spread([spot.site[1] for spot in spots], edge), spots, strict=True)
    ]
    while sum(_shortened(one, other) for one, other in combinations(ports, 2)):
        pass
    return [(port.edge, port.spot, port.y, port.path) for port in ports]


def _shortened(one: _Port, other: _Port) -> bool:
    """Exchange the spots of two plates if both leaders together are shorter so."""
    a, b = one.spot, other.spot
    if one.far(b) + other.far(a) >= one.far(a) + other.far(b) - 1e-6:
        return False
    one.spot, other.spot = b, a
    return True
