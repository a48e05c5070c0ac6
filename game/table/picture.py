"""The picture of a tree, without a window: table.png, and what tests look at."""

from __future__ import annotations

from functools import partial
from io import BytesIO

import pygame

from game.table.answers import Painting
from game.table.paint import Painter
from game.table.pictures import Ground
from game.table.strokes import fresh
from game.view.tree.box import Box
from game.view.tree.looks import Picture
from game.view.tree.node import Node

BAND = 90
"""Pixels painted at once of a picture that nobody waits for."""


def surface(tree: Node, ground: Ground | None = None, painter: Painter | None = None) -> pygame.Surface:
    """Paint a whole tree on a surface of its size; `painter` knows afterwards what could not be painted."""
    pygame.font.init()
    made = pygame.Surface((tree.box.w, tree.box.h), 0, 32)
    (painter or Painter(ground=ground)).paint(made, tree, Box(0, 0, tree.box.w, tree.box.h))
    return made


def bits(tree: Node, ground: Ground | None = None) -> Painting:
    """Paint a whole tree a band at a time; give at the end what makes its PNG, which any thread may call."""
    made = pygame.Surface((tree.box.w, tree.box.h), 0, 32)
    painter, painted = Painter(ground=ground), fresh(tree, made.get_rect())
    yield
    for mark in (mark for node in tree.walk() for mark in node.look if isinstance(mark, Picture)):
        yield from painter.pictures.known(mark)
    for top in range(0, tree.box.h, BAND):
        painter.lay(made, painted, [pygame.Rect(0, top, tree.box.w, BAND)])
        yield
    return partial(_encoded, made)


def _encoded(made: pygame.Surface) -> bytes:
    out = BytesIO()
    pygame.image.save(made, out, "table.png")
    return out.getvalue()


def png(tree: Node, ground: Ground | None = None, painter: Painter | None = None) -> bytes:
    """Give the PNG of a whole tree."""
    return _encoded(surface(tree, ground, painter))
