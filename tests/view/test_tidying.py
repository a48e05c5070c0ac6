"""At home: a session's title and hour, its panel to rename, archive and throw away, and those that were put away."""

from __future__ import annotations

from dataclasses import replace

from game.core.text import Text
from game.desk.away import ARCHIVES, BIN
from game.view.answer.shelf import Recent, Shelf, Tidy
from tests.view.room import Hands
from tests.view.rooms import at, everywhere
from tests.view.test_home import BLAGNAC, FULL

SEEN = Recent("a.clap", "Conseil de décembre", Text("Blagnac"), "2026-12-02", Text("Enjeux", "Issues"), hour="14:05")
AWAY = (replace(SEEN, path="Archives/b.clap", title="Répétition", away=ARCHIVES),
        replace(SEEN, path="Corbeille/c.clap", title="Essai", away=BIN))  # fmt: skip
SHELF = Shelf((BLAGNAC,), (), (SEEN,), "Documents / CLAP", 0, AWAY)
RESUME = (("home", "resume"),)


def home(**view: object) -> Hands:
    return at(None, "home", shelf=SHELF, **view)


def tidied(room: Hands) -> list[Tidy]:
    return [effect for effect in room.effects if isinstance(effect, Tidy)]


def test_a_session_shows_its_title_and_its_hour() -> None:
    row = home().tree.find("session:a.clap")
    assert row is not None
    assert row.name == "Conseil de décembre"
    assert "2 décembre 2026 à 14 h 05" in row.hint.replace("\u00a0", " ").replace("\u202f", " ")


def test_a_session_is_renamed_by_the_keyboard_alone() -> None:
    room = home()
    room.focus("tidy:a.clap")
    room.keys("enter")
    rename = room.tree.find("tidy:rename:a.clap")
    assert rename is not None
    assert not rename.acts
    room.focus("title:a.clap")
    room.keys("enter", "ctrl+a")
    room.type("Conseil du 2")
    room.keys("tab", "enter")
    assert tidied(room) == [Tidy("a.clap", "rename", "Conseil du 2")]
    assert room.tree.find("title:a.clap") is None


def test_throwing_away_is_asked_twice() -> None:
    room = home()
    room.tap("tidy:a.clap")
    room.tap("tidy:discard:a.clap")
    room.tap("tidy:no:a.clap")
    assert room.tree.find("tidy:yes:1:a.clap") is None
    room.tap("tidy:a.clap")
    room.tap("tidy:discard:a.clap")
    room.tap("tidy:yes:1:a.clap")
    assert tidied(room) == []
    room.tap("tidy:yes:2:a.clap")
    assert tidied(room) == [Tidy("a.clap", "discard")]


def test_what_was_put_away_is_taken_back_or_erased_after_two_questions() -> None:
    room = home()
    assert room.tree.find("away:Archives/b.clap") is None
    room.tap("tidy:away")
    room.tap("tidy:restore:Archives/b.clap")
    room.tap("tidy:erase:Corbeille/c.clap")
    room.tap("tidy:yes:1:Corbeille/c.clap")
    room.tap("tidy:yes:2:Corbeille/c.clap")
    assert tidied(room) == [Tidy("Archives/b.clap", "restore"), Tidy("Corbeille/c.clap", "erase")]


def test_home_is_sound_with_everything_open() -> None:
    for asked in ("", "discard:1", "discard:2"):
        tabs = (*RESUME, ("tidy", "a.clap"), ("tidy:asked", asked), ("tidy:away", "yes"))
        everywhere(None, "home", shelf=SHELF, tabs=tabs)
    everywhere(None, "home", shelf=FULL, tabs=RESUME)
