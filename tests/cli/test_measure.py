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
