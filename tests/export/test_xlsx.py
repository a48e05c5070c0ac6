"""objectives.xlsx: read back with another library, cell by cell."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from typing import Any

import pytest
from openpyxl import load_workbook

from game.core.glossary import used
from game.core.report import Report
from game.export.paper import CELL_LIMIT
from game.export.register import BOOK
from game.export.to_xlsx import FIRST, content

HEADS = FIRST
"""openpyxl counts rows from 1: the headings stand above the first objective."""


def read(report: Report, lang: str = "fr") -> Any:
    return load_workbook(io.BytesIO(content(report, lang)))


def rows(sheet: Any) -> list[dict[str, Any]]:
    heads = [cell.value for cell in sheet[HEADS]]
    return [dict(zip(heads, (cell.value for cell in row), strict=True)) for row in sheet.iter_rows(min_row=HEADS + 1)]


def words(sheet: Any) -> str:
    return "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None)


@pytest.mark.parametrize(
    ("lang", "names"),
    [("fr", ["Objectifs", "Tableau de bord", "Mesures", "Renoncés", "Vote et tensions", "Séance", "Axes et paroles"]),
     ("en", ["Objectives", "Dashboard", "Measures", "Dropped", "Vote and tensions", "Session", "Axes and words"])],
)  # fmt: skip
def test_seven_sheets(left: Report, lang: str, names: list[str]) -> None:
    assert read(left, lang).sheetnames == names


def test_the_register_has_every_field(left: Report) -> None:
    found = rows(read(left)["Objectifs"])
    assert [row["Numéro"] for row in found] == [f"CLAP-2026-T4-0{n}" for n in range(1, 6)]
    for row in found:
        assert [name for name, value in row.items() if value in (None, "")] == []
    assert found[3]["Cible"] == 30
    assert found[2]["Cible"].startswith("-15")
    assert found[2]["Point de départ"].startswith("à établir d'ici mars 2027")
    assert found[0]["Montant HT (€)"] == 4_600_000
    assert found[1]["Tension relevée"] == "aucune tension relevée"


def test_it_is_set_up_to_be_worked_with_and_printed(left: Report) -> None:
    sheet = read(left)["Objectifs"]
    status = next(at for at, column in enumerate(BOOK, 1) if column.key == "status")
    assert sheet.freeze_panes == "C5"
    assert sheet.auto_filter.ref.startswith("A4:")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == "$3:$4"
    assert [row for row in range(HEADS + 1, HEADS + 6) if not sheet.row_dimensions[row].height] == []
    rule = sheet.data_validations.dataValidation[0]
    assert rule.formula1 == '"Planifié,En cours,À mesurer,Généralisé,Ajusté,Arrêté"'
    assert sheet.cell(HEADS + 1, status).coordinate in rule.sqref
    assert "pas un avis juridique" in sheet.oddFooter.left.text
    assert all(cell.alignment.wrap_text for cell in sheet[HEADS + 1])


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_axes_and_the_words_are_told(left: Report, lang: str) -> None:
    book = read(left, lang)
    deck = left.session.workshop.deck
    names = {axis.name.say(lang) for axis in deck.axes}
    axes = {"fr": "Axe", "en": "Axis"}[lang]
    assert {row[axes] for row in rows(book.worksheets[0])} <= names
    said = words(book.worksheets[-1])
    assert all(name in said for name in names)
    terms = used(deck.glossary, [str(value) for row in rows(book.worksheets[0]) for value in row.values()], lang)
    assert terms
    assert all(f"\n{term.meaning.say(lang)}\n" in f"\n{said}\n" for term in terms)


def test_hostile_texts_stay_texts(hostile: Report) -> None:
    book = read(hostile)
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "n"}
    assert not any(cell.hyperlink for sheet in book for row in sheet.iter_rows() for cell in row)
    water = rows(book["Objectifs"])[2]
    assert water["Intitulé"] == "=1+1"
    assert water["Unité"] == "-2+3"
    assert water["Direction pilote"] == '@SUM(A1:A9)\n"deuxième" ligne\u202f; après'
    assert water["Source"] == "\u202e=cmd|' /C calc'!A0\u202c 🌳 5\u202f000 (à mesurer à la main)"
    assert len(water["Point de vigilance"]) == CELL_LIMIT
    assert "-note\u202f; à lire\nsuite" in words(book["Séance"])
    assert "=A1 \ufffd" in words(book["Séance"])


def test_the_other_sheets_tell_the_session(left: Report) -> None:
    book = read(left)
    assert {"par le vote", "à égalité, choix de la coprésidence"} <= set(words(book["Renoncés"]).split("\n"))
    vote = words(book["Vote et tensions"])
    for told in ("Le bio d'abord", "Plantes sobres", "Flambée des prix alimentaires", "dans la capacité"):
        assert told in vote
    session = words(book["Séance"])
    for told in ("2 décembre 2026", "2026-T4", "21\u00a0%", "33\u00a0%", "Coprésident(e), commande publique"):
        assert told in session


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_table_nobody_touched_can_be_exported(blank: Report, lang: str) -> None:
    book = read(blank, lang)
    assert rows(book.worksheets[0])[0] != {}
    assert words(book.worksheets[1])


def test_twice_the_same_bytes_and_nobody_named(left: Report) -> None:
    once = content(left, "fr")
    assert once == content(left, "fr")
    with zipfile.ZipFile(io.BytesIO(once)) as parts:
        core = parts.read("docProps/core.xml").decode()
    assert "2026-12-02T00:00:00Z" in core
    assert "<dc:creator></dc:creator>" in core or "<dc:creator/>" in core


def test_the_library_is_read_only_when_a_sheet_is_written() -> None:
    code = "import sys, game.export; sys.exit('xlsxwriter' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_measures_have_a_row_each() -> None:
    from game.core.report import report
    from tests.view import reviews

    sheet = read(report(reviews.later()))["Mesures"]
    heads, found = (
        [cell.value for cell in sheet[4]],
        [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)],
    )
    food = [dict(zip(heads, row, strict=True)) for row in found if row[0] == reviews.FOOD]
    assert [row["Nature"] for row in food] == ["point de départ", *["mesure"] * 5, "cible"]
    assert str(food[0]["Valeur"]).startswith("à établir d'ici mars 2027")
    assert [row["Valeur"] for row in food[1:]] == [24.5, 26, 27.5, 27, 29, 30]
    words_only = [row for row in found if row[0] == reviews.WATER and row[5] == "mesure"]
    assert [row[6] for row in words_only] == ["compteurs pas encore posés"]


def test_the_dashboard_draws_what_it_tells(left: Report) -> None:
    book = read(left)
    sheet = book["Tableau de bord"]
    column = {sheet.cell(row, 1).value: sheet.cell(row, 2).value for row in range(1, sheet.max_row + 1)}
    assert column["Bio et qualité dans l'assiette"] == 10
    assert len(sheet._charts) == 4
    drawn = zipfile.ZipFile(io.BytesIO(content(left, "fr")))
    charts = [drawn.read(name).decode() for name in drawn.namelist() if name.startswith("xl/charts/chart")]
    assert len(charts) == 4
    assert all("'Tableau de bord'!" in chart for chart in charts)


def test_an_empty_dashboard_draws_nothing_of_nothing(blank: Report) -> None:
    sheet = read(blank)["Tableau de bord"]
    assert "rien à signaler" in words(sheet)
    assert len(sheet._charts) == 2
