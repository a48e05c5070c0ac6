"""Files that people give to be read: only a real file is opened, only so much of it is read, and nothing is waited for.

A pipe, a socket, a device and a folder are told apart before they are opened; whatever a name is, the answer is bytes
or one refusal that has its sentence.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EINVAL
from pathlib import Path
from typing import BinaryIO

from game.core.errors import SetupError

MOST = 60_000_000
"""Bytes read from one file where its reader asks for no other limit."""
MEGA = 1_000_000
_AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


def content(file: Path, most: int = MOST) -> bytes:
    """Give a file's bytes. Raises as `opened` does; file_too_big (size, limit: megabytes) above `most` bytes."""
    with opened(file, most) as handle:
        data = handle.read(most + 1) or b""  # nothing: a file of the system that would be waited for
    if len(data) > most:  # it grew, or the system did not know its size
        raise _too_big(file, len(data), most)
    return data


@contextmanager
def opened(file: Path, most: int | None = None) -> Iterator[BinaryIO]:
    """Open a file to be read piece by piece.

    Raises SetupError with `path`: file_missing, file_is_folder, file_is_device (a pipe, a socket, a device),
    file_unreadable (reason: the system's), file_too_big.
    """
    with _told(file):
        try:
            _real(file, file.stat(), most)
            number = os.open(file, os.O_RDONLY | _AT_ONCE)
        except ValueError as error:  # a NUL in a name, or a sign the system cannot write
            raise OSError(EINVAL, os.strerror(EINVAL)) from error
        with os.fdopen(number, "rb") as handle:
            _real(file, os.fstat(number), most)
            yield handle


@contextmanager
def _told(file: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise SetupError("file_missing", path=str(file)) from error
    except OSError as error:
        raise SetupError("file_unreadable", path=str(file), reason=error.strerror or type(error).__name__) from error


def _real(file: Path, about: os.stat_result, most: int | None) -> None:
    if stat.S_ISDIR(about.st_mode):
        raise SetupError("file_is_folder", path=str(file))
    if not stat.S_ISREG(about.st_mode):
        raise SetupError("file_is_device", path=str(file))
    if most is not None and about.st_size > most:
        raise _too_big(file, about.st_size, most)


def _too_big(file: Path, size: int, most: int) -> SetupError:
    return SetupError("file_too_big", path=str(file), size=size // MEGA, limit=most // MEGA)
