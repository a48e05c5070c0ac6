"""What is added up of a buyer's contracts: each sum holds a number for every indicator, in lanes of its bits."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from game.measure.contracts import Contract
from game.measure.stated import INDICATORS, NO, UNREAD, YES, states
from game.measure.telling import part

SUMMED = (YES, NO, UNREAD)
"""The states that are counted, a sum each."""
LANE = 21
"""Bits of a sum for each indicator, the first one's lowest: two million contracts of one buyer."""
EPOCH = date(2000, 1, 1)
"""Days and years are counted from here."""
UNDATED, COUNTED = range(2)
"""What becomes of a contract: it has no date that is believed, or it is counted."""


class Town(NamedTuple):
    """A buyer's contracts that are UNDATED or COUNTED: a country has tens of thousands, hence so little of each.

    `number`: its SIREN, without the noughts at its head; `seen`: a bit for each year since EPOCH that has any; `lines`:
    rows of the file; `yes`, `no`, `lost`: the sums of SUMMED.
    """

    number: int
    age: int
    n: int
    seen: int
    lines: int
    yes: int
    no: int
    lost: int

    @property
    def siren(self) -> str:
        """Give its nine digits."""
        return f"{self.number:09}"

    @property
    def years(self) -> int:
        """Count the years with any contract."""
        return self.seen.bit_count()

    @property
    def pace(self) -> float:
        """Give how many contracts it publishes a year."""
        return self.n / self.years if self.seen else 0.0

    @property
    def counts(self) -> dict[str, tuple[int, int]]:
        """Give by indicator how many contracts are positive, and how many are known."""
        return {name: (_lane(self.yes, name), _lane(self.yes + self.no, name)) for name in INDICATORS}

    @property
    def unread(self) -> dict[str, int]:
        """Give by indicator how many contracts say something that nobody understands."""
        return {name: count for name in INDICATORS if (count := _lane(self.lost, name))}

    def share(self, name: str) -> float | None:
        """Give an indicator's share; None when it is not known, or when some contracts cannot be read."""
        return None if _lane(self.lost, name) else part(*self.counts[name])

    def with_(self, other: Town) -> Town:
        """Add what was counted elsewhere of the same buyer."""
        seen, lines = self.seen | other.seen, self.lines + other.lines
        sums = (self.yes + other.yes, self.no + other.no, self.lost + other.lost)
        return Town(self.number, self.age, self.n + other.n, seen, lines, *sums)


def _lane(total: int, name: str) -> int:
    """Give what a sum holds for an indicator."""
    return total >> LANE * INDICATORS.index(name) & (1 << LANE) - 1


def tally(one: Contract, lines: int) -> Town:
    """Count one contract, told by some lines."""
    found = states(one)
    yes, no, lost = (
        sum(1 << LANE * place for place, state in enumerate(found) if state == counted) for counted in SUMMED
    )
    seen = 0 if one.date is None else 1 << int(one.date[:4]) - EPOCH.year
    return Town(int(one.siren), UNDATED if one.date is None else COUNTED, 1, seen, lines, yes, no, lost)
