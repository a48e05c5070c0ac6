"""What goes out to screen readers."""

from __future__ import annotations

import os

import pytest

from game.table.access import Access
from game.table.announcing import heard
from game.view.answer.input import Input, Select, Tick
from game.view.answer.intents import EditField
from game.view.tree.box import Box
from game.view.tree.node import Node
from tests.view import afternoon
from tests.view.room import HD
from tests.view.rooms import at
from tests.view.shown import SHOWN

TORTURE = bool(os.environ.get("CLAP_TORTURE"))
BOX = Box(0, 0, 300, 90)


def test_a_name_that_is_no_utf8_goes_out_to_screen_readers() -> None:
    kit = pytest.importorskip("accesskit")
    name = "S\udce9ance"
    row = Node("row", f"session:{name}.clap", name, Box(0, 0, 9, 9), value=name, hint=f"{name}.clap")
    access = Access(lambda _: None)
    access._bridge.kit = kit
    sent = access._node(row)
    assert sent.label == "S\ufffdance"
    assert sent.value == "S\ufffdance"
    assert sent.description == "S\ufffdance.clap"
    text = Node("text", name, name, Box(0, 0, 9, 9))
    assert access._node(text).value == "S\ufffdance"


def written(text: str, *starts: int, picked: tuple[int, int] | None = None) -> Node:
    """Give a field that shows a text on lines of 30 pixels."""
    rows = tuple((start, 30 * i) for i, start in enumerate(starts))
    return Node("area", "note", "Note", BOX, does=EditField("note", text, rows=rows, picked=picked), value=text)


def given(access: Access, node: Node) -> tuple[object, list[object]]:
    """Give what goes out of a field, and its runs."""
    access._bridge.kit = pytest.importorskip("accesskit")
    assert isinstance(node.does, EditField)
    return access._node(node), [run for _, run in access._runs(node, node.does)]


def test_a_text_goes_out_line_by_line_with_its_signs_and_words() -> None:
    field, runs = given(Access(lambda _: None), written("Né à\nToulouse", 0, 5, 12, picked=(1, 12)))
    assert [run.value for run in runs] == ["Né à\n", "Toulous", "e"]
    assert list(runs[0].character_lengths) == [1, 2, 1, 2, 1], "in bytes"
    assert list(runs[0].word_lengths) == [3, 2]
    assert [int(run.bounds.y0) for run in runs] == [0, 30, 60]
    ends = (field.text_selection.anchor, field.text_selection.focus)
    assert [(end.node, end.character_index) for end in ends] == [(field.children[0], 1), (field.children[2], 0)]


def test_an_empty_field_and_a_word_without_end_go_out() -> None:
    field, runs = given(Access(lambda _: None), written("", 0))
    assert [run.value for run in runs] == [""]
    assert field.text_selection.focus.character_index == 0
    _, runs = given(Access(lambda _: None), written("x" * 900 + " ", 0))
    assert sum(runs[0].word_lengths) == 901
    assert max(runs[0].word_lengths) < 256


def test_what_a_tool_selects_comes_back_as_places_in_the_text() -> None:
    asked: list[Input] = []
    access = Access(asked.append)
    field, _ = given(access, written("Né à\nToulouse", 0, 5))
    kit = access._kit
    spots = [kit.TextPosition(run, at) for run, at in zip(field.children, (3, 2), strict=True)]

    class Request:
        """What AccessKit hands over."""

        target, action = access._id("note"), kit.Action.SET_TEXT_SELECTION
        data = (None, kit.TextSelection(*spots))

    access._act(Request())
    assert asked == [Select("note", 3, 7)]


def test_a_tool_puts_the_caret_in_a_field_that_is_then_typed_in() -> None:
    room = at(afternoon.issues(), "play", dialog="note", texts=(("note:0", "un mot"),))
    room.give(Select("note:0", 0, 99))
    assert room.ui.editing is not None
    assert (room.ui.editing.anchor, room.ui.editing.caret) == (0, 6)
    node = room.tree.find("note:0")
    assert node is not None
    assert isinstance(node.does, EditField)
    assert node.does.picked == (0, 6)


def test_what_lies_under_a_dialog_is_not_offered() -> None:
    room = at(afternoon.issues(), "play", menu=True)
    board = room.tree.kids[0]
    assert len(board.kids) > 1
    assert [kid.key for kid in heard(board)] == ["dialog:menu:veil"]
    room.keys("escape")
    assert heard(room.tree.kids[0]) == room.tree.kids[0].kids


def sent(tree: Node, lang: str = "fr") -> dict[str, object]:
    """Give what goes out of each node of a tree, by its key."""
    access = Access(lambda _: None)
    access._bridge.kit = pytest.importorskip("accesskit")
    access.show(tree, tree.key, lang)
    update = access._whole()
    return {access._keys[number]: node for number, node in update.nodes}


