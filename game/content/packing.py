"""Packing one place: the name's plate where it leaves the most room, then pins on what is left. Needs shapely."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from math import ceil
from typing import Any

import numpy as np
import shapely

from game.core.frozen import dataclass
from game.core.town import LINE, PIN, TABS, Extent, Plot, Point, Town, Zone

Grid = Any
"""A numpy array; numpy's own types stay out of the signatures."""
Cell = tuple[int, int]
GAP, EDGE, MARGIN = 2.0, 3.0, 2.0
"""Pixels at 1080p: between two pins, inside the outline, on either side of a name."""
FINE = 12
"""Cells of the search grid in the width of a pin with its gap."""
SHARES = (1.0, 0.85, 0.72, 0.6)
"""Widths of the pins, for a place that must hold more of them."""
MOST, ENOUGH, MOST_CELLS = 8, 4, 240
"""Pins of a plot; pins beyond which a plate is not better; cells of a side of the search grid."""
CANDIDATES = 40
"""Plates tried in a place."""
TAB = 32.0
"""The narrowest family tab, in pixels at 1080p."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a place must hold: widths of its name on one and on two lines (px at 1080p), and its tabs (0: decor)."""

    widths: tuple[float, float]
    tabs: int


@dataclass(frozen=True, slots=True)
class _Try:
    plate: Extent
    lines: int
    held: float
    pins: int

    def worth(self, top: Point) -> tuple[float, ...]:
        x0, y0, x1, _ = self.plate
        far = abs((x0 + x1) / 2 - top[0]) + abs(y0 - top[1])
        return (round(self.held, 2), self.pins, -self.lines, -far)


@dataclass(frozen=True, slots=True)
class _Field:
    """The centres a pin may have: a grid of booleans with its abscissas and ordinates, and its reach in cells."""

    free: Grid
    xs: Grid
    ys: Grid
    down: int
    across: int

    def without(self, plate: Extent, reach: float) -> _Field:
        """Take away what a plate covers, `reach` metres around."""
        tall = (self.ys > plate[1] - reach) & (self.ys < plate[3] + reach)
        wide = (self.xs > plate[0] - reach) & (self.xs < plate[2] + reach)
        return replace(self, free=self.free & ~np.outer(tall, wide))

    def points(self, cells: list[Cell]) -> tuple[Point, ...]:
        """Give the points of some cells, from the top left."""
        return tuple((float(self.xs[column]), float(self.ys[row])) for row, column in sorted(cells))


