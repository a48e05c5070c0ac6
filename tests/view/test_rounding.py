"""No text is cut by what rounded sizes leave: what stands whole at 1080p stands whole in any window of its shape."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import product

import pytest

from tests.view import council
from tests.view.checks import cuts, seams
from tests.view.room import HD
from tests.view.rooms import LANGUAGES, MEASURE, at
from tests.view.shown import SHOWN

TORTURE = bool(os.environ.get("CLAP_TORTURE"))
SIZES = tuple((wide, round(wide * 9 / 16)) for wide in (1366, 1440, 1536, 1600, 1680, 1728, *range(1280, 3841, 48)))
SCALES = (100, 105, 110, 115, 120, 130, 150, 175, 200)


def windows(screen: str) -> Iterator[tuple[tuple[int, int], int, str]]:
    """Give windows, scales and languages: a few of all by default, others for each screen."""
    every = list(product(SIZES, SCALES, LANGUAGES))
    return iter(every[list(SHOWN).index(screen) * 11 :: 67 if TORTURE else len(every)])


@pytest.mark.parametrize("screen", SHOWN)
def test_no_text_is_cut_by_rounding(screen: str) -> None:
    found = {
        (size, percent, lang): lost
        for size, percent, lang in windows(screen)
        if (lost := cuts(SHOWN[screen].at(size, percent, lang).tree, MEASURE))
    }
    assert not found


@pytest.mark.parametrize("screen", list(SHOWN)[:: 1 if TORTURE else 10])
def test_what_meets_at_1080p_meets_in_any_window_of_its_shape(screen: str) -> None:
    """No seam of a pixel, and no pixel over another box: rounded sizes add up to the whole."""
    model, start = SHOWN[screen].at(HD, 100, "fr").tree, list(SHOWN).index(screen) * 7
    sizes = SIZES if TORTURE else (SIZES[start % len(SIZES)], SIZES[(start + 31) % len(SIZES)])
    found = {size: seen for size in sizes if (seen := seams(SHOWN[screen].at(size, 100, "fr").tree, model))}
    assert not found


@pytest.mark.parametrize(("wide", "percent"), [(1366, 100), (1536, 110), (1728, 100), (1920, 105), (2560, 110)])
def test_the_titles_of_objectives_stand_whole(wide: int, percent: int) -> None:
    size = (wide, round(wide * 9 / 16))
    assert not cuts(at(council.sheets(), "play", size=size, percent=percent).tree, MEASURE)
