"""Opening the table on a session or at home, with what home can ask for."""

from __future__ import annotations

from pathlib import Path

from game.cli.clerk import Clerk, opened
from game.cli.tables import picture, show
from game.table.kit import Answer


def play(session: Path | None, lang: str | None, *, fullscreen: bool = False) -> None:
    """Open the table, on a session or at home, until it is left. Raises GameError when the session cannot be opened."""
    first = opened(session) if session is not None else Answer()
    show(first, Clerk(picture, _demo), lang, fullscreen=fullscreen)


def _demo(lang: str) -> Answer:
    from game.cli.demo import answer  # at the press of its button, not on the way to the first frame

    return answer(lang)
