"""The table reads open contract data for the table: what it measures of a family, its print, what cannot be read."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from game.content.shelf import load_scenario
from game.core.errors import MeasureError
from game.core.scenario import Scenario
from game.desk.opening import new_session
from game.places import folders, shelves
from game.table.answers import Begun, Shown
from game.view.answer.intents import FindData, ReadData
from game.view.answer.ui import Ui
from game.wiring.opendata import files, survey
from game.wiring.play import requests

TOWN = "21310069600010"


def contract(n: int, siret: str, *, env: str) -> dict[str, object]:
    return {
        "id": f"2025-{n}", "acheteur": {"id": siret}, "nature": "Marché", "objet": "Travaux",
        "codeCPV": "45214000-0", "procedure": "Procédure adaptée", "dureeMois": 12,
        "dateNotification": "2025-03-01", "datePublicationDonnees": "2025-03-10", "montant": 100000.0,
        "typePrix": ["Définitif ferme"], "formePrix": "Unitaire", "offresRecues": 3, "attributionAvance": False,
        "origineUE": 0, "origineFrance": 0, "marcheInnovant": False, "ccag": "Travaux", "sousTraitanceDeclaree": False,
        "typeGroupementOperateurs": "Pas de groupement", "titulaires": [{"titulaire": {"id": "12345678200010",
        "typeIdentifiant": "SIRET"}}],
        "considerationsSociales": {"considerationSociale": ["Pas de considération sociale"]},
        "considerationsEnvironnementales": {"considerationEnvironnementale": [env]},
        "modalitesExecution": {"modaliteExecution": ["Sans objet"]}, "techniques": {"technique": ["Sans objet"]},
        "lieuExecution": {"code": "31069", "typeCode": "Code commune"},
    }  # fmt: skip


@pytest.fixture
def scenario() -> Scenario:
    return load_scenario(shelves.scenarios() / "blagnac", shelves.decks()).scenario


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CLAP_HOME", str(tmp_path / "home"))
    green = ["Clause environnementale"] * 6 + ["Pas de considération environnementale"] * 2
    rows = [contract(n, TOWN, env=env) for n, env in enumerate(green)]
    file = folders.sessions() / "decp.json"
    file.write_text(json.dumps({"marches": {"marche": rows}}, ensure_ascii=False), encoding="utf-8")
    return file


def test_a_family_is_measured_and_its_file_is_named_with_its_print(data: Path, scenario: Scenario) -> None:
    assert files().files == ("decp.json",)
    found = survey("decp.json", "travaux", "", scenario)
    assert (found.file, found.sha256) == ("decp.json", sha256(data.read_bytes()).hexdigest())
    assert found.contracts == 8
    env = next(one for one in found.figures if one.name == "env")
    assert (env.state, env.k, env.n, env.share, env.points) == ("points", 6, 8, 0.75, 12.5)
    assert survey(str(data), "sports", "", scenario).contracts == 0


def test_several_buyers_are_listed_then_one_is_measured(data: Path, scenario: Scenario) -> None:
    both = json.loads(data.read_text(encoding="utf-8"))
    both["marches"]["marche"].append(contract(99, "21310555400017", env="Clause environnementale"))
    data.write_text(json.dumps(both, ensure_ascii=False), encoding="utf-8")
    assert dict(survey("decp.json", "travaux", "", scenario).buyers) == {"213100696": 8, "213105554": 1}
    found = survey("decp.json", "travaux", "213105554", scenario)
    assert (found.buyers, found.contracts) == ((), 1)
    assert next(one for one in found.figures if one.name == "env").state == "few"


def test_what_cannot_be_read_is_an_error_with_a_sentence(data: Path, scenario: Scenario) -> None:
    for name in ("rien.json", "~personne-de-ce-nom/rien.json"):
        with pytest.raises(MeasureError, match="file_missing"):
            survey(name, "travaux", "", scenario)
    with pytest.raises(MeasureError, match="file_unreadable"):
        survey("a\0b.json", "travaux", "", scenario)
    with pytest.raises(MeasureError):
        survey(str(data.parent), "travaux", "", scenario)
    data.write_text("ceci n'est pas du JSON", encoding="utf-8")
    with pytest.raises(MeasureError):
        survey("decp.json", "travaux", "", scenario)


def test_what_was_asked_is_in_view(data: Path) -> None:
    sources = load_scenario(shelves.scenarios() / "blagnac", shelves.decks())
    desk = new_session(folders.sessions() / "s.clap", sources, sources.scenario.agendas[0].id, date="2026-12-02")
    for request, shown in ((FindData(), ""), (ReadData("decp.json", "travaux"), "decp.json")):
        answer = requests().answer(request, desk, Ui())
        answer = answer.work() if isinstance(answer, Begun) else answer
        assert isinstance(answer, Shown)
        assert answer.view(Ui()).survey.file == shown
    desk.close()


def test_what_was_read_for_one_dialog_is_not_shown_in_another(data: Path) -> None:
    sources = load_scenario(shelves.scenarios() / "blagnac", shelves.decks())
    desk = new_session(folders.sessions() / "s.clap", sources, sources.scenario.agendas[0].id, date="2026-12-02")
    asked = Ui(dialog="opendata", about="one")
    answer = requests().answer(ReadData("decp.json", "travaux"), desk, asked)
    assert isinstance(answer, Begun)
    assert answer.said.text
    read = answer.work()
    assert isinstance(read, Shown)
    assert read.view(asked).survey.file == "decp.json"
    for other in (Ui(dialog="opendata", about="another"), Ui()):
        assert read.view(other).survey.file == ""
    desk.close()
