"""The town's plan behind the places: painted sharp at rest, slid and stretched from the last one until then."""

from __future__ import annotations

from functools import cached_property
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

    def quick(self, mark: Picture) -> pygame.Surface:
        """Slide the last plan to where it is looked at now; what it did not show is paper."""
        out = pygame.Surface((mark.box.w, mark.box.h))
        out.fill(rgba(PAPER))
        if self._last is None:
            return out
        made, (x, y, scale) = self._last.made, self._last.camera
        left, top, wanted = cast("Camera", mark.facts[:3])
        ratio = scale / wanted
        size = (max(1, round(made.get_width() * ratio)), max(1, round(made.get_height() * ratio)))
        shown = made if size == made.get_size() else pygame.transform.scale(made, size)
        out.blit(shown, (round((x - left) / wanted), round((y - top) / wanted)))
        return out


def _setting(mark: Picture) -> Setting:
    given = mark.facts[3] if len(mark.facts) > 3 else None
    return given if isinstance(given, Setting) else Setting()


MARGIN = 4
"""Pixels around the box of a word that its halo, or a turned letter, may touch."""


def _around(box: tuple[float, float, float, float]) -> pygame.Rect:
    x0, y0, x1, y1 = box
    return pygame.Rect(int(x0) - MARGIN, int(y0) - MARGIN, int(x1 - x0) + 2 * MARGIN + 2, int(y1 - y0) + 2 * MARGIN + 2)
