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
from game.places.sticks import sticks

LAST = "exports.json"
MOST = 5
"""Folders that are remembered."""


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
