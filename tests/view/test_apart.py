"""Families, axes and tones are told apart by any eyes and under a room's light: by their colour, else by a sign."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from game.content.shelf import load_deck
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.looks import Fill, Icon, Mark, Words
from game.view.tree.node import Node
from tests.house.sources import ROOT
from tests.view.eyes import confused
from tests.view.shown import SHOWN

DECKS = sorted(path.parent for path in (ROOT / "decks").glob("*/deck.yaml"))
TONES = {
    "good": (theme.GOOD, theme.GOOD_2, theme.GOOD_3),
    "warn": (theme.WARN, theme.WARN_2),
    "bad": (theme.BAD, theme.BAD_2),
}
"""Each tone's ink, what is written on, and what stands on ink."""
TONED = (
    "problems", "review list", "review sheet", "sheet main", "sheet main, adopted", "phase over", "phase tied",
    "phase settled", "phase assumed", "council debate", "council vote", "council loads", "result settled", "event",
    "induction strip", "induction trapped", "notices", "full", "reason", "home resume, damaged", "home new, damaged",
    "review dialog", "phase short", "credits",
)  # fmt: skip
"""Screens of the suite that show tones; all of them are walked by `make torture`."""
WALKED = tuple(SHOWN) if os.environ.get("CLAP_TORTURE") else tuple(name for name in TONED if name in SHOWN)


@pytest.mark.parametrize("palette", theme.PALETTES)
@pytest.mark.parametrize("deck", DECKS, ids=lambda path: path.name)
def test_families_are_told_apart_by_their_colour(deck: Path, palette: str) -> None:
    families = load_deck(deck / "deck.yaml")[1].families
    assert not confused({one.id: theme.shown(one.colour, palette) for one in families})


@pytest.mark.parametrize("palette", theme.PALETTES)
def test_axes_are_told_apart_by_their_colour(palette: str) -> None:
    assert not confused({axis: theme.shown(axis, palette) for axis in theme.AXES})


def test_tones_are_not_told_apart_by_all_eyes() -> None:
    """Red, green and brown dark enough to be read never are: a sign tells them, as the next tests ask."""
    assert all(confused({tone: theme.shown(names[0], palette) for tone, names in TONES.items()})
               for palette in theme.PALETTES)  # fmt: skip


def test_a_tone_has_a_sign_or_words_wherever_it_is_shown() -> None:
    bare = [f"{name}: {node.key} is {tone}" for name, node, around, tone in _places() if not _told(around)]
    assert not bare


def test_where_several_tones_may_stand_each_has_a_sign_of_its_own() -> None:
    """Of nodes of one kind: the icons in a tone's colours."""
    signs: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    bare: dict[str, list[str]] = defaultdict(list)
    for name, node, around, tone in _places():
        kind, found = _kind(node.key), _signs(node, around, tone)
        signs[kind][tone] |= found
        if not found:
            bare[kind].append(f"{name}: {node.key} is {tone} without a sign")
    several = {kind: found for kind, found in signs.items() if len(found) > 1}
    assert several, "no place with several tones is walked"
    assert not [fault for kind in several for fault in bare[kind]]
    shared = {kind: set.intersection(*found.values()) for kind, found in several.items()}
    assert not {kind: both for kind, both in shared.items() if both}


NAMED = ("review", "problems", "objective")
"""Keys that begin so name a part of a screen; any other, a thing of a kind."""


def _kind(key: str) -> str:
    first, *rest = key.split(":")
    part = next((one for one in reversed(rest) if one.isalpha()), "") if first in NAMED else ""
    return f"{first}:{part}"


@cache
def _places() -> tuple[tuple[str, Node, Node, str], ...]:
    """Give each node that shows a tone, on which screen, what it is a part of, and the tone."""
    return tuple(_toned())


def _toned() -> Iterator[tuple[str, Node, Node, str]]:
    for name in WALKED:
        tree = SHOWN[name].at((1920, 1080), 100, "fr").tree
        for node, around in _within(tree, tree):
            for tone, names in TONES.items():
                if names_of(node.look) & set(names):
                    yield name, node, around, tone


def _within(node: Node, around: Node) -> Iterator[tuple[Node, Node]]:
    """Give the nodes with what they are a part of: themselves, or the row or the card they stand in."""
    if "ghost" in node.states:
        return
    whole = node if around.scrolls or around.box.w * around.box.h > PART * node.box.w * node.box.h else around
    yield node, whole
    for kid in node.kids:
        yield from _within(kid, node)


PART = 12
"""How many times as large as a node that is which it is a part of."""


def names_of(marks: tuple[Mark, ...]) -> set[str]:
    """Give the names of the colours of marks."""
    return {getattr(mark, part, "") for mark in marks for part in ("colour", "border", "hatch")}


def _told(around: Node) -> bool:
    return any(isinstance(mark, Icon | Words) for node in around.walk() for mark in node.look)


def _signs(node: Node, around: Node, tone: str) -> set[str]:
    """Give the icons in a tone's colours of what a node is a part of; where there is none, the node's own."""
    icons = [mark for one in around.walk() for mark in one.look if isinstance(mark, Icon)]
    toned = {mark.name for mark in icons if mark.colour in TONES[tone]}
    return toned or {mark.name for mark in node.look if isinstance(mark, Icon)}


def test_the_checks_see_a_tone_without_a_sign() -> None:
    box = Box(0, 0, 40, 40)
    node = Node("text", "x:1", "", box, (Fill(box, theme.GOOD_2), Icon(box, "check", theme.INK)))
    toned = replace(node, look=(*node.look, Icon(box, "zap", theme.GOOD)))
    bare = replace(node, look=node.look[:1])
    assert (_signs(node, node, "good"), _told(node)) == ({"check"}, True)
    assert _signs(toned, toned, "good") == {"zap"}
    assert (_signs(bare, bare, "good"), _told(bare)) == (set(), False)
