"""What people type in the cells: amounts, months, durations, yes and no."""

from __future__ import annotations

import re

from game.core.months import NAMES, month, plain

_SCALES = {"": 1, "k": 1_000, "m": 1_000_000}
_AMOUNT = re.compile(r"(\d[\d.,']*)(k|m)?(?:€|e|eur|euros?)?(?:ht)?")
_GROUPED = re.compile(r"\d{1,3}(?:([.,'])\d{3})(?:\1\d{3})*")
_SHORT_MONTH = re.compile(r"([a-z]{3,9})[. -]*[-/ ] *(?:20)?(\d\d)")
_DURATION = re.compile(r"(\d+(?:[.,]\d+)?) *(ans?|annees?|years?|mois|months?|m)?")
_YES = frozenset(["oui", "o", "yes", "y", "x", "vrai", "true", "1", "obligatoire"])
_NO = frozenset(["non", "n", "no", "faux", "false", "0", "-"])


def euros(text: str) -> int | None:
    """Read an amount in euros: "2 900 000 €", "2,9 M€", "380 k€", "1.200.000,00"; None for what is none, or nothing."""
    bare = re.sub(r"\s", "", plain(text)).removeprefix("€")
    found = _AMOUNT.fullmatch(bare)
    if found is None:
        return None
    digits, scale = found[1], _SCALES[found[2] or ""]
    if _GROUPED.fullmatch(digits) and scale == 1:
        digits = re.sub(r"[.,']", "", digits)
    number = _decimal(digits)
    value = None if number is None else round(number * scale)
    return value if value and value <= 10**12 else None


def _decimal(digits: str) -> float | None:
    """Read figures whose last point or comma is the decimal one, the others parting thousands."""
    at = max(digits.rfind("."), digits.rfind(","))
    whole, part = (digits, "") if at < 0 else (digits[:at], digits[at + 1 :])
    if _GROUPED.fullmatch(whole):
        whole = re.sub(r"[.,']", "", whole)
    if not (whole + part).isascii() or not whole.isdigit() or (part and not part.isdigit()) or len(whole) > 13:
        return None
    return float(f"{whole}.{part or 0}")


def month_of(text: str) -> str | None:
    """Read a month: what `month` reads, and the short ones spreadsheets write ("avr-27", "sept. 2027")."""
    found = month(text)
    if found is not None:
        return found
    short = _SHORT_MONTH.fullmatch(plain(text))
    if short is None:
        return None
    meant = {n for n, names in enumerate(NAMES, 1) if any(name.startswith(short[1]) for name in names)}
    return f"20{short[2]}-{meant.pop():02}" if len(meant) == 1 else None


def months(text: str) -> int | None:
    """Read a duration in months: "18", "18 mois", "4 ans"; None for what is none, or not between 1 and 600."""
    found = _DURATION.fullmatch(plain(text))
    if found is None:
        return None
    count = float(found[1].replace(",", "."))
    years = (found[2] or "").startswith(("an", "y"))
    whole = count * 12 if years else count
    return int(whole) if whole == int(whole) and 1 <= whole <= 600 else None


def yes(text: str) -> bool | None:
    """Read a yes or a no, alone or opening a sentence ("non (avis facultatif)"); nothing is no; None for neither."""
    word = re.split(r"[ ,;:(]", plain(text), maxsplit=1)[0]
    if not word or word in _NO:
        return False
    return True if word in _YES else None
