"""Numbers of a workbook as their cells show them: dates, hours and per cents are numbers with a format."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

_BUILT_IN = {9: "0%", 10: "0.00%", 14: "yyyy-mm-dd", 22: "yyyy-mm-dd hh:mm"}
_BUILT_IN |= dict.fromkeys((15, 16, 17, *range(27, 32), 34, 35, 36, *range(50, 59)), "yyyy-mm-dd")
_BUILT_IN |= dict.fromkeys((18, 19, 20, 21, 32, 33, 45, 46, 47), "hh:mm:ss")
"""Formats that files name by number (ECMA-376 18.8.30), as far as they are no plain number."""
_SAID = re.compile(r'"[^"]*"|\\.|[_*].|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)
"""What a format says besides: texts, fillings, colours, conditions, languages."""
_LAST = 2_958_465
"""The serial of 31 December 9999."""
_DAY = 86_400


class Impossible(ValueError):  # noqa: N818  becomes an unread cell
    """A number its format makes no date of."""


@lru_cache(maxsize=2_000)
def kind(number: int, code: str) -> str:
    """Tell what a format shows: date, time, percent, or nothing for a number as it is."""
    bare = _SAID.sub("", (code or _BUILT_IN.get(number, "")).partition(";")[0]).lower()
    if "general" in bare:
        return ""
    bare = bare.replace("am/pm", "").replace("a/p", "")
    if any(sign in bare for sign in "yd"):
        return "date"
    if any(sign in bare for sign in "hs]"):
        return "time"
    if "m" in bare:
        return "date"
    return "percent" if "%" in bare else ""


def shown(value: float, what: str, *, since_1904: bool = False) -> str:
    """Give a number as text: a day as YYYY-MM-DD, an hour as HH:MM:SS, 0.3 in per cents as 30%. Raises Impossible."""
    if what == "percent":
        return f"{value * 100:.12g}%"
    if not what:
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if not 0 <= value <= _LAST:
        raise Impossible
    days, rest = divmod(round(value * _DAY), _DAY)
    if what == "time" or not days:
        return _hours(days * _DAY + rest)
    day = (date(1904, 1, 1) + timedelta(days) if since_1904 else _day_of_1900(days)).isoformat()
    return f"{day}T{_hours(rest)}" if rest else day


def _hours(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _day_of_1900(days: int) -> date:
    """Give a day of the calendar that has a 29 February 1900, which never was: serial 60."""
    if days == 60:
        raise Impossible
    return date(1899, 12, 31 if days < 60 else 30) + timedelta(days)
