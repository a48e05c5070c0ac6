"""Where a figure comes from: open data or a count by hand, and from which month a source tells an effect."""

from __future__ import annotations

from game.core.indicator import Cadence
from game.core.months import later
from game.core.objective import Objective
from game.core.session import Session

OPEN_DATA = ("ouvertes", "open data", "decp", "sha256")
"""Words of a source that is open contract data; sessions of before named the format, or the print of a file."""


def by_hand(session: Session, sheet: Objective) -> bool:
    """Tell whether open data (DECP) leave no trace of what the sheet counts, by the `decp` of its issue's indicators.

    The card's indicator that is the sheet's decides, else all of them; a source that names the data does over both.
    """
    if any(mark in said.lower() for said in sheet.source.said for mark in OPEN_DATA):
        return False
    card = session.issue_card(sheet.issue)
    known = card.indicators if card is not None else ()
    found = tuple(one for one in known if one.name == sheet.indicator) or known
    return all(one.decp == "no" for one in found)


def told(cadence: Cadence, month: str) -> str:
    """Give the first month, this one or a later, in which a source tells a period's figure (YYYY-MM)."""
    if not cadence.every:
        return month
    over = _count(month) - cadence.after
    return _month(-(-over // cadence.every) * cadence.every + cadence.after)


def told_whole(cadence: Cadence, month: str) -> str:
    """Give the month in which a source tells the first period that is whole after a month begins."""
    if not cadence.every:
        return month
    opens = -(-(_count(month) - 1) // cadence.every) * cadence.every
    return _month(opens + cadence.every + cadence.after)


def _count(month: str) -> int:
    """Count months from January of the year 0, which is 1: a calendar year ends at a multiple of twelve."""
    return int(month[:4]) * 12 + int(month[5:7])


def _month(count: int) -> str:
    return later("0000-01", count - 1)
