"""The share guessed in secret, as the room sees it: who has answered, and never a number before the reveal."""

from __future__ import annotations

from game.core.frozen import dataclass
from game.core.session import Session
from game.view.answer.intents import OpenDialog, SelectTab, Several
from game.view.answer.ui import Ui
from game.view.parts.turns import following

SEAT = "guess:seat"
"""The strip that gives a seat the next turn."""


@dataclass(frozen=True, slots=True)
class Awaited:
    """Who has still to answer: their seats, and the one whose turn it is (empty: all have)."""

    seats: tuple[str, ...]
    up: str


def awaited(ui: Ui, session: Session) -> Awaited | None:
    """Tell who has still to answer; None where guesses are made before all."""
    if not session.hides_guesses:
        return None
    left = tuple(one.seat.id for one in session.unanswered)
    ids = [one.seat.id for one in session.seats if one.present]
    return Awaited(left, following(ids, left, ui.tab(SEAT, "")))


def draft(seat: str) -> str:
    """Give the strip under which the view, and nothing else, holds a guess while it is made."""
    return f"slate:{seat}"


def forget(seat: str) -> SelectTab:
    """Give what drops a guess that was begun."""
    return SelectTab(draft(seat), "")


def opened(seat: str) -> Several:
    """Give what hands a seat an empty slate."""
    return Several((forget(seat), SelectTab(SEAT, seat), OpenDialog("slate")))
