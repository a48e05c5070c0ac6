"""One definition for a town and for the country, whatever the order of rows; 200 files of each in tests/torture."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.measure.agreement import agrees, ordered

pytest.importorskip("duckdb", reason="the extra `national` is not installed")


@pytest.mark.parametrize("seed", range(8))
def test_town_and_country_agree_on_the_same_dirty_rows(tmp_path: Path, seed: int) -> None:
    assert agrees(tmp_path, seed) > 0


@pytest.mark.parametrize("seed", range(12))
def test_the_order_of_rows_changes_nothing(seed: int) -> None:
    ordered(seed)
