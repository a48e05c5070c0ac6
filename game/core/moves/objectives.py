"""Objectives: amended, adopted, sent back; and what is undressed after adoption, with its reason."""

from __future__ import annotations

from typing import ClassVar

from game.core.aims import change, changing
from game.core.errors import Refused
from game.core.frozen import dataclass
from game.core.load import overload
from game.core.moment import Moment
from game.core.months import month, number, written
from game.core.objective import FIELDS, STATUSES, TEXTS, Objective, Undressed
from game.core.session import Session
from game.core.sheets import lightened, lowers, missing, objective, overwritten, signed
from game.core.text import Text, same
from game.core.values import replace
from game.core.wording import local_word, vague_word

MONTHS = ("deadline", "baseline_date", "written_by", "share_by")
AMOUNTS = ("target", "share_target")
MONTH_WORDS = 2
"""Words of a month on its own: mars 2027."""


def _sheet(session: Session, issue: str) -> Objective:
    if not (session.ballot.closed or session.workshop.agenda.tryout):
        raise Refused("ballot_open", needed=session.workshop.agenda.allows("close_ballot"))
    found = objective(session, issue)
    if found is None:
        raise Refused("not_kept", card=issue)
    return found


def _typed(session: Session, sheet: Objective, field: str, value: str) -> str:
    """Give a value as it is stored. Raises Refused: bad_number, bad_month, unknown_status, and the words refused."""
    if field in MONTHS and value:
        found = month(value)
        if found is None:
            raise Refused("bad_month", text=value)
        return found
    if field in AMOUNTS and value:
        return target_stored(value, sheet.unit if field == "target" else sheet.share.unit)
    if field == "baseline":
        return _start(value)
    return _said(session, field, value)


def target_stored(value: str, unit: Text) -> str:
    """Give a target as it is stored: a number, or a change in per cent where the unit is no share.

    Raises Refused bad_number.
    """
    amount = number(value)
    if amount is None:
        raise Refused("bad_number", text=value)
    return written(amount) if change(value, unit) is None else changing(amount)


def _start(value: str) -> str:
    """Give a start: a number, a month alone as YYYY-MM, or a sentence that names one."""
    found, amount = month(value), number(value)
    if found is not None:
        return found if len(value.split()) <= MONTH_WORDS else value
    return value if amount is None else written(amount)


def _said(session: Session, field: str, value: str) -> str:
    if field == "status" and value not in STATUSES:
        raise Refused("unknown_status", status=value)
    if field == "intentions":
        known = {intention.id for intention in session.all_intentions}
        return " ".join(name for name in value.split() if name in known)
    if field in TEXTS:
        _worded(session, field, value)
    return value


def _worded(session: Session, field: str, value: str) -> None:
    wording = session.workshop.scenario.wording
    vague = vague_word(wording, same(value)) if field == "title" else ""
    if vague:
        raise Refused("vague_verb", word=vague)
    local = local_word(wording, same(value)) if field in ("title", "indicator", "means") else ""
    if local:
        raise Refused("local_preference", word=local)


def _undressing(sheet: Objective, field: str, value: str) -> bool:
    """Tell whether a change takes something off an adopted objective: a lower target, a deadline that moves."""
    if not sheet.adopted:
        return False
    return lowers(sheet, value) if field == "target" else field == "deadline" and value != sheet.deadline


@dataclass(frozen=True, slots=True)
class AmendObjective:
    """Write a field of a sheet. After adoption some changes ask for a reason, and who wants them (`seat`)."""

    issue: str
    field: str
    value: str
    reason: str = ""
    seat: str = ""
    move: ClassVar[str] = "amend"

    def decide(self, session: Session, moment: Moment) -> tuple[ObjectiveAmended, ...]:
        """Amend, unless nothing changes. Raises Refused: ballot_open, not_kept, unknown_field, the value's own faults,
        objective_incomplete (emptying a field of an adopted one), reason_missing."""
        sheet = _sheet(session, self.issue)
        if self.field not in FIELDS:
            raise Refused("unknown_field", field=self.field)
        value = _typed(session, sheet, self.field, self.value.strip())
        if value == _now(sheet, self.field):
            return ()
        undressing = _undressing(sheet, self.field, value)
        if undressing and not self.reason.strip():
            raise Refused("reason_missing")
        event = ObjectiveAmended(
            self.issue,
            self.field,
            value,
            _now(sheet, self.field),
            self.reason.strip(),
            self.seat,
            moment.at,
            undressing,
        )
        if sheet.adopted:
            event = replace(event, sheet=overwritten(session, sheet, self.field, value))
        lost = missing(_sheet(event.apply(session), self.issue)) if sheet.adopted else ()
        if lost:
            raise Refused("objective_incomplete", fields=lost)
        return (event,)


def _now(sheet: Objective, field: str) -> str:
    if field == "intentions":
        return " ".join(intention.id for intention in sheet.intentions)
    value = getattr(sheet, field)
    return value if isinstance(value, str) else "\n".join(value.said)


