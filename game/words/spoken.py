"""What members without a family and guests said of a pick, in words."""

from __future__ import annotations

from collections.abc import Callable

from game.core.session import Session
from game.core.spoken import Advice
from game.words import calendar
from game.words.numbers import euros
from game.words.spacing import spaced


def question_text(session: Session, asked: str, text: str, lang: str) -> str:
    """Give a question: the scenario's, or as it was typed, with the spaces of French."""
    ready = session.workshop.scenario.question(asked) if asked else None
    if ready is not None:
        return ready.text.say(lang)
    return spaced(text) if lang == "fr" else text


def advice(one: Advice, say: Callable[..., str], lang: str) -> str:
    """Say a guest's word with its month or its amount."""
    month = calendar.month(one.month, lang) if one.month else ""
    return say(f"advice.{one.word}", month=month, amount=euros(one.amount, lang))
