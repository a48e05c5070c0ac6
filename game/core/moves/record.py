"""The sheet of the meeting: what its minutes open with."""

from __future__ import annotations

from typing import ClassVar

from game.core.errors import Refused
from game.core.frozen import dataclass
from game.core.moment import Moment
from game.core.record import FIELDS, WORDS
from game.core.session import Session
from game.core.values import replace


@dataclass(frozen=True, slots=True)
class FillRecord:
    """Say something of the meeting: `field` is one of core/record.py."""

    field: str
    text: str
    move: ClassVar[str] = "record"

    def decide(self, session: Session, moment: Moment) -> tuple[RecordFilled, ...]:
        """Write it, empty to take it back. Raises Refused for a text that is too long, or an unknown field."""
        text = self.text.strip()
        if self.field not in FIELDS:
            raise Refused("unknown_field", field=self.field)
        if len(text) > WORDS:
            raise Refused("text_too_long", limit=WORDS)
        return () if getattr(session.record, self.field) == text else (RecordFilled(self.field, text),)


@dataclass(frozen=True, slots=True)
class RecordFilled:
    """The minutes know something more of the meeting."""

    field: str
    text: str

    def apply(self, session: Session) -> Session:
        """Keep it; a field this program does not know is left out."""
        if self.field not in FIELDS:
            return session
        return replace(session, record=replace(session.record, **{self.field: self.text}))
