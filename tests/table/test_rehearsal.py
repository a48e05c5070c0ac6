"""Nothing is written into a session, or taken live, before it was laid out: a card nobody could draw stops nothing."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game.authoring.scaffold import scaffold
from game.cli import papered
from game.content.decoding import undecodable
from game.content.problems import ContentError
from game.content.shelf import load_scenario
from game.core.errors import SetupError
from game.desk.opening import open_session
from game.places import folders, shelves
from game.type.measure import FontMeasure
from game.view.answer.intents import NewSession
from game.view.answer.ui import Ui
from game.view.rehearsal import texts
from game.wiring.rehearsing import rehearsed
from game.wiring.requests import Requests
from tests.begun import drawn
from tests.cli.conftest import (
    Clap,
    clap,  # noqa: F401
)
from tests.content.test_pictures import HOSTILE, PICTURED, illustrated, needs_hostile, png
from tests.house.sources import modules
from tests.table.studio import Studio

BAD = "Indessinable"


@pytest.fixture
def blind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the measure stumble on one word, as it would on what no check foresaw."""
    real = FontMeasure.wrap

    def wrap(self: FontMeasure, text: str, *words: Any, **more: Any) -> tuple[str, ...]:
        if BAD in text:
            raise ZeroDivisionError
        return real(self, text, *words, **more)

    monkeypatch.setattr(FontMeasure, "wrap", wrap)


def test_a_deck_that_cannot_be_laid_out_begins_no_session(tmp_path: Path, clap: Clap, blind: None) -> None:  # noqa: F811
    folder = folders.sessions() / "jeu"
    scaffold(folder, "fr")
    requests = Requests(drawn(bytes), lambda _: None)
    text = (folder / "deck.yaml").read_text(encoding="utf-8")
    for old in ("Produits de saison", "Classes fraîches en juin"):
        (folder / "deck.yaml").write_text(text.replace(old, BAD), encoding="utf-8")
        with pytest.raises(SetupError) as told:
            requests.answer(NewSession(str(folder / "scenario"), "45"), None, Ui())
        assert told.value.code == "not_laid_out"
        assert "ZeroDivisionError" in Path(str(told.value.facts["trace"])).read_text(encoding="utf-8")
        listed = clap("session", "from-list", "-", "--scenario", str(folder / "scenario"), "--out", tmp_path / "a.clap")
        assert listed.code == 1
    assert not list(folders.sessions().glob("*.clap"))
    assert not (tmp_path / "a.clap").exists()
    (folder / "deck.yaml").write_text(text, encoding="utf-8")
    answer = requests.answer(NewSession(str(folder / "scenario"), "45"), None, Ui())
    assert answer.desk is not None
    answer.desk.close()


def test_a_deck_saved_while_it_is_played_is_laid_out_first(studio: Studio, blind: None) -> None:
    deck = studio.desk.session.workshop.deck
    studio.save(studio.good.replace("Produits de saison", BAD))
    assert studio.desk.session.workshop.deck is deck
    assert "mis en page" in studio.table.tree.find("notice:deck").name
    assert BAD not in studio.desk.log()[-1].text
    studio.save(studio.good.replace("Produits de saison", "Fruits de saison"))
    assert studio.label("produits-de-saison") == "Fruits de saison"
    studio.desk.close()
    again = open_session(studio.path, read_only=True)
    assert [row.kind for row in again.log()].count("deck") == 1
    again.close()


def begun() -> Iterator[tuple[str, ast.expr]]:
    for path, tree in modules():
        for node in ast.walk(tree):
            called = node.func if isinstance(node, ast.Call) and path.parts[1] in ("cli", "wiring") else None
            if isinstance(node, ast.Call) and isinstance(called, ast.Name) and called.id == "new_session":
                yield f"{path}:{node.lineno}", node.args[1]


def test_every_command_that_begins_a_session_rehearses_it() -> None:
    found = dict(begun())
    assert len(found) > 2
    for place, given in found.items():
        assert re.match("rehearsed|ready", ast.unparse(given)), place
    assert papered.rehearsed is rehearsed


def test_every_text_of_a_workshop_is_measured() -> None:
    workshop = load_scenario(shelves.scenarios() / "blagnac", shelves.decks()).workshop("90")
    every = set(texts((workshop.deck, workshop.scenario, workshop.town)))
    deck, scenario = workshop.deck, workshop.scenario
    for wanted in (deck.levers[-1].text.en, deck.tensions[0].why.fr, scenario.places[-1].name.fr, scenario.town.fr,
                   scenario.agendas[0].phases[0].says[0].say.fr, workshop.town.layers[-1].name):  # fmt: skip
        assert wanted in every


def test_a_picture_that_does_not_open_to_its_end_begins_no_session(tmp_path: Path) -> None:
    whole = png(60, 60)
    assert undecodable([("images/a.png", whole), ("images/b.svg", b"<svg/>")]) == ("images/a.png",), "rows are missing"
    assert undecodable([("images/a.png", png()), ("images/b.jpg", b"\xff\xd8\xff"), ("images/c.png", png())]) == (
        "images/b.jpg",
    )
    assert undecodable(()) == ()
    assert illustrated(tmp_path, png(60, 60), text=PICTURED).problems == ()


@needs_hostile
def test_what_is_made_to_break_a_decoder_breaks_none_of_ours() -> None:
    files = [one for one in sorted((HOSTILE / "images").rglob("*")) if one.suffix in (".png", ".jpg", ".webp")]
    small = [(one.name, one.read_bytes()) for one in files if one.stat().st_size < 2_000_000]
    wrong = set(undecodable(small))
    crashers = {name for name, _ in small if name.startswith(("crash-", "bombe_", "entete_", "zero_", "x"))}
    assert len(small) > 50
    assert len(crashers - wrong) < len(crashers) / 4
    assert len(wrong) < len(small)


def test_a_workshop_without_such_an_agenda_says_so() -> None:
    sources = load_scenario(shelves.scenarios() / "blagnac", shelves.decks())
    with pytest.raises(ContentError):
        rehearsed(sources, "91")
