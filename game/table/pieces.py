"""What a mark puts on the screen, told from the corner of its box: made once for all marks that look alike."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from operator import methodcaller
from typing import cast

import pygame

from game.table.surfaces import ALIGNED, Colour, rgba

Step = Callable[[pygame.Surface], object]
"""One call of pygame that puts something on a surface."""
Area = tuple[int, int, int, int]
Piece = tuple[pygame.Surface | Colour, Area]
"""A surface that is laid at a point (its area has no size) or again and again over an area; a colour fills one."""
Pieces = list[Piece]
FLAT = 4
"""Rows of pixels up to which a box is filled as it is."""


def filled(colour: str, *areas: Area) -> Pieces:
    """Fill areas with a colour."""
    return [(rgba(colour), area) for area in areas if area[2] > 0 and area[3] > 0]


def laid(*surfaces: tuple[pygame.Surface, tuple[int, int]]) -> Pieces:
    """Lay surfaces at points."""
    return [(surface, (*at, 0, 0)) for surface, at in surfaces]


def weight(pieces: Pieces) -> int:
    """Give how many bytes pieces hold."""
    return 200 + sum(4 * what.get_width() * what.get_height() for what, _ in pieces if isinstance(what, pygame.Surface))


def placed(pieces: Pieces, left: int, top: int) -> list[Step]:
    """Give the steps that paint pieces at a point."""
    steps: list[Step] = []
    run: list[tuple[pygame.Surface, tuple[int, int]]] = []
    for what, (x, y, w, h) in pieces:
        if not w:
            run.append((cast("pygame.Surface", what), (left + x, top + y)))
            continue
        if run:
            steps.append(methodcaller("fblits", run))
            run = []
        if isinstance(what, pygame.Surface):
            steps.append(partial(_tiled, tile=what, area=(left + x, top + y, w, h)))
        else:
            steps += _fills(what, left + x, top + y, w, h)
    return [*steps, methodcaller("fblits", run)] if run else steps


def _fills(colour: Colour, x: int, y: int, w: int, h: int) -> list[Step]:
    """Fill a box: what lies on whole lines of memory is filled apart, which is many times faster."""
    if h <= FLAT or w < ALIGNED:
        return [methodcaller("fill", colour, (x, y, w, h))]
    first, last = x - x % -ALIGNED, (x + w) // ALIGNED * ALIGNED
    edges = (x, first, last, x + w) if first <= last else (x, x + w)
    return [methodcaller("fill", colour, (a, y, b - a, h)) for a, b in pairwise(edges) if a < b]


def _tiled(target: pygame.Surface, tile: pygame.Surface, area: Area) -> None:
    """Lay a tile again and again over what is to be painted of an area."""
    was = target.get_clip()
    clip = was.clip(area)
    target.set_clip(clip)
    side = tile.get_width()
    target.fblits([(tile, (x, y)) for x in range(clip.x, clip.right, side) for y in range(clip.y, clip.bottom, side)])
    target.set_clip(was)
