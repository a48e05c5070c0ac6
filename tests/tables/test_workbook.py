"""What cells hold, by their place; what stands for a value and is none; workbooks made to harm."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

import openpyxl
import pytest

from game.core.errors import TableError
from game.tables.figures import kind, shown
from game.tables.limits import Limits
from game.tables.reading import read
from game.tables.table import Book, Table, Unread
from tests.tables.hostile import HOSTILE, book, one, packed, shared, sheet, styled


def named(heading: str) -> str:
    return heading if heading in ("titre", "famille") else ""


def opened(data: bytes) -> Book:
    return read(data, "x.xlsx", named)


def only(data: bytes) -> Table:
    (table,) = opened(data).tables
    return table


def saved(fill: Callable[[Any], None]) -> bytes:
    made = openpyxl.Workbook()
    fill(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_every_kind_of_value_is_a_text() -> None:
    def fill(made: Any) -> None:
        page = made.active
        page.append(
            ["texte", 12, 12.5, True, False, date(2027, 4, 1), datetime.fromisoformat("2027-04-01T10:30"), time(8, 15)]
        )
        page.append([21990000100014, 0.3, "  été  ", "ligne\nligne", -4, 1e20, None, "x"])
        page["B2"].number_format = "0%"

    first, second = only(saved(fill)).rows
    assert first == ["texte", "12", "12.5", "true", "false", "2027-04-01", "2027-04-01T10:30:00", "08:15:00"]
    assert second == ["21990000100014", "30%", "  été  ", "ligne\nligne", "-4", "1e+20", "", "x"]


@pytest.mark.parametrize(
    ("code", "what"),
    [
        ("dd/mm/yyyy", "date"), ("mmm-yy", "date"), ("[$-40C]d mmmm yyyy;@", "date"), ("hh:mm", "time"),
        ("[h]:mm:ss", "time"), ("mm:ss", "time"), ("General", ""), ("#,##0.00 [$€-40C]", ""), ('0 "jours"', ""),
        ("0.00%", "percent"), ("0.00E+00", ""), ("[Red]-0", ""), ("\\d0", ""), ("h:mm AM/PM", "time"), ("@", ""),
    ],
)  # fmt: skip
def test_formats_tell_what_a_number_is(code: str, what: str) -> None:
    assert kind(170, code) == what


def test_days_are_those_of_the_calendar() -> None:
    days = [shown(number, "date") for number in (1, 59, 61, 36526, 46478)]
    assert days == ["1900-01-01", "1900-02-28", "1900-03-01", "2000-01-01", "2027-04-01"]
    assert shown(0, "date") == "00:00:00"
    assert shown(45016, "date", since_1904=True) == "2027-04-01"
    assert shown(36525.999999, "date") == "2000-01-01"


def test_days_counted_from_1904() -> None:
    parts = {**book(more='<workbookPr date1904="1"/>')}
    parts["xl/styles.xml"] = b"<styleSheet><cellXfs><xf numFmtId='14'/></cellXfs></styleSheet>"
    parts["xl/worksheets/sheet1.xml"] = sheet('<row r="2"><c r="A2" s="0"><v>45016</v></c></row>')
    assert only(packed(parts)).rows[1] == ["2027-04-01"]


def test_rich_texts_are_whole_and_readings_left_out() -> None:
    texts = "<si><r><t>Repas </t></r><r><rPr/><t>bio</t></r><rPh><t>x</t></rPh></si><si><t>_x0041__x000D_</t></si>"
    rows = '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c></row>'
    assert only(shared(texts, rows)).rows[1] == ["Repas bio", "A\r"]
    inline = (
        '<row r="2"><c r="A2" t="inlineStr"><is><r><t>Re</t></r><r><t>pas</t></r><rPh><t>x</t></rPh></is></c></row>'
    )
    assert only(one(inline)).rows[1] == ["Repas"]


CELLS = {
    '<c r="A2" t="e"><v>#REF!</v></c>': Unread("error", "#REF!"),
    '<c r="A2" t="e"><f>X()</f><v>#NAME?</v></c>': Unread("error", "#NAME?"),
    '<c r="A2"><f>1+1</f></c>': Unread("formula"),
    '<c r="A2"><f>1+1</f><v></v></c>': Unread("formula"),
    '<c r="A2" t="str"><f>A1</f></c>': Unread("formula"),
    '<c r="A2" t="inlineStr"><is><t>#VALEUR!</t></is></c>': Unread("error", "#VALEUR!"),
    '<c r="A2" t="inlineStr"><is><t>caf\ufffd</t></is></c>': Unread("accents", "caf\ufffd"),
    '<c r="A2" t="inlineStr"><is><t>Ã©cole</t></is></c>': Unread("accents", "Ã©cole"),
    f'<c r="A2" t="inlineStr"><is><t>{"x" * 32_768}</t></is></c>': Unread("long"),
}


@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: cell[:60])
def test_what_stands_for_a_value_is_not_empty(cell: str) -> None:
    table = only(one(f'<row r="2">{cell}</row>'))
    assert table.unread == {(1, 0): CELLS[cell]}
    assert table.rows[1] == [""]


def test_a_formula_that_gives_nothing_is_empty() -> None:
    table = only(
        one('<row r="2"><c r="A2" t="str"><f>IF(B2="","",1)</f><v></v></c><c r="B2"><f>2</f><v>2</v></c></row>')
    )
    assert (table.rows[1], table.unread) == (["", "2"], {})


def test_what_a_merged_cell_covers_has_no_value_and_is_not_empty() -> None:
    def fill(made: Any) -> None:
        page = made.active
        for row in (["titre", "famille"], ["a", "b"], [None, "c"]):
            page.append(row)
        page.merge_cells("A2:A3")

    assert only(saved(fill)).unread == {(2, 0): Unread("merged", "A2")}


def test_sheets_put_away_and_charts_are_told_apart() -> None:
    def fill(made: Any) -> None:
        made.active.append(["vieux"])
        made.active.sheet_state = "hidden"
        made.create_sheet("Vu").append(["neuf"])
        made.create_sheet("Caché").sheet_state = "veryHidden"
        made.create_chartsheet("Courbe")

    found = opened(saved(fill))
    assert [(one.name, one.hidden) for one in found.tables] == [("Sheet", True), ("Vu", False), ("Caché", True)]
    assert [one.name for one in found.shown] == ["Vu"]
    assert [note.code for note in found.notes] == ["sheet_chart"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7\n", "table_pdf"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "table_xls"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "table_password"),
        (b"\x1f\x8b\x08", "table_packed"),
        (b"<html><table><tr><td>titre", "table_web"), (b"{\\rtf1 titre}", "table_word"),
        (b"\x89PNG\r\n", "table_picture"),
        (packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b""}), "table_broken"),
        (packed({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b""}), "table_word"),
        (packed({"[Content_Types].xml": b"", "word/document.xml": b""}), "table_word"),
        (packed({"[Content_Types].xml": b"", "xl/workbook.bin": b""}), "table_xlsb"),
        (packed({"Index/Document.iwa": b"", "Metadata/x": b""}), "table_numbers"),
        (packed({"a.csv": b"x"}), "table_packed"),
        (b"\0\1\2\3" * 40, "table_binary"), (b"", "table_empty"), (b"\xef\xbb\xbf \r\n", "table_empty"),
    ],
)  # fmt: skip
def test_what_is_no_table_is_named(data: bytes, code: str) -> None:
    with pytest.raises(TableError) as caught:
        opened(data)
    assert caught.value.code == code


def test_what_a_workbook_holds_counts_and_not_what_it_claims() -> None:
    few = Limits(size=10_000, spread=100, unpacked=20_000, elements=200, written=20, signs=500)
    far = one('<row r="2"><c r="CV2"><v>1</v></c></row>' + '<row r="3"><c r="B3"><v>1</v></c></row>')
    texts = shared("<si><t>x</t></si>" * 30, "")
    used = shared(
        f"<si><t>{'x' * 100}</t></si>",
        "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(2, 9)),
    )
    found = []
    for data in (far, one("<row/>" * 300), texts, used, one(" " * 30_000), b"PK\x03\x04" + b"x" * 10_000):
        with pytest.raises(TableError) as caught:
            read(data, "x.xlsx", named, few)
        found.append(caught.value.code)
    assert found == ["table_far", "table_big", "table_big", "table_unpacked", "table_unpacked", "table_heavy"]


SMALL = [
    name
    for name in HOSTILE
    if not any(word in name for word in ("million", "bomb", "40,000", "2,000", "many", "everything"))
]


@pytest.mark.parametrize("name", SMALL)
def test_a_hostile_workbook_is_read_or_refused_by_code(name: str) -> None:
    try:
        found = opened(HOSTILE[name]())
    except TableError as error:
        assert error.code.startswith("table_")  # noqa: PT017
    else:
        assert all(len(row) <= 1_000 for table in found.tables for row in table.rows)


def test_styles_that_are_not_there_leave_numbers_as_they_are() -> None:
    assert only(styled("", '<row r="2"><c r="A2" s="7"><v>46478</v></c></row>')).rows[1] == ["46478"]
