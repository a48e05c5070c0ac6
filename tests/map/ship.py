"""Work out Blagnac's plots again and keep them beside its scenario: `python -m tests.map.ship`."""

from __future__ import annotations

from dataclasses import replace

from game.content.layout import KEPT, keep, lay_out
from tests.map.blagnac import FOLDER, scenario, town


def main() -> None:
    """Write scenarios/blagnac/plots.json."""
    places = scenario().places
    keep(FOLDER / KEPT, replace(town(), plots=lay_out(town(), places)), places)


if __name__ == "__main__":
    main()
