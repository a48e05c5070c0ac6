"""The focus follows what happens: into what opens, back where it was, to what took the place of what is gone."""

from __future__ import annotations

from game.core.moves.votes import CloseBallot
from game.core.session import start
from game.view.answer.focus import followed
from game.view.answer.input import Key, Press
from tests.view import afternoon, council
from tests.view.room import Hands
from tests.view.rooms import at, view

TWICE = Key("enter", again=True)


def test_a_dialog_takes_the_focus_and_gives_it_back() -> None:
    room = at(afternoon.issues(), "play")
    room.focus("menu")
    room.keys("enter")
    assert (room.ui.focus, room.ui.focus_seen) == ("menu:seats", True)
    room.give(Press("menu:note"))
    assert room.ui.focus == "note:0"
    room.keys("escape")
    assert room.ui.focus == "menu"
    assert room.ui.back == ()


def test_a_layer_over_a_dialog_gives_the_focus_back_to_the_dialog() -> None:
    room = at(afternoon.issues(), "play")
    room.give(Press("clock"))
    assert room.ui.focus == "dialog:time:close", "no gesture is one key away from a dialog that has just opened"
    room.focus("time:more")
    room.give(Press("time:more"), Press("time:more"))
    assert room.ui.focus == "time:more"
    _show(room, spotlight="eau")
    assert room.ui.focus == "spotlight:around:0:words"
    assert room.ui.back == ("clock", "time:more")
    room.keys("escape")
    assert room.ui.focus == "time:more"
    room.keys("escape")
    assert room.ui.focus == "clock"


def test_a_gesture_without_return_is_never_where_the_focus_starts() -> None:
    room = at(council.ready(), "play", tabs=(("council", "vote"),))
    room.focus("vote:close")
    room.give(Key("enter"), TWICE)
    assert room.ui.focus == "ballot:back"
    assert room.ui.dialog == "ballot", "the second of two quick presses was for what the first one left behind"
    room.give(Press("ballot:do"))
    assert room.desk.done == [CloseBallot()]
    assert room.ui.focus == "result:settle", "the result is told, and first what it leaves to settle"


def test_where_one_walked_by_tab_a_quick_enter_is_meant() -> None:
    room = at(council.ready(), "play", tabs=(("council", "vote"),))
    room.focus("vote:close")
    room.give(Key("enter"), TWICE)
    assert (room.ui.focus, room.ui.dialog) == ("ballot:back", "ballot")
    room.give(Key("tab"), Key("tab", shift=True), TWICE)
    assert room.ui.dialog == "", "whoever walked there has seen what stands there"


def test_after_a_card_is_placed_the_focus_is_on_the_next_one() -> None:
    room = at(afternoon.issues(), "play")
    first = next(node.key for node in room.tree.walk() if node.key.startswith("card:"))
    room.focus(first)
    room.keys("enter", "enter")
    assert room.ui.focus == "choice:0", "the question opened by a drop starts with its first answer"
    room.give(TWICE)
    assert room.ui.choice is not None
    room.keys("enter")
    assert len(room.desk.session.issues) == 1
    dealt = [node.key for node in room.tree.walk() if node.key.startswith("card:")]
    assert first not in dealt
    assert room.ui.focus in dealt


def test_a_new_screen_is_entered_at_its_heading_and_tab_goes_on_from_there() -> None:
    room = at(start(afternoon.workshop()), "seats")
    room.give(Press("seats:go"))
    assert room.ui.screen == "play"
    assert room.ui.focus == "session:title"
    room.keys("tab")
    assert room.ui.focus == "step:reperage"


def test_the_next_phase_is_entered_where_its_body_begins() -> None:
    room = at(afternoon.opened(), "play")
    room.give(Press("guess:reveal"))
    assert room.ui.focus == "early:back"
    room.give(Press("early:do"), Press("share:map"))
    room.give(Press("scouting:next"))
    body = room.tree.find("board:body")
    assert body is not None, "the phase Enjeux is open"
    assert body.find(room.ui.focus) is not None


def _show(room: Hands, **changes: object) -> None:
    before = room.tree
    view(room, **changes)
    room.ui = followed(room.ui, before, room.tree)
