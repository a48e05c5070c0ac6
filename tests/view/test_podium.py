"""The podium: what is being discussed is read from the farthest seat, whatever the screen; figures stand whole."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import product

import pytest

from game.view.tree import theme
from game.view.tree.legibility import DISPLAYS, FLOOR, METRES, Display, handling, needed, reading
from game.view.tree.looks import Words
from game.view.tree.node import Node
from tests.view import afternoon, ballots
from tests.view.checks import sound
from tests.view.room import Hands
from tests.view.rooms import LANGUAGES, MEASURE
from tests.view.shown import Shown

PAIRS = tuple(product((one for one in DISPLAYS if one.id in ("55", "75", "86", "98")), (2, 4, 6)))
SIZES = ((1920, 1080), (3840, 2160))
TORTURE = bool(os.environ.get("CLAP_TORTURE"))
ROOMS = tuple(product(PAIRS, SIZES, LANGUAGES))
MOMENTS = {
    f"spotlight {card}": Shown(afternoon.picked, {"spotlight": card})
    for card in ("insertion-emploi", "eau", "petits-achats-tournants", "reserver-handicap")
} | {
    f"result {name}": Shown(ballots.SESSIONS[name], {"dialog": "result"})
    for name in ("settled", "closed-hands", "crowd")
}
"""What may stand on the podium."""


def in_the_room(shown: Shown, pair: tuple[Display, int], size: tuple[int, int], lang: str) -> Hands:
    """Show a moment on a screen of so many inches to those who sit so far from it."""
    display, metres = pair
    seen = Shown(shown.session, shown.view | {"reading": reading(display, metres)})
    return seen.at(size, handling(display), lang)


def read(tree: Node, *, on: bool = False) -> Iterator[Words]:
    """Give the texts on the podium."""
    on = on or "podium" in tree.states
    if on:
        yield from (mark for mark in tree.look if isinstance(mark, Words))
    for kid in tree.kids:
        yield from read(kid, on=on)


def test_the_pairs_of_the_page_of_requirements_are_asked_about() -> None:
    assert len(PAIRS) == 12
    assert {metres for _, metres in PAIRS} <= set(METRES)


@pytest.mark.parametrize("moment", MOMENTS)
def test_what_stands_on_the_podium_is_read_from_the_farthest_seat(moment: str) -> None:
    start = 7 * list(MOMENTS).index(moment)
    walked = ROOMS if TORTURE else tuple(ROOMS[(start + 11 * i) % len(ROOMS)] for i in range(4))
    for pair, size, lang in walked:
        hands = in_the_room(MOMENTS[moment], pair, size, lang)
        sound(hands.tree, MEASURE)
        least = max(theme.TEXT, needed(*pair, FLOOR)) * size[1] / 1080
        texts = list(read(hands.tree))
        where = f"{pair[0].id} inches, {pair[1]} m, {size}, {lang}"
        assert reading(*pair) <= handling(pair[0]) or texts, where
        assert not [mark.lines for mark in texts if mark.px < least], where


def test_a_short_card_is_read_at_20_arc_minutes_and_a_long_one_gives_way_before_it_is_cut() -> None:
    far = DISPLAYS[2], 6
    sizes = {
        card: min(mark.px for mark in read(in_the_room(MOMENTS[f"spotlight {card}"], far, SIZES[0], "fr").tree))
        for card in ("insertion-emploi", "reserver-handicap")
    }
    assert sizes["insertion-emploi"] >= needed(*far)
    assert needed(*far, FLOOR) <= sizes["reserver-handicap"]


def test_all_that_is_written_on_a_card_is_one_press_away_and_back() -> None:
    hands = in_the_room(MOMENTS["spotlight eau"], PAIRS[1], SIZES[0], "fr")
    assert hands.tree.find("spotlight:around:0") is None
    hands.tap("spotlight:all")
    assert not list(read(hands.tree))
    assert any(node.key.startswith("spotlight:around") for node in hands.tree.walk())
    hands.tap("spotlight:all")
    assert list(read(hands.tree))
    hands.keys("escape")
    assert not hands.ui.spotlight


def test_where_the_hands_scale_is_read_by_all_nothing_changes() -> None:
    assert not list(read(in_the_room(MOMENTS["spotlight eau"], (DISPLAYS[6], 2), SIZES[0], "fr").tree))
