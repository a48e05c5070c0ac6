"""The ground of the town, without its words: painted at twice its size, in bands, from the styles of `type/ground`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot, sqrt

import pygame

from game.core.town import Camera, Extent, Point, Ring, Shape, Town
from game.table.pictures import Drawing, finished
from game.table.surfaces import Colour, rgba
from game.table.underlay import Underlay
from game.type import ground
from game.type.ground import Area, Way

BAND = 2_000_000
"""Pixels painted at once, at twice the size."""
AT_ONCE, MANY = 800, 5000
"""Things of a kind that are drawn at one step, and that are found: a large town's hands are not kept waiting."""
ROUND = 5
"""Pixels of width from which a line's bends are rounded."""
WIDEST = 14.0
"""Pixels of the widest line of the styles, with its sides."""
DOT, EDGED = 4.0, 9.0
"""Pixels of the longer side, at twice the size, under which an area is a dot, and from which it has its edge."""
FAR, NEAR = 0.7, 3.0
"""The least and the most that the widths of the styles grow with the scale."""


Found = tuple[float, float, float, float, Shape | Ring]
"""A thing with its extent in metres: an area's, or one line's."""
Things = dict[str, list[Found]]


class Art:
    """Paints one town, whose things by kind and their extents are found once."""

    def __init__(self, town: Town) -> None:
        self.things: Things = {}
        self.under = Underlay(town.scan) if town.scan is not None else None
        self._finding = self._found(town.layers)

    def _found(self, shapes: Sequence[Shape]) -> Iterator[None]:
        """Find the things, some at each step."""
        for i, shape in enumerate(shapes, 1):
            if shape.rings:
                self._add(shape.kind, shape.rings[0], shape)
            for line in shape.lines:
                self._add(f"{shape.kind} {shape.cls}".strip(), line, line)
            if not i % MANY:
                yield
        for *_, runway in self.things.get("runway", ()):
            line = middle_line(runway.rings[0]) if isinstance(runway, Shape) else ()
            if len(line) > 1:
                self._add("middle", line, line)

    def _add(self, kind: str, path: Ring, thing: Shape | Ring) -> None:
        self.things.setdefault(kind, []).append((*extent(path), thing))

    def paint(self, size: tuple[int, int], camera: Camera, unit: float = 1.0) -> pygame.Surface:
        """Paint what a camera sees; `unit` is how many pixels one of a 1080p screen takes."""
        return finished(self.drawn(size, camera, unit))

    def drawn(self, size: tuple[int, int], camera: Camera, unit: float = 1.0) -> Drawing:
        """Paint what a camera sees, a band at each step, or as many things of one."""
        for _ in self._finding:  # a drawing that is given up does not end what the next ones go on with
            yield
        picture, rows = pygame.Surface(size), max(32, BAND // (4 * size[0]))
        wide, (x, y, scale) = widened(camera[2], unit), camera
        things = within(self.things, (x, y, x + size[0] * scale, y + size[1] * scale), WIDEST * wide * scale)
        for top in range(0, size[1], rows):
            tall = min(rows, size[1] - top)
            band, edge = pygame.Surface((size[0] * 2, tall * 2)), y + top * scale
            seen = within(things, (x, edge, x + size[0] * scale, edge + tall * scale), WIDEST * wide * scale)
            brush = _Brush(seen, band, (x, edge, scale / 2), 2 * wide, self.under)
            yield from brush.town(bordered=bool(self.things.get("boundary")))
            picture.blit(pygame.transform.smoothscale(band, (size[0], tall)), (0, top))
            yield
        return picture


def within(things: Things, view: Extent, margin: float) -> Things:
    """Give the things that a view meets, or nearly, in their order."""
    x0, y0, x1, y1 = view[0] - margin, view[1] - margin, view[2] + margin, view[3] + margin
    return {
        kind: [one for one in found if one[0] <= x1 and one[2] >= x0 and one[1] <= y1 and one[3] >= y0]
        for kind, found in things.items()
    }


def extent(path: Ring) -> Extent:
    """Give the extent of a path."""
    xs, ys = zip(*path, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def widened(scale: float, unit: float) -> float:
    """Give how many pixels one of the styles takes: more as one looks closer, though less than the town grows."""
    return unit * min(NEAR, max(FAR, sqrt(ground.UNIT / (scale * unit))))


class _Brush:
    """Draws the things that one band meets."""

    def __init__(
        self, things: Things, target: pygame.Surface, camera: Camera, wide: float, under: Underlay | None = None
    ) -> None:
        self.things, self.target, self.camera, self.wide, self.under = things, target, camera, wide, under
        self._placed: dict[int, list[Point]] = {}

    def town(self, *, bordered: bool) -> Iterator[None]:
        """Draw all of it, some things at each step."""
        self.target.fill(rgba(ground.PAPER if bordered else ground.LAND))
        if self.under is None:
            yield from self.areas("boundary", Area(ground.LAND))
        else:
            self.under.lay(self.target, self.camera)
        for kind, area in ground.AREAS.items():
            yield from self.areas(kind, area)
        yield from self.way("stream", ground.STREAM)
        yield from self.way("taxiway", ground.TAXIWAY)
        yield from self.areas("runway", ground.RUNWAY)
        self.dashes("middle", *ground.STRIPES)
        yield from self.areas("building", ground.BUILDING)
        yield from self.roads()
        yield from self.areas("landmark", ground.LANDMARK)
        if bordered:
            self.limits()
        for cls, rail in ground.RAILS.items():
            yield from self.way(f"rail {cls}", rail)
        self.stops()

    def at(self, path: Ring) -> list[Point]:
        """Give the pixels of a path; one that is drawn more than once is placed once."""
        known = self._placed.get(id(path))
        if known is None:
            x, y, scale = self.camera
            known = self._placed[id(path)] = [((px - x) / scale, (py - y) / scale) for px, py in path]
        return known

    def shapes(self, kind: str) -> list[Shape]:
        return [one[4] for one in self.things.get(kind, ()) if isinstance(one[4], Shape)]

    def lines(self, kind: str) -> list[Ring]:
        return [one[4] for one in self.things.get(kind, ()) if not isinstance(one[4], Shape)]

    def areas(self, kind: str, area: Area) -> Iterator[None]:
        """Fill areas; one that is hardly to be seen is a dot."""
        (x, y, scale), fill = self.camera, rgba(area.fill)
        for i, (left, top, right, low, shape) in enumerate(self.things.get(kind, ()), 1):
            if not i % AT_ONCE:
                yield
            side = max(right - left, low - top) / scale
            if side < DOT:
                spot = ((left - x) / scale, (top - y) / scale, (right - left) / scale + 1, (low - top) / scale + 1)
                self.target.fill(fill, spot)
            elif isinstance(shape, Shape):
                self.area(shape, fill, area if side >= EDGED else Area(area.fill))

    def area(self, shape: Shape, fill: Colour, area: Area) -> None:
        points = self.at(shape.rings[0]) if len(shape.rings) == 1 else self.outline(shape.rings)
        pygame.draw.polygon(self.target, fill, points)
        for ring in shape.rings if area.edge else ():
            self.edge(self.at(ring), area.edge, area.wide * self.wide)

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

    def roads(self) -> Iterator[None]:
        for side in (True, False):
            for cls, way in ground.ROADS.items():
                fill, wide = (way.side, way.wide + 2 * way.rim) if side else (way.fill, way.wide)
                yield from self.paths(f"road {cls}", fill, wide)

    def way(self, kind: str, way: Way) -> Iterator[None]:
        if way.side:
            yield from self.paths(kind, way.side, way.wide + 2 * way.rim)
        yield from self.paths(kind, way.fill, way.wide)
        if way.dashes is not None:
            self.dashes(kind, *way.dashes)

    def paths(self, kind: str, colour: str, width: float) -> Iterator[None]:
        for i, path in enumerate(self.lines(kind), 1):
            if not i % AT_ONCE:
                yield
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

    def dashes(self, kind: str, colour: str, width: float, on: float, off: float) -> None:
        for path in self.lines(kind):
            self.dash(path, colour, width, on, off)

    def dash(self, path: Ring, colour: str, width: float, on: float, off: float) -> None:
        tall, margin = self.target.get_height(), width * self.wide
        for a, b in dashed(self.at(path), on * self.wide, off * self.wide):
            if min(a[1], b[1]) <= tall + margin and max(a[1], b[1]) >= -margin:
                self.stroke([a, b], colour, margin)

    def limits(self) -> None:
        """Let the neighbours stand back, their airport never and their water little, and draw the border."""
        clear, sheet = (0, 0, 0, 0), pygame.Surface(self.target.get_size(), pygame.SRCALPHA)
        sheet.fill(rgba(ground.VEIL))
        for kind, colour in (("boundary", clear), ("airport", clear), ("water", rgba(ground.VEIL_THIN))):
            for shape in self.shapes(kind):
                pygame.draw.polygon(sheet, colour, self.outline(shape.rings))
        self.target.blit(sheet, (0, 0))
        sheet.fill(clear)
        rings = [ring for border in self.shapes("boundary") for ring in border.rings]
        for ring in rings:
            self.stroke(self.at(ring), ground.GLOW, ground.BAND * self.wide, sheet)
        self.target.blit(sheet, (0, 0))
        for ring in rings:
            self.dash(ring, *ground.BORDER)

    def stops(self) -> None:
        rim, disc, hole = ground.STOP.wide + ground.STOP.rim, ground.STOP.wide, ground.STOP_HOLE
        for point in (point for path in self.lines("label stop") for point in self.at(path)):
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
