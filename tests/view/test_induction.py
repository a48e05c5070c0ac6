"""The strip of the induction: led by mouse and by keyboard, every screen sound."""

from __future__ import annotations

import pytest

from game.core.induction import astray
from game.core.session import Session
from tests.view.checks import sound
from tests.view.inductions import ASKED, ORDER, SESSIONS, asked, begun, laid, opened
from tests.view.room import Hands
from tests.view.rooms import MEASURE, at

ROOMS = (((3840, 2160), 100), ((1366, 768), 100), ((1920, 1080), 225), ((1920, 1080), 300))


def table(session: Session, **view: object) -> Hands:
    return at(session, "play", **view)


def left(room: Hands) -> tuple[int, ...]:
    session = room.desk.session
    return astray(session.workshop.scenario.induction, session.newcomer)


def told(room: Hands, key: str) -> str:
    node = room.tree.find(key)
    assert node is not None, key
    return node.name


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_step_is_sound(lang: str) -> None:
    for made in SESSIONS.values():
        sound(table(made(), lang=lang).tree, MEASURE)
    for size, percent in ROOMS:
        sound(table(begun(), lang=lang, size=size, percent=percent).tree, MEASURE, percent)
        sound(table(asked(), lang=lang, size=size, percent=percent).tree, MEASURE, percent)


def test_the_strip_is_laid_by_touch_and_a_wrong_place_says_why() -> None:
    room = table(opened())
    room.tap("frame:cao")
    assert "il faut donc qu’elles soient arrivées" in told(room, "strip:lesson").replace("'", "’")
    for frame in ORDER:
        room.tap(f"frame:{frame}")
    assert left(room) == ()
    assert not room.desk.refused


def test_the_strip_is_laid_by_drag() -> None:
    room = table(opened())
    room.drag("frame:mesure", "spot:8")
    room.drag("frame:avis", "spot:5")
    assert room.desk.session.newcomer.laid == (("mesure", 8), ("avis", 5))
    room.drag("frame:avis", "spot:4")
    assert dict(room.desk.session.newcomer.laid)["avis"] == 4


def test_a_carried_frame_does_not_show_its_place() -> None:
    room = table(begun())
    room.focus("frame:mesure")
    room.keys("enter")
    assert room.targets() == ["spot:3", "frame:cao", *(f"spot:{n}" for n in (5, 6, 7, 8))]


def test_the_strip_and_the_questions_are_led_by_keys_alone() -> None:
    room = table(opened())
    for frame in ORDER:
        walk_to(room, f"frame:{frame}")
        room.keys("enter", "enter")
    assert left(room) == ()
    for question in ASKED:
        walk_to(room, "answer:false")
        room.keys("enter")
        if question != ASKED[-1]:
            walk_to(room, "strip:after")
            room.keys("enter")
    assert [answer for answer, _ in room.desk.session.newcomer.answers] == list(ASKED)


def walk_to(room: Hands, key: str) -> None:
    for _ in range(60):
        if room.ui.focus == key:
            return
        room.keys("tab")
    pytest.fail(f"{key} is not reached")


def test_an_answer_is_followed_by_its_reason_whatever_it_was() -> None:
    for answer, first in (("true", "Eh bien, c'est faux."), ("false", "C'est faux.")):
        room = table(laid())
        assert room.tree.find("strip:why") is None
        room.tap(f"answer:{answer}")
        why = told(room, "strip:why").replace("’", "'")
        assert why.startswith(first)
        assert "CGCT L1414-2" in why


def test_one_line_says_what_is_to_be_done() -> None:
    for session, said in ((begun(), "encore 6"), (laid(), "encore 4"), (asked(), "suite")):
        assert said in " ".join(node.name for node in table(session).tree.walk())
