"""A trainer's own town is laid out while the table plays on; the next session finds it done."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pygame
import pytest

from game.authoring.scaffold import scaffold
from game.content import layout
from game.content.shelf import Sources, load_scenario
from game.core.moves.flow import EnterPhase
from game.core.moves.issues import PlaceIssue
from game.core.session import Session
from game.core.town import Plot
from game.desk.opening import new_session
from game.places import shelves
from game.table.app import Table
from game.table.window import Window
from game.view.answer.ui import Ui
from game.wiring import assembly, play
from tests.table.real import desk

WAIT = 60
"""Seconds given to the layout on a busy machine."""


@pytest.fixture
def own(tmp_path: Path) -> Sources:
    scaffold(tmp_path / "jeu", "fr")
    return load_scenario(tmp_path / "jeu" / "scenario", shelves.decks())


@contextmanager
def played(sources: Sources, path: Path) -> Iterator[Table]:
    seat = new_session(path, sources, sources.scenario.agendas[0].id, date="2026-12-02")
    assert seat.do(EnterPhase("enjeux")) is None
    table = Table(assembly.services(play.requests()), Window("CLAP", (1920, 1080)), seat, Ui(screen="play"))
    pygame.event.clear()
    try:
        yield table
    finally:
        seat.close()
        pygame.display.quit()


def plots(table: Table) -> tuple[Plot, ...]:
    session = desk(table).session
    assert isinstance(session, Session)
    return session.workshop.town.plots


def turned(table: Table) -> None:
    clock, start = pygame.time.Clock(), time.monotonic()
    while not plots(table):
        assert time.monotonic() - start < WAIT
        table.turn(clock)


def test_a_town_met_for_the_first_time_is_laid_out_while_it_is_played(own: Sources, tmp_path: Path) -> None:
    with played(own, tmp_path / "one.clap") as table:
        assert plots(table) == ()
        bare = table.tree
        assert table.gesture(PlaceIssue("produits-de-saison", "repas", "cuisine"))
        table.changed()
        turned(table)
        assert table.tree is not bare
        session = desk(table).session
        assert isinstance(session, Session)
        assert [issue.card for issue in session.issues] == ["produits-de-saison"]
        assert desk(table).undo() is None
        assert plots(table)
    with played(own, tmp_path / "two.clap") as table:
        assert plots(table)


def test_a_map_that_cannot_be_laid_out_is_played_all_the_same(
    own: Sources, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> object:
        raise ZeroDivisionError

    monkeypatch.setattr(layout, "lay_out", fails)
    with played(own, tmp_path / "one.clap") as table:
        clock = pygame.time.Clock()
        for _ in range(20):
            table.turn(clock)
        assert plots(table) == ()
        assert table.tree.find("place:cuisine") is not None


def test_the_picture_of_a_town_is_laid_out(own: Sources, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seat = new_session(tmp_path / "one.clap", own, own.scenario.agendas[0].id, date="2026-12-02")
    asked = []
    monkeypatch.setattr(layout, "lay_out", lambda town, places: asked.append(town.name) or ())
    assert assembly.picture(seat.session, "fr").startswith(b"\x89PNG")
    assert asked == [own.town.name]
    seat.close()
