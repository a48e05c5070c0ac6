"""What of a session is one family's: its objectives, and its purchases with the last day to orient each."""

from __future__ import annotations

from dataclasses import replace

from game.core.dates import writing
from game.core.fitting import too_late
from game.core.frozen import dataclass
from game.core.report import Report
from game.core.review import STOPPED
from game.core.scenario import Intention
from game.core.session import Session


@dataclass(frozen=True, slots=True)
class ToOrient:
    """A purchase to come. `by` is the last day (YYYY-MM-DD) its file can take up what a council decides.

    `late`: that day is past, or the file is being written.
    """

    bought: Intention
    by: str
    late: bool


def to_orient(session: Session, family: str) -> tuple[ToOrient, ...]:
    """Give a family's purchases that are still to be launched: those that can be oriented first, by their last day."""
    duties, day = session.workshop.duties, session.date
    coming = [one for one in session.all_intentions if one.family == family and one.launch >= day[:7]]
    last = ((one, writing(duties, one).start) for one in coming)
    found = (ToOrient(one, by, by < day[:10] or too_late(duties, day, one)) for one, by in last)
    return tuple(sorted(found, key=lambda one: (one.late, one.by, one.bought.id)))


def of_family(found: Report, family: str) -> Report:
    """Leave of a report only the objectives of a family, adopted or followed and not stopped."""
    running = tuple(one for one in found.reviewed if one.family.id == family and one.status != STOPPED)
    sheets = tuple(one for one in found.objectives if one.family == family)
    return replace(found, objectives=sheets, session=replace(found.session, carried=running))
