"""What was said at the table, as data: guesses, notes, axes chosen, questions and the words of guests."""

from __future__ import annotations

from game.core import axes
from game.core.report import Report
from game.core.session import Note
from game.core.spoken import Advice, Question
from game.export.telling import Teller, clean
from game.words.spoken import question_text

Json = dict[str, object]


def mean_guess(report: Report) -> float | None:
    """Give the mean of what the seats guessed, in per cent; None when nobody did."""
    guesses = [seat.guess for seat in report.seats if seat.guess is not None]
    return round(sum(guesses) / len(guesses), 1) if guesses else None


def heard(tell: Teller) -> Json:
    """Give all of it, by the key it stands under."""
    session = tell.report.session
    return {
        "guesses": _guesses(tell.report),
        "notes": [_note(item) for item in tell.report.notes],
        "axes": [_axis(tell, one) for one in axes.balance(session)],
        "questions": [_question(tell, one) for one in session.questions],
        "advice": [_advice(one) for one in session.advice],
    }


def _guesses(report: Report) -> Json:
    session = report.session
    return {
        "mean": mean_guess(report),
        "share": session.workshop.scenario.budget.share_pct,
        "revealed": session.revealed,
    }


def _note(item: Note) -> Json:
    return {"text": clean(item.text), "phase": item.phase, "at": item.at}


def _axis(tell: Teller, one: axes.Balance) -> Json:
    return {
        "axis": one.axis.id,
        "axis_name": tell.text(one.axis.name),
        "chosen": one.chosen,
        "picks": one.picks,
        "objectives": one.objectives,
    }


def _question(tell: Teller, one: Question) -> Json:
    return {
        "seat": one.seat or None,
        "issue": one.issue,
        "text": clean(question_text(tell.report.session, one.asked, one.text, tell.lang)),
        "answered": one.answered,
    }


def _advice(one: Advice) -> Json:
    return {
        "seat": one.seat or None,
        "issue": one.issue,
        "word": one.word,
        "month": one.month or None,
        "amount_ht": one.amount or None,
    }
