"""A look at a session file that changes nothing: neither the file, nor what lies beside it, nor who may play it.

SQLite reads the file as one that nobody changes: it locks, mends and writes nothing. Whether someone did change it
meanwhile is asked before and after, of the file and of the journal beside it; then the look is taken again.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from game.core.errors import JournalError
from game.journal.checks import HELD, beside, check_header, head, inode, told
from game.journal.connection import LOOK, PLAY, connect, tries

T = TypeVar("T")
Sight = tuple[os.stat_result, bytes, os.stat_result | None]
RESERVED = 0x40000001
"""The byte of a file that SQLite locks for who writes (sqlite.org/fileformat)."""
JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")


def look(path: Path, read: Callable[[sqlite3.Connection], T]) -> T:
    """Give what `read` finds in a session file.

    JournalError as opening it: `missing`, `empty`, `not_a_session`, `truncated`, `too_large`, `damaged`,
    `foreign_journal`, `unreadable`; `locked` when it changes all the time; and those of `read`.
    """
    for _ in tries():
        with told(path):
            before = _sight(path)
        try:
            found = _seen(path, before, read)
        except JournalError:
            if _same(path, before):
                raise
        else:
            if _same(path, before):
                return found
    raise JournalError("locked", path=str(path))


def _sight(path: Path) -> Sight:
    """Give what would tell that a file changed: SQLite counts its changes in the header."""
    found, start = head(path)
    try:
        return found, start, beside(path).lstat()
    except FileNotFoundError:
        return found, start, None


def _same(path: Path, before: Sight) -> bool:
    with told(path):
        now = _sight(path)
    return now[1] == before[1] and all(_mark(a) == _mark(b) for a, b in ((now[0], before[0]), (now[2], before[2])))


def _mark(found: os.stat_result | None) -> tuple[int, ...]:
    return () if found is None else (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)


def _seen(path: Path, before: Sight, read: Callable[[sqlite3.Connection], T]) -> T:
    half = half_written(before[2])
    check_header(path, *before[:2], half=half)
    with told(path):
        if half:
            return _mended(path, read)
        with closing(connect(path, LOOK)) as connection:
            return read(connection)


def half_written(journal: os.stat_result | None) -> bool:
    """Tell whether a gesture stands half written: it is taken back before anything is read."""
    return journal is not None and (journal.st_size > 0 or not stat.S_ISREG(journal.st_mode))


def stands_half(path: Path) -> bool:
    """Tell the same of a session file, by what lies beside it. Raises OSError."""
    try:
        return half_written(beside(path).lstat())
    except FileNotFoundError:
        return False


def check_journal(path: Path) -> None:
    """Refuse a file beside the session that SQLite would obey and that this program did not write.

    One that names a file of its own (a "super-journal") has SQLite delete that file; a link has it write elsewhere.
    """
    journal = beside(path)
    with told(path):
        found = journal.lstat()
        if not stat.S_ISREG(found.st_mode) or found.st_nlink > 1 or _names_a_file(journal):
            raise JournalError("foreign_journal", path=str(path), journal=str(journal))


def _names_a_file(journal: Path) -> bool:
    with journal.open("rb") as file:
        file.seek(-min(len(JOURNAL_MAGIC), journal.stat().st_size), os.SEEK_END)
        return file.read() == JOURNAL_MAGIC


def _mended(path: Path, read: Callable[[sqlite3.Connection], T]) -> T:
    """Read a copy from which SQLite took back the gesture that was being written."""
    check_journal(path)
    with tempfile.TemporaryDirectory(prefix="clap-") as folder:
        twin = Path(folder) / "session.clap"
        _copied(path, twin)
        shutil.copyfile(beside(path), beside(twin))
        with closing(connect(twin, PLAY)) as connection:
            connection.execute("PRAGMA page_count").fetchone()
            return read(connection)


def _copied(path: Path, twin: Path) -> None:
    held = HELD.get(inode(path))
    if held is None:
        shutil.copyfile(path, twin)
        return
    os.lseek(held, 0, os.SEEK_SET)
    with twin.open("wb") as copy:
        while more := os.read(held, 1 << 20):
            copy.write(more)


def played(path: Path) -> bool:
    """Tell whether a program plays a file now: it asks for the lock of who plays, to read, and gives it back."""
    with told(path):
        if inode(path) in HELD:
            return True
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        try:
            return _locked(descriptor)
        finally:
            os.close(descriptor)


def _locked(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(descriptor, RESERVED, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            os.lseek(descriptor, RESERVED, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
        else:
            import fcntl

            fcntl.lockf(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB, 1, RESERVED)
    except OSError:
        return True
    return False
