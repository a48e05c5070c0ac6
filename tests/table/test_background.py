"""Work that takes its time is done beside the loop: the room plays on, and hears what came of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pygame
import pytest

from game.core.errors import ExportError, GameError
from game.core.moves.flow import EnterPhase, OpenTable
from game.core.moves.issues import PlaceIssue
from game.core.session import Session
from game.table.answers import Answer, Begun, Painting, Said
from game.table.app import Table
from game.table.paint import Painter
from game.table.strokes import Painted
from game.view.answer.intents import Export, LeaveSession, Quit
from game.wiring import assembly
from tests.table.real import desk, opened
from tests.x11.sessions import made

WAIT = 60
"""Seconds given to what should come at once."""


class Writer:
    """Answers exports with work that waits until it is let go, and everything else as the real answers do."""

    def __init__(self, real: object) -> None:
        self.real, self.go = real, Event()
        self.fault: GameError | None = None
        self.kept = True

    def shelf(self) -> object:
        return self.real.shelf()  # type: ignore[attr-defined]

    def answer(self, request: object, seat: object, ui: object) -> Answer:
        if not isinstance(request, Export):
            return self.real.answer(request, seat, ui)  # type: ignore[attr-defined,no-any-return]

        def work() -> Said:
            assert self.go.wait(WAIT)
            if self.fault is not None:
                raise self.fault
            return Said("written")

        return Begun(Said("writing", "info"), work, kept=self.kept)


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Table]:
    with opened(made(tmp_path, OpenTable("", "2026-12-02"), EnterPhase("enjeux"))) as one:
        one.services = replace(one.services, requests=Writer(one.services.requests))
        yield one


def writer(table: Table) -> Writer:
    assert isinstance(table.services.requests, Writer)
    return table.services.requests


def turned(table: Table, until: Callable[[], bool]) -> None:
    clock, start = pygame.time.Clock(), time.monotonic()
    while not until():
        assert time.monotonic() - start < WAIT
        table.turn(clock)


def toast(table: Table) -> tuple[str, str]:
    return (table.ui.toast.text, table.ui.toast.tone) if table.ui.toast is not None else ("", "")


def test_the_room_plays_on_while_files_are_written(table: Table) -> None:
    table._do(Export(""))
    table.turn(pygame.time.Clock())
    assert toast(table) == ("writing", "info")
    assert table.gesture(PlaceIssue("alimentation-durable", "enfance"))
    session = desk(table).session
    assert isinstance(session, Session)
    assert len(session.issues) == 1
    writer(table).go.set()
    turned(table, lambda: toast(table)[0] == "written")


def test_the_loop_does_its_own_part_a_bit_a_turn(table: Table) -> None:
    bits: list[int] = []

    def before() -> Iterator[None]:
        for bit in range(5):
            bits.append(bit)
            yield

    table._took(Begun(Said("painting", "info"), lambda: Said(f"{len(bits)} bits"), kept=True, before=before()))
    clock = pygame.time.Clock()
    for bit in range(5):
        table._do(Quit())
        assert not table._left(), "what was begun is waited for"
        table.turn(clock)
        assert len(bits) == bit + 1
    turned(table, lambda: toast(table)[0] == "5 bits")


class Steps:
    """Goes through a painting, and keeps what it gives at its end."""

    def __init__(self, painting: Painting) -> None:
        self._painting = painting
        self.made: Callable[[], bytes] | None = None

    def __iter__(self) -> Iterator[None]:
        self.made = yield from self._painting


def test_the_picture_of_the_board_is_painted_in_bands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[int] = []
    lay = Painter.lay

    def watched(painter: Painter, target: pygame.Surface, strokes: Painted, clips: list[pygame.Rect]) -> None:
        painted.extend(clip.h for clip in clips)
        lay(painter, target, strokes, clips)

    with opened(made(tmp_path, OpenTable("", "2026-12-02"), EnterPhase("enjeux"))) as one:
        session = desk(one).session
        whole = assembly.picture(session, "fr")
        monkeypatch.setattr(Painter, "lay", watched)
        bands: list[int] = []

        def banded() -> Iterator[None]:
            for _ in (steps := Steps(assembly.painting(session, "fr"))):
                bands.append(sum(painted) - sum(bands))
                yield
            assert steps.made is not None
            assert steps.made() == whole

        assert len(list(banded())) > 10
    assert max(bands) <= 1080 // 10
    assert sum(painted) >= 1080


def test_two_jobs_are_not_done_at_once(table: Table) -> None:
    table._do(Export(""))
    table._do(Export("pdf"))
    assert toast(table)[1] == "refused"
    writer(table).go.set()
    turned(table, lambda: toast(table)[0] == "written")
    table._do(Export("pdf"))
    assert toast(table) == ("writing", "info")


def test_what_went_wrong_is_said_and_the_table_stays_open(table: Table) -> None:
    writer(table).fault = ExportError("export_no_cao")
    table._do(Export("cao"))
    table._do(Quit())
    writer(table).go.set()
    turned(table, lambda: toast(table)[1] == "refused")
    assert not table.closing


def test_leaving_waits_for_the_files(table: Table) -> None:
    table._do(Export(""))
    table._do(Quit())
    assert not table._left()
    assert table.closing
    writer(table).go.set()
    turned(table, lambda: toast(table)[0] == "written")
    assert table.closing
    assert table._left()


def test_the_files_of_a_session_that_was_left_are_told_at_home(table: Table) -> None:
    seat = desk(table)
    table._do(Export(""))
    table._do(LeaveSession())
    assert table.desk is None
    writer(table).go.set()
    turned(table, lambda: toast(table)[0] == "written")
    table.desk = seat


def test_what_only_reads_holds_back_neither_leaving_nor_the_next(table: Table) -> None:
    writer(table).kept = False
    table._do(Export(""))
    assert toast(table) == ("writing", "info")
    table._do(Export("pdf"))
    assert toast(table) == ("writing", "info")
    table._do(Quit())
    assert table._left()
    writer(table).go.set()
