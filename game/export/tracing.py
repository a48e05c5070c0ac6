"""From an objective back to what made it, as ids: cards, place, tensions, votes, texts of law, gestures of the file."""

from __future__ import annotations

from game.core.ballot import SECRET
from game.core.expected import expected
from game.core.judging import judged, lawful, standing
from game.core.objective import Objective
from game.core.picks import levers
from game.core.report import Report
from game.core.session import PlacedIssue, Session
from game.core.tensions import pulls_of
from game.export.measured import Json, Say
from game.export.telling import clean


def trace(report: Report, sheet: Objective, say: Say) -> Json:
    """Give where an objective comes from. `gestures` are the row ids that `clap session log` numbers from 1."""
    session = report.session
    pick = session.placed(sheet.issue)
    gestures = {row for card in _cards(session, pick) for row in report.traces.get(card, ())}
    return {
        "issue": clean(sheet.issue),
        "levers": [clean(lever) for lever in sheet.levers],
        "place": clean(sheet.place) or None,
        "tensions": _tensions(session, pick),
        "votes": _votes(session, sheet.issue),
        "legal": _legal(session, pick, say),
        "gestures": sorted(gestures),
    }


def _cards(session: Session, pick: PlacedIssue | None) -> tuple[str, ...]:
    """Give the cards whose gestures count: the issue, and the levers that lie under no other issue."""
    if pick is None:
        return ()
    elsewhere = {lever for issue in session.issues if issue.card != pick.card for lever in issue.levers}
    return (pick.card, *(lever for lever in pick.levers if lever not in elsewhere))


def _tensions(session: Session, pick: PlacedIssue | None) -> list[Json]:
    if pick is None:
        return []
    return [
        {"cards": [clean(card) for card in pull.tension.pair], "open": pull.open,
         "arbitration": clean(pull.arbitration.sentence) or None if pull.arbitration is not None else None}
        for pull in pulls_of(session, pick)
    ]  # fmt: skip


def _votes(session: Session, issue: str) -> list[Json]:
    counts = ((sitting.seat.id, session.ballot.count(issue, sitting.seat.id)) for sitting in session.seats)
    return [{"seat": seat, "tokens": tokens} for seat, tokens in counts if tokens]


def ballot(report: Report) -> Json:
    """Tell how the council voted; nothing of who chose what."""
    session, found = report.session, report.session.ballot
    return {
        "way": session.way,
        "closed": found.closed,
        "voters": len(session.voters),
        "ballots": len(found.cast) if session.way in SECRET else None,
        "total": found.total(),
    }


def _legal(session: Session, pick: PlacedIssue | None, say: Say) -> list[Json]:
    """Give the reference each lever rests on, with how sure it is."""
    cards = levers(session, pick) if pick is not None else ()
    return [
        {"lever": clean(card.id), "text": say(card.legal.text), "confidence": card.legal.confidence}
        for card in cards
        if card.legal is not None
    ]


def small_numbers(report: Report, sheet: Objective) -> Json | None:
    """Give the target in contracts to come; None where the objective does not count contracts."""
    asked = expected(report.session, sheet)
    if asked is None:
        return None
    return {
        "kind": asked.kind, "k": asked.k, "n": asked.n, "free": asked.free, "points": asked.points,
        "best": asked.best, "reachable": asked.reachable,
    }  # fmt: skip


def award(session: Session, sheet: Objective) -> Json | None:
    """Give what the council would have kept of two made-up offers on an objective; None where it was not asked."""
    said = judged(session, sheet.issue)
    if said is None:
        return None
    may = said.choice in lawful(session, sheet.issue)
    return {"offers": said.opening, "choice": said.choice, "standing": standing(session, sheet.issue), "lawful": may,
            "reason": clean(said.reason) or None}  # fmt: skip
