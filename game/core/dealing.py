"""Which cards a member is dealt, best fit first: pure, the same cards and the same board always give the same order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import zip_longest

from game.core.cards import IssueCard, LeverCard
from game.core.owed import carried
from game.core.scenario import Intention
from game.core.session import PlacedIssue, Session

Card = IssueCard | LeverCard
Rank = tuple[int, ...]
"""How well a card fits, the largest first."""


def every(session: Session) -> tuple[Card, ...]:
    """Give the cards of this phase, those that lie on the board too: those it names, if any, and those written here."""
    deck, named = session.workshop.deck, session.stage.cards
    levers = session.playing_levers
    written: tuple[Card, ...] = session.blank_levers if levers else session.blank_issues
    known: tuple[Card, ...] = deck.levers if levers else deck.issues
    there = (card for card in known if card.id not in deck.retired and (not named or card.id in named))
    return (*written, *there)


def hand(session: Session) -> tuple[Card, ...]:
    """Give the cards of this phase that are still to play."""
    left = {card.id for card in (session.hand_levers if session.playing_levers else session.hand_issues)}
    return tuple(card for card in every(session) if card.id in left)


def dealt(session: Session, cards: Iterable[Card], family: str) -> tuple[Card, ...]:
    """Put cards in the order in which they are dealt: those written at the table, then what fits a family best.

    Without a family: what fits the board. Where issues are dealt by lots, a member without one gets those of the axes,
    one of each in turn. What is dealt by lots keeps its order while cards are laid: none leaves under a hand.
    """
    rank = _rank_of_levers(session, family) if session.playing_levers else _rank_of_issues(session, family)
    found = sorted(cards, key=lambda card: (not card.blank, tuple(-n for n in rank(card))))
    if family or session.playing_levers or not session.stage.deal:
        return tuple(found)
    return _by_axes(session, found)


def lots(cards: Sequence[Card], size: int, left: Collection[str]) -> tuple[tuple[Card, ...], ...]:
    """Cut cards in lots, and keep of each those that are `left` to play, by id; a lot of which none is left is gone.

    There is one lot at least, perhaps empty; without a size it holds them all.
    """
    cut = (cards[i : i + size] for i in range(0, len(cards), size)) if size else (cards,)
    found = (tuple(card for card in some if card.id in left) for some in cut)
    return tuple(some for some in found if some) or ((),)


def _by_axes(session: Session, cards: Sequence[Card]) -> tuple[Card, ...]:
    """Deal an issue of each axis in turn, in the deck's order: of the axes the council serves first, then the rest."""
    written = [card for card in cards if card.blank]
    issues = [card for card in cards if isinstance(card, IssueCard) and not card.blank]
    axes = [axis.id for axis in session.workshop.deck.axes]
    served = [axis for axis in axes if axis in session.axes]
    others = [axis for axis in axes if axis not in session.axes]
    return (*written, *_in_turn(issues, served), *_in_turn(issues, others))


def _in_turn(issues: Sequence[IssueCard], axes: Sequence[str]) -> Iterable[IssueCard]:
    turns = zip_longest(*([card for card in issues if card.axis == axis] for axis in axes))
    return (card for turn in turns for card in turn if card is not None)


def _rank_of_issues(session: Session, family: str) -> Callable[[Card], Rank]:
    """Rank issues by the families they concern that have room; with a family, by how much they are its own."""
    if family:
        bought = [one for one in session.all_intentions if one.family == family]
        return lambda card: _fit(session, card, family, bought) if isinstance(card, IssueCard) else ()
    if session.stage.deal:
        return lambda card: (len(card.families),) if isinstance(card, IssueCard) else ()
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
    """Rank levers by the issues (of the family, else all) they answer, then by whether a purchase can carry them."""
    wanted = _wanted(session, session.issues_of(family) if family else session.issues)
    blank = sum(wanted.get(card.id, 0) for card in session.blank_issues)  # any lever answers them
    bought = [one for one in session.all_intentions if one.family == family] if family else []

    def rank(card: Card) -> Rank:
        if not isinstance(card, LeverCard):
            return ()
        able = not bought or any(carried(session.workshop.duties, card.needs, one) for one in bought)
        return blank + sum(wanted.get(name, 0) for name in card.answers), int(able)

    return rank


def _wanted(session: Session, issues: Sequence[PlacedIssue]) -> dict[str, int]:
    """Weigh issues that levers are looked for: alike where they are dealt by lots, else those that have none twice."""
    if session.stage.deal:
        return {issue.card: 1 for issue in issues}
    room = session.limits.levers_per_issue
    return {issue.card: 1 if issue.levers else 2 for issue in issues if len(issue.levers) < room}
