"""The workbook into which a session played on paper is copied: a sheet a kind, with the town's words to choose from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from game.authoring.onpaper.columns import CARDS, KINDS, OBJECTIVES, SEAT, SESSION, TENSIONS, VOTES
from game.core.agenda import Limits
from game.core.cards import Deck
from game.core.frozen import dataclass
from game.core.scenario import Scenario
from game.tables.table import letters

Say = Callable[..., str]
HEAD = 3
"""Rows above the first one to fill: what the sheet is for, how it is filled, the headings."""
SPARE = 20
"""Rows of a sheet that has no number of its own."""
_ALWAYS = datetime(2000, 1, 1, tzinfo=UTC)
_INK, _SAND, _LINE, _GREY = "#1B2230", "#F1ECE1", "#B9B1A1", "#4A5263"
WRITTEN = ("issue", "title", "indicator", "unit", "source", "baseline", "baseline_date", "target", "deadline", "deputy",
           "department", "means", "adopted")  # fmt: skip
"""Columns of the objectives' sheet; the others of an objective are read too, in YAML or added by hand."""
_WIDE = {"title": 40, "indicator": 32, "sentence": 60, "load": 50, "note": 60, "issue": 30, "deputy": 28, "source": 28,
         "department": 28, "means": 40, "card_1": 30, "card_2": 30, "event": 30}  # fmt: skip
_CHOICES = {"issue": "issue", "family": "family", "place": "place", "kept": "yes", "adopted": "yes", "event": "event",
            "card_1": "card", "card_2": "card"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet to fill: its columns, and what stands in its first rows already."""

    kind: str
    columns: tuple[str, ...]
    rows: tuple[Mapping[str, str | int], ...] = ()


def workbook(deck: Deck, scenario: Scenario, limits: Limits, lang: str, say: Say) -> bytes:
    """Give the XLSX: the boards as they are printed, the votes, tensions, objectives, and the session itself."""
    import xlsxwriter

    out = BytesIO()
    safe = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, {"in_memory": True, **safe})
    book.set_properties({"title": say("onpaper.title", town=scenario.town.say(lang)), "created": _ALWAYS})
    lists = _lists(deck, scenario, lang, say)
    writing = _Writing(book, say, lists, {f"{SEAT}{one.id}": one.short.say(lang) for one in scenario.seats})
    for page in pages(deck, scenario, limits, lang):
        writing.page(page)
    _behind(book, say, lists)
    book.close()
    return out.getvalue()


def pages(deck: Deck, scenario: Scenario, limits: Limits, lang: str) -> tuple[Page, ...]:
    """Give the sheets of a town's session, in their order."""
    families = {one.id: one.short.say(lang) for one in deck.families}
    spots = [role.id for role in scenario.families for _ in range(limits.issues_per_family)]
    boards: tuple[Mapping[str, str | int], ...] = tuple(
        {"pin": at, "family": families[one]} for at, one in enumerate(spots, 1)
    )
    levers = tuple(f"lever_{n}" for n in range(1, limits.levers_per_issue + 1))
    seats = tuple(f"{SEAT}{one.id}" for one in scenario.seats if one.voting)
    columns = {
        CARDS: ("pin", "family", "issue", "place", *levers), VOTES: ("issue", "tokens", "hands", "kept", *seats),
        TENSIONS: ("card_1", "card_2", "sentence"), OBJECTIVES: WRITTEN, SESSION: ("date", "event", "load", "note"),
    }  # fmt: skip
    return tuple(Page(kind, columns[kind], boards if kind == CARDS else ()) for kind in KINDS)


def _lists(deck: Deck, scenario: Scenario, lang: str, say: Say) -> dict[str, list[str]]:
    issues, levers, events = ([card.label.say(lang) for card in cards if card.id not in deck.retired]
                              for cards in (deck.issues, deck.levers, deck.events))  # fmt: skip
    return {
        "issue": issues, "lever": levers, "event": events, "card": [*issues, *levers],
        "family": [one.short.say(lang) for one in deck.families if scenario.family(one.id) is not None],
        "place": [one.short.say(lang) for one in scenario.places if not one.decor],
        "yes": [say("subjects.yes"), say("subjects.no")],
    }  # fmt: skip


class _Writing:
    """Writes sheets of a book."""

    def __init__(self, book: Any, say: Say, lists: Mapping[str, Sequence[str]], seats: Mapping[str, str]) -> None:
        self._book, self._say, self._lists, self._seats = book, say, lists, seats
        base = {"font_name": "Arial", "font_size": 10, "valign": "top"}
        cell = {**base, "border": 1, "border_color": _LINE, "text_wrap": True}
        self._looks = {
            "title": book.add_format({**base, "bold": True, "font_size": 14}),
            "hint": book.add_format({**base, "font_color": _GREY}),
            "head": book.add_format({**cell, "bold": True, "font_color": "#FFFFFF", "bg_color": _INK}),
            "given": book.add_format({**cell, "bg_color": _SAND}),
            "cell": book.add_format({**cell, "num_format": "@"}),
            "count": book.add_format(cell),
        }

    def page(self, page: Page) -> None:
        """Write one."""
        sheet = self._book.add_worksheet(self._say(f"onpaper.sheet.{page.kind}"))
        sheet.write_string(0, 0, self._say(f"onpaper.sheet.{page.kind}"), self._looks["title"])
        sheet.write_string(1, 0, self._say(f"onpaper.hint.{page.kind}"), self._looks["hint"])
        last = HEAD + (len(page.rows) or SPARE) - 1
        for at, column in enumerate(page.columns):
            sheet.write_string(HEAD - 1, at, self._named(column), self._looks["head"])
            sheet.set_column(at, at, _WIDE.get(column, 24 if column.startswith("lever_") else 14))
            for row in range(HEAD, last + 1):
                self._cell(sheet, row, at, page.rows[row - HEAD].get(column) if page.rows else None, column)
            self._choice(sheet, at, column, last)
        sheet.freeze_panes(HEAD, 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)

    def _named(self, column: str) -> str:
        if column in self._seats:
            return self._seats[column]
        name, _, rank = column.partition("_")
        ranked = rank.isdigit()
        return self._say(f"onpaper.column.{name if ranked else column}", n=int(rank) if ranked else 0)

    def _cell(self, sheet: Any, row: int, at: int, given: str | int | None, column: str) -> None:
        if isinstance(given, int):
            sheet.write_number(row, at, given, self._looks["given"])
        elif given:
            sheet.write_string(row, at, given, self._looks["given"])
        else:
            counted = column in ("tokens", "hands") or column in self._seats
            sheet.write_blank(row, at, None, self._looks["count" if counted else "cell"])

    def _choice(self, sheet: Any, at: int, column: str, last: int) -> None:
        """Give a column its drop-down; another word may be typed: a slip is told when the sheet is read."""
        of = "lever" if column.startswith("lever_") else _CHOICES.get(column, "")
        if self._lists.get(of):
            held, name = letters(list(self._lists).index(of)), self._say("sheet.lists")
            source = f"='{name}'!${held}$1:${held}${len(self._lists[of])}"
            rule = {"validate": "list", "source": source, "show_error": False}
            sheet.data_validation(HEAD, at, last, at, rule)


def _behind(book: Any, say: Say, lists: Mapping[str, Sequence[str]]) -> None:
    """Write the hidden sheet of the words to choose from."""
    sheet = book.add_worksheet(say("sheet.lists"))
    sheet.hide()
    for at, words in enumerate(lists.values()):
        for row, word in enumerate(words):
            sheet.write_string(row, at, word)
