"""The flow of a session: opening, phases, the countdown, notes, the end."""

from __future__ import annotations

from typing import ClassVar

from game.core.errors import Refused
from game.core.frozen import dataclass
from game.core.moment import Moment
from game.core.session import Note, Session
from game.core.stretch import longest, shortest, stretched
from game.core.values import replace


@dataclass(frozen=True, slots=True)
class OpenTable:
    """Open the session: its title and its date (YYYY-MM-DD); without a date, today's.

    `series` is the letter its objectives' numbers take after the quarter: none for the first session of a quarter, B
    for the second. `mark` tells the session from any other, in a calendar for instance; none in a demonstration.
    """

    title: str = ""
    date: str = ""
    series: str = ""
    mark: str = ""
    move: ClassVar[str] = "open"

    def decide(self, session: Session, moment: Moment) -> tuple[SessionOpened, ...]:
        """Open once."""
        opened = SessionOpened(self.title, self.date or moment.at[:10], self.series, self.mark)
        return () if session.date else (opened,)


@dataclass(frozen=True, slots=True)
class SessionOpened:
    """The session has a date, and the numbers of its objectives a series."""

    title: str
    date: str
    series: str = ""
    mark: str = ""

    def apply(self, session: Session) -> Session:
        """Set them."""
        return replace(session, title=self.title, date=self.date, series=self.series, mark=self.mark)


@dataclass(frozen=True, slots=True)
class StretchAgenda:
    """Give the agenda the minutes that the room has, before its first phase begins."""

    minutes: int
    move: ClassVar[str] = "minutes"

    def decide(self, session: Session, moment: Moment) -> tuple[AgendaStretched, ...]:
        """Stretch it. Raises Refused: already_begun, minutes_out of what its phases can take."""
        agenda = session.workshop.agenda
        if session.timers:
            raise Refused("already_begun")
        low, high = shortest(agenda.phases), longest(agenda.phases)
        if not low <= self.minutes <= high:
            raise Refused("minutes_out", low=low, high=high)
        return () if self.minutes == agenda.minutes else (AgendaStretched(self.minutes),)


@dataclass(frozen=True, slots=True)
class AgendaStretched:
    """The agenda takes so many minutes in all; each phase its share of them."""

    minutes: int

    def apply(self, session: Session) -> Session:
        """Share them."""
        workshop = session.workshop
        return replace(session, workshop=replace(workshop, agenda=stretched(workshop.agenda, self.minutes)))


@dataclass(frozen=True, slots=True)
class EnterPhase:
    """Go to a phase, forward or back; nothing is lost."""

    phase: str
    move: ClassVar[str] = "enter_phase"

    def decide(self, session: Session, moment: Moment) -> tuple[PhaseEntered, ...]:
        """Enter, unless the phase is running already. Raises Refused for a phase the agenda does not have."""
        if session.workshop.agenda.phase(self.phase) is None:
            raise Refused("unknown_phase", phase=self.phase)
        if session.phase == self.phase and session.timer(self.phase).since is not None:
            return ()
        return (PhaseEntered(self.phase, moment.clock),)


@dataclass(frozen=True, slots=True)
class PhaseEntered:
    """A phase opened; its time runs, the former one's stops, a pause ends."""

    phase: str
    clock: int

    def apply(self, session: Session) -> Session:
        """Stop one timer and start the other."""
        session = session.with_timer(session.timer(session.phase).stopped(self.clock))
        running = replace(session.timer(self.phase).stopped(self.clock), since=self.clock)
        return replace(session.with_timer(running), phase=self.phase, paused=False)


@dataclass(frozen=True, slots=True)
class Pause:
    """Stop the countdown and the play."""

    move: ClassVar[str] = "pause"

    def decide(self, session: Session, moment: Moment) -> tuple[Paused, ...]:
        """Pause, unless it is paused."""
        return () if session.paused else (Paused(moment.clock),)


@dataclass(frozen=True, slots=True)
class Paused:
    """The countdown stands still."""

    clock: int

    def apply(self, session: Session) -> Session:
        """Stop the timer."""
        return replace(session.with_timer(session.timer(session.phase).stopped(self.clock)), paused=True)


@dataclass(frozen=True, slots=True)
class Resume:
    """Play on."""

    move: ClassVar[str] = "pause"

    def decide(self, session: Session, moment: Moment) -> tuple[Resumed, ...]:
        """Resume, if it is paused."""
        return (Resumed(moment.clock),) if session.paused else ()


@dataclass(frozen=True, slots=True)
class Resumed:
    """The countdown runs again."""

    clock: int

    def apply(self, session: Session) -> Session:
        """Start the timer."""
        running = replace(session.timer(session.phase).stopped(self.clock), since=self.clock)
        return replace(session.with_timer(running), paused=False)


@dataclass(frozen=True, slots=True)
class AddMinutes:
    """Give minutes to the phase, or take some (below zero)."""

    minutes: int
    move: ClassVar[str] = "minutes"

    def decide(self, session: Session, moment: Moment) -> tuple[MinutesAdded, ...]:
        """Give or take; a phase never has less than no minutes."""
        least = -session.stage.minutes - session.timer(session.phase).extra
        minutes = max(self.minutes, least)
        return (MinutesAdded(session.phase, minutes),) if minutes else ()


@dataclass(frozen=True, slots=True)
class MinutesAdded:
    """A phase got longer or shorter."""

    phase: str
    minutes: int

    def apply(self, session: Session) -> Session:
        """Count them."""
        timer = session.timer(self.phase)
        return session.with_timer(replace(timer, extra=timer.extra + self.minutes))


@dataclass(frozen=True, slots=True)
class TakeNote:
    """Write a sentence for the minutes."""

    text: str
    move: ClassVar[str] = "note"

    def decide(self, session: Session, moment: Moment) -> tuple[NoteTaken, ...]:
        """Note it. Raises Refused when nothing is written."""
        if not self.text.strip():
            raise Refused("empty_text")
        return (NoteTaken(self.text.strip(), session.phase, moment.at),)


@dataclass(frozen=True, slots=True)
class NoteTaken:
    """A note is on record."""

    text: str
    phase: str
    at: str

    def apply(self, session: Session) -> Session:
        """Keep it, under the number after the last."""
        number = 1 + max((note.number for note in session.notes), default=0)
        return replace(session, notes=(*session.notes, Note(self.text, self.phase, self.at, number)))


@dataclass(frozen=True, slots=True)
class CloseSession:
    """End the session; its file opens again to be read, exported and reviewed."""

    move: ClassVar[str] = "close_session"

    def decide(self, session: Session, moment: Moment) -> tuple[SessionClosed, ...]:
        """Close."""
        return (SessionClosed(moment.clock),)


@dataclass(frozen=True, slots=True)
class SessionClosed:
    """The session is over."""

    clock: int

    def apply(self, session: Session) -> Session:
        """Close and stop the countdown."""
        return replace(session.with_timer(session.timer(session.phase).stopped(self.clock)), closed=True)
