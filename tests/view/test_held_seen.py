"""A card is held: what takes it stands out, what refuses it says so, the card hides neither; the focus is seen."""

from __future__ import annotations

import random
from functools import cache

import pygame
import pytest
from PIL import Image

from game.core.history import History
from game.core.moment import Moment
from game.core.moves import decide
from game.core.moves.issues import PlaceIssue
from game.core.session import Session
from game.table.paint import Painter
from game.table.picture import surface
from game.view.answer.input import Key, PointerDown, PointerMove, Still
from game.view.answer.intents import Camera
from game.view.answer.ui import Ui
from game.view.tree.box import Box
from game.view.tree.node import Node, focusable
from game.view.tree.theme import PALETTES
from tests.view.afternoon import issues, picked, placed
from tests.view.checks import sound
from tests.view.look import table
from tests.view.room import MEASURE, Hands

LEAST = 1.6
"""Times as light (or as dark) as what refuses a card, what takes it is: seen from the last row."""


@cache
def filled() -> Session:
    """Give a board on which one family has all the issues it may have."""
    history = History(issues())
    for card in ("climat-carbone", "maitrise-budget"):
        history.record(decide(history.session, PlaceIssue(card, "travaux"), Moment()))
    return history.session


def lifted(hands: Hands, card: str) -> Hands:
    x, y = hands.spot(f"card:{card}")
    hands.give(PointerDown("mouse", x, y), PointerMove("mouse", x, y - 60))
    return hands


def luminance(colour: tuple[int, int, int]) -> float:
    """Give the relative luminance of a colour (WCAG 2.2)."""
    shares = [one / 255 for one in colour]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def seen(tree: Node, key: str, palette: str) -> float:
    """Give how light the ground of a node is: its most usual colour."""
    painter = Painter()
    painter.wear(palette)
    made, box = surface(tree, painter=painter), tree.find(key).box
    area = made.subsurface((box.x, box.y, box.w, box.h))
    picture = Image.frombytes("RGB", area.get_size(), pygame.image.tobytes(area, "RGB"))
    return luminance(max(picture.getcolors(1 << 24))[1])


@pytest.mark.parametrize("palette", PALETTES)
def test_what_takes_a_card_stands_out_from_what_does_not(palette: str) -> None:
    hands = lifted(table(filled(), Ui(screen="play", palette=palette)), "jeunes-apprentissage")
    takes, refuses = (seen(hands.tree, key, palette) for key in ("cell:urbain:0", "cell:climat-carbone"))
    light, dark = max(takes, refuses), min(takes, refuses)
    assert (light + 0.05) / (dark + 0.05) >= (LEAST if palette != "dark" else 1.15)
    assert takes > refuses
    sound(hands.tree, MEASURE)


def test_what_refuses_says_so_before_the_drop() -> None:
    hands = lifted(table(filled(), Ui(screen="play")), "jeunes-apprentissage")
    row = hands.tree.find("row:travaux").box
    signs = [mark.box for node in hands.tree.kids[1].walk() for mark in node.look if getattr(mark, "name", "") == "ban"]
    assert len(signs) == 1
    assert row.covers(signs[0])


def test_a_row_whose_cells_refuse_bears_no_sign_beside_theirs() -> None:
    hands = table(picked(), Ui(screen="play"))
    lever = next(node for node in hands.tree.walk() if node.key.startswith("card:") and node.acts)
    lifted(hands, lever.key.removeprefix("card:"))
    cells = [node.box for node in hands.tree.walk() if node.role == "cell" and node.key.startswith("cell:")]
    signs = [mark.box for node in hands.tree.kids[1].walk() for mark in node.look if getattr(mark, "name", "") == "ban"]
    assert len(signs) > 1
    assert [sum(cell.covers(sign) for cell in cells) for sign in signs] == [1] * len(signs)


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (3840, 2160)])
@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("made", [issues, placed])
def test_a_card_that_keys_carry_hides_no_target(made, percent, size) -> None:
    hands = table(made(), Ui(screen="play", percent=percent), size)
    card = next((node for node in focusable(hands.tree) if node.key.startswith("card:")), None)
    if card is None:  # the hand is on another tab there
        return
    hands.focus(card.key)
    hands.give(Key("enter"))
    for _ in range(len(hands.targets())):
        over, (held,) = hands.over(), [one for one in hands.tree.kids[1].kids if one.key == "held:keys"]
        middle, node = held.box.centre, held.kids[0].box
        shown = Box(middle[0] - node.w // 2, middle[1] - node.h // 2, node.w, node.h)
        both = shown.meet(over.box)
        assert both.w * both.h <= (0 if percent == 100 else over.box.w * over.box.h // 2), over.key
        hands.give(Key("right"))


@pytest.mark.parametrize("zoom", [2.4, 5.0])
def test_the_focus_is_never_out_of_sight_on_a_plan_seen_from_near(zoom: float) -> None:
    hands = table(placed(), Ui(screen="play", camera=Camera(0.3, 0.3, zoom)))
    pins = 0
    for _ in range(len(focusable(hands.tree)) + 4):
        hands.give(Key("tab"))
        plan, node = hands.tree.find("plan"), hands.tree.find(hands.ui.focus)
        if node is not None and node.role == "pin":
            pins += 1
            assert plan.box.holds(*node.box.centre), node.key
    assert pins


def test_a_card_lifted_by_keys_may_go_to_places_that_were_out_of_sight() -> None:
    whole = table(placed(), Ui(screen="play"))
    near = table(placed(), Ui(screen="play", camera=Camera(0.1, 0.1, 5.0)))
    card = next(node.key for node in focusable(whole.tree) if node.key.startswith("card:"))
    for hands in (whole, near):
        hands.focus(card)
        hands.give(Key("enter"), Still())
    assert near.targets() == whole.targets()


def test_boxes_beside_holes_cover_what_no_hole_does() -> None:
    dice = random.Random(3)
    for _ in range(40):
        room = Box(0, 0, 30, 20)
        holes = [Box(dice.randrange(-5, 28), dice.randrange(-5, 18), dice.randrange(0, 20), dice.randrange(0, 12))
                 for _ in range(dice.randrange(5))]  # fmt: skip
        bare = room.without(holes)
        for x in range(30):
            for y in range(20):
                assert sum(box.holds(x, y) for box in bare) == (not any(hole.holds(x, y) for hole in holes))
