"""Where one writes what leaves the room, the guard tells what a contract may not ask, and stops nothing."""

from __future__ import annotations

import pytest

from game.core.session import Session
from game.core.sheets import objective
from game.view.tree.node import Node
from game.words.catalogue import speaker
from tests.view.checks import sound
from tests.view.council import PAIR, SESSIONS, table
from tests.view.room import MEASURE, Hands

ISSUE = "alimentation-durable"
FIELD = f"objective:{ISSUE}"
WAY = {"local": "circuits courts", "brand": "performance", "label": "équivalent"}


def told(room: Hands) -> list[Node]:
    return [node for node in room.tree.walk() if node.key.startswith("guard:")]


def test_a_sheet_tells_as_one_types() -> None:
    room = table(SESSIONS["sheets"](), tabs=(("objective", ISSUE), ("sheet", "main")))
    assert told(room) == []
    room.tap(f"{FIELD}:title")
    room.keys("ctrl+a")
    room.type("Acheter le pain aux boulangers du coin")
    (node,) = told(room)
    assert node.key == f"guard:{FIELD}:title"
    assert "polite" in node.states
    assert WAY["local"] in node.name
    room.keys("ctrl+a")
    room.type("Servir des légumes de saison")
    assert told(room) == []


def test_a_field_stays_where_it_is_when_something_is_told_under_it() -> None:
    """To who listens, a field that comes into another group as it is typed in is another field."""
    room = table(SESSIONS["sheets"](), dialog="note")

    def around() -> list[str]:
        return [node.key for node in room.tree.walk() if any(kid.role == "area" for kid in node.kids)]

    room.tap("note:0")
    before = around()
    room.type("Acheter le pain aux boulangers du coin")
    assert told(room)
    assert around() == before


@pytest.mark.parametrize(("page", "field", "words", "kind"), [
    ("main", "indicator", "Part des tablettes Samsung", "brand"),
    ("context", "means", "N'acheter que des poissons MSC", "label"),
    ("context", "arbitration", "On passe par les maçons d'ici", "local"),
])  # fmt: skip
def test_each_field_that_leaves_the_room_tells(page: str, field: str, words: str, kind: str) -> None:
    view = {"tabs": (("objective", ISSUE), ("sheet", page)), "texts": ((f"{FIELD}:{field}", words),)}
    (node,) = told(table(SESSIONS["sheets"](), (1920, 1919), **view))
    assert node.key == f"guard:{FIELD}:{field}"
    assert WAY[kind] in node.name


def test_what_is_told_is_recorded_all_the_same() -> None:
    room = table(SESSIONS["sheets"](), tabs=(("objective", ISSUE), ("sheet", "main")))
    room.tap(f"{FIELD}:title")
    room.keys("ctrl+a")
    room.type("Acheter le pain aux boulangers du coin")
    room.keys("enter")
    session = room.desk.session  # type: ignore[attr-defined]
    assert isinstance(session, Session)
    sheet = objective(session, ISSUE)
    assert sheet is not None
    assert sheet.title.fr == "Acheter le pain aux boulangers du coin"
    assert len(told(room)) == 1
    sound(room.tree, MEASURE)


@pytest.mark.parametrize(("moment", "dialog", "about", "field"), [
    ("laid", "note", "", "note:0"),
    ("laid", "arbitrate", "+".join(PAIR), ""),
    ("laid", "intention", "", "intention:0:title"),
    ("laid", "blank", "lever", "blank:lever:label"),
    ("over", "renounce", "", "renounce:reason"),
    ("over", "assume", "", "assume:sentence"),
])  # fmt: skip
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_dialog_tells_too(moment: str, dialog: str, about: str, field: str, lang: str) -> None:
    key = field or f"arbitrate:{about}"
    view = {"dialog": dialog, "about": about, "texts": ((key, "Buy bread from local bakers"),), "lang": lang}
    room = table(SESSIONS[moment](), **view)
    (node,) = told(room)
    assert "local bakers" in node.name
    assert speaker(lang).say("guard.way.local") in node.name
    sound(room.tree, MEASURE)
