"""A scenario is opened with its deck and its map, or every reason why not is given at once."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from game.content import shelf
from game.content.problems import ContentError, words
from game.places import shelves
from game.words.catalogue import speaker
from tests.content.samples import DECK, SCENARIO, swapped

ROOT = Path(__file__).parents[2]
MAP = """{"type": "FeatureCollection", "features": [%s]}"""


def square(place: str, lon: float) -> str:
    ring = [[lon, 43.6], [lon + 0.002, 43.6], [lon + 0.002, 43.602], [lon, 43.602], [lon, 43.6]]
    shape = f'{{"type": "Polygon", "coordinates": [{ring}]}}'
    return f'{{"type": "Feature", "properties": {{"kind": "place", "id": "{place}", "name": ""}}, "geometry": {shape}}}'


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """Write a scenario's folder, and the deck it names in another."""
    (tmp_path / "decks" / "petit-jeu").mkdir(parents=True)
    (tmp_path / "decks" / "petit-jeu" / "deck.yaml").write_text(DECK, encoding="utf-8")
    folder = tmp_path / "scenarios" / "petite-ville"
    folder.mkdir(parents=True)
    (folder / "scenario.yaml").write_text(SCENARIO, encoding="utf-8")
    squares = (square(place, 1.38 + 0.01 * n) for n, place in enumerate(("ecole", "mairie", "aeroport")))
    (folder / "town.geojson").write_text(MAP % ", ".join(squares), encoding="utf-8")
    return folder


def refused(town: Path) -> list[tuple[str, str]]:
    with pytest.raises(ContentError) as caught:
        shelf.load_scenario(town, town.parents[1] / "decks")
    return [(Path(one.file).name, one.code) for one in caught.value.problems]


def test_a_scenario_opens_with_its_deck_and_its_map(town: Path) -> None:
    sources = shelf.load_scenario(town, town.parents[1] / "decks")
    assert sources.deck_text.decode() == DECK
    assert sources.scenario.deck == sources.deck.id == "petit-jeu"
    assert {zone.place_id for zone in sources.town.zones} == {"ecole", "mairie", "aeroport"}
    workshop = sources.workshop("court")
    assert [family.letter for family in workshop.families] == ["T", "E"]
    again = shelf.open_workshop(sources.scenario_text, sources.deck_text, sources.map_text, "court")
    assert (again.deck, again.scenario, again.town, again.agenda) == (
        workshop.deck,
        workshop.scenario,
        workshop.town,
        workshop.agenda,
    )


def test_the_faults_of_the_three_files_are_given_together(town: Path) -> None:
    deck = town.parents[1] / "decks" / "petit-jeu" / "deck.yaml"
    deck.write_text(swapped(DECK, ("letter: T", "letter: Tr")), encoding="utf-8")
    (town / "scenario.yaml").write_text(swapped(SCENARIO, ("minutes: 30", "minutes: 3")), encoding="utf-8")
    (town / "town.geojson").write_text("{", encoding="utf-8")
    assert refused(town) == [
        ("deck.yaml", "bad_letter"),
        ("scenario.yaml", "minutes_sum"),
        ("town.geojson", "map_json_cut"),
    ]


def test_a_missing_file_is_named(town: Path) -> None:
    (town / "town.geojson").unlink()
    assert refused(town) == [("town.geojson", "file_missing")]
    (town / "scenario.yaml").unlink()
    assert refused(town) == [("scenario.yaml", "file_missing")]


def test_a_folder_in_place_of_a_file_cannot_be_read(town: Path) -> None:
    (town / "town.geojson").unlink()
    (town / "town.geojson").mkdir()
    assert refused(town) == [("town.geojson", "file_is_folder")]


def test_a_deck_that_is_not_there_gets_a_suggestion(town: Path) -> None:
    changed = swapped(SCENARIO, ("deck: petit-jeu", "deck: petit-jau"), ("launch: 2027-04", "launch: avril"))
    (town / "scenario.yaml").write_text(changed, encoding="utf-8")
    assert refused(town) == [("scenario.yaml", "bad_month"), ("scenario.yaml", "no_deck_near")]


