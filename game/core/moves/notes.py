"""What becomes of a note once it is taken (flow.TakeNote): it is corrected, or lifted from the minutes."""

from __future__ import annotations

from typing import ClassVar

from game.core.errors import Refused
from game.core.frozen import dataclass
from game.core.moment import Moment
from game.core.session import Note, Session
from game.core.values import replace


def _taken(session: Session, number: int) -> Note:
    found = session.note(number)
    if found is None:
        raise Refused("note_gone")
    return found


@dataclass(frozen=True, slots=True)
class AmendNote:
    """Write a note anew; its phase and its hour stay."""

    number: int
    text: str
    move: ClassVar[str] = "note"

    def decide(self, session: Session, moment: Moment) -> tuple[NoteAmended, ...]:
        """Amend, unless it says the same. Raises Refused: note_gone, empty_text."""
        was, text = _taken(session, self.number).text, self.text.strip()
        if not text:
            raise Refused("empty_text")
        return () if text == was else (NoteAmended(self.number, text, was),)


@dataclass(frozen=True, slots=True)
class NoteAmended:
    """A note says something else than it `was`."""

    number: int
    text: str
    was: str

    def apply(self, session: Session) -> Session:
        """Put it in place of its former self."""
        notes = (replace(note, text=self.text) if note.number == self.number else note for note in session.notes)
        return replace(session, notes=tuple(notes))


@dataclass(frozen=True, slots=True)
class LiftNote:
    """Take a note out of the minutes."""

    number: int
    move: ClassVar[str] = "note"

    def decide(self, session: Session, moment: Moment) -> tuple[NoteLifted, ...]:
        """Lift. Raises Refused: note_gone."""
        return (NoteLifted(self.number, _taken(session, self.number).text),)


@dataclass(frozen=True, slots=True)
class NoteLifted:
    """A note is no longer in the minutes; the file still knows its `text`."""

    number: int
    text: str

    def apply(self, session: Session) -> Session:
        """Take it away."""
        return replace(session, notes=tuple(note for note in session.notes if note.number != self.number))
