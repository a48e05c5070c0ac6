"""The town map as plain values: metres from the centre of the town, x to the east, y down. No shapely here."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot

Point = tuple[float, float]
Ring = tuple[Point, ...]
Extent = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """One drawn thing. `rings`: polygons first ring outside, then holes; `lines`: open paths; `cls` a road's class."""

    kind: str
    cls: str
    name: str
    rings: tuple[Ring, ...] = ()
    lines: tuple[Ring, ...] = ()


@dataclass(frozen=True, slots=True)
class Zone:
    """The polygon of a place, and the point at the top centre of its content (label first, pins under it)."""

    place_id: str
    name: str
    rings: tuple[Ring, ...]
    anchor: Point

    @property
    def box(self) -> Extent:
        """Give the bounding box (x0, y0, x1, y1) in metres."""
        xs, ys = zip(*self.rings[0], strict=True)
        return (min(xs), min(ys), max(xs), max(ys))


@dataclass(frozen=True, slots=True)
class Town:
    """The whole map. `extent` is (x0, y0, x1, y1) in metres, `digest` identifies the file for caches."""

    name: str
    extent: Extent
    layers: tuple[Shape, ...]
    zones: tuple[Zone, ...]
    digest: str = ""

    def zone(self, place_id: str) -> Zone | None:
        """Find the polygon of a place."""
        return next((zone for zone in self.zones if zone.place_id == place_id), None)


def inside(ring: Ring, x: float, y: float) -> bool:
    """Tell whether a point lies in a closed ring (ray cast)."""
    hit = False
    ax, ay = ring[-1]
    for bx, by in ring:
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            hit = not hit
        ax, ay = bx, by
    return hit


def place_at(town: Town, x: float, y: float) -> str | None:
    """Name the place whose polygon holds the point (metres)."""
    for zone in town.zones:
        if inside(zone.rings[0], x, y) and not any(inside(hole, x, y) for hole in zone.rings[1:]):
            return zone.place_id
    return None


def place_near(town: Town, x: float, y: float, radius: float) -> str | None:
    """Name the place holding the point, else the one with the nearest edge within `radius` metres."""
    found = place_at(town, x, y)
    if found is not None or not town.zones:
        return found
    best = min(town.zones, key=lambda zone: edge_distance(zone, x, y))
    return best.place_id if edge_distance(best, x, y) <= radius else None


def edge_distance(zone: Zone, x: float, y: float) -> float:
    """Give the distance in metres from a point to the edge of a place."""
    return min(_to_segment(a, b, x, y) for ring in zone.rings for a, b in zip(ring, ring[1:] + ring[:1], strict=True))


def _to_segment(a: Point, b: Point, x: float, y: float) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = max(0.0, min(1.0, ((x - a[0]) * dx + (y - a[1]) * dy) / length)) if length else 0.0
    return hypot(x - a[0] - t * dx, y - a[1] - t * dy)


def label_box(zone: Zone, label_px: float, metres_per_px: float) -> Extent:
    """Give the box of the place's name, `label_px` high, across the top of the polygon (metres)."""
    x0, y0, x1, _ = zone.box
    top = y0 + 2 * metres_per_px
    return (x0, top, x1, top + label_px * metres_per_px)


def slots(
    zone: Zone,
    pin_px: float,
    metres_per_px: float,
    label_px: float = 28.0,
    tabs_px: float = 8.0,
) -> tuple[Point, ...]:
    """Give the centres (metres) of the pins that fit under the name and above the family tabs, row by row.

    Squares of `pin_px` with 2 px between them, wholly in the polygon's corners cut by 4 px: they never overlap
    one another, nor a name, nor another place. Fewer pins than cards: the last one shows a counter.
    """
    x0, _, x1, y1 = zone.box
    y0 = label_box(zone, label_px, metres_per_px)[3]
    y1 -= tabs_px * metres_per_px
    pin, step = pin_px * metres_per_px, (pin_px + 2) * metres_per_px
    gap = step - pin
    columns, rows = int((x1 - x0 + gap) // step), int((y1 - y0 + gap) // step)
    left = (x0 + x1) / 2 - (columns * step - gap) / 2 + pin / 2
    grid = ((left + i * step, y0 + pin / 2 + j * step) for j in range(rows) for i in range(columns))
    return tuple(point for point in grid if _holds(zone, point, pin / 2))[:12]


def pin_size(zone: Zone, wanted: int, pin_px: float, metres_per_px: float) -> float:
    """Give the largest pin size in px, from `pin_px` down to its half, that shows `wanted` pins; else the half."""
    sizes = tuple(pin_px * share for share in (1.0, 0.85, 0.7, 0.6, 0.5))
    return next(
        (size for size in sizes if len(slots(zone, size, metres_per_px)) >= wanted),
        sizes[-1],
    )


def _holds(zone: Zone, point: Point, half: float) -> bool:
    x, y = point
    corners = (
        (x - half, y - half),
        (x + half, y - half),
        (x - half, y + half),
        (x + half, y + half),
    )
    return all(inside(zone.rings[0], *corner) for corner in corners)
