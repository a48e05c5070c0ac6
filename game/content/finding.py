"""Where the deck and the duties that a scenario names are, and what to say when they are nowhere."""

from __future__ import annotations

import re
from pathlib import Path

from game.content.files import read_bytes
from game.content.near import nearest
from game.content.nodes import Mapping, Node, Scalar
from game.content.problems import ContentError, Problem
from game.places.looks import closed, is_file, whole

DECK = "deck.yaml"
YAML = (".yaml", ".yml")


def named(root: Node | None, what: str) -> Scalar | None:
    """Give the deck or the duties a scenario names, and where, whatever else is wrong in it."""
    pairs = root.pairs if isinstance(root, Mapping) else ()
    return next((value for key, value in pairs if key.value == what and isinstance(value, Scalar)), None)


def find_deck(named: Scalar | None, file: Path, root: Path) -> Path | None:
    """Find the deck a scenario names: a folder of that name, in the decks or beside the scenario."""
    if named is None or not named.value or "/" in named.value or "\\" in named.value:
        return None
    chosen = (shelf / named.value / DECK for shelf in (root, file.parent, file.parent.parent))
    found = next((one for one in chosen if is_file(one) or closed(one)), None)  # closed: whoever reads it says so
    return found or _above(named.value, file)


def _above(name: str, file: Path) -> Path | None:
    """Give the deck in whose folder a scenario's folder is, when it bears that id, whatever its folder is called."""
    deck = whole(file).parent.parent / DECK
    if not is_file(deck):
        return None
    try:
        head = read_bytes(deck)
    except ContentError:
        return None
    found = re.search(rb"^id:[ \t]*[\"']?([a-z0-9-]+)", head, re.MULTILINE)
    return deck if found is not None and found[1].decode() == name else None


def no_deck(named: Scalar | None, file: str, root: Path) -> tuple[Problem, ...]:
    """Say that no deck bears that name, and which there are."""
    if named is None:  # a missing or misspelt key, said already
        return ()
    return (_missing("no_deck", named, file, sorted(one.parent.name for one in root.glob(f"*/{DECK}"))),)


def _missing(code: str, named: Scalar, file: str, known: list[str]) -> Problem:
    near = nearest(named.value, known)
    facts = (("value", named.value[:60]), ("near", near), ("known", ", ".join(known)))
    return Problem(f"{code}_near" if near else code, file, named.line + 1, named.column + 1, facts)


def duties_named(root: Node | None) -> Scalar | None:
    """Give the file of duties a scenario names; none for what is no file's name, which is said elsewhere."""
    found = named(root, "duties")
    plain = found is not None and "/" not in found.value and found.value.lower().endswith(YAML)
    return found if plain else None


def find_duties(name: str, scenario: Path, decks_root: Path) -> Path | None:
    """Find a file of duties: in the scenario's folder, in the one above (a pack), or among the decks."""
    rooms = (scenario.parent, scenario.parent.parent, decks_root)
    return next((room / name for room in rooms if is_file(room / name) or closed(room / name)), None)


def no_duties(named: Scalar, file: str, decks_root: Path) -> Problem:
    """Say that no file of duties bears that name, and which there are."""
    found = sorted(one.name for one in decks_root.glob("*") if one.name.lower().endswith(YAML))
    return _missing("no_duties", named, file, found)
