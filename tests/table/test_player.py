"""A player plays in place of the hands: the room sees what it shows, until it has done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.core.moves.issues import PlaceIssue
from game.table.answers import Answer, Ended, Opened, Played, Said, Shown
from game.table.app import Table
from game.view.answer.input import Input, Press
from game.view.answer.ui import Ui
from game.view.hands import said_in
from tests.table.real import desk, opened
from tests.x11.sessions import ISSUES, made

Turn = Callable[[], Answer | None]


class Tape:
    """Plays one thing a turn; what hands did meanwhile is kept."""

    led = False

    def __init__(self, *turns: Turn) -> None:
        self.turns, self.heard = list(turns), list[Input]()

    def __call__(self, ui: Ui, inputs: tuple[Input, ...]) -> Answer | None:
        self.heard += inputs
        return self.turns.pop(0)()


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Table]:
    with opened(made(tmp_path, *ISSUES)) as one:
        yield one


def played(table: Table, *turns: Turn) -> Tape:
    tape = Tape(*turns)
    table._took(Played(Opened(table.desk, lambda ui: replace(ui, screen="play")), tape))
    return tape


def turn(table: Table) -> None:
    table.turn(pygame.time.Clock())


def test_what_it_shows_is_seen_and_said_and_hands_do_nothing(table: Table) -> None:
    place = PlaceIssue("egalite", "enfance")
    tape = played(table, lambda: None, lambda: Shown(lambda ui: replace(ui, spotlight="eau"), Said("vu", "info")))
    turn(table)
    assert not table.ui.spotlight
    table.queue.put(Press("menu"))
    desk(table).do(place)
    turn(table)
    assert (table.ui.spotlight, table.ui.menu) == ("eau", False)
    assert table.ui.toast is not None
    assert (table.ui.toast.text, table.ui.toast.tone) == ("vu", "info")
    assert said_in(table.tree) == "vu"
    assert tape.heard == [Press("menu")]


@pytest.mark.parametrize("closes", [False, True])
def test_once_it_has_done_hands_play_again_or_the_table_closes(table: Table, *, closes: bool) -> None:
    played(table, lambda: Ended(closes))
    turn(table)
    assert (table.player, table.closing) == (None, closes)
    table.queue.put(Press("menu"))
    turn(table)
    assert table.ui.menu


def test_one_that_fails_is_asked_no_more(table: Table) -> None:
    played(table, lambda: Said(str(1 // 0)))
    turn(table)
    assert table.player is None
    assert table.ui.toast is not None
    assert table.ui.toast.tone == "refused"
