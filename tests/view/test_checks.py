"""The checks can fail: each is shown a fault."""

from dataclasses import replace

import pytest

from game.view.answer.intents import Undo
from game.view.answer.looks import SetLanguage
from game.view.answer.ui import Ui
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.looks import Fill, Icon, Words
from game.view.tree.node import Node
from tests.view.checks import faults, lost, seams, sound
from tests.view.room import Hands, hands
from tests.view.stand_ins import Room, StandInDesk, StandInMeasure, StandInRules

WHOLE = Box(0, 0, 1920, 1080)


def button(**more: object) -> Node:
    base = Node("button", "b", "Go", Box(10, 10, 200, 60), does=Undo())
    return replace(base, **more)


def words(text: str = "Go", px: int = 24, colour: str = theme.INK, back: str = theme.WHITE, width: int = 180) -> Words:
    return Words(Box(20, 20, width, 30), (text,), px, 30, colour, back=back)


@pytest.mark.parametrize(
    ("node", "said"),
    [
        (button(name=""), "without a name"),
        (button(box=Box(10, 10, 30, 60)), "a target of 30"),
        (button(look=(words(px=20),)), "at 20 px"),
        (button(look=(words(text="a text far too long for its box"),)), "px wide"),
        (button(look=(words(text="cut…"),)), "is cut"),
        (button(look=(words(colour=theme.SLATE),)), "contrast"),
        (button(box=Box(1900, 10, 200, 60)), "outside"),
    ],
)
def test_each_fault_is_found(node: Node, said: str) -> None:
    found = faults(Node("window", "w", "", WHOLE, kids=(node,)), StandInMeasure())
    assert len(found) == 1
    assert said in found[0]


@pytest.mark.parametrize(
    ("colour", "palettes"),
    [
        (theme.SLATE, [theme.NIGHT]),
        (theme.AMBER, [theme.DAY, theme.CONTRAST]),
        (theme.SAND, [theme.DAY, theme.NIGHT, theme.CONTRAST]),
    ],
)
def test_a_faint_text_is_found_in_each_look_of_the_table(colour: str, palettes: list[str]) -> None:
    found = faults(Node("window", "w", "", WHOLE, kids=(button(look=(words(colour=colour),)),)), StandInMeasure())
    assert [fault[fault.index("(", fault.index("contrast")) :].strip("()") for fault in found] == palettes


@pytest.mark.parametrize(("role", "states"), [("field", ()), ("meter", ()), ("tab", ("selected",))])
def test_an_edge_that_does_not_stand_out_is_found(role: str, states: tuple[str, ...]) -> None:
    edged = [button(role=role, states=states, look=(Fill(Box(10, 10, 200, 60), theme.PAPER, border=border, width=2),))
             for border in (theme.SAND, theme.LINE)]  # fmt: skip
    found = [faults(Node("window", "w", "", WHOLE, kids=(one,)), StandInMeasure()) for one in edged]
    assert [len(each) for each in found] == [len(theme.PALETTES), 0]


def shown(*screen: Node, layers: tuple[Node, ...] = ()) -> Node:
    board = Node("group", "board", "", WHOLE, kids=(Node("group", "screen", "", WHOLE, kids=screen), *layers))
    return Node("window", "window", "CLAP", WHOLE, kids=(board, Node("group", "hands", "", WHOLE)))


def test_a_screen_or_a_dialog_that_no_heading_names_is_found() -> None:
    title, veil = Node("heading", "h", "Enjeux", WHOLE), Node("group", "veil", "", WHOLE, states=("modal",))
    assert faults(shown(title), StandInMeasure()) == []
    assert faults(shown(), StandInMeasure()) == ["screen: no heading names it"]
    assert faults(shown(title, layers=(veil,)), StandInMeasure()) == ["veil: no heading names it"]


def test_a_button_named_in_another_language_must_say_which() -> None:
    faulty, sound_one = button(does=SetLanguage("en")), button(does=SetLanguage("en"), lang="en")
    found = [faults(Node("window", "w", "", WHOLE, kids=(one,)), StandInMeasure()) for one in (faulty, sound_one)]
    assert found == [["b: its name is in another language"], []]


def test_a_focus_on_what_lies_under_a_dialog_or_is_gone_is_found() -> None:
    veil = Node("group", "veil", "", WHOLE, states=("modal",))
    assert lost(shown(button()), "b") == lost(shown(button()), "") == []
    assert lost(shown(button(), layers=(veil,)), "b")
    assert lost(shown(), "b")


def test_a_text_written_over_another_or_over_an_icon_is_found() -> None:
    beside = replace(words(), box=Box(120, 20, 80, 30))
    over = [button(look=(words(), mark)) for mark in (words("No"), Icon(Box(30, 22, 24, 24), "check", theme.INK))]
    found = [faults(Node("window", "w", "", WHOLE, kids=(one,)), StandInMeasure()) for one in over]
    assert [len(each) for each in found] == [1, 1]
    assert all("written over" in each[0] for each in found)
    assert not faults(Node("window", "w", "", WHOLE, kids=(button(look=(words(), beside)),)), StandInMeasure())


@pytest.mark.parametrize(("right", "found"), [(500, 0), (501, 1), (499, 1), (540, 0)])
def test_a_seam_where_boxes_meet_is_found(right: int, found: int) -> None:
    def two(x: int) -> Node:
        boxes = Box(0, 0, 500, 90), Box(x, 0, 300, 90)
        return Node("group", "g", "", WHOLE, kids=tuple(button(key=f"b{i}", box=box) for i, box in enumerate(boxes)))

    assert len(seams(two(right), two(500))) == found


def test_overlaps_and_double_keys_are_found() -> None:
    two = (button(), button(box=Box(100, 10, 200, 60)))
    found = faults(Node("window", "w", "", WHOLE, kids=two), StandInMeasure())
    assert [fault for fault in found if "overlaps" in fault]
    assert [fault for fault in found if "2 nodes" in fault]


@pytest.mark.parametrize("size", [(1920, 1080), (3840, 2160)])
def test_home_is_sound(size: tuple[int, int]) -> None:
    room = Hands(None, StandInRules(), Ui(), size=size)
    sound(room.tree, room.measure)


def test_the_stand_in_room_is_built_of_sound_widgets() -> None:
    room = hands(4)
    assert [fault for fault in faults(room.tree, room.measure) if "is cut" not in fault] == []
    assert isinstance(room.desk, StandInDesk)
    assert isinstance(room.desk.session, Room)
