"""The small files of kinds people reported, through the commands: each gives what is right, or one clear sentence."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from game.cli.main import run
from game.places import shelves

FIELD = Path(__file__).parents[3] / "shared" / "data" / "field"
pytestmark = pytest.mark.skipif(not FIELD.is_dir(), reason="the field cases do not lie beside the project")
Command = Callable[..., tuple[int, str]]


@pytest.fixture
def clap(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    monkeypatch.setenv("CLAP_LANG", "fr")
    monkeypatch.setenv("CLAP_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)

    def said(*words: object) -> tuple[int, str]:
        capsys.readouterr()
        code = run([str(word) for word in words])
        told = capsys.readouterr()
        assert "Traceback" not in told.out + told.err
        return code, told.out + told.err

    return said


@pytest.fixture
def cards(clap: Command, tmp_path: Path) -> Callable[[str], tuple[int, str, bool]]:
    """Import a sheet into a new deck; tell whether the deck was left as it was."""

    def taken(name: str) -> tuple[int, str, bool]:
        clap("deck", "new", "neuf")
        deck = tmp_path / "neuf" / "deck.yaml"
        before = deck.read_bytes()
        code, told = clap("deck", "sheet", "import", "neuf", FIELD / "sheets" / name, "--yes")
        return code, told, deck.read_bytes() == before

    return taken


@pytest.fixture
def intentions(clap: Command, tmp_path: Path) -> Callable[[str], tuple[int, str, str]]:
    """Import intentions into a copy of Blagnac's scenario; give what was added to it too."""

    def taken(name: str) -> tuple[int, str, str]:
        copy = tmp_path / "copie"
        shutil.copytree(shelves.scenarios() / "blagnac", copy)
        before = (copy / "scenario.yaml").read_text("utf-8")
        code, told = clap("intentions", "import", FIELD / "sheets" / name, "--scenario", copy, "--yes")
        after = (copy / "scenario.yaml").read_text("utf-8")
        return code, told, "\n".join(line for line in after.splitlines() if line not in before.splitlines())

    return taken


def test_an_error_of_calculation_empties_no_title(cards) -> None:
    code, told, untouched = cards("error-cell-in-title.xlsx")
    assert (code, untouched) == (1, True)
    assert "cellule H3" in told
    assert "#NOM?" in told


def test_a_formula_without_a_result_empties_no_title(cards) -> None:
    code, told, untouched = cards("formula-without-value-in-title.xlsx")
    assert (code, untouched) == (1, True)
    assert "cellule H3" in told
    assert "formule sans résultat" in told


def test_a_sheet_whose_id_was_renamed_is_said_not_to_be_read(cards) -> None:
    code, told, untouched = cards("id-heading-renamed-and-title-changed.xlsx")
    assert (code, untouched) == (1, True)
    assert "Enjeux" in told
    assert "« id »" in told.replace("\u202f", " ").replace("\xa0", " ")
    assert "Identifiant" in told


def test_a_file_of_ms_dos_has_its_accents(cards, tmp_path: Path) -> None:
    code, told, untouched = cards("cards-csv-ms-dos.csv")
    deck = (tmp_path / "neuf" / "deck.yaml").read_text("utf-8")
    assert "\u201a" not in deck
    assert "MS-DOS" in told
    assert code == 0, told
    assert "légume" in deck or untouched


def test_a_hidden_sheet_is_set_aside_and_said(intentions) -> None:
    code, told, added = intentions("intentions-hidden-old-sheet-first.xlsx")
    assert code == 0, told
    assert "Ancien" in told
    assert "Repas des écoles élémentaires" in added
    assert "Mobilier de cantine" in added
    assert "Vieux marché" not in added


def test_errors_are_not_said_to_be_empty(intentions) -> None:
    code, told, added = intentions("intentions-error-cells.xlsx")
    assert (code, added) == (1, "")
    assert "#REF!" in told
    assert "#NOM?" in told
    assert "la case est vide" not in told


def test_a_password_is_named(intentions) -> None:
    code, told, added = intentions("intentions-password.xlsx")
    assert (code, added) == (1, "")
    assert "mot de passe" in told


@pytest.mark.parametrize(
    ("name", "rows"), [("intentions-heading-with-list-word.xlsx", 1), ("intentions-town-hall-headings.xlsx", 2)]
)
def test_headings_of_a_town_hall_are_read(intentions, name: str, rows: int) -> None:
    code, told, added = intentions(name)
    assert code == 0, told
    assert added.count("title:") == rows
    assert "Repas des écoles élémentaires" in added


@pytest.mark.parametrize(
    "name", ["mef-csv-capital-headings.csv", "mef-csv-sep-line.csv", "decp-info-capital-headings.csv"]
)
def test_contracts_are_read_whatever_their_headings(clap: Command, name: str) -> None:
    code, told = clap("measure", FIELD / "measure" / name, "--buyer", "219900001")
    assert code == 0, told
    assert "321 000" in told.replace("\u202f", " ").replace("\xa0", " ")


def test_suppliers_with_accents_in_their_headings_are_read(clap: Command) -> None:
    list_ = FIELD / "measure" / "suppliers-accented-headings.csv"
    file = FIELD / "measure" / "mef-csv-sep-line.csv"
    code, told = clap("measure", file, "--suppliers", list_, "--department", "31", "--json")
    assert code == 0, told
    assert '"part_locale": 1.0' in told
