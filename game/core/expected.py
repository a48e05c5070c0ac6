"""Small numbers: what a family's contracts to come allow a target to be, and from when it is measured (decp.md 4)."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import Any

from game.core.aims import change, is_share, rises
from game.core.frozen import dataclass
from game.core.months import later, number
from game.core.objective import Objective
from game.core.owed import kind_of
from game.core.scenario import Intention, Wording
from game.core.session import Session
from game.core.sources import by_hand, told_whole
from game.core.text import Text
from game.core.wording import spoken

SOME = 20
"""Under so many contracts, what one of them weighs is said (decp.md 4)."""
PUBLISHED, USUAL = 2, 6
"""Months from an award to its publication as open data; months from a launch to an award where none is planned."""
SHARE, COUNT = "share", "count"
WORKS, DESIGN = "works", "71"
"""The kind of purchase that builds, and how the CPV of architects and engineers begins: theirs ends with the works."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A target told on the family's contracts to come: `k` of the next `n`, `free` of which can still be shaped.

    `kind` is share or count. `points` is what one contract weighs in the share. `reachable`: enough of them are free.
    `best` is the most that can be had, in the target's unit. `means`: how far the levers are used asks it, not the aim.
    """

    kind: str
    k: int
    n: int
    free: int
    points: float
    best: float
    reachable: bool
    means: bool = False

    @property
    def few(self) -> bool:
        """Tell whether one contract more or less changes the figure: it is told as a count then."""
        return self.n < SOME


def counts_contracts(wording: Wording, unit: Text, indicator: Text) -> str:
    """Tell whether a unit is a share of contracts, a number of contracts, or neither (empty)."""
    in_unit = spoken(wording.contracts, unit)
    if is_share(unit):
        bare = all(len(said.split()) <= 3 for said in unit.said)
        return SHARE if in_unit or (bare and spoken(wording.contracts, indicator)) else ""
    return COUNT if in_unit else ""


def coming(session: Session, family: str, until: str) -> tuple[Intention, ...]:
    """Give the family's contracts awarded after the session and no later than a month (YYYY-MM), by their award."""
    month = session.date[:7]
    found = (one for one in session.all_intentions if one.family == family and month < one.award)
    return tuple(sorted((one for one in found if not until or one.award <= until), key=lambda one: one.award))


def expected(session: Session, sheet: Objective) -> Expected | None:
    """Tell what an objective asks of the family's contracts to come; None where neither it nor its means count them.

    A contract whose consultation is launched before the decision counts in the share but can no longer be shaped.
    """
    asked = _asked(session, sheet)
    if asked is not None or not sheet.share.target:
        return asked
    step = sheet.share
    counted: dict[str, Any] = {"indicator": step.indicator, "unit": step.unit, "baseline": "", "estimate": ""}
    found = _asked(session, replace(sheet, **counted, target=step.target, deadline=step.by))
    return None if found is None else replace(found, means=True)


def _asked(session: Session, sheet: Objective) -> Expected | None:
    kind = counts_contracts(session.workshop.scenario.wording, sheet.unit, sheet.indicator)
    target = number(sheet.target)
    if not kind or target is None or target < 0 or change(sheet.target, sheet.unit) is not None:
        return None
    contracts = coming(session, sheet.family, sheet.deadline)
    n, free = len(contracts), len([one for one in contracts if one.launch >= session.date[:7]])
    points = round(100 / n, 1) if n else 0.0
    k = ceil(round(target * n / 100, 6)) if kind == SHARE else ceil(target)
    best = (round(100 * free / n, 1) if n else 0.0) if kind == SHARE else float(free)
    falling = not rises(sheet.start, sheet.target, sheet.unit)
    return Expected(kind, k, n, free, points, best, reachable=bool(n) and (falling or k <= free))


def measurable_from(session: Session, sheet: Objective) -> str:
    """Give the month from which an objective can be measured: decision, lead time, contract, then what its source asks.

    The lead time is that of the first linked purchase that is still to be launched, else the family's, else six months
    after the decision (decp.md 0.5: a decision changes only what is launched later, published within two months). A
    source that tells periods tells the first that is whole.
    """
    month = session.date[:7]
    ours = (one for one in session.all_intentions if one.family == sheet.family)
    linked, family = ([one for one in found if one.launch >= month and one.award] for found in (sheet.intentions, ours))
    begins = min((_begins(session, sheet, one) for one in linked or family), default=later(month, USUAL))
    if sheet.cadence.every:
        return told_whole(sheet.cadence, begins)
    return begins if by_hand(session, sheet) else later(begins, PUBLISHED)


def _begins(session: Session, sheet: Objective, bought: Intention) -> str:
    """Give the month from which a purchase has its effect: its award, or the end of works that must be finished."""
    built = kind_of(session.workshop.duties, bought.cpv) == WORKS or bought.cpv.startswith(DESIGN)
    return later(bought.award, bought.duration_months if built and sheet.cadence.once_built else 0)
