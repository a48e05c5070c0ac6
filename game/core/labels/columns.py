"""One column of plates: their heights, nearest to those of the places in that order, and their leaders."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from game.core.frozen import dataclass
from game.core.labels.lines import Path, away, crossed, extent, length, runs
from game.core.town import Extent, Point

STUB, CLEAR, ROOM = 10.0, 13.0, 14.0
"""How far a leader goes level at least, how far it stays from another place; from a plate to any footprint."""
LEFT, RIGHT = 0, 1


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """A place on the picture: its site, the box of its footprint, the width of its plate. Compared by identity."""

    place: str
    site: Point
    box: Extent
    wide: float


@dataclass(frozen=True, slots=True)
class Edge:
    """Where one column stands: `x` of its outer edge, which side, from `top` to `low`, how tall a held plate is."""

    side: int
    x: float
    top: float
    low: float
    tall: float
    pitch: float

    @property
    def inward(self) -> int:
        """Give 1 where the town lies to the right of the column, -1 where to its left."""
        return 1 if self.side == LEFT else -1


@dataclass(frozen=True, slots=True)
class Column:
    """A column laid out: heights and leaders in its order, the boxes round these, its cost, the places at fault."""

    order: tuple[Spot, ...]
    heights: tuple[float, ...]
    paths: tuple[Path, ...]
    around: tuple[Extent, ...]
    cost: float
    faults: frozenset[str]
    crossing: bool


class _Lead(NamedTuple):
    """What is known of a plate at some height and of its leader, whatever else stands in the column."""

    plate: Extent
    around: Extent
    cost: float
    fines: float
    faults: tuple[str, ...]


class Laying:
    """Lays columns out at one edge. `spots` are all places of the picture, that leaders keep clear of and plates do not
    cover. What is found of a plate or a leader is kept: from one order to the next most stay as they are.
    """

    def __init__(self, edge: Edge, spots: Sequence[Spot]) -> None:
        self._edge, self._spots = edge, spots
        self._bars: dict[Spot, list[tuple[float, float]]] = {}
        self._leads: dict[tuple[Spot, float, Path], _Lead] = {}

    def laid(self, order: tuple[Spot, ...]) -> Column:
        """Lay a column out."""
        edge, heights = self._edge, self.heights(order)
        ports = [edge.x + edge.inward * spot.wide for spot in order]
        paths = [_leader(edge, order, heights, ports, i) for i in range(len(order))]
        leads = [self._lead(spot, y, path) for spot, y, path in zip(order, heights, paths, strict=True)]
        around = tuple([lead.around for lead in leads])
        pairs = crossed(paths, around)
        bad, cost = [order[k].place for pair in pairs for k in pair], 4000.0 * len(pairs)
        plates = [lead.plate for lead in leads]
        for spot, path, lead in zip(order, paths, leads, strict=True):
            over = _run_over(edge, path, spot, order, plates)
            cost += lead.cost
            cost += lead.fines + 2000.0 * len(over)
            bad += [spot.place, *lead.faults, *over] if lead.faults or over else []
        return Column(order, tuple(heights), tuple(paths), around, cost, frozenset(bad), bool(pairs))

    def _lead(self, spot: Spot, y: float, path: Path) -> _Lead:
        known = self._leads.get((spot, y, path))
        if known is None:
            box = plate(self._edge, y, spot.wide)
            near = [other.place for other in _grazed(path, spot, self._spots)]
            under = [other.place for other in covered(box, self._spots)]
            cost, fines = length(path) + 0.6 * abs(y - spot.site[1]), 400.0 * len(near) + 1500.0 * len(under)
            known = self._leads[spot, y, path] = _Lead(box, extent(path), cost, fines, (*near, *under))
        return known

    def heights(self, order: Sequence[Spot]) -> list[float]:
        """Give the heights of a column's plates: nearest to their places, and where they can, off every footprint."""
        edge, heights = self._edge, spread([spot.site[1] for spot in order], self._edge)
        barred = [self._barred(spot) for spot in order]
        if not any(a < y < b for y, bars in zip(heights, barred, strict=True) for a, b in bars):
            return heights
        down = _swept(heights, barred, edge.pitch, edge.low - edge.tall / 2)
        mirrored = [[(-b, -a) for a, b in bars] for bars in reversed(barred)]
        up = _swept([-y for y in reversed(heights)], mirrored, edge.pitch, -edge.top - edge.tall / 2)
        ways = [down, [-y for y in reversed(up)] if up else None]
        return min((way for way in ways if way), key=lambda way: _moved(way, heights), default=heights)

    def _barred(self, spot: Spot) -> list[tuple[float, float]]:
        """Give between which heights a plate would cover a footprint, from the top down."""
        known = self._bars.get(spot)
        if known is None:
            x0, y0, x1, y1 = plate(self._edge, 0.0, spot.wide)
            boxes = (one.box for one in self._spots if x0 - ROOM < one.box[2] and one.box[0] < x1 + ROOM)
            known = self._bars[spot] = sorted((box[1] - y1 - ROOM, box[3] - y0 + ROOM) for box in boxes)
        return known


