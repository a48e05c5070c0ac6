"""A second table on the file that a first one plays: what is played there is shown here, and nothing is done here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.core.moves.flow import EnterPhase, Pause
from game.core.moves.issues import LiftIssue
from game.desk.desk import Desk
from game.desk.follower import Follower
from game.desk.opening import open_session
from game.table.app import FOLLOWED, Table
from game.view.tree.node import outline
from tests.table.real import desk, opened, press
from tests.x11.sessions import LEVERS, made

TURNS = 40
"""Turns within which a gesture is shown: each of them is a look, or waits for one."""


class Still:
    """Ticks that pass no time."""

    def tick(self, rate: int) -> None:
        pygame.time.wait(3)


@pytest.fixture
def leader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv("CLAP_HOME", str(tmp_path))
    playing = open_session(made(tmp_path, *LEVERS))
    yield playing
    playing.abandon()


@pytest.fixture
def table(leader: Desk) -> Iterator[Table]:
    with opened(leader.path) as table:
        table.show()
        pygame.event.clear()
        yield table


def follows(table: Table, played: Desk) -> None:
    """Take turns, as many as may be, until all that was played is shown."""
    for _ in range(TURNS):
        if len(desk(table).rows) == len(played.rows):
            return
        desk(table)._next = 0.0  # type: ignore[attr-defined]
        table.turn(Still())  # type: ignore[arg-type]
    raise AssertionError(len(played.rows))


def test_a_gesture_played_elsewhere_is_shown(table: Table, leader: Desk) -> None:
    assert isinstance(table.desk, Follower)
    assert table.tree.find("cell:eau") is not None
    leader.do(EnterPhase("enjeux"))
    leader.do(LiftIssue("eau"))
    follows(table, leader)
    assert table.tree.find("cell:eau") is None
    assert "selected" in table.tree.find("step:enjeux").states  # type: ignore[union-attr]
    leader.undo()
    follows(table, leader)
    assert table.tree.find("cell:eau") is not None


def test_it_says_that_it_only_reads_and_greys_what_takes_back(table: Table) -> None:
    assert "ne fait que lire" in table.tree.find("notice:follows").name  # type: ignore[union-attr]
    assert "disabled" in table.tree.find("undo").states  # type: ignore[union-attr]


def test_what_hands_do_here_changes_nothing(table: Table, leader: Desk) -> None:
    held, shown = leader.path.read_bytes(), outline(table.tree.kids[0])
    table.gesture(LiftIssue("eau"))
    assert table.ui.toast is not None
    assert leader.path.read_bytes() == held
    assert outline(table.tree.kids[0]) == shown


def test_a_pause_covers_it_and_offers_no_way_to_play_on(table: Table, leader: Desk) -> None:
    leader.do(Pause())
    follows(table, leader)
    assert table.tree.find("pause:cover") is not None
    assert table.tree.find("pause:resume") is None
    followed = desk(table)
    press(table, "pause:leave")
    assert table.desk is None
    assert table.ui.screen == "home"
    table.desk = followed


def test_nothing_is_left_beside_the_session_when_it_closes(table: Table, leader: Desk, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    table.closing = True
    assert table._left()
    assert sorted(tmp_path.rglob("*")) == before


def test_it_rests_a_tenth_of_a_second_at_most(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "_nothing_due", lambda: True)
    now = [table.services.clock()]

    class Passing:
        def tick(self, rate: int) -> None:
            now[0] += 1 / rate

    object.__setattr__(table.services, "clock", lambda: now[0])
    table._touched = start = now[0]
    table._rest(Passing())  # type: ignore[arg-type]
    assert now[0] - start <= FOLLOWED + 2 / 60
