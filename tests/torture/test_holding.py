"""40,000 random events with holding hands: what each drop records is what the last frame had lit under the hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.table.test_holding import no_clipboard, storm

__all__ = ["no_clipboard"]


@pytest.mark.parametrize("seed", range(10))
def test_four_thousand_events(tmp_path: Path, seed: int) -> None:
    blown = storm(tmp_path, seed, 4000)
    assert blown.wrong == []
    assert blown.dropped > 50
