"""Which cards lie in the hand: of this phase's kind, under a tab, found by a search, those that fit best first."""

from __future__ import annotations

from dataclasses import dataclass

from game.core.cards import IssueCard, LeverCard
from game.core.months import plain
from game.core.picks import answers
from game.core.session import Session
from game.core.text import Text
from game.view.cards import particular

Card = IssueCard | LeverCard
ALL = "all"


@dataclass(frozen=True, slots=True)
class Group:
    """A tab of the hand: an axis or a stage, and how many cards it holds."""

    id: str
    name: str
    icon: str
    count: int


def playing_levers(session: Session) -> bool:
    """Tell whether the hand holds levers (else issues)."""
    return "place_lever" in session.stage.moves


def hand(session: Session) -> tuple[Card, ...]:
    """Give the cards still to play in this phase."""
    return session.hand_levers if playing_levers(session) else session.hand_issues


def groups(session: Session, lang: str) -> tuple[Group, ...]:
    """Give the tabs: the deck's axes for issues, its stages for levers, with the cards still to play of each."""
    deck, cards = session.workshop.deck, hand(session)
    counts = {key: sum(1 for card in cards if kind(card) == key) for key in {kind(card) for card in cards}}
    if playing_levers(session):
        return tuple(Group(x.id, x.short.say(lang), x.icon, counts.get(x.id, 0)) for x in deck.stages)
    return tuple(Group(x.id, particular(x.name.say(lang)), x.icon, counts.get(x.id, 0)) for x in deck.axes)


def kind(card: Card) -> str:
    """Give the axis of an issue or the stage of a lever."""
    return card.axis if isinstance(card, IssueCard) else card.stage


def dealt(session: Session, tab: str, search: str, family: str, lang: str) -> tuple[Card, ...]:
    """Give the cards of a tab that hold every word of the search; what fits (the family, else the board) first."""
    words = plain(search).split()
    found = (card for card in hand(session) if tab in (ALL, kind(card)) and _holds(card, words, lang))
    return tuple(sorted(found, key=lambda card: -fit(session, card, family)))


def _holds(card: Card, words: list[str], lang: str) -> bool:
    if not words:
        return True
    body = card.question if isinstance(card, IssueCard) else card.text
    texts: tuple[Text, ...] = (card.label, card.title, body)
    said = plain(" ".join(text.say(lang) for text in texts))
    return all(word in said for word in words)


def fit(session: Session, card: Card, family: str) -> int:
    """Rank a card: written at the table, then by what it answers (levers) or whom it concerns (issues)."""
    if card.blank:
        return 1000
    if isinstance(card, LeverCard):
        return _answered(session, card, family)
    if family:
        return 1 if family in card.families else 0
    limit = session.limits.issues_per_family
    return sum(1 for name in card.families if len(session.issues_of(name)) < limit)


def _answered(session: Session, card: LeverCard, family: str) -> int:
    issues = session.issues_of(family) if family else session.issues
    room = session.limits.levers_per_issue
    wanted = (issue for issue in issues if len(issue.levers) < room and answers(session, card.id, issue.card))
    return sum(1 if issue.levers else 2 for issue in wanted)
