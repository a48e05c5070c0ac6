"""The clapperboard: when a phase opens, the stripes under the bar fall shut, once, like the clap before a take."""

from __future__ import annotations

import pygame

from game.table.surfaces import rgba
from game.view.tree.box import Box
from game.view.tree.looks import Stripes
from game.view.tree.node import Node

LIFTS = (0.55, 1.0, 0.85, 0.5, 0.12)
"""How far the bar's right end stands up at each picture, as a share of the height over it."""
PAUSE = 30
"""Milliseconds a picture stays: 150 in all (table.md: 120 to 200)."""


def opened(old: Node, new: Node) -> Stripes | None:
    """Give the stripes to clap if another phase is open than before; None otherwise."""
    before, after = _here(old), _here(new)
    if not before or not after or before == after:
        return None
    return next((mark for node in new.kids[0].walk() for mark in node.look if isinstance(mark, Stripes)), None)


def _here(tree: Node) -> str:
    steps = tree.kids[0].find("steps")
    return next((step.key for step in steps.kids if "selected" in step.states), "") if steps is not None else ""


def clap(screen: pygame.Surface, stripes: Stripes) -> None:
    """Show the bar rising and falling on its left end, over what is on the screen, which is left as it was."""
    box = stripes.box
    area = pygame.Rect(box.x, 0, box.w, box.bottom).clip(screen.get_rect())
    under, was = screen.subsurface(area).copy(), screen.get_clip()
    screen.set_clip(area)
    for lift in LIFTS:
        screen.blit(under, area)
        _bar(screen, stripes, round(box.y * lift))
        pygame.display.update(area)
        pygame.time.wait(PAUSE)
    screen.blit(under, area)
    screen.set_clip(was)
    pygame.display.update(area)


def _bar(screen: pygame.Surface, stripes: Stripes, lift: int) -> None:
    """Draw the stripes as `paint` does, their right end `lift` pixels higher."""
    box, tall = stripes.box, stripes.box.h

    def at(x: int, y: int) -> tuple[int, int]:
        return x, y - lift * (x - box.x) // max(1, box.w)

    for colour, points in _pieces(box, tall, stripes):
        pygame.draw.polygon(screen, rgba(colour), [at(x, y) for x, y in points])


def _pieces(box: Box, tall: int, stripes: Stripes) -> list[tuple[str, tuple[tuple[int, int], ...]]]:
    whole = ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))
    step = max(4, tall * 5)
    light = [
        ((x, box.bottom), (x + step // 2, box.bottom), (x + step // 2 + tall, box.y), (x + tall, box.y))
        for x in range(box.x - step, box.right + step, step)
    ]
    return [(stripes.dark, whole), *((stripes.light, piece) for piece in light)]
