"""Months and numbers as people type them: "2027-04", "avril 2027", "04/2027"; "2,5", "−40 %"."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

NAMES = (
    ("janvier", "january"), ("fevrier", "february"), ("mars", "march"), ("avril", "april"), ("mai", "may"),
    ("juin", "june"), ("juillet", "july"), ("aout", "august"), ("septembre", "september"),
    ("octobre", "october"), ("novembre", "november"), ("decembre", "december"),
)  # fmt: skip
_ISO = re.compile(r"\b(20\d\d)-(0?[1-9]|1[0-2])\b")
_SLASH = re.compile(r"\b(0?[1-9]|1[0-2])[/.-](20\d\d)\b")
_YEAR = re.compile(r"\b20\d\d\b")
_DAY = re.compile(r"\b(20\d\d)-(\d\d?)-(\d\d?)\b")
_DAY_FIRST = re.compile(r"\b(\d\d?)[/.-](\d\d?)[/.-](20\d\d)\b")
_DAY_WORDS = re.compile(r"^\s*(\d\d?)(?:er|st|nd|rd|th)?\s+\D")
LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_NUMBER = re.compile(r"[-−+]?\d[\d\s\u00a0\u202f]*(?:[.,]\d+)?")

DIGITS = 15
"""Signs of the longest number: what a float holds exactly, and more than any town counts."""


@lru_cache(4096)
def plain(text: str) -> str:
    """Give a text in lower case without accents, words one space apart: what is compared."""
    spread = unicodedata.normalize("NFKD", text.lower().replace("’", "'"))
    return " ".join("".join(sign for sign in spread if not unicodedata.combining(sign)).split())


def month(text: str) -> str | None:
    """Find a month and its year in a text, as YYYY-MM."""
    if found := _ISO.search(text):
        return f"{found[1]}-{int(found[2]):02}"
    if found := _SLASH.search(text):
        return f"{found[2]}-{int(found[1]):02}"
    year, words = _YEAR.search(text), plain(text).split()
    for number, names in enumerate(NAMES, 1):
        if year and any(name in words for name in names):
            return f"{year[0]}-{number:02}"
    return None


def day(text: str) -> str | None:
    """Find a day in a text, as YYYY-MM-DD, or at least a month, as YYYY-MM; None for a day that does not exist."""
    if found := _DAY.search(text):
        return _day(found[1], found[2], found[3])
    if found := _DAY_FIRST.search(text):
        return _day(found[3], found[2], found[1])
    known, words = month(text), _DAY_WORDS.match(text)
    if known is not None and words is not None:
        return _day(known[:4], known[5:], words[1])
    return known


def _day(year: str, month: str, day: str) -> str | None:
    """Give a day, if the calendar has it."""
    y, m, d = int(year), int(month), int(day)
    if not 1 <= m <= 12 or not 1 <= d <= LENGTHS[m - 1]:
        return None
    leap = y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)
    return f"{y:04}-{m:02}-{d:02}" if leap or (m, d) != (2, 29) else None


def later(date: str, months: int) -> str:
    """Give the month (YYYY-MM) that comes `months` after a date (YYYY-MM or YYYY-MM-DD)."""
    count = int(date[:4]) * 12 + int(date[5:7]) - 1 + months
    return f"{count // 12:04}-{count % 12 + 1:02}"


def quarter(date: str) -> str:
    """Give the quarter of a date as the town writes it: 2026-T4."""
    return f"{date[:4]}-T{(int(date[5:7]) + 2) // 3}"


def number(text: str) -> float | None:
    """Find the number a text opens with, French or English signs; None if it opens with anything else."""
    found = _NUMBER.match(text.strip())
    if found is None:
        return None
    digits = re.sub(r"[\s\u00a0\u202f]", "", found[0]).replace(",", ".").replace("−", "-")
    return float(digits) if len(digits) <= DIGITS else None


def written(value: float) -> str:
    """Write a number as it is stored: no needless decimals."""
    return str(int(value)) if value == int(value) else repr(value)
