"""No path of this machine is ever on the shared screen: names only, in every sentence and on every list."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from game.content.problems import ContentError, Problem
from game.content.shelf import load_scenario
from game.core.errors import GameError, JournalError, SetupError
from game.core.moves.flow import TakeNote
from game.desk.opening import new_session
from game.places import folders, shelves
from game.table.answers import Opened, Said
from game.view.answer.intents import OpenSession, TryFolder
from game.view.answer.ui import Ui
from game.view.tree.looks import Words
from game.view.tree.node import Node
from game.wiring.assembly import worded
from game.wiring.home import Home
from game.wiring.requests import Requests, opened
from game.words.catalogue import speaker
from tests.begun import drawn
from tests.cli.test_requests import broken
from tests.house.test_sentences import sentences
from tests.view.rooms import at

MARK = "MARQUE-du-chemin"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a computer whose folders all lie under a mark."""
    place = tmp_path / MARK / "chez-elle"
    place.mkdir(parents=True)
    monkeypatch.setenv("CLAP_HOME", str(place))
    return place


def shown(tree: Node) -> str:
    """Give all that a tree shows or says aloud."""
    texts: list[str] = []
    for node in tree.walk():
        texts += [node.name, node.value, node.hint]
        texts += [line for mark in node.look if isinstance(mark, Words) for line in mark.lines]
    return "\n".join(texts)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_sentence_of_an_error_tells_a_path(lang: str, tmp_path: Path) -> None:
    path = tmp_path / MARK / "dossier" / "séance.clap"
    keys = [key for key in sentences(lang) if key.startswith("error.")]
    assert len(keys) > 60
    for key in keys:
        said = json.dumps(sentences(lang)[key], ensure_ascii=False, default=str)
        facts = {name: 2 if name in ("n", "count", "size", "last", "lost", "limit") else str(path)
                 for name in re.findall(r"\{(\w+)", said)}  # fmt: skip
        text = worded(SetupError(key.removeprefix("error."), **facts), None, speaker(lang))
        assert MARK not in text, key


def test_a_problem_of_a_deck_is_told_by_its_files_name(tmp_path: Path) -> None:
    problem = Problem("file_empty", str(tmp_path / MARK / "deck.yaml"), 1, 1)
    text = worded(ContentError((problem,)), None, speaker("fr"))
    assert MARK not in text
    assert "deck.yaml" in text


def test_home_and_the_sessions_it_opens_tell_names_only(home: Path) -> None:
    folder = folders.sessions()
    sources = load_scenario(shelves.scenarios() / "blagnac", shelves.decks())
    for name in ("a", "b", "c"):
        desk = new_session(folder / f"{name}.clap", sources, "90")
        desk.do(TakeNote("un"))
        desk.close()
    (folder / "b.clap").write_bytes((folder / "b.clap").read_bytes()[:5000])
    (folder / "d.clap").write_bytes(b"rien de nous")
    requests = Requests(drawn(lambda: b""), broken)
    shelf = requests.shelf()
    assert {one.state for one in shelf.recent} == {"open", "broken"}
    for side in ("new", "resume"):
        tabs = (("home", side), ("tidy", shelf.recent[0].path), ("tidy:away", "yes"))
        assert MARK not in shown(at(None, "home", shelf=shelf, tabs=tabs).tree)
    answer = opened(folder / "a.clap", speaker("fr"))
    assert isinstance(answer, Opened)
    assert answer.desk is not None
    ui = answer.view(Ui())
    assert MARK not in repr((ui.papers, ui.texts, ui.notices))
    moved = requests.answer(TryFolder(), answer.desk, Ui())
    assert isinstance(moved, Said)
    assert MARK not in moved.text
    answer.desk.abandon()
    for name in ("b", "d"):
        with pytest.raises(GameError) as error:
            requests.answer(OpenSession(str(folder / f"{name}.clap")), None, Ui())
        assert MARK not in worded(error.value, None, speaker("fr"))


def test_a_sessions_folder_that_is_barred_is_told_by_its_name(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def barred() -> Path:
        raise SetupError("folder_unwritable", folder=str(home), reason="Permission denied")

    monkeypatch.setattr("game.places.folders.sessions", barred)
    shelf = Home().shelf()
    tree = at(None, "home", shelf=shelf, tabs=(("home", "resume"),)).tree
    assert MARK not in shown(tree)
    assert "chez-elle" in shown(tree)


def test_what_is_no_path_is_told_as_it_is() -> None:
    error = JournalError("locked", path="séances/a.clap")
    assert "séances/a.clap" in worded(error, None, speaker("fr"))
