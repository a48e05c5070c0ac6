from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Clap
from tests.measure.test_expected import HERE, TOWN

FILE = HERE / f"{TOWN}.json"
FAMILIES = ("--families", HERE / "familles_cpv.csv")
TOWN_SIREN = "219900016"


def test_the_quality_comes_before_any_figure(clap: Clap) -> None:
    said = clap("measure", FILE, "--buyer", TOWN_SIREN, *FAMILIES)
    assert said.code == 0
    lines = said.out.splitlines()
    assert lines[0] == "Qualité du fichier"
    assert lines.index("Ensemble") > next(i for i, line in enumerate(lines) if "doublons exacts réunis" in line)
    assert "30,3\u00a0% (37 sur 122)" in said.out


def test_an_unknown_field_is_never_nought_per_cent(clap: Clap) -> None:
    said = clap("measure", FILE, "--buyer", TOWN_SIREN, *FAMILIES).out
    year = said[said.index("Année 2023") : said.index("Année 2024")]
    assert "Considération environnementale\u00a0: non mesurable" in year


def test_json_gives_the_published_structure(clap: Clap) -> None:
    found = json.loads(clap("measure", FILE, "--buyer", TOWN_SIREN, *FAMILIES, "--json").out)
    wanted = json.loads((HERE / "villefictive_attendu.json").read_text(encoding="utf-8"))
    assert found.keys() == wanted.keys()
    assert found["ensemble"] == wanted["ensemble"]
    assert found["qualite"] == wanted["qualite"]


def test_the_families_are_the_scenario_s_without_a_table(clap: Clap) -> None:
    said = clap("measure", FILE, "--buyer", TOWN_SIREN, "--lang", "en").out
    assert "Family Buildings, works and energy" in said


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("words", [("no.json",), ("empty.json",), ("foreign.csv",), (FILE, "--buyer", "123456789")])
def test_what_cannot_be_measured_is_one_sentence(clap: Clap, words: tuple[str, ...], lang: str) -> None:
    (clap.home / "empty.json").touch()
    (clap.home / "foreign.csv").write_text("a;b\n1;2\n", encoding="utf-8")
    file, *rest = words
    said = clap("measure", clap.home / file, *rest, "--lang", lang)
    assert (said.code, said.err.count("\n")) == (1, 1)
    assert "error." not in said.err


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (("--suppliers", "list.csv"), "--buyer"),
        (("--department", "31"), "--suppliers"),
        (("--national", "--buyer", TOWN_SIREN, "--suppliers", "list.csv"), "--suppliers"),
        (("--national", "--buyer", TOWN_SIREN, "--json"), "--json"),
        (("--buyer", "2,199E+13"), "2,199E+13"),
        (("--buyer", TOWN_SIREN, "--suppliers", "list.csv", "--department", "99"), "99"),
    ],
)
def test_no_option_is_ignored_without_a_word(clap: Clap, words: tuple[str, ...], wanted: str, lang: str) -> None:
    (clap.home / "list.csv").write_text("siret;departement;categorie\n99991688500554;31;PME\n", encoding="utf-8")
    said = clap("measure", FILE, *(clap.home / one if one == "list.csv" else one for one in words), "--lang", lang)
    assert (said.code, said.err.count("\n"), said.out) == (1, 1, "")
    assert wanted in said.err
    assert "error." not in said.err


def test_what_was_not_understood_is_told_at_the_end_with_an_example(clap: Clap) -> None:
    said = clap("measure", FILE, "--buyer", TOWN_SIREN, *FAMILIES).out
    title = said.index("Ce qui n'a pas été compris")
    assert title > said.index("Famille")
    example = "1  considérations sociales illisibles, par exemple «\u202fOui\u202f» (marché 2024-0016)"
    assert example in said[title:]
    assert "donc pas de taux" in said


def test_the_buyer_is_known_however_it_is_typed(clap: Clap) -> None:
    for typed in ("219 900 016", "SIREN\u00a0219\u202f900\u202f016", "21990001600011", "219900016.0"):
        assert clap("measure", FILE, "--buyer", typed, *FAMILIES).code == 0
