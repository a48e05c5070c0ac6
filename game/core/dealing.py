"""Which cards a member is dealt, best fit first: pure, the same cards and the same board always give the same order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest

from game.core.cards import IssueCard, LeverCard
from game.core.owed import carried
from game.core.scenario import Intention
from game.core.session import Session

Card = IssueCard | LeverCard
Rank = tuple[int, ...]
"""How well a card fits, the largest first."""


def hand(session: Session) -> tuple[Card, ...]:
    """Give the cards still to play in this phase: those it deals, where it names some, and those written here."""
    found: tuple[Card, ...] = session.hand_levers if session.playing_levers else session.hand_issues
    named = session.stage.cards
    return tuple(card for card in found if card.blank or not named or card.id in named)


def dealt(session: Session, cards: Iterable[Card], family: str) -> tuple[Card, ...]:
    """Put cards in the order in which they are dealt: those written at the table, then what fits a family best.

    Without a family: what fits the board. Where issues are dealt by lots, a member without one gets those of the axes,
    one of each in turn.
    """
    rank = _rank_of_levers(session, family) if session.playing_levers else _rank_of_issues(session, family)
    found = sorted(cards, key=lambda card: (not card.blank, tuple(-n for n in rank(card))))
    if family or session.playing_levers or not session.stage.deal:
        return tuple(found)
    return _by_axes(session, found)


def lot(cards: Sequence[Card], size: int, nth: int) -> tuple[tuple[Card, ...], int, int]:
    """Give a lot of cards, which one it is, from 0, and how many there are; one lot of them all without a size.

    A lot beyond the last is the last: cards were played since.
    """
    lots = max(1, -(-len(cards) // size)) if size else 1
    nth = max(0, min(nth, lots - 1))
    return (tuple(cards[nth * size : (nth + 1) * size]) if size else tuple(cards)), nth, lots


def _by_axes(session: Session, cards: Sequence[Card]) -> tuple[Card, ...]:
    """Deal an issue of each axis in turn, in the deck's order of axes."""
    written = [card for card in cards if card.blank]
    issues = [card for card in cards if isinstance(card, IssueCard) and not card.blank]
    axes = ([card for card in issues if card.axis == axis.id] for axis in session.workshop.deck.axes)
    return (*written, *(card for turn in zip_longest(*axes) for card in turn if card is not None))


def _rank_of_issues(session: Session, family: str) -> Callable[[Card], Rank]:
    """Rank issues by the families they concern that have room; with a family, by how much they are its own."""
    if family:
        bought = [one for one in session.all_intentions if one.family == family]
        return lambda card: _fit(session, card, family, bought) if isinstance(card, IssueCard) else ()
    limit = session.limits.issues_per_family
    room = {one.id for one in session.workshop.families if len(session.issues_of(one.id)) < limit}
    return lambda card: (len(room & {*card.families}),) if isinstance(card, IssueCard) else ()


def _fit(session: Session, card: IssueCard, family: str, bought: Sequence[Intention]) -> Rank:
    """Tell how much an issue is a family's: its own, carried by a purchase of it, with an effect to aim at, of few."""
    duties, effect = session.workshop.duties, card.effect_in(family)
    able = any(carried(duties, card.needs, one) for one in bought) if bought else not card.needs
    own = 0 if effect is None else 2 if family in effect.families else 1
    return int(family in card.families), int(able), own, -len(card.families)


def _rank_of_levers(session: Session, family: str) -> Callable[[Card], Rank]:
    """Rank levers by the issues (of the family, else all) they answer that have room; those without a lever twice."""
    issues = session.issues_of(family) if family else session.issues
    room = session.limits.levers_per_issue
    wanted = {issue.card: 1 if issue.levers else 2 for issue in issues if len(issue.levers) < room}
    blank = sum(wanted.get(card.id, 0) for card in session.blank_issues)  # any lever answers them
    bought = [one for one in session.all_intentions if one.family == family] if family else []

    def rank(card: Card) -> Rank:
        if not isinstance(card, LeverCard):
            return ()
        able = not bought or any(carried(session.workshop.duties, card.needs, one) for one in bought)
        return blank + sum(wanted.get(name, 0) for name in card.answers), int(able)

    return rank
