"""Whether a node still means what it meant: between down and up, and at the second press of a double click."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

from game.view.answer.intents import EditField, Pan
from game.view.answer.pulling import Pull
from game.view.answer.sliding import Slide
from game.view.tree.node import Node


def alike(one: Node, other: Node | None) -> bool:
    """Tell whether pressing or lifting a node means the same in both: same key, same thing, same deed."""
    return other is not None and one.key == other.key and one.drags == other.drags and _same(one.does, other.does)


def _same(one: object, other: object) -> bool:
    """Compare two deeds. A stepper or a pager goes on where only its number differs; a switch that turns back does not.

    A field, a slider and what is pulled are the same whatever they show.
    """
    if type(one) is not type(other):
        return False
    if isinstance(one, EditField | Slide | Pan | Pull):
        return getattr(one, "key", "") == getattr(other, "key", "")
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(_same, one, other))
    if is_dataclass(one):
        return all(_same(getattr(one, field.name), getattr(other, field.name)) for field in fields(one))
    return _is_number(one) or one == other


def _is_number(value: object) -> bool:
    return isinstance(value, float) or type(value) is int


def doubled(pressed: Node | None, node: Node | None, point: tuple[int, int] | None = None) -> bool:
    """Tell whether the second of two quick presses is meant for what the first one changed: it then does nothing.

    `pressed` is the node as it was at the first press. A second press aims at it if it lies where it was (`point`).
    """
    if pressed is None or alike(pressed, node):
        return False
    return pressed.holds(*point) if point is not None else node is not None and node.key == pressed.key
