"""objectives.xlsx: the register as a town hall works with it, a dashboard, the measures, and the session told."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from game.core.objective import STATUSES
from game.core.report import Report
from game.export.dashboard import dashboard, measures
from game.export.pages import renounced, seance, vote
from game.export.paper import Paper
from game.export.register import BOOK
from game.export.said import said
from game.export.telling import Teller

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
"""The date of creation of a session that has no date yet: never today's, so that the bytes stay the same."""
SCALE = 60
FIRST = 4
"""The row of the first objective: title, session, bands and headings stand above."""
MONEY = {"num_format": "#,##0"}


def content(report: Report, lang: str) -> bytes:
    """Give the file's bytes; the same session gives the same."""
    import xlsxwriter

    out, tell = BytesIO(), Teller(lang, report)
    safe = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, {"in_memory": True, **safe})
    book.set_properties(
        {"title": tell.say("title.objectives"), "comments": tell.say("notice"), "created": _made(report)}
    )
    paper = Paper(book)
    _register(paper, tell)
    for page in (dashboard, measures, renounced, vote, seance, said):
        page(paper, tell)
    book.close()
    return out.getvalue()


def _made(report: Report) -> datetime:
    date = report.session.date
    return datetime.fromisoformat(date[:10]).replace(tzinfo=UTC) if date else LONG_AGO


def _register(paper: Paper, tell: Teller) -> None:
    widths = tuple(column.width for column in BOOK)
    page = paper.page(tell.say("sheet.objectives"), tell.say("title.objectives"), tell.heading(), widths)
    last = FIRST + max(1, len(tell.report.objectives)) - 1
    _bands(page.sheet, paper, tell)
    heads = tuple(tell.say(f"column.{column.key}") for column in BOOK)
    rows = tuple(tuple(column.cell(tell, sheet) for column in BOOK) for sheet in tell.report.objectives)
    page.heads(FIRST - 1, heads)
    for at, cells in enumerate(rows or ((tell.say("no_objective"),),)):
        page.line(FIRST + at, cells, at, _looks(tell, at))
    _frame(page.sheet, last)
    if rows:
        names = [tell.say(f"status_{status}") for status in STATUSES]
        at = _at("status")
        page.sheet.data_validation(FIRST, at, last, at, {"validate": "list", "source": names})
    page.foot(tell.title(), tell.where(), tell.foot())


def _bands(sheet: Any, paper: Paper, tell: Teller) -> None:
    write_string, write_blank = sheet.write_string, sheet.write_blank
    for at, column in enumerate(BOOK):
        if at in _starts():
            write_string(FIRST - 2, at, tell.say(f"group.{column.group}"), paper.look("band"))
        else:
            write_blank(FIRST - 2, at, None, paper.look("band"))


def _looks(tell: Teller, at: int) -> dict[int, dict[str, object]]:
    """Give the looks of an objective's row: its number stands out, its family wears its colour."""
    looks: dict[int, dict[str, object]] = {_at("code"): {"bold": True}, _at("amount_ht"): dict(MONEY)}
    looks[_at("title")] = {"bold": True}
    if at < len(tell.report.objectives):
        family = tell.report.session.workshop.deck.family(tell.report.objectives[at].family)
        if family is not None:
            looks[_at("family")] = {"bold": True, "font_color": family.colour}
    return looks


def _frame(sheet: Any, last: int) -> None:
    """Freeze, filter and lay out for print: one page a band, the number and the title on each."""
    end = len(BOOK) - 1
    sheet.freeze_panes(FIRST, 2)
    sheet.autofilter(FIRST - 1, 0, last, end)
    sheet.repeat_rows(FIRST - 2, FIRST - 1)
    sheet.repeat_columns(0, 1)
    sheet.print_area(0, 0, last, end)
    sheet.set_print_scale(SCALE)
    sheet.set_v_pagebreaks([at for at in _starts() if at])


def _at(key: str) -> int:
    return next(at for at, column in enumerate(BOOK) if column.key == key)


def _starts() -> tuple[int, ...]:
    groups = [column.group for column in BOOK]
    return tuple(groups.index(group) for group in dict.fromkeys(groups))
