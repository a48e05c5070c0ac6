"""The loads under the ledger: each figure by its own bar, its own icon kept, never written as a fraction."""

from __future__ import annotations

from itertools import pairwise

import pytest

from game.core.load import gauges
from game.view.answer.ui import Ui
from game.view.parts.loads import ICONS
from game.view.tree.box import Box
from game.view.tree.looks import Icon, Words
from game.view.tree.node import Node
from tests.view.afternoon import picked
from tests.view.checks import sound
from tests.view.look import tree_of
from tests.view.test_board_sound import MEASURE

KINDS = ("cost", "delay", "effort")


def loads(percent: int, lang: str) -> tuple[Node, list[Node]]:
    """Give the board, and the nodes of the three loads in order."""
    tree = tree_of(picked(), Ui(screen="play", percent=percent, lang=lang))
    found = [tree.find(f"load:{kind}:row") or tree.find(f"load:{kind}") for kind in KINDS]
    return tree, [node for node in found if node is not None]


def figure(load: Node) -> Words:
    return next(mark for mark in load.look if isinstance(mark, Words))


def written(words: Words) -> Box:
    """Give where right-aligned letters are."""
    wide = round(MEASURE.width(words.lines[0], words.px, bold=words.bold))
    return Box(words.box.right - wide, words.box.y, wide, words.box.h)


@pytest.mark.parametrize("percent", [140, 150, 175, 200])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_figure_stands_nearer_its_own_bar_than_the_next_loads_icon(percent: int, lang: str) -> None:
    tree, found = loads(percent, lang)
    for load, after in pairwise(found):
        bar, text = load.kids[-1].box, written(figure(load))
        icon = next(mark.box for mark in after.look if isinstance(mark, Icon))
        assert text.x - bar.right <= (icon.x - text.right) // 2
    sound(tree, MEASURE, percent)


@pytest.mark.parametrize("percent", [100, 110, 135, 139, 140, 150, 200, 250, 300])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_load_over_the_capacity_keeps_its_icon_and_takes_a_sign_beside_it(percent: int, lang: str) -> None:
    tree, found = loads(percent, lang)
    over = {gauge.kind for gauge in gauges(picked()) if gauge.over}
    assert over == {"effort"}
    for kind, load in zip(KINDS, found, strict=True):
        icons = [mark for mark in load.look if isinstance(mark, Icon)]
        assert [mark.name for mark in icons] == [ICONS[kind], *(["triangle-alert"] if kind in over else [])]
        assert not any(mark.box.meets(written(figure(load))) for mark in icons)
        assert all(load.box.inset(-2).covers(mark.box) for mark in icons)
    sound(tree, MEASURE, percent)


@pytest.mark.parametrize(("percent", "lang"), [(100, "fr"), (135, "en"), (150, "fr"), (300, "en")])
def test_what_is_used_of_a_capacity_does_not_read_as_a_fraction(percent: int, lang: str) -> None:
    _, found = loads(percent, lang)
    assert [figure(load).lines for load in found] == [("−3 / 4",), ("+3 / 4",), ("19 / 12",)]


def test_all_three_loads_are_named_or_none() -> None:
    named = {}
    for percent in (100, 110, 120, 130, 135, 139):
        tree, _ = loads(percent, "fr")
        named[percent] = sum(tree.find(f"load:{kind}:name") is not None for kind in KINDS)
    assert set(named.values()) <= {0, 3}
    assert named[100] == named[110] == 3
