"""Keys that go somewhere at once, and how many it takes to play without a mouse."""

from __future__ import annotations

import pytest

from game.core.moves.flow import EnterPhase
from game.core.session import Session
from game.view.answer.shortcuts import regions
from tests.view import council
from tests.view.afternoon import issues, picked
from tests.view.checks import sound
from tests.view.council import table
from tests.view.guesses import openly
from tests.view.room import HD, MEASURE, Hands


class Counted:
    """Presses keys of a table, and counts them."""

    def __init__(self, room: Hands) -> None:
        self.room, self.count = room, 0

    def keys(self, *names: str) -> None:
        self.count += len(names)
        self.room.keys(*names)

    def type(self, text: str) -> None:
        self.count += len(text)
        self.room.type(text)

    @property
    def session(self) -> Session:
        found = self.room.desk.session  # type: ignore[attr-defined]
        assert isinstance(found, Session)
        return found


def hands(session: Session, **view: object) -> Counted:
    return Counted(table(session, **view))


def test_f6_goes_round_the_parts_of_the_screen_both_ways() -> None:
    on = hands(picked())
    names = [part.key for part in regions(on.room.tree)]
    assert names == ["topbar", "plan", "ledger", "loads", "hand"]
    seen = []
    for _ in names:
        on.keys("f6")
        seen.append(next(part.key for part in regions(on.room.tree) if part.find(on.room.ui.focus)))
    assert seen == names
    on.keys("shift+f6")
    assert on.room.tree.find(names[-2]).find(on.room.ui.focus) is not None  # type: ignore[union-attr]


@pytest.mark.parametrize("name", [*council.SESSIONS])
def test_f6_reaches_every_part_of_every_moment(name: str) -> None:
    room = table(council.SESSIONS[name]())
    parts = regions(room.tree)
    seen = set()
    for _ in parts:
        room.keys("f6")
        seen |= {part.key for part in parts if part.find(room.ui.focus)}
    assert seen == {part.key for part in parts}
    assert len(parts) > 1


def test_a_first_card_takes_eight_keys_at_most_and_each_next_one_ten() -> None:
    on = hands(issues())
    before = 0
    on.keys("shift+f6")
    for letters, most in (("tra", 8), ("ur", 10), ("enf", 10), ("spo", 10)):
        on.keys("enter")
        on.keys(*letters, "enter")
        if on.room.ui.choice is not None:
            on.keys("enter")
        assert on.count - before <= most
        before = on.count
    assert len(on.session.issues) == 4


def test_seven_tokens_take_sixteen_keys_at_most() -> None:
    on = hands(council.laid(), tabs=(("council", "vote"),))
    on.keys("f6", "f6")
    on.keys("right", "right")
    on.keys("enter", "enter", "enter", "down", "enter", "enter", "enter", "down", "enter")
    assert on.session.ballot.spent(on.session.voters[0].seat.id) == 7
    assert on.count <= 16


def test_a_target_is_changed_and_the_sheet_adopted_in_twelve_keys() -> None:
    on = hands(council.sheets())
    issue = "alimentation-durable"
    on.keys("shift+f6", "shift+f6")
    on.keys("down", "down", "right")
    assert on.room.ui.focus == f"objective:{issue}:target"
    on.type("45")
    on.keys("f6", "enter")
    if on.room.ui.dialog:
        on.keys("enter")
    sheet = on.session.sheet(issue)
    assert sheet.adopted
    assert sheet.signed is not None
    assert sheet.signed.target == "45"
    assert on.count <= 12


def test_typing_on_a_field_takes_the_place_of_what_it_holds_and_a_space_only_enters_it() -> None:
    on = hands(council.sheets())
    key = "objective:alimentation-durable:title"
    on.keys("shift+f6", "shift+f6")
    assert on.room.ui.focus == key
    on.room.type(" ")
    assert on.room.ui.editing is not None
    assert on.room.ui.editing.text.startswith("Composer")
    on.keys("escape")
    on.room.type("É")
    assert on.room.ui.editing.text == "É"


def test_a_sign_that_is_a_shortcut_is_a_letter_on_a_field() -> None:
    on = hands(picked())
    on.keys("slash")
    assert on.room.ui.editing is not None
    assert on.room.ui.editing.key == "hand:search"
    sheet = hands(council.sheets())
    sheet.keys("shift+f6", "shift+f6", "question")
    assert sheet.room.ui.dialog == ""


def test_the_guide_the_page_of_keys_and_the_next_phase_are_one_press_away() -> None:
    on = hands(picked())
    on.keys("f1")
    assert on.room.ui.dialog == "guide"
    on.keys("escape", "question")
    assert on.room.ui.dialog == "keys"
    on.keys("question", "f1", "escape")
    assert on.room.ui.dialog == ""
    on.keys("ctrl+enter")
    assert on.session.phase == "arbitrage"


def test_ctrl_and_the_page_keys_turn_the_tabs_of_the_hand() -> None:
    on = hands(picked())
    first = on.room.ui.tabs
    on.keys("ctrl+pagedown")
    assert on.room.ui.tabs != first
    on.keys("ctrl+pageup")
    assert dict(on.room.ui.tabs).get("hand:lever", "all") in ("all", "")


def test_a_slider_goes_by_five_and_to_its_ends() -> None:
    on = hands(openly())
    on.keys("f6", "f6")
    on.keys("pageup", "pageup", "right", "tab")
    assert [value for _, value in on.session.guesses] == [11]
    on.keys("end", "tab")
    assert sorted(value for _, value in on.session.guesses) == [11, 100]


def test_the_plan_is_moved_and_brought_closer_by_keys() -> None:
    on = hands(picked())
    on.keys("plus", "plus")
    zoom = on.room.ui.camera
    assert zoom.zoom > 1.5
    on.keys("shift+right")
    assert on.room.ui.camera.x > zoom.x
    on.keys("minus", "minus", "minus")
    assert on.room.ui.camera.zoom == 1


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("percent", [100, 200])
def test_the_page_of_keys_is_sound(lang: str, percent: int) -> None:
    room = table(picked(), HD, lang=lang, percent=percent, dialog="keys")
    sound(room.tree, MEASURE, percent)
    assert EnterPhase not in [type(node.does) for node in room.tree.walk() if node.key.startswith("keys:")]
