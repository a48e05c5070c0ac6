"""Errors injected in the writing of gestures: nothing acknowledged is missing, nothing is written twice."""

from random import Random

import pytest

from game.desk.opening import new_session
from tests.desk.faults import PLACES, played_with_faults


@pytest.mark.parametrize("place", PLACES)
def test_a_fault_anywhere_loses_nothing_and_doubles_nothing(tmp_path, sources, place):
    desk = new_session(tmp_path / "a.clap", sources, "90", date="2026-12-02")
    met = played_with_faults(desk, Random(place), place)
    assert met or place == "ROLLBACK"
