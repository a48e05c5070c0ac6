"""What is rebuilt when something changes: no more than what reads it."""

from __future__ import annotations

from game.view.answer.input import PointerDown, PointerMove, Tick
from tests.view.afternoon import picked
from tests.view.board_room import find, table


def test_a_drag_does_not_rebuild_the_board() -> None:
    hands = table(picked())
    board = hands.tree.kids[0]
    x, y = hands.spot("issue:eau")
    hands.give(PointerDown("mouse", x, y))
    for step in range(10, 200, 10):
        hands.give(PointerMove("mouse", x - step, y - step))
        assert hands.tree.kids[0] is board


def test_the_clock_rebuilds_only_itself() -> None:
    hands = table(picked())
    parts = {key: find(hands, key) for key in ("plan", "ledger", "hand", "loads", "steps", "history")}
    clock = find(hands, "clock").value
    hands.give(Tick(61))
    assert find(hands, "clock").value != clock
    assert all(find(hands, key) is node for key, node in parts.items())


def test_panning_keeps_the_ledger_and_the_hand() -> None:
    hands = table(picked())
    ledger = find(hands, "ledger")
    box = find(hands, "plan").box
    hands.give(PointerDown("mouse", box.x + 30, box.bottom - 30), PointerMove("mouse", box.x + 90, box.bottom - 90))
    assert hands.ui.camera.x < 0.5
    assert find(hands, "ledger") is ledger
