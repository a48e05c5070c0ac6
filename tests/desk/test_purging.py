"""A purged copy: what may tell of a person is nowhere in the file, what was decided is all there."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from game.core.errors import JournalError
from game.core.moves.ballots import CastBallot, ChooseWay
from game.core.moves.flow import EnterPhase, TakeNote
from game.core.moves.induction import ChooseFamily, TalkOver
from game.core.moves.issues import PlaceIssue
from game.core.moves.notes import AmendNote, LiftNote
from game.core.moves.questions import AskQuestion
from game.core.moves.seats import InviteGuest
from game.core.moves.votes import CloseBallot
from game.core.report import report
from game.desk.opening import new_session, open_session
from game.desk.purging import Purged, purge
from tests.desk.bench import blagnac
from tests.table.test_ballots import BOARD
from tests.x11.sessions import made

SECRET = "Xanthippe"


def purged(path, to):
    return purge(path, to, "(note effacée)", lambda number: f"Invité {number}")


@pytest.fixture
def told(desk, path):
    """Give the path of a session in which a name was typed wherever it may be."""
    desk.do(InviteGuest(f"{SECRET}, régie des eaux"))
    desk.do(TakeNote(f"{SECRET} rappelle le calendrier"))
    desk.do(AmendNote(1, f"{SECRET} rappelle le calendrier des travaux"))
    desk.do(LiftNote(1))
    desk.undo()
    desk.do(TakeNote(f"encore {SECRET}"))
    desk.undo()
    desk.do(EnterPhase("enjeux"))
    desk.do(PlaceIssue("eau", "sports"))
    desk.do(AskQuestion("commande-publique", "eau", "besoin"))
    desk.do(AskQuestion("commande-publique", "eau", text=f"{SECRET} est-il prévenu ?"))
    desk.draft("note", f"{SECRET} dem")
    desk.close()
    return path


def test_nothing_told_of_a_person_is_left_in_the_file(told, tmp_path):
    before = hashlib.sha256(told.read_bytes()).hexdigest()
    to = tmp_path / "copie.clap"
    assert purged(told, to) == Purged(notes=3, guests=1, functions=0, drafts=1)
    assert SECRET.encode() in told.read_bytes()
    assert SECRET.encode() not in to.read_bytes()
    assert hashlib.sha256(told.read_bytes()).hexdigest() == before


def test_the_copy_opens_as_the_session_was(told, tmp_path):
    to = tmp_path / "copie.clap"
    purged(told, to)
    one, other = open_session(told, read_only=True), open_session(to, read_only=True)
    assert [line.kind for line in one.log()] == [line.kind for line in other.log()]
    assert [note.text for note in other.session.notes] == ["(note effacée)"]
    assert [(one.asked, one.text) for one in other.session.questions] == [("besoin", ""), ("", "(note effacée)")]
    assert [seat.seat.role.fr for seat in other.session.seats][-1] == "Invité 1"
    assert report(other.session).votes == report(one.session).votes
    assert other.drafts() == ()
    assert other.session.date == one.session.date


def test_a_copy_keeps_secret_ballots_without_their_seats(tmp_path):
    ballots = (CastBallot((("eau", 3), ("handicap", 2)), seat) for seat in ("travaux", "sports"))
    path, to = made(tmp_path, *BOARD, ChooseWay("hidden"), *ballots, CloseBallot()), tmp_path / "copie.clap"
    purged(path, to)
    one, other = open_session(path, read_only=True).session, open_session(to, read_only=True).session
    assert {cast.seat for cast in one.ballot.cast} == {"travaux", "sports"}
    assert {cast.seat for cast in other.ballot.cast} == {""}
    assert report(other).votes == report(one).votes


def test_a_copy_is_not_written_over_a_file(told, tmp_path):
    to = tmp_path / "copie.clap"
    to.write_bytes(b"mine")
    with pytest.raises(JournalError, match="exists"):
        purged(told, to)
    assert to.read_bytes() == b"mine"


def test_what_is_no_session_is_refused(tmp_path):
    (tmp_path / "x.clap").write_bytes(b"bonjour" * 100)
    with pytest.raises(JournalError):
        purged(tmp_path / "x.clap", tmp_path / "y.clap")
    assert not (tmp_path / "y.clap").exists()


def test_what_a_newcomer_wrote_leaves_the_copy_too(tmp_path: Path) -> None:
    desk = new_session(tmp_path / "essai.clap", blagnac(), "accueil", date="2026-12-02")
    family = desk.session.workshop.scenario.families[0].id
    for command in (
        EnterPhase("ma-famille"),
        ChooseFamily(family),
        EnterPhase("tiraillement"),
        TalkOver("Madame Dupont le veut ainsi."),
    ):
        assert desk.do(command) is None
    desk.close()
    found = purge(desk.path, tmp_path / "copie.clap", "(effacé)", str)
    assert found.notes == 1
    assert b"Dupont" not in (tmp_path / "copie.clap").read_bytes()
    assert open_session(tmp_path / "copie.clap", read_only=True).session.newcomer.talked == "(effacé)"
