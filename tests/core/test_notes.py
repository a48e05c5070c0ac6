"""Notes: each is taken, corrected and lifted by its own number, and undo gives back what it was."""

from __future__ import annotations

import pytest

from game.core.errors import Refused
from game.core.moves.flow import CloseSession, NoteTaken, TakeNote
from game.core.moves.notes import AmendNote, LiftNote
from game.core.report import report
from tests.core.workshop import Play


def said(play: Play) -> list[tuple[int, str]]:
    return [(note.number, note.text) for note in play.session.notes]


@pytest.fixture
def play() -> Play:
    return Play().to("reperage").do(TakeNote("Le gymnase attendra."), TakeNote("Voir la régie."), TakeNote("Merci."))


def test_a_note_is_corrected_where_it_stands(play):
    play.do(AmendNote(2, "  Voir la régie des eaux. "))
    assert said(play) == [(1, "Le gymnase attendra."), (2, "Voir la régie des eaux."), (3, "Merci.")]
    assert play.session.notes[1].phase == "reperage"
    assert [note.text for note in report(play.session).notes][1] == "Voir la régie des eaux."
    play.history.undo()
    assert said(play)[1] == (2, "Voir la régie.")


def test_a_note_is_lifted_and_the_others_keep_their_numbers(play):
    play.do(LiftNote(1), AmendNote(3, "Merci à tous."))
    assert said(play) == [(2, "Voir la régie."), (3, "Merci à tous.")]
    play.history.undo()
    play.history.undo()
    assert said(play)[0] == (1, "Le gymnase attendra.")


def test_a_correction_that_changes_nothing_is_no_gesture(play):
    steps = len(play.history.done)
    play.do(AmendNote(2, "Voir la régie. "))
    assert len(play.history.done) == steps


@pytest.mark.parametrize(
    ("command", "code"),
    [(AmendNote(9, "quoi"), "note_gone"), (AmendNote(1, "  "), "empty_text"), (LiftNote(9), "note_gone")],
)
def test_what_cannot_be_done_of_a_note_is_refused(play, command, code):
    with pytest.raises(Refused, match=code):
        play.do(command)


def test_notes_of_a_closed_session_stay(play):
    play.to("generique").do(CloseSession())
    with pytest.raises(Refused, match="session_closed"):
        play.do(LiftNote(1))


def test_notes_of_older_files_are_numbered_as_they_come():
    events = [NoteTaken(text, "enjeux", "2026-12-02T14:05:00") for text in ("un", "deux")]
    session = Play().session
    for event in events:
        session = event.apply(session)
    assert [(note.number, note.text) for note in session.notes] == [(1, "un"), (2, "deux")]
