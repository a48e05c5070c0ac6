"""What a finger means besides a press: along a list it scrolls, across it lifts a card; beside a dialog it closes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.view.answer.intents import CloseTop, EditField
from game.view.answer.pressing import Step
from game.view.answer.sliding import Slide
from game.view.answer.ui import Held, Ui
from game.view.tree.node import Node, list_of


def swiped(held: Held, tree: Node) -> Held:
    """Give what a finger holds that has begun to move: the list its card lies in, if it moves along it."""
    box = list_of(tree, held.pulls) if held.pulls and held.node.drags is not None else None
    if box is None or box.scrolls is None:
        return held
    across, down = (abs(now - start) for now, start in zip(held.now, held.start, strict=True))
    along = across > down if box.scrolls.axis == "x" else down > across
    return replace(held, node=box) if along else replace(held, pulls="")


def beside_writing(ui: Ui, does: Callable[[Ui], Step]) -> Step:
    """Do what a hand does while a finger of another one writes: the field stays open, what is written in it too."""
    if ui.editing is None or not ui.editing.touch:
        return does(ui)
    after, effects = does(replace(ui, editing=None))
    return replace(after, editing=ui.editing), effects


ASKS = ("choice:veil",)
"""Veils under what must be answered."""


def closing(node: Node) -> bool:
    """Tell whether a press beside a layer closes it: one that can be closed, in which nothing is written or set."""
    if "modal" not in node.states or node.key in ASKS:
        return False
    deeds = tuple(one.does for one in node.walk())
    return CloseTop() in deeds and not any(isinstance(one, EditField | Slide) for one in deeds)
