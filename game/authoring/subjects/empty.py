"""An empty sheet for the departments to fill in: the columns that the import reads, with words to choose from."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from game.authoring.subjects.headings import FIELDS, NEEDED
from game.core.cards import Deck
from game.core.scenario import Scenario
from game.tables.table import letters

Say = Callable[..., str]
FILLED = 200
"""Rows that are made up: drop-downs, borders."""
PROCEDURES = ("mapa", "open", "restricted", "negotiated", "framework", "reserved", "direct")
"""The usual ones; another may be typed (domain.md 0.3, CCP)."""
_ALWAYS = datetime(2000, 1, 1, tzinfo=UTC)
"""The date of creation: never today's, so that the same scenario gives the same bytes."""
_WIDTHS = {
    "title": 44, "family": 19, "place": 18, "amount": 13, "duration": 9, "procedure": 26, "cao": 7, "department": 28,
}  # fmt: skip
_INK, _NEED, _SAND, _LINE, _GREY = "#1B2230", "#B4560B", "#F1ECE1", "#B9B1A1", "#4A5263"


def delimited(say: Say) -> bytes:
    """Give the CSV: the line of headings, as a French spreadsheet opens it."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerow([say(f"subjects.column.{one}") for one in FIELDS])
    return out.getvalue().encode("utf-8-sig")


def workbook(deck: Deck, scenario: Scenario, lang: str, say: Say) -> bytes:
    """Give the XLSX: a sheet to fill in and, behind, the families, places and departments of a scenario."""
    import xlsxwriter

    out = BytesIO()
    safe = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, {"in_memory": True, **safe})
    town = scenario.town.say(lang)
    book.set_properties({"title": say("subjects.sheet.title", town=town), "created": _ALWAYS})
    sheet = book.add_worksheet(say("subjects.sheet.name"))
    _page(book, sheet, say, town)
    lists = _lists(deck, scenario, lang, say)
    _choices(sheet, say, lists)
    _behind(book, say, lists)
    book.close()
    return out.getvalue()


def _page(book: Any, sheet: Any, say: Say, town: str) -> None:
    """Write the title, what to do, the headings; make up the rows."""
    base = {"font_name": "Arial", "font_size": 10, "valign": "top"}
    cell = {**base, "border": 1, "border_color": _LINE, "text_wrap": True}
    head = {**cell, "bold": True, "font_color": "#FFFFFF", "valign": "vcenter"}
    sheet.write_string(0, 0, say("subjects.sheet.title", town=town), book.add_format({**base, "bold": True,
                       "font_size": 14}))  # fmt: skip
    hint = book.add_format({**base, "font_color": _GREY})
    sheet.write_string(1, 0, say("subjects.sheet.hint"), hint)
    needed, other = (book.add_format({**head, "bg_color": colour}) for colour in (_NEED, _INK))
    looks = {one: book.add_format({**cell, "num_format": _form(one)}) for one in FIELDS}
    for at, one in enumerate(FIELDS):
        sheet.write_string(2, at, say(f"subjects.column.{one}"), needed if one in NEEDED else other)
        sheet.set_column(at, at, _WIDTHS.get(one, 13))
        for row in range(3, 3 + FILLED):
            sheet.write_blank(row, at, None, looks[one])
    sheet.set_default_row(21)
    sheet.set_row(0, 24)
    sheet.set_row(2, 30)
    sheet.freeze_panes(3, 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(2)
    sheet.print_area(0, 0, 28, len(FIELDS) - 1)


def _form(field: str) -> str:
    """Give how a column's cells are written: months stay as they are typed."""
    return {"amount": "#,##0", "duration": "0"}.get(field, "@")


def _lists(deck: Deck, scenario: Scenario, lang: str, say: Say) -> dict[str, list[str]]:
    families = {family.id: family for family in deck.families}
    departments = [role.department.say(lang) for role in scenario.families]
    departments += [one.department.say(lang) for one in scenario.intentions if one.department]
    return {
        "family": [families[role.id].short.say(lang) for role in scenario.families if role.id in families],
        "place": [place.short.say(lang) for place in scenario.places if not place.decor],
        "procedure": [say(f"subjects.procedure.{one}") for one in PROCEDURES],
        "cao": [say("subjects.yes"), say("subjects.no")],
        "department": list(dict.fromkeys(departments)),
    }


def _choices(sheet: Any, say: Say, lists: dict[str, list[str]]) -> None:
    """Give each column its drop-down or its hint; what is no choice of the town is refused while it is typed."""
    for at, one in enumerate(FIELDS):
        rule: dict[str, Any] = {"validate": "any"}
        if one in lists:
            column = letters(list(lists).index(one))
            name = say("subjects.sheet.lists")
            rule = {"validate": "list", "source": f"='{name}'!${column}$1:${column}${len(lists[one])}"}
            rule["show_error"] = one in ("family", "place", "cao")
            rule |= {"error_title": say("subjects.sheet.wrong_title"), "error_message": say("subjects.sheet.wrong")}
        rule |= {"input_title": say(f"subjects.field.{one}")[:32], "input_message": say(f"subjects.hint.{one}")[:255]}
        sheet.data_validation(3, at, 2 + FILLED, at, rule)


def _behind(book: Any, say: Say, lists: dict[str, list[str]]) -> None:
    sheet = book.add_worksheet(say("subjects.sheet.lists"))
    sheet.hide()
    for at, words in enumerate(lists.values()):
        for row, word in enumerate(words):
            sheet.write_string(row, at, word)
