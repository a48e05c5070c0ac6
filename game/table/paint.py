"""Painting what of a tree lies in some boxes. Every colour, line break and pixel is in the marks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import pairwise
from operator import attrgetter
from typing import Any, TypeVar, cast

import pygame

from game.table import shapes
from game.table.pictures import Ground, Pictures
from game.table.pieces import Pieces, Step, laid, placed, weight
from game.table.strokes import Painted, Rects, Stroke, fresh, rect
from game.table.surfaces import Store, Surfaces, rgba, sheet
from game.view.parts.moved import moved
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.looks import Fill, Icon, Line, Picture, Poly, Stripes, Words
from game.view.tree.node import Node
from game.view.tree.sight import Odd

Boxed = Fill | Words | Icon | Stripes
Drawn = Boxed | Line | Poly
Dressed = TypeVar("Dressed", bound=Drawn)
SIZE = ("box.w", "box.h")
LOOKS: dict[type, Callable[[object], tuple[object, ...]]] = {
    Fill: attrgetter(*SIZE, "colour", "radius", "border", "width", "dash", "shadow", "cut", "hatch", "square"),
    Words: attrgetter(*SIZE, "lines", "px", "step", "colour", "bold", "align"),
    Icon: attrgetter(*SIZE, "name", "colour"),
    Stripes: attrgetter(*SIZE, "dark", "light", "__class__"),
}
"""What the pieces of a mark depend on."""
NAMED: dict[type, tuple[str, ...]] = {
    Fill: ("colour", "border", "hatch"), Words: ("colour",), Icon: ("colour",), Stripes: ("dark", "light"),
    Line: ("colour",), Poly: ("colour", "border"),
}  # fmt: skip
"""What of a mark is the name of a colour."""
MARKS = 8_000_000
"""Bytes of pieces that are kept, and of lines of text; as many as the screen has where that is more."""
TILT = 2.5
"""Degrees a lifted card leans, as a hand would hold it."""


class Painter:
    """Paints nodes. `ground` makes the picture of a `Picture` mark (the town's plan); None leaves it empty."""

    def __init__(self, keep: Surfaces | None = None, ground: Ground | None = None, *, tilt: bool = True) -> None:
        self.keep = keep or Surfaces()
        self.marks: Store[Pieces] = Store(MARKS, weight)
        self.tilt = tilt
        self.palette = theme.DAY
        self.odd: dict[str, Odd] = {}
        """What could not be painted, by its node's key; a plain plate is painted in its place."""
        self.pictures = Pictures(ground, self.keep.grounds, self.odd)

    def wear(self, palette: str) -> None:
        """Paint in the colours of a palette of the theme from now on."""
        self.palette = self.pictures.palette = palette
        self.marks = Store(self.marks.limit, weight)

    def paint(self, target: pygame.Surface, node: Node, clip: Box) -> None:
        """Paint what of a tree lies in a box."""
        self.lay(target, fresh(node, target.get_rect()), [rect(clip)])

    def fit(self, size: tuple[int, int]) -> None:
        """Keep what a screen of a size in pixels needs from one picture to the next."""
        self.marks.limit = max(MARKS, 4 * size[0] * size[1])
        self.keep.texts.limit(self.marks.limit)

    def lay(self, target: pygame.Surface, painted: Painted, clips: Rects) -> None:
        """Paint what of a tree lies in some boxes; what something lies wholly over is left out."""
        strokes, was = painted.strokes, target.get_clip()
        touched = [stroke.rect for stroke in strokes]
        for clip in clips:
            inner = was.clip(clip)
            target.set_clip(inner)
            met = [strokes[i] for i in clip.collidelistall(touched)]
            for stroke in met[_hidden(met, clip) :]:
                if stroke.cut:
                    target.set_clip(inner.clip(stroke.rect))
                self._stroke(target, stroke)
                if stroke.cut:
                    target.set_clip(inner)
        target.set_clip(was)

    def _stroke(self, target: pygame.Surface, stroke: Stroke) -> None:
        """Paint one stroke; where that fails a plain plate stands in its box, and the rest is painted."""
        was = target.get_clip()
        try:
            stroke.steps = stroke.steps or tuple(self._made(stroke))
            for step in stroke.steps:
                step(target)
        except Exception as error:  # whatever it is, the rest of the table stands
            self.odd.setdefault(stroke.node.key, Odd(stroke.node.name, error))
            target.set_clip(was)
            for step in placed((self._plate(Box(*stroke.rect)), *stroke.rect.topleft)):
                step(target)

    def _made(self, stroke: Stroke) -> list[Step]:
        match stroke.marks:
            case ():
                return self._float(stroke.node)
            case (Picture() as mark,):
                return [partial(self.pictures.show, mark=mark)]
            case marks:
                return placed(*[self._part(stroke, mark) for mark in cast("tuple[Drawn, ...]", marks)])

    def _part(self, stroke: Stroke, mark: Drawn) -> tuple[Pieces, int, int]:
        """Give the pieces of a mark, and where they lie; where that fails those of a plain plate."""
        box = Box(*stroke.rect) if isinstance(mark, (Line, Poly)) else mark.box
        try:
            return self._pieces(mark, box), box.x, box.y
        except Exception as error:  # whatever it is, the rest of the table stands
            self.odd.setdefault(stroke.node.key, Odd(stroke.node.name, error))
            return self._plate(box), box.x, box.y

    def _pieces(self, mark: Drawn, box: Box) -> Pieces:
        """Give the pieces of a mark, made once for all that look alike; `box` is what shows of it."""
        if isinstance(mark, (Line, Poly)):
            here, size = replace(mark, points=tuple([(x - box.x, y - box.y) for x, y in mark.points])), (box.w, box.h)
            return self.marks.get((here, size), lambda: laid((_drawn(self._dressed(here), size), (0, 0))))
        return self.marks.get(LOOKS[type(mark)](mark), partial(self._piece, mark))

    def _dressed(self, mark: Dressed) -> Dressed:
        """Give a mark with the looks of its colours for their names."""
        named = {name: getattr(mark, name) for name in NAMED[type(mark)]}
        looks: Any = {name: theme.shown(colour, self.palette) for name, colour in named.items()}
        return replace(mark, **looks)

    def _plate(self, box: Box) -> Pieces:
        plate = Fill(Box(0, 0, box.w, box.h), theme.PAPER_2, border=theme.LINE, width=1)
        return shapes.fill(self.keep, self._dressed(plate))

    def _piece(self, named: Boxed) -> Pieces:
        mark = self._dressed(named)
        w, h = mark.box.w, mark.box.h
        match mark:
            case Fill():
                return shapes.fill(self.keep, replace(mark, box=Box(0, 0, w, h)))
            case Words():
                return self._words(replace(mark, box=Box(0, 0, w, h)))
            case Stripes():
                return laid((_striped(mark), (0, 0)))
            case Icon(_, name, colour):
                side = max(1, min(w, h))
                return laid((self.keep.icon(name, side, colour), ((w - side) // 2, (h - side) // 2)))

    def _words(self, mark: Words) -> Pieces:
        y, found = mark.box.y, []
        for text in mark.lines:
            if text:
                line = self.keep.texts.line(text, mark.px, mark.colour, bold=mark.bold)
                free = mark.box.w - line.get_width()
                x = mark.box.x + (0 if mark.align == "left" else free // 2 if mark.align == "centre" else free)
                found.append((line, (x, y + (mark.step - line.get_height()) // 2)))
            y += mark.step
        return laid(*found)

    def _float(self, node: Node) -> list[Step]:
        made = self.lifted(node.kids[0])
        area = made.get_rect()
        inside = area.clip(pygame.Rect(0, 0, node.box.w, node.box.h))
        inside.center = area.center
        cx, cy = node.box.centre
        return placed((laid((made.subsurface(inside.clip(area)), (0, 0))), cx - inside.w // 2, cy - inside.h // 2))

    def lifted(self, node: Node) -> pygame.Surface:
        """Give a card as it floats: painted once, leaning, with its shadow."""
        return self.keep.faces.get(("lifted", _Same(node), self.tilt, self.palette), lambda: self._lift(node))

    def _lift(self, node: Node) -> pygame.Surface:
        deep = max(8, node.box.h // 22)
        size = (node.box.w + 4 * deep, node.box.h + 5 * deep)
        made = pygame.Surface(size, pygame.SRCALPHA)
        dx, dy = node.box.x - 2 * deep, node.box.y - 2 * deep
        shadow = Fill(Box(2 * deep, 2 * deep, node.box.w, node.box.h), "", shadow=deep)
        flat = moved(node, -dx, -dy)
        self.paint(made, Node("group", "", "", shadow.box, (shadow,), kids=(flat,)), Box(0, 0, *size))
        return pygame.transform.rotozoom(made, TILT, 1.0) if self.tilt else made


class _Same:
    """A node as a cache key: by identity, kept alive by the key."""

    __slots__ = ("node",)

    def __init__(self, node: Node) -> None:
        self.node = node

    def __hash__(self) -> int:
        return id(self.node)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.node is other.node


def _hidden(strokes: list[Stroke], clip: pygame.Rect) -> int:
    """Give the last of some strokes that hides all others in a box: where painting may begin."""
    for i in range(len(strokes) - 1, 0, -1):
        solid = strokes[i].solid
        if solid is not None and solid.contains(clip):
            return i
    return 0


def _drawn(mark: Line | Poly, area: tuple[int, int]) -> pygame.Surface:
    """Draw a line or a polygon on a picture of its own, clear but for it: no part depends on where it is cut."""
    made = pygame.Surface(area, pygame.SRCALPHA)
    if isinstance(mark, Poly):
        _polygon(made, mark)
    else:
        made.fill((*rgba(mark.colour)[:3], 0))
        _line(made, mark)
    return made


def _polygon(target: pygame.Surface, mark: Poly) -> None:
    if mark.border:
        target.fill((*rgba(mark.border)[:3], 0))
    if mark.colour:
        pygame.draw.polygon(target, rgba(mark.colour), mark.points)
    if mark.border:
        _line(target, Line(mark.points, mark.border, mark.width, closed=True))


def _line(target: pygame.Surface, mark: Line) -> None:
    paint, points = rgba(mark.colour), mark.points
    if mark.dash:
        for start, end in pairwise((*points, points[0]) if mark.closed else points):
            for a, b in _dashed(start, end, mark.dash):
                pygame.draw.line(target, paint, a, b, mark.width)
        return
    pygame.draw.lines(target, paint, mark.closed, points, mark.width)
    if mark.width > 2:
        for point in points:
            pygame.draw.circle(target, paint, point, mark.width // 2)
    else:
        pygame.draw.aalines(target, paint, mark.closed, points)


def _dashed(start: tuple[int, int], end: tuple[int, int], dash: int) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    long = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5
    if long < dash:
        return [(start, end)]

    def point(at: float) -> tuple[int, int]:
        share = min(1.0, at / long)
        return round(start[0] + (end[0] - start[0]) * share), round(start[1] + (end[1] - start[1]) * share)

    return [(point(i * 2 * dash), point(i * 2 * dash + dash)) for i in range(int(long / (2 * dash)) + 1)]


def _striped(mark: Stripes) -> pygame.Surface:
    """Draw the slanted stripes along a box."""
    wide, tall = mark.box.w, mark.box.h
    made, step = sheet((max(1, wide), max(1, tall))), max(4, tall * 5)
    made.fill(rgba(mark.dark))
    for x in range(-step, wide + step, step):
        corners = ((x, tall), (x + step // 2, tall), (x + step // 2 + tall, 0), (x + tall, 0))
        pygame.draw.polygon(made, rgba(mark.light), corners)
    return made
