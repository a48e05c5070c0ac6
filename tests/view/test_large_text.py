"""Between the sizes of text that every screen is tested at: what stands in a row of tabs is whole, or not there."""

from __future__ import annotations

import pytest

from game.view.tree.looks import Words
from tests.view.afternoon import placed
from tests.view.board_room import find, table


@pytest.mark.parametrize("percent", range(140, 200, 5))
def test_no_family_tab_is_cut(percent: int) -> None:
    tabs = find(table(placed(), percent=percent), "families")
    shown = [line for tab in tabs.kids for mark in tab.look if isinstance(mark, Words) for line in mark.lines]
    assert len(shown) == 5
    assert not [line for line in shown if "…" in line]
