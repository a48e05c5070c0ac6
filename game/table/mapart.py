"""The ground of the town, without its words: painted at twice its size, in bands, from the styles of `type/ground`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import hypot, sqrt

import pygame

from game.core.town import Camera, Extent, Point, Ring, Shape, Town
from game.table.surfaces import rgba
from game.type import ground
from game.type.ground import Area, Way

BAND = 2_000_000
"""Pixels painted at once, at twice the size."""
ROUND = 5
"""Pixels of width from which a line's bends are rounded."""
FAR, NEAR = 0.7, 3.0
"""The least and the most that the widths of the styles grow with the scale."""


class Art:
    """Paints one town, whose things by kind and their extents are found once."""

    def __init__(self, town: Town) -> None:
        self.of: dict[str, list[Shape]] = {}
        for shape in town.layers:
            self.of.setdefault(shape.kind, []).append(shape)
        runways = (shape.rings[0] for shape in self.kind("runway") if shape.rings)
        self.middles = [line for ring in runways if len(line := middle_line(ring)) > 1]
        self._extents: dict[int, Extent] = {}

    def paint(self, size: tuple[int, int], camera: Camera, unit: float = 1.0) -> pygame.Surface:
        """Paint what a camera sees; `unit` is how many pixels one of a 1080p screen takes."""
        picture, rows = pygame.Surface(size), max(32, BAND // (4 * size[0]))
        for top in range(0, size[1], rows):
            tall = min(rows, size[1] - top)
            band = pygame.Surface((size[0] * 2, tall * 2))
            at = (camera[0], camera[1] + top * camera[2], camera[2] / 2)
            _Brush(self, band, at, 2 * widened(camera[2], unit)).town()
            picture.blit(pygame.transform.smoothscale(band, (size[0], tall)), (0, top))
        return picture

    def kind(self, kind: str, cls: str = "") -> list[Shape]:
        """Give the things of a kind, or of one of its classes."""
        return [one for one in self.of.get(kind, ()) if not cls or one.cls == cls]

    def extent(self, path: Ring) -> Extent:
        """Give the extent of a path of the town."""
        known = self._extents.get(id(path))
        if known is None:
            xs, ys = zip(*path, strict=True)
            known = self._extents[id(path)] = (min(xs), min(ys), max(xs), max(ys))
        return known


def widened(scale: float, unit: float) -> float:
    """Give how many pixels one of the styles takes: more as one looks closer, though less than the town grows."""
    return unit * min(NEAR, max(FAR, sqrt(ground.UNIT / (scale * unit))))


class _Brush:
    """Draws metres on one band; what lies wholly beside it is not even placed."""

    def __init__(self, art: Art, target: pygame.Surface, camera: Camera, wide: float) -> None:
        self.art, self.target, self.camera, self.wide = art, target, camera, wide
        self._placed: dict[int, list[Point]] = {}

    def town(self) -> None:
        borders = [one for one in self.art.kind("boundary") if one.rings]
        self.target.fill(rgba(ground.PAPER if borders else ground.LAND))
        self.areas(borders, Area(ground.LAND))
        for kind, area in ground.AREAS.items():
            self.areas(self.art.kind(kind), area)
        self.ways(self.art.kind("stream"), ground.STREAM)
        self.ways(self.art.kind("taxiway"), ground.TAXIWAY)
        self.runways()
        self.areas(self.art.kind("building"), ground.BUILDING)
        self.roads()
        self.areas(self.art.kind("landmark"), ground.LANDMARK)
        if borders:
            self.limits(borders)
        for cls, rail in ground.RAILS.items():
            self.ways(self.art.kind("rail", cls), rail)
        self.stops()

    def at(self, path: Ring) -> list[Point]:
        """Give the pixels of a path; one that is drawn more than once is placed once."""
        known = self._placed.get(id(path))
        if known is None:
            x, y, scale = self.camera
            known = self._placed[id(path)] = [((px - x) / scale, (py - y) / scale) for px, py in path]
        return known

    def seen(self, path: Ring, margin: float = 0) -> bool:
        (left, top, right, low), (x, y, scale) = self.art.extent(path), self.camera
        wide, tall = self.target.get_size()
        return (
            (left - x) / scale <= wide + margin
            and (right - x) / scale >= -margin
            and (top - y) / scale <= tall + margin
            and (low - y) / scale >= -margin
        )

    def areas(self, shapes: Iterable[Shape], area: Area) -> None:
        fill, edge, wide = rgba(area.fill), area.edge, area.wide * self.wide
        for shape in shapes:
            if shape.rings and self.seen(shape.rings[0]):
                points = self.at(shape.rings[0]) if len(shape.rings) == 1 else self.outline(shape.rings)
                pygame.draw.polygon(self.target, fill, points)
                for ring in shape.rings if edge else ():
                    self.edge(self.at(ring), edge, wide)

    def edge(self, points: list[Point], colour: str, wide: float) -> None:
        if wide < 2:
            pygame.draw.lines(self.target, rgba(colour), True, points)  # noqa: FBT003
        else:
            self.stroke(points, colour, wide)

    def outline(self, rings: tuple[Ring, ...]) -> list[Point]:
        """Join holes to the outside in one ring, so that what lies under a hole is kept (maps.md §3)."""
        joined = list(self.at(rings[0]))
        for hole in map(self.at, rings[1:]):
            joined += [*hole, hole[0], joined[0]]
        return joined

    def roads(self) -> None:
        for side in (True, False):
            for cls, way in ground.ROADS.items():
                roads = self.art.kind("road", cls)
                self.paths(roads, way.side, way.wide + 2 * way.rim) if side else self.paths(roads, way.fill, way.wide)

    def ways(self, shapes: list[Shape], way: Way) -> None:
        if way.side:
            self.paths(shapes, way.side, way.wide + 2 * way.rim)
        self.paths(shapes, way.fill, way.wide)
        for path in (path for shape in shapes for path in shape.lines):
            if way.dashes is not None:
                self.dashes(path, *way.dashes)

    def paths(self, shapes: Iterable[Shape], colour: str, width: float) -> None:
        for path in (path for shape in shapes for path in shape.lines):
            if self.seen(path, width * self.wide):
                self.stroke(self.at(path), colour, width * self.wide)

    def stroke(self, points: list[Point], colour: str, width: float, target: pygame.Surface | None = None) -> None:
        on, paint, half = target or self.target, rgba(colour), width / 2
        for (ax, ay), (bx, by) in pairwise(points):
            long = hypot(bx - ax, by - ay) or 1.0
            nx, ny = (by - ay) / long * half, (ax - bx) / long * half
            pygame.draw.polygon(
                on, paint, ((ax + nx, ay + ny), (bx + nx, by + ny), (bx - nx, by - ny), (ax - nx, ay - ny))
            )
        if width > ROUND:
            for point in points:
                pygame.draw.circle(on, paint, point, half)

    def dashes(self, path: Ring, colour: str, width: float, on: float, off: float) -> None:
        if self.seen(path, width * self.wide):
            tall, margin = self.target.get_height(), width * self.wide
            for a, b in dashed(self.at(path), on * self.wide, off * self.wide):
                if min(a[1], b[1]) <= tall + margin and max(a[1], b[1]) >= -margin:
                    self.stroke([a, b], colour, margin)

    def runways(self) -> None:
        """Draw the runways, grey, with dashes from the middle of one short side to that of the other."""
        self.areas(self.art.kind("runway"), ground.RUNWAY)
        for line in self.art.middles:
            self.dashes(line, *ground.STRIPES)

    def limits(self, borders: list[Shape]) -> None:
        """Let the neighbours stand back, their airport never and their water little, and draw the border."""
        clear, sheet = (0, 0, 0, 0), pygame.Surface(self.target.get_size(), pygame.SRCALPHA)
        sheet.fill(rgba(ground.VEIL))
        for kind, colour in (("boundary", clear), ("airport", clear), ("water", rgba(ground.VEIL_THIN))):
            for shape in self.art.kind(kind):
                if shape.rings and self.seen(shape.rings[0]):
                    pygame.draw.polygon(sheet, colour, self.outline(shape.rings))
        self.target.blit(sheet, (0, 0))
        rings = [ring for border in borders for ring in border.rings if self.seen(ring, ground.BAND * self.wide)]
        sheet.fill(clear)
        for ring in rings:
            self.stroke(self.at(ring), ground.GLOW, ground.BAND * self.wide, sheet)
        self.target.blit(sheet, (0, 0))
        for ring in rings:
            self.dashes(ring, *ground.BORDER)

    def stops(self) -> None:
        rim, disc, hole = ground.STOP.wide + ground.STOP.rim, ground.STOP.wide, ground.STOP_HOLE
        for stop in self.art.kind("label", "stop"):
            for point in self.at(stop.lines[0]) if stop.lines else ():
                for colour, wide in ((ground.STOP.side, rim), (ground.STOP.fill, disc), (ground.STOP.side, hole)):
                    pygame.draw.circle(self.target, rgba(colour), point, wide * self.wide)


def dashed(points: list[Point], on: float, off: float) -> Iterator[tuple[Point, Point]]:
    """Cut a path into dashes, `on` long and `off` apart, that go on around its bends."""
    travelled = 0.0
    for (ax, ay), (bx, by) in pairwise(points):
        long, done = hypot(bx - ax, by - ay), 0.0
        while done < long:
            phase = travelled % (on + off)
            step = min(long - done, max(0.5, (on if phase < on else on + off) - phase))
            if phase < on:
                a, b = done / long, (done + step) / long
                yield (ax + (bx - ax) * a, ay + (by - ay) * a), (ax + (bx - ax) * b, ay + (by - ay) * b)
            done, travelled = done + step, travelled + step


def middle_line(ring: Ring) -> Ring:
    """Give the line that halves the two shortest sides of a four-sided ring; none where it has more sides."""
    sides = list(pairwise(ring))
    if len(sides) != 4:
        return ring[:1]
    ends = sorted(sides, key=lambda side: hypot(side[0][0] - side[1][0], side[0][1] - side[1][1]))[:2]
    return tuple(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in ends)
