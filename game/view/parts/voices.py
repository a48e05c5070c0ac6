"""What members without a family asked of a card, and what guests said of it, in lines."""

from __future__ import annotations

from game.core import axes
from game.core.session import Session
from game.core.spoken import Advice, Question
from game.core.voices import advice_on, questions_on
from game.view.tree.sight import Sight
from game.words.spoken import advice, question_text


def short_seat(s: Sight, session: Session, seat: str) -> str:
    """Name a seat in short."""
    found = session.sitting(seat)
    return found.seat.short.say(s.speaker.lang) if found is not None else seat


def asked(s: Sight, session: Session, one: Question) -> str:
    """Say a question with whose it is, and whether it was answered."""
    text = question_text(session, one.asked, one.text, s.speaker.lang)
    key = "voices.answered" if one.answered else "voices.asked"
    return s.say(key, seat=short_seat(s, session, one.seat), text=text)


def questions(s: Sight, session: Session, issue: str) -> tuple[str, ...]:
    """Give the questions laid on an issue, a line each."""
    return tuple(asked(s, session, one) for one in questions_on(session, issue))


def words(s: Sight, session: Session, issue: str) -> tuple[str, ...]:
    """Give what guests said of an issue, a line each."""
    return tuple(word(s, session, one) for one in advice_on(session, issue))


def word(s: Sight, session: Session, one: Advice) -> str:
    """Say a guest's word with whose it is."""
    return s.say("voices.word", seat=role(s, session, one.seat), word=advice(one, s.say, s.speaker.lang))


def role(s: Sight, session: Session, seat: str) -> str:
    """Name a seat by its role."""
    found = session.sitting(seat)
    return found.seat.role.say(s.speaker.lang) if found is not None else seat


def off(s: Sight, session: Session, issue: str) -> str:
    """Say that an issue serves none of the axes the council chose; empty where it does, or where none is chosen."""
    axis = axes.off(session, issue)
    return s.say("voices.off", axis=axis.name.say(s.speaker.lang)) if axis is not None else ""


def line(s: Sight, session: Session, issue: str) -> str:
    """Sum up in a line what was said of an issue: the words, then how many questions wait for an answer."""
    said = [advice(one, s.say, s.speaker.lang) for one in advice_on(session, issue)]
    found = questions_on(session, issue)
    waiting = sum(not one.answered for one in found)
    if found:
        said.append(s.say("voices.waiting", n=waiting) if waiting else s.say("voices.all_answered", n=len(found)))
    if axes.off(session, issue) is not None:
        said.append(s.say("voices.off.short"))
    return " · ".join(said)
