"""Other ways to vote than tokens before all: a ballot put in whole, its choices told at the close; hands counted."""

from __future__ import annotations

from typing import ClassVar

from game.core.ballot import ANONYMOUS, HANDS, HIDDEN, SECRET, Ballot, Cast, Votes, Way
from game.core.errors import Refused
from game.core.frozen import dataclass
from game.core.moment import Moment
from game.core.moves import board
from game.core.picks import picks
from game.core.session import Session
from game.core.values import replace


@dataclass(frozen=True, slots=True)
class ChooseWay:
    """Say how the council votes: whoever may close the ballot may. What was voted another way is taken back."""

    way: Way
    move: ClassVar[str] = "close_ballot"

    def decide(self, session: Session, moment: Moment) -> tuple[WayChosen, ...]:
        """Choose, unless it is so already. Raises Refused: ballot_closed."""
        board.unvoted(session)
        return () if self.way == session.way else (WayChosen(self.way),)


@dataclass(frozen=True, slots=True)
class WayChosen:
    """The council votes in another way, from the start."""

    way: Way

    def apply(self, session: Session) -> Session:
        """Begin the vote again."""
        return replace(session, ballot=Ballot(way=self.way))


@dataclass(frozen=True, slots=True)
class CastBallot:
    """Put a ballot in, whole: tokens by pick, and whose it is; nobody's where the vote is anonymous."""

    votes: Votes
    seat: str = ""
    move: ClassVar[str] = "lay_token"

    def decide(self, session: Session, moment: Moment) -> tuple[BallotCast, ...]:
        """Put it in, its picks in the order of the table: that of the hand is no one's business.

        Raises Refused: ballot_closed, other_way, already_voted, seat_has_no_vote, all_voted, not_a_pick,
        no_tokens_left, too_many_on_one_pick.
        """
        board.unvoted(session)
        if session.way not in SECRET:
            raise Refused("other_way")
        _voter(session, self.seat)
        laid = dict(self.votes)
        for issue in laid:
            board.a_pick(session, issue)
        _within(session, self.seat, tuple(laid.values()))
        ordered = tuple((pick.card, laid[pick.card]) for pick in picks(session) if laid.get(pick.card))
        return (BallotCast(ordered, self.seat),)


def _voter(session: Session, seat: str) -> None:
    """Check that a ballot is one that is still awaited."""
    if session.way == ANONYMOUS:
        if seat or len(session.ballot.cast) >= len(session.voters):
            raise Refused("all_voted")
        return
    if all(sitting.seat.id != seat for sitting in session.voters):
        raise Refused("seat_has_no_vote", seat=seat)
    if session.ballot.voted(seat):
        raise Refused("already_voted", seat=seat)


def _within(session: Session, seat: str, laid: tuple[int, ...]) -> None:
    limits = session.limits
    if sum(laid) > limits.tokens_per_seat or min(laid, default=0) < 0:
        raise Refused("no_tokens_left", seat=seat, limit=limits.tokens_per_seat)
    if max(laid, default=0) > limits.tokens_per_pick:
        raise Refused("too_many_on_one_pick", seat=seat, limit=limits.tokens_per_pick)


@dataclass(frozen=True, slots=True)
class BallotCast:
    """A ballot is in."""

    votes: Votes
    seat: str = ""

    def apply(self, session: Session) -> Session:
        """Put it with the others."""
        cast = (*session.ballot.cast, Cast(self.votes, self.seat))
        return replace(session, ballot=replace(session.ballot, cast=cast))


@dataclass(frozen=True, slots=True)
class CountHands:
    """Count the hands raised for a pick, again if wished."""

    issue: str
    hands: int
    move: ClassVar[str] = "lay_token"

    def decide(self, session: Session, moment: Moment) -> tuple[HandsCounted, ...]:
        """Count. Raises Refused: ballot_closed, other_way, not_a_pick, too_many_hands."""
        board.unvoted(session)
        if session.way != HANDS:
            raise Refused("other_way")
        board.a_pick(session, self.issue)
        if not 0 <= self.hands <= len(session.voters):
            raise Refused("too_many_hands", limit=len(session.voters))
        same = dict(session.ballot.hands).get(self.issue) == self.hands
        return () if same else (HandsCounted(self.issue, self.hands),)


@dataclass(frozen=True, slots=True)
class HandsCounted:
    """So many hands were raised for a pick."""

    issue: str
    hands: int

    def apply(self, session: Session) -> Session:
        """Keep the count in place of the former one."""
        ballot = session.ballot
        hands = {**dict(ballot.hands), self.issue: self.hands}
        return replace(session, ballot=replace(ballot, hands=tuple(hands.items())))


def awaited(session: Session) -> tuple[str, ...]:
    """Give the seats whose ballot is not in, where that is known: when the vote is hidden by seat."""
    if session.way != HIDDEN:
        return ()
    return tuple(one.seat.id for one in session.voters if not session.ballot.voted(one.seat.id))
