"""A deck as a workbook: a sheet a kind, a row a card, drop-downs, and a hidden memory of what the deck said."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from math import ceil
from typing import Any

from game.authoring.sheet.columns import DECK, NUMBERS, PAIRS, SHEETS, Column, columns, listed, shape
from game.authoring.sheet.grid import COUNTER, HEAD
from game.authoring.sheet.lists import Lists
from game.authoring.sheet.memory import MARK, MEMORY
from game.authoring.sheet.showing import Showing
from game.authoring.sheet.table import Row, Table, tables
from game.content.problems import ContentError, Problem
from game.content.spans import spots
from game.core.cards import Deck
from game.tables.table import letters

Say = Callable[..., str]
LONGEST = 32_767
"""Signs a cell holds: the format's own limit."""
SPARE = 100
"""Rows under the last card that have drop-downs and counters too."""
FIRST = 2
"""The row of the first card: names and headings stand above."""
_ALWAYS = datetime(2000, 1, 1, tzinfo=UTC)
"""The date of creation: never today's, so that the same deck gives the same bytes."""
_INK, _GREY, _SAND, _LINE, _RED = "#1B2230", "#6B6B6B", "#F1ECE1", "#B9B1A1", "#B00020"
_LINE_PT, _PAD_PT, _MOST_PT = 13.5, 6.0, 409.0
_WIDE, _MIDDLE, _NARROW = 42, 26, 13
_TEXTS = ("text", "action", "question", "why", "reconcile", "effect", "cao", "note", "legal.plain", "legal.text",
          "source")  # fmt: skip


def content(data: bytes, deck: Deck, spoken: tuple[str, ...], say: Say, file: str) -> bytes:
    """Give the workbook of a sound deck's own text, with a column for each language `spoken` in it.

    Raises ContentError when a text does not fit in a cell.
    """
    import xlsxwriter

    text = data.decode("utf-8-sig")
    found = tables(text)
    _fit(found, file)
    out = BytesIO()
    safe = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, {"in_memory": True, **safe})
    book.set_properties({"title": say("sheet.title"), "comments": say("sheet.about"), "created": _ALWAYS})
    showing = Showing(deck, say)
    lists = Lists(say("sheet.lists"), showing)
    pages = [_Page(book, say, (lists, showing), found[kind], spoken) for kind in SHEETS]
    for page in pages:
        page.fill()
    lists.write(book)
    _remember(book, text, data, found)
    book.close()
    return out.getvalue()


def ranks(table: Table) -> Mapping[str, int]:
    """Give the room for things of a list: one more than the fullest card has."""
    return {path: count + 1 for path, count in table.ranks.items()}


def kind_columns(table: Table, spoken: tuple[str, ...]) -> tuple[Column, ...]:
    """List the columns of a kind's sheet, the id apart."""
    return tuple(one for one in columns(shape(table.kind), spoken, ranks(table)) if one.key != HEAD)


def digest(data: bytes) -> str:
    """Give the print of a deck's text."""
    return sha256(data).hexdigest()


def _fit(found: Mapping[str, Table], file: str) -> None:
    for table in found.values():
        for row in table.rows:
            for key, text in row.cells.items():
                if len(text) > LONGEST:
                    facts = (("card", row.id), ("key", key), ("limit", LONGEST))
                    raise ContentError((Problem("sheet_cell_long", file, 0, 0, facts),))


