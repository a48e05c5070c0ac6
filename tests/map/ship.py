"""Work out a scenario's plots again and keep them beside it: `python -m tests.map.ship [SCENARIO]` (else blagnac)."""

from __future__ import annotations

import sys
from dataclasses import replace

from game.content.layout import KEPT, keep, lay_out
from game.content.shelf import load_scenario
from game.places import shelves


def main(name: str) -> None:
    """Write plots.json in the scenario's folder. Raises GameError when the scenario is unknown or faulty."""
    file = shelves.scenario(name)
    found = load_scenario(file.parent, shelves.decks())
    places = found.scenario.places
    keep(file.parent / KEPT, replace(found.town, plots=lay_out(found.town, places)), places)


if __name__ == "__main__":
    main(*sys.argv[1:2] or ("blagnac",))
