"""CPV codes (Common Procurement Vocabulary, regulation (EC) 213/2008) and the families a town makes of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from game.core.errors import MeasureError
from game.core.scenario import Scenario
from game.measure.clean import text
from game.places import shelves
from game.tables.headings import Words, seen
from game.tables.reading import read as table_of
from game.tables.table import Note

OTHERS, NONE = "autres", "non_classe"
"""Families of a code that no prefix covers, and of a contract without a code."""
FILE = "measure/cpv-03-09.txt"
COLUMNS = Words(
    {
        "prefix": "prefixe prefixes prefix cpv code code-cpv prefixe-cpv cpv-prefix cpv-code",
        "family": "famille family familles families famille-achat famille-d-achat famille-achats purchase-family",
    },
    frozenset(["de", "du", "d", "des", "liste", "list"]),
)
"""What the columns of a table of families are called."""


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
    notes: tuple[Note, ...] = ()
    """What is to be said of how the table was read."""

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
    """Read a table of prefixes and families, a CSV or a workbook.

    Raises MeasureError families_unreadable (seen) when it has no such columns, TableError when it cannot be read.
    """
    book = table_of(data, file, COLUMNS.field)
    found = COLUMNS.headed(book, len(COLUMNS.names))
    if found is None:
        raise MeasureError("families_unreadable", path=file, seen=seen(book))
    prefixes: dict[str, str] = {}
    bad = 0
    for row in found.rows():
        prefix, family = ("".join(row.cells.get(name, "").split()) for name in ("prefix", "family"))
        if prefix.isdigit() and family and not row.unread:
            prefixes[prefix] = row.cells["family"].strip()
        else:
            bad += 1
    if not prefixes:
        raise MeasureError("families_unreadable", path=file, seen=seen(book))
    told = (Note("rows_aside", (("n", bad),)),) if bad else ()
    return Families(prefixes, (*found.notes, *told))
