"""What stopped a command, in one sentence and an exit code; its traceback, if it is a fault of ours, goes to a file."""

from __future__ import annotations

import sys

from game.cli.outlet import Outlet
from game.core.errors import GameError
from game.wiring.failures import told, unexpected
from game.wiring.settings import language
from game.words.catalogue import speaker


def last_word(error: Exception, lang: str | None = None) -> int:
    """Say it, and give the exit code: 1."""
    try:
        spoken = speaker(language(lang))
    except GameError as worse:  # no catalogue: nothing can be worded
        _said(f"{worse.code} {worse.facts}")
        return 1
    _said(told(unexpected(error, "bug"), spoken))
    return 1


def _said(words: str) -> None:
    out = Outlet(sys.stderr)
    out.write(f"{words}\n")
    out.flush()
