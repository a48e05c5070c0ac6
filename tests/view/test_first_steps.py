"""First steps: one card dragged, taken back, shown large; by hand or by keys, skipped by one, and nothing recorded."""

from __future__ import annotations

import pytest

from game.view.answer.meanings import TableRules
from game.view.answer.ui import Ui
from game.words.catalogue import speaker
from tests.view.checks import faults
from tests.view.room import HD, Hands
from tests.view.rooms import MEASURE

SIZES = ((1920, 1080), (1366, 768), (3840, 2160))


def opened(size: tuple[int, int] = HD, **view: object) -> Hands:
    ui = Ui(screen="home", **({"dialog": "first"} | view))  # type: ignore[arg-type]
    return Hands(object(), TableRules(), ui, measure=MEASURE, speaker=speaker(ui.lang), size=size)


def test_the_three_gestures_by_hand() -> None:
    table = opened()
    table.drag("first:card", "first:spot")
    assert table.ui.tab("first", "") == "laid"
    table.tap("first:undo")
    table.tap("first:card")
    assert table.tree.find("first:large") is not None
    table.tap("first:shut")
    table.tap("first:begin")
    assert not table.ui.dialog
    assert table.effects == [], "nothing is asked of the desk"


def test_a_card_let_go_elsewhere_goes_home_and_a_mere_touch_does_nothing_yet() -> None:
    table = opened()
    table.drag("first:card", "first:said")
    table.tap("first:card")
    assert table.ui.tab("first", "") == ""
    assert table.ui.held == ()


def test_the_three_gestures_by_keys() -> None:
    table = opened()
    table.focus("first:card")
    table.keys("enter", "enter")
    assert table.ui.tab("first", "") == "laid"
    for key in ("first:undo", "first:card", "first:shut", "first:begin"):
        table.focus(key)
        table.keys("enter")
    assert not table.ui.dialog
    assert table.effects == []


@pytest.mark.parametrize("step", ["", "laid", "back", "large", "done"])
def test_a_key_skips_them_at_any_step(step: str) -> None:
    table = opened(tabs=(("first", step),))
    table.keys("escape")
    assert not table.ui.dialog
    assert table.effects == []


def test_they_come_once_the_size_of_texts_was_asked_at_the_first_opening() -> None:
    table = opened(dialog="scale", about="first")
    table.keys("escape")
    assert table.ui.dialog == "first"
    again = opened(dialog="scale")
    again.keys("escape")
    assert not again.ui.dialog


@pytest.mark.parametrize("step", ["", "laid", "back", "large", "done"])
def test_they_are_sound(step: str) -> None:
    for lang, size, percent in (("fr", SIZES[0], 100), ("en", SIZES[1], 100), ("fr", SIZES[2], 200), ("en", HD, 300)):
        table = opened(size, lang=lang, percent=percent, tabs=(("first", step),))
        told = faults(table.tree, MEASURE, percent)
        assert not [one for one in told if one.startswith(("first", "dialog", "tab"))], (lang, size, percent)
