"""Files that people chose: their bytes, and their names as people would say them."""

from __future__ import annotations

from pathlib import Path

from game.content.problems import ContentError, Problem

LARGEST = 60_000_000
"""Bytes read from one file: more is said to be too big, unread."""


def read_bytes(file: Path) -> bytes:
    """Read a file people chose. Raises ContentError when it is missing, unreadable or too big."""
    try:
        with file.open("rb") as handle:
            data = handle.read(LARGEST + 1)
    except FileNotFoundError:
        raise ContentError((Problem("file_missing", shown(file), 0, 0),)) from None
    except (OSError, ValueError) as why:
        reason = getattr(why, "strerror", None) or type(why).__name__
        raise ContentError((Problem("file_unreadable", shown(file), 0, 0, (("reason", reason),)),)) from None
    return data


def shown(file: Path) -> str:
    """Give a path as people would say it: from here when it is under here."""
    try:
        return str(file.resolve().relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(file)
