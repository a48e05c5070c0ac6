from __future__ import annotations

import pytest

from game.content.shelf import load_scenario
from game.places import shelves


@pytest.fixture(scope="session")
def blagnac():
    return load_scenario(shelves.scenario("blagnac").parent, shelves.decks())
