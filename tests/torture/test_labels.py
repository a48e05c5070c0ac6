"""Two hundred random towns at every size and text scale are laid out without a fault."""

from __future__ import annotations

import pytest

from game.core.labels.labelling import labelled
from tests.core.towns import FRAMES, PERCENTS, asked, faults, random_town


@pytest.mark.parametrize("seed", range(200))
def test_any_town_is_laid_out_without_a_fault(seed: int) -> None:
    town = random_town(seed)
    for frame in FRAMES:
        for percent in PERCENTS:
            wanted = asked(town, frame, percent)
            assert faults(wanted, labelled(wanted)) == set(), (frame, percent)
