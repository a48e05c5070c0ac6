from dataclasses import replace

from game.view.answer.intents import Undo
from game.view.tree.box import Box
from game.view.tree.node import Node, at, focusable, outline, top_layer

A = Node("button", "a", "A", Box(0, 0, 50, 50), does=Undo())
B = Node("button", "b", "B", Box(50, 0, 50, 50), does=Undo(), states=("disabled",))
TREE = Node(
    "window", "window", "", Box(0, 0, 100, 100), kids=(Node("group", "g", "", Box(0, 0, 100, 50), kids=(A, B)),)
)


def test_a_point_gives_the_path_to_what_is_painted_there() -> None:
    assert [node.key for node in at(TREE, 10, 10)] == ["window", "g", "a"]
    assert [node.key for node in at(TREE, 10, 80)] == ["window"]
    assert at(TREE, 100, 100) == ()


def test_ghosts_are_never_pressed() -> None:
    ghost = Node("group", "ghost", "", TREE.box, states=("ghost",), kids=(replace(A, key="c"),))
    assert at(replace(TREE, kids=(*TREE.kids, ghost)), 10, 10)[-1].key == "a"


def test_tab_walks_what_acts() -> None:
    assert [node.key for node in focusable(TREE)] == ["a"]


def test_a_modal_layer_takes_the_focus_and_the_hands() -> None:
    modal = Node("group", "veil", "", TREE.box, states=("modal",), kids=(replace(A, key="c"),))
    tree = Node("window", "w", "", TREE.box, kids=(Node("group", "board", "", TREE.box, kids=(TREE, modal)),))
    assert top_layer(tree) is modal
    assert [node.key for node in focusable(tree)] == ["c"]


def test_the_outline_is_readable() -> None:
    assert outline(TREE) == 'window window\n  group g\n    button a "A" !\n    button b "B" [disabled]'


def test_a_polygon_is_pressed_inside_its_edges_only() -> None:
    place = replace(A, shape=((0, 0), (50, 0), (0, 50)))
    tree = replace(TREE, kids=(place,))
    assert at(tree, 10, 10)[-1].key == "a"
    assert at(tree, 40, 40)[-1].key == "window"
