"""The picture of a tree, without a window: table.png, and what tests look at."""

from __future__ import annotations

from io import BytesIO

import pygame

from game.table.paint import Ground, Painter
from game.view.box import Box
from game.view.node import Node


def surface(tree: Node, ground: Ground | None = None, painter: Painter | None = None) -> pygame.Surface:
    """Paint a whole tree on a surface of its size; `painter` knows afterwards what could not be painted."""
    pygame.font.init()
    made = pygame.Surface((tree.box.w, tree.box.h), 0, 32)
    (painter or Painter(ground=ground)).paint(made, tree, Box(0, 0, tree.box.w, tree.box.h))
    return made


def png(tree: Node, ground: Ground | None = None, painter: Painter | None = None) -> bytes:
    """Give the PNG of a whole tree."""
    out = BytesIO()
    pygame.image.save(surface(tree, ground, painter), out, "table.png")
    return out.getvalue()
