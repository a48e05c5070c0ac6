"""Which purchases a session spoke of, and which are still to come; which axes of its policy its objectives serve."""

from __future__ import annotations

from collections.abc import Iterable

from game.core.cards import Axis
from game.core.scenario import Intention
from game.core.session import Session
from game.core.sheets import objectives


def examined(session: Session) -> tuple[Intention, ...]:
    """Give the purchases an objective is linked to, those added at the table, and those where a card was laid."""
    linked = {item.id for sheet in objectives(session) for item in sheet.intentions}
    linked |= {item.id for item in session.intentions}
    spots = {(issue.family, issue.place) for issue in session.issues}
    return tuple(one for one in session.all_intentions if one.id in linked or (one.family, one.place) in spots)


def served(session: Session, issues: Iterable[str]) -> tuple[tuple[Axis, int], ...]:
    """Count the issues of each axis of the deck, in its order; an axis none serves counts none."""
    cards = (session.issue_card(issue) for issue in issues)
    known = [card.axis for card in cards if card is not None]
    return tuple((axis, known.count(axis.id)) for axis in session.workshop.deck.axes)
