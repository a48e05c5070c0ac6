"""The dialog that brings a paper table back from photographs: files, then what was read, then a yes."""

from __future__ import annotations

from io import BytesIO
from itertools import product

import pytest
from PIL import Image

from game.core.moves.flow import EnterPhase
from game.core.moves.issues import PlaceIssue
from game.core.session import start
from game.view.answer.photos import FindPhotos, Found, Photos, ReadPhotos, Shot
from game.words.catalogue import speaker
from tests.view.afternoon import picked, workshop
from tests.view.checks import sound
from tests.view.room import Hands
from tests.view.rooms import LANGUAGES, MEASURE, SCALES, SIZES, RuleDesk, at

FILE = BytesIO()
Image.new("RGB", (640, 480), "#8899AA").save(FILE, "JPEG")
FOUND = (Found("/a/IMG_0001.jpg", "IMG_0001.jpg", "session"), Found("/b/table 2.jpg", "table 2.jpg", "stick"))
READ = Photos(
    FOUND, (Shot("/a/IMG_0001.jpg", "IMG_0001.jpg", FILE.getvalue()),),
    ("2 cartes lues : 2 enjeux.", "Bâtiments, travaux et énergie", "  Carbone de nos achats : Clause d'insertion"),
    ("« Noter le service rendu » (photo 1) : deux enjeux sont aussi près de ce levier. Rapprochez-le du sien.",),
    (EnterPhase("enjeux"), PlaceIssue("climat-carbone", "travaux")), 1, choosing=False,
)  # fmt: skip
STEPS = {
    "none": Photos(), "files": Photos(FOUND), "read": READ,
    "another": Photos(FOUND, READ.shots), "nothing": Photos(FOUND, READ.shots, ("0",), ("…",), choosing=False),
}  # fmt: skip


def shown(step: str, **more: object) -> Hands:
    return at(picked(), "play", dialog="photos", photos=STEPS[step], **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("step", STEPS)
def test_every_step_of_the_dialog_is_sound(step: str) -> None:
    for lang, percent, size in product(LANGUAGES, SCALES, SIZES):
        sound(shown(step, size=size, lang=lang, percent=percent).tree, MEASURE, percent)
        assert not speaker(lang).missing


def test_the_menu_offers_it_and_photographs_are_looked_for() -> None:
    room = at(picked(), "play", menu=True)
    room.tap("menu:photos")
    assert (room.ui.dialog, room.ui.menu) == ("photos", False)
    assert room.effects[-1:] == [FindPhotos()]


def test_a_photograph_is_chosen_then_another_joins_it() -> None:
    room = shown("files")
    room.tap("photo:0")
    assert room.effects[-1:] == [ReadPhotos(("/a/IMG_0001.jpg",))]
    room = shown("another")
    assert room.tree.find("photo:1") is None
    room.tap("photo:0")
    assert room.effects[-1:] == [ReadPhotos(("/a/IMG_0001.jpg", "/b/table 2.jpg"))]


def test_what_was_read_is_placed_only_when_it_is_confirmed() -> None:
    room = at(start(workshop()), "play", dialog="photos", photos=READ)
    assert isinstance(room.desk, RuleDesk)
    assert room.desk.done == []
    for words in (*READ.unsure, *(one.strip() for one in READ.lying)):
        assert any(words in node.name for node in room.tree.walk())
    room.tap("photos:go")
    assert room.desk.done == list(READ.commands)
    assert room.ui.dialog == ""


def test_where_nothing_is_sure_nothing_can_be_placed() -> None:
    found = shown("nothing").tree.find("photos:go")
    assert found is not None
    assert not found.acts
