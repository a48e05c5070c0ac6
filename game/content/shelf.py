"""What one plays from: a scenario's folder with its deck and its map, or the three texts kept in a session file."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from game.content import kept
from game.content.files import LARGEST, read_bytes, shown
from game.content.near import nearest
from game.content.nodes import Mapping, Node, Scalar
from game.content.problems import ContentError, Problem, errors
from game.core.cards import Card, Deck
from game.core.frozen import dataclass
from game.core.scenario import Scenario, Workshop
from game.core.town import Town
from game.places.looks import closed, is_file, is_folder, whole

__all__ = [
    "LARGEST", "Sources", "deck_of", "decks", "load_deck", "load_scenario", "open_workshop", "read_bytes", "scenarios",
]  # fmt: skip

DECK, SCENARIO, MAP = "deck.yaml", "scenario.yaml", "town.geojson"
REPLACED = "sign_replaced"


@dataclass(frozen=True, slots=True)
class Sources:
    """What a session is opened with: the three texts, what they say, and the deck's pictures by the path it gives.

    The texts are as they are on disk; only a deck made of several files (folder.py) is written as one.
    """

    deck_text: bytes
    scenario_text: bytes
    map_text: bytes
    deck: Deck
    scenario: Scenario
    town: Town
    warnings: tuple[Problem, ...] = ()
    images: tuple[tuple[str, bytes], ...] = ()
    deck_file: Path | None = None

    def workshop(self, agenda_id: str) -> Workshop:
        """Give the workshop of an agenda. Raises ContentError when the scenario has no such agenda."""
        return _workshop(self.deck, self.scenario, self.town, agenda_id)


def decks(root: Path) -> tuple[Path, ...]:
    """List the folders that hold a deck, by name."""
    return _folders(root, DECK)


def scenarios(root: Path) -> tuple[Path, ...]:
    """List the folders that hold a scenario, by name."""
    return _folders(root, SCENARIO)


def _folders(root: Path, file: str) -> tuple[Path, ...]:
    try:
        with os.scandir(root) as entries:  # thousands of sessions may lie there: only folders are looked into
            folders = sorted(root / entry.name for entry in entries if entry.is_dir())
        return tuple(folder for folder in folders if is_file(folder / file))
    except OSError:
        return ()


def load_deck(file: Path) -> tuple[bytes, Deck]:
    """Read a deck file with all that belongs to it; give it as one text. Raises ContentError with every problem."""
    from game.content.folder import read_folder

    found = read_folder(file, file.parent.parent)
    if found.deck is None:
        raise ContentError(found.problems)
    return found.text, found.deck


def deck_of(text: bytes) -> Deck:
    """Read the deck a session file keeps. Raises ContentError with every problem."""
    from game.content.deck import read_deck

    deck, problems = read_deck(text, DECK, held=True)
    if deck is None:
        raise ContentError(problems)
    return deck


def replaced(texts: Iterable[tuple[str, bytes]]) -> tuple[Problem, ...]:
    """Tell the signs that cannot be shown of YAML texts a session keeps, by name: each is replaced where it stands."""
    doubtful = [(name, text) for name, text in texts if b"\\" in text]
    if not doubtful:
        return ()
    from game.content.source import read_source

    return tuple(
        one for name, text in doubtful for one in read_source(text, name, held=True)[1] if one.code == REPLACED
    )


def load_scenario(folder: Path, decks_root: Path) -> Sources:
    """Read a scenario's folder, the deck it names and its map. Raises ContentError with the problems of all three."""
    file = folder / SCENARIO
    scenario_text = read_bytes(file)
    return _kept(file, scenario_text, decks_root) or _read(file, scenario_text, decks_root)


def _kept(file: Path, scenario_text: bytes, decks_root: Path) -> Sources | None:
    """Give what was read of the same texts before; None when they are others, or gone."""
    known = kept.recall(scenario_text)
    deck_file = _deck_file(Scalar(0, 0, known.deck), file, decks_root) if known is not None else None
    if known is None or deck_file is None:
        return None
    try:
        deck_text, map_text = read_bytes(deck_file), read_bytes(file.parent / (known.map or MAP))
    except ContentError:
        return None
    values = known.values(deck_text, map_text)
    if values is None or is_folder(deck_file.parent / "i18n") or _pictured(values[0]):
        return None
    return Sources(deck_text, scenario_text, map_text, *values, deck_file=deck_file)


def _pictured(deck: Deck) -> bool:
    """Tell whether a deck has pictures, which a text kept alone does not tell of."""
    cards: tuple[Card, ...] = (*deck.issues, *deck.levers, *deck.events)
    return any(card.image for card in cards)