def test_the_language_headings_and_what_a_card_says_go_out() -> None:
    room = at(afternoon.issues(), "play")
    kit, out = pytest.importorskip("accesskit"), sent(room.tree)
    assert out[room.tree.key].language == "fr"
    card = next(node for node in room.tree.walk() if node.role == "card" and node.drags is not None)
    assert out[card.key].keyboard_shortcut == "S"
    assert out[card.key].description.startswith("Familles")
    lever = next(
        node for node in at(afternoon.placed(), "play").tree.walk() if node.role == "card" and node.key[:5] == "card:"
    )
    assert "délai" in lever.hint
    menu = sent(at(afternoon.issues(), "play", menu=True).tree)
    title = next(node for key, node in menu.items() if node.role == kit.Role.HEADING and key.endswith(":title"))
    assert title.level == 1


@pytest.mark.parametrize("screen", list(SHOWN)[:: 1 if TORTURE else 6])
def test_a_screen_or_dialog_is_heard_to_have_one_title_which_comes_first(screen: str) -> None:
    kit = pytest.importorskip("accesskit")
    levels = [
        node.level for node in sent(SHOWN[screen].at(HD, 100, "fr").tree).values() if node.role == kit.Role.HEADING
    ]
    assert levels[:1] == [1]
    assert set(levels[1:]) <= {2}


def test_a_card_of_another_language_says_which() -> None:
    out = sent(SHOWN["elsewhere drumsallow-issues"].at(HD, 100, "fr").tree)
    cards = [node for key, node in out.items() if key.startswith(("card:", "issue:"))]
    assert {card.language for card in cards} == {"en"}
    assert out["window"].language == "fr"
    own = sent(SHOWN["issues"].at(HD, 100, "en").tree)
    assert {node.language for key, node in own.items() if key.startswith("card:")} == {None}
    menu = sent(at(afternoon.issues(), "play", menu=True).tree)
    assert menu["menu:lang:en"].language == "en"


def test_what_takes_a_card_is_pressed_only_while_keys_carry_one() -> None:
    kit, room = pytest.importorskip("accesskit"), at(afternoon.issues(), "play")

    def pressed(tree: Node) -> set[str]:
        takes = {node.key for node in tree.walk() if node.accepts is not None and node.does is None}
        return {key for key, node in sent(tree).items() if key in takes and node.supports_action(kit.Action.CLICK)}

    assert pressed(room.tree) == set()
    room.focus(next(node.key for node in room.tree.walk() if node.key.startswith("card:")))
    room.keys("enter")
    assert "row:urbain" in pressed(room.tree)


def test_what_takes_a_card_is_another_node_to_who_remembers_what_nodes_can_do() -> None:
    access, room = Access(lambda _: None), at(afternoon.issues(), "play")
    access._bridge.kit = pytest.importorskip("accesskit")
    row = room.tree.find("row:urbain")
    assert row is not None
    access.show(room.tree, "", "fr")
    rests = access._of(row)
    room.focus(next(node.key for node in room.tree.walk() if node.key.startswith("card:")))
    room.keys("enter")
    access.show(room.tree, "", "fr")
    takes = access._of(row)
    assert rests != takes
    assert access._keys[rests] == access._keys[takes] == "row:urbain"


def test_answers_of_which_one_is_chosen_are_radio_buttons() -> None:
    kit = pytest.importorskip("accesskit")
    out = sent(at(afternoon.issues(), "play", dialog="scale").tree)
    screens = [node for key, node in out.items() if key.startswith("screen:") and node.role == kit.Role.RADIO_BUTTON]
    assert [node.toggled == kit.Toggled.TRUE for node in screens].count(True) == 1
    assert out["screen:choices"].role == kit.Role.RADIO_GROUP


def test_the_clock_isheard_by_the_minute_and_its_end_is_told_once() -> None:
    room = at(afternoon.issues(), "play")
    whole = room.desk.session.remaining(0)
    names, told = [], []
    for left in (whole, 301, 300, 290, 61, 60, 59, 51, 1, 0, -1, -10, -61):
        room.give(Tick(whole - left))
        names.append(room.tree.find("clock").name)
        told.append(next((node.name for node in room.tree.walk() if node.key == "told:time"), ""))
    assert len(set(names[4:8])) <= 2
    assert not any(" s" in name for name in names)
    assert told[2] == "Il reste 5 minutes."
    assert told[5:8] == ["Il reste 1 minute."] * 3
    assert told[9:11] == ["Le temps de la phase est écoulé."] * 2
    assert [bool(one) for one in told] == [False, False, True, False, False, True, True, True, False, True, True, False,
                                           False]  # fmt: skip
