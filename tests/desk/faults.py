"""A disk that fails: an error before a write, in its middle, or after it was written all the same."""

from __future__ import annotations

import sqlite3
from random import Random
from typing import Any

from game.core.moves.flow import TakeNote
from game.desk.desk import Desk
from game.desk.opening import open_session
from game.journal.journal import Journal
from tests.desk.players import any_gesture

PLACES = ("BEGIN", "INSERT", "COMMIT", "after COMMIT", "SELECT", "ROLLBACK")
CODES = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_READONLY)


def failed(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("injected")
    error.sqlite_errorcode = code
    error.sqlite_errorname = {
        sqlite3.SQLITE_IOERR: "SQLITE_IOERR_FSYNC",
        sqlite3.SQLITE_FULL: "SQLITE_FULL",
        sqlite3.SQLITE_BUSY: "SQLITE_BUSY",
        sqlite3.SQLITE_READONLY: "SQLITE_READONLY",
    }[code]
    return error


class Failing:
    """A connection whose next statements fail at a place, so many times."""

    def __init__(self, real: sqlite3.Connection) -> None:
        self.real, self.place, self.times, self.code = real, "", 0, sqlite3.SQLITE_IOERR
        self.met = 0

    def _hit(self, place: str) -> None:
        if self.times and place == self.place:
            self.times -= 1
            self.met += 1
            raise failed(self.code)

    def execute(self, text: str, *more: Any) -> Any:
        self._hit(text.split(maxsplit=1)[0])
        done = self.real.execute(text, *more)
        self._hit(f"after {text.split(maxsplit=1)[0]}")
        return done

    def executemany(self, text: str, *more: Any) -> Any:
        self._hit(text.split(maxsplit=1)[0])
        return self.real.executemany(text, *more)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)


def played_with_faults(desk: Desk, dice: Random, place: str) -> int:
    """Play some gestures around a fault; all that was done must be in the file, once each and in order.

    Gives how many times the fault was met.
    """
    journal = desk._keeping.journal
    disk = Failing(journal._connection)  # type: ignore[arg-type]
    journal._connection = disk  # type: ignore[assignment]
    for _ in range(dice.randrange(1, 4)):
        any_gesture(dice, desk)
    disk.place, disk.times, disk.code = place, dice.randrange(1, 4), dice.choice(CODES)
    for _ in range(dice.randrange(1, 6)):
        any_gesture(dice, desk)
        on_disk(desk, len(desk.rows) - desk.unsaved)
    disk.times = 0
    desk.do(TakeNote("enfin"))
    assert desk.unsaved == 0, desk.notices()
    desk.close()
    again = open_session(desk.path, read_only=True)
    assert told(again.rows) == told(desk.rows)
    return disk.met


def told(rows: Any) -> list[tuple[str, str, str]]:
    return [(row.kind, row.data, row.note) for row in rows]


def on_disk(desk: Desk, saved: int) -> None:
    """Check that what is said to be saved is in the file."""
    if desk.unsaved:
        return  # the file is in the middle of a failing write; what is saved is checked once it is not
    kept = Journal.open(desk.path, read_only=True).rows()
    assert told(kept)[:saved] == told(desk.rows)[:saved]
