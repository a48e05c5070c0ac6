"""The clapperboard: when a phase opens, the stripes under the bar fall shut, once, like the clap before a take."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pygame

from game.table.surfaces import loose
from game.view.tree.box import Box
from game.view.tree.looks import Stripes
from game.view.tree.node import Node

LIFTS = (0.55, 1.0, 0.85, 0.5, 0.12)
"""How far the bar's right end stands up at each picture, as a share of the height over it."""
PAUSE = 30
"""Milliseconds a picture stays: 150 in all (table.md: 120 to 200)."""
STEP = 2
"""Pixels by which a slice of the raised bar stands higher than the one on its left."""
Slice = tuple[pygame.Surface, tuple[int, int], tuple[int, int, int, int]]
"""A picture, where it is laid, and the part of it that is."""


def opened(old: Node, new: Node) -> Stripes | None:
    """Give the stripes to clap if another phase is open than before, or a sheet that claps; None otherwise."""
    lying = {node.key for node in _claps(old)}
    fresh = (mark for node in _claps(new) if node.key not in lying for mark in node.look)
    sheet = next((mark for mark in fresh if isinstance(mark, Stripes)), None)
    if sheet is not None:
        return sheet
    before, after = _here(old), _here(new)
    if not before or not after or before == after:
        return None
    return next((mark for node in new.kids[0].walk() for mark in node.look if isinstance(mark, Stripes)), None)


def _claps(tree: Node) -> Iterator[Node]:
    """Give what claps as it comes, in the layers over the screen."""
    return (node for layer in tree.kids[0].kids[1:] for node in layer.walk() if "clap" in node.states)


def _here(tree: Node) -> str:
    steps = tree.kids[0].find("steps")
    return next((step.key for step in steps.kids if "selected" in step.states), "") if steps is not None else ""


def clap(screen: pygame.Surface, stripes: Stripes) -> None:
    """Show the bar rising and falling on its left end, over what is on the screen, which is left as it was."""
    box = stripes.box
    area, was = pygame.Rect(box.x, 0, box.w, box.bottom).clip(screen.get_rect()), screen.get_clip()
    under, flat = screen.subsurface(area).copy(), loose((area.w, box.h))
    flat.blit(under, (0, box.h - area.h))
    screen.set_clip(area)
    for lift in LIFTS:
        screen.blit(under, area)
        screen.blits(_slices(flat, box, round(box.y * lift)), doreturn=False)
        pygame.display.update(area)
        pygame.time.wait(PAUSE)
    screen.blit(under, area)
    screen.set_clip(was)
    pygame.display.update(area)


def _slices(flat: pygame.Surface, box: Box, lift: int) -> list[Slice]:
    """Give the stripes with their right end `lift` pixels higher, slice by slice."""
    steps = lift // STEP + 1
    ends = pairwise([flat.get_width() * step // steps for step in range(steps + 1)])
    rises = enumerate(ends)
    return [(flat, (box.x + x, box.y - lift * step // steps), (x, 0, end - x, box.h)) for step, (x, end) in rises]
