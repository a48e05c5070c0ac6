"""The days a session's papers all say: the next meetings, a launch, the day from which its tender file is written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from game.core.duties import Duties
from game.core.frozen import dataclass
from game.core.months import LENGTHS, later
from game.core.owed import procedure_of
from game.core.scenario import Intention
from game.core.session import Session
from game.core.workdays import working

ROUND = 3
"""Months from a session to the next: the council meets once a quarter."""
MOST = 200
"""Meetings to come that are told: fifty years, whatever deadline was typed."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting to come: the day it is `due` by the calendar, and the `day` it is held, a worked one."""

    due: str
    day: str


@dataclass(frozen=True, slots=True)
class Writing:
    """When a tender file is written. `launch` is the day of its launch, the first one worked of its month.

    `months` is how long such a file takes (0: the country's data do not say), `start` the last day to begin it.
    """

    launch: str
    months: int
    start: str


def meetings(session: Session) -> Iterator[Meeting]:
    """Give the meetings that follow a session; none for a session without a date.

    Each is so many quarters after the session itself: a Saturday put off does not put off those after it.
    """
    for rank in range(1, MOST + 1) if session.date else ():
        due = _same_day(session.date, rank * ROUND)
        yield Meeting(due.isoformat(), working(due, session.workshop.duties.holidays).isoformat())


def _same_day(day: str, months: int) -> date:
    """Give the same day some months on, or the last of its month."""
    found = later(day, months)
    year, number = int(found[:4]), int(found[5:7])
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    last = LENGTHS[number - 1] - (number == 2 and not leap)
    return date(year, number, min(int(day[8:10] or 1), last))


def writing(duties: Duties, bought: Intention) -> Writing:
    """Give when the tender file of a purchase is to be written, by the procedure it is bought by."""
    way = procedure_of(duties, bought)
    months = way.months if way is not None else 0
    launch = working(date.fromisoformat(f"{bought.launch}-01"), duties.holidays)
    start = working(_same_day(launch.isoformat(), -months), duties.holidays, -1) if months else launch
    return Writing(launch.isoformat(), months, start.isoformat())
