"""What a command and an event are, and the moves that are always allowed."""

from __future__ import annotations

from typing import ClassVar, Protocol, Self

from game.core.moment import Moment
from game.core.session import Session

ALWAYS = frozenset(["open", "enter_phase", "pause", "minutes", "seat", "note", "record", "bring_intentions", "survey"])
"""Moves no phase needs to name (rules.md, "Always"); what departments propose is brought before the meeting, too."""


class Event(Protocol):
    """What happened: a frozen value that carries answers, never questions."""

    def apply(self, session: Session) -> Session:
        """Give the session after the event; never refuses."""


class Command(Protocol):
    """What someone wants: `move` is the name under which a phase allows it."""

    move: ClassVar[str]

    def decide(self: Self, session: Session, moment: Moment) -> tuple[Event, ...]:
        """Give the events, none if nothing changes. Raises Refused."""
