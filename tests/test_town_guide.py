"""The guide to a town of one's own, played as it stands: every command it shows, in its order, with its files."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from game.cli.main import run
from game.content.maps.kinds import KINDS
from game.core.frozen import dataclass
from game.core.moves.flow import EnterPhase
from game.core.moves.issues import PlaceIssue
from game.view.answer.intents import NewSession
from game.view.answer.ui import Ui
from game.wiring.play import brought_in, requests
from game.words.catalogue import speaker
from tests.cli.test_towns import contract
from tests.map.test_formats import overpass
from tests.test_guide import DOCS


@dataclass(frozen=True, slots=True)
class Guide:
    file: str
    lang: str
    maps: tuple[str, str]
    contracts: str
    town: str
    title: str
    known: tuple[str, ...]


GUIDES = (
    Guide("guide-ville.md", "fr", ("lieux.geojson", "extrait.json"), "marches.json", "Valmarie", "Le CLAP de Valmarie",
          ("Mairie : travaux, urbain, solidarites", "École Jean Moulin : enfance, travaux", "Piscine : sports, travaux",
           "Halle du marché : enfance, urbain")),
    Guide("town-guide.md", "en", ("places.geojson", "extract.json"), "contracts.json", "Millford",
          "The CLAP of Millford",
          ("Town hall: travaux, urbain, solidarites", "Mill School: enfance, travaux", "Swimming pool: sports, travaux",
           "Market hall: enfance, urbain")),
)  # fmt: skip


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CLAP_HOME", str(tmp_path / "home"))
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "CLAP_LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    (tmp_path / "bureau").mkdir()
    monkeypatch.chdir(tmp_path / "bureau")
    return tmp_path / "bureau"


@pytest.mark.slow
@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.lang)
def test_the_guide_is_played_as_it_stands(here: Path, guide: Guide, capsys: pytest.CaptureFixture[str]) -> None:
    text = (DOCS / guide.file).read_text(encoding="utf-8")
    block = re.search(r"```json\n(.*?)```", text, re.DOTALL)
    assert block is not None
    (here / guide.maps[0]).write_text(block[1], encoding="utf-8")
    (here / guide.maps[1]).write_bytes(overpass(geometry=True))
    contracts = {"marches": {"marche": [contract(1, "Repas", "55524000", "2025-05-01", 36)]}}
    (here / guide.contracts).write_text(json.dumps(contracts), encoding="utf-8")
    commands = [line for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL) for line in block.splitlines()]
    assert len(commands) == 8
    told = {}
    for line in commands:
        words = shlex.split(line)
        assert words[0] == "clap"
        if words[1] == "play":
            _played(here / words[2], guide)
            continue
        capsys.readouterr()
        assert run(words[1:]) == 0, line
        told[line] = capsys.readouterr()
        assert told[line].err == "", line
    assert all(one in told[commands[0]].out.replace("\xa0", " ") for one in guide.known)
    assert all((here / shlex.split(line)[3] / "town.geojson").is_file() for line in commands if " new " in line)


def _played(folder: Path, guide: Guide) -> None:
    """Open home on the folder, begin a session, lay a card on the first place."""
    asked = requests(brought_in(folder))
    offer = asked.shelf().offers[0]
    assert offer.trouble is None
    assert offer.title.say(guide.lang) == guide.title
    assert guide.title in (DOCS / guide.file).read_text(encoding="utf-8")
    desk = asked.answer(NewSession(offer.id, offer.paces[0].id), None, Ui(lang=guide.lang)).desk
    try:
        place = desk.session.workshop.scenario.places[0]
        assert place.name.say(guide.lang) == guide.known[0].partition(" :")[0].partition(":")[0]
        assert desk.do(EnterPhase("enjeux")) is None
        assert desk.do(PlaceIssue("sobriete-energie", "travaux", place.id)) is None
        assert desk.session.placed("sobriete-energie").place == place.id
    finally:
        desk.close()


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.lang)
def test_the_table_of_kinds_is_the_program_s(guide: Guide) -> None:
    say = speaker(guide.lang).say
    text = (DOCS / guide.file).read_text(encoding="utf-8")
    for name, kind in KINDS.items():
        forms = ", ".join(say(f"town.form.{form}") for form in kind.forms)
        assert f"| {name} | {say(f'town.kind.{name}')} | {forms} | {', '.join(filter(None, kind.classes))} |" in text