class Ground:
    """The places as shapes, and what already stands on them at one step."""

    def __init__(self, town: Town) -> None:
        self._shapes = {zone.place_id: _sound(zone) for zone in town.zones}
        self.clear(1.0)

    def area(self, place_id: str) -> float:
        """Give a place's area in square metres."""
        return float(self._shapes[place_id].area)

    def clear(self, step: float) -> None:
        """Start again with pins `step` metres wide."""
        self._step, self._px = step, step / PIN
        self._taken: list[Any] = []

    def plot(self, place_id: str, wish: Wish) -> Plot:
        """Find the room in a place, and remember its plate."""
        shape = self._shapes[place_id]
        best = max(self._tries(place_id, wish), key=lambda one: one.worth(_top(shape)))
        self._taken.append(shapely.box(*best.plate))
        sizes = []
        for width in (self._step * share for share in SHARES if wish.tabs):
            field = _field(shape, width, self._px).without(best.plate, width / 2 + GAP * self._px)
            spots = field.points(_rows(field, _fill(field, MOST)))
            sizes.append((round(width, 1), tuple((round(x, 1), round(y, 1)) for x, y in spots)))
        x0, y0, x1, y1 = (round(value, 1) for value in best.plate)
        return Plot(place_id, self._step, (x0, y0, x1, y1), best.lines, tuple(sizes))

    def _tries(self, place_id: str, wish: Wish) -> Iterator[_Try]:
        shape, px = self._shapes[place_id], self._px
        field = _field(shape, self._step, px) if wish.tabs else None
        for lines, text in enumerate(wish.widths, 1):
            if lines > 1 and text >= wish.widths[0]:
                return
            width = max(text + 2 * MARGIN, wish.tabs * TAB) * px
            height = (LINE * lines + (TABS if wish.tabs else 0)) * px
            for plate, held in self._plates(place_id, width, height):
                left = field and field.without(plate, self._step / 2 + GAP * px)
                yield _Try(plate, lines, held, len(_fill(left, ENOUGH)) if left else 0)

    def _plates(self, place_id: str, width: float, height: float) -> list[tuple[Extent, float]]:
        """Give the best plates for a name: inside the place if it can be, never on another place or name."""
        inner = self._shapes[place_id].buffer(-EDGE * self._px)
        boxes = _boxes(inner, width, height)
        clear = shapely.contains(inner, boxes) & ~shapely.intersects(boxes, shapely.union_all(self._taken))
        held = [_extent(box) for box in boxes[clear]]
        if not held:
            return self._outside(place_id, width, height)
        return [(box, 1.0) for box in held[:: max(1, len(held) // CANDIDATES)]]

    def _outside(self, place_id: str, width: float, height: float) -> list[tuple[Extent, float]]:
        """Give the plates that stand out of the place the least, and on no other place or name."""
        shape = self._shapes[place_id]
        x0, y0, x1, y1 = shape.bounds
        around = shapely.box(x0 - width, y0 - height, x1 + width, y1 + height)
        boxes = _boxes(around, width, height)
        held = shapely.area(shapely.intersection(boxes, shape)) / (width * height)
        names = shapely.union_all(self._taken).buffer(self._px)
        places = shapely.union_all([other for name, other in self._shapes.items() if name != place_id])
        clear = ~shapely.intersects(boxes, names)
        free = clear & ~shapely.intersects(boxes, places.buffer(2 * self._px))
        covered = shapely.area(shapely.intersection(boxes, names))
        fit = np.flatnonzero(next(kept for kept in (free, clear, covered <= covered.min()) if kept.any()))
        best = fit[np.argsort(-held[fit], kind="stable")][:CANDIDATES]
        return [(_extent(boxes[i]), float(held[i])) for i in best.tolist()]


def _boxes(area: Any, width: float, height: float) -> Any:
    """Give the boxes of a size that stand in the bounds of an area, from the top."""
    if area.is_empty:
        return np.array([], dtype=object)
    x0, y0, x1, y1 = area.bounds
    if x1 - x0 < width or y1 - y0 < height:
        return np.array([], dtype=object)
    lefts, tops = np.linspace(x0, x1 - width, FINE * 2 + 1), np.linspace(y0, y1 - height, FINE * 2 + 1)
    xs, ys = (grid.ravel() for grid in np.meshgrid(lefts, tops))
    return shapely.box(xs, ys, xs + width, ys + height)


def _extent(shape: Any) -> Extent:
    x0, y0, x1, y1 = shape.bounds
    return (x0, y0, x1, y1)


def _sound(zone: Zone) -> Any:
    shape = shapely.Polygon(zone.rings[0], zone.rings[1:])
    if shape.is_valid or len(zone.rings[0]) > 500:  # repairing a long crossed ring can hang (maps.md §2)
        return shape if shape.is_valid else shapely.box(*zone.box)
    parts = shapely.get_parts(shapely.make_valid(shape, method="structure", keep_collapsed=False))
    areas = [part for part in parts if part.geom_type == "Polygon" and part.area]
    return max(areas, key=lambda part: part.area) if areas else shapely.box(*zone.box)


def _top(shape: Any) -> Point:
    x0, y0, x1, _ = shape.bounds
    return ((x0 + x1) / 2, y0)


def _field(shape: Any, width: float, px: float) -> _Field:
    inner = shape.buffer(-(width / 2 + EDGE * px))
    if inner.is_empty:
        return _Field(np.zeros((1, 1), dtype=bool), np.zeros(1), np.zeros(1), 1, 1)
    x0, y0, x1, y1 = inner.bounds
    pitch = width + GAP * px
    xs, across = _cells(x0, x1, pitch)
    ys, down = _cells(y0, y1, pitch)
    gx, gy = np.meshgrid(xs, ys)
    return _Field(shapely.contains_xy(inner, gx, gy), xs, ys, down, across)


def _cells(start: float, end: float, pitch: float) -> tuple[Grid, int]:
    """Cut a side in cells, both ends included; give how many cells apart two pins must be."""
    slack = pitch * 0.001  # contains is strict: a pin exactly on the edge would be lost
    cells = min(MOST_CELLS, max(1, ceil((end - start) * FINE / pitch)))
    points = np.linspace(start + slack, max(start + slack, end - slack), cells + 1)
    between = max(float(points[1] - points[0]), 1e-6)
    return points, ceil(pitch / between - 1e-9)


def _fill(field: _Field, most: int) -> list[Cell]:
    """Fill a field from each of its corners, row by row and column by column; keep what holds the most pins."""
    best: list[Cell] = []
    height, width = field.free.shape
    for down, across, turned in product((1, -1), (1, -1), (False, True)):
        view = field.free[::down, ::across]
        found = _pack(view.T, field.across, field.down, most) if turned else _pack(view, field.down, field.across, most)
        if len(found) > len(best):
            cells = [(column, row) if turned else (row, column) for row, column in found]
            best = [(r if down > 0 else height - 1 - r, c if across > 0 else width - 1 - c) for r, c in cells]
        if len(best) == most:
            break
    return best


def _pack(view: Grid, down: int, across: int, most: int) -> list[Cell]:
    left = view.copy()
    spots: list[Cell] = []
    while len(spots) < most:
        first = int(left.argmax())
        row, column = divmod(first, left.shape[1])
        if not left[row, column]:
            break
        left[max(0, row - down + 1) : row + down, max(0, column - across + 1) : column + across] = False
        spots.append((row, column))
    return spots


def _rows(field: _Field, loose: list[Cell]) -> list[Cell]:
    """Set the pins in straight rows, in the middle of the place, when that holds as many of them."""
    free, middle = field.free, field.free.shape[1] / 2
    found: tuple[int, float, list[Cell]] = (0, 0.0, [])
    for row, column in product(range(min(field.down, free.shape[0])), range(min(field.across, free.shape[1]))):
        rows, columns = np.nonzero(free[row :: field.down, column :: field.across])
        if not len(rows):
            continue
        aside = -abs(float(columns.mean()) * field.across + column - middle)
        if (min(len(rows), MOST), aside) > found[:2]:
            cells = zip((rows * field.down + row).tolist(), (columns * field.across + column).tolist(), strict=True)
            found = (min(len(rows), MOST), aside, list(cells)[:MOST])
    return found[2] if found[0] >= len(loose) else loose
