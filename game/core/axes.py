"""The axes of its policy that a council chose to serve, and how its picks and objectives stand beside them."""

from __future__ import annotations

from game.core.cards import Axis
from game.core.examined import served
from game.core.frozen import dataclass
from game.core.picks import picks
from game.core.session import Session
from game.core.sheets import objectives


@dataclass(frozen=True, slots=True)
class Balance:
    """An axis of the deck: whether the council chose it, how many picks and adopted objectives serve it."""

    axis: Axis
    chosen: bool
    picks: int
    objectives: int


def awaited(session: Session) -> bool:
    """Tell whether the council is to choose its axes first: the phase lets it, none is chosen, nothing lies there."""
    return bool("adopt_axes" in session.stage.moves and session.limits.axes and not session.axes and not session.issues)


def off(session: Session, card: str) -> Axis | None:
    """Give the axis of an issue that is none of those the council chose; None where it is, or where none is chosen."""
    issue = session.issue_card(card)
    if issue is None or not session.axes or issue.axis in session.axes:
        return None
    return session.workshop.deck.axis(issue.axis)


def balance(session: Session) -> tuple[Balance, ...]:
    """Count, by axis of the deck, the picks of the table and the objectives adopted."""
    laid = served(session, (pick.card for pick in picks(session)))
    adopted = dict(served(session, (sheet.issue for sheet in objectives(session) if sheet.adopted)))
    return tuple(Balance(axis, axis.id in session.axes, n, adopted[axis]) for axis, n in laid)
