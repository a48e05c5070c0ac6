"""What is added up of a buyer's contracts: each sum holds a number for every indicator, in lanes of its bits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from game.measure.contracts import Contract
from game.measure.stated import INDICATORS, NO, UNREAD, YES, states

SUMMED = (YES, NO, UNREAD)
"""The states that are counted, a sum each."""
LANE = 21
"""Bits of a sum for each indicator, the first one's lowest: two million contracts of one buyer."""
EPOCH = date(2000, 1, 1)
"""Days and years are counted from here."""
UNDATED, COUNTED = range(2)
"""What becomes of a contract: it has no date that is believed, or it is counted."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The contracts of a buyer that are UNDATED or COUNTED. `years`: a bit each since EPOCH; `sums`: by SUMMED."""

    siren: int
    age: int
    contracts: int
    years: int
    lines: int
    sums: tuple[int, int, int]

    def __add__(self, other: Tally) -> Tally:
        """Add what another tally has of the same buyer."""
        yes, no, unread = (one + more for one, more in zip(self.sums, other.sums, strict=True))
        contracts, years, lines = self.contracts + other.contracts, self.years | other.years, self.lines + other.lines
        return Tally(self.siren, self.age, contracts, years, lines, (yes, no, unread))


def lane(total: int, name: str) -> int:
    """Give what a sum holds for an indicator."""
    return total >> LANE * INDICATORS.index(name) & (1 << LANE) - 1


def tally(one: Contract, lines: int) -> Tally:
    """Count one contract, told by some lines."""
    found = states(one)
    yes, no, unread = (
        sum(1 << LANE * place for place, state in enumerate(found) if state == counted) for counted in SUMMED
    )
    years = 0 if one.date is None else 1 << int(one.date[:4]) - EPOCH.year
    age = UNDATED if one.date is None else COUNTED
    return Tally(int(one.siren), age, 1, years, lines, (yes, no, unread))
