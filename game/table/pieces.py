"""What a mark puts on the screen, told from the corner of its box: made once for all marks that look alike."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from operator import methodcaller

import pygame

Step = Callable[[pygame.Surface], object]
"""One call of pygame that puts something on a surface."""
Area = tuple[int, int, int, int]
Piece = tuple[pygame.Surface, Area]
"""A surface that is laid at a point (its area has no size) or again and again over an area."""
Pieces = list[Piece]
PARTS = 6
"""Parts of a tile by which an area is covered at most: over a larger one it is laid where it shows."""


def laid(*surfaces: tuple[pygame.Surface, tuple[int, int]]) -> Pieces:
    """Lay surfaces at points."""
    return [(surface, (*at, 0, 0)) for surface, at in surfaces]


def spread(tile: pygame.Surface, *areas: Area) -> Pieces:
    """Cover areas with a tile, a small one by parts of it. Filling takes longer, many times off whole lines."""
    wide, tall = tile.get_size()
    found: Pieces = []
    for x, y, w, h in areas:
        across, down = range(0, w, wide), range(0, h, tall)
        if len(across) * len(down) > PARTS:
            found.append((tile, (x, y, w, h)))
            continue
        parts = ((i, j, min(wide, w - i), min(tall, h - j)) for i in across for j in down)
        found += [(tile.subsurface((0, 0, *size)), (x + i, y + j, 0, 0)) for i, j, *size in parts]
    return found


def around(box: pygame.Rect, part: pygame.Rect) -> list[pygame.Rect]:
    """Give what lies above, below, left and right of a part of a box; all of it where they do not meet."""
    part = part.clip(box)
    if not part:
        return [box]
    above, below = (box.x, box.y, box.w, part.y - box.y), (box.x, part.bottom, box.w, box.bottom - part.bottom)
    left, right = (box.x, part.y, part.x - box.x, part.h), (part.right, part.y, box.right - part.right, part.h)
    return [found for one in (above, below, left, right) if (found := pygame.Rect(one))]


def weight(pieces: Pieces) -> int:
    """Give how many bytes pieces hold, beside what they share with others."""
    own = [surface.get_size() for surface, _ in pieces if surface.get_parent() is None]
    return 200 + sum(4 * wide * tall for wide, tall in own)


def placed(*parts: tuple[Pieces, int, int]) -> list[Step]:
    """Give the steps that paint pieces, each at a point, one after the other: what is laid is laid at once."""
    steps: list[Step] = []
    run: list[tuple[pygame.Surface, tuple[int, int]]] = []
    for pieces, left, top in parts:
        for surface, (x, y, w, h) in pieces:
            if not w:
                run.append((surface, (left + x, top + y)))
                continue
            if run:
                steps.append(methodcaller("fblits", run))
                run = []
            steps.append(partial(_tiled, tile=surface, area=(left + x, top + y, w, h)))
    return [*steps, methodcaller("fblits", run)] if run else steps


def _tiled(target: pygame.Surface, tile: pygame.Surface, area: Area) -> None:
    """Lay a tile again and again over what is to be painted of an area."""
    was, (wide, tall) = target.get_clip(), tile.get_size()
    clip = was.clip(area)
    target.set_clip(clip)
    across, down = range(clip.x, clip.right, wide), range(clip.y, clip.bottom, tall)
    target.fblits([(tile, (x, y)) for x in across for y in down])
    target.set_clip(was)
