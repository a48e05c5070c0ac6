"""No text is cut by what rounded sizes leave: what stands whole at 1080p stands whole in any window of its shape."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import product

import pytest

from game.core.session import Session
from tests.view import afternoon, council
from tests.view.checks import cuts
from tests.view.rooms import LANGUAGES, MEASURE, at

TORTURE = bool(os.environ.get("CLAP_TORTURE"))
SIZES = tuple((wide, round(wide * 9 / 16)) for wide in (1366, 1440, 1536, 1600, 1680, 1728, *range(1280, 3841, 48)))
SCALES = (100, 105, 110, 115, 120, 130, 150, 175, 200)
SHOWN: dict[str, tuple[Callable[[], Session], dict[str, object]]] = {
    "guess": (afternoon.opened, {}),
    "intention": (afternoon.opened, {"dialog": "intention"}),
    "issues": (afternoon.issues, {}),
    "levers": (afternoon.picked, {}),
    "full": (afternoon.full, {}),
    "menu": (afternoon.picked, {"menu": True}),
    "spotlight": (afternoon.picked, {"spotlight": "eau"}),
    "spotlight of a lever": (afternoon.picked, {"spotlight": "clause-verte"}),
    **{name: (afternoon.picked, {"dialog": name}) for name in ("guide", "scale", "time", "note", "blank")},
    "debate": (council.ready, {}),
    "vote": (council.ready, {"tabs": (("council", "vote"),)}),
    "event": (council.laid, {"dialog": "event"}),
    "tie": (council.tied, {"dialog": "tie"}),
    "over": (council.over, {}),
    "renounce": (council.over, {"dialog": "renounce"}),
    "sheets": (council.adopted, {}),
    "reason": (council.adopted, {"dialog": "reason"}),
    "closing": (council.adopted, {"dialog": "closing"}),
    "credits": (council.ended, {}),
}


def windows(screen: str) -> Iterator[tuple[tuple[int, int], int, str]]:
    """Give windows, scales and languages: a few of all by default, others for each screen."""
    every = list(product(SIZES, SCALES, LANGUAGES))
    return iter(every[list(SHOWN).index(screen) :: 17 if TORTURE else 401])


@pytest.mark.parametrize("screen", SHOWN)
def test_no_text_is_cut_by_rounding(screen: str) -> None:
    session, shown = SHOWN[screen]
    found = {
        (size, percent, lang): lost
        for size, percent, lang in windows(screen)
        if (lost := cuts(at(session(), "play", size=size, percent=percent, lang=lang, **shown).tree, MEASURE))
    }
    assert not found


@pytest.mark.parametrize(("wide", "percent"), [(1366, 100), (1536, 110), (1728, 100), (1920, 105), (2560, 110)])
def test_the_titles_of_objectives_stand_whole(wide: int, percent: int) -> None:
    size = (wide, round(wide * 9 / 16))
    assert not cuts(at(council.sheets(), "play", size=size, percent=percent).tree, MEASURE)
