"""What nobody foresaw does not close the window: it is said, noted beside the session, and the table goes on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.core.errors import JournalError
from game.core.moves.flow import TakeNote
from game.core.moves.issues import PlaceIssue
from game.journal.journal import Journal
from game.table import guard
from game.table.app import Table
from game.view.answer.intents import LeaveSession, OpenSession, Quit, TryFolder
from game.view.answer.ui import Toast
from tests.table.real import desk, opened
from tests.x11.sessions import ISSUES, made


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Table]:
    monkeypatch.setenv("CLAP_HOME", str(tmp_path))
    with opened(made(tmp_path, *ISSUES)) as one:
        one.show()
        seat = one.desk
        yield one
        monkeypatch.undo()
        one.desk = one.desk or seat


def toast(table: Table) -> str:
    return table.ui.toast.text if table.ui.toast is not None else ""


def turn(table: Table, times: int = 1) -> None:
    clock = pygame.time.Clock()
    for _ in range(times):
        table.turn(clock)


def undo() -> None:
    for kind in (pygame.KEYDOWN, pygame.KEYUP):
        pygame.event.post(pygame.Event(kind, key=pygame.K_z, mod=pygame.KMOD_LCTRL, unicode="", scancode=0))


def named(file: Path, said: str) -> bool:
    """Tell whether a sentence names a file, and not its folder: the room reads it too."""
    return file.name in said and str(file.parent) not in said


def broken(*_: object, **__: object) -> object:
    raise ZeroDivisionError("planted")


def test_a_fault_in_a_gesture_is_said_and_noted_and_the_next_gesture_is_played(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("game.desk.desk.Desk.undo", broken)
        undo()
        turn(table)
    file = desk(table).path.parent / "clap-erreur.txt"
    assert named(file, toast(table))
    assert "planted" in file.read_text(encoding="utf-8")
    rows = len(desk(table).rows)
    undo()
    turn(table)
    assert len(desk(table).rows) == rows + 1
    assert table.desk is not None


def test_a_gesture_that_fails_each_time_leaves_the_session_where_it_is(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.desk.desk.Desk.undo", broken)
    for _ in range(8):
        undo()
        turn(table)
    assert table.desk is not None
    assert not table._guard.bare


def test_a_screen_that_cannot_be_built_gives_way_to_home(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    from game.view.screens import SCREENS

    monkeypatch.setitem(SCREENS, "play", broken)
    path, rows = desk(table).path, len(desk(table).rows)
    undo()
    turn(table, 3)
    assert table.desk is None
    assert table.ui.screen == "home"
    assert "clap-erreur.txt" in toast(table)
    assert not table._guard.bare
    assert len(Journal.open(path, read_only=True).rows()) == rows + 1


def test_where_nothing_can_be_drawn_the_sentence_stands_alone_and_a_key_tries_again(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(guard.Guard, "show", lambda one, screen: shown.append(one._said))
    with monkeypatch.context() as patch:
        patch.setattr("game.view.scene.build", broken)
        undo()
        turn(table, 3)
        assert table._guard.bare
        assert "clap-erreur.txt" in shown[-1]
        pygame.event.post(pygame.Event(pygame.QUIT))
        turn(table)
        assert table.closing
    table.closing = False
    undo()
    turn(table, 2)
    assert not table._guard.bare


def test_the_bare_sentence_is_painted(table: Table) -> None:
    table._guard._said = "Un défaut du programme a été rencontré. " * 4
    before = pygame.image.tobytes(table.window.screen, "RGB")
    table._guard.show(table.window)
    assert len(set(pygame.image.tobytes(table.window.screen, "RGB"))) > 2
    assert pygame.image.tobytes(table.window.screen, "RGB") != before


def test_news_that_fail_are_asked_no_more_of_that_session(table: Table) -> None:
    asked: list[object] = []

    def news(*_: object) -> None:
        asked.append(1)
        raise RuntimeError

    table.services = replace(table.services, news=news)
    turn(table, 5)
    assert len(asked) == 1
    assert table.desk is not None


class Failing:
    """A disk that can be made to fail, and to be well again."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.code, real = "", Journal.append

        def append(journal: Journal, *rows: object) -> None:
            if self.code:
                raise JournalError(self.code, path=str(journal.path))
            real(journal, *rows)  # type: ignore[arg-type]

        patch.setattr(Journal, "append", append)