def plate(edge: Edge, y: float, wide: float) -> Extent:
    """Give the box of a plate while a card is held, from its height in the column."""
    inner = edge.x + edge.inward * wide
    return min(edge.x, inner), y - edge.tall / 2, max(edge.x, inner), y + edge.tall / 2


def covered(box: Extent, spots: Iterable[Spot]) -> list[Spot]:
    """Give the spots that a plate covers, or comes nearer to than it should."""
    room = ROOM - 0.1
    x0, y0, x1, y1 = box[0] - room, box[1] - room, box[2] + room, box[3] + room
    return [s for s in spots if x0 < s.box[2] and s.box[0] < x1 and y0 < s.box[3] and s.box[1] < y1]


def _run_over(edge: Edge, path: Path, spot: Spot, order: Sequence[Spot], plates: Sequence[Extent]) -> list[str]:
    """Name the other plates of its column that a leader comes back over; one that goes on inwards meets none."""
    if edge.inward * (path[-1][0] - path[-2][0]) >= 0:
        return []
    return [one.place for one, box in zip(order, plates, strict=True) if one is not spot and runs(path, box)]


def _grazed(path: Path, spot: Spot, spots: Sequence[Spot]) -> list[Spot]:
    """Give the other spots that a leader passes too near."""
    (px, py), (sx, sy) = path[0], path[-1]
    x0, x1 = min(px, sx) - CLEAR, max(px, sx) + CLEAR
    y0, y1 = min(py, sy) - CLEAR, max(py, sy) + CLEAR
    found = [s for s in spots if y0 < s.site[1] < y1 and x0 < s.site[0] < x1 and s is not spot]
    return [s for s in found if min(away(s.site, path[i], path[i + 1]) for i in range(len(path) - 1)) < CLEAR]


def spread(wished: Sequence[float], edge: Edge) -> list[float]:
    """Give the heights nearest to those wished, in that order, `edge.pitch` apart (pool adjacent violators)."""
    pitch, pools = edge.pitch, list[list[float]]()
    for i, wish in enumerate(wished):
        pools.append([wish - i * pitch, 1.0])
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (value, count), pool = pools.pop(), pools[-1]
            pool[0] = (pool[0] * pool[1] + value * count) / (pool[1] + count)
            pool[1] += count
    first, last = edge.top + edge.tall / 2, edge.low - edge.tall / 2 - (len(wished) - 1) * pitch
    level = [min(max(value, first), last) for value, count in pools for _ in range(int(count))]
    return [value + i * pitch for i, value in enumerate(level)]


def _moved(way: Sequence[float], heights: Sequence[float]) -> float:
    return sum(abs(a - b) for a, b in zip(way, heights, strict=True))


def _swept(
    heights: Sequence[float], barred: Sequence[Sequence[tuple[float, float]]], pitch: float, last: float
) -> list[float] | None:
    """Move plates down, from the first, until none is where it may not be; None when the last goes too low."""
    found: list[float] = []
    for wish, bars in zip(heights, barred, strict=True):
        y = max(wish, found[-1] + pitch) if found else wish
        for a, b in bars:
            y = b if a < y < b else y
        found.append(y)
    return found if found and found[-1] <= last + 1e-6 else None


def _leader(edge: Edge, order: Sequence[Spot], heights: Sequence[float], ports: Sequence[float], i: int) -> Path:
    """Join a plate to its site: level past the plates between, then at 45° where that fits, else straight."""
    (sx, sy), y, inward, port = order[i].site, heights[i], edge.inward, ports[i]
    low, high = min(y, sy) - edge.tall / 2, max(y, sy) + edge.tall / 2
    passed = [x for x, h in zip(ports, heights, strict=True) if low < h < high]
    bend = max(passed, default=port) if inward > 0 else min(passed, default=port)
    bend += inward * STUB
    if abs(sy - y) < 1:
        return (port, y), (sx, sy)
    at = sx - inward * abs(sy - y)
    return (port, y), (max(at, bend) if inward > 0 else min(at, bend), y), (sx, sy)
