"""The vote: tokens on picks, the ballot closed, a tie settled by the co-chairs."""

from __future__ import annotations

from typing import ClassVar

from game.core.ballot import OPEN, Token
from game.core.errors import Refused
from game.core.frozen import dataclass
from game.core.moment import Moment
from game.core.moves import board
from game.core.picks import picks, votable
from game.core.session import Renounced, Session
from game.core.values import replace


@dataclass(frozen=True, slots=True)
class LayToken:
    """A seat lays one token on a pick."""

    seat: str
    issue: str
    move: ClassVar[str] = "lay_token"

    def decide(self, session: Session, moment: Moment) -> tuple[TokenLaid, ...]:
        """Lay. Raises Refused: ballot_closed, other_way, seat_has_no_vote, not_a_pick, no_tokens_left,
        too_many_on_one_pick, duty_no_vote.
        """
        board.unvoted(session)
        if session.way != OPEN:
            raise Refused("other_way")
        if not any(sitting.seat.id == self.seat for sitting in session.voters):
            raise Refused("seat_has_no_vote", seat=self.seat)
        board.a_pick(session, self.issue)
        limits = session.limits
        if session.ballot.spent(self.seat) >= limits.tokens_per_seat:
            raise Refused("no_tokens_left", seat=self.seat, limit=limits.tokens_per_seat)
        if session.ballot.count(self.issue, self.seat) >= limits.tokens_per_pick:
            raise Refused("too_many_on_one_pick", seat=self.seat, limit=limits.tokens_per_pick)
        return (TokenLaid(self.seat, self.issue),)


@dataclass(frozen=True, slots=True)
class TokenLaid:
    """A token lies on a pick."""

    seat: str
    issue: str

    def apply(self, session: Session) -> Session:
        """Lay it."""
        tokens = (*session.ballot.tokens, Token(self.seat, self.issue))
        return replace(session, ballot=replace(session.ballot, tokens=tokens))


@dataclass(frozen=True, slots=True)
class TakeToken:
    """A seat takes one of its tokens back."""

    seat: str
    issue: str
    move: ClassVar[str] = "take_token"

    def decide(self, session: Session, moment: Moment) -> tuple[TokenTaken, ...]:
        """Take back. Raises Refused: ballot_closed, no_token_here."""
        board.unvoted(session)
        if not session.ballot.count(self.issue, self.seat):
            raise Refused("no_token_here", seat=self.seat, card=self.issue)
        return (TokenTaken(self.seat, self.issue),)


@dataclass(frozen=True, slots=True)
class TokenTaken:
    """A token is back in its seat's hand."""

    seat: str
    issue: str

    def apply(self, session: Session) -> Session:
        """Take the last one the seat laid there."""
        tokens = list(session.ballot.tokens)
        last = max(i for i, token in enumerate(tokens) if token == Token(self.seat, self.issue))
        del tokens[last]
        return replace(session, ballot=replace(session.ballot, tokens=tuple(tokens)))


@dataclass(frozen=True, slots=True)
class CloseBallot:
    """Close the vote: the first ones are kept, then what the law asks anyway; a tie at the edge waits."""

    move: ClassVar[str] = "close_ballot"

    def decide(self, session: Session, moment: Moment) -> tuple[BallotClosed, ...]:
        """Close. Raises Refused: ballot_closed, no_tokens_laid (an unanswered ballot cannot be undone)."""
        board.unvoted(session)
        ballot = session.ballot.opened()
        voted = votable(session)
        owed = tuple(pick.card for pick in picks(session) if pick not in voted)
        if not ballot.total() and (voted or not owed):
            raise Refused("no_tokens_laid")
        ranked = sorted(voted, key=lambda pick: -ballot.count(pick.card))
        counts = [ballot.count(pick.card) for pick in ranked]
        seats = session.limits.objectives
        names = tuple(pick.card for pick in ranked)
        if len(names) <= seats:
            return (BallotClosed((*names, *owed), (), 0, ()),)
        edge = counts[seats - 1]
        above = tuple(name for name, count in zip(names, counts, strict=True) if count > edge)
        level = tuple(name for name, count in zip(names, counts, strict=True) if count == edge)
        below = names[len(above) + len(level) :]
        if len(above) + len(level) <= seats:
            return (BallotClosed((*above, *level, *owed), (), 0, below),)
        return (BallotClosed((*above, *owed), level, seats - len(above), below),)


def renounced(session: Session, cards: tuple[str, ...], how: str) -> tuple[Renounced, ...]:
    """Put picks on record as given up."""
    found = (board.placed(session, card) for card in cards)
    return tuple(
        Renounced(pick.card, pick.family, pick.place, pick.levers, session.ballot.count(pick.card), how)
        for pick in found
    )


@dataclass(frozen=True, slots=True)
class BallotClosed:
    """The vote is over: kept by rank, tied at the edge with `left` places, and given up."""

    kept: tuple[str, ...]
    tied: tuple[str, ...]
    left: int
    renounced: tuple[str, ...]

    def apply(self, session: Session) -> Session:
        """Close the ballot and put the rest on record."""
        ballot = replace(session.ballot.opened(), ranked=self.kept, tied=self.tied, left=self.left)
        session = replace(session, ballot=ballot)
        rest = renounced(session, self.renounced, "vote")
        return replace(session, renounced=(*session.renounced, *rest))


@dataclass(frozen=True, slots=True)
class SettleTie:
    """The co-chairs choose which of the tied picks are kept."""

    keep: tuple[str, ...]
    move: ClassVar[str] = "settle_tie"

    def decide(self, session: Session, moment: Moment) -> tuple[TieSettled, ...]:
        """Settle. Raises Refused: no_tie, tie_choice (choose as many as there are places, among the tied)."""
        tied, left = session.ballot.tied, session.ballot.left
        if not tied:
            raise Refused("no_tie")
        if len(self.keep) != left or len(set(self.keep)) != left or not set(self.keep) <= set(tied):
            raise Refused("tie_choice", wanted=left)
        return (TieSettled(self.keep, tuple(card for card in tied if card not in self.keep)),)


@dataclass(frozen=True, slots=True)
class TieSettled:
    """The co-chairs chose."""

    kept: tuple[str, ...]
    renounced: tuple[str, ...]

    def apply(self, session: Session) -> Session:
        """Keep the chosen, and put the others on record."""
        ballot = replace(session.ballot, ranked=(*session.ballot.ranked, *self.kept), tied=(), left=0)
        rest = renounced(session, self.renounced, "tie")
        return replace(session, ballot=ballot, renounced=(*session.renounced, *rest))
