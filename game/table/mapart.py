"""The muted plan of the town behind the places: painted once per size and camera, at twice the size, in bands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from math import atan2, ceil, degrees, hypot

import pygame

from game.core.town import Camera, Extent, Point, Ring, Shape, Town, to_screen
from game.type.ground import CASING, FILLS, OVER, PAPER, ROADS, RUNWAY, TAXI, TRAM
from game.type.measure import drawn

Font = Callable[[float], pygame.Font]
BORDER, INK, RIVER = "#C4BBAE", "#6B6459", "#4A7392"
BAND = 256
WORD = 24
"""Pixels of a word of the background beside the board at 1080p."""
LEAST = 0.66
"""Share of it that a small picture keeps."""
UNIT = 8.3
"""Metres per pixel at which the widths of the style table (maps.md §6) are meant."""


@lru_cache(maxsize=4)
def paint_town(
    town: Town,
    size: tuple[int, int],
    camera: Camera,
    font: Font | None = None,
    lang: str = "fr",
) -> pygame.Surface:
    """Paint the background: no places, no pins. Kept for the last four sizes, cameras and languages."""
    picture, spans = pygame.Surface(size), Spans()
    for top in range(0, size[1], BAND):
        height = min(BAND, size[1] - top)
        band = pygame.Surface((size[0] * 2, height * 2))
        _Brush(band, (camera[0], camera[1] + top * camera[2], camera[2] / 2), spans).town(town)
        picture.blit(pygame.transform.smoothscale(band, (size[0], height)), (0, top))
    for word, box in label_boxes(town, size, camera, font or _plain, lang):
        picture.blit(word, box)
    return picture


class Spans:
    """How far each path goes from north to south, in metres, worked out once for all bands of a picture."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[float, float]] = {}

    def of(self, path: Ring) -> tuple[float, float]:
        """Give the least and the greatest y of a path of the town, which outlives this."""
        known = self._known.get(id(path))
        if known is None:
            ys = [y for _, y in path]
            known = self._known[id(path)] = (min(ys), max(ys))
        return known


class _Brush:
    """Draws metres on one band; what lies wholly above or below it is not even placed."""

    def __init__(self, target: pygame.Surface, camera: Camera, spans: Spans) -> None:
        self.target, self.camera, self.spans = target, camera, spans
        self.unit = UNIT / camera[2]

    def town(self, town: Town) -> None:
        self.target.fill(PAPER)
        of = {kind: [shape for shape in town.layers if shape.kind == kind] for kind in {s.kind for s in town.layers}}
        for kind, fill in FILLS.items():
            self.areas(of.get(kind, ()), fill)
        self.paths(of.get("stream", ()), FILLS["water"], 4)
        self.areas(of.get("runway", ()), RUNWAY)
        self.paths(of.get("taxiway", ()), TAXI, 2)
        for extra, colour in ((2.0, CASING), (0.0, "#FFFFFF")):
            for cls, width in ROADS.items():
                self.paths(
                    [road for road in of.get("road", ()) if road.cls == cls],
                    colour,
                    width * 0.8 + extra,
                )
        for kind, fill in OVER.items():
            self.areas(of.get(kind, ()), fill)
        for border in of.get("boundary", ()):
            self.veil(border, town.extent)
            self.dashes(border.rings[0], BORDER, 3, 14, 8)
        for rail in of.get("rail", ()):
            self.paths([rail], "#FFFFFF", 6)
            for path in rail.lines:
                self.dashes(path, TRAM, 3, 9, 5)
        self.stops(shape for shape in of.get("label", ()) if shape.cls == "stop")

    def at(self, path: Ring) -> list[Point]:
        x, y, scale = self.camera
        return [((px - x) / scale, (py - y) / scale) for px, py in path]

    def areas(self, shapes: Iterable[Shape], colour: str) -> None:
        for shape in shapes:
            if shape.rings and self.seen(shape.rings[0]):
                pygame.draw.polygon(self.target, colour, self.at(keyhole(shape.rings)))

    def seen(self, path: Ring, margin: float = 0) -> bool:
        (low, high), (_, y, scale) = self.spans.of(path), self.camera
        return (low - y) / scale <= self.target.get_height() + margin and (high - y) / scale >= -margin

    def paths(self, shapes: Iterable[Shape], colour: str, width: float) -> None:
        for shape in shapes:
            for path in shape.lines:
                if self.seen(path, width * self.unit):
                    self.stroke(self.at(path), colour, width * self.unit)

    def stroke(self, points: list[Point], colour: str, width: float) -> None:
        for (ax, ay), (bx, by) in pairwise(points):
            long = hypot(bx - ax, by - ay) or 1.0
            nx, ny = (by - ay) / long * width / 2, (ax - bx) / long * width / 2
            corners = (
                (ax + nx, ay + ny),
                (bx + nx, by + ny),
                (bx - nx, by - ny),
                (ax - nx, ay - ny),
            )
            pygame.draw.polygon(self.target, colour, corners)
        if width > 5:
            for point in points:
                pygame.draw.circle(self.target, colour, point, width / 2)

    def dashes(self, path: Ring, colour: str, width: float, on: float, off: float) -> None:
        if not self.seen(path, width * self.unit):
            return
        travelled, tall = 0.0, self.target.get_height()
        points, on, off = self.at(path), on * self.unit, off * self.unit
        for (ax, ay), (bx, by) in pairwise(points):
            long = hypot(bx - ax, by - ay)
            done = 0.0
            while done < long:
                phase = travelled % (on + off)
                step = min(long - done, max(0.5, (on if phase < on else on + off) - phase))
                if phase < on:
                    a, b = done / long, (done + step) / long
                    ends = [(ax + (bx - ax) * t, ay + (by - ay) * t) for t in (a, b)]
                    low, high = sorted((ends[0][1], ends[1][1]))
                    if low <= tall + width * self.unit and high >= -width * self.unit:
                        self.stroke(ends, colour, width * self.unit)
                done, travelled = done + step, travelled + step

    def veil(self, border: Shape, extent: Extent) -> None:
        sheet = pygame.Surface(self.target.get_size(), pygame.SRCALPHA)
        sheet.fill((*pygame.Color(PAPER)[:3], 153))
        pygame.draw.polygon(sheet, (0, 0, 0, 0), self.at(border.rings[0]))
        self.target.blit(sheet, (0, 0))

    def stops(self, shapes: Iterable[Shape]) -> None:
        for shape in shapes:
            for point in self.at(shape.lines[0]):
                pygame.draw.circle(self.target, TRAM, point, 6 * self.unit)
                pygame.draw.circle(self.target, "#FFFFFF", point, 3.5 * self.unit)


