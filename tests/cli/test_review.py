"""`clap review` and `clap report`, as they are typed; what they leave on disk."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest

from game.places import shelves
from tests.cli.conftest import Clap
from tests.export.test_json import closed
from tests.scenarios import quarters
from tests.scenarios.quarters import DISABLED, FOOD, GREEN, SECOND, THIRD

DATA = Path(__file__).parents[1] / "measure" / "data"
TOWN = "21990001600011"[:9]


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return quarters.first(tmp_path_factory.mktemp("first") / "T4.clap")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory, first: Path) -> tuple[Path, Path, Path]:
    folder = tmp_path_factory.mktemp("town")
    two = quarters.second(folder / "T1.clap", first)
    return first, two, quarters.third(folder / "T2.clap", two)


def test_a_review_is_made_where_it_is_asked_and_says_what_it_takes_over(
    clap: Clap, first: Path, tmp_path: Path
) -> None:
    before = first.read_bytes()
    said = clap("review", first, "--date", SECOND, "--to", tmp_path / "next.clap", "--no-window")
    assert said.code == 0, said.err
    assert [line.split()[0] for line in said.out.splitlines()[1:]] == [f"CLAP-2026-T4-0{n}" for n in range(1, 6)]
    assert "à établir d'ici mars 2027 → 30 % des achats alimentaires HT" in said.out
    assert "T4.clap" in said.out
    assert first.read_bytes() == before
    log = clap("session", "log", tmp_path / "next.clap")
    assert "Objectifs repris" in log.out
    assert FOOD in log.out
    assert "log." not in log.out


def test_a_review_goes_to_the_sessions_folder_under_a_free_name(clap: Clap, first: Path) -> None:
    for name in ("T4.clap", "T4-2.clap"):
        said = clap("review", first, "--date", "15/03/2027", "--no-window", "--lang", "en")
        assert said.code == 0, said.err
        assert name in said.out.splitlines()[0]
        assert "2027-03-15" in said.out


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (("--date", "bientôt"), "AAAA-MM-JJ"),
        (("--date", "mars 2027"), "AAAA-MM-JJ"),
        (("--date", "2026-01-01"), "2026-12-02"),
        (("--date", SECOND, "--agenda", "90"), "trimestre"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_no_file(clap: Clap, first: Path, tmp_path: Path, words, what) -> None:
    said = clap("review", first, "--to", tmp_path / "next.clap", "--no-window", *words)
    assert said.code == 1
    assert len(said.err.strip().splitlines()) == 1
    assert what in said.err
    assert not (tmp_path / "next.clap").exists()


def test_without_a_screen_the_table_says_so(clap: Clap, first: Path, tmp_path: Path) -> None:
    said = clap("review", first, "--date", SECOND, "--to", tmp_path / "next.clap")
    assert said.code == 1
    assert not (tmp_path / "next.clap").exists()


def test_the_log_of_a_review_reads_like_minutes(clap: Clap, files: tuple[Path, Path, Path]) -> None:
    said = clap("session", "log", files[1]).out.replace("\u00a0", " ")
    assert f"Mesure de {FOOD} au février 2027 : 24,5. après les menus de saison" in said
    assert "9/50, 18" in said
    assert f"{DISABLED} : Arrêter. Raison : aucun opérateur ne s'est présenté" in said
    assert "Measure of" in clap("session", "log", files[1], "--lang", "en").out


def test_the_year_is_written_as_data_and_as_a_table(clap: Clap, files: tuple[Path, Path, Path], tmp_path: Path) -> None:
    said = clap("report", *files, "--to", tmp_path / "out")
    assert said.code == 0, said.err
    assert "atteints : 2 ; en route : 1 ; manqués : 0 ; sans mesure : 2" in said.out.replace("\u00a0", " ").replace(
        "\u202f", " "
    )
    year = json.loads((tmp_path / "out" / "year.json").read_text(encoding="utf-8"))
    assert year["outcomes"] == {"reached": 2, "running": 1, "missed": 0, "unmeasured": 2}
    assert (year["from"], year["until"]) == ("2026-12-02", THIRD)
    schema = json.loads((shelves.assets() / "schema" / "year.schema.json").read_text(encoding="utf-8"))
    check = jsonschema.Draft202012Validator(closed(schema))
    assert [f"{e.json_path}: {e.message}" for e in check.iter_errors(year)] == []
    food = next(one for one in year["objectives"] if one["code"] == FOOD)
    assert [(point["quarter"], point["value"]) for point in food["curve"]] == [
        ("2027-T1", 24.5), ("2027-T2", 31.0),
    ]  # fmt: skip
    assert [one["code"] for one in year["undressed"]] == ["CLAP-2026-T4-03", GREEN, GREEN]
    assert year["contracts"] is None
    rows = list(csv.reader(io.StringIO((tmp_path / "out" / "year.csv").read_text("utf-8-sig")), delimiter=";"))
    assert len(rows) == 6
    assert rows[1][0] == FOOD
    assert "31" in rows[1]


def test_the_same_sessions_give_the_same_bytes_in_any_order(clap: Clap, files, tmp_path: Path) -> None:
    clap("report", *files, "--to", tmp_path / "one")
    clap("report", *reversed(files), files[1], "--to", tmp_path / "two")
    for name in ("year.docx", "year.pdf", "year.json", "year.csv"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_shares_of_contracts_are_told_against_the_year_before(clap: Clap, files, tmp_path: Path) -> None:
    decp = DATA / "fictif_villefictive_2023-2026.json"
    said = clap("report", *files, "--to", tmp_path, "--decp", decp, "--buyer", TOWN, "--until", "2026-12-31")
    assert said.code == 0, said.err
    year = json.loads((tmp_path / "year.json").read_text(encoding="utf-8"))
    schema = json.loads((shelves.assets() / "schema" / "year.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(year, closed(schema))
    found = year["contracts"]
    expected = json.loads((DATA / "villefictive_attendu.json").read_text(encoding="utf-8"))
    years = next(iter(_years(expected)))
    now, before = (years[year]["env"]["part_nombre"] for year in ("2026", "2025"))
    env = next(one for one in found["against"] if one["consideration"] == "env")
    assert (env["share"], env["before"]) == (now, before)
    assert env["gap_points"] == round(100 * (now - before), 1)
    old = next(one for one in found["years"] if (one["year"], one["consideration"]) == ("2023", "env"))
    assert (old["state"], old["share"]) == ("unknown", None)  # no such field before 2024: not 0 %
    assert found["files"][0]["name"] == decp.name


def _years(node):
    if isinstance(node, dict):
        if "par_annee" in node:
            yield node["par_annee"]
        for value in node.values():
            yield from _years(value)


def test_no_session_a_wrong_one_or_another_buyer_is_one_sentence(clap: Clap, files, tmp_path: Path) -> None:
    decp = DATA / "fictif_villefictive_2023-2026.json"
    wrong = tmp_path / "notes.clap"
    wrong.write_text("ceci n'est pas une séance", encoding="utf-8")
    for words in ((), (wrong,), (files[0], "--decp", decp, "--buyer", "123456789"), (files[0], "--decp", wrong)):
        said = clap("report", *words, "--to", tmp_path / "out")
        assert said.code == 1, words
        assert len(said.err.strip().splitlines()) == 1, said.err
        assert not (tmp_path / "out" / "year.json").exists()
