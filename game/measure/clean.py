"""One value at a time: what a published field says, or None when it says nothing or cannot be read.

`written` tells the two apart: a field that says something and was not understood is unreadable, never empty.
Every rule is that of the definitions the project publishes with its figures (decp.md 2 and 4). Nothing here fails.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import groupby
from math import isfinite
from typing import Any

FIRST = "2010-01-01"
"""A date before is a typing error; so is one after the day of the reading, which the caller gives."""
EMPTY = frozenset(["", "nc", "mq", "mq nc", "cdl", "nan", "<na>", "none", "null"])
_YES, _NO = frozenset(["true", "1", "1.0", "oui", "vrai"]), frozenset(["false", "0", "0.0", "non", "faux"])
_SPACES = re.compile(r"\s+")
_SPLIT = re.compile(r"\s*[,;|]\s*")
LIGATURE = chr(0x153)
"""The French oe in one sign, which accents' decomposition leaves whole."""
MOST = 3_000_000_000
"""Euros: a published amount above is refused by the ministry (decp.md 2)."""
LONGEST = 40
"""Signs of a value shown as an example."""


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
    if said.lower() in EMPTY or said.upper().startswith("INX"):
        return ""
    return said


def written(value: Any) -> str:
    """Give what a field says, to be shown if it cannot be read; "" when it says nothing."""
    said = str(value) if isinstance(value, dict | list) and value else text(value)
    return said[:LONGEST]


_PLAIN = re.compile(r"[+-]?\d+(?:[.,]\d*)?(?:[eE][+-]?\d{1,3})?|[+-]?[.,]\d+")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:(?:\.\d{3})+,\d*|(?:,\d{3})+\.\d*|(?:\.\d{3}){2,}|(?:,\d{3}){2,})")
_MONEY = re.compile(r"(?i)[\s'’\u200b]|€|eur(?:os?)?\b|h\.?t\.?$")
_EITHER = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")
"""Twenty-five, or twenty-five thousand: nobody can tell which was meant."""


def number(value: Any) -> float | None:
    """Read a number, or a text that holds one.

    Spaces, apostrophes, €, HT, a decimal comma or point are let pass, and thousands grouped by the other one.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return float(value) if _finite(value) else None
    said = _MONEY.sub("", text(value))
    if _GROUPED.fullmatch(said):
        point = max(said.rfind("."), said.rfind(","))
        decimal = said[point] if said.count(said[point]) == 1 else ""
        said = "".join(sign if sign != decimal else "." for sign in said if sign == decimal or sign not in ".,")
    elif not _PLAIN.fullmatch(said):
        return None
    found = float(said.replace(",", "."))
    return found if isfinite(found) else None


def _finite(value: float) -> bool:
    try:
        return isfinite(value)
    except OverflowError:
        return False


def money(value: Any) -> float | None:
    """Read a number of euros, however large or small; None too when its comma may be one of thousands."""
    return None if isinstance(value, str) and _EITHER.fullmatch(_MONEY.sub("", value)) else number(value)


def amount(value: Any) -> float | None:
    """Read an amount in euros before VAT: 1 € to 3 billion, and not a filler such as 999999999 or 123456789."""
    found = money(value)
    if found is None or not 1 <= found <= MOST or _filler(found):
        return None
    return found


def _filler(value: float) -> bool:
    if value < 1e8:
        return False
    digits = str(int(value))
    longest = max((len(list(run)) for digit, run in groupby(digits) if digit != "0"), default=0)
    return digits.startswith("123456789") or longest >= len(digits) - 2


_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d\d)(?:\D.*)?")
_YEAR_FIRST = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:\D.*)?")
_RUN = re.compile(r"(\d{4})(\d\d)(\d\d)(?:\.0)?")
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?")
_ORIGIN = date(1899, 12, 30)
"""Day 0 of a spreadsheet."""


@lru_cache(maxsize=20_000)
def _calendar(said: str) -> str | None:
    """Read a date as towns write it: 15/03/2025, 2025/3/15, 20250315, a spreadsheet's 45731; an hour is let pass."""
    if serial := _SERIAL.fullmatch(said):
        return (_ORIGIN + timedelta(int(serial[1]))).isoformat()
    order = (1, 2, 3)
    found = _YEAR_FIRST.fullmatch(said) or _RUN.fullmatch(said)
    if found is None:
        found, order = _DAY_FIRST.fullmatch(said), (3, 2, 1)
    if found is None:
        return None
    year, month, of_month = (int(found[place]) for place in order)
    try:
        return date(year if year > 99 else 2000 + year, month, of_month).isoformat()
    except ValueError:
        return None


def dated(value: Any) -> str | None:
    """Read a real date, however early or late, as YYYY-MM-DD; the hour and the time zone behind it are let pass."""
    said = text(value)
    iso = said[:10]
    try:
        if date.fromisoformat(iso).isoformat() == iso:
            return iso
    except ValueError:
        pass
    return _calendar(said)


def day(value: Any, last: str) -> str | None:
    """Read a real date from 2010 to the day `last` (YYYY-MM-DD, that of the reading) as YYYY-MM-DD."""
    found = dated(value)
    return found if found is not None and FIRST <= found <= last else None


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
    found = number(value.replace("%", "") if isinstance(value, str) else value)
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
