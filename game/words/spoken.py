"""What members without a family and guests said of a pick, in words."""

from __future__ import annotations

from game.core.session import Session
from game.core.spoken import Advice
from game.words import calendar
from game.words.catalogue import Speaker
from game.words.numbers import euros


def question_text(session: Session, asked: str, text: str, lang: str) -> str:
    """Give a question: the scenario's, or as it was typed."""
    ready = session.workshop.scenario.question(asked) if asked else None
    return ready.text.say(lang) if ready is not None else text


def advice(one: Advice, speaker: Speaker) -> str:
    """Say a guest's word with its month or its amount."""
    month = calendar.month(one.month, speaker.lang) if one.month else ""
    return speaker.say(f"advice.{one.word}", month=month, amount=euros(one.amount, speaker.lang))
