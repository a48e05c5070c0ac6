"""Home's button opens a try-out at once, on what the council decided last, or on the demonstration."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.core.moves.flow import CloseSession, EnterPhase
from game.core.moves.share import GuessShare
from game.desk.opening import new_session
from game.table.answers import Opened
from game.view.answer.intents import NewSession
from game.view.answer.ui import Ui
from game.wiring.requests import Requests
from game.wiring.welcoming import demonstrated, tried
from tests.begun import drawn
from tests.desk.bench import blagnac
from tests.desk.test_adopted import play_on

DAY = "2026-12-02"


def council(path: Path, guess: int = 21) -> None:
    """Play and close a real session."""
    desk = new_session(path, blagnac(), "90", title="Installation", date=DAY)
    desk.do(EnterPhase("reperage"))
    desk.do(GuessShare("travaux", guess))
    play_on(desk)
    desk.do(EnterPhase("generique"))
    desk.do(CloseSession())
    desk.close()


def test_it_opens_on_the_last_real_session_which_is_only_read(tmp_path: Path) -> None:
    council(tmp_path / "conseil.clap")
    before = (tmp_path / "conseil.clap").read_bytes()
    for name in ("a", "b"):  # a second try-out does not follow the first
        desk = tried(tmp_path / f"{name}.clap", blagnac(), "accueil")
        desk.do(EnterPhase("sortie"))
        desk.do(CloseSession())
        desk.close()
        session = desk.session
        assert session.former is not None
        assert (session.former.title, session.former.guess) == ("Installation", 21)
        assert [one.code for one in session.carried] == [f"CLAP-2026-T4-0{n}" for n in range(1, 6)]
    assert (tmp_path / "conseil.clap").read_bytes() == before


def test_without_one_it_opens_on_the_demonstration(tmp_path: Path) -> None:
    session = demonstrated(blagnac())
    assert session is not None
    assert sum(sheet.adopted for sheet in session.sheets) == 5
    desk = tried(tmp_path / "a.clap", blagnac(), "accueil")
    assert len(desk.session.carried) == 5
    assert desk.session.former is not None
    assert desk.session.former.renounced
    desk.close()


def test_home_opens_it_on_its_first_phase_without_asking_who_sits(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("CLAP_HOME", str(tmp_path))
    answer = Requests(drawn(lambda: b""), lambda _: pytest.fail("no demo")).answer(
        NewSession("blagnac", "accueil"), None, Ui()
    )
    assert isinstance(answer, Opened)
    assert answer.desk is not None
    session = answer.desk.session
    assert (answer.view(Ui()).screen, session.phase) == ("play", "avant")
    assert not answer.view(Ui()).dialog, "the questions come before what tells their answers"
    assert session.timer("avant").since is not None
    assert answer.said is not None
    assert "Séance d'essai" in answer.said.text.replace("’", "'")
    answer.desk.close()
