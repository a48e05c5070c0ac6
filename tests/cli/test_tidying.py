"""Sessions put in order from the command line and from home: titles, archives, bin; deleting is asked twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content.shelf import load_scenario
from game.core.errors import JournalError
from game.desk.away import ARCHIVES, BIN, put_away
from game.desk.opening import new_session
from game.places import folders, shelves
from game.table.answers import Said
from game.view.answer.shelf import Tidy
from game.view.answer.ui import Ui
from game.wiring.requests import Requests
from tests.begun import drawn
from tests.cli.conftest import Clap
from tests.cli.test_requests import broken


@pytest.fixture
def session(clap: Clap) -> Path:
    desk = new_session(
        folders.sessions() / "CLAP-Blagnac.clap", load_scenario(shelves.scenarios() / "blagnac", shelves.decks()), "90"
    )
    desk.close()
    return desk.path


def test_a_session_is_named_archived_and_taken_back(clap: Clap, session: Path) -> None:
    said = clap("session", "rename", session, "Conseil de décembre")
    assert (said.code, said.err) == (0, "")
    named = session.with_name("Conseil de décembre.clap")
    assert named.is_file()
    assert clap("session", "archive", named).code == 0
    assert "Archives" in clap("session", "list").out
    assert clap("session", "restore", session.parent / ARCHIVES / named.name).code == 0
    assert "Conseil de décembre" in clap("session", "list", session.parent).out
    assert named.is_file()


def test_deleting_is_asked_twice_and_can_be_taken_back(clap: Clap, session: Path, monkeypatch) -> None:
    for answers, gone in ((["non"], False), (["oui", "non"], False), (["oui", "oui"], True)):
        left = iter(answers)
        monkeypatch.setattr("click.prompt", lambda *_, left=left, **__: next(left))
        assert clap("session", "delete", session).code == (0 if gone else 1)
        assert session.is_file() is not gone
        assert next(left, None) is None, "each question was asked"
    (thrown,) = put_away(session.parent, BIN)
    assert clap("session", "restore", thrown).code == 0
    assert clap("session", "delete", session, "--yes").code == 0
    assert clap("session", "delete", thrown, "--yes").code == 0
    assert put_away(session.parent, BIN) == ()


def test_home_puts_sessions_in_order_and_tells_no_path(clap: Clap, session: Path) -> None:
    requests = Requests(drawn(lambda: b""), broken)
    (seen,) = requests.shelf().recent
    assert (seen.title, len(seen.hour)) == ("CLAP-Blagnac", 5)
    answer = requests.answer(Tidy(str(session), "rename", "Conseil"), None, Ui())
    assert isinstance(answer, Said)
    assert "Conseil" in answer.text
    assert str(session.parent) not in answer.text
    (seen,) = requests.shelf().recent
    requests.answer(Tidy(seen.path, "discard"), None, Ui())
    shelf = requests.shelf()
    assert (shelf.recent, [(one.title, one.away) for one in shelf.away]) == ((), [("Conseil", BIN)])
    assert str(session.parent) not in shelf.folder
    requests.answer(Tidy(shelf.away[0].path, "restore"), None, Ui())
    assert requests.shelf().away == ()
    with pytest.raises(JournalError, match="title_missing"):
        requests.answer(Tidy(seen.path, "rename", " "), None, Ui())
