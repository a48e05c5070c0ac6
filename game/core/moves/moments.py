"""Moments of a session: named while it is played, to be found again when it is told; the start of an "and if"."""

from __future__ import annotations

from typing import ClassVar

from game.core.errors import Refused
from game.core.frozen import dataclass
from game.core.moment import Moment
from game.core.session import Session
from game.core.values import replace


@dataclass(frozen=True, slots=True)
class NameMoment:
    """Name this moment."""

    text: str
    move: ClassVar[str] = "note"

    def decide(self, session: Session, moment: Moment) -> tuple[MomentNamed, ...]:
        """Name it. Raises Refused: empty_text."""
        text = " ".join(self.text.split())
        if not text:
            raise Refused("empty_text")
        return (MomentNamed(text),)


@dataclass(frozen=True, slots=True)
class MomentNamed:
    """A moment has a name; nothing on the table is another for it."""

    text: str

    def apply(self, session: Session) -> Session:
        """Leave the session as it is: the name lies in its history."""
        return session


@dataclass(frozen=True, slots=True)
class BranchBegun:
    """What comes from here on is an "and if": the session that `file` holds went another way after its step `at`."""

    file: str
    at: int

    def apply(self, session: Session) -> Session:
        """Have nothing of it count."""
        return replace(session, branch=self.file)
