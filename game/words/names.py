"""The names people know of ids: cards, families, places, phases, seats."""

from __future__ import annotations

from collections.abc import Callable

from game.core.session import Session
from game.core.text import Text
from game.words.catalogue import Speaker

Named = Callable[[str, str], str]
_JOINED = {"Le": "du", "Les": "des"}
_VOWELS = (*"aeiou", chr(0x153), chr(0xE6))
"""What elides before it; the last two are the letters oe and ae in one."""


def naming(session: Session | None, speaker: Speaker) -> Named:
    """Give a lookup (kind, id) → name for a session; without one, ids stand for themselves."""

    def name(kind: str, one: str) -> str:
        if session is None:
            return one
        found = _KINDS[kind](session, one) if kind in _KINDS else None
        if found:
            return found.say(speaker.lang)
        own = f"refused.{kind}.{one}"
        return speaker.say(own) if speaker.has(own) else one

    return name


def of_town(town: str) -> str:
    """Give « de » and a town's name as French joins them: d'Empeaux, du Fauga, des Angles, de La Salvetat."""
    first, _, rest = town.partition(" ")
    if rest and first in _JOINED:
        return f"{_JOINED[first]} {rest}"
    from unicodedata import normalize

    bare = normalize("NFD", town).casefold()
    vowel = bare.startswith(_VOWELS) or (bare.startswith("y") and not bare[1:].startswith(_VOWELS))
    return f"d'{town}" if vowel else f"de {town}"


def card_text(session: Session, card: str) -> Text | None:
    """Give the label of any card, of the deck or written at the table."""
    found = session.issue_card(card) or session.lever_card(card) or session.workshop.deck.event(card)
    return found.label if found is not None else None


def _family(session: Session, one: str) -> Text | None:
    found = session.workshop.deck.family(one)
    return found.short if found is not None else None


def _place(session: Session, one: str) -> Text | None:
    found = session.workshop.scenario.place(one)
    return found.short if found is not None else None


def _phase(session: Session, one: str) -> Text | None:
    found = session.workshop.agenda.phase(one)
    return found.title if found is not None else None


def _seat(session: Session, one: str) -> Text | None:
    found = session.sitting(one)
    return found.seat.role if found is not None else None


def _frame(session: Session, one: str) -> Text | None:
    found = session.workshop.scenario.induction.frame(one)
    return found.title if found is not None else None


def _question(session: Session, one: str) -> Text | None:
    found = session.workshop.scenario.induction.question(one)
    return found.says if found is not None else None


def _axis(session: Session, one: str) -> Text | None:
    found = session.workshop.deck.axis(one)
    return found.name if found is not None else None


_KINDS: dict[str, Callable[[Session, str], Text | None]] = {
    "card": card_text,
    "family": _family,
    "place": _place,
    "phase": _phase,
    "seat": _seat,
    "frame": _frame,
    "question": _question,
    "axis": _axis,
}
