"""Opening the table on a session or at home, with what home can ask for."""

from __future__ import annotations

from pathlib import Path

from game.cli.clerk import Clerk, opened
from game.cli.tables import Size, picture, show
from game.table.kit import Answer


Demo = Callable[[str], Answer]
"""Gives the recorded workshop, in a language, to the table."""


def play(session: Path | None, lang: str | None, *, fullscreen: bool = False, size: Size = None) -> None:
    """Open the table, on a session or at home, until it is left. Raises GameError when the session cannot be opened."""
    show(opened(session) if session is not None else Answer(), clerk(), lang, fullscreen=fullscreen, size=size)
