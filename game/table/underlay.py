"""The picture that a town's plan may be: decoded once, laid under the ground at whatever scale it is looked at."""

from __future__ import annotations

from functools import cached_property
from io import BytesIO

import pygame

from game.core.town import Camera, Scan, to_screen


class Underlay:
    """Lays a picture on what is painted."""

    def __init__(self, scan: Scan) -> None:
        self._scan = scan

    def lay(self, target: pygame.Surface, camera: Camera) -> None:
        """Lay as much of the picture as a camera of the target sees."""
        x0, y0, x1, y1 = self._scan.extent
        (left, top), (right, low) = to_screen(camera, (x0, y0)), to_screen(camera, (x1, y1))
        whole = pygame.Rect(round(left), round(top), max(1, round(right - left)), max(1, round(low - top)))
        seen = whole.clip(target.get_rect())
        if not seen.w or not seen.h:
            return
        wide, high = (one / two for one, two in zip(self._picture.get_size(), whole.size, strict=True))
        part = pygame.Rect((seen.x - whole.x) * wide, (seen.y - whole.y) * high, seen.w * wide + 1, seen.h * high + 1)
        shown = self._picture.subsurface(part.clip(self._picture.get_rect()))
        target.blit(pygame.transform.smoothscale(shown, seen.size), seen)

    @cached_property
    def _picture(self) -> pygame.Surface:
        picture = pygame.image.load(BytesIO(self._scan.jpeg), "map.jpg")
        plain = pygame.Surface(picture.get_size(), depth=24)
        plain.blit(picture, (0, 0))
        return plain
