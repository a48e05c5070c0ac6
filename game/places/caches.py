"""Files of what can be computed again: each is there whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def keep(file: Path, data: bytes) -> None:
    """Write a file, its folder made if need be. Raises OSError; the former file is then as it was."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".kept")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def prune(folder: Path, most: int) -> None:
    """Leave only the latest files of a folder. Raises OSError."""
    found = sorted((file for file in folder.iterdir() if not file.name.startswith(".")), key=_when, reverse=True)
    for file in found[most:]:
        file.unlink(missing_ok=True)


def _when(file: Path) -> float:
    return file.stat().st_mtime
