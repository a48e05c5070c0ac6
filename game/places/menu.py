"""The table in the computer's own menu, for who is logged in: its entry, its icon, and session files that open with it.

Where the menu is freedesktop.org's: Linux and its like. No right of an administrator is asked for.
"""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from shutil import which

from game.core.errors import SetupError
from game.places import landing, shelves
from game.places.bundle import bundled

ENTRY, ICON, KIND = "clap-table.desktop", "clap-table.svg", "clap-table.xml"
WHERE = {ENTRY: "applications", ICON: "icons/hicolor/scalable/apps", KIND: "mime/packages"}
"""Each file's folder in that of the user's programs."""
TOLD = (("update-mime-database", "mime"), ("update-desktop-database", "applications"))
"""What makes a running desktop read them, where it is there."""
PATIENCE = 20.0
_ESCAPED = ("\\", '"', "`", "$")
"""Signs that an entry's command reads as something else between quotes."""


def add() -> tuple[Path, ...]:
    """Write the files; give their paths. Raises SetupError menu_elsewhere, ExportError as landing.put does."""
    written = []
    for name, path in _paths().items():
        text = (shelves.desktop() / name).read_text(encoding="utf-8")
        content = text.replace("@COMMAND@", _command()) if name == ENTRY else text
        landing.folder(path.parent)
        landing.put(path, content.encode())
        written.append(path)
    _tell()
    return tuple(written)


def remove() -> tuple[Path, ...]:
    """Take the files away; give the paths of those there were. Raises SetupError menu_elsewhere."""
    found = tuple(path for path in _paths().values() if path.exists())
    for path in found:
        path.unlink(missing_ok=True)
    _tell()
    return found


def _paths() -> dict[str, Path]:
    if sys.platform in ("win32", "darwin"):
        raise SetupError("menu_elsewhere")
    return {name: _room() / folder / name for name, folder in WHERE.items()}


def _room() -> Path:
    from platformdirs import user_data_path

    return user_data_path()


def _command() -> str:
    """Give the command that starts this copy, as an entry writes it."""
    own = Path(sys.executable if bundled() else sys.argv[0]).absolute()
    words = [str(own)] if bundled() or own.stem == "clap" else [sys.executable, "-m", "game"]
    return " ".join(_quoted(word) for word in words)


def _quoted(word: str) -> str:
    """Quote a word of a command, then once more as any text of an entry; % stands for itself."""
    for sign in _ESCAPED:
        word = word.replace(sign, f"\\{sign}")
    return f'"{word}"'.replace("\\", "\\\\").replace("%", "%%")


def _tell() -> None:
    for program, folder in TOLD:
        if which(program) is not None:
            with suppress(OSError, subprocess.SubprocessError):
                command = [program, str(_room() / folder)]
                subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False)
