"""The drives that are plugged in, and what a program started from one keeps beside it.

A bundle on a stick keeps its sessions there, whatever computer it is plugged into. Elsewhere it does so where somebody
made the folder BESIDE next to its own; else everything goes where the system wants it (folders.py).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from game.places.bundle import bundled

BESIDE = "clap-data"
REMOVABLE = 2
"""What Windows calls a drive that can be taken out."""


@cache
def beside() -> Path | None:
    """Give the folder next to a bundle's own that holds all its user has; None for any other copy of the program.

    None too where nothing can be written there: a stick with its lock closed.
    """
    if not bundled():
        return None
    own = Path(sys.executable).resolve().parent
    folder = own.parent / BESIDE
    with suppress(OSError):
        if any(own.is_relative_to(stick) for stick in sticks()):
            folder.mkdir(exist_ok=True)
        if folder.is_dir() and os.access(folder, os.W_OK | os.X_OK):
            return folder
    return None


def sticks() -> tuple[Path, ...]:
    """List the drives that can be taken out."""
    if sys.platform == "win32":
        return tuple(_letters())
    found = [one for room in _rooms() for one in _within(room)]
    return tuple(one for one in found if os.path.ismount(one))


def _rooms() -> tuple[Path, ...]:
    """Give the folders in which this system shows what is plugged in."""
    if sys.platform == "darwin":
        return (Path("/Volumes"),)
    media = (Path("/media"), Path("/run/media"))
    from getpass import getuser

    with suppress(OSError, KeyError):  # somebody who has no name here
        return (*(room / getuser() for room in media), media[0])
    return media


def _within(room: Path) -> list[Path]:
    with suppress(OSError):
        return sorted(room.iterdir())
    return []


def _letters() -> Iterator[Path]:
    import ctypes

    kind = getattr(ctypes, "windll").kernel32.GetDriveTypeW  # noqa: B009
    yield from (Path(f"{letter}:\\") for letter in "DEFGHIJKLMNOPQRSTUVWXYZ" if kind(f"{letter}:\\") == REMOVABLE)
