"""A tree elsewhere on the screen: what it looks like and where it is pressed, typed in and slid move together."""

from __future__ import annotations

from dataclasses import replace

from game.view.answer.intents import EditField, Pan
from game.view.answer.sliding import Slide
from game.view.tree.looks import Line, Mark, Points, Poly
from game.view.tree.node import Lit, Node


def moved(node: Node, dx: int, dy: int) -> Node:
    """Give the same tree so many pixels further right and down."""
    if not dx and not dy:
        return node
    return Node(
        node.role,
        node.key,
        node.name,
        node.box.move(dx, dy),
        tuple([_mark(mark, dx, dy) for mark in node.look]),
        _does(node.does, dx, dy),
        node.states,
        tuple([moved(kid, dx, dy) for kid in node.kids]),
        node.drags,
        node.accepts,
        node.value,
        node.hint,
        node.scrolls,
        _points(node.shape, dx, dy),
        None if node.lit is None else _lit(node.lit, dx, dy),
    )


def _lit(lit: Lit, dx: int, dy: int) -> Lit:
    may, over, aside = (tuple([_mark(mark, dx, dy) for mark in look]) for look in (lit.may, lit.over, lit.aside))
    return Lit(may, over, aside, lit.sign.move(dx, dy) if lit.sign is not None else None)


def _mark(mark: Mark, dx: int, dy: int) -> Mark:
    if isinstance(mark, Line | Poly):
        return replace(mark, points=_points(mark.points, dx, dy))
    return replace(mark, box=mark.box.move(dx, dy))


def _points(points: Points, dx: int, dy: int) -> Points:
    return tuple((x + dx, y + dy) for x, y in points)


def _does(does: object, dx: int, dy: int) -> object:
    """Move what a press needs to know of the screen: where carets stand, a slider's track, a map's box."""
    if isinstance(does, EditField):
        carets = tuple((start, y + dy, tuple(x + dx for x in xs)) for start, y, xs in does.carets)
        return replace(does, carets=carets, rows=tuple((start, y + dy) for start, y in does.rows))
    if isinstance(does, Slide):
        return replace(does, track=does.track.move(dx, dy))
    return replace(does, box=does.box.move(dx, dy)) if isinstance(does, Pan) else does
