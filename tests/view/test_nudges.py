"""A slider moved by arrows: one gesture once they rest, however long they are held and whatever other hands do."""

from __future__ import annotations

from game.view.answer.input import Key, PointerDown, PointerMove, Tick
from game.view.answer.intents import Commit, Undo
from tests.view.room import hands
from tests.view.stand_ins import Share


def test_arrows_nudge_a_slider() -> None:
    room = hands()
    room.focus("share")
    room.keys("right", "right", "right")
    assert room.effects == []
    assert room.ui.slide("share", 0) == 23
    room.give(Tick(1))
    assert room.effects == []
    room.give(Tick(2))
    assert [type(effect.command) for effect in room.effects] == [Share]
    assert room.desk.session.share == 23


def test_an_arrow_held_down_is_one_gesture_however_long() -> None:
    room = hands()
    room.focus("share")
    room.keys("right")
    for second in range(1, 6):
        room.give(*[Key("right", repeat=True)] * 3, Tick(second), Tick(second))
    assert room.effects == []
    room.give(Tick(6), Tick(7))
    assert [type(effect.command) for effect in room.effects] == [Share]
    assert room.desk.session.share == 20 + 16


def test_a_slider_moved_by_arrows_is_set_though_another_hand_holds_a_card() -> None:
    room = hands()
    x, y = room.spot("card:i0")
    room.give(PointerDown("finger", x, y), PointerMove("finger", x + 60, y - 60))
    room.focus("share")
    room.keys("right", "right", "tab")
    assert room.desk.session.share == 22
    assert [held.pointer for held in room.ui.held] == ["finger"]


def test_leaving_a_slider_moved_by_arrows_sets_it_at_once_and_undo_takes_it_back_whole() -> None:
    room = hands()
    room.focus("share")
    room.keys("right", "right", "tab")
    assert room.desk.session.share == 22
    room.focus("share")
    room.keys("left", "ctrl+z")
    assert [type(effect) for effect in room.effects][-2:] == [Commit, Undo]
