"""A tree as it lies on the screen, mark by mark in painting order, and what differs from one tree to the next."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.table.pieces import Step
from game.view.tree.box import Box
from game.view.tree.looks import Fill, Line, Mark, Picture, Poly, Stripes, reach
from game.view.tree.node import Node
from game.view.tree.theme import shown

SIGHT = 192
"""Pixels a look (shadow, ring) may overrun its node at the largest scale: one that lies farther off is not laid."""
LONG = len("#RRGGBB")
"""Signs of what a colour that hides looks like."""
Rects = list[pygame.Rect]


class Stroke:
    """One mark, or a card that floats, where it lies. It is made when it is first painted."""

    __slots__ = ("cut", "mark", "node", "rect", "solid", "steps", "whole")

    def __init__(self, node: Node, mark: Mark | None, within: pygame.Rect) -> None:
        touched = _touched(node, mark)
        self.node, self.mark = node, mark
        self.rect = touched.clip(within)
        """The pixels it may touch; empty where nothing of it is in sight."""
        self.cut = self.rect != touched
        """Whether it goes on beyond them."""
        self.whole = isinstance(mark, Line | Poly | Stripes)
        """Whether its pixels depend on where it is cut, so that no part of it is ever painted alone."""
        self.solid = _solid(mark, self.rect) if isinstance(mark, Fill | Picture) else None
        """What it hides wholly."""
        self.steps: Sequence[Step] = ()
        """How it is painted, once it has been made."""

    def plate(self) -> pygame.Rect:
        """Give the box of the plain plate that stands for what cannot be painted."""
        return self.rect if isinstance(self.mark, Line | Poly) else rect((self.mark or self.node).box)


def _touched(node: Node, mark: Mark | None) -> pygame.Rect:
    """Give the pixels a mark may touch, as `reach` does; most marks have a box, and are given theirs at once."""
    if mark is None:
        return rect(node.box)
    if isinstance(mark, Line | Poly | Stripes):
        try:
            return rect(reach(mark))
        except ValueError:  # no point at all: it is told when it is painted
            return rect(node.box)
    box = mark.box
    over = 3 * mark.shadow + mark.width if isinstance(mark, Fill) else 0
    return pygame.Rect(box.x - over, box.y - over, box.w + 2 * over, box.h + 2 * over)


def _solid(mark: Fill | Picture, within: pygame.Rect) -> pygame.Rect | None:
    if isinstance(mark, Picture):
        return rect(mark.box).clip(within)
    if not mark.colour or max(len(shown(mark.colour)), len(shown(mark.border))) > LONG:
        return None
    corner = 1 + max(mark.radius // 3, mark.cut // 2) if mark.radius or mark.cut else 0
    return rect(mark.box).inflate(-2 * corner, -2 * corner).clip(within)


class Painted:
    """A node as it lies within a part of the screen. `strokes` are its own and those of all below it, in order."""

    __slots__ = ("inner", "kids", "node", "own", "strokes", "within")

    def __init__(self, node: Node, within: pygame.Rect, own: list[Stroke], kids: list[Painted]) -> None:
        self.node, self.within, self.own, self.kids = node, within, own, kids
        self.inner = _inner(node, within)
        """What of the screen its marks and kids may show in."""
        self.strokes = [stroke for stroke in own if stroke.rect]
        for kid in kids:
            self.strokes += kid.strokes

    def area(self) -> Rects:
        """Give the least box around all of it, if anything of it is in sight."""
        return [self.strokes[0].rect.unionall([stroke.rect for stroke in self.strokes])] if self.strokes else []

    def hides(self, box: pygame.Rect) -> bool:
        """Tell whether nothing of what lies below it shows in a box."""
        return any(stroke.solid is not None and stroke.solid.contains(box) for stroke in self.strokes)


def fresh(node: Node, within: pygame.Rect) -> Painted:
    """Lay a node; one that lies wholly out of sight has neither strokes nor kids."""
    if not _in_sight(node, within):
        return Painted(node, within, [], [])
    inner = _inner(node, within)
    if "lifted" in node.states:
        return Painted(node, within, [Stroke(node, None, inner)], [])
    own = [Stroke(node, mark, inner) for mark in node.look]
    return Painted(node, within, own, [fresh(kid, inner) for kid in node.kids])


def renewed(old: Painted, node: Node, within: pygame.Rect, harm: Rects) -> Painted:
    """Lay a node where another one lay; add to `harm` the boxes in which they differ. What stayed is kept."""
    was = old.node
    if was is node and old.within == within:
        return old
    if old.within != within or not _alike(old, node):
        made = fresh(node, within)
        harm += [*old.area(), *made.area()]
        return made
    own = old.own if was.look == node.look else _own(old.own, node, old.inner, harm)
    kids = _kids(old.kids, node, old.inner, harm) if old.kids or node.kids else []
    return Painted(node, within, own, kids)


def _alike(old: Painted, node: Node) -> bool:
    """Tell whether two nodes that lie within the same differ in their marks and kids alone."""
    was, within = old.node, old.within
    if "lifted" in node.states or "lifted" in was.states or not (old.own or old.kids):
        return False
    if was.box == node.box and was.states == node.states and was.role == node.role:
        return True
    return _inner(node, within) == old.inner and _in_sight(node, within) and _in_sight(was, within)


def _own(old: list[Stroke], node: Node, inner: pygame.Rect, harm: Rects) -> list[Stroke]:
    """Keep the strokes whose marks are the same: at the start and at the end, and between if they are as many."""
    first = last = 0
    least = min(len(old), len(node.look))
    while first < least and old[first].mark == node.look[first]:
        first += 1
    while last < least - first and old[-1 - last].mark == node.look[-1 - last]:
        last += 1
    before, after = old[first : len(old) - last], node.look[first : len(node.look) - last]
    paired = len(before) == len(after)
    between = []
    for i, mark in enumerate(after):
        same = paired and before[i].mark == mark
        between.append(before[i] if same else Stroke(node, mark, inner))
    touched = [stroke.rect for stroke in before if stroke not in between]
    touched += [stroke.rect for stroke in between if stroke not in before]
    harm += touched[:1] and [touched[0].unionall(touched)]
    return [*old[:first], *between, *old[len(old) - last :]]


def _kids(old: list[Painted], node: Node, inner: pygame.Rect, harm: Rects) -> list[Painted]:
    """Lay the kids, each where the one of its key lay, unless their order is another."""
    before = {kid.node.key: (place, kid) for place, kid in enumerate(old)}
    if len(before) < len(old):  # twins cannot be told apart
        harm += [box for kid in old for box in kid.area()]
        before = {}
    made, last = [], -1
    for kid in node.kids:
        place, was = before.pop(kid.key, (-1, None))
        if was is None or place < last:
            new = fresh(kid, inner)
            harm += [*new.area(), *(was.area() if was is not None else ())]
        else:
            last, new = place, renewed(was, kid, inner, harm)
        made.append(new)
    for _, gone in before.values():
        harm += gone.area()
    return made


def _inner(node: Node, within: pygame.Rect) -> pygame.Rect:
    """Give what of a part of the screen a node and its kids may show in."""
    return within.clip(rect(node.box)) if "clips" in node.states or node.role in ("field", "area") else within


def _in_sight(node: Node, within: pygame.Rect) -> bool:
    return bool(rect(node.box).inflate(2 * SIGHT, 2 * SIGHT).colliderect(within))


def rect(box: Box) -> pygame.Rect:
    """Give a box as pygame takes it."""
    return pygame.Rect(box.x, box.y, box.w, box.h)
