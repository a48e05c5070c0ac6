"""Where cards lie: grids in the paper, marks out of the cards, backs on their fronts, by arithmetic alone."""

from __future__ import annotations

import pytest

from game.printing.sheets import FLIPS, PRESS, PROFILES, SAFE, Spot, backs, fronts, marks
from tests.printing.press import profile

GRIDS = {"home": (10.5, 16.5), "shop": (13.5, 14.0), "printer": (3.0, 3.0), "large": (11.0, 17.5)}


@pytest.mark.parametrize("one", PROFILES, ids=lambda one: one.name)
def test_a_grid_has_the_margins_of_the_geometry_table(one):
    assert one.origin == pytest.approx(GRIDS[one.name])


@pytest.mark.parametrize("one", PROFILES, ids=lambda one: one.name)
@pytest.mark.parametrize("count", [1, 2, 5, 8, 9, 10, 101])
def test_every_card_lies_once_in_the_paper_and_over_no_other(one, count):
    sheets = fronts(one, count)
    assert [spot.index for sheet in sheets for spot in sheet] == list(range(count))
    for sheet in sheets:
        assert len({(spot.x, spot.y) for spot in sheet}) == len(sheet)
        for spot in sheet:
            assert spot.x - spot.bleed[0] >= -1e-9
            assert spot.x + one.card[0] + spot.bleed[2] <= one.paper[0] + 1e-9
        for a in sheet:
            for b in sheet:
                apart = abs(a.x - b.x) >= one.pitch[0] - 1e-9 or abs(a.y - b.y) >= one.pitch[1] - 1e-9
                assert a is b or apart


@pytest.mark.parametrize("one", PROFILES, ids=lambda one: one.name)
@pytest.mark.parametrize("flip", FLIPS)
@pytest.mark.parametrize("count", [1, 2, 5, 9])
def test_a_turned_sheet_has_each_back_behind_its_front(one, flip, count):
    for sheet in fronts(one, count):
        for front, back in zip(sheet, backs(one, sheet, flip), strict=True):
            assert front.index == back.index
            assert seen_through(one, front, flip) == pytest.approx((back.x, back.y, back.turned))


def seen_through(one, front: Spot, flip: str) -> tuple[float, float, bool]:
    """Turn the paper about one of its edges and say where the front's card is then, and if upside down."""
    width, height = one.paper
    about_upright = one.trimmed or (flip == "long") == (height > width)
    if about_upright:
        return width - front.x - one.card[0], front.y, False
    return front.x, height - front.y - one.card[1], True


@pytest.mark.parametrize("name", ["home", "shop", "large"])
@pytest.mark.parametrize("count", [1, 2, 5, 9])
def test_marks_are_on_cut_lines_out_of_the_cards_and_off_the_edge_of_the_paper(name, count):
    one = profile(name)
    safe = PRESS if name == "shop" else SAFE
    for sheet in fronts(one, count):
        for mark in marks(one, sheet):
            xs, ys = sorted((mark.x1, mark.x2)), sorted((mark.y1, mark.y2))
            assert 2.4 <= (xs[1] - xs[0]) + (ys[1] - ys[0]) <= 3.0001
            assert xs[0] >= safe - 1e-9
            assert ys[0] >= safe - 1e-9
            assert xs[1] <= one.paper[0] - safe + 1e-9
            assert ys[1] <= one.paper[1] - safe + 1e-9
            for spot in sheet:
                beside = xs[1] <= spot.x + 1e-9 or xs[0] >= spot.x + one.card[0] - 1e-9
                above = ys[1] <= spot.y + 1e-9 or ys[0] >= spot.y + one.card[1] - 1e-9
                assert beside or above
        cuts = {mark.x1 for mark in marks(one, sheet) if mark.x1 == mark.x2}
        assert cuts == {x for spot in sheet for x in (spot.x, spot.x + one.card[0])}


def test_bleed_runs_only_where_no_other_card_touches():
    five = fronts(profile("home"), 5)[0]
    assert five[0].bleed == (2.5, 2.5, 0, 0)
    assert five[1].bleed == (0, 2.5, 0, 0)
    assert five[2].bleed == (0, 2.5, 2.5, 2.5)
    assert five[4].bleed == (0, 0, 2.5, 2.5)
