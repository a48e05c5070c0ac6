"""Apostrophes and minus signs are put in as a text is shown or printed, sign for sign; files keep what was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.type.marks import marked
from game.type.measure import FontMeasure, drawn


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("l'école d'aujourd'hui", "l’école d’aujourd’hui"),
        ("the towns' 'ma cantine' account", "the towns’ ‘ma cantine’ account"),
        ("-35 % (-2)", "−35 % (−2)"),
        ("CLAP-2026-T4-01, 2026-12-02, 3-5", "CLAP-2026-T4-01, 2026-12-02, 3-5"),
        ("clap demo --headless - 4", "clap demo --headless - 4"),
    ],
)
def test_each_mark_is_put_in_its_place(typed, shown):
    assert marked(typed) == shown
    assert drawn(typed) == shown


@given(st.text("l'a- 3(«", max_size=30))
def test_every_place_in_the_text_stays_the_same(typed):
    shown = marked(typed)
    assert len(shown) == len(typed)
    assert marked(shown) == shown
    assert shown.translate({0x2019: "'", 0x2018: "'", 0x2212: "-"}) == typed


def test_a_line_is_as_wide_as_what_is_drawn():
    measure = FontMeasure()
    assert measure.width("l'eau", 40) == measure.width("l’eau", 40)
    assert measure.ends("l'eau", 40) == measure.ends("l’eau", 40)
