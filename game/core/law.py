"""References of law: the day they were read at, and whether that was over a year before another day."""

from __future__ import annotations

from game.core.cards import Deck
from game.core.legal import Legal
from game.core.objective import Objective
from game.core.session import Session


def read_at(deck: Deck, card: str) -> str:
    """Give when the reference of a card was read (YYYY-MM or YYYY-MM-DD): its own date, else the deck's, else ""."""
    legal = getattr(deck.card(card), "legal", None)
    return dated(deck, legal) if legal is not None else ""


def dated(deck: Deck, legal: Legal) -> str:
    """Give when a reference of a deck was read: its own date, else the deck's, else ""."""
    return legal.date or deck.law_as_of


def sheet_read_at(session: Session, sheet: Objective) -> str:
    """Give when the oldest reference of a sheet's levers was read; "" where the table wrote the reference."""
    if "legal" in dict(session.sheet(sheet.issue).fields):
        return ""
    return min(filter(None, (read_at(session.workshop.deck, lever) for lever in sheet.levers)), default="")


def over_a_year(read: str, on: str) -> bool:
    """Tell whether law read at a date, known, is over a year old on a day (YYYY-MM-DD, known)."""
    return bool(read and on) and _last(read) < f"{int(on[:4]) - 1:04}{on[4:10]}"


def _last(date: str) -> str:
    """Give the last day a date may mean: a month is over when its last day is."""
    return date if len(date) > len("2026-11") else f"{date}-31"
