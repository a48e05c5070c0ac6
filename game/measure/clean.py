"""One value at a time: what a published field says, or None when it says nothing.

Every rule is that of the definitions the project publishes with its figures (decp.md 2 and 4). Nothing here fails.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import groupby
from math import isfinite
from typing import Any

FIRST, LAST = "2010-01-01", "2026-10-31"
"""Dates before or after are typing errors; the last one is the reference date of the definitions."""
_EMPTY = frozenset(["", "nc", "mq", "mq nc", "cdl", "nan", "<na>", "none", "null"])
_YES, _NO = frozenset(["true", "1", "1.0", "oui", "vrai"]), frozenset(["false", "0", "0.0", "non", "faux"])
_SPACES = re.compile(r"\s+")
_SPLIT = re.compile(r"\s*[,;|]\s*")
LIGATURE = chr(0x153)
"""The French oe in one sign, which accents' decomposition leaves whole."""
MOST = 3_000_000_000
"""Euros: a published amount above is refused by the ministry (decp.md 2)."""


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """Give a text without case, accents or doubled spaces, apostrophes made one: what is compared."""
    spread = unicodedata.normalize("NFKD", text.replace("’", "'").replace("`", "'").replace(LIGATURE, "oe"))
    return _SPACES.sub(" ", "".join(sign for sign in spread if not unicodedata.combining(sign)).lower()).strip()


def text(value: Any) -> str:
    """Give a value as text; missing marks (NC, MQ, CDL, INX…) give an empty one."""
    if value is None or isinstance(value, dict | list):
        return ""
    if isinstance(value, float) and not isfinite(value):
        return ""
    said = str(value).strip()
    if said.lower() in _EMPTY or said.upper().startswith("INX"):
        return ""
    return said


def number(value: Any) -> float | None:
    """Read a number, or a text that holds one: spaces, € and a decimal comma are let pass."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return float(value) if _finite(value) else None
    said = _SPACES.sub("", text(value).replace("€", "").replace("\u202f", "").replace("\u00a0", ""))
    try:
        found = float(said.replace(",", "."))
    except ValueError:
        return None
    return found if isfinite(found) else None


def _finite(value: float) -> bool:
    try:
        return isfinite(value)
    except OverflowError:
        return False


def amount(value: Any) -> float | None:
    """Read an amount in euros before VAT: 1 € to 3 billion, and not a filler such as 999999999 or 123456789."""
    found = number(value)
    if found is None or not 1 <= found <= MOST or _filler(found):
        return None
    return found


def _filler(value: float) -> bool:
    if value < 1e8:
        return False
    digits = str(int(value))
    longest = max((len(list(run)) for digit, run in groupby(digits) if digit != "0"), default=0)
    return digits.startswith("123456789") or longest >= len(digits) - 2


def day(value: Any, last: str = LAST) -> str | None:
    """Read a real date between 2010 and the reference date, as YYYY-MM-DD; a time zone behind it is let pass."""
    said = text(value)[:10]
    try:
        found = date.fromisoformat(said).isoformat()
    except ValueError:
        return None
    return found if found == said and FIRST <= found <= last else None


def whole(value: Any, low: int, high: int) -> int | None:
    """Read a whole number between two bounds."""
    found = number(value)
    return int(found) if found is not None and found == int(found) and low <= found <= high else None


def yes(value: Any) -> bool | None:
    """Read a yes or a no; None when neither was said."""
    said = plain(str(value)) if value is not None else ""
    return True if said in _YES else False if said in _NO else None


def rate(value: Any) -> float | None:
    """Read an advance rate: between 0 and 1, per cents are divided; 0 is an unknown rate."""
    found = number(value)
    if found is None:
        return None
    found = found / 100 if 1 < found <= 100 else found
    return found if 0 < found <= 1 else None


def leaves(value: Any) -> Iterator[str]:
    """Give the texts at the end of an object, a list, or a text that holds several of them."""
    if isinstance(value, dict):
        for one in value.values():
            yield from leaves(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from leaves(one)
    elif value is not None:
        said = str(value).strip().strip("[]")
        yield from (part.strip(" '\"") for part in _SPLIT.split(said))


def unfolded(value: Any, wrapper: str) -> list[dict[str, Any]]:
    """Give the records of a list, whatever it was wrapped in: [{w: {}}], [{}], [{w: [{}]}], [[{}]], {w: {}}."""
    if isinstance(value, list):
        return [record for one in value for record in unfolded(one, wrapper)]
    if not isinstance(value, dict):
        return []
    if wrapper in value:
        return unfolded(value[wrapper], wrapper)
    return [value]