class _Page:
    """One sheet."""

    def __init__(
        self, book: Any, say: Say, words: tuple[Lists, Showing], table: Table, spoken: tuple[str, ...]
    ) -> None:
        self._say, self._table = say, table
        self._lists, self._showing = words
        self._sheet = book.add_worksheet(say(f"sheet.kind.{table.kind}"))
        self._columns: list[Column | str] = [HEAD]
        for one in kind_columns(table, spoken):
            self._columns.append(one)
            if one.field.limit:
                self._columns.append(one.key)
        self._last = FIRST + len(table.rows) + (0 if table.kind == DECK else SPARE) - 1
        self._folded = _rare(table, self._columns)
        base = {"font_name": "Arial", "font_size": 10, "valign": "top", "border": 1, "border_color": _LINE}
        self._looks = {
            "name": book.add_format(
                {**base, "bold": True, "font_color": "#FFFFFF", "bg_color": _INK, "text_wrap": True}
            ),
            "head": book.add_format({**base, "font_size": 8, "font_color": _GREY, "bg_color": _SAND}),
            "id": book.add_format({**base, "font_color": _GREY, "bg_color": "#E7E6E6", "num_format": "@"}),
            "text": book.add_format({**base, "text_wrap": True, "num_format": "@"}),
            "number": book.add_format({**base, "align": "center"}),
            "left": book.add_format({**base, "font_color": _GREY, "align": "center", "bg_color": "#F7F7F7"}),
            "over": book.add_format({"font_color": "#FFFFFF", "bg_color": _RED, "bold": True}),
        }

    def fill(self) -> None:
        """Write headings, cards, counters and drop-downs."""
        self._frame()
        for at, one in enumerate(self._columns):
            self._head(at, one)
            if isinstance(one, str):
                if one != HEAD:
                    self._counter(at)
            else:
                self._choices(at, one)
        for n, row in enumerate(self._table.rows):
            self._card(FIRST + n, row)

    def _frame(self) -> None:
        sheet, end = self._sheet, len(self._columns) - 1
        sheet.freeze_panes(FIRST, 1)
        sheet.autofilter(FIRST - 1, 0, self._last, end)
        sheet.set_row(0, 30)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.outline_settings(symbols_right=False)
        hint = {
            "validate": "any",
            "input_title": self._say("sheet.id_title"),
            "input_message": self._say("sheet.id_hint"),
        }
        sheet.data_validation(FIRST, 0, self._last, 0, hint)
        sheet.ignore_errors({"number_stored_as_text": f"A{FIRST + 1}:{letters(end)}{self._last + 1}"})
        sheet.repeat_rows(0, FIRST - 1)
        sheet.repeat_columns(0)

    def _head(self, at: int, one: Column | str) -> None:
        """Write a column's name in the reader's words, and under it the deck's own."""
        if isinstance(one, Column):
            name, heading = self._name(one), one.key
        elif one == HEAD:
            name, heading = self._say("sheet.id"), HEAD
        else:
            name, heading = self._say("sheet.left"), f"{COUNTER}{one}"
        self._sheet.write_string(0, at, name, self._looks["name"])
        self._sheet.write_string(FIRST - 1, at, heading, self._looks["head"])
        key = one.key if isinstance(one, Column) else one
        fold = {"level": 1, "hidden": True} if key in self._folded else {}
        self._sheet.set_column(at, at, self._width(one), self._looks[_look(one)], fold)

    def _name(self, one: Column) -> str:
        ranked = [part for part in one.key.split(".") if part.isdigit()]
        key = f"sheet.field.{one.name}"
        name = self._say(key) if self._say(key) != key else one.name
        return " ".join([name, *ranked, *([f"[{one.lang}]"] if one.lang else [])])

    def _width(self, one: Column | str) -> float:
        if isinstance(one, str):
            return _MIDDLE if one == HEAD else 7
        if one.field.kind == "words":
            return _WIDE if one.name in _TEXTS or one.name.endswith(".source") else _MIDDLE
        return _MIDDLE if listed(one.field) else _NARROW

    def _counter(self, at: int) -> None:
        """Count down the signs left for the column before, in every row, as it is typed."""
        before = self._columns[at - 1]
        assert isinstance(before, Column)
        limit, name = before.field.limit, letters(at - 1)
        for row in range(FIRST, self._last + 1):
            card = self._table.rows[row - FIRST] if row - FIRST < len(self._table.rows) else None
            left = limit - len(card.cells.get(before.key, "")) if card else ""
            formula = f'=IF({name}{row + 1}="","",{limit}-LEN({name}{row + 1}))'
            self._sheet.write_formula(row, at, formula, self._looks["left"], left)
        rule = {"type": "formula", "criteria": f"=LEN(${name}{FIRST + 1})>{limit}", "format": self._looks["over"]}
        self._sheet.conditional_format(FIRST, at - 1, self._last, at, rule)

    def _choices(self, at: int, one: Column) -> None:
        rule = self._lists.rule(one)
        if rule is None:
            return
        title = self._say("sheet.choice_title")
        told: dict[str, object] = {"error_title": title, "error_message": self._say("sheet.choice_wrong")}
        if not rule.pop("strict"):
            told = {"show_error": False}
        self._sheet.data_validation(FIRST, at, self._last, at, {**rule, **told})

    def _card(self, at: int, row: Row) -> None:
        shown = row.id if self._table.kind in PAIRS else row.cells.get(HEAD, row.id)
        self._sheet.write_string(at, 0, shown, self._looks["id"])
        tallest = 1
        for n, one in enumerate(self._columns):
            if isinstance(one, Column):
                text = self._showing.cell(one.field, row.cells.get(one.key, ""))
                tallest = max(tallest, _lines(text, self._width(one)))
                self._cell(at, n, one, text)
        self._sheet.set_row(at, min(_MOST_PT, tallest * _LINE_PT + _PAD_PT))

    def _cell(self, at: int, n: int, one: Column, text: str) -> None:
        look = self._looks[_look(one)]
        if not text:
            self._sheet.write_blank(at, n, None, look)
        elif one.field.kind in NUMBERS and _counts(text):
            self._sheet.write_number(at, n, float(text), look)
        else:
            self._sheet.write_string(at, n, text, look)


def _rare(table: Table, columns: Sequence[Column | str]) -> set[str]:
    """Give the columns that no card fills and no card needs: they are folded, a press opens them."""
    needed = {name for name, field in shape(table.kind).fields.items() if field.required}
    used = {key for row in table.rows for key in row.cells}
    keys = [one.key for one in columns if isinstance(one, Column)]
    return {key for key in keys if key not in used and re.split(r"[. ]", key)[0] not in needed}


def _look(one: Column | str) -> str:
    if isinstance(one, str):
        return "id" if one == HEAD else "left"
    return "number" if one.field.kind in NUMBERS else "text"


def _counts(text: str) -> bool:
    """Tell whether a spreadsheet gives this number back as it is written."""
    try:
        return len(text) < 15 and float(text) == float(f"{float(text):.14g}")
    except ValueError:
        return False


def _lines(text: str, width: float) -> int:
    return sum(max(1, ceil(len(line) * 1.1 / width)) for line in text.split("\n"))


def _remember(book: Any, text: str, data: bytes, found: Mapping[str, Table]) -> None:
    """Keep, unseen, which deck this was and what each cell said: the import tells by it who changed what."""
    root, sheet = spots(text), book.add_worksheet(MEMORY)
    head = [one.value if (one := root.get(key)) is not None else "" for key in ("id", "version")]
    sheet.very_hidden()
    sheet.write_string(0, 0, MARK)
    for n, value in enumerate((*head, digest(data))):
        sheet.write_string(1, n, value)
    rows = [(kind, row) for kind, table in found.items() for row in table.rows]
    for at, (kind, row) in enumerate(rows, 2):
        said = (part for pair in row.cells.items() for part in pair)
        for n, value in enumerate((kind, row.id, *said)):
            sheet.write_string(at, n, value)
