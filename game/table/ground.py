"""The town's plan behind the places: painted sharp at rest, slid and stretched from the last one while dragged."""

from __future__ import annotations

from typing import cast

import pygame

from game.core.town import Camera, Town
from game.table import plancache
from game.table.mapart import paint_town
from game.table.surfaces import Texts
from game.view.tree import theme
from game.view.tree.looks import Picture


class Ground:
    """Makes the pictures of `Picture` marks whose facts are a `core.town.Camera` and, if given, the language code."""

    def __init__(self, town: Town) -> None:
        self._town = town
        self._texts = Texts(1_000_000)
        self._last: tuple[pygame.Surface, Camera] | None = None

    def _font(self, px: float) -> pygame.Font:
        return self._texts.font(round(px), bold=False)

    def sharp(self, mark: Picture) -> pygame.Surface:
        """Paint the plan; kept by the painter as long as the camera stays, and the first one until another day."""
        camera = cast("Camera", mark.facts[:3])
        lang = str(mark.facts[3]) if len(mark.facts) > 3 else "fr"
        size = (mark.box.w, mark.box.h)
        made = plancache.recall(self._town, size, camera, lang) if self._last is None else None
        if made is None:
            made = paint_town(self._town, size, camera, self._font, lang)
            if self._last is None:
                plancache.keep(made, self._town, camera, lang)
        self._last = (made, camera)
        return made

    def quick(self, mark: Picture) -> pygame.Surface:
        """Slide the last plan to where the hand has dragged it; what it did not show is paper."""
        if self._last is None:
            return self.sharp(mark)
        made, (x, y, scale) = self._last
        left, top, wanted = cast("Camera", mark.facts[:3])
        out = pygame.Surface((mark.box.w, mark.box.h))
        out.fill(theme.shown(theme.PAPER))
        ratio = scale / wanted
        size = (max(1, round(made.get_width() * ratio)), max(1, round(made.get_height() * ratio)))
        shown = made if size == made.get_size() else pygame.transform.scale(made, size)
        out.blit(shown, (round((x - left) / wanted), round((y - top) / wanted)))
        return out
