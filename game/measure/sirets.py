"""The numbers of buyers and firms: a SIREN is nine digits, a SIRET fourteen, however a spreadsheet wrote them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from game.measure.clean import text

SIREN, SIRET = 9, 14
"""Digits."""
_NAME = re.compile(r"(?i)^\W*(?:n[°ºo.]?\s*)?(?:de\s+)?sire[tn]\W*(?:n[°º]\W*)?")
_APART = re.compile("[\\s.,'’‘`´\"_/=\\-\u00ad\u200b-\u200f\u2010-\u2015\u2060\ufeff]+")
_DECIMALS = re.compile(r"[.,]0{1,2}$")
_POWER = re.compile(r"([0-9])[.,]?([0-9]*)[eE]\+?([0-9]{1,2})")
CUT = "00000000"
"""What ends a SIRET whose digits a spreadsheet lost ("2,199E+13", formatted again as a number)."""


def number(value: Any) -> str | None:
    """Read a SIRET (14 digits) or a SIREN (9): "" when nothing was said, None when it cannot be read.

    What parts the digits is let pass (spaces of all widths, dots, dashes, quotes, the word before). The noughts a
    spreadsheet took off at the head are given back; the digits it lost at the end ("2,199E+13") are not made up.
    """
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return _read(text(value))


@lru_cache(maxsize=50_000)
def _read(said: str) -> str | None:
    if not said:
        return ""
    bare = _NAME.sub("", said).strip()
    power = _POWER.fullmatch("".join(bare.split()))
    digits = _spread(power) if power else _APART.sub("", _DECIMALS.sub("", bare))
    if not (digits.isascii() and digits.isdigit()) or not digits.strip("0"):
        return None
    return _whole(digits)


def _spread(power: re.Match[str]) -> str:
    """Give the digits of a number written with a power of ten, if none is missing."""
    return power[1] + power[2] if len(power[2]) == int(power[3]) else ""


def _whole(digits: str) -> str | None:
    """Give back the noughts at the head: one for sure, two when the key of control holds."""
    size = SIREN if len(digits) <= SIREN else SIRET
    full, lost = digits.zfill(size), size - len(digits)
    if lost < 0 or lost > 2 or (lost == 2 and not controlled(full)) or (size == SIRET and full.endswith(CUT)):
        return None
    return full


def controlled(digits: str) -> bool:
    """Tell whether the key of control (Luhn) of a number holds."""
    doubled = (int(sign) * (1 + place % 2) for place, sign in enumerate(reversed(digits)))
    return sum(one - 9 * (one > 9) for one in doubled) % 10 == 0


def siren(value: Any) -> str:
    """Give the nine digits of a number people typed; "" when they cannot be read."""
    return (number(value) or "")[:SIREN]


def holder(value: Any) -> str | None:
    """Read a firm's number: a SIRET made one, another country's as it is written; None for one a spreadsheet lost."""
    found = number(value)
    if found is not None:
        return found
    said = "".join(text(value).split())
    return None if isinstance(value, float) or _POWER.fullmatch(said) else said
