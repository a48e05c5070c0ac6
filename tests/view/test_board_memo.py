"""What is rebuilt when something changes: no more than what reads it."""

from __future__ import annotations

import pytest

from game.view import scene
from game.view.answer import landing
from game.view.answer.input import PointerDown, PointerMove, PointerUp, Tick
from game.view.answer.ui import Ui
from game.view.board import cells, ledger
from game.view.tree.box import Box
from game.words.catalogue import speaker
from tests.view.afternoon import picked
from tests.view.board_room import find, table
from tests.view.room import HD, MEASURE


def test_a_drag_does_not_rebuild_the_board() -> None:
    hands = table(picked())
    board = hands.tree.kids[0]
    x, y = hands.spot("issue:eau")
    hands.give(PointerDown("mouse", x, y))
    for step in range(10, 200, 10):
        hands.give(PointerMove("mouse", x - step, y - step))
        assert hands.tree.kids[0] is board


def test_where_a_card_may_land_is_read_once_a_frame_from_the_first_motion_to_the_drop(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hands, read, reads = table(picked()), landing._landing, list[object]()

    def counted(*given: object) -> object:
        reads.append(given)
        return read(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(landing, "_landing", counted)
    x, y = hands.spot("issue:eau")
    hands.give(PointerDown("mouse", x, y))
    for step in range(10, 200, 10):
        hands.give(PointerMove("mouse", x - step, y - step))
    hands.give(PointerUp("mouse", x - 190, y - 190))
    assert len(reads) == 1


def test_a_pick_is_described_once_wherever_its_cell_comes_to_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    described, describe = list[object](), cells._ways_laid
    monkeypatch.setattr(cells, "_ways_laid", lambda s, pick: described.append(pick) or describe(s, pick))
    s, session, ui = scene.sight(speaker("fr"), MEASURE, HD), picked(), Ui(screen="play")
    tall, low = (ledger.build(s, ui, session, Box(0, 100, 950, high)) for high in (900, 880))
    cards = {f"cell:{issue.card}" for issue in session.issues}
    assert {key for key in cards if (tall.find(key) or tall).box.h != (low.find(key) or low).box.h} == cards
    assert len(described) == len(cards)


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
    assert hands.ui.looking.x < 0.5
    assert find(hands, "ledger") is ledger
    hands.give(PointerUp("mouse", box.x + 90, box.bottom - 90))
    assert hands.ui.camera.x < 0.5
    assert find(hands, "ledger") is ledger
