"""What the table remembers between two openings: language, scales, looks. Losing it costs nothing.

Looks that are the system's own are not kept: it may wish others tomorrow.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from game.core.errors import GameError
from game.places import caches
from game.places.wishes import wished
from game.view.answer.pressing import LARGEST
from game.view.answer.ui import Ui
from game.view.tree.theme import CONTRAST, DAY, NIGHT, PALETTES

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
    palette, still = _wished()
    ui = Ui(lang=language(chosen), palette=palette, reduced=still)
    with suppress(OSError, ValueError, TypeError, GameError):
        kept = json.loads(_file().read_text(encoding="utf-8"))
        lang = kept["lang"] if chosen is None and kept.get("lang") in LANGUAGES else ui.lang
        percent = min(300, max(100, int(kept.get("percent", 100))))
        reading = min(LARGEST, max(100, int(kept.get("reading", 100))))
        palette = kept["palette"] if kept.get("palette") in PALETTES else palette
        reduced = kept["reduced"] is True if "reduced" in kept else still
        return replace(ui, lang=lang, percent=percent, reading=reading, reduced=reduced, palette=palette)
    return ui


def unset() -> bool:
    """Tell whether the table was never left on this computer: its text size was not chosen yet."""
    with suppress(OSError, GameError):
        return not _file().exists()
    return False


def remember(ui: Ui) -> None:
    """Keep language, scales and motion; a folder that cannot be written is no reason to stop."""
    with suppress(OSError, GameError):
        looks = {"palette": ui.palette, "reduced": ui.reduced}
        chosen = {name: one for (name, one), wish in zip(looks.items(), _wished(), strict=True) if one != wish}
        kept = {"lang": ui.lang, "percent": ui.percent, "reading": ui.reading, **chosen}
        caches.keep(_file(), json.dumps(kept).encode())


def _wished() -> tuple[str, bool]:
    """Give the palette and whether motion is reduced, as the system wishes them."""
    wish = wished()
    return CONTRAST if wish.contrast else NIGHT if wish.dark else DAY, wish.still


def _file() -> Path:
    from game.places import folders

    return folders.settings() / FILE
