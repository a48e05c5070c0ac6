"""A table as it was read: its rows, the cells whose value is not there, and what was set aside."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field

from game.core.frozen import dataclass

DEEP = 20
"""Lines among which the headings are looked for: a title, a date, a blank line may stand above them."""
WIDE, LONG = 1_000, 200
"""Cells of a line, and signs of a cell, among which headings are looked for."""
Fact = str | int
_ERROR = re.compile(r"(?!#[0-9A-Fa-f]{6}\Z)#[A-ZÉÈÀ0-9/_ ]{1,20}[!?/A-Z]|#{3,}|(?:Err|Erreur) ?:5\d\d")
"""An error of a calculation as spreadsheets write it in any language (`#NOM?`, `#DIV/0!`, `#N/A`, `Err:502`), and the
hashes of a column too narrow, which a CSV keeps instead of the value; a colour is none (`#9A3CFF`)."""
_LOST = re.compile("\ufffd|Ã[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]|â€.|Å[“’]")
"""What an earlier program put in the place of a letter it could not read: `�`, `Ã©`, `â€™`."""
_WORN = re.compile(r"(?:^|\s)[^\s/?]*[a-zà-ÿ]\?[a-zà-ÿ]")
"""A question mark within a word, an address left out: `l?gumes`."""

_IN_FRENCH = {
    "#NAME?": "#NOM?", "#VALUE!": "#VALEUR!", "#NULL!": "#NUL!", "#NUM!": "#NOMBRE!", "#SPILL!": "#PROPAGATION!",
}  # fmt: skip
_HINTS = ("#", "\ufffd", "\0", "Err", "Ã", "â€", "Å")
"""What a text has that holds a cell of these."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something a reader of the file should know: the sentence is `tables.note.<code>`."""

    code: str
    facts: tuple[tuple[str, Fact], ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A cell that is not empty and whose value is not there.

    `why`: error (a calculation that failed), formula (one without its result), accents (letters lost), sign (a NUL),
    long (more than a cell may hold), date (none of the calendar), merged (covered by the cell `shown`). `shown` is what
    it shows.
    """

    why: str
    shown: str = ""

    @property
    def code(self) -> str:
        """Give the key of its sentence."""
        return f"unread_{self.why}"

    @property
    def told(self) -> str:
        """Give what it shows as its author may have seen it: a workbook holds in English what French offices show."""
        french = _IN_FRENCH.get(self.shown, "") if self.why == "error" else ""
        return f"{french} ({self.shown})" if french else self.shown


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of texts, empty cells being empty texts; rows and columns count from 0.

    `name`: the sheet, or the file when `file`. `unread`: the cells that hold something that could not be read, by row
    and column: their text is empty, and they are not empty. `hidden`: a sheet its author has put away.
    """

    name: str
    rows: Sequence[Sequence[str]]
    unread: Mapping[tuple[int, int], Unread] = field(default_factory=dict)
    file: bool = False
    hidden: bool = False

    def headings(self, named: Callable[[str], str], least: int = 1) -> int | None:
        """Find the line of the headings: the first of those that name most columns, `least` at the least.

        `named` gives the column a heading stands for, nothing for one that is not ours.
        """
        counts = [len(columns_named(row, named)) for row in self.rows[:DEEP]]
        most = max(counts, default=0)
        return counts.index(most) if most >= least else None

    def overlong(self, heading: int) -> frozenset[int]:
        """Give the rows under the headings of a CSV that have more cells than headings: their cells have slipped."""
        width = len(self.rows[heading])
        rows = enumerate(self.rows[heading + 1 :], heading + 1)
        return frozenset(at for at, row in rows if len(row) > width and any(cell.strip() for cell in row[width:]))

    def unnamed(self, heading: int) -> tuple[int, ...]:
        """Give the columns that hold something under no heading; what goes beyond a CSV's has slipped there."""
        named = {at for at, cell in enumerate(self.rows[heading]) if cell.strip()}
        held = {at for row in self.rows[heading + 1 :] for at, cell in enumerate(row) if cell and not cell.isspace()}
        return tuple(sorted(at for at in held - named if not self.file or at < len(self.rows[heading])))

    def filled(self, row: int) -> bool:
        """Tell whether a row holds anything of its own, read or not."""
        cells = self.rows[row]
        if any(cell and not cell.isspace() for cell in cells):
            return True
        here = (self.unread.get((row, at)) for at in range(len(cells))) if self.unread else ()
        return any(one is not None and one.why != "merged" for one in here)


@dataclass(frozen=True, slots=True)
class Book:
    """A file: its tables in its order, and what is to be said of how it was read."""

    tables: tuple[Table, ...]
    notes: tuple[Note, ...] = ()

    @property
    def shown(self) -> tuple[Table, ...]:
        """Give the tables that its author sees."""
        return tuple(one for one in self.tables if not one.hidden)


def columns_named(row: Sequence[str], named: Callable[[str], str]) -> set[str]:
    """Give the columns that a line names, if it is one of headings."""
    return {one for cell in row[:WIDE] if 0 < len(cell) <= LONG and (one := named(cell.strip()))}


def unreadable(text: str) -> Unread | None:
    """Tell what is wrong with the text of a cell that stands for a value it does not have; None for any other."""
    if _LOST.search(text) or ("?" in text and _WORN.search(text)):
        return Unread("accents", text)
    if "\0" in text:
        return Unread("sign", text.replace("\0", ""))
    return Unread("error", text.strip()) if _ERROR.fullmatch(text.strip()) else None


def suspect(text: str) -> bool:
    """Tell whether a whole text may hold a cell that is `unreadable`: most do not, and need no second look."""
    return any(hint in text for hint in _HINTS) or _asked(text)


def _asked(text: str) -> bool:
    """Tell whether a question mark stands between two letters; few do, and each is looked up at once."""
    at = text.find("?")
    while at >= 0:
        if text[at - 1 : at].isalpha() and text[at + 1 : at + 2].isalpha():
            return True
        at = text.find("?", at + 1)
    return False


def letters(column: int) -> str:
    """Name a column, counted from 0, as spreadsheets do: A, B, … Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name
