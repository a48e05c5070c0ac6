"""Departments by their INSEE code, however a spreadsheet wrote it: 9 is 09, 2a is 2A, 971 stays 971."""

from __future__ import annotations

import re
from typing import Any

from game.measure.clean import text

METROPOLE = frozenset([*(f"{code:02}" for code in range(1, 96) if code != 20), "2A", "2B"])
_BESIDE = re.compile(r"[^0-9(]*\(([0-9AB]+)\)|([0-9AB]+) ?[-–:,] ?[^0-9]+")
"""A code with the name beside it: « Haute-Garonne (31) », « 31 - Haute-Garonne »."""
OVERSEAS = frozenset(["971", "972", "973", "974", "975", "976", "977", "978", "984", "986", "987", "988"])
CODES = METROPOLE | OVERSEAS


def code(value: Any) -> str | None:
    """Read a department: "" when nothing was said, None for what is none (99, a postcode, a name alone)."""
    said = text(value).strip("'\" ").upper()
    if not said:
        return ""
    beside = _BESIDE.fullmatch(said)
    said = (beside[1] or beside[2]) if beside else said
    found = said.removesuffix(".0").removesuffix(",0").zfill(2)
    found = found[1:] if len(found) == 3 and found[0] == "0" else found
    return found if found in CODES else None