def _read(file: Path, scenario_text: bytes, decks_root: Path) -> Sources:
    from game.content.folder import read_folder
    from game.content.scenario import from_nodes
    from game.content.source import read_source

    root, faults = read_source(scenario_text, shown(file))
    named = _deck_named(root)
    deck_file = _deck_file(named, file, decks_root)
    if deck_file is None:
        said = from_nodes(root, faults, shown(file), None)[1]
        raise ContentError((*said, *_no_deck(named, shown(file), decks_root)))
    found = read_folder(deck_file, decks_root)
    deck, deck_text, problems = found.deck, found.text, found.problems
    scenario, more = from_nodes(root, faults, shown(file), deck)
    map_file = file.parent / ((scenario.map if scenario else "") or MAP)
    map_text, town, last = _town(map_file, scenario)
    everything = (*problems, *more, *last)
    if deck is None or scenario is None or town is None:
        raise ContentError(everything)
    if not everything and len(map_text) < kept.LARGEST:
        kept.keep(scenario_text, deck_text, map_text, (deck, scenario, town))
    images = tuple((path, read_bytes(one)) for path, one in found.images)
    return Sources(deck_text, scenario_text, map_text, deck, scenario, town, everything, images, deck_file)


def open_workshop(scenario_text: bytes, deck_text: bytes, map_text: bytes, agenda_id: str) -> Workshop:
    """Open again what a session file keeps. Raises ContentError with every problem."""
    known = kept.recall(scenario_text)
    values = known.values(deck_text, map_text) if known is not None else None
    return _workshop(*(values or _again(scenario_text, deck_text, map_text)), agenda_id)


def _again(scenario_text: bytes, deck_text: bytes, map_text: bytes) -> kept.Values:
    from game.content.deck import read_deck
    from game.content.largemap import read
    from game.content.scenario import read_scenario

    deck, problems = read_deck(deck_text, DECK, held=True)
    scenario, more = read_scenario(scenario_text, SCENARIO, deck, held=True)
    town, last = read(map_text, MAP, _places(scenario), decor=_decor(scenario), held=True)
    if deck is None or scenario is None or town is None:
        raise ContentError(errors((*problems, *more, *last)))
    if not (problems or more or last) and len(map_text) < kept.LARGEST:
        kept.keep(scenario_text, deck_text, map_text, (deck, scenario, town))
    return deck, scenario, town


def _workshop(deck: Deck, scenario: Scenario, town: Town, agenda_id: str) -> Workshop:
    agenda = scenario.agenda(agenda_id)
    if agenda is not None:
        return Workshop(deck, scenario, town, agenda)
    known = tuple(each.id for each in scenario.agendas)
    near = nearest(agenda_id, known)
    facts = (("value", agenda_id), ("near", near)) if near else (("value", agenda_id), ("known", ", ".join(known)))
    raise ContentError((Problem("no_agenda_near" if near else "no_agenda", SCENARIO, 0, 0, facts),))


def _deck_named(root: Node | None) -> Scalar | None:
    """Give the deck a scenario names, and where, whatever else is wrong in it."""
    pairs = root.pairs if isinstance(root, Mapping) else ()
    return next((value for key, value in pairs if key.value == "deck" and isinstance(value, Scalar)), None)


def _deck_file(named: Scalar | None, file: Path, root: Path) -> Path | None:
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


def _no_deck(named: Scalar | None, file: str, root: Path) -> tuple[Problem, ...]:
    if named is None:  # a missing or misspelt key, said already
        return ()
    known = tuple(folder.name for folder in decks(root))
    near = nearest(named.value, known)
    facts = (("value", named.value[:60]), ("near", near), ("known", ", ".join(known)))
    code = "no_deck_near" if near else "no_deck"
    return (Problem(code, file, named.line + 1, named.column + 1, facts),)


def _town(file: Path, scenario: Scenario | None) -> tuple[bytes, Town | None, tuple[Problem, ...]]:
    from game.content.largemap import read
    from game.content.maps.text import BYTES

    try:
        data = read_bytes(file, BYTES)
    except ContentError as why:
        return b"", None, why.problems
    return data, *read(data, shown(file), _places(scenario), decor=_decor(scenario))


def _places(scenario: Scenario | None) -> tuple[str, ...] | None:
    return tuple(place.id for place in scenario.places) if scenario else None


def _decor(scenario: Scenario | None) -> tuple[str, ...]:
    return tuple(place.id for place in scenario.places if place.decor) if scenario else ()
