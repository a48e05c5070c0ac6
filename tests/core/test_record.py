"""The sheet of the meeting: what is said of it is kept, undone, and refused when it is too long."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.core.errors import Refused
from game.core.moment import Moment
from game.core.moves import decide, fold
from game.core.moves.flow import CloseSession
from game.core.moves.record import FillRecord, RecordFilled
from game.core.record import FIELDS, WORDS
from game.core.report import report, unnamed
from game.core.session import Session, start
from tests.scenarios.test_afternoon import workshop


def said(session: Session, field: str, text: str) -> Session:
    return fold(session, decide(session, FillRecord(field, text), Moment()))


@pytest.mark.parametrize("field", FIELDS)
def test_it_keeps_what_is_said(field: str) -> None:
    session = said(start(workshop()), field, "  salle du conseil ")
    assert getattr(session.record, field) == "salle du conseil"
    assert decide(session, FillRecord(field, "salle du conseil"), Moment()) == ()
    assert getattr(said(session, field, "").record, field) == ""


def test_it_refuses_what_it_cannot_keep() -> None:
    with pytest.raises(Refused, match="text_too_long"):
        said(start(workshop()), "room", "a" * (WORDS + 1))
    with pytest.raises(Refused, match="unknown_field"):
        said(start(workshop()), "weather", "rain")
    closed = fold(start(workshop()), decide(start(workshop()), FillRecord("room", "a"), Moment()))
    phase = closed.workshop.agenda.phases[-1].id
    closed = fold(replace(closed, phase=phase), decide(replace(closed, phase=phase), CloseSession(), Moment()))
    with pytest.raises(Refused, match="session_closed"):
        said(closed, "room", "b")


def test_a_field_of_a_later_program_is_left_out() -> None:
    session = start(workshop())
    assert RecordFilled("weather", "rain").apply(session) == session


def test_who_led_and_wrote_is_left_out_with_the_roles() -> None:
    session = said(said(start(workshop()), "led", "Première adjointe"), "room", "Salle 2")
    record = unnamed(report(session)).session.record
    assert (record.led, record.room) == ("", "Salle 2")
