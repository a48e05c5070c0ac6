"""The town map as plain values: metres from the centre of the town, x to the east, y down. No shapely here."""

from __future__ import annotations

from collections.abc import Sequence

from game.core.frozen import dataclass

Point = tuple[float, float]
Ring = tuple[Point, ...]
Extent = tuple[float, float, float, float]


Camera = tuple[float, float, float]
"""Metres at the left and at the top edge of a picture, and metres per pixel."""
SLACK = 0.995
"""How much narrower than asked a plot may be: a fifth of a pixel a pin, less than the gap between two."""
PIN, LINE, TABS = 44.0, 28.0, 16.0
"""Pixels at 1080p: a pin with its rim, one line of a place's name, the strip of family tabs under the name."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One drawn thing. `rings`: polygons first ring outside, then holes; `lines`: open paths; `cls` a road's class.

    `name` is the French one; `name_en` the English one where it differs.
    """

    kind: str
    cls: str
    name: str
    rings: tuple[Ring, ...] = ()
    lines: tuple[Ring, ...] = ()
    name_en: str = ""

    def called(self, lang: str) -> str:
        """Give the name in a language."""
        return (lang == "en" and self.name_en) or self.name


@dataclass(frozen=True, slots=True)
class Zone:
    """The footprint of a place, and the point of it (`site`) that its leader goes to. `sure`: its spot is no guess."""

    place_id: str
    name: str
    rings: tuple[Ring, ...]
    site: Point
    sure: bool = True

    @property
    def box(self) -> Extent:
        """Give the bounding box (x0, y0, x1, y1) in metres."""
        xs, ys = zip(*self.rings[0], strict=True)
        return (min(xs), min(ys), max(xs), max(ys))


@dataclass(frozen=True, slots=True)
class Plot:
    """The room inside a place when one pin is `step` metres wide.

    `plate` is the box of the name, in one or two `lines`, with the strip of family tabs along its foot; `pins` are
    (width in metres, centres) from the full width down: none touches another, the plate or the edge of the place.
    """

    place_id: str
    step: float
    plate: Extent
    lines: int
    pins: tuple[tuple[float, tuple[Point, ...]], ...]

    def room(self, wanted: int) -> tuple[float, tuple[Point, ...]]:
        """Give the widest pins of which `wanted` fit, else the most: the last one then shows a counter."""
        found = next((size for size in self.pins if len(size[1]) >= wanted), None)
        return found or max(self.pins, key=lambda size: len(size[1]), default=(self.step, ()))


@dataclass(frozen=True, slots=True)
class Town:
    """The whole map. `extent` is what a view of the whole shows, (x0, y0, x1, y1) in metres.

    `zones` may overlap: the largest come first, so that of those under a point the last is the smallest.
    `digest` identifies the file for caches. `plots` may be empty: `plot` then finds room by itself.
    """

    name: str
    extent: Extent
    layers: tuple[Shape, ...]
    zones: tuple[Zone, ...]
    digest: str = ""
    plots: tuple[Plot, ...] = ()

    def zone(self, place_id: str) -> Zone | None:
        """Find the polygon of a place."""
        return next((zone for zone in self.zones if zone.place_id == place_id), None)


def camera(town: Town, width: float, height: float, x: float = 0.5, y: float = 0.5, zoom: float = 1.0) -> Camera:
    """Look at the town in a picture of `width` by `height` pixels.

    `x` and `y` are what stands in the middle, as shares of the extent; zoom 1 shows all of it. A picture without width
    or height (a window made as small as can be) is looked at as if it had a pixel.
    """
    x0, y0, x1, y1 = town.extent
    scale = max((x1 - x0) / max(1.0, width), (y1 - y0) / max(1.0, height)) / zoom
    return (x0 + (x1 - x0) * x - width * scale / 2, y0 + (y1 - y0) * y - height * scale / 2, scale)


def to_screen(camera: Camera, point: Point) -> Point:
    """Give the pixel of a point of the town, from the corner of the picture."""
    return ((point[0] - camera[0]) / camera[2], (point[1] - camera[1]) / camera[2])


def plot(town: Town, place_id: str, metres_per_px: float, pin_px: float = PIN) -> Plot | None:
    """Give the room in a place for pins of `pin_px` pixels at a scale; None for a place the map does not have.

    It was laid out for pins as wide or a little wider, so that what holds there holds here.
    """
    wide = pin_px * metres_per_px
    fits = [known for known in town.plots if known.place_id == place_id and known.step >= wide * SLACK]
    if fits:
        return min(fits, key=lambda known: known.step)
    zone = town.zone(place_id)
    return None if zone is None else _bare(zone, wide)


def _bare(zone: Zone, wide: float) -> Plot:
    px = wide / PIN
    sizes = tuple((wide * share, slots(zone, PIN * share, px, LINE, TABS)) for share in (1.0, 0.85, 0.7, 0.6, 0.5))
    return Plot(zone.place_id, wide, label_box(zone, LINE + TABS, px), 1, sizes)


def inside(ring: Ring, x: float, y: float) -> bool:
    """Tell whether a point lies in a closed ring (ray cast)."""
    hit = False
    ax, ay = ring[-1]
    for bx, by in ring:
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            hit = not hit
        ax, ay = bx, by
    return hit


def row_inside(ring: Ring, xs: Sequence[float], y: float) -> bool:
    """Tell whether any of some points of one height lies in a closed ring: its edges are walked once for all."""
    edges = zip((ring[-1], *ring), ring, strict=False)
    cuts = [(bx - ax) * (y - ay) / (by - ay) + ax for (ax, ay), (bx, by) in edges if (ay > y) != (by > y)]
    return any(sum(x < cut for cut in cuts) % 2 for x in xs)


def label_box(zone: Zone, label_px: float, metres_per_px: float) -> Extent:
    """Give the box of the place's name, `label_px` high, across the top of the polygon (metres)."""
    x0, y0, x1, _ = zone.box
    top = y0 + 2 * metres_per_px
    return (x0, top, x1, top + label_px * metres_per_px)


def slots(
    zone: Zone,
    pin_px: float,
    metres_per_px: float,
    label_px: float = LINE,
    tabs_px: float = TABS,
) -> tuple[Point, ...]:
    """Give the centres (metres) of the pins that fit under the name and its family tabs, row by row.

    Squares of `pin_px` with 2 px between them, wholly in the polygon: they never overlap one another, nor the name,
    nor another place. For a map that was not laid out: simple, and needs no library.
    """
    x0, _, x1, y1 = zone.box
    y0 = label_box(zone, label_px + tabs_px, metres_per_px)[3]
    pin, step = pin_px * metres_per_px, (pin_px + 2) * metres_per_px
    gap = step - pin
    columns, rows = int((x1 - x0 + gap) // step), int((y1 - y0 + gap) // step)
    left = (x0 + x1) / 2 - (columns * step - gap) / 2 + pin / 2
    grid = ((left + i * step, y0 + pin / 2 + j * step) for j in range(rows) for i in range(columns))
    return tuple(point for point in grid if _holds(zone, point, pin / 2))[:12]


def _holds(zone: Zone, point: Point, half: float) -> bool:
    x, y = point
    corners = (
        (x - half, y - half),
        (x + half, y - half),
        (x - half, y + half),
        (x + half, y + half),
    )
    return all(inside(zone.rings[0], *corner) for corner in corners)
