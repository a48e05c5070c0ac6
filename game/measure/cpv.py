"""CPV codes (Common Procurement Vocabulary, regulation (EC) 213/2008) and the families a town makes of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from game.core.errors import MeasureError
from game.core.scenario import Scenario
from game.measure.clean import text
from game.places import shelves

OTHERS, NONE = "autres", "non_classe"
"""Families of a code that no prefix covers, and of a contract without a code."""
FILE = "measure/cpv-03-09.txt"


@cache
def _opening_with_zero() -> frozenset[str]:
    """Give the codes of the two divisions whose leading zero spreadsheets eat."""
    lines = (shelves.assets() / FILE).read_text(encoding="ascii").splitlines()
    return frozenset(code for line in lines if not line.startswith("#") for code in line.split())


def code(value: Any) -> str | None:
    """Read a CPV code as eight digits: check digit dropped, lost zeros given back."""
    digits = "".join(sign for sign in text(value).partition("-")[0] if sign.isdigit())
    if len(digits) < 2:
        return None
    if len(digits) == 7:
        return f"0{digits}" if f"0{digits}" in _opening_with_zero() else f"{digits}0"
    return digits.ljust(8, "0")[:8]


@dataclass(frozen=True)
class Families:
    """A table of CPV prefixes: the longest one wins."""

    prefixes: Mapping[str, str]

    def of(self, found: str | None) -> str:
        """Give the family of a code."""
        if found is None:
            return NONE
        cuts = (found[:length] for length in range(len(found), 0, -1))
        return next((self.prefixes[cut] for cut in cuts if cut in self.prefixes), OTHERS)


def of_scenario(scenario: Scenario) -> Families:
    """Make the table of a scenario: its families' codes, their closing zeros being open."""
    return Families({cpv.code.rstrip("0") or cpv.code: role.id for role in scenario.families for cpv in role.cpv})


def of_csv(data: bytes, file: str) -> Families:
    """Read a table `prefixe;famille`. Raises MeasureError families_unreadable when it has no such columns."""
    try:
        rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    except (UnicodeDecodeError, csv.Error):
        rows = []
    found = dict(_pairs(rows))
    if not found:
        raise MeasureError("families_unreadable", path=file)
    return Families(found)


def _pairs(rows: Iterable[Mapping[str, str | None]]) -> Iterable[tuple[str, str]]:
    for row in rows:
        prefix, family = (row.get("prefixe") or "").strip(), (row.get("famille") or "").strip()
        if prefix.isdigit() and family:
            yield prefix, family
