"""The spreadsheet's sheet of measures, and its dashboard: four small tables, and the charts drawn from them."""

from __future__ import annotations

from math import ceil
from typing import Any

from game.core.review import Carried
from game.core.text import Text
from game.export.aims import start_cell, target_cell
from game.export.paper import ACCENT, INK, INK_3, LINE, Page, Paper
from game.export.telling import Cell, Teller, amount

Rows = tuple[tuple[Cell, ...], ...]
WIDTHS = (34, 14, 14, 14, 3, 12, 12, 12, 12, 12, 12)
BESIDE, TALL, WIDE = 5, 250, 500
"""The charts stand in this column, so many pixels high and wide."""
ROW, PIXELS = 20, 4 / 3
"""Pixels of an empty row, and of a point."""
MEASURES = (17, 34, 30, 18, 16, 16, 16, 40, 30)
MONEY: dict[str, object] = {"num_format": "#,##0"}


def measures(paper: Paper, tell: Teller) -> None:
    """Write every value of every objective, a row each: baseline, measures, target."""
    page = paper.page(tell.say("sheet.measures"), tell.say("title.measures"), tell.heading(), MEASURES)
    heads = ("column.code", "column.title", "column.indicator", "column.unit", "measures.date", "measures.kind",
             "measures.value", "measures.comment", "measures.source")  # fmt: skip
    rows = tuple(row for one in tell.report.reviewed for row in _followed(tell, one)) + _adopted(tell)
    page.table(3, tuple(map(tell.say, heads)), rows, tell.say("empty"), {0: {"bold": True}})
    page.sheet.freeze_panes(4, 2)
    page.sheet.repeat_rows(3)
    page.sheet.autofilter(3, 0, 3 + max(1, len(rows)), len(heads) - 1)
    _paged(page, tell)


def _followed(tell: Teller, one: Carried) -> list[tuple[Cell, ...]]:
    who = (one.code, tell.read(one.title), tell.read(one.indicator), tell.read(one.unit))
    rows = [_row(tell, who, one.baseline_date, "baseline", start_cell(tell, one))]
    rows += [
        _row(tell, who, each.date, "measure", _figure(tell, each.value), (each.comment, each.file))
        for each in one.measures
    ]
    return [*rows, _row(tell, who, one.deadline, "target", target_cell(tell, one))]


def _adopted(tell: Teller) -> Rows:
    rows: list[tuple[Cell, ...]] = []
    for one in tell.report.adopted:
        who = (one.code, tell.read(one.title), tell.read(one.indicator), tell.read(one.unit))
        rows.append(_row(tell, who, one.baseline_date, "baseline", start_cell(tell, one)))
        rows.append(_row(tell, who, one.deadline, "target", target_cell(tell, one)))
    return tuple(rows)


def _row(
    tell: Teller, who: tuple[str, ...], date: str, kind: str, value: Cell, notes: tuple[str, str] = ("", "")
) -> tuple[Cell, ...]:
    return (*who, tell.month(date), tell.say(f"measures.{kind}"), value, *map(tell.read, notes))


def _figure(tell: Teller, value: str) -> Cell:
    found = amount(value)
    return found if found is not None else tell.read(value) or tell.say("unknown")


def dashboard(paper: Paper, tell: Teller) -> None:
    """Write the tables, each with its chart beside it."""
    page = paper.page(tell.say("sheet.dashboard"), tell.say("title.dashboard"), tell.heading(), WIDTHS)
    row = 1
    row = _block(page, tell, row, "families", ("column.family", "column.amount_ht"), _families(tell))
    row = _block(page, tell, row, "votes", ("dash.pick", "column.tokens"), _votes(tell))
    row = _block(page, tell, row, "loads", ("head.load", "head.used", "head.capacity"), _loads(tell))
    _block(page, tell, row, "aims", ("column.code", "column.baseline", "dash.now", "column.target"), _aims(tell))
    page.sheet.fit_to_pages(1, 1)
    page.sheet.set_portrait()
    page.foot(tell.title(), tell.where(), tell.foot())


