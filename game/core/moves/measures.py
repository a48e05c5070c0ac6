"""The review: what a former session left is taken over, measured, and followed up (Check, then Act)."""

from __future__ import annotations

import re
from typing import ClassVar

from game.core.aims import lowered
from game.core.errors import Refused
from game.core.frozen import dataclass
from game.core.moment import Moment
from game.core.months import day, month, number, quarter, written
from game.core.moves.objectives import target_stored
from game.core.review import DECISIONS, Carried, Decision, Former, Measure
from game.core.session import Session
from game.core.text import Text
from game.core.values import replace

COMMENT_LIMIT = 240
"""Characters of a measure's comment and of a decision's reason."""
_OF = re.compile(r"(\d{1,6})\s*(?:/|sur|of|out of)\s*(\d{1,6})", re.IGNORECASE)
_NUMBER_THEN = re.compile(r"[-−+]?\d[\d\s\u00a0\u202f]*(?:[.,]\d+)?(?P<rest>.*)", re.DOTALL)
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class CarryObjectives:
    """Take over the objectives of a former session: done once, when the session opens."""

    former: Former
    objectives: tuple[Carried, ...]
    move: ClassVar[str] = "open"

    def decide(self, session: Session, moment: Moment) -> tuple[ObjectivesCarried, ...]:
        """Take over, unless it was done."""
        return () if session.former is not None else (ObjectivesCarried(self.former, self.objectives),)


@dataclass(frozen=True, slots=True)
class ObjectivesCarried:
    """The session follows a former one; all that is reviewed is in it, the former file is not asked again."""

    former: Former
    objectives: tuple[Carried, ...]

    def apply(self, session: Session) -> Session:
        """Put them on the table."""
        return replace(session, former=self.former, carried=self.objectives)


def _followed(session: Session, code: str) -> Carried:
    found = session.followed(code)
    if found is None:
        raise Refused("not_followed", objective=code)
    return found


def counted(text: str, unit: Text) -> tuple[str, int, int]:
    """Read a value as people write it: "42", "42 %", "3 sur 4" (k of n, a share where the unit is one), or words.

    Gives the value as it is stored, k and n. Raises Refused bad_count when k is over n.
    """
    found = _OF.fullmatch(text)
    if found is not None:
        k, n = int(found[1]), int(found[2])
        if not 0 <= k <= n or not n:
            raise Refused("bad_count", text=text)
        share = any(said.startswith("%") for said in unit.said)
        return (written(round(100 * k / n, 1)) if share else str(k)), k, n
    opens = _NUMBER_THEN.fullmatch(text)
    amount = number(text)
    if opens is None or amount is None or re.search(r"\d", opens["rest"]):
        return text, 0, 0
    return written(amount), 0, 0


def _dated(session: Session, text: str) -> str:
    """Give the date of a measure, that of the session if none is written. Raises Refused: bad_date, date_ahead."""
    if not text.strip():
        return session.date
    found = day(text)
    if found is None:
        raise Refused("bad_date", text=text)
    if found > session.date[: len(found)]:
        raise Refused("date_ahead", text=text)
    return found


@dataclass(frozen=True, slots=True)
class GuessMeasure:
    """Write what the group expects of an objective, before its measure is known; empty takes it back."""

    code: str
    value: str
    move: ClassVar[str] = "guess_measure"

    def decide(self, session: Session, moment: Moment) -> tuple[MeasureGuessed, ...]:
        """Note it. Raises Refused: not_followed, measured_already, bad_number."""
        one = _followed(session, self.code)
        if one.fresh:
            raise Refused("measured_already", objective=self.code)
        value = counted(self.value.strip(), one.unit)[0]
        if value and number(value) is None:
            raise Refused("bad_number", text=self.value)
        return () if value == one.guess else (MeasureGuessed(self.code, value),)


@dataclass(frozen=True, slots=True)
class MeasureGuessed:
    """The group said what it expects."""

    code: str
    value: str

    def apply(self, session: Session) -> Session:
        """Keep it beside the measure to come."""
        one = session.followed(self.code)
        return session if one is None else session.with_followed(replace(one, guess=self.value))


