"""What the table remembers between two openings: language, looks, and of each screen scales, seat and whether it was
filled. Losing it costs nothing.

Of the looks, what somebody chose is kept, and beside it what the system wished: it may wish others tomorrow, and the
table opens as it was left until the system has said so (wiring/wishing.py).
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from game.core.errors import GameError
from game.places import caches
from game.view.answer.leading import Leading
from game.view.answer.looks import SetLooks
from game.view.answer.pressing import LARGEST
from game.view.answer.ui import Ui
from game.view.tree.theme import DAY, PALETTES

FILE = "table.json"
LANGUAGES = ("fr", "en")
SEEN = ("screen", "seat")
"""Strips of dialogs/scale: how large the screen is, and where the farthest seat."""
MOST = 20
"""Screens that are remembered."""
PLAIN = SetLooks(reduced=False, palette=DAY)
"""The looks of a table whose system wishes nothing."""


def language(chosen: str | None = None) -> str:
    """Give the language to speak: the one chosen, CLAP_LANG, the system's if it is English, else French."""
    asked = chosen or os.environ.get("CLAP_LANG", "")
    if asked in LANGUAGES:
        return asked
    system = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "en" if system.lower().startswith("en") else "fr"


def remembered(chosen: str | None = None, screen: str = "") -> Ui:
    """Give the view as it was left, in the language chosen now if one was.

    The scales, the seat and where the bars stand are those of the `screen` (table/screens.called), where the table was
    used on it, else the last ones.
    """
    wish = wished_before()
    ui = Ui(lang=language(chosen), palette=wish.palette, reduced=wish.reduced)
    with suppress(OSError, ValueError, TypeError, AttributeError, GameError):
        kept = _kept()
        lang = kept["lang"] if chosen is None and kept.get("lang") in LANGUAGES else ui.lang
        palette = kept["palette"] if kept.get("palette") in PALETTES else wish.palette
        reduced = kept["reduced"] is True if "reduced" in kept else wish.reduced
        here = _screens(kept).get(screen) or kept
        percent = min(300, max(100, int(here.get("percent", 100))))
        reading = min(LARGEST, max(100, int(here.get("reading", 100))))
        tabs = tuple((strip, str(here[strip])) for strip in SEEN if strip in here)
        lead = Leading(room_on=str(kept.get("room_on", "")), wanted=kept.get("two_windows") is True)
        scales = replace(ui, percent=percent, reading=reading, tabs=tabs, lead=lead)
        return replace(scales, lang=lang, reduced=reduced, palette=palette, low=here.get("low") is True)
    return ui


def filled(screen: str) -> bool:
    """Tell whether the table filled this screen when it was left there."""
    with suppress(OSError, ValueError, TypeError, AttributeError, GameError):
        return _screens(_kept()).get(screen, {}).get("full") is True
    return False


def unset() -> bool:
    """Tell whether the table was never left on this computer: its text size was not chosen yet."""
    with suppress(OSError, GameError):
        return not _file().exists()
    return False


def remember(ui: Ui, screen: str = "", *, full: bool = False, wish: SetLooks = PLAIN) -> None:
    """Keep language, looks that are not the system's `wish`, of the screen its scales, seat, bars and if it was filled.

    A folder that cannot be written is no reason to stop.
    """
    with suppress(OSError, GameError):
        wishes = {"palette": wish.palette, "reduced": wish.reduced}
        looks = {"palette": ui.palette, "reduced": ui.reduced}
        chosen = {name: one for name, one in looks.items() if one != wishes[name]} | {"wished": wishes}
        seen = {strip: ui.tab(strip, "") for strip in SEEN if ui.tab(strip, "")}
        here = {"percent": ui.percent, "reading": ui.reading, "low": ui.low, **seen}
        led = {"two_windows": ui.lead.wanted, "room_on": ui.lead.room_on}
        kept = {"lang": ui.lang, **here, **chosen, **led, "screens": _others(screen) | {screen: here | {"full": full}}}
        caches.keep(_file(), json.dumps(kept).encode())


def _others(screen: str) -> dict[str, dict[str, Any]]:
    """Give what is kept of the other screens, the last ones used."""
    with suppress(OSError, ValueError, TypeError, AttributeError, GameError):
        found = [pair for pair in _screens(_kept()).items() if pair[0] != screen]
        return dict(found[-MOST + 1 :])
    return {}


def _kept() -> dict[str, Any]:
    kept: dict[str, Any] = json.loads(_file().read_text(encoding="utf-8"))
    return kept


def _screens(kept: dict[str, Any]) -> dict[str, dict[str, Any]]:
    told = kept.get("screens", {})
    return {name: one for name, one in told.items() if isinstance(one, dict)} if isinstance(told, dict) else {}


def wished_before() -> SetLooks:
    """Give the looks the system wished when the table was left; those of the day where nothing is kept of them."""
    with suppress(OSError, ValueError, TypeError, AttributeError, GameError):
        kept = _kept().get("wished", {})
        return SetLooks(kept.get("reduced") is True, kept["palette"] if kept.get("palette") in PALETTES else DAY)
    return PLAIN


def _file() -> Path:
    from game.places import folders

    return folders.settings() / FILE
