"""200 generated files of contract data: a town's figures are the country's, and no order of rows changes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.measure.agreement import agrees, ordered

pytest.importorskip("duckdb", reason="the extra `national` is not installed")
FILES = 200


def test_town_and_country_agree(tmp_path: Path) -> None:
    assert sum(agrees(tmp_path, 1_000 + seed) for seed in range(FILES)) > 2 * FILES


@pytest.mark.parametrize("seed", range(FILES))
def test_the_order_of_rows_changes_nothing(seed: int) -> None:
    ordered(1_000 + seed)
