"""The way out: what each paper does not know yet, in which folder they lie, and the ways to another one."""

from __future__ import annotations

import pytest

from game.core.session import Session
from game.export import FORMATS, PICTURE
from game.view.answer.intents import CloseTop, Export
from game.view.answer.papers import ChooseFolder, FindFolders, OpenFolder, Papers, Place, Written
from game.words.catalogue import speaker
from tests.view.checks import sound
from tests.view.council import SESSIONS
from tests.view.room import Hands
from tests.view.rooms import MEASURE, at, everywhere

PLACES = (
    Place("session", "Essai du 2 décembre", "session"), Place("documents:0", "Documents", "documents"),
    Place("stick:1", "VERBATIM", "stick"), Place("last:2", "Conseil municipal", "last"),
)  # fmt: skip
TALL = (1920, 1800)
AT = "2026-12-02T15:32:10"
LYING = (Written("docx", "fr", 57, AT), Written("pdf", "fr", 60, AT), Written("csv", "en", 60, AT, changed=True))
VIEW = {"papers": Papers(PLACES[0], LYING, PLACES), "notices": (("gestures", "60"),)}


def rolled() -> Session:
    return SESSIONS["rolled"]()


def name(room: Hands, key: str) -> str:
    node = room.tree.find(key)
    assert node is not None
    return node.name


def test_a_paper_says_what_happened_since_it_was_written() -> None:
    room = at(rolled(), "play", size=TALL, **VIEW)
    assert "3 gestes depuis" in name(room, "export:docx")
    assert "à jour" in name(room, "export:pdf")
    assert "changé par quelqu'un" in name(room, "export:csv").replace("\u2019", "'")
    assert "crit à" not in name(room, "export:json")


def test_another_folder_is_chosen_by_touch_and_by_the_keyboard() -> None:
    room = at(rolled(), "play", **VIEW)
    room.tap("export:folder")
    assert FindFolders() in room.effects
    room.tap("folders:stick:1")
    assert ChooseFolder("stick:1") in room.effects
    assert room.ui.dialog == ""
    room.focus("export:folder")
    room.keys("enter")
    room.focus("folders:documents:0")
    room.keys("enter")
    assert ChooseFolder("documents:0") in room.effects
    assert room.ui.dialog == ""
    room.tap("export:show")
    assert OpenFolder() in room.effects
    assert CloseTop() not in room.effects


def test_closing_asks_for_the_papers_to_be_written_again() -> None:
    room = at(rolled(), "play", dialog="closing", **VIEW)
    room.tap("closing:do")
    assert [type(effect).__name__ for effect in room.effects] == ["CloseSession", "WriteAgain"]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_paper_is_called_on_screen_as_its_file_is(lang: str) -> None:
    say = speaker(lang).say
    for what, file in (*((form.what, form.file(lang)) for form in FORMATS if form.what != "cao"), PICTURE):
        assert say(f"council.export.{what}") == file
    room = at(rolled(), "play", lang=lang, size=TALL)
    room.tap("export:json")
    assert room.effects == [Export("json")]


def test_the_way_out_and_its_folders_are_sound() -> None:
    everywhere(rolled(), **VIEW)
    everywhere(rolled(), tabs=(("credits", "out"),), **VIEW)
    everywhere(rolled(), dialog="folders", **VIEW)


def test_what_was_just_written_for_who_leaves_can_be_read_at_once() -> None:
    taken = Papers(Place("session", "Essai", "session"), taken=("deux-pages-sports.pdf", "mes-dates-sports.ics"))
    room = at(rolled(), dialog="taken", papers=taken, screen="play")
    sound(room.tree, MEASURE)
    room.tap("taken:read")
    room.tap("taken:folder")
    assert room.effects == [OpenFolder("deux-pages-sports.pdf"), OpenFolder()]
