"""The share guessed in secret and before all, at every moment: for the look tool and the tests."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from game.core.moves.flow import EnterPhase, OpenTable
from game.core.moves.share import GuessShare, RevealShare
from game.core.session import Session, start
from tests.view.afternoon import DATE, opened, played, workshop

PERCENTS = (10, 15, 20, 25, 12, 30, 35)


def answered(n: int = len(PERCENTS), first: Session | None = None) -> Session:
    """Give the step with so many guesses in, hidden unless `first` says otherwise."""
    session = first or opened()
    seats = [one.seat.id for one in session.seats if one.present]
    return played(session, *(GuessShare(seat, percent) for seat, percent in zip(seats[:n], PERCENTS, strict=False)))


def openly() -> Session:
    """Give the step in an agenda that has everyone guess before all."""
    shop = workshop()
    first = start(replace(shop, agenda=replace(shop.agenda, guesses="open")))
    return played(first, OpenTable("", DATE), EnterPhase("reperage"))


def revealed(n: int = len(PERCENTS)) -> Session:
    """Give the step once the share is known."""
    return played(answered(n), RevealShare())


SESSIONS = {
    "none": opened,
    "some": partial(answered, 3),
    "all": answered,
    "open": openly,
    "open-all": lambda: answered(first=openly()),
    "revealed": revealed,
    "nobody": partial(revealed, 0),
}
"""The moments of the guess by name, for the look tool."""
