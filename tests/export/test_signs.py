"""Signs that a format forbids, or that a program would take for a command, in every file that is exported."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar

from game.core.moves.flow import EnterPhase, TakeNote
from game.core.moves.objectives import AmendObjective
from game.core.report import Report, report
from game.core.session import Session
from game.export import to_csv, to_docx, to_ics, to_json, to_pdf, to_xlsx
from tests.export.conftest import do
from tests.export.reading import docx, words

EVERY = "".join(map(chr, (*range(1, 32), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF, 0xD800, 0xDFFF, 0xFEFF, 0x202E)))
FORBIDDEN = {
    chr(n) for n in (*range(9), 11, 12, *range(14, 32), *range(0x7F, 0x85), *range(0x86, 0xA0), 0xFFFE, 0xFFFF)
}
OPENED = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\u200b=1", "\uff1d1", " =1")


@pytest.fixture(scope="module")
def strange(opened: Session) -> Report:
    session = do(opened, EnterPhase("objectifs"))
    session = do(session, AmendObjective("eau", "title", f"a{EVERY}b"))
    for field, text in zip(
        ("department", "indicator", "unit", "source", "means", "cao", "legal"), OPENED, strict=False
    ):
        session = do(session, AmendObjective("eau", field, text))
    for text in OPENED:
        session = do(session, TakeNote(text))
    return report(do(session, TakeNote(f"note{EVERY}fin")))


@pytest.mark.parametrize("content", [to_docx.content, to_xlsx.content])
def test_office_files_are_sound_xml(content: object, strange: Report) -> None:
    with zipfile.ZipFile(io.BytesIO(content(strange, "fr"))) as parts:  # type: ignore[operator]
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                text = "".join(ET.fromstring(parts.read(name)).itertext())
                assert not FORBIDDEN & set(text), name


def test_papers_can_be_set(strange: Report) -> None:
    assert to_pdf.content(strange, "fr").startswith(b"%PDF")
    assert any(one.startswith("note") and one.endswith("fin") for one in words(docx(to_docx.content(strange, "fr"))))


def test_no_cell_opens_as_a_formula(strange: Report) -> None:
    rows = list(csv.reader(io.StringIO(to_csv.content(strange, "fr").decode("utf-8-sig")), delimiter=";"))
    for row in rows:
        for cell in row:
            bare = cell.lstrip(to_csv.UNSEEN)
            assert not bare.startswith(to_csv.OPENERS) or bare[1:].replace(",", "").isdigit(), cell
            assert not FORBIDDEN & set(cell)
    with zipfile.ZipFile(io.BytesIO(to_xlsx.content(strange, "fr"))) as parts:
        assert not [name for name in parts.namelist() if b"<f>" in parts.read(name) and b"1+1" in parts.read(name)]


def test_a_calendar_and_data_are_read_again(strange: Report) -> None:
    data = to_ics.content(strange, "fr")
    assert Calendar.from_ical(data).walk("VEVENT")
    assert not FORBIDDEN & set(data.decode())
    assert not FORBIDDEN & set(json.dumps(json.loads(to_json.content(strange, "fr")), ensure_ascii=False))
