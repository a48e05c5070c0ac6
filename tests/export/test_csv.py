"""objectives.csv: as a French spreadsheet opens it, and never a formula."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from game.core.moves.arbitration import ArbitrateTension
from game.core.report import Report, report
from game.export.register import COLUMNS
from game.export.to_csv import OPENERS, content, safe
from tests.scenarios.test_afternoon import play, recording, workshop


def read(report: Report, lang: str = "fr") -> list[dict[str, str]]:
    text = content(report, lang).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def test_mark_semicolons_and_line_ends(left: Report) -> None:
    raw = content(left, "fr")
    assert raw.startswith(b"\xef\xbb\xbfNum\xc3\xa9ro;Intitul\xc3\xa9;")
    assert raw.count(b"\r\n") == 6
    assert raw.count(b"\n") == 6
    assert raw == content(left, "fr")


def test_one_row_an_objective_and_no_cell_empty(left: Report, hostile: Report) -> None:
    for one in (left, hostile):
        rows = read(one)
        assert len(rows) == 5
        for row in rows:
            assert [name for name, cell in row.items() if not cell] == []
            assert None not in row


def test_the_first_objective_as_it_is_read(left: Report) -> None:
    row = read(left)[0]
    assert row["Numéro"] == "CLAP-2026-T4-01"
    assert row["Élu(e) référent(e)"] == "Adjoint(e) à l'enfance"
    assert row["Échéance"] == "mars 2029"
    assert row["Levier(s)"] == "Exiger un label ou équivalent | Un critère circuit court"
    assert row["Montant HT (€)"] == "4600000"
    assert row["Arbitrage"] == "Le bio d'abord sur les fruits et légumes\u202f; le surcoût est pris sur le gaspillage."
    assert row["Avancement"] == "Planifié"
    assert row["SMART"] == "5 sur 5"


def test_no_tension_is_said_and_an_open_one_too(left: Report) -> None:
    rows = read(left)
    assert (rows[1]["Tension relevée"], rows[1]["Arbitrage"]) == ("aucune tension relevée", "sans objet")
    assert rows[2]["Arbitrage"] == "Plantes sobres, paillage et cuves de pluie avant tout nouvel arrosage."
    played = recording()
    silent = tuple(step for step in played.steps if not isinstance(step.command, ArbitrateTension))
    rows = read(report(play(replace(played, steps=silent), workshop()).session))
    assert rows[2]["Arbitrage"] == "reste à arbitrer"


def test_a_number_below_zero_stays_a_number(left: Report) -> None:
    assert read(left)[1]["Coût"] == "-1"


def test_no_text_is_a_formula(hostile: Report) -> None:
    for row in read(hostile):
        for name, cell in row.items():
            if cell.startswith(OPENERS):
                float(cell.replace(",", "."))  # a number, or the test fails
                assert name in ("Cible", "Coût", "Délai", "Point de départ")
    water = read(hostile)[2]
    assert water["Intitulé"] == "'=1+1"
    assert water["Indicateur"] == "'+33 5 61 00 00 00"
    assert water["Unité"] == "'-2+3"
    assert water["Ce que verra la CAO"] == "'＝1+1"
    assert water["Direction pilote"].startswith("'@SUM(A1:A9)\n")


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "\u202e=1", "＝1"])
def test_what_opens_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert safe(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "a=1", "5 - 2", "« = »", "'x"])
def test_other_texts_are_left_alone(text: str) -> None:
    assert safe(text) == text


def test_decimals_as_the_language_writes_them(hostile: Report) -> None:
    assert read(hostile)[4]["Point de départ"] == "2,5"
    assert read(hostile, "en")[4]["Baseline"] == "2.5"
    assert read(hostile)[1]["Point de départ"] == "à établir d'ici juin 2027"


def test_what_was_undressed_is_told_in_words(hostile: Report) -> None:
    told = read(hostile)[0]["Engagements revus"]
    assert (
        "Levier retiré\u00a0: Un critère circuit court → rien. Raison\u00a0: =trop lourd (Adjoint(e) à l'enfance)"
        in told
    )
    assert "Cible abaissée\u00a0: 30 → 25" in told
    assert "Échéance déplacée\u00a0: février 2029 → septembre 2028" in read(hostile)[4]["Engagements revus"]


def test_in_english(left: Report) -> None:
    row = read(left, "en")[0]
    assert row["Deadline"] == "March 2029"
    assert row["Deputy in charge"] == "Deputy mayor for childhood"
    assert len(row) == len(COLUMNS)


def test_nothing_yet_is_a_heading_alone(blank: Report) -> None:
    assert read(blank) == []
    assert content(blank, "fr").count(b"\r\n") == 1
