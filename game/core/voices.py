"""Who may speak on a pick besides its deputy, what they have left to say, and what was said."""

from __future__ import annotations

from game.core.session import Session, Sitting
from game.core.spoken import Advice, Question


def askers(session: Session) -> tuple[Sitting, ...]:
    """Give the members who are there and buy for no family: they hold questions."""
    return tuple(
        one for one in session.seats if one.present and not one.seat.family and (one.voting or one.seat.co_chair)
    )


def guests(session: Session) -> tuple[Sitting, ...]:
    """Give the guests who are there: departments, and others who do not vote."""
    return tuple(one for one in session.seats if one.present and not one.voting and not one.seat.co_chair)


def left(session: Session, seat: str) -> int:
    """Give how many questions a seat still holds: what was laid on a card lifted since was asked all the same."""
    return max(0, session.limits.questions - sum(one.seat == seat for one in session.questions))


def questions_on(session: Session, issue: str) -> tuple[Question, ...]:
    """Give the questions laid on an issue."""
    return tuple(one for one in session.questions if one.issue == issue)


def advice_on(session: Session, issue: str) -> tuple[Advice, ...]:
    """Give what guests said of an issue."""
    return tuple(one for one in session.advice if one.issue == issue)