def close(table: Table) -> bool:
    table._do(Quit())
    return table.closing and table._left()


def test_what_would_be_lost_is_said_again_after_a_good_save(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = Failing(monkeypatch)
    disk.code = "disk_full"
    table.gesture(TakeNote("un"))
    assert not close(table)
    assert "1 changement" in toast(table)
    disk.code = ""
    table.gesture(TakeNote("deux"))
    assert desk(table).unsaved == 0
    disk.code = "disk_full"
    table.gesture(TakeNote("trois"))
    assert not close(table), "what the first warning told was saved since"
    assert close(table)


def test_what_would_be_lost_is_said_again_once_the_session_has_moved(
    table: Table, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    disk = Failing(monkeypatch)
    disk.code = "disk_full"
    table.gesture(TakeNote("un"))
    assert not close(table)
    monkeypatch.setenv("HOME", str(tmp_path / "maison"))
    (tmp_path / "maison").mkdir()
    table._do(TryFolder())
    assert desk(table).unsaved == 0
    table.gesture(TakeNote("deux")), table.gesture(TakeNote("trois"))
    assert not close(table)
    assert "2 changements" in toast(table)


def test_what_was_said_of_one_session_is_not_remembered_of_another(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Failing(monkeypatch)
    path = str(desk(table).path)
    disk.code = "disk_full"
    table.gesture(TakeNote("un"))
    assert not close(table)
    disk.code = ""
    table._do(LeaveSession())
    assert table.desk is None
    table._do(OpenSession(path))
    disk.code = "disk_full"
    table.gesture(TakeNote("deux"))
    assert table._warned is None
    assert not close(table)


def test_a_warning_that_has_left_the_screen_is_given_again(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = Failing(monkeypatch)
    disk.code = "not_writable"
    table.gesture(TakeNote("un"))
    assert not close(table)
    table.ui = replace(table.ui, toast=Toast("autre chose", "info", 10**9))
    assert not close(table)
    assert close(table)


def test_a_wish_to_close_does_not_follow_to_another_session(table: Table) -> None:
    table.closing = True
    table._do(LeaveSession())
    assert not table.closing


def test_a_file_deleted_is_said_with_all_that_is_at_risk_and_closing_saves_it_elsewhere(table: Table) -> None:
    path = desk(table).path
    path.unlink()
    table.gesture(PlaceIssue("egalite", "enfance")) or table.gesture(TakeNote("un"))
    rows = len(desk(table).rows)
    assert ("gone", str(rows)) in table.ui.notices
    assert not close(table)
    assert named(desk(table).path, toast(table))
    assert desk(table).unsaved == 0
    assert close(table)
    assert len(Journal.open(desk(table).path, read_only=True).rows()) == rows


def test_leaving_for_home_with_a_file_deleted_says_where_the_session_is(table: Table) -> None:
    seat = desk(table)
    seat.path.unlink()
    table._do(LeaveSession())
    assert table.desk is None
    assert named(seat.path, toast(table))
    assert len(Journal.open(seat.path, read_only=True).rows()) == len(seat.rows)


def test_a_sentence_leaves_the_screen_of_one_who_only_reads(tmp_path: Path) -> None:
    path = made(tmp_path, *ISSUES)
    with opened(path), opened(path) as reader:
        assert desk(reader).read_only
        now = [1000.0]
        reader.services = replace(reader.services, clock=lambda: now[0])
        undo()
        turn(reader)
        assert toast(reader)
        now[0] += 8
        turn(reader)
        assert toast(reader) == ""
        assert reader.ui.now == desk(reader).now()


def test_the_screen_stays_awake_while_a_session_is_open_and_not_paused(table: Table) -> None:
    from game.core.moves.flow import Pause, Resume

    allowed = pygame.display.get_allow_screensaver
    turn(table)
    assert not allowed()
    assert table.gesture(Pause())
    turn(table)
    assert allowed()
    assert table.gesture(Resume())
    turn(table)
    assert not allowed()
    table._do(LeaveSession())
    turn(table)
    assert allowed()