@dataclass(frozen=True, slots=True)
class ObjectiveAmended:
    """A field says something else. `undressed`: the objective was adopted and asks for less since.

    `sheet`: the whole sheet after it, where the objective was adopted.
    """

    issue: str
    field: str
    value: str
    was: str
    reason: str
    seat: str
    at: str
    undressed: bool
    sheet: Objective | None = None

    def apply(self, session: Session) -> Session:
        """Write it, and keep what was undressed."""
        sheet = session.sheet(self.issue)
        rest = tuple(pair for pair in sheet.fields if pair[0] != self.field)
        session = session.with_sheet(replace(sheet, fields=(*rest, (self.field, self.value)), signed=self.sheet))
        if not self.undressed:
            return session
        item = Undressed(self.issue, self.field, self.was, self.value, self.reason, self.seat, self.at)
        return replace(session, undressed=(*session.undressed, item))


@dataclass(frozen=True, slots=True)
class DropLever:
    """Take a lever off an objective; the last one stays."""

    issue: str
    lever: str
    reason: str = ""
    seat: str = ""
    move: ClassVar[str] = "amend"

    def decide(self, session: Session, moment: Moment) -> tuple[LeverDropped, ...]:
        """Drop. Raises Refused: ballot_open, not_kept, not_placed, last_lever, reason_missing (once adopted)."""
        sheet = _sheet(session, self.issue)
        if self.lever not in sheet.levers:
            raise Refused("not_placed", card=self.lever)
        if len(sheet.levers) == 1:
            raise Refused("last_lever")
        if sheet.adopted and not self.reason.strip():
            raise Refused("reason_missing")
        event = LeverDropped(self.issue, self.lever, self.reason.strip(), self.seat, moment.at, sheet.adopted)
        if not sheet.adopted:
            return (event,)
        return (replace(event, sheet=lightened(event.apply(session), sheet, self.lever)),)


@dataclass(frozen=True, slots=True)
class LeverDropped:
    """An objective counts on one lever less. `sheet`: the whole sheet after it, where the objective was adopted."""

    issue: str
    lever: str
    reason: str
    seat: str
    at: str
    undressed: bool
    sheet: Objective | None = None

    def apply(self, session: Session) -> Session:
        """Drop it, and keep what was undressed."""
        sheet = session.sheet(self.issue)
        session = session.with_sheet(replace(sheet, dropped=(*sheet.dropped, self.lever), signed=self.sheet))
        if not self.undressed:
            return session
        item = Undressed(self.issue, "lever", self.lever, "", self.reason, self.seat, self.at)
        return replace(session, undressed=(*session.undressed, item))


@dataclass(frozen=True, slots=True)
class AdoptObjective:
    """The council adopts an objective."""

    issue: str
    move: ClassVar[str] = "adopt"

    def decide(self, session: Session, moment: Moment) -> tuple[ObjectiveAdopted, ...]:
        """Adopt once. Raises Refused: ballot_open, tie_open, not_kept, capacity_open, objective_incomplete, vague_verb,
        local_preference."""
        if session.ballot.tied:
            raise Refused("tie_open")
        sheet = _sheet(session, self.issue)
        gauge = overload(session)
        if gauge is not None:
            raise Refused("capacity_open", kind=gauge.kind, used=gauge.used, limit=gauge.capacity)
        lacking = missing(sheet)
        if lacking:
            raise Refused("objective_incomplete", fields=lacking)
        for field in ("title", "indicator", "means"):
            _worded(session, field, getattr(sheet, field).say("fr"))
        return () if sheet.adopted else (ObjectiveAdopted(self.issue, signed(sheet)),)


@dataclass(frozen=True, slots=True)
class ObjectiveAdopted:
    """An objective is adopted, with the whole sheet as the council had it before its eyes: texts, figures, purchases,
    number. A session of version 1 has no sheet here."""

    issue: str
    sheet: Objective | None = None

    def apply(self, session: Session) -> Session:
        """Sign it."""
        return session.with_sheet(replace(session.sheet(self.issue), adopted=True, signed=self.sheet))


@dataclass(frozen=True, slots=True)
class SendBackObjective:
    """Take an adopted objective back to the table."""

    issue: str
    move: ClassVar[str] = "send_back"

    def decide(self, session: Session, moment: Moment) -> tuple[ObjectiveSentBack, ...]:
        """Send back. Raises Refused: ballot_open, not_kept, not_adopted."""
        if not _sheet(session, self.issue).adopted:
            raise Refused("not_adopted")
        return (ObjectiveSentBack(self.issue),)


@dataclass(frozen=True, slots=True)
class ObjectiveSentBack:
    """An objective is on the table again."""

    issue: str

    def apply(self, session: Session) -> Session:
        """Mark it."""
        return session.with_sheet(replace(session.sheet(self.issue), adopted=False, signed=None))
