"""What reaches the screen bit by bit is what painting it whole would give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pygame
import pytest

from game.table import picture
from game.table.app import Table
from game.table.window import BADGE, Window
from game.view.answer.input import Input, Key, PointerDown, PointerMove, PointerUp, Tick, Typed
from game.view.tree import theme
from tests.table.demo import table

SMALL = (960, 540)


@pytest.fixture
def room() -> Iterator[Table]:
    yield table(6, SMALL)
    pygame.display.quit()


def spot(room: Table, key: str) -> tuple[int, int]:
    node = room.tree.find(key)
    assert node is not None
    return node.box.centre


def afternoon(room: Table) -> list[Input]:
    (x, y), row = spot(room, "card:i0"), spot(room, "row:enfance")
    name = spot(room, "name")
    return [
        PointerDown("mouse", x, y),
        PointerMove("mouse", x + 20, y - 30),
        PointerMove("mouse", x + 200, y - 100),
        PointerMove("mouse", *row),
        PointerUp("mouse", *row),
        Tick(3),
        Key("tab"),
        Key("tab"),
        PointerDown("finger:1", *name),
        PointerUp("finger:1", *name),
        Typed("L'été"),
        Key("left", shift=True),
        Key("tab"),
        Key("z", ctrl=True),
        Key("y", ctrl=True),
    ]


def same(one: pygame.Surface, two: pygame.Surface) -> bool:
    return pygame.image.tobytes(one, "RGB") == pygame.image.tobytes(two, "RGB")


def test_painting_by_damage_gives_the_whole_picture(room: Table) -> None:
    room.show()
    for event in afternoon(room):
        room.step((event,))
        room.show()
        assert same(room.window.screen, picture.surface(room.tree)), event


def test_nothing_is_painted_when_nothing_changed(room: Table) -> None:
    room.show()
    room.step((Tick(5),))
    room.show()
    frames = room.window.frames
    room.step((PointerMove("mouse", 400, 200), Key("f7")))
    room.show()
    assert room.window.frames == frames


def test_the_clock_repaints_the_clock_alone(room: Table) -> None:
    room.step((Tick(5),))
    room.show()
    old = room.tree
    room.step((Tick(6),))
    assert [kid.key for kid in room.tree.find("demo").kids if kid is not old.find(kid.key)] == ["top"]  # type: ignore[union-attr]


def test_an_exposed_window_is_painted_whole(room: Table) -> None:
    room.show()
    room.window.screen.fill("red")
    room.window.exposed()
    room.show()
    assert same(room.window.screen, picture.surface(room.tree))


def test_a_refusal_is_said(room: Table) -> None:
    assert room.desk is not None
    room.desk.past[-1] = replace(room.desk.session, most=0)  # type: ignore[attr-defined]
    row, (x, y) = spot(room, "row:sports"), spot(room, "card:i0")
    room.step((PointerDown("m", x, y), PointerMove("m", x, y - 40), PointerMove("m", *row), PointerUp("m", *row)))
    assert room.ui.toast is not None
    assert room.ui.toast.text == "family_full"


def test_the_text_a_desk_refuses_stays_in_its_field(room: Table) -> None:
    name = spot(room, "name")
    room.step((PointerDown("m", *name), PointerUp("m", *name), Typed("Fête"), Key("tab")))
    assert room.desk.session.name == "Fête"  # type: ignore[union-attr]
    assert room.ui.texts == ()


def test_a_picture_is_a_png(room: Table) -> None:
    assert picture.png(room.tree).startswith(b"\x89PNG")


def test_two_fingers_of_the_window_place_two_cards(room: Table) -> None:
    pygame.event.clear()
    wide, high = SMALL
    cards, rows = ("card:i0", "card:l3"), ("row:travaux", "row:sports")
    paths = [
        [spot(room, card), (spot(room, card)[0], 300), spot(room, row)] for card, row in zip(cards, rows, strict=True)
    ]
    kinds = (pygame.FINGERDOWN, pygame.FINGERMOTION, pygame.FINGERMOTION, pygame.FINGERUP)
    for kind, at in zip(kinds, (0, 1, 2, 2), strict=True):
        for finger, path in enumerate(paths):
            x, y = path[at]
            pygame.event.post(
                pygame.Event(kind, touch_id=7, finger_id=finger, x=x / (wide - 1), y=y / (high - 1), dx=0.0, dy=0.0)
            )
    room.turn(pygame.time.Clock())
    assert room.desk is not None
    assert room.desk.session.placed == (("i0", "travaux"), ("l3", "sports"))  # type: ignore[attr-defined]
    room.step((Key("z", ctrl=True),))
    assert room.desk.session.placed == (("i0", "travaux"),)  # type: ignore[attr-defined]


def test_why_a_target_pulls_is_said_while_a_card_is_over_it(room: Table) -> None:
    (x, y), row = spot(room, "card:i0"), spot(room, "row:enfance")
    room.step((PointerDown("m", x, y), PointerMove("m", x, y - 40), PointerMove("m", *row)))
    said = [kid.name for kid in room.tree.kids[1].kids if kid.key == "why:m"]
    assert said == ["tension here"]


def test_a_window_is_known_by_the_program_s_icon(room: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[pygame.Surface] = []
    monkeypatch.setattr(pygame.display, "set_icon", given.append)
    Window("CLAP", SMALL)
    assert [icon.get_size() for icon in given] == [(BADGE, BADGE)]
    assert pygame.Color(theme.shown(theme.SLATE)) in [given[0].get_at((BADGE // 2, y)) for y in range(BADGE)]
