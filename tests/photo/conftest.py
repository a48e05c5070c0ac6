"""A photograph of four cards on the board of Blagnac, taken once for all the tests that read it."""

from __future__ import annotations

import pytest

from game.content.shelf import load_scenario
from game.places import shelves
from tests.photo.simulated import Lying, Shot, fronts, table, taken

LYING = (
    Lying("climat-carbone", 100, 130, 0.2, "travaux"), Lying("clause-donnees", 160, 135, 0.1, "travaux"),
    Lying("insertion-emploi", 180, 320, 3.3, "sports"), Lying("debrief", 440, 300, 1.0, "solidarites"),
)  # fmt: skip
"""An issue with its lever; an issue alone; a lever alone in its family."""


@pytest.fixture(scope="session")
def photographed(tmp_path_factory):
    blagnac = load_scenario(shelves.scenario("blagnac").parent, shelves.decks())
    faces = fronts(blagnac.deck, [blagnac.deck.card(one.card) for one in LYING])
    above = table(blagnac.deck, blagnac.scenario, LYING, faces)
    file = tmp_path_factory.mktemp("photos") / "IMG 0001.jpg"
    file.write_bytes(taken(above, Shot(18, 0.8, 4), sizes=((1600, 1200),))[0])
    return file
