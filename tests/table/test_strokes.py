"""What is painted again from one tree to the next is what differs, and gives the picture painted afresh."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from random import Random

import pygame
import pytest

from game.table import picture, shapes, strokes
from game.table.paint import Painter
from game.table.pictures import Drawing
from game.table.strokes import LARGE, fresh, renewed
from game.table.surface_layers import merged
from game.table.surfaces import rgba
from game.table.window import Window
from game.view.parts.moved import moved
from game.view.tree.box import Box
from game.view.tree.looks import Fill, Icon, Line, Mark, Picture, Poly, Stripes, Words
from game.view.tree.node import Node

SEEDS = 300 if os.environ.get("CLAP_TORTURE") else 12
STEPS = 25
SIZE = (320, 200)
WHOLE = pygame.Rect(0, 0, *SIZE)
A = Node("button", "a", "A", Box(0, 0, 50, 50), (Fill(Box(0, 0, 50, 50), "#00FF00"),))
B = Node("button", "b", "B", Box(50, 0, 50, 50), (Fill(Box(50, 0, 50, 50), "#0000FF"),))
GROUP = Node("group", "g", "", Box(0, 0, 100, 50), kids=(A, B))
COLOURS = ("white", "ink", "#F2B33D", "veil", "#8E1B1B60", "#1E63B0C0", "#FFFFFF30")


def harmed(old: Node, new: Node) -> list[tuple[int, ...]]:
    harm: list[pygame.Rect] = []
    renewed(fresh(old, WHOLE), new, WHOLE, harm)
    return [tuple(box) for box in harm]


def test_only_what_changed_is_harmed() -> None:
    other = replace(A, look=(Fill(A.box, "#FF0000"),))
    assert harmed(GROUP, GROUP) == []
    assert harmed(GROUP, replace(GROUP, name="other", does=1, states=("selected",))) == []
    assert harmed(GROUP, replace(GROUP, kids=(other, B))) == [(0, 0, 50, 50)]


def test_what_came_and_what_went_is_harmed() -> None:
    assert harmed(GROUP, replace(GROUP, kids=(A,))) == [(50, 0, 50, 50)]
    assert harmed(replace(GROUP, kids=(A,)), GROUP) == [(50, 0, 50, 50)]


def test_a_mark_that_changed_leaves_the_others_of_its_node() -> None:
    more = Fill(Box(10, 10, 5, 5), "#FF0000")
    assert harmed(A, replace(A, look=(*A.look, more))) == [(10, 10, 5, 5)]
    assert harmed(replace(A, look=(more, *A.look)), A) == [(10, 10, 5, 5)]


def test_harm_reaches_as_far_as_a_shadow_and_no_farther_than_a_list_shows() -> None:
    floating = replace(A, look=(Fill(A.box, "#FF0000", shadow=5),))
    assert harmed(GROUP, replace(GROUP, kids=(floating, B))) == [(0, 0, 65, 65)]
    shown = replace(GROUP, states=("clips",))
    assert harmed(shown, replace(shown, kids=(floating, B))) == [(0, 0, 65, 50)]


def test_what_is_out_of_sight_is_not_harmed() -> None:
    shown = replace(GROUP, states=("clips",), kids=(moved(B, 60, 0),))
    assert harmed(shown, replace(shown, kids=(moved(B, 70, 0),))) == []


def test_kids_in_another_order_are_painted_again() -> None:
    assert harmed(GROUP, replace(GROUP, kids=(B, A))) != []


def test_what_stayed_keeps_its_strokes() -> None:
    old = fresh(GROUP, WHOLE)
    new = renewed(old, replace(GROUP, kids=(replace(A, look=()), B)), WHOLE, [])
    assert new.kids[1] is old.kids[1]


def test_boxes_that_meet_are_joined() -> None:
    boxes = (
        pygame.Rect(0, 0, 10, 10),
        pygame.Rect(5, 5, 10, 10),
        pygame.Rect(50, 50, 10, 10),
        pygame.Rect(400, 0, 5, 5),
    )
    assert merged(boxes, WHOLE) == [(0, 0, 16, 15), (48, 50, 16, 10)]
    assert len(merged([pygame.Rect(32 * (i % 9), 5 * i, 2, 2) for i in range(30)], WHOLE)) == 1


def test_what_is_wholly_hidden_is_not_painted() -> None:
    words = Words(Box(60, 60, 100, 30), ("Les mots",), 20, 30, "#1B2230")
    under = Node("group", "g", "", Box(0, 0, *SIZE), (Fill(Box(0, 0, *SIZE), "#FFFFFF"), words))
    painter = Painter()
    painter.keep.texts.line = None  # type: ignore[assignment,method-assign]
    cover = Node("group", "c", "", under.box, (Fill(Box(50, 50, 120, 50), "#F2B33D", radius=6),))
    over = replace(under, kids=(cover,))
    painter.paint(pygame.Surface(SIZE), over, Box(60, 60, 100, 30))
    assert painter.odd == {}
    painter.paint(pygame.Surface(SIZE), over, Box(40, 40, 100, 30))
    assert set(painter.odd) == {"g"}


def test_a_large_box_is_cut_along_what_hides_much_of_it() -> None:
    room, whole = Box(0, 0, 1000, 800), pygame.Rect(0, 0, 1000, 800)
    dialog = Node("dialog", "d", "", Box(200, 100, 600, 600), (Fill(Box(200, 100, 600, 600), "white"),))
    parts = fresh(Node("group", "g", "", room, (Fill(room, "veil"),), kids=(dialog,)), whole).parts(whole)
    assert parts[0] == (200, 100, 600, 600)
    assert sum(part.w * part.h for part in parts) == 1000 * 800
    assert not any(part.collidelistall(parts[i + 1 :]) for i, part in enumerate(parts))


@pytest.mark.parametrize("colour", ["white", "#FFFFFF80", ""])
def test_a_shadow_drawn_in_part_is_the_one_drawn_whole(monkeypatch: pytest.MonkeyPatch, colour: str) -> None:
    box = Box(30, 20, 500, 330)
    tree = Node(
        "window", "w", "", Box(0, 0, 600, 400), (Fill(Box(0, 0, 600, 400), "paper"), Fill(box, colour, 12, shadow=7))
    )
    made = []
    for large in (0, 600 * 400):
        monkeypatch.setattr(shapes, "LARGE", large)
        made.append(pygame.image.tobytes(picture.surface(tree), "RGB"))
    assert made[0] == made[1]


def test_a_line_without_points_is_a_plate_and_the_rest_is_painted() -> None:
    painter = Painter()
    odd = replace(A, look=(Line((), "ink", 2), Fill(A.box, "no such colour")))
    made = pygame.Surface(SIZE)
    painter.paint(made, replace(GROUP, kids=(odd, B)), GROUP.box)
    assert set(painter.odd) == {"a"}
    assert made.get_at((25, 25))[:3] == rgba("paper-2")[:3]
    assert made.get_at((75, 25))[:3] == (0, 0, 255)


class Sky:
    """A ground whose picture shows where each of its pixels lies."""

    def quick(self, target: pygame.Surface, mark: Picture) -> None:
        target.blit(_sky(mark), (mark.box.x, mark.box.y))

    def drawn(self, mark: Picture) -> Drawing:
        yield
        return _sky(mark)


def _sky(mark: Picture) -> pygame.Surface:
    made = pygame.Surface((mark.box.w, mark.box.h))
    for x in range(mark.box.w):
        pygame.draw.line(made, (x % 256, 40 * (x % 5), 90), (x, 0), (x // 2, mark.box.h))
    return made


@pytest.mark.parametrize("seed", range(SEEDS))
def test_a_window_painted_by_harm_is_the_tree_painted_afresh(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    dice = Random(seed)
    monkeypatch.setattr(strokes, "LARGE", dice.choice((LARGE, 900)))
    window, painter = Window("CLAP", SIZE), Painter(ground=Sky())
    tree = window_of(some(dice, 3), (), some(dice, 1))
    for _ in range(STEPS):
        tree = another(tree, dice)
        window.show(tree, painter)
        afresh = picture.surface(tree, Sky())
        assert pygame.image.tobytes(window.screen, "RGB") == pygame.image.tobytes(afresh, "RGB")
    assert painter.odd == {}
    pygame.display.quit()


def window_of(screen: Node, layers: tuple[Node, ...], hands: Node) -> Node:
    box = Box(0, 0, *SIZE)
    board = Node("group", "board", "", box, (Fill(box, "#F1ECE1"),), kids=(screen, *layers))
    return Node("window", "window", "", box, kids=(board, replace(hands, key="hands", look=(), states=())))


def another(tree: Node, dice: Random) -> Node:
    """Change the screen, what lies over it, the hands, or more than one of them."""
    board, hands = tree.kids
    screen, *layers = board.kids
    screen = changed(screen, dice) if dice.random() < 0.7 else screen
    if dice.random() < 0.3:
        layers = [] if layers else [veiled(dice)]
    layers = [changed(layer, dice) if dice.random() < 0.3 else layer for layer in layers]
    return window_of(screen, tuple(layers), changed(hands, dice) if dice.random() < 0.5 else hands)


def veiled(dice: Random) -> Node:
    whole = Box(0, 0, *SIZE)
    veil = () if dice.random() < 0.3 else (Fill(whole, "#1B2230B8"),)
    return Node("group", f"layer:{dice.randrange(3)}", "", whole, veil, kids=(some(dice, 2),))


def changed(node: Node, dice: Random) -> Node:
    """Change a node: what it shows, where it is, what is in it; or do the same to one of its kids."""
    kids = node.kids
    if "lifted" in node.states:
        return moved(node, 5, -3)
    place = dice.randrange(len(kids) + 1)
    if place < len(kids) and dice.random() < 0.8:
        return replace(node, kids=(*kids[:place], changed(kids[place], dice), *kids[place + 1 :]))
    ways: tuple[Callable[[], Node], ...] = (
        lambda: replace(node, look=tuple(some_mark(dice) for _ in range(3))),
        lambda: replace(node, look=(*node.look[1:], some_mark(dice))),
        lambda: moved(node, dice.randrange(-20, 20), dice.choice((0, 0, 7))),
        lambda: replace(node, kids=(*kids[:place], some(dice, 1), *kids[place:])),
        lambda: replace(node, kids=kids[1:]),
        lambda: replace(node, kids=tuple(dice.sample(kids, len(kids)))),
        lambda: replace(node, states=dice.choice(((), ("clips",), ("selected",)))),
        lambda: replace(node, kids=tuple(moved(kid, 0, -9) for kid in kids)),
    )
    return dice.choice(ways)()


def some(dice: Random, deep: int) -> Node:
    box = some_box(dice)
    look = tuple(some_mark(dice) for _ in range(dice.randrange(4)))
    kids = tuple(some(dice, deep - 1) for _ in range(dice.randrange(5))) if deep else ()
    states = ("clips",) if dice.random() < 0.2 else ()
    if kids and dice.random() < 0.05:
        states = ("lifted",)
    role = dice.choice(("group", "field", "button", "group"))
    return Node(role, f"n{dice.randrange(8)}", "", box, look, states=states, kids=kids)


def some_box(dice: Random) -> Box:
    return Box(dice.randrange(-30, 280), dice.randrange(-30, 180), dice.randrange(120), dice.randrange(90))


def some_mark(dice: Random) -> Mark:
    box, colour = some_box(dice), dice.choice(COLOURS)
    x, y = box.x, box.y
    points = ((x, y), (x + box.w + 1, y + 9), (x + box.w, y + box.h), (x - 7, y + box.h // 2))
    match dice.randrange(9):
        case 0:
            return Words(
                Box(x, y, 160, 48), ("Une ligne", "et deux"), 18, 24, colour, align=dice.choice(("left", "right"))
            )
        case 1:
            return Icon(box, "map", colour)
        case 2:
            return Line(points, colour, dice.choice((1, 2, 4)), dash=dice.choice((0, 0, 6)), closed=dice.random() < 0.5)
        case 3:
            return Poly(points, dice.choice((colour, "")), dice.choice((colour, "")), dice.choice((1, 2, 5)))
        case 4:
            return Stripes(Box(0, y, SIZE[0], 8), "#1B2230", "#FFFFFF")
        case 5:
            return Picture(replace(box, w=60, h=40), "sky", (dice.randrange(3),))
    radius, border, wide = dice.choice((0, 4, 12)), dice.choice(("", "#B9B1A1")), dice.choice((0, 1, 3))
    dash, shadow, cut = dice.choice((0, 0, 5)), dice.choice((0, 0, 3, 10)), dice.choice((0, 0, 16))
    hatch, square = dice.choice(("", "", "#FFFFFF")), dice.choice(("", "top", "left"))
    return Fill(box, colour, radius, border, wide, dash, shadow, cut, hatch, square)
