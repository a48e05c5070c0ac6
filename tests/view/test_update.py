from dataclasses import replace

import pytest

from game.core.moves.flow import EnterPhase
from game.core.moves.issues import PlaceIssue
from game.core.moves.levers import PlaceLever
from game.view.answer.input import Key, PointerDown, PointerGone, PointerMove, PointerUp, Press, SetValue, Tick
from game.view.answer.intents import Commit, KeepDraft, Redo, Undo
from game.view.tree.node import focusable, under
from tests.view.afternoon import issues, placed, played
from tests.view.board_room import table as board
from tests.view.room import hands
from tests.view.rooms import RuleDesk, at
from tests.view.stand_ins import Name, Place, Share


def test_a_card_dropped_on_a_row_is_placed() -> None:
    room = hands()
    room.drag("card:i0", "row:travaux")
    assert room.effects == [Place("i0", "travaux")]
    assert room.ui.held == ()


def test_a_card_dropped_nowhere_goes_home() -> None:
    room = hands()
    room.drag("card:i0", "plan")
    assert room.effects == []
    assert room.ui.held == ()


def test_a_full_row_is_not_lit_and_refuses() -> None:
    room = hands()
    for card in ("i0", "l1", "i2"):
        room.drag(f"card:{card}", "row:travaux")
    x, y = room.spot("card:l3")
    room.give(PointerDown("mouse", x, y), PointerMove("mouse", x, y - 40))
    assert "row:travaux" not in room.targets()
    to = room.spot("row:travaux")
    room.give(PointerMove("mouse", *to), PointerUp("mouse", *to))
    assert room.effects[-1] == Place("l3", "travaux")
    assert len(room.desk.session.placed) == 3


def test_a_small_move_is_a_press() -> None:
    room = hands()
    x, y = room.spot("card:i0")
    room.give(PointerDown("mouse", x, y), PointerMove("mouse", x + 4, y), PointerUp("mouse", x + 4, y))
    assert room.ui.spotlight == "i0"
    assert room.effects == []


def test_two_fingers_carry_two_cards() -> None:
    room = hands()
    (ax, ay), (bx, by) = room.spot("card:i0"), room.spot("card:l3")
    to_a, to_b = room.spot("row:travaux"), room.spot("row:sports")
    room.give(PointerDown("finger:1", ax, ay), PointerDown("finger:2", bx, by))
    room.give(PointerMove("finger:1", ax, ay - 50), PointerMove("finger:2", bx, by - 50))
    assert len(room.ui.held) == 2
    room.give(PointerMove("finger:1", *to_a), PointerMove("finger:2", *to_b))
    room.give(PointerUp("finger:1", *to_a), PointerUp("finger:2", *to_b))
    assert room.desk.session.placed == (("i0", "travaux"), ("l3", "sports"))


def test_two_fingers_never_hold_the_same_card() -> None:
    room = hands()
    x, y = room.spot("card:i0")
    room.give(PointerDown("finger:1", x, y), PointerDown("finger:2", x + 5, y + 5))
    assert [held.pointer for held in room.ui.held] == ["finger:2"]


def test_undo_sends_a_held_card_home_first() -> None:
    room = hands()
    room.drag("card:i0", "row:travaux")
    x, y = room.spot("card:l3")
    room.give(PointerDown("mouse", x, y), PointerMove("mouse", x, y - 60))
    room.keys("ctrl+z")
    assert room.ui.held == ()
    assert room.effects[-1] == Undo()


def test_a_card_taken_from_under_a_hand_goes_home() -> None:
    room = hands()
    x, y = room.spot("card:i0")
    room.give(PointerDown("mouse", x, y), PointerMove("mouse", x, y - 60))
    room.desk.do(Place("i0", "sports"))
    room.tree = room._tree()
    to = room.spot("row:travaux")
    room.give(PointerMove("mouse", *to), PointerUp("mouse", *to))
    assert room.desk.session.placed == (("i0", "sports"),)


def test_a_pointer_taken_away_drops_nothing() -> None:
    room = hands()
    x, y = room.spot("card:i0")
    room.give(PointerDown("mouse", x, y), PointerMove("mouse", *room.spot("row:travaux")), PointerGone("mouse"))
    assert room.ui.held == ()
    assert room.effects == []


def test_a_motion_rebuilds_only_the_hands() -> None:
    room = hands()
    x, y = room.spot("card:i0")
    room.give(PointerDown("mouse", x, y), PointerMove("mouse", x, y - 60))
    board = room.tree.kids[0]
    room.give(PointerMove("mouse", x + 40, y - 90))
    assert room.tree.kids[0] is board


def test_the_keyboard_lifts_onto_what_answers_walks_and_drops() -> None:
    room = hands()
    room.focus("card:i0")
    room.keys("enter")
    held = room.over()
    assert held is not None
    assert (held.key, held.tone) == ("row:sports", "answers"), "not the first of the board"
    room.keys("right", "down", "right", "down", "enter")
    assert room.effects == [Place("i0", "enfance")]


def test_what_a_tool_presses_while_the_keys_carry_takes_the_card_or_says_why_not() -> None:
    room = at(played(issues(), PlaceIssue("eau", "sports"), PlaceIssue("handicap", "sports")), "play")
    room.focus("card:climat-carbone")
    room.keys("enter")
    room.give(Press("row:sports"))
    assert isinstance(room.desk, RuleDesk)
    assert [refused.code for refused in room.desk.refused] == ["family_full"]
    assert room.desk.done == []
    room.keys("enter")
    room.give(Press("row:urbain"))
    assert room.desk.done == [PlaceIssue("climat-carbone", "urbain")]
    assert room.ui.held == ()


