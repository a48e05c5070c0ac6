"""Where people keep their papers: the documents, the desktop, the sticks that are plugged in; and the last folders."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from game.core.errors import GameError, SetupError
from game.core.frozen import dataclass
from game.places import caches, folders

LAST = "exports.json"
MOST = 5
"""Folders that are remembered."""
REMOVABLE = 2
"""What Windows calls a drive that can be taken out."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: `kind` is documents, desktop, stick or last."""

    path: Path
    kind: str

    @property
    def name(self) -> str:
        """Give what people call it: its folder's name, or its drive's letter."""
        return self.path.name or self.path.drive or str(self.path)


def spots() -> tuple[Spot, ...]:
    """List the places there are now, each once."""
    found = dict.fromkeys((*_own(), *(Spot(path, "stick") for path in sticks()), *_last()))
    seen: dict[Path, Spot] = {}
    for spot in found:
        seen.setdefault(spot.path, spot)
    return tuple(spot for spot in seen.values() if _there(spot.path))


def _own() -> Iterator[Spot]:
    from platformdirs import user_desktop_path, user_documents_path

    yield Spot(user_documents_path(), "documents")
    yield Spot(user_desktop_path(), "desktop")


def _last() -> Iterator[Spot]:
    return (Spot(path, "last") for path in remembered())


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


def _there(path: Path) -> bool:
    with suppress(OSError):
        return path.is_dir()
    return False


def remembered() -> tuple[Path, ...]:
    """Give the folders exports went to, the last one first."""
    with suppress(OSError, ValueError, TypeError, GameError):
        kept = json.loads((folders.settings() / LAST).read_text(encoding="utf-8"))
        return tuple(Path(one) for one in kept if isinstance(one, str))[:MOST]
    return ()


def remember(path: Path) -> None:
    """Keep a folder as the last one; where that cannot be written it is forgotten, which costs nothing."""
    kept = (path, *(one for one in remembered() if one != path))
    with suppress(OSError, GameError):
        caches.keep(folders.settings() / LAST, json.dumps([str(one) for one in kept[:MOST]]).encode())


def show(folder: Path) -> None:
    """Open a folder in the system's own window. Raises SetupError folder_not_shown."""
    import subprocess

    try:
        if sys.platform == "win32":
            os.startfile(folder)
        else:
            opener = "open" if sys.platform == "darwin" else "xdg-open"
            subprocess.Popen([opener, str(folder)], start_new_session=True, stdin=subprocess.DEVNULL,
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    except OSError as error:
        raise SetupError("folder_not_shown", folder=folder.name) from error
