"""In a language whose words are longer by 40 %, no screen cuts, shrinks or overlaps anything."""

from __future__ import annotations

import os

import pytest

from game.view.tree.sight import Memo
from tests.view import rooms
from tests.view.checks import faults
from tests.view.pseudo import pseudo
from tests.view.shown import SHOWN

TORTURE = bool(os.environ.get("CLAP_TORTURE"))
SIZES = ((1920, 1080), (1366, 768), (1080, 1920))
SCALES = (100, 150)
MEMO = Memo()
"""What was built in this language: the French trees of the other tests are none of it."""
WALKED = tuple(SHOWN) if TORTURE else tuple(SHOWN)[::6]


def test_words_are_longer_by_two_fifths_and_facts_as_they_are() -> None:
    assert pseudo("fr").say("council.vote.turn", role="Adjoint") == "ÀÀ vousss, Adjoint"


@pytest.mark.parametrize("screen", WALKED)
def test_longer_words_stand_whole(screen: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rooms, "speaker", pseudo)
    monkeypatch.setattr(rooms, "MEMO", MEMO)
    nth = WALKED.index(screen)
    every = [(size, percent) for percent in SCALES for size in SIZES[: 3 if TORTURE else 1]]
    for size, percent in every if TORTURE else every[nth % 2 : nth % 2 + 1]:
        found = faults(SHOWN[screen].at(size, percent, "fr").tree, rooms.MEASURE, percent)
        assert not found, (size, percent)
