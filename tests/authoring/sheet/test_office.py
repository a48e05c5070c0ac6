"""The workbook in the programs people have: drop-downs, frozen headings, counters, hidden sheets."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest

from tests.authoring.sheet.conftest import Trip, column, row

SHOWN = ["Enjeux", "Leviers", "Événements", "Tensions", "Synergies", "Familles", "Étapes", "Axes", "Jeu"]
FAMILIES = ["Travaux, énergie", "Espaces urbains", "Enfance, écoles", "Sports, loisirs", "Solidarités"]
OFFICE = shutil.which("soffice")
office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed")


def choices(book: openpyxl.Workbook, sheet: str, cell: str) -> list[object]:
    """Give what the drop-down of a cell offers."""
    (found,) = [one for one in book[sheet].data_validations.dataValidation if cell in one.sqref]
    page, area = re.fullmatch(r"'?([^'!]+)'?!(.*)", found.formula1.lstrip("=")).groups()
    return [one.value for (one,) in book[page][area.replace("$", "")]]


@pytest.fixture
def book(trip: Trip) -> openpyxl.Workbook:
    trip.export()
    return openpyxl.load_workbook(trip.book)


def test_sheets_rows_and_frozen_headings(book: openpyxl.Workbook):
    assert book.sheetnames == [*SHOWN, "Listes", "_clap"]
    assert [book[name].sheet_state for name in book.sheetnames] == ["visible"] * len(SHOWN) + ["hidden", "veryHidden"]
    for name in book.sheetnames[:5]:
        assert book[name].freeze_panes == "B3"
    page = book["Enjeux"]
    assert [page.cell(2, n).value for n in range(1, 8)] == [
        "id", "axis", "families", "label [fr]", "#label [fr]", "label [en]", "#label [en]",
    ]  # fmt: skip
    assert page.cell(3, 1).value == "climat-carbone"
    assert page.cell(3, column(page, "families")).value == "; ".join(FAMILIES)
    assert page.cell(3, column(page, "question [fr]")).alignment.wrap_text
    assert page.row_dimensions[3].height > 30
    assert page.cell(3, 1).fill.fgColor.rgb == "FFE7E6E6"


def test_columns_that_no_card_fills_are_folded(book: openpyxl.Workbook):
    page = book["Événements"]
    folded = {
        page.cell(2, n).value
        for n in range(1, page.max_column + 1)
        if page.column_dimensions[openpyxl.utils.get_column_letter(n)].hidden
    }
    assert "image" in folded
    assert not {"label [fr]", "families", "effect [fr]", "cancelled_by"} & folded


def test_drop_downs(book: openpyxl.Workbook):
    page = book["Leviers"]
    last = f"{openpyxl.utils.get_column_letter(column(page, 'stage'))}{page.max_row}"
    assert choices(book, "Enjeux", "B3")[:2] == [
        "Développement durable\u00a0: environnement", "Développement durable\u00a0: social"]  # fmt: skip
    assert choices(book, "Leviers", last) == ["Besoin", "Sourcing", "Procédure, lots", "Critères", "Clauses", "Suivi"]
    for sheet, key, meant in [
        ("Enjeux", "families", FAMILIES),
        ("Enjeux", "legal.confidence", ["sûre", "probable", "à vérifier"]),
        ("Enjeux", "indicators.1.decp", ["oui", "partiel", "non"]),
        ("Leviers", "effects.cost", [-2, -1, 0, 1, 2]),
        ("Leviers", "effects.effort", [1, 2, 3]),
        ("Événements", "loads.1.family", FAMILIES),
    ]:
        letter = openpyxl.utils.get_column_letter(column(book[sheet], key))
        assert choices(book, sheet, f"{letter}4") == meant
    lists = book["Leviers"].data_validations.dataValidation
    answers = openpyxl.utils.get_column_letter(column(book["Leviers"], "answers"))
    assert [one.showErrorMessage for one in lists if f"{answers}3" in one.sqref] == [False]  # several may be typed


def test_numbers_count_and_texts_stay_texts(book: openpyxl.Workbook):
    page = book["Leviers"]
    at = row(page, "revue-besoin")
    assert page.cell(at, column(page, "effects.cost")).value == -2
    assert page.cell(at, column(page, "label [fr]")).number_format == "@"
    assert page.cell(at, column(page, "#label [fr]")).value == f'=IF(C{at}="","",30-LEN(C{at}))'


def test_what_the_deck_said_is_remembered(book: openpyxl.Workbook, trip: Trip):
    from hashlib import sha256

    memory = book["_clap"]
    assert [memory.cell(2, n).value for n in (1, 2, 3)] == ["clap", "1.1", sha256(trip.deck.read_bytes()).hexdigest()]
    assert [memory.cell(3, n).value for n in (1, 2, 3, 4)] == ["issues", "climat-carbone", "id", "climat-carbone"]


def converted(trip: Trip, source: Path, to: str, *more: str) -> Path:
    out = trip.folder / "office"
    profile = f"-env:UserInstallation={(trip.folder / 'profile').as_uri()}"
    run = [str(OFFICE), profile, "--headless", *more, "--convert-to", to, "--outdir", str(out), str(source)]
    subprocess.run(run, check=True, capture_output=True, timeout=120)
    return out / f"{source.stem}.{to}"


@office
@pytest.mark.slow
def test_libreoffice_opens_it_with_its_drop_downs(trip: Trip):
    trip.export()
    content = zipfile.ZipFile(converted(trip, trip.book, "ods")).read("content.xml").decode()
    assert re.findall('table:table table:name="([^"]*)"', content)[:10] == [*SHOWN, "Listes"]
    lists = re.findall(r"cell-content-is-in-list\(\[\$Listes\.\$(\w+)\$1:\.\$\w+\$(\d+)\]\)", content)
    assert len(lists) > 20
    assert 'table:content-validation-name="' in content
    assert ">9<" in content  # a counter, counted


@office
@pytest.mark.slow
@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_saved_by_libreoffice_it_asks_for_nothing(trip: Trip, kind: str):
    before = trip.deck.read_bytes()
    trip.export()
    trip.book = converted(trip, trip.book, kind)
    said = trip.take("--remove")
    assert (said.code, "rien à changer" in said.out, "ne garde pas trace" in said.out) == (0, True, False)
    assert trip.deck.read_bytes() == before
