"""What went wrong, in one sentence: what, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Callable

from game.core.errors import GameError, Refused
from game.words.calendar import moment
from game.words.catalogue import Speaker

Lookup = Callable[[str, str], str]
"""Gives the name people know of an id: (kind, id) → name. Kinds: family, card, place, phase, seat, field."""

_KINDS = {
    "family": "family",
    "card": "card",
    "issue": "card",
    "lever": "card",
    "event": "card",
    "place": "place",
    "phase": "phase",
    "needed": "phase",
    "seat": "seat",
    "fields": "field",
    "field": "field",
    "frame": "frame",
    "question": "question",
}


def refusal(refused: Refused, speaker: Speaker, lookup: Lookup) -> str:
    """Word why the rules say no: the sentence `refused.<code>`, its ids named by `lookup`."""
    return _worded(f"refused.{refused.code}", refused, speaker, lookup)


def failure(error: GameError, speaker: Speaker) -> str:
    """Word what went wrong outside the rules (files, folders, fonts): the sentence `error.<code>`."""
    return _worded(f"error.{error.code}", error, speaker, lambda _, one: one)


def _worded(key: str, error: GameError, speaker: Speaker, lookup: Lookup) -> str:
    def named(fact: str, value: object) -> object:
        if isinstance(value, tuple):
            return ", ".join(str(named(fact, one)) for one in value)
        if not isinstance(value, str):
            return value
        if fact == "at":
            return moment(value, speaker.lang)
        kind = _KINDS.get(fact)
        own = f"refused.{kind or fact}.{value}"
        if speaker.has(own):
            return speaker.say(own)
        return lookup(kind, value) if kind is not None else value

    facts = {fact: named(fact, value) for fact, value in error.facts.items()}
    return speaker.say(key, **{"n": facts.get("limit"), **facts})
