"""A tree as it lies on the screen, stroke by stroke in painting order, and what differs from one tree to the next."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.table.pieces import Step, around
from game.view.tree.box import Box
from game.view.tree.looks import CARD, Fill, Line, Mark, Picture, Poly, reach
from game.view.tree.node import Node
from game.view.tree.theme import shown

SIGHT = 192
"""Pixels a look (shadow, ring) may overrun its node at the largest scale: one that lies farther off is not laid."""
LONG = len("#RRGGBB")
"""Signs of what a colour that hides looks like."""
LARGE, MUCH = 500_000, 10
"""Pixels from which a box is cut along what hides much of it, and the part of it that is much."""
APART = (Line, Poly, Picture)
"""Marks that are painted alone: all others of a node that follow one another are painted at once."""
Rects = list[pygame.Rect]
Look = tuple[Mark, ...]


class Stroke:
    """Marks of a node that are painted at once, or a card that floats (no mark), where they lie."""

    __slots__ = ("cut", "marks", "node", "rect", "solid", "steps")

    def __init__(self, node: Node, marks: Look, within: pygame.Rect) -> None:
        touched = _touched(node, marks)
        self.node, self.marks = node, marks
        self.rect = touched.clip(within)
        """The pixels it may touch; empty where nothing of it is in sight."""
        self.cut = self.rect != touched
        """Whether it goes on beyond them."""
        self.solid = _solid(marks[0], self.rect) if marks else None
        """What its first mark hides wholly."""
        self.steps: Sequence[Step] = ()
        """How it is painted, once it has been made."""


def strokes_of(node: Node, within: pygame.Rect) -> list[Stroke]:
    """Give what paints a node's own marks within a part of the screen."""
    if "lifted" in node.states:
        return [Stroke(node, (), within)]
    look, runs, start = node.look, [], 0
    for i, mark in enumerate(look):
        if isinstance(mark, APART):
            runs += [look[start:i], look[i : i + 1]]
            start = i + 1
    return [Stroke(node, run, within) for run in (*runs, look[start:]) if run]


def _touched(node: Node, marks: Look) -> pygame.Rect:
    if not marks:
        return rect(node.box)
    first, *others = [_reached(mark, node) for mark in marks]
    return first.unionall(others) if others else first


def _reached(mark: Mark, node: Node) -> pygame.Rect:
    """Give the pixels a mark may touch, as `reach` does; most marks have a box, and are given theirs at once."""
    if isinstance(mark, (Line, Poly)):
        try:
            return rect(reach(mark))
        except ValueError:  # no point at all: it is told when it is painted
            return rect(node.box)
    box = mark.box
    over = 3 * mark.shadow + mark.width if isinstance(mark, Fill) else 0
    return pygame.Rect(box.x - over, box.y - over, box.w + 2 * over, box.h + 2 * over)


def _solid(mark: Mark, within: pygame.Rect) -> pygame.Rect | None:
    if isinstance(mark, Picture):
        return None if mark.key == CARD else rect(mark.box).clip(within)
    if not isinstance(mark, Fill) or not mark.colour or max(len(shown(mark.colour)), len(shown(mark.border))) > LONG:
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
        return _around(self.strokes)

    def parts(self, box: pygame.Rect) -> Rects:
        """Cut a large box along what hides much of it: nothing is painted below that."""
        size = box.w * box.h
        if size < LARGE:
            return [box]
        covers = [stroke.solid.clip(box) for stroke in reversed(self.strokes) if stroke.solid is not None]
        found, rest = [], [box]
        for cover in [cover for cover in covers if MUCH * cover.w * cover.h > size]:
            met = [one for one in rest if cover.colliderect(one)]
            found += [cover.clip(one) for one in met]
            rest = [one for one in rest if one not in met] + [part for one in met for part in around(one, cover)]
        return found + rest

    def hides(self, box: pygame.Rect) -> bool:
        """Tell whether nothing of what lies below it shows in a box."""
        return any(stroke.solid is not None and stroke.solid.contains(box) for stroke in self.strokes)


def fresh(node: Node, within: pygame.Rect) -> Painted:
    """Lay a node; one that lies wholly out of sight has neither strokes nor kids."""
    if not _in_sight(node, within):
        return Painted(node, within, [], [])
    inner = _inner(node, within)
    kids = () if "lifted" in node.states else node.kids
    return Painted(node, within, strokes_of(node, inner), [fresh(kid, inner) for kid in kids])


def renewed(old: Painted, node: Node, within: pygame.Rect, harm: Rects) -> Painted:
    """Lay a node where another one lay; add to `harm` the boxes in which they differ. What stayed is kept.

    `old` is given back, as the node's, where nothing shows another picture: it is no longer the other one's.
    """
    was = old.node
    if was is node and old.within == within:
        return old
    if old.within != within or not _alike(old, node):
        made = fresh(node, within)
        harm += [*old.area(), *made.area()]
        return made
    own = old.own if was.look == node.look else _own(old, node, harm)
    kids = _kids(old.kids, node, old.inner, harm) if old.kids or node.kids else old.kids
    if own is old.own and kids == old.kids:
        old.node = node
        return old
    return Painted(node, within, own, kids)


def _alike(old: Painted, node: Node) -> bool:
    """Tell whether two nodes that lie within the same differ in their marks and kids alone."""
    was, within = old.node, old.within
    if "lifted" in node.states or "lifted" in was.states or not (old.own or old.kids):
        return False
    if was.box == node.box and was.states == node.states and was.role == node.role:
        return True
    return _inner(node, within) == old.inner and _in_sight(node, within) and _in_sight(was, within)


def _own(old: Painted, node: Node, harm: Rects) -> list[Stroke]:
    """Give a node's own strokes, where it looks otherwise; `harm` is the box around the marks that differ."""
    was, now, inner = old.node.look, node.look, old.inner
    made = strokes_of(node, inner)
    if was[:1] != now[:1] and was[-1:] != now[-1:]:
        harm += _around([stroke for stroke in (*old.own, *made) if stroke.rect])
        return made
    first, last, least = 0, 0, min(len(was), len(now))
    while first < least and was[first] == now[first]:
        first += 1
    while last < least - first and was[-1 - last] == now[-1 - last]:
        last += 1
    before, after = was[first : len(was) - last], now[first : len(now) - last]
    if len(before) == len(after):
        pairs = [(one, other) for one, other in zip(before, after, strict=True) if one != other]
        before, after = tuple([one for one, _ in pairs]), tuple([other for _, other in pairs])
    touched = [_reached(mark, node).clip(inner) for mark in (*before, *after)]
    found = [box for box in touched if box]
    harm += found[:1] and [found[0].unionall(found)]
    return made


def _around(strokes: list[Stroke]) -> Rects:
    return [strokes[0].rect.unionall([stroke.rect for stroke in strokes])] if strokes else []


def _kids(old: list[Painted], node: Node, inner: pygame.Rect, harm: Rects) -> list[Painted]:
    """Lay the kids, each where the one of its key lay, unless their order is another."""
    if [kid.node.key for kid in old] == [kid.key for kid in node.kids]:
        return [renewed(was, kid, inner, harm) for was, kid in zip(old, node.kids, strict=True)]
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
