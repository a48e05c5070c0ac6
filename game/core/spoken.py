"""What is said on a pick by members without a family and by guests: a question, a department's word."""

from __future__ import annotations

from typing import Literal

from game.core.frozen import dataclass

QUESTION_LIMIT = 160
"""Characters of a question written at the table."""
Word = Literal["feasible", "not_before", "costs"]
FEASIBLE: Word = "feasible"
NOT_BEFORE: Word = "not_before"
COSTS: Word = "costs"
WORDS: tuple[Word, ...] = (FEASIBLE, NOT_BEFORE, COSTS)
"""The three words of a department, in the order they are offered."""


@dataclass(frozen=True, slots=True)
class Question:
    """A member's question on an issue: `asked` is the scenario's, by its id, else `text` is as it was typed."""

    number: int
    seat: str
    issue: str
    asked: str
    text: str
    answered: bool = False


@dataclass(frozen=True, slots=True)
class Advice:
    """A guest's word on an issue: feasible, not before `month` (YYYY-MM), or costing `amount` (euros before VAT)."""

    seat: str
    issue: str
    word: Word
    month: str = ""
    amount: int = 0

    @property
    def key(self) -> tuple[str, str, str]:
        """Tell which word it is: a guest has each of the three once on an issue."""
        return self.seat, self.issue, self.word
