"""What a file is before SQLite touches it, and what a failure of SQLite means to a person."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from game.core.errors import JournalError
from game.journal.schema import APPLICATION_ID

MAGIC = b"SQLite format 3\x00"
HEADER = 100
"""Bytes. The application id is at 68, the size of a page at 16, the count of pages at 28 (sqlite.org/fileformat)."""
HELD: set[tuple[int, int]] = set()
"""Files this process plays (device, inode). Closing any descriptor of a file drops the locks the process has on it
(POSIX), SQLite's among them: these are never opened but through SQLite."""

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
    stat = path.stat()
    return (stat.st_dev, stat.st_ino)


@contextmanager
def told(path: Path, denied: str = "unreadable") -> Iterator[None]:
    """Turn what the system or SQLite raises about this file into a JournalError; `denied` is the code of the rest."""
    try:
        yield
    except OSError as error:
        raise JournalError(_BY_ERRNO.get(error.errno or 0, denied), path=str(path)) from error
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
        raise  # a fault of this program, not of the file
    except (sqlite3.Error, ValueError, OverflowError) as error:  # ValueError: a message that is no UTF-8
        code = "_".join(getattr(error, "sqlite_errorname", "SQLITE_CORRUPT").split("_")[:2])
        raise failure(path, _BY_NAME.get(code, "damaged")) from error


def failure(path: Path, code: str) -> JournalError:
    """Give the error; a damaged file shorter than it says it is has been truncated."""
    if code == "damaged":
        size, wanted = _sizes(path)
        if size < wanted:
            return JournalError("truncated", path=str(path), size=size, wanted=wanted)
    return JournalError(code, path=str(path))


def check_header(path: Path) -> None:
    """Refuse, without opening it as a database, a file that is no session. A missing one is refused too."""
    with told(path):
        if inode(path) in HELD:
            return
        if not path.is_file():  # a folder, or a pipe, which would be waited for
            raise JournalError("not_a_session", path=str(path))
        head = _head(path)
    if not head.strip(b"\x00"):  # nothing, or killed while it was being made
        raise JournalError("empty", path=str(path))
    if head[:16] != MAGIC[: len(head)]:
        raise JournalError("not_a_session", path=str(path))
    if len(head) < HEADER:
        raise JournalError("truncated", path=str(path), size=len(head), wanted=HEADER)
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise JournalError("not_a_session", path=str(path))


def check_writable(path: Path) -> None:
    """Refuse a file that cannot be written, or whose folder cannot: SQLite needs a second file during a gesture."""
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise JournalError("not_writable", path=str(path))


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(HEADER)


def _sizes(path: Path) -> tuple[int, int]:
    """Give the bytes there are, and the bytes the header tells."""
    try:
        head = b"" if inode(path) in HELD else _head(path)
        size = path.stat().st_size
    except OSError:
        return 0, 0
    page = int.from_bytes(head[16:18], "big")
    return size, int.from_bytes(head[28:32], "big") * (65536 if page == 1 else page)
