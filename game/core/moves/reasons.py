"""Why a pick was given up, told once the vote is over: the vote names no reason, the council does."""

from __future__ import annotations

from typing import ClassVar

from game.core.errors import Refused
from game.core.frozen import dataclass
from game.core.moment import Moment
from game.core.session import Renounced, Session
from game.core.values import replace

OUTVOTED = ("vote", "tie", "capacity")
"""How what is given up once the ballot is closed went (session.Renounced)."""


def outvoted(session: Session) -> tuple[Renounced, ...]:
    """Give what was given up since the ballot closed."""
    return tuple(item for item in session.renounced if item.how in OUTVOTED)


@dataclass(frozen=True, slots=True)
class GiveReason:
    """Say why a pick was given up by the vote, or say it otherwise."""

    card: str
    reason: str
    move: ClassVar[str] = "note"

    def decide(self, session: Session, moment: Moment) -> tuple[ReasonGiven, ...]:
        """Note it, unless it says the same. Raises Refused: not_renounced, reason_missing."""
        item = next((one for one in outvoted(session) if one.card == self.card), None)
        if item is None:
            raise Refused("not_renounced", card=self.card)
        reason = self.reason.strip()
        if not reason:
            raise Refused("reason_missing")
        return () if reason == item.reason else (ReasonGiven(self.card, reason),)


@dataclass(frozen=True, slots=True)
class ReasonGiven:
    """It is on record why a pick was given up."""

    card: str
    reason: str

    def apply(self, session: Session) -> Session:
        """Put it beside the pick that was given up."""
        given = (
            replace(item, reason=self.reason) if item.card == self.card and item.how in OUTVOTED else item
            for item in session.renounced
        )
        return replace(session, renounced=tuple(given))
