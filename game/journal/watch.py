"""Whether the file being played is still ours, and as we left it: asked before and after each gesture."""

from __future__ import annotations

import os
from pathlib import Path

from game.core.errors import JournalError
from game.journal.checks import HEADER, HELD, inode, told


class Watch:
    """Holds a descriptor of a file as long as it is played: closing it would drop SQLite's locks (POSIX)."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        self._file = inode(path)
        self._left: tuple[int, bytes] | None = None
        self._when = 0
        HELD[self._file] = self._descriptor
        self.note()

    def note(self) -> None:
        """Remember the file as it is now: what we left."""
        try:
            self._left, self._when = self._now()
        except OSError:  # the disk was taken away: nothing is known until it is back
            self._left = None

    def _now(self) -> tuple[tuple[int, bytes], int]:
        found = os.fstat(self._descriptor)
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        return (found.st_size, os.read(self._descriptor, HEADER)), found.st_mtime_ns

    def named(self) -> None:
        """Refuse to go on when the name leads elsewhere. JournalError `missing`, `replaced`."""
        try:
            found = self._path.stat()
        except OSError:
            with told(self._path):
                raise
        if (found.st_dev, found.st_ino) != self._file:
            raise JournalError("replaced", path=str(self._path))

    @property
    def ours(self) -> bool:
        """Tell whether the name still leads to our file."""
        try:
            return inode(self._path) == self._file
        except OSError:
            return False

    def check(self) -> bool:
        """Tell whether nobody touched the file since we left it: neither its size, nor its header, nor its time.

        JournalError `missing` when its name leads nowhere, `replaced` when it leads to another file or to another
        content: SQLite counts in the header what it writes, so even an older copy of the same session is seen.
        """
        self.named()
        with told(self._path):
            now, when = self._now()
        if self._left is not None and now != self._left:
            raise JournalError("replaced", path=str(self._path))
        return self._left is not None and when == self._when

    def close(self) -> None:
        """Let go, after SQLite did."""
        if HELD.pop(self._file, None) is not None:
            os.close(self._descriptor)
