"""Every screen, in any window, at any size of text, in both languages: nothing cut, small, faint or overlapping."""

from __future__ import annotations

import os
from itertools import product

import pytest

from game.content.near import icons
from game.view.tree.looks import Icon
from game.view.tree.node import Node
from game.words.catalogue import speaker
from tests.view.checks import faults, sound
from tests.view.rooms import LANGUAGES, MEASURE
from tests.view.shown import SHOWN

SIZES = ((1920, 1080), (3840, 2160), (1366, 768), (1280, 720), (1080, 1920))
EVERY = tuple(product(SIZES, (100, 125, 150, 175, 200, 300), LANGUAGES))
TORTURE = bool(os.environ.get("CLAP_TORTURE"))
CUT_ONCE = [
    ("issues", (1080, 1920), 100, "fr"),
    ("levers", (1080, 1920), 100, "en"),
    ("phase tied", (1080, 1920), 175, "en"),
    ("elsewhere cantine-voted", (1366, 768), 150, "en"),
    ("elsewhere drumsallow-issues", (1920, 1080), 175, "fr"),
    ("elsewhere drumsallow", (1280, 720), 125, "en"),
    ("review sheet", (1080, 1920), 200, "fr"),
    ("guess open", (1920, 1080), 300, "fr"),
    ("revealed", (1200, 1600), 300, "fr"),
    ("guess", (1000, 1001), 300, "fr"),
    ("placed", (1920, 1080), 200, "fr"),
]


def drawn_wrong(tree: Node, percent: int) -> list[str]:
    """List the breaches of a tree, and the icons it names that are drawn as a plain ring."""
    signs = {mark.name.rstrip("!") for node in tree.walk() for mark in node.look if isinstance(mark, Icon)}
    return [*faults(tree, MEASURE, percent), *(f"no icon {name}" for name in signs - icons() if name)]


@pytest.mark.parametrize("screen", SHOWN)
def test_every_screen_is_sound_in_any_window(screen: str) -> None:
    start = list(SHOWN).index(screen) * 7 % len(EVERY)
    walked = EVERY if TORTURE else EVERY[start : start + 1]
    found = {
        (size, percent, lang): lost
        for size, percent, lang in walked
        if (lost := drawn_wrong(SHOWN[screen].at(size, percent, lang).tree, percent))
    }
    assert not found
    assert not any(speaker(lang).missing for lang in LANGUAGES)


@pytest.mark.parametrize(("screen", "size", "percent", "lang"), CUT_ONCE)
def test_what_was_cut_once_stands_whole(screen: str, size: tuple[int, int], percent: int, lang: str) -> None:
    sound(SHOWN[screen].at(size, percent, lang).tree, MEASURE, percent)
