"""What things are called: cards, families, seats and places, in the language of the table."""

from __future__ import annotations

from game.core.ballot import HANDS
from game.core.family import Family
from game.core.picks import levers
from game.core.reasons import said
from game.core.session import PlacedIssue, Session
from game.view.tree.sight import Sight
from game.words.spacing import spaced


def card(s: Sight, session: Session, card_id: str) -> str:
    """Give a card's label, of the deck or written at the table; its id if it is gone."""
    found = session.issue_card(card_id) or session.lever_card(card_id) or session.workshop.deck.event(card_id)
    return found.label.say(s.speaker.lang) if found is not None else card_id


def family(session: Session, family_id: str) -> Family:
    """Give a family of the deck."""
    found = session.workshop.deck.family(family_id)
    assert found is not None, family_id
    return found


def family_name(s: Sight, session: Session, family_id: str) -> str:
    """Give a family's name."""
    return family(session, family_id).name.say(s.speaker.lang)


def role(s: Sight, session: Session, seat: str) -> str:
    """Give the role of a seat; its id if it has left."""
    sitting = session.sitting(seat)
    return sitting.seat.role.say(s.speaker.lang) if sitting is not None else seat


def seat(s: Sight, session: Session, seat_id: str) -> str:
    """Give a seat's short name; its id if it has left."""
    sitting = session.sitting(seat_id)
    return sitting.seat.short.say(s.speaker.lang) if sitting is not None else seat_id


def place(s: Sight, session: Session, place_id: str) -> str:
    """Give a place's short name; empty where a card lies on the family's row only."""
    found = session.workshop.scenario.place(place_id)
    return found.short.say(s.speaker.lang) if found is not None else ""


def under(s: Sight, session: Session, pick: PlacedIssue) -> str:
    """Give the levers of a pick in one line."""
    return " + ".join(lever.label.say(s.speaker.lang) for lever in levers(session, pick))


def votes(s: Sight, session: Session, n: int) -> str:
    """Say so many votes as the council gave them: tokens, or hands."""
    return s.say("council.votes.hands" if session.way == HANDS else "council.votes", n=n)


def reason(s: Sight, session: Session, text: str) -> str:
    """Give why something was given up: as the deck says it where it does, else as it was typed."""
    return typed(s, said(session.workshop.deck.reasons, text, s.speaker.lang))


def typed(s: Sight, text: str) -> str:
    """Give what people typed with French spacing, where the table speaks French."""
    return spaced(text) if s.speaker.lang == "fr" else text
