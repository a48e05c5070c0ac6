"""Keys on the screen: a finger that comes to a field has them, writes with them as with real ones, puts them away."""

from __future__ import annotations

import pytest

from game.view.answer.input import Key, PointerDown, PointerGone, PointerMove, PointerUp, Press, Typed
from game.view.answer.intents import Camera
from game.view.answer.ui import Ui
from game.view.tree.node import top_layer
from tests.view.afternoon import issues
from tests.view.board_room import now
from tests.view.board_room import table as board_table
from tests.view.checks import sound
from tests.view.look import table
from tests.view.room import MEASURE, Hands

SAID = "Équité – à l'œuvre, 30 %"
NOTE = "note:0"


def noted(**view: object) -> Hands:
    return table(issues(), Ui(screen="play", dialog="note", **view))  # type: ignore[arg-type]


def tap(hands: Hands, key: str) -> None:
    node = top_layer(hands.tree).find(key)
    assert node is not None, f"no key {key}"
    x, y = node.box.centre
    hands.give(PointerDown("finger:1", x, y), PointerUp("finger:1", x, y))


def touched(hands: Hands) -> Hands:
    """Touch the field: its dialog opens with the caret in it."""
    tap(hands, NOTE)
    return hands


def write(hands: Hands, text: str) -> None:
    for sign in text:
        if sign == " ":
            tap(hands, "keys:space")
            continue
        if sign.isupper():
            tap(hands, "keys:shift")
        if top_layer(hands.tree).find(f"keys:{sign}") is None:
            tap(hands, "keys:page")
        tap(hands, f"keys:{sign}")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_sentence_is_written_by_fingers_alone(lang: str) -> None:
    hands = touched(noted(lang=lang))
    write(hands, f"« {SAID} »")
    assert hands.ui.text(NOTE) == f"« {SAID} »"
    tap(hands, "keys:erase")
    tap(hands, "keys:done")
    assert top_layer(hands.tree).find("keys") is None
    assert hands.ui.text(NOTE) == f"« {SAID} "
    assert hands.ui.dialog == "note", "the dialog of the field stays"


def test_the_text_is_seen_above_the_keys_and_a_finger_puts_its_caret() -> None:
    hands = touched(noted())
    write(hands, "abc")
    field = top_layer(hands.tree).find("keys:field")
    assert field is not None
    assert (field.value, "editing" in field.states) == ("abc", True)
    hands.give(PointerDown("finger:1", field.box.x + 20, field.box.centre[1] + 12))
    assert hands.ui.editing is not None
    assert hands.ui.editing.caret == 0


def test_real_keys_put_them_away_and_a_mouse_does_not_call_them() -> None:
    hands = touched(noted())
    assert top_layer(hands.tree).find("keys") is not None
    hands.give(Key("b"), Typed("b"))
    assert (top_layer(hands.tree).find("keys"), hands.ui.text(NOTE)) == (None, "b")
    mouse = noted()
    mouse.tap(NOTE)
    assert mouse.ui.editing is not None
    assert top_layer(mouse.tree).find("keys") is None


def test_a_touch_beside_the_keys_puts_them_away_and_keeps_the_text() -> None:
    hands = touched(noted())
    write(hands, "Vu")
    hands.give(PointerDown("finger:1", 4, 540), PointerUp("finger:1", 4, 540))
    assert top_layer(hands.tree).find("keys") is None
    assert (hands.ui.dialog, hands.ui.text(NOTE)) == ("note", "Vu")


def test_other_hands_go_on_with_card_and_plan_while_one_writes() -> None:
    hands = board_table(issues())
    card = next(node for node in hands.tree.walk() if node.key.startswith("card:"))
    x, y = card.box.centre
    hands.give(PointerDown("finger:2", x, y), PointerMove("finger:2", x, y - 200))
    tap(hands, "hand:search")
    write(hands, "ea")
    row = hands.spot("row:urbain")
    hands.give(PointerMove("finger:2", *row), PointerUp("finger:2", *row))
    assert [issue.family for issue in now(hands).issues] == ["urbain"]
    plan = hands.tree.find("plan")
    assert plan is not None
    a, b = plan.box.x + 300, plan.box.y + 200
    hands.give(
        PointerDown("finger:3", a, b), PointerMove("finger:3", a + 90, b + 40), PointerUp("finger:3", a + 90, b + 40)
    )
    assert hands.ui.camera != Camera()
    write(hands, "u")
    assert hands.ui.writing.text("hand:search") == "eau"


def test_a_palm_beside_what_is_written_ends_nothing() -> None:
    hands = table(issues(), Ui(screen="play"))
    tap(hands, "hand:search")
    for n in range(3, 8):
        hands.give(PointerDown(f"finger:{n}", 300 + 20 * n, 300))
    hands.give(*(PointerGone(f"finger:{n}") for n in range(3, 8)))
    assert hands.ui.editing is not None
    assert top_layer(hands.tree).find("keys") is not None


def test_a_note_that_a_finger_opens_has_its_keys_at_once() -> None:
    hands = table(issues(), Ui(screen="play"))
    tap(hands, "menu")
    tap(hands, "menu:note")
    assert hands.ui.editing is not None
    write(hands, "Vu")
    assert hands.ui.text(NOTE) == "Vu"


@pytest.mark.parametrize("by", ["mouse", "tool", "key"])
def test_a_note_opened_without_a_finger_has_none(by: str) -> None:
    hands = table(issues(), Ui(screen="play"))
    tap(hands, "menu")
    if by == "mouse":
        hands.tap("menu:note")
    elif by == "tool":
        hands.give(Press("menu:note"))
    else:
        hands.focus("menu:note")
        hands.keys("enter")
    assert hands.ui.editing is not None
    assert top_layer(hands.tree).find("keys") is None


@pytest.mark.parametrize("page", ["", "capitals", "signs"])
@pytest.mark.parametrize("seen", [((1920, 1080), 100), ((1366, 768), 100), ((3840, 2160), 200), ((1080, 1920), 100)])
def test_the_keys_are_sound(page: str, seen: tuple[tuple[int, int], int]) -> None:
    size, percent = seen
    hands = table(issues(), Ui(screen="play", dialog="note", percent=percent, tabs=(("keys:page", page),)), size)
    sound(touched(hands).tree, MEASURE)
    assert top_layer(hands.tree).find("keys") is not None
