"""The town's plan behind the places: painted sharp at rest, slid and stretched from the last one until then."""

from __future__ import annotations

from functools import cached_property
from math import ceil
from typing import NamedTuple, cast

import pygame

from game.core.town import Camera, Town
from game.table import plancache
from game.table.mapart import Art
from game.table.pictures import Drawing, finished
from game.table.surfaces import rgba
from game.type.ground import PAPER, Setting
from game.view.tree.looks import Picture


class _Shown(NamedTuple):
    """The last picture: what it looks at, and what lies under its words; None where that is not known."""

    made: pygame.Surface
    camera: Camera
    unit: float
    under: tuple[tuple[pygame.Surface, pygame.Rect], ...] | None


class Ground:
    """Makes the pictures of `Picture` marks whose facts are a `core.town.Camera` and, maybe, its words' `Setting`."""

    def __init__(self, town: Town) -> None:
        self._town = town
        self._last: _Shown | None = None

    def sharp(self, mark: Picture) -> pygame.Surface:
        """Paint the plan."""
        return finished(self.drawn(mark))

    def drawn(self, mark: Picture) -> Drawing:
        """Paint the plan, bit by bit; the first one is kept until another day."""
        camera, setting, size = cast("Camera", mark.facts[:3]), _setting(mark), (mark.box.w, mark.box.h)
        first = self._last is None
        known = plancache.recall(self._town, size, camera, setting) if first else None
        if known is not None:
            self._last = _Shown(known, camera, setting.unit, None)
            return known
        yield
        bare = yield from self._bare(size, camera, setting.unit)
        self._last = self._written(bare, camera, setting)
        if first:
            plancache.keep(self._last.made, self._town, camera, setting)
        return self._last.made

    def _bare(self, size: tuple[int, int], camera: Camera, unit: float) -> Drawing:
        """Paint the ground without words: it is the last one's, if that looked at the same."""
        last = self._last
        same = last is not None and (last.made.get_size(), last.camera, last.unit) == (size, camera, unit)
        if last is None or not same or last.under is None:
            return (yield from self._art.drawn(size, camera, unit))
        made = last.made.copy()
        made.blits(last.under)
        return made

    @cached_property
    def _art(self) -> Art:
        return Art(self._town)

    def _written(self, made: pygame.Surface, camera: Camera, setting: Setting) -> _Shown:
        from game.table.mapwords import write  # not read where the first plan is that of another day
        from game.type.groundwords import words

        said = words(self._town, made.get_size(), camera, setting)
        areas = [_around(box).clip(made.get_rect()) for word in said for box in word.boxes]
        under = tuple((made.subsurface(area).copy(), area) for area in areas)
        write(made, said)
        return _Shown(made, camera, setting.unit, under)

    def quick(self, target: pygame.Surface, mark: Picture) -> None:
        """Slide and stretch the last plan to where it is looked at now; what it did not show is paper."""
        box, area = mark.box, target.get_clip().clip((mark.box.x, mark.box.y, mark.box.w, mark.box.h))
        if self._last is None:
            target.fill(rgba(PAPER), area)
            return
        (x, y, scale), (left, top, wanted) = self._last.camera, cast("Camera", mark.facts[:3])
        over, down, ratio = box.x + (x - left) / wanted, box.y + (y - top) / wanted, scale / wanted
        made = self._last.made
        shown = pygame.Rect(round(over), round(down), round(made.get_width() * ratio), round(made.get_height() * ratio))
        for bare in _beside(area, shown):
            target.fill(rgba(PAPER), bare)
        if made.get_size() == shown.size:
            target.blit(made, shown)
        elif part := shown.clip(area):
            _stretched(target, made, part, (over, down, ratio))


def _beside(area: pygame.Rect, shown: pygame.Rect) -> list[pygame.Rect]:
    """Give what of an area a picture leaves bare: strips above, below, left and right of it."""
    held = shown.clip(area)
    if not held:
        return [area]
    x, y, right, low = area.x, area.y, area.right, area.bottom
    strips = (
        (x, y, area.w, held.y - y), (x, held.bottom, area.w, low - held.bottom),
        (x, held.y, held.x - x, held.h), (held.right, held.y, right - held.right, held.h),
    )  # fmt: skip
    return [pygame.Rect(strip) for strip in strips if strip[2] > 0 and strip[3] > 0]


def _stretched(
    target: pygame.Surface, made: pygame.Surface, part: pygame.Rect, way: tuple[float, float, float]
) -> None:
    """Stretch what of a picture shows in a part of the target: its corner lies at a pixel, its own are so wide."""
    over, down, ratio = way
    left, top = int((part.x - over) / ratio), int((part.y - down) / ratio)
    wide, tall = ceil(part.w / ratio), ceil(part.h / ratio)
    source = pygame.Rect(left, top, max(1, wide), max(1, tall)).clip(made.get_rect())
    if source:
        pygame.transform.scale(made.subsurface(source), part.size, target.subsurface(part))


def _setting(mark: Picture) -> Setting:
    given = mark.facts[3] if len(mark.facts) > 3 else None
    return given if isinstance(given, Setting) else Setting()


MARGIN = 4
"""Pixels around the box of a word that its halo, or a turned letter, may touch."""


def _around(box: tuple[float, float, float, float]) -> pygame.Rect:
    x0, y0, x1, y1 = box
    return pygame.Rect(int(x0) - MARGIN, int(y0) - MARGIN, int(x1 - x0) + 2 * MARGIN + 2, int(y1 - y0) + 2 * MARGIN + 2)