def keyhole(rings: tuple[Ring, ...]) -> Ring:
    """Join holes to the outside in one ring, so that what lies under a hole is kept (maps.md §3)."""
    joined = rings[0]
    for hole in rings[1:]:
        joined = (*joined, *hole, hole[0], rings[0][0])
    return joined


def label_boxes(
    town: Town, size: tuple[int, int], camera: Camera, font: Font, lang: str = "fr"
) -> tuple[tuple[pygame.Surface, pygame.Rect], ...]:
    """Give the background's words that stand whole in the picture, clear of every place and of one another."""
    taken = [_pixels(zone.box, camera) for zone in town.zones]
    kept: list[tuple[pygame.Surface, pygame.Rect]] = []
    px, whole = WORD * max(LEAST, min(size[0] / 960, size[1] / 660)), pygame.Rect((0, 0), size)

    def free(spot: Point) -> bool:
        at = to_screen(camera, spot)
        return whole.collidepoint(at) and not any(box.collidepoint(at) for box in taken)

    for shape in town.layers:
        if shape.kind not in ("district", "label") or shape.cls == "stop" or not (shape.lines and shape.called(lang)):
            continue
        path = shape.lines[0] if shape.cls == "river" else shape.lines[0][:1]
        spots = [spot for spot in path if free(spot)]
        for word, box in _spots(shape, spots, camera, font(px), lang):
            if box.collidelist(taken) < 0 and whole.contains(box):
                taken.append(box)
                kept.append((word, box))
                break
    return tuple(kept)


def _spots(
    shape: Shape, spots: list[Point], camera: Camera, font: pygame.Font, lang: str
) -> Iterator[tuple[pygame.Surface, pygame.Rect]]:
    """Give a word on each of the spots where it may stand, turned as the river flows; drawn only if there is one."""
    if not spots:
        return
    river, path = shape.cls == "river", shape.lines[0]
    word = font.render(drawn(shape.called(lang)), antialias=True, color=RIVER if river else INK)
    word = _shield(word) if shape.cls == "shield" else word
    for spot in spots:
        turned = pygame.transform.rotozoom(word, _slope(path, spot), 1) if river else word
        yield turned, turned.get_rect(center=to_screen(camera, spot))


def _shield(word: pygame.Surface) -> pygame.Surface:
    """Set a road's number on a plate."""
    high = word.get_height()
    plate = pygame.Surface((word.get_width() + high // 2, high), pygame.SRCALPHA)
    pygame.draw.rect(plate, CASING, plate.get_rect(), border_radius=high // 5)
    pygame.draw.rect(plate, "#FFFFFF", plate.get_rect().inflate(-4, -4), border_radius=high // 6)
    plate.blit(word, (high // 4, 0))
    return plate


def _slope(path: Ring, spot: Point) -> float:
    i = min(path.index(spot), len(path) - 2)
    (ax, ay), (bx, by) = path[i], path[i + 1]
    turn = degrees(atan2(ay - by, bx - ax))
    return turn - 180 if turn > 90 else turn + 180 if turn < -90 else turn


def _pixels(box: Extent, camera: Camera) -> pygame.Rect:
    (left, top), (right, bottom) = to_screen(camera, box[:2]), to_screen(camera, box[2:])
    return pygame.Rect(int(left), int(top), ceil(right - left), ceil(bottom - top))


def _plain(px: float) -> pygame.Font:
    pygame.font.init()
    return pygame.Font(None, int(px * 1.25))