def test_a_lever_that_the_keys_carry_goes_to_the_issue_whose_card_or_pin_is_pressed() -> None:
    for key in ("issue:eau", "pin:eau"):
        room = at(placed(), "play")
        lever = next(node for node in room.tree.walk() if node.key.startswith("card:"))
        room.focus(lever.key)
        room.keys("enter")
        room.give(Press(key))
        assert isinstance(room.desk, RuleDesk)
        assert room.desk.done == [PlaceLever(lever.key.removeprefix("card:"), "eau")]


def test_escape_brings_a_card_home() -> None:
    room = hands()
    room.focus("card:i0")
    room.keys("space", "right", "escape")
    assert room.effects == []
    assert room.ui.focus == "card:i0"


def test_s_spotlights_and_escape_returns() -> None:
    room = hands()
    room.focus("card:i0")
    room.keys("s")
    assert room.ui.spotlight == "i0"
    room.keys("tab")
    room.keys("escape")
    assert room.ui.spotlight == ""
    assert room.ui.focus == "card:i0"


def test_tab_reaches_everything_that_acts() -> None:
    room = hands()
    wanted = {node.key for node in focusable(room.tree)}
    seen = set()
    for _ in wanted:
        room.keys("tab")
        seen.add(room.ui.focus)
    assert seen == wanted


def test_digits_are_no_shortcuts() -> None:
    room = hands()
    before = room.ui
    room.keys(*"1234567890")
    assert room.ui == before
    assert room.effects == []


def test_redo_has_two_shortcuts() -> None:
    room = hands()
    room.keys("ctrl+y", "ctrl+shift+z")
    assert room.effects == [Redo(), Redo()]


@pytest.mark.parametrize("name", ["enter", "space"])
def test_enter_held_down_on_a_button_presses_it_once(name: str) -> None:
    hands = board(issues())
    hands.focus("step:leviers")
    hands.give(Key(name), *[Key(name, repeat=True)] * 30)
    assert [type(effect) for effect in hands.effects] == [EnterPhase]


@pytest.mark.parametrize("key", [
    Key("f11"), Key("z", ctrl=True), Key("y", ctrl=True), Key("z", ctrl=True, shift=True),
])  # fmt: skip
def test_a_key_held_down_acts_once(key: Key) -> None:
    room = hands()
    room.give(key)
    once = list(room.effects)
    room.give(*[replace(key, repeat=True)] * 30)
    assert room.effects == once
    assert len(once) == 1


def test_s_held_down_looks_at_a_card_once() -> None:
    room = hands()
    room.focus("card:i0")
    room.keys("s", "escape")
    room.give(Key("s", repeat=True))
    assert room.ui.spotlight == ""


def test_arrows_and_what_erases_go_on_while_they_are_held_down() -> None:
    room = hands()
    room.focus("share")
    room.give(Key("right"), *[Key("right", repeat=True)] * 4)
    assert room.ui.slide("share", 0) == 25
    room.tap("name")
    room.type("école")
    room.give(Key("backspace"), *[Key("backspace", repeat=True)] * 2)
    assert room.ui.text("name") == "éc"


def test_a_field_is_committed_when_it_is_left() -> None:
    room = hands()
    room.tap("name")
    room.type("Fête de l'été")
    assert room.effects == []
    room.keys("tab")
    assert room.effects == [Commit("name", Name("Fête de l'été"))]


def test_a_text_at_rest_is_a_draft() -> None:
    room = hands()
    room.give(Tick(10))
    room.tap("name")
    room.type("œuvre")
    room.give(Tick(11), Tick(12))
    assert room.effects == [KeepDraft("name", "œuvre")]


def test_a_slider_follows_the_hand_and_commits_once() -> None:
    room = hands()
    node = room.tree.find("share")
    x, y = node.box.centre
    room.give(PointerDown("mouse", x, y), PointerMove("mouse", x + 300, y), PointerMove("mouse", x + 200, y))
    assert room.effects == []
    room.give(PointerUp("mouse", x + 200, y))
    assert [type(effect.command) for effect in room.effects] == [Share]
    assert 70 < room.desk.session.share < 85


def test_a_slider_that_is_pressed_does_nothing_by_itself() -> None:
    room = hands()
    room.focus("share")
    room.keys("enter", "space")
    room.give(Press("share"))
    assert room.effects == []


def test_a_plan_that_is_pressed_does_nothing_by_itself() -> None:
    hands = board(issues())
    hands.give(Press("plan"))
    assert hands.effects == []


def test_an_assistive_tool_reaches_the_same_gestures() -> None:
    room = hands()
    room.give(Press("card:i0"), Press("row:sports"), SetValue("name", "Écoles"), Press("go"), SetValue("share", "140"))
    assert room.desk.session.placed == (("i0", "sports"),)
    assert room.desk.session.name == "Écoles"


def test_a_refusal_sentence_goes_when_its_time_is_over() -> None:
    from game.view.answer.ui import Toast

    room = hands()
    room.ui = replace(room.ui, toast=Toast("non", "refused", 5))
    room.give(Tick(4))
    assert room.ui.toast is not None
    room.give(Tick(5))
    assert room.ui.toast is None


def test_nothing_is_hit_outside_the_window() -> None:
    room = hands()
    assert under(room.tree, -5, 3) == ()
