"""The yearly report to the council: what became of each objective, its curve, what was undressed on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from game.core.carrying import Traces, carried
from game.core.frozen import dataclass
from game.core.months import month, number, quarter
from game.core.review import OUTCOMES, STOPPED, WAITING, Carried, Lost
from game.core.session import Session
from game.core.text import Text, same

BASELINE, MEASURE = "baseline", "measure"


@dataclass(frozen=True, slots=True)
class Point:
    """A value on an objective's curve: `kind` is baseline or measure; `date` is YYYY-MM or YYYY-MM-DD."""

    date: str
    quarter: str
    value: float
    kind: str
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Followed:
    """An objective over the year: as the last session knows it, what became of it, and its curve."""

    objective: Carried
    outcome: str
    curve: tuple[Point, ...]
    undressed: tuple[Lost, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A session of the year. `sha256` is that of its file as it was read."""

    file: str
    sha256: str
    title: Text
    date: str
    quarter: str
    agenda: Text
    adopted: int
    reviewed: int


@dataclass(frozen=True, slots=True)
class Considered:
    """The town's contracts of one year: `k` of `known` with a consideration; `share` a part of 1, None if unknown.

    `state` is value, points (few: one contract weighs `points`), few (counts only), unknown, or unread: `unread`
    contracts say something that nobody understands.
    """

    year: str
    name: str
    state: str
    k: int
    known: int
    contracts: int
    share: float | None
    points: float
    unread: int = 0


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of open data the shares were counted in."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class YearReport:
    """All that a yearly report says; nothing else is needed to write it. `until` is the day it looks back from."""

    town: Text
    first: str
    until: str
    sessions: tuple[Held, ...]
    objectives: tuple[Followed, ...]
    outcomes: tuple[tuple[str, int], ...]
    statuses: tuple[tuple[str, int], ...]
    buyer: str = ""
    files: tuple[DataFile, ...] = ()
    contracts: tuple[Considered, ...] = ()

    @property
    def undressed(self) -> tuple[tuple[Carried, Lost], ...]:
        """Give everything that was undressed, with its objective."""
        return tuple((one.objective, lost) for one in self.objectives for lost in one.undressed)


@dataclass(frozen=True, slots=True)
class Read:
    """A session file that was read for the report."""

    file: str
    sha256: str
    session: Session
    traces: Traces


def yearly(reads: Sequence[Read], until: str = "") -> YearReport:
    """Gather a year from its sessions, in any order; each objective as the latest session that knows it says.

    `until` (YYYY-MM-DD) is the day from which deadlines are past or to come; the latest session's without it.
    """
    ordered = sorted(reads, key=lambda read: read.session.date)
    last = ordered[-1].session
    day = until or last.date
    found: dict[tuple[str, str], Carried] = {}
    for read in ordered:
        found |= {(one.code, one.title.say("fr")): one for one in _known(read)}
    roles = {one.seat.id: one.seat.role for read in ordered for one in read.session.seats}
    objectives = tuple(
        _followed(one, day, roles) for one in sorted(found.values(), key=lambda one: (one.quarter, one.code))
    )
    return YearReport(
        town=last.workshop.scenario.town,
        first=ordered[0].session.date,
        until=day,
        sessions=tuple(_held(read) for read in ordered),
        objectives=objectives,
        outcomes=_counted((one.outcome for one in objectives), OUTCOMES),
        statuses=_counted((one.objective.status for one in objectives), ()),
    )


def _known(read: Read) -> tuple[Carried, ...]:
    """Give the objectives a session knows: those it follows as they stand, and those it adopted."""
    session = read.session
    new = carried(replace(session, carried=()), session.workshop.deck, read.traces)
    sheets = {sheet.issue: dict(sheet.fields).get("status", "plan") for sheet in session.sheets}
    return (*session.carried, *(replace(one, status=sheets.get(one.issue.id, "plan")) for one in new))


def _held(read: Read) -> Held:
    session = read.session
    scenario = session.workshop.scenario
    title = same(session.title) if session.title else scenario.title
    adopted = len([sheet for sheet in session.sheets if sheet.adopted])
    agenda = session.workshop.agenda.title
    known = quarter(session.date) if session.date else ""
    return Held(read.file, read.sha256, title, session.date, known, agenda, adopted, len(session.carried))


def _followed(one: Carried, day: str, roles: Mapping[str, Text]) -> Followed:
    return Followed(one, one.outcome(day), curve(one), (*one.lost, *_asked_less(one, roles)))


def against(report: YearReport, name: str) -> tuple[float | None, float | None]:
    """Give a consideration's share in the year of the report, then in the year before; None, never 0, if not known."""
    year = int(report.until[:4])
    shares = {one.year: one.share for one in report.contracts if one.name == name}
    return shares.get(str(year)), shares.get(str(year - 1))


def curve(one: Carried) -> tuple[Point, ...]:
    """Give an objective's values in time: its baseline, if it is a number, then its measures."""
    points = []
    base = number(one.baseline) if month(one.baseline) is None else None
    if base is not None and one.baseline_date:
        points.append(Point(one.baseline_date, quarter(one.baseline_date), base, BASELINE))
    for measure in one.curve:
        amount = measure.amount
        if amount is not None:
            points.append(Point(measure.date, quarter(measure.date), amount, MEASURE, measure.comment))
    return tuple(sorted(points, key=lambda point: point.date))


def _asked_less(one: Carried, roles: Mapping[str, Text]) -> tuple[Lost, ...]:
    """Give what reviews undressed: a lower target, a deadline put off."""
    found = []
    for decision in one.decisions:
        pairs = (
            ("target", decision.was_target, decision.target),
            ("deadline", decision.was_deadline, decision.deadline),
        )
        found += [
            Lost(
                field, same(was), same(now), decision.reason, roles.get(decision.seat, same(decision.seat)), decision.at
            )
            for field, was, now in pairs
            if decision.undressed and now
        ]
    return tuple(found)


def _counted(values: Iterable[str], order: Sequence[str]) -> tuple[tuple[str, int], ...]:
    count = Counter(values)
    named = order or ("plan", "do", WAITING, "act_generalise", "act_adjust", STOPPED)
    return tuple((name, count[name]) for name in named if count[name] or order)
