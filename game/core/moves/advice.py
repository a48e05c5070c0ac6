"""The words of the departments, who sit as guests: feasible, not before a month, costing so much."""

from __future__ import annotations

from typing import ClassVar

from game.core.errors import Refused
from game.core.frozen import dataclass
from game.core.moment import Moment
from game.core.months import month
from game.core.moves import board, share
from game.core.session import Session
from game.core.spoken import COSTS, NOT_BEFORE, WORDS, Advice, Word
from game.core.values import replace
from game.core.voices import guests


@dataclass(frozen=True, slots=True)
class Advise:
    """Say a guest's word on a placed issue; `value` is the month of "not before", the euros of "costs", as typed.

    The same word said again is taken back; with another value it takes the place of the former one.
    """

    seat: str
    issue: str
    word: str
    value: str = ""
    move: ClassVar[str] = "advise"

    def decide(self, session: Session, moment: Moment) -> tuple[AdviceGiven | AdviceLifted, ...]:
        """Say it, or take it back. Raises Refused: not_a_guest, not_placed, unknown_word, bad_month, bad_number."""
        if all(one.seat.id != self.seat for one in guests(session)):
            raise Refused("not_a_guest", seat=self.seat)
        board.placed(session, self.issue)
        if self.word not in WORDS:
            raise Refused("unknown_word")
        word, known = self.word, ""
        if word == NOT_BEFORE:
            known = month(self.value) or ""
            if not known:
                raise Refused("bad_month", text=self.value)
        amount = share.amount(self.value) if word == COSTS else 0
        said = Advice(self.seat, self.issue, word, known, amount)
        if said in session.advice:
            return (AdviceLifted(self.seat, self.issue, word),)
        return (AdviceGiven(self.seat, self.issue, word, known, amount),)


@dataclass(frozen=True, slots=True)
class AdviceGiven:
    """A guest said a word on an issue."""

    seat: str
    issue: str
    word: Word
    month: str = ""
    amount: int = 0

    def apply(self, session: Session) -> Session:
        """Keep it in place of the same word with another value."""
        said = Advice(self.seat, self.issue, self.word, self.month, self.amount)
        return replace(session, advice=(*(one for one in session.advice if one.key != said.key), said))


@dataclass(frozen=True, slots=True)
class AdviceLifted:
    """A guest takes a word back."""

    seat: str
    issue: str
    word: Word

    def apply(self, session: Session) -> Session:
        """Take it away."""
        gone = self.seat, self.issue, self.word
        return replace(session, advice=tuple(one for one in session.advice if one.key != gone))
