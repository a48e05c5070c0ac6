"""The council's vote: tokens laid in the open, ballots put in whole, or hands counted; and what came out of it."""

from __future__ import annotations

from typing import Literal

from game.core.frozen import dataclass
from game.core.values import replace

Way = Literal["open", "hidden", "anonymous", "hands"]
"""How a council votes: tokens before all, seat by seat; ballots told at the close, with or without a seat; hands."""
OPEN: Way = "open"
HIDDEN: Way = "hidden"
ANONYMOUS: Way = "anonymous"
HANDS: Way = "hands"
WAYS: tuple[Way, ...] = (OPEN, HIDDEN, ANONYMOUS, HANDS)
SECRET = (HIDDEN, ANONYMOUS)
"""The ways in which nobody's choice is told before the close, nor who chose what after it."""
Votes = tuple[tuple[str, int], ...]
"""How many tokens or hands each pick got, by its issue."""


@dataclass(frozen=True, slots=True)
class Token:
    """One vote of a seat on a pick, named by its issue."""

    seat: str
    issue: str


@dataclass(frozen=True, slots=True)
class Cast:
    """A ballot put in whole; no seat where the vote is anonymous."""

    votes: Votes
    seat: str = ""


@dataclass(frozen=True, slots=True)
class Ballot:
    """The vote. Once closed: what is kept, by rank (renounced later or not), and the tie still to settle.

    `left` is how many of the tied picks may be kept. `way` is how the facilitator had the council vote; empty: as the
    agenda says.
    """

    tokens: tuple[Token, ...] = ()
    closed: bool = False
    ranked: tuple[str, ...] = ()
    tied: tuple[str, ...] = ()
    left: int = 0
    way: Way | Literal[""] = ""
    cast: tuple[Cast, ...] = ()
    hands: Votes = ()

    @property
    def begun(self) -> bool:
        """Tell whether someone has voted."""
        return bool(self.tokens or self.cast or self.hands)

    def count(self, issue: str, seat: str = "") -> int:
        """Count what lies on a pick, of one seat or of all, as far as it may be told.

        Of ballots put in, nothing before the close; who put what, never.
        """
        tokens = sum(1 for token in self.tokens if token.issue == issue and seat in ("", token.seat))
        if seat:
            return tokens
        secret = sum(dict(one.votes).get(issue, 0) for one in self.cast) if self.closed else 0
        return tokens + dict(self.hands).get(issue, 0) + secret

    def opened(self) -> Ballot:
        """Give the same with every ballot told: what closing it counts."""
        return replace(self, closed=True)

    def total(self) -> int:
        """Count all that was laid or raised, as far as it may be told."""
        secret = sum(n for one in self.cast for _, n in one.votes) if self.closed else 0
        return len(self.tokens) + sum(n for _, n in self.hands) + secret

    def spent(self, seat: str) -> int:
        """Count the tokens a seat has laid before all."""
        return sum(1 for token in self.tokens if token.seat == seat)

    def voted(self, seat: str) -> bool:
        """Tell whether a seat has put its ballot in; nobody knows of an anonymous one."""
        return any(one.seat == seat for one in self.cast)

    def without(self, issue: str) -> Ballot:
        """Give the same once an issue is no pick any more: its tokens are back with their seats."""
        tokens = tuple(token for token in self.tokens if token.issue != issue)
        return replace(self, tokens=tokens, hands=tuple(pair for pair in self.hands if pair[0] != issue))
