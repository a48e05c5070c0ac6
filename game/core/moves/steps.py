"""The means of an objective under review: whether the levers are in the tender file, and how far they are used."""

from __future__ import annotations

from typing import ClassVar

from game.core.errors import Refused
from game.core.frozen import dataclass
from game.core.moment import Moment
from game.core.months import number, written
from game.core.review import SHARE, WRITTEN, Carried
from game.core.session import Session
from game.core.values import replace

ANSWERS = ("yes", "no", "")
"""What is said of `written`; empty: nothing any more."""


@dataclass(frozen=True, slots=True)
class TellStep:
    """Say of a means where it stands. `step`: `written`, one of ANSWERS, or `share`, a number; empty for none."""

    code: str
    step: str
    value: str
    move: ClassVar[str] = "measure"

    def decide(self, session: Session, moment: Moment) -> tuple[StepTold, ...]:
        """Say it. Raises Refused: not_followed, unknown_field (the objective has no such means), bad_number."""
        one = session.followed(self.code)
        if one is None:
            raise Refused("not_followed", objective=self.code)
        value = _value(one, self.step, self.value.strip())
        return () if value == one.stands(self.step) else (StepTold(self.code, self.step, value, moment.at),)


def _value(one: Carried, step: str, value: str) -> str:
    known = {WRITTEN: bool(one.written_by), SHARE: bool(one.share.indicator)}
    if not known.get(step) or (step == WRITTEN and value not in ANSWERS):
        raise Refused("unknown_field", field=step)
    if step == WRITTEN or not value:
        return value
    amount = number(value)
    if amount is None:
        raise Refused("bad_number", text=value)
    return written(amount)


@dataclass(frozen=True, slots=True)
class StepTold:
    """The council knows where a means of an objective stands."""

    code: str
    step: str
    value: str
    at: str

    def apply(self, session: Session) -> Session:
        """Keep it with the objective."""
        one = session.followed(self.code)
        if one is None:
            return session
        changed = replace(one, written=self.value) if self.step == WRITTEN else replace(one, used=self.value)
        return session.with_followed(changed)