def _paged(page: Page, tell: Teller) -> None:
    page.sheet.fit_to_pages(1, 0)
    page.foot(tell.title(), tell.where(), tell.foot())


def _block(page: Page, tell: Teller, row: int, name: str, heads: tuple[str, ...], rows: Rows) -> int:
    """Write a table and its chart, bars where its rows are names of one kind; give the row under both."""
    kind = "bar" if name in ("families", "votes") else "column"
    row = page.block(row, tell.say(f"dash.{name}"))
    end = page.table(
        row, tuple(map(tell.say, heads)), rows, tell.say("empty"), {1: MONEY} if name == "families" else {}
    )
    if rows:
        chart = page.paper.book.add_chart({"type": kind})
        for at in range(1, len(heads)):
            _series(chart, page.sheet.get_name(), row, at, len(rows))
        _look(chart, tell.say(f"dash.{name}"), kind, legend=len(heads) > 2)
        page.sheet.insert_chart(row, BESIDE, chart, {"description": tell.say(f"dash.{name}"), "object_position": 3})
    filled = sum(page.tall(cells) for cells in rows) * PIXELS
    return end + max(0, ceil((TALL - filled) / ROW)) if rows else end


def _series(chart: Any, sheet: str, row: int, at: int, n: int) -> None:
    colours = (INK, ACCENT, INK_3)
    chart.add_series({
        "name": [sheet, row, at], "categories": [sheet, row + 1, 0, row + n, 0],
        "values": [sheet, row + 1, at, row + n, at], "fill": {"color": colours[(at - 1) % 3]}, "gap": 60,
        "data_labels": {"value": True},
    })  # fmt: skip


def _look(chart: Any, title: str, kind: str, *, legend: bool) -> None:
    """Dress a chart; bars run down from the first row, as the table does."""
    chart.set_title({"name": title, "name_font": {"size": 11, "color": INK}, "overlay": False})
    chart.set_legend({"position": "bottom"} if legend else {"none": True})
    names: dict[str, object] = {"num_font": {"size": 9}, "label_position": "low"}
    values = {"major_gridlines": {"visible": True, "line": {"color": LINE}}, "num_font": {"size": 9}}
    if kind == "bar":  # lying bars have their names on the upright axis
        chart.set_y_axis(names | {"reverse": True})
        chart.set_x_axis(values | {"visible": False})
    else:
        chart.set_x_axis(names)
        chart.set_y_axis(values)
    chart.set_size({"width": WIDE, "height": TALL})


def _families(tell: Teller) -> Rows:
    sums = {role.id: 0 for role in tell.report.session.workshop.scenario.families}
    for one in tell.report.intentions:
        sums[one.family] = sums.get(one.family, 0) + one.amount_ht
    return tuple((tell.family(family), total) for family, total in sums.items() if total)


def _votes(tell: Teller) -> Rows:
    return tuple((tell.card(vote.pick.card), vote.tokens) for vote in tell.report.votes if vote.tokens)


def _loads(tell: Teller) -> Rows:
    return tuple((tell.say(f"load.{gauge.kind}"), gauge.used, gauge.capacity) for gauge in tell.report.gauges)


def _aims(tell: Teller) -> Rows:
    """Give baseline, latest measure and target of what is a share: one scale for all; the rest is in the measures."""
    found: list[tuple[Cell, ...]] = []
    for one in tell.report.reviewed:
        now = one.now.amount if one.now is not None else None
        found += _aim(one.code, one.unit, one.baseline, "" if now is None else now, one.target)
    for sheet in tell.report.adopted:
        found += _aim(sheet.code, sheet.unit, sheet.baseline, "", sheet.target)
    return tuple(found)


def _aim(code: str, unit: Text, baseline: str, now: Cell, target: str) -> list[tuple[Cell, ...]]:
    start, goal = amount(baseline), amount(target)
    if goal is None or not any(said.startswith("%") for said in unit.said):
        return []
    return [(code, "" if start is None else start, now, goal)]
