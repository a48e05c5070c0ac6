"""The rows of an open session, and how many of them its file is sure to hold: the others are in memory only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from os.path import lexists
from pathlib import Path
from typing import TypeVar

from game.core.errors import JournalError
from game.core.frozen import dataclass
from game.desk.background import Job, Meanwhile
from game.desk.copies import copies
from game.journal.journal import Journal, Row
from game.places.names import file_name

Found = TypeVar("Found")
PAUSE = 0.25
"""Seconds given all the same to what is written beside: most disks need less."""
LOST = frozenset({"missing", "replaced", "damaged", "truncated", "not_a_session", "empty", "too_new"})
"""Failures after which nothing in the file counts: it is gone, or something else stands in its place."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What a session file was made with: enough to make it again elsewhere without reading it."""

    sources: Mapping[str, bytes]
    facts: Mapping[str, str]


class Keeping:
    """Writes rows in order, each once, and keeps them in memory too: when the disk fails they can go elsewhere.

    With `meanwhile` set, a disk is waited for on a thread, and it is called until the disk has answered.
    """

    def __init__(self, journal: Journal, carried: Carried, rows: list[Row]) -> None:
        self.journal, self.carried, self.rows = journal, carried, rows
        self.meanwhile: Meanwhile | None = None
        self.lost, self._saved, self._fault = False, len(rows), ""
        self._job: Job[None] | None = None
        self._writing = 0
        self._closed = False

    def write(self, row: Row, *, wait: bool = True) -> None:
        """Keep a row; it is on disk when this returns, or counted by `unsaved`. What cannot `wait` is written beside.

        The next row waits for it then.
        """
        self.rows.append(row)
        self.save(wait=wait)

    def save(self, *, wait: bool = True) -> bool:
        """Write what is not on disk yet, all in one transaction and in order; tell whether the file holds all of it."""
        self._landed()
        waiting = self.rows[self._saved :]
        if waiting and not self.lost:
            self._writing = len(self.rows)
            if self.meanwhile is None:
                self._heard(lambda: self.journal.append(*waiting))
            else:
                self._job = Job(lambda: self.journal.append(*waiting), kept=True)
        if self._job is not None and not wait:
            self._job.rest(PAUSE)
        if wait or (self._job is not None and self._job.over):
            self._landed()
        return self._saved == len(self.rows)

    def read(self, rows: list[Row]) -> None:
        """Take in rows that another program wrote in the file."""
        self.rows += rows
        self._saved = len(self.rows)

    def _landed(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            self._heard(lambda: job.answer(self.meanwhile or (lambda _: None)))

    def _heard(self, writing: Callable[[], None]) -> None:
        try:
            writing()
        except JournalError as error:
            self._fault = error.code
            if error.code in LOST:
                self.lost, self._saved = True, 0
        except Exception:  # whatever it was, the rows are not on disk: counted, said, and written again
            self._fault = "not_writable"
        else:
            self._saved, self._fault = self._writing, ""

    @property
    def unsaved(self) -> int:
        """Count the rows that are in memory only: all of them once the file is gone, or is another."""
        return len(self.rows) - self._saved

    def notice(self) -> tuple[tuple[str, str], ...]:
        """Give what must be said of the disk: ("disk", "3"), ("unwritten", "3"), ("gone", "12"), ("replaced", "12")."""
        if self._job is not None and self._job.over:
            self._landed()
        if not self.unsaved or not self._fault:
            return ()
        if self.lost:
            return (("gone" if self._fault == "missing" else "replaced", str(self.unsaved)),)
        return (("disk" if self._fault == "disk_full" else "unwritten", str(self.unsaved)),)

    def beside(self, work: Callable[[], Found]) -> Found:
        """Have something done with the disk, `meanwhile` being called until it is over."""
        self._landed()
        return work() if self.meanwhile is None else Job(work, kept=True).answer(self.meanwhile)

    def move_to(self, folder: Path) -> Path:
        """Write a whole new file in a folder and go on there. JournalError if it cannot be: nothing changes then."""
        path, rows = free(folder, self.journal.path.stem), list(self.rows)
        journal = self.beside(lambda: Journal.create(path, self.carried.sources, self.carried.facts, rows))
        self.beside(self.journal.close)
        self.journal = journal
        self.lost, self._saved, self._fault = False, len(rows), ""
        return path

    def close(self) -> None:
        """Close the file once it was read back and holds every row.

        JournalError, and it stays open: `unsaved` or `all_unsaved` (n) when rows are in memory only, `rewritten` when
        the file did not hold them and a whole new one was written beside, where the session now goes on.
        """
        if self._closed:
            return
        if not self.journal.read_only:
            self._sure()
        self.abandon()

    def _sure(self) -> None:
        former = self.journal.path
        if not self.save() and not self.lost:
            raise JournalError("unsaved", n=self.unsaved, path=str(former))
        if not self.lost and self.beside(lambda: self.journal.holds(self.rows)):
            return
        self.lost, self._saved, self._fault = True, 0, self._fault or "replaced"
        try:
            path = self.move_to(former.parent)
        except JournalError as error:
            raise JournalError("all_unsaved", n=self.unsaved, path=str(former)) from error
        raise JournalError("rewritten", path=str(path), former=former.name)

    def abandon(self) -> None:
        """Close the file as it is, whatever is in memory only."""
        self.beside(self.journal.close)
        self._closed = True


def free(folder: Path, stem: str) -> Path:
    """Give the first name not taken in a folder, made from any text: Blagnac.clap, then Blagnac-2.clap.

    One that copies of a session still bear is taken: they are another's.
    """
    stem = file_name(stem)
    names = (f"{stem}.clap", *(f"{stem}-{n}.clap" for n in range(2, 10_000)))
    return next(path for name in names if not lexists(path := folder / name) and not copies(path))
