"""What one plays from: a scenario's folder with its deck and its map, or the three texts kept in a session file."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from game.content import kept
from game.content.files import LARGEST, read_bytes, shown
from game.content.finding import DECK, duties_named, find_deck, find_duties, named, no_deck, no_duties
from game.content.near import nearest
from game.content.nodes import Scalar
from game.content.problems import ContentError, Problem, errors
from game.core.cards import Card, Deck
from game.core.duties import Duties
from game.core.frozen import dataclass
from game.core.scenario import Scenario, Workshop
from game.core.town import Town
from game.places.looks import is_file, is_folder

__all__ = [
    "DECK", "LARGEST", "Sources", "deck_of", "load_deck", "load_scenario", "open_workshop", "read_bytes", "scenarios",
]  # fmt: skip

SCENARIO, MAP, DUTIES = "scenario.yaml", "town.geojson", "duties.yaml"
REPLACED = "sign_replaced"


@dataclass(frozen=True, slots=True)
class Sources:
    """What a session is opened with: the texts, what they say, and the deck's pictures by the path it gives.

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
    duties_text: bytes = b""
    duties: Duties = Duties()

    def workshop(self, agenda_id: str) -> Workshop:
        """Give the workshop of an agenda. Raises ContentError when the scenario has no such agenda."""
        return _workshop(self.deck, self.scenario, self.town, self.duties, agenda_id)


def scenarios(root: Path) -> tuple[Path, ...]:
    """List the folders that hold a scenario, by name."""
    try:
        with os.scandir(root) as entries:  # thousands of sessions may lie there: only folders are looked into
            folders = sorted(root / entry.name for entry in entries if entry.is_dir())
        return tuple(folder for folder in folders if is_file(folder / SCENARIO))
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
    deck_file = find_deck(Scalar(0, 0, known.deck), file, decks_root) if known is not None else None
    if known is None or deck_file is None:
        return None
    try:
        deck_text, map_text = read_bytes(deck_file), read_bytes(file.parent / (known.map or MAP))
        duties_text = _named_duties(known.duties, file, decks_root)
    except ContentError:
        return None
    values = known.values(deck_text, map_text, duties_text) if bool(known.duties) == bool(duties_text) else None
    if values is None or is_folder(deck_file.parent / "i18n") or _pictured(values[0]):
        return None
    deck, scenario, town, duties = values
    return Sources(deck_text, scenario_text, map_text, deck, scenario, town, (), (), deck_file, duties_text, duties)


def _named_duties(name: str, file: Path, decks_root: Path) -> bytes:
    """Give the text of the duties a scenario names; empty when it names none, or none is there."""
    found = find_duties(name, file, decks_root) if name else None
    return read_bytes(found) if found is not None else b""


def _pictured(deck: Deck) -> bool:
    """Tell whether a deck has pictures, which a text kept alone does not tell of."""
    cards: tuple[Card, ...] = (*deck.issues, *deck.levers, *deck.events)
    return any(card.image for card in cards)


def _read(file: Path, scenario_text: bytes, decks_root: Path) -> Sources:
    from game.content.folder import read_folder
    from game.content.scenario import from_nodes
    from game.content.source import read_source

    root, faults = read_source(scenario_text, shown(file))
    asked = named(root, "deck")
    deck_file = find_deck(asked, file, decks_root)
    if deck_file is None:
        said = from_nodes(root, faults, shown(file), None)[1]
        raise ContentError((*said, *no_deck(asked, shown(file), decks_root)))
    found = read_folder(deck_file, decks_root)
    deck, deck_text, problems = found.deck, found.text, found.problems
    scenario, more = from_nodes(root, faults, shown(file), deck)
    map_file = file.parent / ((scenario.map if scenario else "") or MAP)
    map_text, town, last = _town(map_file, scenario)
    duties_text, duties, wrong = _duties(duties_named(root), file, decks_root)
    everything = (*problems, *more, *last, *wrong, *_unknown(duties_named(root), file, deck, duties))
    if deck is None or scenario is None or town is None or duties is None:
        raise ContentError(everything)
    if not everything and len(map_text) < kept.LARGEST:
        kept.keep(scenario_text, (deck_text, map_text, duties_text), (deck, scenario, town, duties))
    images = tuple((path, read_bytes(one)) for path, one in found.images)
    return Sources(
        deck_text, scenario_text, map_text, deck, scenario, town, everything, images, deck_file, duties_text, duties
    )


def open_workshop(
    scenario_text: bytes, deck_text: bytes, map_text: bytes, agenda_id: str, duties_text: bytes = b""
) -> Workshop:
    """Open again what a session file keeps; one from before there were duties has none. Raises ContentError with every
    problem."""
    known = kept.recall(scenario_text)
    texts = deck_text, map_text, duties_text
    values = known.values(*texts) if known is not None else None
    return _workshop(*(values or _again(scenario_text, *texts)), agenda_id)


def _again(scenario_text: bytes, deck_text: bytes, map_text: bytes, duties_text: bytes) -> kept.Values:
    from game.content.deck import read_deck
    from game.content.duties import read_duties
    from game.content.largemap import read
    from game.content.scenario import read_scenario

    deck, problems = read_deck(deck_text, DECK, held=True)
    scenario, more = read_scenario(scenario_text, SCENARIO, deck, held=True)
    town, last = read(map_text, MAP, _places(scenario), decor=_decor(scenario), held=True)
    duties, faults = read_duties(duties_text, DUTIES, held=True) if duties_text else (Duties(), ())
    everything = (*problems, *more, *last, *faults)
    if deck is None or scenario is None or town is None or duties is None:
        raise ContentError(errors(everything))
    if not everything and len(map_text) < kept.LARGEST:
        kept.keep(scenario_text, (deck_text, map_text, duties_text), (deck, scenario, town, duties))
    return deck, scenario, town, duties


def _workshop(deck: Deck, scenario: Scenario, town: Town, duties: Duties, agenda_id: str) -> Workshop:
    agenda = scenario.agenda(agenda_id)
    if agenda is not None:
        return Workshop(deck, scenario, town, agenda, duties)
    known = tuple(each.id for each in scenario.agendas)
    near = nearest(agenda_id, known)
    facts = (("value", agenda_id), ("near", near)) if near else (("value", agenda_id), ("known", ", ".join(known)))
    raise ContentError((Problem("no_agenda_near" if near else "no_agenda", SCENARIO, 0, 0, facts),))


def _duties(asked: Scalar | None, file: Path, decks_root: Path) -> tuple[bytes, Duties | None, tuple[Problem, ...]]:
    from game.content.duties import read_duties

    if asked is None:
        return b"", Duties(), ()
    found = find_duties(asked.value, file, decks_root)
    if found is None:
        return b"", None, (no_duties(asked, shown(file), decks_root),)
    try:
        data = read_bytes(found)
    except ContentError as why:
        return b"", None, why.problems
    return data, *read_duties(data, shown(found))


def _unknown(asked: Scalar | None, file: Path, deck: Deck | None, duties: Duties | None) -> tuple[Problem, ...]:
    """Tell, where the duties are named, the cards that say they repeat one that is not among them."""
    if asked is None or deck is None or duties is None:
        return ()
    said = (*((card.id, card.duty) for card in deck.issues), *((card.id, card.duty) for card in deck.levers))
    found = ((("card", card), ("value", duty)) for card, duty in said if duty and duties.duty(duty) is None)
    return tuple(Problem("card_duty", shown(file), asked.line + 1, asked.column + 1, facts) for facts in found)


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
