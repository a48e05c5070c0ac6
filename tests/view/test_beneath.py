"""Nothing acts under a dialog: what lies there is not pressed, focused, set, dropped on, nor heard."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from game.table.announcing import heard
from game.view.answer import input as given
from game.view.answer.meanings import TableRules
from game.view.answer.pressing import Step
from game.view.answer.update import update
from game.view.tree.node import Node, top_layer, under
from tests.view import afternoon
from tests.view.checks import beneath
from tests.view.room import HD, Hands
from tests.view.rooms import at, view
from tests.view.shown import SHOWN

TORTURE = bool(os.environ.get("CLAP_TORTURE"))
RULES = TableRules()
MODAL = [name for name, shown in SHOWN.items() if {"dialog", "menu", "spotlight", "choice"} & set(shown.view)]


def tools(node: Node) -> tuple[given.Input, ...]:
    """Give what assistive tools may ask of a node."""
    key = node.key
    return given.Press(key), given.FocusOn(key), given.SetValue(key, "12"), given.Select(key, 0, 1)


@pytest.mark.parametrize("screen", MODAL)
def test_what_lies_under_a_dialog_is_not_heard_and_no_tool_nor_hand_reaches_it(screen: str) -> None:
    room = SHOWN[screen].at(HD, 100, "fr")
    below = beneath(room.tree)
    assert not {node.key for node in below} & set(told(room.tree))
    for node in below[:: 1 if TORTURE else 8]:
        for asked in tools(node):
            assert given_to(room, asked) == (room.ui, ()), f"{asked} under {top_layer(room.tree).key}"
        x, y = node.box.centre
        path = under(room.tree, x, y)
        if not any(one.acts for one in path):
            _, effects = given_to(room, given.PointerDown("finger:1", x, y), given.PointerUp("finger:1", x, y))
            assert effects == (), f"a press of {node.key} through {path[-1].key}"


def told(tree: Node) -> Iterator[str]:
    """Name what is heard of a tree."""
    yield tree.key
    for kid in heard(tree):
        yield from told(kid)


def given_to(room: Hands, *inputs: given.Input) -> Step:
    """Give inputs to a screen that stays as it is, for the view and the effects they make of it."""
    ui, effects = room.ui, ()
    for one in inputs:
        ui, effects = update(ui, room.tree, getattr(room.desk, "session", None), one, RULES)
    return ui, effects


@pytest.mark.parametrize("layer", [{"menu": True}, {"dialog": "note"}, {"spotlight": "eau"}])
def test_a_card_carried_as_a_dialog_opens_is_dropped_on_nothing_under_it(layer: dict[str, object]) -> None:
    room = at(afternoon.issues(), "play")
    card = next(node for node in room.tree.walk() if node.key.startswith("card:"))
    x, y = card.box.centre
    room.give(given.PointerDown("finger:1", x, y), given.PointerMove("finger:1", x, y - 200))
    view(room, **layer)
    takers = [node for node in beneath(room.tree) if node.accepts is not None]
    assert takers
    assert room.targets() == []
    for node in takers[::9]:
        x, y = node.box.centre
        ui, effects = given_to(room, given.PointerUp("finger:1", x, y))
        assert (effects, ui.held) == ((), ())