@pytest.mark.parametrize("name", ["../petit-jeu", "/etc", "petit-jeu/../petit-jeu"])
def test_a_deck_is_never_looked_for_elsewhere(town: Path, name: str) -> None:
    (town / "scenario.yaml").write_text(swapped(SCENARIO, ("deck: petit-jeu", f"deck: {name}")), encoding="utf-8")
    assert refused(town)[-1][1].startswith("no_deck")


def test_a_scenario_without_a_deck_says_so_once(town: Path) -> None:
    (town / "scenario.yaml").write_text(swapped(SCENARIO, ("deck: petit-jeu\n", "")), encoding="utf-8")
    assert refused(town) == [("scenario.yaml", "missing_key")]


def test_an_agenda_that_is_not_there_gets_a_suggestion(town: Path) -> None:
    sources = shelf.load_scenario(town, town.parents[1] / "decks")
    with pytest.raises(ContentError) as caught:
        sources.workshop("cour")
    assert [(one.code, dict(one.facts)["near"]) for one in caught.value.problems] == [("no_agenda_near", "court")]
    with pytest.raises(ContentError) as caught:
        shelf.open_workshop(sources.scenario_text, sources.deck_text, b"", "court")
    assert [one.code for one in caught.value.problems] == ["map_json_cut"]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_map_that_is_no_json_is_told_without_the_library_s_words(town: Path, lang: str) -> None:
    (town / "town.geojson").write_text('{"type": }', encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        shelf.load_scenario(town, town.parents[1] / "decks")
    said = words(caught.value.problems[0], speaker(lang).say)
    assert "Expecting" not in said
    assert re.search(r"JSON\b.*\b1\b.*\b10\b", said)


def test_folders_are_listed(town: Path) -> None:
    root = town.parents[1]
    assert shelf.scenarios(root / "scenarios") == (town,)
    assert shelf.scenarios(root / "nowhere") == ()


def test_blagnac_opens_with_each_of_its_agendas() -> None:
    sources = shelf.load_scenario(shelves.scenarios() / "blagnac", shelves.decks())
    assert sources.warnings == ()
    assert sources.deck.id == "clap"
    assert [sources.workshop(each.id).agenda.minutes for each in sources.scenario.agendas] == [90, 60, 45, 60, 40]
    assert len(sources.workshop(sources.scenario.agendas[0].id).families) == 5


def test_a_sound_deck_and_scenario_are_read_without_heavy_libraries() -> None:
    script = """
import sys
from pathlib import Path
from game.content import shelf
assert "yaml" not in sys.modules
from game.content.deck import read_deck
from game.content.scenario import read_scenario
deck, problems = read_deck(Path(sys.argv[1], "decks", "clap", "deck.yaml").read_bytes(), "deck.yaml")
town, more = read_scenario(Path(sys.argv[1], "scenarios", "blagnac", "scenario.yaml").read_bytes(), "s.yaml", deck)
assert deck and town and not problems + more
print(*sorted({"shapely", "numpy", "PIL", "pygame", "difflib"} & set(sys.modules)))
"""
    run = subprocess.run(
        [sys.executable, "-c", script, str(ROOT)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == ""


def test_the_whole_deck_is_read_in_a_blink() -> None:
    """A blink counted in calls (45 ms on a quiet machine): how long they take is for the benchmarks to say."""
    from game.content.deck import read_deck

    data = (shelves.decks() / "clap" / "deck.yaml").read_bytes()
    assert read_deck(data, "deck.yaml")[0] is not None
    calls: Counter[str] = Counter()
    sys.setprofile(lambda _, event, __: calls.update([event]))
    try:
        read_deck(data, "deck.yaml")
    finally:
        sys.setprofile(None)
    assert calls["call"] < 35 * len(data.splitlines())
