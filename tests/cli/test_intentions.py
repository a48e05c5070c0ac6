"""Departments propose: the empty sheet, its import into a session and into a scenario."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from game.content.shelf import load_scenario
from game.core.moves.flow import CloseSession, EnterPhase
from game.core.session import Session
from game.desk.opening import new_session, open_session
from game.places import shelves
from tests.cli.conftest import Clap

CSV = """Titre;Famille;Lieu;Montant HT;Lancement;Direction
Cour;Enfance, écoles;École Aérogare;120 000 €;avril 2027;Vie scolaire
Toit;travaux;Mairie;cher;mai 2027;
Pelouse;sports;;80 k€;juin 2027;
"""


def begun(clap: Clap, *, closed: bool = False) -> Path:
    path = clap.home / "s.clap"
    sources = load_scenario(shelves.scenarios() / "blagnac", shelves.decks())
    desk = new_session(path, sources, sources.scenario.agendas[0].id, date="2026-12-02")
    desk.do(EnterPhase("generique" if closed else "enjeux"))
    if closed:
        assert desk.do(CloseSession()) is None
    desk.close()
    return path


def seen(path: Path) -> Session:
    desk = open_session(path, read_only=True)
    try:
        return desk.session
    finally:
        desk.close()


def sheet(clap: Clap, text: str = CSV) -> Path:
    file = clap.home / "intentions.csv"
    file.write_text(text, encoding="utf-8")
    return file


def test_good_rows_go_into_the_session_in_one_gesture_bad_ones_are_named(clap: Clap) -> None:
    session = begun(clap)
    said = clap("intentions", "import", sheet(clap), "--session", session, "--yes")
    assert said.code == 1
    assert "Ligne 3, montant\u00a0: «\u202fcher\u202f» n'est pas un montant" in said.out
    found = seen(session).intentions
    assert [(one.title.fr, one.family, one.place, one.amount_ht) for one in found] == [
        ("Cour", "enfance", "ecole-aerogare", 120_000), ("Pelouse", "sports", "", 80_000),
    ]  # fmt: skip
    role = seen(session).workshop.scenario.family("sports")
    assert role is not None
    assert [one.department for one in found][1] == role.department
    desk = open_session(session)
    assert desk.undo() is None
    assert desk.session.intentions == ()
    desk.close()


def test_the_same_file_brings_nothing_twice(clap: Clap) -> None:
    session, file = begun(clap), sheet(clap, CSV.replace("cher", "1000"))
    assert clap("intentions", "import", file, "--session", session, "--yes").code == 0
    again = clap("intentions", "import", file, "--session", session, "--yes")
    assert (again.code, again.out.count("déjà là"), len(seen(session).intentions)) == (0, 3, 3)


def test_a_closed_session_stays_as_it_is(clap: Clap) -> None:
    session = begun(clap, closed=True)
    said = clap("intentions", "import", sheet(clap), "--session", session, "--yes", "--lang", "en")
    assert said.code == 1
    assert said.err.strip()
    assert seen(session).intentions == ()


def test_without_a_yes_nothing_is_written(clap: Clap, monkeypatch: pytest.MonkeyPatch) -> None:
    session = begun(clap)
    monkeypatch.setattr("click.prompt", lambda *_, **__: "non")
    assert clap("intentions", "import", sheet(clap), "--session", session).code == 1
    assert seen(session).intentions == ()


def test_a_scenario_is_completed_after_its_difference_was_shown(clap: Clap) -> None:
    folder = clap.home / "ville"
    shutil.copytree(shelves.scenarios() / "blagnac", folder)
    before = (folder / "scenario.yaml").read_text(encoding="utf-8")
    text = "title,family,place,amount,launch,award\nYard,enfance,ecole-aerogare,120000,2027-04,2027-09\n"
    said = clap("intentions", "import", sheet(clap, text), "--scenario", folder, "--yes", "--lang", "en")
    assert said.code == 0, said
    assert '+    title: "Yard"' in said.out
    after = (folder / "scenario.yaml").read_text(encoding="utf-8")
    assert set(before.splitlines()) <= set(after.splitlines())
    assert (folder / "scenario.yaml.bak").read_text(encoding="utf-8") == before
    assert load_scenario(folder, shelves.decks()).scenario.intentions[-1].title.fr == "Yard"


def test_one_of_the_two_must_be_told(clap: Clap) -> None:
    assert clap("intentions", "import", sheet(clap)).code == 2


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_empty_sheet_has_drop_downs_and_comes_back_filled(clap: Clap, lang: str) -> None:
    file, session = clap.home / "vide.xlsx", begun(clap)
    assert clap("intentions", "template", "--to", file, "--lang", lang).code == 0
    book = openpyxl.load_workbook(file)
    page = book.worksheets[0]
    rules = [rule for rule in page.data_validations.dataValidation if rule.type == "list"]
    assert len(rules) == 5
    lists = book.worksheets[1]
    assert lists.sheet_state == "hidden"
    empty = clap("intentions", "import", file, "--session", session, "--yes")
    assert (empty.code, seen(session).intentions) == (1, ())
    values = ["Cour", lists["A3"].value, None, 120000, "avril 2027", None, 24, lists["C1"].value, lists["D1"].value]
    for at, value in enumerate(values, 1):
        page.cell(4, at, value)
    book.save(file)
    assert clap("intentions", "import", file, "--session", session, "--yes").code == 0
    (one,) = seen(session).intentions
    assert (one.family, one.amount_ht, one.duration_months, one.cao) == ("enfance", 120_000, 24, True)


def test_dates_and_numbers_that_a_spreadsheet_keeps_as_such_are_read(clap: Clap) -> None:
    file, session = clap.home / "dates.xlsx", begun(clap)
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(["titre", "famille", "montant", "lancement", "attribution", "durée", "CAO"])
    page.append(["Cour", "enfance", 120000.0, date(2027, 4, 1), datetime(2027, 9, 15), 6, True])  # noqa: DTZ001
    book.save(file)
    assert clap("intentions", "import", file, "--session", session, "--yes").code == 0
    (one,) = seen(session).intentions
    assert (one.amount_ht, one.launch, one.award, one.cao) == (120_000, "2027-04", "2027-09", True)


def test_the_empty_csv_and_a_name_that_is_none(clap: Clap) -> None:
    file = clap.home / "vide.csv"
    assert clap("intentions", "template", "--to", file).code == 0
    assert file.read_text(encoding="utf-8-sig").startswith("Titre;Famille;Lieu;Montant")
    assert clap("intentions", "template", "--to", clap.home / "vide.pdf").code == 1
