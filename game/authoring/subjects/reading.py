"""A filled sheet of intentions, row by row: the good ones are kept, the others are said by line and field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from game.authoring.listing import Index
from game.authoring.subjects import values
from game.authoring.subjects.headings import COLUMNS, LEAST, NEEDED, called
from game.content.files import read_bytes, shown
from game.content.problems import ContentError, Problem
from game.core.cards import Deck
from game.core.frozen import dataclass
from game.core.months import plain
from game.core.moves.share import PROCEDURE_LIMIT, TITLE_LIMIT, AddIntention
from game.core.scenario import Intention, Scenario
from game.core.text import Text
from game.tables.headings import Headed, seen
from game.tables.reading import read as read_table
from game.tables.table import Note, Unread

ROWS = 2_000
"""Intentions read of one file at most: a town has some dozens a year."""
FEW = 4
YEAR = 12
"""Months a purchase lasts when its row does not say."""
_Read = TypeVar("_Read")
_LIMITS = {"title": TITLE_LIMIT, "procedure": PROCEDURE_LIMIT, "department": TITLE_LIMIT}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A good row: ids, euros before VAT, months as YYYY-MM. `cao_note` is what was written besides yes or no."""

    line: int
    family: str
    place: str
    title: str
    amount: int
    launch: str
    award: str
    months: int
    procedure: str
    cao: bool
    cao_note: str
    department: str

    @property
    def command(self) -> AddIntention:
        """Give the gesture that adds it to a session."""
        return AddIntention(self.family, self.place, self.title, str(self.amount), self.launch, self.award,
                            self.months, self.procedure, self.cao, self.department)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a cell: the sentence is `subjects.fault.<code>`, or `problem.<code>` of a cell not read.

    Lines count from 1, as a spreadsheet's.
    """

    line: int
    field: str
    code: str
    facts: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a sheet proposes. `known`: lines that are there already; `undated`: rows without a duration.

    `strangers`: headings that are not read, each with the name of a column it is like; `notes`: how the file was read,
    and what in it was not; `slipped`: rows whose cells are not under their headings.
    """

    proposals: tuple[Proposal, ...]
    faults: tuple[Fault, ...]
    known: tuple[Fault, ...]
    strangers: tuple[tuple[str, str], ...]
    undated: int
    notes: tuple[Note, ...] = ()
    slipped: int = 0


def proposed(file: Path, deck: Deck, scenario: Scenario, known: Iterable[Intention], *, whole: bool) -> Proposed:
    """Read a CSV or a workbook. `whole`: rows must say all that a scenario needs: a place, an award.

    Raises TableError when the file is none of these, ContentError when it names no columns of ours.
    """
    book = read_table(read_bytes(file), shown(file), COLUMNS.field)
    found = COLUMNS.headed(book, LEAST)
    if found is None:
        raise _fault("subjects_no_headings", file, seen=seen(book))
    missing = [called(field) for field in NEEDED if field not in found.columns.places]
    if missing:
        raise _missing(file, missing, found, seen(book))
    return _Reader(deck, scenario, known, whole=whole).read(found, file)


def _missing(file: Path, missing: Sequence[str], found: Headed, headings: str) -> ContentError:
    """Say which columns are not there, which headings are, and which of these is like one."""
    like = ", ".join(f"{heading} → {near}" for heading, near in found.columns.strangers if near)
    code = "subjects_missing_near" if like else "subjects_missing"
    facts = {"fields": ", ".join(missing), "seen": headings} | ({"near": like} if like else {})
    return _fault(code, file, **facts)


def _fault(code: str, file: Path, **facts: object) -> ContentError:
    return ContentError((Problem(code, shown(file), 0, 0, tuple(facts.items())),))  # type: ignore[arg-type]


def _texts(*texts: Text) -> list[str]:
    return [said for text in texts for said in text.said if said]


