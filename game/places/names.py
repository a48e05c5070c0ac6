"""File names made from any text: one part of a path that every system takes, never a way out of the folder."""

from __future__ import annotations

import re
import shlex
import unicodedata
from collections.abc import Container

LONGEST = 200
"""Bytes of a name in UTF-8, its ending included: systems take 255, and a number or a kind may be put after it."""
UNNAMED = "clap"
"""Stands for a text that leaves no name."""
_UNFIT = re.compile(r'[<>:"/\\|?*]+')
"""What some system keeps for itself."""
_SPOKEN = re.compile(r"[^\w@%+=:,./\\~-]", re.ASCII)
"""What a terminal may read as something else than a part of a name."""
_HELD = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)", re.IGNORECASE)
"""Names that Windows keeps for devices, whatever ends them."""


def file_name(text: str, ending: str = "") -> str:
    """Give a file's name for a text: readable, whole, and shorter than any system's limit.

    Slashes and what systems keep for themselves become dashes, spaces of any kind one space; control signs, marks of
    direction and halves of surrogates go; no dot or space at either end; `ending` ("", ".xlsx") is kept as it is.
    """
    seen = "".join(sign for sign in unicodedata.normalize("NFC", text) if _seen(sign) or sign.isspace())
    name = " ".join(_UNFIT.sub("-", seen).split()).strip(" .-")
    name = _HELD.sub(lambda held: f"{held[0]}_", name, count=1) if _HELD.match(name) else name
    return (_cut(name, LONGEST - len(ending.encode())) or UNNAMED) + ending


def typed(path: object) -> str:
    """Give a path as it can be pasted in a command, in any terminal; one with odd signs, as a shell reads it."""
    text = str(path)
    if not _SPOKEN.search(text):
        return text
    return shlex.quote(text) if any(sign in text for sign in '"$`\\!') else f'"{text}"'


def distinct(name: str, taken: Container[str]) -> str:
    """Give a name none of `taken` is, capitals or not: plain, then with -2, -3… `taken` holds casefolded names."""
    tried, n = name, 1
    while tried.casefold() in taken:
        n += 1
        tried = f"{name}-{n}"
    return tried


def _seen(sign: str) -> bool:
    """Tell whether a sign may stand in a name; joiners of emoji may, other signs nobody sees may not."""
    return unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp") or sign in "\u200d\ufe0f"


def _cut(name: str, most: int) -> str:
    """Cut a name to so many bytes, between two whole signs."""
    data = name.encode()
    if len(data) <= most:
        return name
    return data[:most].decode("utf-8", "ignore").rstrip(" .-\u200d")
