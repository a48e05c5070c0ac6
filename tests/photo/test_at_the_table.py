"""At the table: photographs beside the session are listed, read beside the loop, and place nothing by themselves."""

from __future__ import annotations

import os
from shutil import copyfile

import pytest

from game.content.shelf import load_scenario
from game.core.errors import SetupError
from game.desk.opening import new_session
from game.places import shelves
from game.table.answers import Begun, Shown
from game.view.answer.photos import FindPhotos, ReadPhotos
from game.view.answer.ui import Ui
from game.wiring import photographs
from tests.printing.press import needs_tools


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.setenv("CLAP_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(photographs.spots, "spots", lambda: ())
    sources = load_scenario(shelves.scenario("blagnac").parent, shelves.decks())
    made = new_session(tmp_path / "soir.clap", sources, "90")
    yield made
    made.close()


def test_photographs_beside_the_session_are_listed_those_taken_last_first(desk):
    for age, name in enumerate(("old.JPG", "new.png", "notes.txt")):
        file = desk.path.parent / name
        file.write_bytes(b"x")
        os.utime(file, (1_000 + age, 1_000 + age))
    shown = photographs.answer(FindPhotos(), desk, Ui())
    assert isinstance(shown, Shown)
    assert [(one.name, one.kind) for one in shown.view(Ui()).photos.found] == [
        ("new.png", "session"),
        ("old.JPG", "session"),
    ]


@needs_tools
def test_what_was_read_is_shown_with_the_commands_that_would_place_it(desk, photographed):
    copyfile(photographed, desk.path.parent / "table.jpg")
    begun = photographs.answer(ReadPhotos((str(desk.path.parent / "table.jpg"),)), desk, Ui(lang="fr"))
    assert isinstance(begun, Begun)
    shown = begun.work()
    assert isinstance(shown, Shown)
    assert shown.view(Ui(dialog="menu")).photos.shots == ()
    photos = shown.view(Ui(dialog="photos")).photos
    assert (photos.cards, photos.choosing, len(photos.shots), len(photos.unsure)) == (3, False, 1, 1)
    assert photos.shots[0].picture.startswith(b"\xff\xd8\xff")
    assert desk.session.issues == ()
    for command in photos.commands:
        assert desk.do(command) is None
    assert [(one.card, one.levers) for one in desk.session.issues] == [
        ("climat-carbone", ("clause-donnees",)), ("insertion-emploi", ()),
    ]  # fmt: skip
    again = photographs.read((photographed,), desk.session, photographs.speaker("fr"))
    assert again.cards == 0
    assert len(again.unsure) == 4
    assert "Carbone de nos achats" in again.unsure[1].partition("n'est pas posée")[0]


def test_a_spoilt_photograph_is_one_sentence(desk):
    (desk.path.parent / "cut.jpg").write_bytes(b"\xff\xd8\xff")
    begun = photographs.answer(ReadPhotos((str(desk.path.parent / "cut.jpg"),)), desk, Ui())
    assert isinstance(begun, Begun)
    with pytest.raises(SetupError, match="photo_bad"):
        begun.work()
