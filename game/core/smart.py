"""The SMART check of an objective, mark by mark, with the reason for each (domain.md 7.1)."""

from __future__ import annotations

from game.core.doubtful import asked_by
from game.core.errors import Fact
from game.core.expected import expected, measurable_from
from game.core.fitting import weighed
from game.core.frozen import dataclass
from game.core.load import gauges
from game.core.months import month, number
from game.core.objective import Objective
from game.core.proposal import measures_effect
from game.core.session import Session
from game.core.sheets import missing
from game.core.wording import local_word, vague_word

MEASURED = ("indicator", "unit", "source", "target")
"""What an objective needs to be measured."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One of the five marks. `reason` is a code of the catalogue: smart.<letter>.<reason>."""

    letter: str
    held: bool
    reason: str
    facts: tuple[tuple[str, Fact], ...] = ()


def smart(session: Session, sheet: Objective) -> tuple[Mark, ...]:
    """Give the five marks: Specific, Measurable, Attainable, Realistic, Time-bound."""
    marks = (_specific, _measurable, _attainable, _realistic, _timed)
    return tuple(mark(session, sheet) for mark in marks)


def _specific(session: Session, sheet: Objective) -> Mark:
    word = vague_word(session.workshop.scenario.wording, sheet.title)
    if word:
        return Mark("S", held=False, reason="vague", facts=(("word", word),))
    if not sheet.levers or not sheet.title:
        return Mark("S", held=False, reason="no_lever")
    return Mark("S", held=True, reason="held")


def _measurable(session: Session, sheet: Objective) -> Mark:
    """Tell whether an effect can be measured, from a start that is the town's, by the deadline.

    The reason is the first field that lacks; the fact `fields` lists them all.
    """
    lacking = tuple(name for name in missing(sheet) if name in MEASURED)
    if lacking:
        return Mark("M", held=False, reason=f"no_{lacking[0]}", facts=(("fields", lacking),))
    if not measures_effect(session, sheet):
        return Mark("M", held=False, reason="means")
    if sheet.estimated:
        return Mark("M", held=False, reason="estimated")
    due, start = month(sheet.deadline), measurable_from(session, sheet) if session.date else ""
    if due is not None and due < start:
        return Mark("M", held=False, reason="late", facts=(("month", start),))
    return Mark("M", held=True, reason="held")


def _attainable(session: Session, sheet: Objective) -> Mark:
    effort = gauges(session)[2]
    if effort.over and not session.assumed:
        return Mark("A", held=False, reason="effort", facts=(("used", effort.used), ("capacity", effort.capacity)))
    unfit = _unfit(session, sheet)
    if unfit is not None:
        return unfit
    asked = expected(session, sheet)
    if asked is not None and not asked.reachable:
        facts = (("k", asked.k), ("free", asked.free), ("points", asked.points), ("best", asked.best))
        return Mark("A", held=False, reason=f"{asked.kind}_over" if asked.n else "no_contract", facts=facts)
    return Mark("A", held=True, reason="held", facts=(("used", effort.used), ("capacity", effort.capacity)))


def _unfit(session: Session, sheet: Objective) -> Mark | None:
    """Tell why no purchase linked to a sheet can be oriented by it; None when one can."""
    pick = session.placed(sheet.issue)
    found = [weighed(session, pick, one) for one in sheet.intentions] if pick is not None else []
    if not found:
        return Mark("A", held=False, reason="no_intention")
    if any(fit.sound for fit in found):
        return None
    first = found[0]
    return Mark("A", held=False, reason="barred" if first.barred else "late", facts=(("n", first.months),))


def _realistic(session: Session, sheet: Objective) -> Mark:
    word = local_word(session.workshop.scenario.wording, sheet.title, sheet.indicator, sheet.means)
    if word:
        return Mark("R", held=False, reason="local", facts=(("word", word),))
    found = asked_by(session.workshop, sheet)
    if found is not None:
        return Mark("R", held=False, reason=found.kind, facts=(("word", found.said),))
    if number(sheet.baseline) is None and month(sheet.baseline) is None:
        return Mark("R", held=False, reason="no_baseline")
    if sheet.confidence == "to-check":
        return Mark("R", held=False, reason="to_check")
    return Mark("R", held=True, reason="held")


def _timed(session: Session, sheet: Objective) -> Mark:
    deadline = month(sheet.deadline)
    if deadline is None:
        return Mark("T", held=False, reason="no_deadline")
    if deadline <= session.date[:7]:
        return Mark("T", held=False, reason="past")
    return Mark("T", held=True, reason="held")
