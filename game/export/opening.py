"""What minutes open with: the meeting, who was there, its agenda in plain words."""

from __future__ import annotations

from game.core.months import quarter
from game.export.blocks import Block, Facts, Heading, Points
from game.export.telling import Teller
from game.words.catalogue import speaker
from game.words.points import points


def under(tell: Teller) -> str:
    """Say which council met, which meeting it was and when."""
    session = tell.report.session
    number = tell.read(session.record.number) or tell.say("short_blank")
    when = tell.month(session.date) or tell.blank
    return tell.say("minutes.under", town=tell.text(session.workshop.scenario.town), number=number, date=when)


def facts(tell: Teller) -> tuple[Block, ...]:
    """Give the meeting fact by fact; what nobody said is a line to fill in."""
    record = tell.report.session.record
    room = tell.read(record.room) or tell.say("minutes.room", line=tell.blank)
    hours = {"began": tell.read(record.began) or tell.say("short_blank"),
             "ended": tell.read(record.ended) or tell.say("short_blank")}  # fmt: skip
    found = (
        ("hours", tell.say("minutes.between", room=room, **hours)),
        ("led", _said(tell, record.led)),
        ("wrote", _said(tell, record.wrote)),
        *_people(tell),
        ("former", _former(tell)),
    )
    return (Facts(tuple((tell.say(f"minutes.{name}"), said) for name, said in found)),)


def _said(tell: Teller, value: str) -> str:
    return tell.read(value) or tell.blank


def _former(tell: Teller) -> str:
    """Say how the former minutes were approved: by the words of the sheet, or by hand."""
    session = tell.report.session
    if session.record.approved:
        return tell.read(session.record.approved)
    if session.former is None:
        return tell.say("minutes.no_former", line=tell.blank)
    return tell.say("minutes.of_former", date=tell.month(session.former.date), line=tell.blank)


def _people(tell: Teller) -> list[tuple[str, str]]:
    """Say who was there, by role; only how many where the roles are left out."""
    seats = [seat.sitting for seat in tell.report.seats]
    groups = {
        "chairs": [s for s in seats if s.seat.co_chair and s.present],
        "present": [s for s in seats if s.present and s.voting and not s.seat.co_chair],
        "excused": [s for s in seats if not s.present],
        "guests": [s for s in seats if s.present and not s.voting],
    }
    if not tell.report.named:
        return [(name, tell.say("minutes.count", n=len(found))) for name, found in groups.items()]
    none = tell.say("minutes.nobody")
    return [(name, ", ".join(tell.read(s.seat.role) for s in found) or none) for name, found in groups.items()]


def agenda(tell: Teller) -> tuple[Block, ...]:
    """List what was on the agenda: not the names of the program's phases, but what each is for."""
    phases, said = tell.report.session.workshop.agenda.phases, speaker(tell.lang)
    found = dict.fromkeys(tell.read(point) for phase in phases for point in points(phase, said))
    return (Heading(tell.say("minutes.agenda")), Points(tuple(found)))


def heading(tell: Teller) -> str:
    """Say of which meeting a paper is."""
    date = tell.report.session.date
    town = tell.text(tell.report.session.workshop.scenario.town)
    when = tell.month(date) if date else ""
    of = tell.say("minutes.quarter", n=quarter(date)[-1], year=date[:4]) if date else ""
    return " \u00b7 ".join(part for part in (town, when, of) if part)
