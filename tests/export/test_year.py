"""year.docx and year.pdf: the yearly report as the council reads it, read back by other programs."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from game.core.yearly import Considered, DataFile, Read, YearReport, yearly
from game.export import to_docx, to_pdf
from game.export.blocks import Curve
from game.export.curve import vector
from game.export.year_paper import paper
from tests.export.reading import INFO, PDFTOTEXT, docx, filled, pdf_info, pdf_text, words
from tests.view import reviews

SHARES = (
    Considered("2026", "env", "value", 14, 56, 57, 0.25, 1.8),
    Considered("2027", "env", "points", 9, 18, 20, 0.5, 5.6),
    Considered("2026", "soc", "unknown", 0, 0, 57, None, 0.0),
    Considered("2027", "soc", "few", 1, 3, 20, None, 33.3),
)


@pytest.fixture(scope="module")
def year() -> YearReport:
    reads = [Read("T4.clap", "a" * 64, reviews.first(), {}), Read("T1.clap", "b" * 64, reviews.measured(), {})]
    return yearly(reads, "2027-12-31")


@pytest.fixture(scope="module")
def counted(year: YearReport) -> YearReport:
    return replace(year, buyer="219900016", files=(DataFile("decp.json", "c" * 64),), contracts=SHARES)


def letters(said: str) -> str:
    """Leave out what a line's end may break or add: spaces, hyphens."""
    return re.sub(r"[\W_]", "", said)


def text(year: YearReport, lang: str) -> str:
    return "\n".join(words(docx(to_docx.written(paper(year, lang))))).replace("\u00a0", " ").replace("\u202f", " ")


@PDFTOTEXT
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_both_papers_tell_every_objective_its_outcome_and_its_curve(
    year: YearReport, lang: str, tmp_path: Path
) -> None:
    whole = letters(pdf_text(to_pdf.written(paper(year, lang)), tmp_path))
    told = text(year, lang)
    assert len(year.objectives) == 5
    for one in year.objectives:
        assert one.objective.code in told
        assert one.objective.title.say(lang) in told
        assert letters(one.objective.code) in whole
    curves = [block for block in paper(year, lang).blocks if isinstance(block, Curve)]
    drawn = [one for one in year.objectives if len(one.curve) > 1]
    assert [[value for _, value in curve.points] for curve in curves] == [
        [point.value for point in one.curve] for one in drawn
    ]
    assert curves
    for curve in curves:
        assert letters(curve.said) in whole


def test_what_was_decided_and_undressed_is_told_with_who_and_why(year: YearReport) -> None:
    told = text(year, "fr")
    wanted = ("Ajuster : un marché sur deux est déjà lancé", "Cible abaissée : 30 → 25", "la cuisine tient la pente",
              "Échéance déplacée", "mars 2034")  # fmt: skip
    for part in wanted:
        assert part in told
    rows = [one for _, one in year.undressed if one.reason == "le chantier a glissé"]
    assert [one.seat.say("fr") for one in rows] == ["Adjoint(e) aux sports"]


def test_shares_are_held_against_the_year_before_and_the_unknown_is_no_zero(counted: YearReport) -> None:
    told = text(counted, "fr")
    assert (
        "Considération environnementale : 50,0 % des marchés renseignés en 2027, 25,0 % en 2026 (+25 points)." in told
    )
    assert "Considération sociale : 2027 et 2026 ne se comparent pas" in told
    assert "1 sur 3 (trop peu pour un taux)" in told
    assert "données essentielles des marchés" in told
    lower = replace(counted, contracts=(replace(SHARES[0], share=0.625), SHARES[1]))
    assert "(\u221212,5 points)" in text(lower, "fr")


@PDFTOTEXT
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_page_of_it_is_nearly_empty(counted: YearReport, year: YearReport, lang: str, tmp_path: Path) -> None:
    for report in (counted, year):
        assert min(filled(to_pdf.written(paper(report, lang)), tmp_path)) >= 0.3


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_council_that_sits_in_public_reads_nothing_of_the_program(counted: YearReport, lang: str) -> None:
    leaf = paper(counted, lang)
    told = f"{text(counted, lang)} {leaf.warning}"
    assert leaf.warning == ""
    for inside in (".clap", "decp", "sha256", "aaaa", "2026-T4 ", "Quatre-vingt-dix", "Ninety", "diffuser"):
        assert inside not in told.replace("CLAP-2026-T4", "")


def test_without_contract_data_the_paper_tells_a_council_no_command(year: YearReport) -> None:
    assert "--decp" not in text(year, "fr")


@INFO
def test_the_pdf_is_tagged_in_its_language(counted: YearReport, tmp_path: Path) -> None:
    blob = to_pdf.written(paper(counted, "fr"))
    about = pdf_info(blob, tmp_path)
    assert (about["Tagged"], about["Title"]) == ("yes", "Rapport annuel du CLAP")
    assert b"pdfuaid" in blob


def test_the_same_sessions_give_the_same_bytes(counted: YearReport) -> None:
    leaf = paper(counted, "fr")
    assert to_pdf.written(leaf) == to_pdf.written(paper(counted, "fr"))
    assert to_docx.written(leaf) == to_docx.written(paper(counted, "fr"))


def test_a_chart_is_drawn_with_its_target_dashed_and_hostile_words_harmless() -> None:
    made = vector(Curve((("<mars> & \x00", 20.0), ("juin", 30.0)), 40.0, "dit")).decode()
    assert made.count("<circle") == 2
    assert made.count("stroke-dasharray") == 1
    assert "&lt;mars&gt; &amp; <" in made
    ys = [float(one.split('"')[0]) for one in made.split('cy="')[1:]]
    assert ys[0] > ys[1]
