"""Which cards lie in the hand: of this phase's kind, under a tab, found by a search, those that fit best first.

What is found is kept as long as the session: scrolling the cards sorts none again.
"""

from __future__ import annotations

from collections import Counter

from game.core import dealing
from game.core.cards import IssueCard
from game.core.dealing import Card
from game.core.frozen import dataclass
from game.core.months import plain
from game.core.session import Session
from game.core.text import Text
from game.view.parts.cards import particular
from game.view.tree.sight import Sight

ALL = "all"


@dataclass(frozen=True, slots=True)
class Group:
    """A tab of the hand: an axis or a stage, and how many cards it holds."""

    id: str
    name: str
    icon: str
    count: int


def hand(s: Sight, session: Session) -> tuple[Card, ...]:
    """Give the cards still to play in this phase."""
    return s.kept("dealing:hand", _hand, session)


def _hand(_: Sight, session: Session) -> tuple[Card, ...]:
    return dealing.hand(session)


def groups(s: Sight, session: Session) -> tuple[Group, ...]:
    """Give the tabs: the deck's axes for issues, its stages for levers, with the cards still to play of each."""
    return s.kept("dealing:groups", _groups, session)


def _groups(s: Sight, session: Session) -> tuple[Group, ...]:
    deck, lang = session.workshop.deck, s.speaker.lang
    counts = Counter(kind(card) for card in hand(s, session))
    if session.playing_levers:
        return tuple(Group(x.id, x.short.say(lang), x.icon, counts[x.id]) for x in deck.stages)
    return tuple(Group(x.id, particular(x.name.say(lang)), x.icon, counts[x.id]) for x in deck.axes)


def kind(card: Card) -> str:
    """Give the axis of an issue or the stage of a lever."""
    return card.axis if isinstance(card, IssueCard) else card.stage


def dealt(s: Sight, session: Session, tab: str, search: str, family: str) -> tuple[tuple[Card, ...], ...]:
    """Give the lots of a tab, what fits (the family, else the board) first; what a search finds is one lot."""
    return s.kept("dealing:dealt", _dealt, session, tab, search, family)


def _dealt(s: Sight, session: Session, tab: str, search: str, family: str) -> tuple[tuple[Card, ...], ...]:
    words, lang = plain(search).split(), s.speaker.lang
    found = [card for card in dealing.every(session) if tab in (ALL, kind(card)) and _holds(card, words, lang)]
    left = {card.id for card in hand(s, session)}
    size = 0 if words else session.stage.deal
    return dealing.lots(dealing.dealt(session, found, family), size, left)


def _holds(card: Card, words: list[str], lang: str) -> bool:
    if not words:
        return True
    body = card.question if isinstance(card, IssueCard) else card.text
    texts: tuple[Text, ...] = (card.label, card.title, body)
    said = plain(" ".join(text.say(lang) for text in texts))
    return all(word in said for word in words)
