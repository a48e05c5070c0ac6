"""Issues on the board: placed, moved, lifted, renounced."""

from __future__ import annotations

from itertools import count
from typing import ClassVar

from game.core.errors import Refused
from game.core.frozen import dataclass
from game.core.moment import Moment
from game.core.moves import board
from game.core.picks import kept
from game.core.session import PlacedIssue, Renounced, Session
from game.core.values import replace


@dataclass(frozen=True, slots=True)
class PlaceIssue:
    """Lay an issue on a family, at a place of the map or on the family's row (no place)."""

    card: str
    family: str
    place: str = ""
    move: ClassVar[str] = "place_issue"

    def decide(self, session: Session, moment: Moment) -> tuple[IssuePlaced, ...]:
        """Place. Raises Refused: unknown_card, card_already_placed, decor_place, place_not_of_family, family_full."""
        board.unballoted(session)
        if session.issue_card(self.card) is None:
            raise Refused("unknown_card", card=self.card)
        if session.placed(self.card) is not None:
            raise Refused("card_already_placed", card=self.card)
        board.spot(session, self.family, self.place)
        board.issue_room(session, self.family)
        used = {issue.number for issue in session.issues}
        number = next(n for n in count(1) if n not in used)
        return (IssuePlaced(self.card, self.family, self.place, number),)


@dataclass(frozen=True, slots=True)
class IssuePlaced:
    """An issue lies on the board."""

    card: str
    family: str
    place: str
    number: int

    def apply(self, session: Session) -> Session:
        """Lay it last."""
        return replace(session, issues=(*session.issues, PlacedIssue(self.card, self.family, self.place, self.number)))


@dataclass(frozen=True, slots=True)
class MoveIssue:
    """Lay a placed issue elsewhere; its levers go with it."""

    card: str
    family: str
    place: str = ""
    move: ClassVar[str] = "move_issue"

    def decide(self, session: Session, moment: Moment) -> tuple[IssueMoved, ...]:
        """Move, unless it lies there. Raises Refused: not_placed, as for placing; the new family's lever limits."""
        board.unballoted(session)
        issue = board.placed(session, self.card)
        board.spot(session, self.family, self.place)
        if (issue.family, issue.place) == (self.family, self.place):
            return ()
        if issue.family != self.family:
            board.issue_room(session, self.family)
            board.lever_room(session, self.family, issue.levers)
        return (IssueMoved(self.card, self.family, self.place),)


@dataclass(frozen=True, slots=True)
class IssueMoved:
    """An issue lies elsewhere, with its levers."""

    card: str
    family: str
    place: str

    def apply(self, session: Session) -> Session:
        """Move it."""
        issue = replace(board.placed(session, self.card), family=self.family, place=self.place)
        return replace(session, issues=board.swapped(session, issue))


@dataclass(frozen=True, slots=True)
class LiftIssue:
    """Take an issue off the board, with its levers."""

    card: str
    move: ClassVar[str] = "lift_issue"

    def decide(self, session: Session, moment: Moment) -> tuple[IssueLifted, ...]:
        """Lift. Raises Refused: not_placed."""
        board.unballoted(session)
        board.placed(session, self.card)
        return (IssueLifted(self.card),)


@dataclass(frozen=True, slots=True)
class IssueLifted:
    """An issue is back in the hand; its levers and its tokens too."""

    card: str

    def apply(self, session: Session) -> Session:
        """Take it away."""
        return without(session, self.card)


def without(session: Session, card: str) -> Session:
    """Take an issue, its levers and the tokens on it off the board."""
    issues = tuple(issue for issue in session.issues if issue.card != card)
    return replace(session, issues=issues, ballot=session.ballot.without(card))


@dataclass(frozen=True, slots=True)
class Renounce:
    """Give up an issue, out loud and with a reason: off the board before the vote, off what is kept after it."""

    card: str
    reason: str
    move: ClassVar[str] = "renounce"

    def decide(self, session: Session, moment: Moment) -> tuple[IssueRenounced, ...]:
        """Renounce. Raises Refused: not_placed, ballots_in, tie_open, not_kept, reason_missing."""
        issue = board.placed(session, self.card)
        voted = session.ballot.closed
        if not voted:
            board.unballoted(session)
        if session.ballot.tied:
            raise Refused("tie_open")
        if voted and issue not in kept(session):
            raise Refused("not_kept", card=self.card)
        if not self.reason.strip():
            raise Refused("reason_missing")
        given_up = Renounced(
            issue.card, issue.family, issue.place, issue.levers, session.ballot.count(issue.card),
            "capacity" if voted else "lifted", self.reason.strip(),
        )  # fmt: skip
        return (IssueRenounced(given_up),)


@dataclass(frozen=True, slots=True)
class IssueRenounced:
    """An issue was given up; it stays on record."""

    item: Renounced

    def apply(self, session: Session) -> Session:
        """Keep it on record, and off the board before the vote."""
        session = replace(session, renounced=(*session.renounced, self.item))
        return without(session, self.item.card) if self.item.how == "lifted" else session
