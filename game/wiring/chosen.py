"""Decks and scenarios as people name them: an id of ours, a folder, a file, a packed deck, one of the CLAP folder."""

from __future__ import annotations

from pathlib import Path

from game.content.files import read_bytes, shown
from game.content.problems import ContentError, Problem
from game.content.shelf import DECK, SCENARIO
from game.core.errors import GameError, SetupError
from game.places import folders, shelves
from game.places.looks import closed, is_file, is_folder


def deck_file(name: str) -> Path:
    """Give the file of a deck. Raises SetupError deck_unknown; ContentError for a pack that is not safe to open."""
    return _file(name, DECK) or _within(_own().get(name), DECK) or shelves.deck(name, _own())


def open_deck(name: str) -> Path:
    """Give the file of a deck that is to be written in. Raises as `deck_file`; SetupError pack_closed for a pack."""
    own = _own().get(name)
    if packed(Path(name)) or (own is not None and not is_folder(Path(name)) and packed(own)):
        raise SetupError("pack_closed", path=name)
    return deck_file(name)


def _own() -> dict[str, Path]:
    """Give people's own decks, folders and packs, in the folder of their sessions, by the names one may call them."""
    try:
        lying = sorted(folders.sessions().iterdir())
    except (GameError, OSError):
        return {}
    found = {one.name.removesuffix(".zip").removesuffix(".clapdeck"): one for one in lying if packed(one)}
    return found | {one.name: one for one in lying if is_folder(one) and is_file(one / DECK)}


def _within(found: Path | None, file: str) -> Path | None:
    return _file(str(found), file) if found is not None else None


def scenario_file(name: str) -> Path:
    """Give the file of a scenario, that of a deck's folder or pack included.

    Raises as `deck_file`; ContentError for a file of another name: what is beside it is not what was asked for.
    """
    found = _file(name, SCENARIO) or _within(_own().get(name), SCENARIO)
    if found is not None and found.name.casefold() != SCENARIO:
        raise misnamed(found, "scenario_named")
    if found is not None and not is_file(found):
        within = found.parent / "scenario" / SCENARIO
        found = within if is_file(within) else found
    return found or shelves.scenario(name, _own())


def misnamed(file: Path, code: str) -> ContentError:
    """Give the refusal of a file by its name. Raises ContentError when it cannot be read at all."""
    read_bytes(file)
    return ContentError((Problem(code, shown(file), 0, 0),))


def _file(name: str, file: str) -> Path | None:
    """Give the file that was named, if it is there or looks like a path."""
    path = Path(name)
    if is_folder(path):
        return path / file
    if packed(path):
        from game.authoring.pack import opened

        return opened(path) / file
    return path if is_file(path) or closed(path) or path.suffix or "/" in name or "\\" in name else None


def packed(path: Path) -> bool:
    """Tell whether a file is a packed deck."""
    from game.authoring.pack import is_pack

    return is_pack(path)
