"""What the table remembers between two openings: language, scales, motion. Losing it costs nothing."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from game.core.errors import GameError
from game.places import caches
from game.view.answer.pressing import LARGEST
from game.view.answer.ui import Ui

FILE = "table.json"
LANGUAGES = ("fr", "en")


def language(chosen: str | None = None) -> str:
    """Give the language to speak: the one chosen, CLAP_LANG, the system's if it is English, else French."""
    asked = chosen or os.environ.get("CLAP_LANG", "")
    if asked in LANGUAGES:
        return asked
    system = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "en" if system.lower().startswith("en") else "fr"


def remembered(chosen: str | None = None) -> Ui:
    """Give the view as it was left, in the language chosen now if one was."""
    ui = Ui(lang=language(chosen))
    with suppress(OSError, ValueError, TypeError, GameError):
        kept = json.loads(_file().read_text(encoding="utf-8"))
        lang = kept["lang"] if chosen is None and kept.get("lang") in LANGUAGES else ui.lang
        percent = min(300, max(100, int(kept.get("percent", 100))))
        reading = min(LARGEST, max(100, int(kept.get("reading", 100))))
        return replace(ui, lang=lang, percent=percent, reading=reading, reduced=kept.get("reduced") is True)
    return ui


def unset() -> bool:
    """Tell whether the table was never left on this computer: its text size was not chosen yet."""
    with suppress(OSError, GameError):
        return not _file().exists()
    return False


def remember(ui: Ui) -> None:
    """Keep language, scales and motion; a folder that cannot be written is no reason to stop."""
    with suppress(OSError, GameError):
        kept = {"lang": ui.lang, "percent": ui.percent, "reading": ui.reading, "reduced": ui.reduced}
        caches.keep(_file(), json.dumps(kept).encode())


def _file() -> Path:
    from game.places import folders

    return folders.settings() / FILE
