"""What a file is before SQLite touches it, and what a failure of SQLite means to a person."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from game.core.errors import JournalError
from game.journal.schema import APPLICATION_ID

MAGIC = b"SQLite format 3\x00"
HEADER = 100
"""Bytes. The size of a page is at 16, how it is journalled at 18, the count of pages at 28, the application id at 68
(sqlite.org/fileformat)."""
ROLLBACK = b"\x01\x01"
"""What stands at 18: a rollback journal. Ours never keep their last gestures in a second file."""
LARGEST = 200_000_000
"""Bytes of a session file: a deck's pictures and tens of thousands of gestures take less."""
HELD: dict[tuple[int, int], int] = {}
"""Files this process plays (device, inode), and a descriptor of each. Closing any descriptor of a file drops the locks
the process has on it (POSIX), SQLite's among them: these are read by the one that stays open."""

_BY_ERRNO = {errno.ENOSPC: "disk_full", errno.EDQUOT: "disk_full", errno.ENOENT: "missing", errno.EEXIST: "exists"}
_BY_NAME = {
    "SQLITE_FULL": "disk_full",
    "SQLITE_BUSY": "locked",
    "SQLITE_LOCKED": "locked",
    "SQLITE_NOTADB": "not_a_session",
    "SQLITE_CORRUPT": "damaged",
    "SQLITE_READONLY": "not_writable",
    "SQLITE_CANTOPEN": "not_writable",
    "SQLITE_PERM": "not_writable",
    "SQLITE_IOERR": "not_writable",
}


def inode(path: Path) -> tuple[int, int]:
    """Tell which file this is, whatever its name."""
    found = path.stat()
    return (found.st_dev, found.st_ino)


def beside(path: Path) -> Path:
    """Give the file SQLite keeps beside a session while a gesture is written."""
    return Path(f"{path.resolve() if path.is_symlink() else path}-journal")


@contextmanager
def told(path: Path, denied: str = "unreadable") -> Iterator[None]:
    """Turn what the system or SQLite raises about this file into a JournalError; `denied` is the code of the rest."""
    try:
        yield
    except OSError as error:
        raise JournalError(_BY_ERRNO.get(error.errno or 0, denied), path=str(path)) from error
    except sqlite3.ProgrammingError:
        raise  # a fault of this program, not of the file
    except (sqlite3.Error, ValueError, OverflowError, MemoryError) as error:  # ValueError: a text that is no UTF-8
        code = "_".join(getattr(error, "sqlite_errorname", "SQLITE_CORRUPT").split("_")[:2])
        raise JournalError(_BY_NAME.get(code, "damaged"), path=str(path)) from error


def head(path: Path) -> tuple[os.stat_result, bytes]:
    """Give what the system says of a file, and its first 100 bytes; nothing of what is no file: it could be waited for.

    Raises OSError.
    """
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        return found, b""
    held = HELD.get((found.st_dev, found.st_ino))
    if held is not None:
        return found, _start(held)
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        return found, _start(descriptor)
    finally:
        os.close(descriptor)


def _start(descriptor: int) -> bytes:
    os.lseek(descriptor, 0, os.SEEK_SET)
    return os.read(descriptor, HEADER)


def check_header(path: Path, found: os.stat_result, start: bytes, *, half: bool = False) -> None:
    """Refuse a file that is no session, by what `head` gave of it.

    `half`: a gesture stands half written in it. Its first page may then tell of pages that are not there yet.
    """
    code = _code(path, found, start)
    if code:
        raise JournalError(code, path=str(path))
    size, wanted = found.st_size, _told_size(start)
    if size < wanted and not half:
        raise JournalError("truncated", path=str(path), size=size, wanted=wanted)
    if size > LARGEST:
        raise JournalError("too_large", path=str(path), size=size // 1_000_000, limit=LARGEST // 1_000_000)
    if start[18:20] != ROLLBACK:
        raise JournalError("damaged", path=str(path))


def _code(path: Path, found: os.stat_result, start: bytes) -> str:
    if not stat.S_ISREG(found.st_mode):
        return "not_a_session"
    if not start.strip(b"\x00"):
        return "empty" if found.st_size <= HEADER or _being_made(path) else "damaged"
    ours = APPLICATION_ID.to_bytes(4, "big")
    wrong = _differ(start[:16], MAGIC), _differ(start[68:72], ours) if len(start) == HEADER else 0
    if wrong == (0, 0):
        return ""
    return "damaged" if wrong in ((1, 0), (0, 1)) and len(start) == HEADER else "not_a_session"


def _being_made(path: Path) -> bool:
    """Tell whether a file without a first page was left by a program killed while it made it, not damaged since."""
    with suppress(OSError):
        return beside(path).stat().st_size > 0
    return False


def _differ(one: bytes, other: bytes) -> int:
    """Count the bytes that differ: a single one is damage, more is a file of another kind."""
    return sum(a != b for a, b in zip(one, other, strict=False))


def _told_size(start: bytes) -> int:
    """Give the bytes a file should have, as its header tells."""
    if len(start) < HEADER:
        return HEADER
    page = int.from_bytes(start[16:18], "big")
    return int.from_bytes(start[28:32], "big") * (65536 if page == 1 else page)


def check_writable(path: Path) -> None:
    """Refuse a file that cannot be written, or whose folder cannot: SQLite needs a second file during a gesture."""
    if not (os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)):
        raise JournalError("not_writable", path=str(path))
