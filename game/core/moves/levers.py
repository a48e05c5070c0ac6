"""Levers on the board: one copy a family, under one placed issue."""

from __future__ import annotations

from typing import ClassVar

from game.core.errors import Refused
from game.core.frozen import dataclass
from game.core.moment import Moment
from game.core.moves import board
from game.core.session import Session
from game.core.values import replace


@dataclass(frozen=True, slots=True)
class PlaceLever:
    """Lay a lever under a placed issue; whether it answers it is said, and forbidden only by a deck's house rule."""

    card: str
    issue: str
    move: ClassVar[str] = "place_lever"

    def decide(self, session: Session, moment: Moment) -> tuple[LeverPlaced, ...]:
        """Place. Raises Refused: unknown_card, not_placed, lever_already_in_family, issue_ and family_levers_full,
        lever_answers_not.
        """
        board.unballoted(session)
        if session.lever_card(self.card) is None:
            raise Refused("unknown_card", card=self.card)
        issue = board.placed(session, self.issue)
        board.lever_room(session, issue.family, (self.card,))
        board.under_room(session, issue)
        board.answering(session, self.card, self.issue)
        return (LeverPlaced(self.card, self.issue),)


@dataclass(frozen=True, slots=True)
class LeverPlaced:
    """A lever lies under an issue."""

    card: str
    issue: str

    def apply(self, session: Session) -> Session:
        """Lay it last."""
        issue = board.placed(session, self.issue)
        return replace(session, issues=board.swapped(session, replace(issue, levers=(*issue.levers, self.card))))


@dataclass(frozen=True, slots=True)
class MoveLever:
    """Lay a lever under another issue."""

    card: str
    issue: str
    to: str
    move: ClassVar[str] = "move_lever"

    def decide(self, session: Session, moment: Moment) -> tuple[LeverMoved, ...]:
        """Move, unless it lies there. Raises Refused as for placing; not_placed when the lever is not there."""
        board.unballoted(session)
        old, new = board.placed(session, self.issue), board.placed(session, self.to)
        if self.card not in old.levers:
            raise Refused("not_placed", card=self.card)
        if old.card == new.card:
            return ()
        if old.family != new.family:
            board.lever_room(session, new.family, (self.card,))
        board.under_room(session, new)
        board.answering(session, self.card, self.to)
        return (LeverMoved(self.card, self.issue, self.to),)


@dataclass(frozen=True, slots=True)
class LeverMoved:
    """A lever lies under another issue."""

    card: str
    issue: str
    to: str

    def apply(self, session: Session) -> Session:
        """Lift it and lay it last under the other."""
        return LeverPlaced(self.card, self.to).apply(LeverLifted(self.card, self.issue).apply(session))


@dataclass(frozen=True, slots=True)
class LiftLever:
    """Take a lever off the board."""

    card: str
    issue: str
    move: ClassVar[str] = "lift_lever"

    def decide(self, session: Session, moment: Moment) -> tuple[LeverLifted, ...]:
        """Lift. Raises Refused: not_placed."""
        board.unballoted(session)
        if self.card not in board.placed(session, self.issue).levers:
            raise Refused("not_placed", card=self.card)
        return (LeverLifted(self.card, self.issue),)


@dataclass(frozen=True, slots=True)
class LeverLifted:
    """A lever is back in the hand. An issue left without one is no pick: its tokens go back to their seats."""

    card: str
    issue: str

    def apply(self, session: Session) -> Session:
        """Take it away."""
        issue = board.placed(session, self.issue)
        levers = tuple(lever for lever in issue.levers if lever != self.card)
        session = replace(session, issues=board.swapped(session, replace(issue, levers=levers)))
        return session if levers else replace(session, ballot=session.ballot.without(self.issue))
