"""Files that people chose: their bytes, and their names as people would say them."""

from __future__ import annotations

from pathlib import Path

from game.content.problems import ContentError, Problem
from game.core.errors import SetupError
from game.places import given

LARGEST = given.MOST
"""Bytes read from one file: more is said to be too big, unread."""


def read_bytes(file: Path, most: int = LARGEST) -> bytes:
    """Read a file people chose, `most` bytes at most.

    Raises ContentError, in the words of `given`: missing, no file, unreadable, too big.
    """
    try:
        return given.content(file, most)
    except SetupError as why:
        told = ("reason", "size", "limit")
        facts = tuple((name, fact) for name, fact in why.facts.items() if name in told and not isinstance(fact, tuple))
        raise ContentError((Problem(why.code, shown(file), 0, 0, facts),)) from None


def shown(file: Path) -> str:
    """Give a path as people would say it: from here when it is under here."""
    try:
        return str(file.resolve().relative_to(Path.cwd()))
    except (ValueError, OSError, RuntimeError):  # RuntimeError: links that go round
        return str(file)
