"""How hands move the plan: one drags it, two fingers bring it closer, the wheel and its buttons too."""

from __future__ import annotations

from dataclasses import replace
from math import dist

from game.view.answer.intents import Camera, EditField, Pan
from game.view.answer.pulling import Pull
from game.view.answer.sliding import Slide
from game.view.answer.ui import Held, Ui
from game.view.tree.box import Box
from game.view.tree.node import Node, top_layer

LEAST = 20
"""Pixels between two fingers under which they tell nothing of how close to look."""


def plan_of(path: tuple[Node, ...], node: Node) -> str:
    """Give the key of the plan that a drag from a node moves; none from a card, a slider, a field, a corner."""
    if node.drags is not None or isinstance(node.does, Slide | EditField | Pull):
        return ""
    return next((one.key for one in reversed(path) if isinstance(one.does, Pan)), "")


def joined(others: tuple[Held, ...], held: Held, tree: Node) -> tuple[Held, ...]:
    """Give what hands hold with one more; a second finger on a plan starts a pinch, a third is of no account."""
    there = tuple(one for one in others if held.plan and one.plan == held.plan)
    pan = _pan(tree, held.plan)
    if not there or pan is None:
        return (*others, held)
    if len(there) > 1:
        return others
    first = replace(there[0], start=there[0].now, pinch=pan.seen)
    return (*(one for one in others if one is not there[0]), first, replace(held, pinch=pan.seen))


def _pan(tree: Node, key: str) -> Pan | None:
    node = top_layer(tree).find(key) if key else None
    return node.does if node is not None and isinstance(node.does, Pan) else None


def moved_plan(ui: Ui, tree: Node, held: Held, by: tuple[int, int]) -> Ui:
    """Move the plan with a pointer that went `by` pixels, or with the two fingers on it."""
    node = top_layer(tree).find(held.plan)
    if node is None or not isinstance(node.does, Pan):
        return ui
    pair = tuple(one for one in ui.held if one.plan == held.plan and one.pinch is not None)
    if len(pair) != 2:
        return replace(ui, afoot=panned(node.does.seen, node.does.box, *by))
    ui = replace(ui, held=tuple(replace(one, dragging=True) if one in pair else one for one in ui.held))
    return replace(ui, afoot=pinched(node.does, node.box, *pair))


def panned(camera: Camera, box: Box, dx: float, dy: float) -> Camera:
    """Give the camera after dragging the map by pixels; the plan never leaves the window's middle."""
    return _within(camera.x - dx / max(1.0, box.w * camera.zoom), camera.y - dy / max(1.0, box.h * camera.zoom),
                   camera.zoom)  # fmt: skip


def sighted(ui: Ui, tree: Node, node: Node) -> Ui:
    """Look where a node of the plan is, if it is out of sight: what has the focus is seen."""
    plan = next((one for one in top_layer(tree).walk() if isinstance(one.does, Pan) and one.find(node.key)), None)
    if plan is None or plan is node or plan.box.covers(node.box) or not isinstance(plan.does, Pan):
        return ui
    seen, (x, y), (cx, cy) = plan.does.seen, node.box.centre, plan.box.centre
    return replace(ui, camera=panned(seen, plan.does.box, cx - x, cy - y), afoot=None)


def _within(x: float, y: float, zoom: float) -> Camera:
    return Camera(max(0.0, min(1.0, x)), max(0.0, min(1.0, y)), zoom)


def zoomed(camera: Camera, by: int, most: float = 6.0) -> Camera:
    """Give the camera after a number of wheel notches, from the plan as it starts on."""
    zoom = max(1.0, min(most, camera.zoom * 1.25**by))
    return Camera() if zoom == 1 else replace(camera, zoom=zoom)


def pinched(pan: Pan, box: Box, one: Held, other: Held) -> Camera:
    """Give the camera that has under two fingers what lay there when the second one came down."""
    was = one.pinch or pan.seen
    wide = dist(one.now, other.now) / max(LEAST, dist(one.start, other.start))
    zoom = max(1.0, min(pan.most, was.zoom * wide))
    if zoom == 1:
        return Camera()
    (x0, y0), (x1, y1), (cx, cy) = _middle(one.start, other.start), _middle(one.now, other.now), _middle(*_ends(box))
    x = was.x + (x0 - cx) / (pan.box.w * was.zoom) - (x1 - cx) / (pan.box.w * zoom)
    y = was.y + (y0 - cy) / (pan.box.h * was.zoom) - (y1 - cy) / (pan.box.h * zoom)
    return _within(x, y, zoom)


def _middle(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def _ends(box: Box) -> tuple[tuple[int, int], tuple[int, int]]:
    return (box.x, box.y), (box.right, box.bottom)
