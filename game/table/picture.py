"""The picture of a tree, without a window: table.png, and what tests look at."""

from __future__ import annotations

from collections.abc import Mapping
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
from game.view.tree.sight import Odd

BAND = 90
"""Pixels painted at once of a picture that nobody waits for."""


def surface(tree: Node, ground: Ground | None = None, painter: Painter | None = None) -> pygame.Surface:
    """Paint a whole tree on a surface of its size; `painter` knows afterwards what could not be painted."""
    made = pygame.Surface((tree.box.w, tree.box.h), 0, 32)
    (painter or Painter(ground=ground)).paint(made, tree, Box(0, 0, tree.box.w, tree.box.h))
    return made


def bits(tree: Node, ground: Ground | None = None, odd: Mapping[str, Odd] | None = None) -> Painting:
    """Paint a whole tree a band at a time; give at the end what makes its PNG, which any thread may call.

    That raises what kept a part from being built (`odd`) or painted: a picture that is kept shows all of the table.
    """
    made = pygame.Surface((tree.box.w, tree.box.h), 0, 32)
    painter, painted = Painter(ground=ground), fresh(tree, made.get_rect())
    yield
    for mark in (mark for node in tree.walk() for mark in node.look if isinstance(mark, Picture)):
        yield from painter.pictures.known(mark)
    for top in range(0, tree.box.h, BAND):
        painter.lay(made, painted, [pygame.Rect(0, top, tree.box.w, BAND)])
        yield
    return partial(_whole, made, next(iter(({**(odd or {}), **painter.odd}).values()), None))


def _whole(made: pygame.Surface, odd: Odd | None) -> bytes:
    if odd is not None:
        raise odd.why
    return _encoded(made)


def _encoded(made: pygame.Surface) -> bytes:
    out = BytesIO()
    pygame.image.save(made, out, "table.png")
    return out.getvalue()


def png(tree: Node, ground: Ground | None = None, painter: Painter | None = None) -> bytes:
    """Give the PNG of a whole tree."""
    return _encoded(surface(tree, ground, painter))
