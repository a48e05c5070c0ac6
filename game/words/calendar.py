"""Months, days and moments in words: « avril 2027 », « 1er décembre 2026 », « 1er décembre 2026 à 14 h 05 »."""

from __future__ import annotations

import re

from game.words.catalogue import speaker

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?")

_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ](\d\d):(\d\d)")


def month(value: str, lang: str) -> str:
    """Word a month written "2027-04"; anything else is given back as it is."""
    found = _MONTH.match(value)
    return speaker(lang).say("calendar.month", month=_name(found[2], lang), year=found[1]) if found else value


def day(value: str, lang: str) -> str:
    """Word a day written "2026-12-02" (a time may follow); a month is worded as a month, anything else given back."""
    found = _MONTH.match(value)
    if found is None or found[3] is None:
        return month(value, lang)
    key = "calendar.first" if found[3] == "01" else "calendar.day"
    return speaker(lang).say(key, day=int(found[3]), month=_name(found[2], lang), year=found[1])


def moment(value: str, lang: str) -> str:
    """Word a moment written "2026-12-02T14:05:09" (or with a space), to the minute; anything else as `day` does."""
    found = _TIME.match(value)
    told = day(value, lang)
    return speaker(lang).say("calendar.moment", day=told, hour=int(found[1]), minute=found[2]) if found else told


def _name(number: str, lang: str) -> str:
    return speaker(lang).say(f"calendar.month_{number}")
