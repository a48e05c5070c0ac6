"""A thousand random votes add up to the tokens laid, whichever way they went."""

from __future__ import annotations

import pytest

from game.core.ballot import HANDS, WAYS
from tests.export.test_ballots import added_up


@pytest.mark.parametrize("seed", range(1000))
def test_random_votes_add_up(seed: int) -> None:
    added_up([way for way in WAYS if way != HANDS][seed % 3], seed)
