"""A session that another program plays, followed as it goes: its file is looked at, nothing is ever written in it."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from game.core.cards import Deck
from game.core.errors import JournalError
from game.core.frozen import dataclass
from game.core.history import History
from game.core.moves.move import Event
from game.core.renewal import renewed
from game.core.values import replace
from game.desk import renewing, replay
from game.desk.background import Job
from game.desk.clocks import Clocks
from game.desk.desk import Desk
from game.desk.keeping import Keeping
from game.desk.replay import DECK, Marks
from game.journal.checks import beside, head
from game.journal.journal import Row
from game.journal.looking import played, stands_half

POLL = 0.1
"""Seconds between two looks at the file."""
ASKED = 10
"""Looks after which it is asked again whether a program plays: asking takes its lock for some microseconds."""
PASSING = frozenset({"locked"})
"""What is no fault of the file: it was being written, and is looked at again."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look at the file found: rows written since, whether a program plays it, what is wrong of it."""

    rows: tuple[Row, ...] = ()
    played: bool = False
    fault: str = ""


class Follower(Desk):
    """A session opened to be read. `look` is called often: it brings in what was played since, within POLL seconds.

    Once the file is gone, damaged or another, the session stays as it was last read; it goes on if the file is back.
    """

    def __init__(
        self, keeping: Keeping, history: History, marks: Marks, clocks: Clocks, played_with: Deck | None = None
    ) -> None:
        super().__init__(keeping, history, marks, clocks, played_with)
        self._seen = Seen(played=_played(self.path))
        self._next, self._known = clocks.elapsed() + POLL, _stamp(self.path)
        self._job: Job[Seen] | None = None
        self._looks, self._torn = 0, False
        self._zero -= self._since_the_last()

    def _since_the_last(self) -> float:
        """Give the seconds since the last row was written, as what lies beside the file tells: it is written with it.

        Nothing lies there before the first gesture of whoever plays: their clock has started when nobody knows.
        """
        with suppress(OSError, ValueError):
            written = beside(self.path).stat().st_mtime
            return max(0.0, datetime.fromisoformat(self._clocks.wall()).timestamp() - written)
        return 0.0

    @property
    def live(self) -> bool:
        """Tell whether somebody plays the session, and its file can be read."""
        return self._seen.played and not self._seen.fault

    @property
    def looking(self) -> bool:
        """Tell whether the file is being read: what it says comes soon."""
        return self._job is not None

    def now(self) -> int:
        """Give the table time in seconds, that of who plays; it stands at the last gesture where nobody does."""
        return int(self._clocks.elapsed() - self._zero) if self.live else super().now()

    def look(self) -> tuple[Event, ...] | None:
        """Give the events played since, none for what has none (an undo, a notice); None where nothing changed."""
        if self._job is None and self._clocks.elapsed() >= self._next:
            self._job = Job(self._read)
        if self._job is None or not self._job.over:
            return None
        job, self._job = self._job, None
        self._next = self._clocks.elapsed() + POLL
        return self._take(job.answer())

    def _read(self) -> Seen:
        """Look at the file, beside the loop; its rows are read only where something was written."""
        now, fault = _stamp(self.path), self._seen.fault
        try:
            if self._torn or stands_half(self.path) or (now == self._known and not fault):
                return Seen((), self._is_played(), fault)
            rows = tuple(self._keeping.journal.newer())
        except (JournalError, OSError) as error:
            code = error.code if isinstance(error, JournalError) else "unreadable"
            return Seen((), self._is_played(), fault if code in PASSING else code)
        self._known = now
        return Seen(rows, bool(rows) or self._is_played())

    def _is_played(self) -> bool:
        self._looks += 1
        return _played(self.path) if self._looks % ASKED == 0 else self._seen.played

    def _take(self, seen: Seen) -> tuple[Event, ...] | None:
        events: list[Event] = []
        try:
            for row in seen.rows:
                events += self._fold(row)
        except Exception:  # what a file tells cannot be applied: nothing after it is believed either
            seen, self._torn = replace(seen, fault="damaged"), True
        was, self._seen = self._seen, replace(seen, rows=())
        if seen.rows or (seen.played and not was.played):
            self._zero = self._clocks.elapsed() - super().now()
        return tuple(events) if seen.rows or self._seen != was else None

    def _fold(self, row: Row) -> tuple[Event, ...]:
        place = len(self._keeping.rows)
        self._marks.read(place, row)
        events = replay.advance(self._history, row, aside=place in self._marks.asides)
        if row.kind == DECK:
            workshop = self.session.workshop
            self._history.renew(replace(workshop, deck=renewed(self._played, renewing.deck(row))))
        elif events:
            self._played = self.session.workshop.deck
        self._keeping.read([row])
        return events

    def notices(self) -> tuple[tuple[str, str], ...]:
        """Give what must stand on the screen: ("read_only", ""), or ("follows", "") while somebody plays;
        ("lost", why) once the file is gone, or can no longer be read. The rest is told as of any session only read.
        """
        kind = "lost" if self._seen.fault else "follows" if self._seen.played else "read_only"
        return (kind, self._seen.fault), *super().notices()[1:]


def _played(path: Path) -> bool:
    with suppress(JournalError):
        return played(path)
    return False


def _stamp(path: Path) -> tuple[object, ...]:
    """Give what tells that a file was written: which one it is, its time, its size, and what SQLite counts in it."""
    with suppress(OSError):
        found, start = head(path)
        return found.st_ino, found.st_dev, found.st_mtime_ns, found.st_size, start
    return ()
