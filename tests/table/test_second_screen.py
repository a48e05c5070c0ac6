"""Screens that come and go: two windows are proposed, remembered, and fall back to one with nothing lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pygame
import pytest

from game.table import pair
from game.view.answer.intents import OpenDialog
from game.view.answer.leading import Blacken, Freeze, TwoWindows
from game.view.tree.box import Box
from game.wiring import settings
from tests.table.real import opened
from tests.table.test_two_windows import TORTURE, anything, does
from tests.table.twofold import turned, two
from tests.x11.sessions import LEVERS, made


def test_screens_that_come_and_go_at_any_moment_leave_a_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also while a card is held, a dialog is open, the room is frozen or black."""
    dice, there = Random(9), [("laptop", Box(0, 0, 1024, 600)), ("wall", Box(1024, 0, 960, 540))]
    shown = list(there)
    monkeypatch.setattr(pair, "named", lambda: tuple(shown))
    monkeypatch.setattr(pair, "LOOK", 0.0)
    with two(tmp_path, *LEVERS) as (table, _):
        for n in range(300 if TORTURE else 6):
            anything(table, dice)
            if n % 3 == 0:
                does(table, dice.choice((Freeze(), Blacken(), OpenDialog("note"))))
            shown[:] = there[: 1 + n % 2]
            turned(table)
            assert (table.beside is None) == (len(shown) == 1), n
            assert table.ui.lead.apart == (table.beside is not None)
            assert pygame.display.get_surface() is not None
            assert (table.window.screen is pygame.display.get_surface()) == (table.beside is None)
            if table.beside is None:
                assert not table.ui.lead.frozen
                assert not table.ui.lead.black


@pytest.mark.parametrize(("wanted", "screens", "apart", "proposed"), [
    (False, 1, False, False), (False, 2, False, True), (True, 2, True, False), (True, 1, False, False),
])  # fmt: skip
def test_a_second_screen_is_proposed_and_what_was_chosen_is_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wanted: bool, screens: int, apart: bool, proposed: bool
) -> None:
    there = (("laptop", Box(0, 0, 1024, 600)), ("wall", Box(1024, 0, 960, 540)))[:screens]
    monkeypatch.setattr(pair, "named", lambda: there)
    with opened(made(tmp_path), (960, 540)) as table:
        table.ui = replace(table.ui, lead=replace(table.ui.lead, wanted=wanted, room_on="wall"))
        table.begin(apart=False)
        assert table.ui.lead.apart == apart
        assert (table.ui.dialog == "windows") == proposed
        settings.remember(table.ui)
        assert settings.remembered().lead.wanted == wanted


def test_a_screen_that_is_plugged_is_proposed_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = [("laptop", Box(0, 0, 1024, 600))]
    monkeypatch.setattr(pair, "named", lambda: tuple(there))
    monkeypatch.setattr(pair, "LOOK", 0.0)
    with opened(made(tmp_path), (960, 540)) as table:
        table.begin(apart=False)
        there.append(("wall", Box(1024, 0, 960, 540)))
        turned(table)
        assert table.beside is None
        assert table.ui.toast is not None
        does(table, TwoWindows(1))
        assert table.beside is not None
        assert table.ui.lead.room_on == "wall"
        does(table, TwoWindows(-1))
        assert table.beside is None
        assert not table.ui.lead.wanted
