"""Sheets that lie one on the other: the screen of the room, what lies over it, the hands. Each keeps its own pixels."""

from __future__ import annotations

from collections.abc import Iterable

import pygame

from game.table.paint import Painter
from game.table.strokes import Painted, Rects, fresh, renewed
from game.table.surfaces import ALIGNED
from game.view.tree.node import Node

MOST = 24
"""Boxes painted one by one at most; more are painted as one."""


class Sheet:
    """A surface that shows a tree over the sheet below it, and is brought from one tree to the next."""

    def __init__(self, surface: pygame.Surface, below: Sheet | None = None) -> None:
        self.surface, self.below = surface, below
        self._shown: Painted | None = None
        self._stale: Rects = []

    def spoil(self, boxes: Iterable[pygame.Rect]) -> None:
        """Note where the sheet below changed: there it is painted again, the next time it is brought to a tree."""
        self._stale = merged((*self._stale, *boxes), self.surface.get_rect())

    def area(self) -> Rects:
        """Give the box in which it shows something."""
        return self._shown.area() if self._shown is not None else []

    def bring(self, node: Node, painter: Painter) -> Rects:
        """Show a tree; give the boxes that were painted."""
        whole, harm = self.surface.get_rect(), self._stale
        old, self._shown = self._shown, None  # should this fail, the next tree is painted whole
        shown = fresh(node, whole) if old is None else renewed(old, node, whole, harm)
        self._stale, boxes = [], merged(harm, whole) if old is not None else [whole]
        parts = [part for box in boxes for part in shown.parts(box)]
        if self.below is not None:
            bare = [part for part in parts if not shown.hides(part)]
            self.surface.blits([(self.below.surface, part, part) for part in bare], doreturn=False)
        painter.lay(self.surface, shown, parts)
        self._shown = shown
        return boxes


def merged(boxes: Iterable[pygame.Rect], whole: pygame.Rect, most: int = MOST) -> Rects:
    """Join boxes that meet, within the window, and on whole lines of memory; too many become one."""
    found: Rects = []
    for box in boxes:
        one = _aligned(box).clip(whole)
        while one and (near := one.collidelistall(found)):
            one = one.unionall([found[i] for i in near])
            found = [other for i, other in enumerate(found) if i not in near]
        if one:
            found.append(one)
    return [found[0].unionall(found)] if len(found) > most else found


def _aligned(box: pygame.Rect) -> pygame.Rect:
    left, right = box.x // ALIGNED * ALIGNED, -(-box.right // ALIGNED) * ALIGNED
    return pygame.Rect(left, box.y, right - left, box.h)
