"""Blagnac's map and scenario, as its folder has them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from game.content.scenario import read_scenario
from game.content.townmap import read_town
from game.core.scenario import Scenario
from game.core.town import Town

FOLDER = Path(__file__).parents[2] / "scenarios" / "blagnac"


@cache
def town() -> Town:
    """Read the map, which must be sound."""
    found, problems = read_town((FOLDER / "town.geojson").read_bytes())
    assert found is not None, problems
    return found


@cache
def scenario() -> Scenario:
    """Read the scenario, which must be sound."""
    found, problems = read_scenario((FOLDER / "scenario.yaml").read_bytes(), "scenario.yaml", None)
    assert found is not None, problems
    return found