@dataclass(frozen=True, slots=True)
class RecordMeasure:
    """Write what was measured; a second value of the same date corrects the first. No date: that of the session."""

    code: str
    value: str
    date: str = ""
    comment: str = ""
    move: ClassVar[str] = "measure"

    def decide(self, session: Session, moment: Moment) -> tuple[MeasureRecorded, ...]:
        """Record. Raises Refused: not_followed, empty_text, bad_count, bad_date, date_ahead, text_too_long."""
        one = _followed(session, self.code)
        if not self.value.strip():
            raise Refused("empty_text")
        comment = _short(self.comment)
        value, k, n = counted(_short(self.value), one.unit)
        found = Measure(value, _dated(session, self.date), comment, moment.at, k, n)
        return () if _known(one, found) else (MeasureRecorded(self.code, found),)


@dataclass(frozen=True, slots=True)
class PullMeasure:
    """Take a measure from open data: the share or the count found, the file it was found in, what was counted."""

    code: str
    value: float
    k: int
    n: int
    file: str
    sha256: str
    definition: str
    date: str = ""
    comment: str = ""
    move: ClassVar[str] = "measure"

    def decide(self, session: Session, moment: Moment) -> tuple[MeasureRecorded, ...]:
        """Record. Raises Refused: not_followed, bad_count, bad_source, bad_date, date_ahead, text_too_long."""
        one = _followed(session, self.code)
        if not 0 <= self.k <= self.n or not self.n:
            raise Refused("bad_count", text=f"{self.k}/{self.n}")
        if not self.file or not _SHA256.fullmatch(self.sha256) or not self.definition:
            raise Refused("bad_source", text=self.file)
        date, comment = _dated(session, self.date), _short(self.comment)
        found = Measure(
            written(self.value), date, comment, moment.at, self.k, self.n, self.file, self.sha256, self.definition
        )
        return () if _known(one, found) else (MeasureRecorded(self.code, found),)


def _short(text: str) -> str:
    text = text.strip()
    if len(text) > COMMENT_LIMIT:
        raise Refused("text_too_long", limit=COMMENT_LIMIT)
    return text


def _known(one: Carried, found: Measure) -> bool:
    return any(replace(measure, at=found.at) == found for measure in one.fresh)


@dataclass(frozen=True, slots=True)
class MeasureRecorded:
    """An objective of a former session was measured."""

    code: str
    measure: Measure

    def apply(self, session: Session) -> Session:
        """Add it to its curve."""
        one = session.followed(self.code)
        return session if one is None else session.with_followed(one.with_measure(self.measure))


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Decide of an objective: keep, adjust (another target or deadline), generalise or stop; always with a reason."""

    code: str
    what: str
    reason: str
    target: str = ""
    deadline: str = ""
    seat: str = ""
    move: ClassVar[str] = "follow_up"

    def decide(self, session: Session, moment: Moment) -> tuple[FollowedUp, ...]:
        """Decide. Raises Refused: not_followed, unknown_decision, reason_missing, text_too_long, bad_number,
        bad_month, adjust_only (a target or a deadline with another decision)."""
        one = _followed(session, self.code)
        if self.what not in DECISIONS:
            raise Refused("unknown_decision", text=self.what)
        reason = _short(self.reason)
        if not reason:
            raise Refused("reason_missing")
        target, deadline = _aim(self.target, one.unit), _month(self.deadline)
        changed = (target if target != one.target else "", deadline if deadline != one.deadline else "")
        if any(changed) and self.what != "adjust":
            raise Refused("adjust_only")
        found = Decision(
            self.what,
            reason,
            quarter(session.date),
            moment.at,
            self.seat,
            *changed,
            one.target if changed[0] else "",
            one.deadline if changed[1] else "",
            undressed=_less(one, *changed),
        )
        return () if _same(one, found) else (FollowedUp(self.code, found),)


def _aim(text: str, unit: Text) -> str:
    return target_stored(text, unit) if text.strip() else ""


def _month(text: str) -> str:
    if not text.strip():
        return ""
    found = month(text)
    if found is None:
        raise Refused("bad_month", text=text)
    return found


def _less(one: Carried, target: str, deadline: str) -> bool:
    """Tell whether a decision asks for less: a target nearer to the start, a deadline put off (rules.md, undressed)."""
    lower = bool(target) and lowered(one.start, target, one.target, one.unit)
    return lower or bool(deadline and deadline > one.deadline)


def _same(one: Carried, found: Decision) -> bool:
    return one.decision is not None and replace(one.decision, at=found.at) == found


@dataclass(frozen=True, slots=True)
class FollowedUp:
    """The council decided of an objective."""

    code: str
    decision: Decision

    def apply(self, session: Session) -> Session:
        """Follow it."""
        one = session.followed(self.code)
        return session if one is None else session.with_followed(one.with_decision(self.decision))
