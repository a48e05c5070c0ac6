"""The scenarios that people bring: those of their own decks, beside their sessions."""

from __future__ import annotations

from pathlib import Path

from game.content.shelf import SCENARIO, scenarios
from game.core.errors import GameError
from game.places.looks import is_file


def carried(folder: Path) -> tuple[Path, ...]:
    """List the scenarios that people's own decks carry: folders, and packs, beside their sessions."""
    own = scenarios(folder)
    within = tuple(one.parent for one in sorted(folder.glob(f"*/scenario/{SCENARIO}")))
    return (*own, *within, *(one for pack in sorted(folder.glob("*.zip")) for one in _unpacked(pack)))


def _unpacked(pack: Path) -> tuple[Path, ...]:
    """Give the scenario a pack carries; one that is no safe pack is not offered: `clap play` on it says why."""
    from game.authoring.pack import opened as unpacked

    try:
        folder = unpacked(pack) / "scenario"
    except GameError:
        return ()
    return (folder,) if is_file(folder / SCENARIO) else ()
