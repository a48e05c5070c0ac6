"""Where sessions lie that were put away: in the archives, or in the bin, from which they can be taken back."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

ARCHIVES, BIN = "Archives", "Corbeille"
"""Folders, in that of the sessions, of those put away and of those thrown away."""
AWAY = (ARCHIVES, BIN)
KIND = ".clap"


def put_away(folder: Path, where: str) -> tuple[Path, ...]:
    """List the sessions of the archives or of the bin of a folder, the latest first."""
    found: list[tuple[float, Path]] = []
    with suppress(OSError):
        found = [(one.stat().st_mtime, one) for one in (folder / where).glob(f"*{KIND}")]
    return tuple(path for _, path in sorted(found, reverse=True))
