"""Where assets, decks and scenarios are: beside `game/` in a checkout, in `game/_data/` in an installed wheel."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from game.core.errors import SetupError
from game.places.looks import closed, is_file


@cache
def root() -> Path:
    """Give the folder that holds assets, decks and scenarios."""
    spec = find_spec("game")
    package = Path(next(iter(spec.submodule_search_locations or ()), "")) if spec else Path()
    carried = package / "_data"
    return carried if carried.is_dir() else package.parent


def _folder(name: str) -> Path:
    folder = root() / name
    if not folder.is_dir():
        raise SetupError("data_missing", folder=str(folder))
    return folder


def assets() -> Path:
    """Give the folder of fonts, icons, sentences and print templates."""
    return _folder("assets")


def desktop() -> Path:
    """Give the folder of what a computer's desktop shows of the table: its icon, its entry in the menu."""
    return assets() / "desktop"


def icon() -> Path:
    """Give the program's icon: an SVG."""
    return desktop() / "clap-table.svg"


def decks() -> Path:
    """Give the folder of the decks that come with the table, one folder a deck."""
    return _folder("decks")


def scenarios() -> Path:
    """Give the folder of the scenarios that come with the table, one folder a scenario."""
    return _folder("scenarios")


def deck(name: str, others: Iterable[str] = ()) -> Path:
    """Give the file of a deck: one of ours by its id, or any by its path.

    Raises deck_unknown, with those there are: ours, and `others`.
    """
    return _chosen(name, decks(), "deck.yaml", "deck_unknown", others)


def scenario(name: str, others: Iterable[str] = ()) -> Path:
    """Give the file of a scenario: one of ours by its id, or any by its path. Raises scenario_unknown, as `deck`."""
    return _chosen(name, scenarios(), "scenario.yaml", "scenario_unknown", others)


def _chosen(name: str, shelf: Path, file: str, code: str, others: Iterable[str]) -> Path:
    path = Path(name)
    for found in (path, path / file, shelf / name / file):
        if is_file(found) or closed(found):  # closed: whoever reads it says so
            return found
    known = tuple(sorted({*others, *(each.parent.name for each in shelf.glob(f"*/{file}"))}))
    raise SetupError(code, name=name, known=known)
