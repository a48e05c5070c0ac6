"""The town map as plain values: metres from the centre of the town, x to the east, y down. No shapely here."""

from __future__ import annotations

from collections.abc import Sequence

from game.core.frozen import dataclass

Point = tuple[float, float]
Ring = tuple[Point, ...]
Extent = tuple[float, float, float, float]


Camera = tuple[float, float, float]
"""Metres at the left and at the top edge of a picture, and metres per pixel."""


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
class Scan:
    """A plan that is a picture: a JPEG, and what it covers in metres."""

    jpeg: bytes
    extent: Extent


@dataclass(frozen=True, slots=True)
class Town:
    """The whole map. `extent` is what a view of the whole shows, (x0, y0, x1, y1) in metres.

    `zones` may overlap: the largest come first, so that of those under a point the last is the smallest.
    `digest` identifies the file for caches.
    """

    name: str
    extent: Extent
    layers: tuple[Shape, ...]
    zones: tuple[Zone, ...]
    digest: str = ""
    scan: Scan | None = None
    """A picture that lies under all the rest."""

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
