"""The afternoon's vote by secret ballots and by raised hands, at every moment: for the look tool and the tests."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial

from game.core.ballot import ANONYMOUS, HANDS, HIDDEN, SECRET, Way
from game.core.moves.ballots import CastBallot, ChooseWay, CountHands
from game.core.moves.issues import Renounce
from game.core.moves.votes import CloseBallot, SettleTie
from game.core.picks import picks, votable
from game.core.session import Session
from tests.view import council
from tests.view.afternoon import PICKS, played

COUNTS = (6, 4, 5, 1, 7, 0, 5, 4)


def chosen(way: Way) -> Session:
    """Give the vote, nothing in."""
    return played(council.laid(), ChooseWay(way))


def few(way: Way) -> Session:
    """Give five picks of the afternoon, the vote begun by one ballot or one count."""
    session = played(council.few(), ChooseWay(way))
    card = session.issues[0].card
    return played(session, CountHands(card, 5) if way == HANDS else CastBallot(((card, 3),), _first(session, way)))


def going(way: Way, n: int = 5) -> Session:
    """Give the vote with so many seats through, or so many picks counted."""
    session = chosen(way)
    if way == HANDS:
        counts = zip(PICKS[:n], COUNTS, strict=False)
        return played(session, *(CountHands(card, hands) for (card, *_), hands in counts))
    for at, sitting in enumerate(session.voters[:n]):
        cards = [pick.card for pick in picks(session)]
        laid = ((cards[at % 8], 3), (cards[(at + 4) % 8], 2), (cards[(at + 2) % 8], 2))
        session = played(session, CastBallot(laid, sitting.seat.id if way == HIDDEN else ""))
    return session


def closed(way: Way) -> Session:
    """Give the vote closed."""
    return played(going(way, 7 if way in SECRET else 8), CloseBallot())


def crowded(way: Way) -> Session:
    """Give ten picks of the longest labels, the vote begun."""
    session = played(council.crowded(), ChooseWay(way))
    card = session.issues[0].card
    return played(session, CountHands(card, 7) if way == HANDS else CastBallot(((card, 3),), _first(session, way)))


def _first(session: Session, way: Way) -> str:
    return session.voters[0].seat.id if way == HIDDEN else ""


def crowd() -> Session:
    """Give ten picks of the longest labels, voted."""
    session = crowded(HANDS)
    counts = (CountHands(pick.card, at % 5) for at, pick in enumerate(picks(session)))
    return played(session, *counts, CloseBallot())


def settled() -> Session:
    """Give the afternoon's tie settled, and one objective renounced since."""
    session = played(council.ready(), CloseBallot(), SettleTie(("handicap",)))
    return played(session, Renounce("eau", "Le marché de l'eau attend le bassin."))


def owed() -> Session:
    """Give a vote closed beside a pick that only repeats a duty, and takes no vote."""
    start = chosen(HANDS)
    shop, duty = start.workshop, start.workshop.duties.duties[0].id
    issues = tuple(replace(card, duty=duty) if card.id == "maitrise-budget" else card for card in shop.deck.issues)
    session = replace(start, workshop=replace(shop, deck=replace(shop.deck, issues=issues)))
    return played(session, *(CountHands(pick.card, at) for at, pick in enumerate(votable(session))), CloseBallot())


SESSIONS = {
    f"{made.__name__}-{way}": cache(partial(made, way))
    for made in (chosen, few, going, closed, crowded) for way in (HIDDEN, ANONYMOUS, HANDS)
} | {"settled": cache(settled), "crowd": cache(crowd), "owed": cache(owed)}  # fmt: skip
"""Sessions by name."""