class _Reader:
    def __init__(self, deck: Deck, scenario: Scenario, known: Iterable[Intention], *, whole: bool) -> None:
        families = {family.id: family for family in deck.families}
        here = [families[role.id] for role in scenario.families if role.id in families]
        self._shorts = [one.short.fr or one.short.en for one in here]
        self._families = Index((one.id, [one.id, one.letter, *_texts(one.name, one.short)]) for one in here)
        self._places = Index((one.id, [one.id, *_texts(one.name, one.short)]) for one in scenario.places)
        self._scenario, self._whole = scenario, whole
        self._there = {(plain(said), one.family, one.launch) for one in known for said in _texts(one.title)}
        self._cells: dict[str, str] = {}
        self._unread: Mapping[str, Unread] = {}
        self._line, self._undated = 0, 0
        self._faults: list[Fault] = []

    def read(self, table: Headed, file: Path) -> Proposed:
        """Read the rows under the headings."""
        rows = list(table.rows())
        if len(rows) > ROWS:
            raise _fault("subjects_many", file, limit=ROWS)
        kept, known = [], []
        for row in rows:
            self._line = row.at + 1
            self._cells = {field: _trimmed(cell) for field, cell in row.cells.items()}
            self._unread = row.unread
            one = self._proposal()
            mark = (plain(one.title), one.family, one.launch) if one is not None else None
            if one is None or mark is None:
                continue
            if mark in self._there:
                known.append(Fault(self._line, "title", "known", (("text", one.title),)))
                continue
            self._there.add(mark)
            self._undated += not self._cells.get("duration")
            kept.append(one)
        return Proposed(
            tuple(kept), tuple(self._faults), tuple(known), table.columns.strangers, self._undated, table.notes,
            len(table.slipped),
        )  # fmt: skip

    def _proposal(self) -> Proposal | None:
        before = len(self._faults)
        for field, one in self._unread.items():
            self._faults.append(Fault(self._line, field, one.code, (("shown", one.told),)))
        title, procedure, department = (self._text(field) for field in ("title", "procedure", "department"))
        family = self._family()
        place = self._place(family)
        amount = self._value("amount", values.euros, 0)
        launch, award = self._value("launch", values.month_of, ""), self._award()
        months = self._value("duration", values.months, 0) if self._cells.get("duration") else YEAR
        cao = self._value("cao", values.yes, False) if self._cells.get("cao") else False  # noqa: FBT003
        if award and launch and award < launch:
            self._wrong("award", "early", launch=self._cells["launch"])
        if len(self._faults) > before:
            return None
        said = self._cells.get("cao", "")
        note = said if len(said.split()) > 1 else ""
        return Proposal(self._line, family, place, title, amount, launch, award, months, procedure, cao, note,
                        department)  # fmt: skip

    def _wrong(self, field: str, code: str, **facts: str | int) -> None:
        if field in self._unread:  # said already, and not empty
            return
        self._faults.append(Fault(self._line, field, code, (("text", self._cells.get(field, "")), *facts.items())))

    def _text(self, field: str) -> str:
        found = self._cells.get(field, "")
        if not found and field == "title":
            self._wrong(field, "empty")
        if len(found) > _LIMITS[field]:
            self._wrong(field, "long", limit=_LIMITS[field], length=len(found))
        return found

    def _value(self, field: str, read: Callable[[str], _Read | None], instead: _Read) -> _Read:
        """Read a figure or a month; what is not there, or is none, is said."""
        text = self._cells.get(field, "")
        if not text:
            self._wrong(field, "empty")
            return instead
        found = read(text)
        if found is None:
            self._wrong(field, field)
        return instead if found is None else found

    def _award(self) -> str:
        if self._cells.get("award") or self._whole:
            return self._value("award", values.month_of, "")
        return ""

    def _family(self) -> str:
        if not self._cells.get("family"):
            return self._empty("family")
        return self._named("family", self._families, self._shorts)

    def _place(self, family: str) -> str:
        if not self._cells.get("place"):
            return self._empty("place") if self._whole else ""
        theirs = [one.short.fr or one.id for one in self._scenario.places if family in one.families and not one.decor]
        found = self._scenario.place(self._named("place", self._places, theirs))
        if found is None:
            return ""
        if found.decor:
            self._wrong("place", "decor")
        elif family and family not in found.families:
            self._wrong("place", "elsewhere", family=self._cells["family"])
        return found.id

    def _empty(self, field: str) -> str:
        self._wrong(field, "empty")
        return ""

    def _named(self, field: str, index: Index, known: Sequence[str]) -> str:
        """Give the id a cell names; what is near is proposed, else what is `known`."""
        word = self._cells[field]
        found = index.find(word)
        if len(found) == 1:
            return found[0]
        near = "" if found else index.near(word)[0]
        code = "several" if found else "near" if near else "unknown"
        self._wrong(field, code, near=near, known=", ".join(found[:FEW] or known[: 3 * FEW]))
        return ""


def _trimmed(cell: str) -> str:
    """Give a cell's words one space apart, without the signs nobody sees."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in cell).split())
