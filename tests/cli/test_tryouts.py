"""A try-out session leaves no trace: no review, report, register, calendar, paper nor number comes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content.shelf import load_scenario
from game.core.errors import SetupError
from game.core.moves.flow import CloseSession, EnterPhase
from game.core.report import report
from game.desk.opening import new_session, open_session, summary
from game.desk.purging import purge
from game.export import WHATS, export_all, export_one
from tests.cli.conftest import Clap
from tests.desk.bench import ROOT, blagnac

TOLD = "C'est une séance d'essai"
DAY = "2026-12-02"


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tried") / "essai.clap"
    desk = new_session(path, blagnac(), "accueil", date=DAY)
    desk.do(EnterPhase(desk.session.workshop.agenda.phases[-1].id))
    desk.do(CloseSession())
    desk.close()
    return path


@pytest.mark.parametrize("door", ["review {} --no-window", "report {} --to OUT", "agenda {}", "export {} --to OUT",
                                  *(f"export {{}} --to OUT --only {what}" for what in WHATS)])  # fmt: skip
def test_no_command_follows_reports_or_exports_it(clap: Clap, tried: Path, tmp_path: Path, door: str) -> None:
    out = tmp_path / "out"
    words = [str({"{}": tried, "OUT": out}.get(word, word)) for word in door.split()]
    said = clap(*words)
    assert said.code == 1
    assert said.err.replace("’", "'").startswith(TOLD), said.err
    assert not out.exists() or not list(out.iterdir())
    assert list(tried.parent.glob("*.clap")) == [tried]


def test_no_export_of_the_wall_writes_anything(tried: Path, tmp_path: Path) -> None:
    left = report(open_session(tried, read_only=True).session)
    for what in WHATS:
        with pytest.raises(SetupError, match="tryout_session"):
            export_one(what, left, "fr", tmp_path, bytes)
    with pytest.raises(SetupError, match="tryout_session"):
        export_all(left, "fr", tmp_path, bytes)
    assert not list(tmp_path.iterdir())


def test_it_takes_no_number_from_the_council(tmp_path: Path) -> None:
    sources = load_scenario(ROOT / "scenarios" / "blagnac", ROOT / "decks")
    series = []
    for name, agenda in (("a", "accueil"), ("b", "90"), ("c", "accueil"), ("d", "90")):
        desk = new_session(tmp_path / f"{name}.clap", sources, agenda, date=DAY)
        series.append(desk.session.series)
        desk.close()
    assert series[1::2] == ["", "B"]


def test_a_list_of_sessions_and_a_purged_copy_know_it_as_a_try_out(tried: Path, tmp_path: Path) -> None:
    purge(tried, tmp_path / "copy.clap", "–", str)
    assert summary(tried).tryout
    assert summary(tmp_path / "copy.clap").tryout
