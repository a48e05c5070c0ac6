"""A workbook of LibreOffice is read as any other: values, errors, merged cells, sheets put away, limits."""

from __future__ import annotations

import io
import zipfile

import pytest

from game.core.errors import TableError
from game.tables.limits import Limits
from game.tables.reading import read
from game.tables.table import Book

KIND = b"application/vnd.oasis.opendocument.spreadsheet"
SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in zip(*[["office", "table", "text", "style", "draw"]] * 2, strict=True)
)  # fmt: skip
HIDDEN = (
    '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
)


def cell(text: str = "", more: str = "") -> str:
    said = f"<text:p>{text}</text:p>" if text else ""
    return f"<table:table-cell {more}>{said}</table:table-cell>"


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def sheet(name: str, *rows: str, style: str = "ta1") -> str:
    return f'<table:table table:name="{name}" table:style-name="{style}">{"".join(rows)}</table:table>'


def packed(*sheets: str, manifest: str = "", kind: bytes = KIND) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
        archive.writestr(
            "content.xml",
            f'<office:document-content {SPACES} xmlns:calcext="urn:names:experimental:calcext:1.0">'
            f"<office:automatic-styles>{HIDDEN}</office:automatic-styles><office:body><office:spreadsheet>"
            f"{''.join(sheets)}</office:spreadsheet></office:body></office:document-content>",
        )
    return out.getvalue()


def opened(data: bytes, limits: Limits | None = None) -> Book:
    return read(data, "x.ods", lambda cell: cell, limits or Limits())


def test_values_as_their_cells_mean_them():
    number = 'office:value-type="float" office:value="2.5"'
    share = 'office:value-type="percentage" office:value="0.3"'
    day = 'office:value-type="date" office:date-value="2026-11-22"'
    yes = 'office:value-type="boolean" office:boolean-value="true"'
    (table,) = opened(
        packed(
            sheet(
                "Enjeux",
                row(cell("Été"), cell("2,5", number), cell("30 %", share), cell("22/11/26", day), cell("VRAI", yes)),
                row(cell(more='table:number-columns-repeated="3"'), cell("a", 'table:number-columns-repeated="2"')),
                row(more='table:number-rows-repeated="2"'),
                row("<table:table-cell><office:annotation><text:p>note</text:p></office:annotation>"
                    '<text:p>l1<text:s text:c="2"/>x</text:p><text:p>l2</text:p></table:table-cell>'),
                row(cell("fin"), more='table:number-rows-repeated="2"'),
                row(cell(more='table:number-columns-repeated="16384"'), more='table:number-rows-repeated="1048000"'),
            )
        )
    ).tables  # fmt: skip
    assert (table.name, table.hidden) == ("Enjeux", False)
    assert list(table.rows) == [
        ["Été", "2.5", "30%", "2026-11-22", "true"], ["", "", "", "a", "a"], [], [], ["l1  x\nl2"], ["fin"], ["fin"],
    ]  # fmt: skip


def test_errors_formulas_without_result_and_merged_cells_are_not_taken_for_empty():
    failed = 'office:value-type="string" office:string-value="" calcext:value-type="error" table:formula="of:=NOM()"'
    (table,) = opened(
        packed(
            sheet(
                "S",
                row(cell("#NOM?", failed), cell(more='table:formula="of:=1"')),
                row(cell("axe", 'table:number-columns-spanned="1" table:number-rows-spanned="2"'), cell("x")),
                row("<table:covered-table-cell/>", cell("y")),
            )
        )
    ).tables
    assert {at: one.why for at, one in table.unread.items()} == {(0, 0): "error", (0, 1): "formula", (2, 0): "merged"}
    assert (table.unread[0, 0].shown, table.unread[2, 0].shown) == ("#NOM?", "A2")


def test_sheets_put_away_are_told_apart():
    found = opened(packed(sheet("Vieux", row(cell("a")), style="ta2"), sheet("Neuf", row(cell("b")))))
    assert [(one.name, one.hidden) for one in found.tables] == [("Vieux", True), ("Neuf", False)]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (packed(sheet("S", row(cell("a"))), manifest="<encryption-data/>"), "table_password"),
        (packed(kind=b"application/vnd.oasis.opendocument.text"), "table_word"),
        (packed(), "table_no_sheet"),
        (packed("<table:table"), "table_broken"),
        (packed(sheet("S", row(cell("a", 'table:number-columns-repeated="16000"')))), "table_far"),
        (packed(sheet("S", row(cell("a"), more='table:number-rows-repeated="1048576"'))), "table_far"),
        (packed(sheet("S", row(cell("#REF!", 'table:number-columns-repeated="900"'),
                               more='table:number-rows-repeated="60000"'))), "table_far"),
        (packed(sheet("S", row(cell("a", 'table:number-columns-repeated="9999999999"')))), "table_big"),
        (packed(sheet("S", row(cell("a", 'table:number-columns-repeated="-1"')))), "table_broken"),
    ],
)  # fmt: skip
def test_what_is_no_table_or_a_trap_is_said(data: bytes, code: str):
    with pytest.raises(TableError) as caught:
        opened(data, Limits(spread=10_000))
    assert caught.value.code == code
