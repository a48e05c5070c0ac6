"""What one plays from: a scenario's folder with its deck and its map, or the three texts kept in a session file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from game.content import kept
from game.content.near import nearest
from game.content.nodes import Mapping, Node, Scalar
from game.content.problems import ContentError, Problem, errors
from game.core.cards import Deck
from game.core.scenario import Scenario, Workshop
from game.core.town import Town

DECK, SCENARIO, MAP = "deck.yaml", "scenario.yaml", "town.geojson"
LARGEST = 60_000_000
"""Bytes read from one file: more is said to be too big, unread."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What a session is opened with: the three texts as they are on disk, and what they say."""

    deck_text: bytes
    scenario_text: bytes
    map_text: bytes
    deck: Deck
    scenario: Scenario
    town: Town
    warnings: tuple[Problem, ...] = ()

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
        return tuple(sorted(folder for folder in root.iterdir() if (folder / file).is_file()))
    except OSError:
        return ()


def load_deck(file: Path) -> tuple[bytes, Deck]:
    """Read a deck file. Raises ContentError with every problem."""
    from game.content.deck import read_deck

    data = read_bytes(file)
    deck, problems = read_deck(data, _shown(file))
    if deck is None:
        raise ContentError(problems)
    return data, deck


def deck_of(text: bytes) -> Deck:
    """Read the deck a session file keeps. Raises ContentError with every problem."""
    from game.content.deck import read_deck

    deck, problems = read_deck(text, DECK)
    if deck is None:
        raise ContentError(problems)
    return deck


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
    return Sources(deck_text, scenario_text, map_text, *values) if values is not None else None


def _read(file: Path, scenario_text: bytes, decks_root: Path) -> Sources:
    from game.content.deck import read_deck
    from game.content.scenario import from_nodes
    from game.content.source import read_source

    root, faults = read_source(scenario_text, _shown(file))
    named = _deck_named(root)
    deck_file = _deck_file(named, file, decks_root)
    if deck_file is None:
        found = from_nodes(root, faults, _shown(file), None)[1]
        raise ContentError((*found, *_no_deck(named, _shown(file), decks_root)))
    deck_text = read_bytes(deck_file)
    deck, problems = read_deck(deck_text, _shown(deck_file))
    scenario, more = from_nodes(root, faults, _shown(file), deck)
    map_file = file.parent / ((scenario.map if scenario else "") or MAP)
    map_text, town, last = _town(map_file, scenario)
    everything = (*problems, *more, *last)
    if deck is None or scenario is None or town is None:
        raise ContentError(everything)
    if not everything:
        kept.keep(scenario_text, deck_text, map_text, (deck, scenario, town))
    return Sources(deck_text, scenario_text, map_text, deck, scenario, town, everything)


def open_workshop(scenario_text: bytes, deck_text: bytes, map_text: bytes, agenda_id: str) -> Workshop:
    """Open again what a session file keeps. Raises ContentError with every problem."""
    known = kept.recall(scenario_text)
    values = known.values(deck_text, map_text) if known is not None else None
    return _workshop(*(values or _again(scenario_text, deck_text, map_text)), agenda_id)


def _again(scenario_text: bytes, deck_text: bytes, map_text: bytes) -> kept.Values:
    from game.content.deck import read_deck
    from game.content.scenario import read_scenario
    from game.content.townmap import read_town

    deck, problems = read_deck(deck_text, DECK)
    scenario, more = read_scenario(scenario_text, SCENARIO, deck)
    places = tuple(place.id for place in scenario.places) if scenario else None
    town, last = read_town(map_text, MAP, places)
    if deck is None or scenario is None or town is None:
        raise ContentError(errors((*problems, *more, *last)))
    if not (problems or more or last):
        kept.keep(scenario_text, deck_text, map_text, (deck, scenario, town))
    return deck, scenario, town


def _workshop(deck: Deck, scenario: Scenario, town: Town, agenda_id: str) -> Workshop:
    from game.content.layout import furnished

    agenda = scenario.agenda(agenda_id)
    if agenda is not None:
        return Workshop(deck, scenario, furnished(town, scenario), agenda)
    known = tuple(each.id for each in scenario.agendas)
    near = nearest(agenda_id, known)
    facts = (("value", agenda_id), ("near", near)) if near else (("value", agenda_id), ("known", ", ".join(known)))
    raise ContentError((Problem("no_agenda_near" if near else "no_agenda", SCENARIO, 0, 0, facts),))


def read_bytes(file: Path) -> bytes:
    """Read a file people chose. Raises ContentError when it is missing, unreadable or too big."""
    try:
        with file.open("rb") as handle:
            data = handle.read(LARGEST + 1)
    except FileNotFoundError:
        raise ContentError((Problem("file_missing", _shown(file), 0, 0),)) from None
    except OSError as why:
        facts = (("reason", why.strerror or type(why).__name__),)
        raise ContentError((Problem("file_unreadable", _shown(file), 0, 0, facts),)) from None
    return data


def _shown(file: Path) -> str:
    """Give a path as people would say it: from here when it is under here."""
    try:
        return str(file.resolve().relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(file)


def _deck_named(root: Node | None) -> Scalar | None:
    """Give the deck a scenario names, and where, whatever else is wrong in it."""
    pairs = root.pairs if isinstance(root, Mapping) else ()
    return next((value for key, value in pairs if key.value == "deck" and isinstance(value, Scalar)), None)


def _deck_file(named: Scalar | None, file: Path, root: Path) -> Path | None:
    """Find the deck a scenario names: a folder of that name, in the decks or beside the scenario."""
    if named is None or not named.value or "/" in named.value or "\\" in named.value:
        return None
    chosen = (shelf / named.value / DECK for shelf in (root, file.parent, file.parent.parent))
    return next((one for one in chosen if one.is_file()), None)


def _no_deck(named: Scalar | None, file: str, root: Path) -> tuple[Problem, ...]:
    if named is None:  # a missing or misspelt key, said already
        return ()
    known = tuple(folder.name for folder in decks(root))
    near = nearest(named.value, known)
    facts = (("value", named.value[:60]), ("near", near), ("known", ", ".join(known)))
    code = "no_deck_near" if near else "no_deck"
    return (Problem(code, file, named.line + 1, named.column + 1, facts),)


def _town(file: Path, scenario: Scenario | None) -> tuple[bytes, Town | None, tuple[Problem, ...]]:
    from game.content.townmap import read_town

    try:
        data = read_bytes(file)
    except ContentError as why:
        return b"", None, why.problems
    places = tuple(place.id for place in scenario.places) if scenario else None
    return data, *read_town(data, _shown(file), places)
