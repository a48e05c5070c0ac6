"""The JSON Schemas agree with the loader: what they refuse, the check refuses; what we ship, they accept."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from game.authoring.schema import NAMES, schema, text
from game.content.deck import read_deck
from game.content.deckspec import SPEC
from game.content.problems import errors
from game.places import shelves
from game.words.catalogue import speaker
from tests.cli.conftest import Clap
from tests.content.samples import DECK, SCENARIO
from tests.content.test_folder import CHILD, OVERLAY

SHIPPED = shelves.assets() / "schema"
MUTATIONS = 300


def loaded(text: str) -> Any:
    """Load YAML as an editor does: dates and numbers in base 60 stay text."""
    plain = type("Plain", (yaml.CSafeLoader,), {"yaml_implicit_resolvers": {
        first: [(tag, found) for tag, found in all_of if not tag.endswith((":timestamp", ":int", ":float", ":merge"))]
        for first, all_of in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }})  # fmt: skip
    plain.add_implicit_resolver(
        "tag:yaml.org,2002:int", __import__("re").compile(r"[-+]?(0|[1-9]\d*)$"), list("-+0123456789")
    )  # type: ignore[attr-defined]
    return yaml.load(text, plain)


def validator(name: str, lang: str = "fr") -> jsonschema.Draft7Validator:
    return jsonschema.Draft7Validator(schema(name, speaker(lang)))


@pytest.mark.parametrize("name", NAMES)
def test_the_schemas_are_draft_7_and_shipped_as_they_are_made(name: str) -> None:
    jsonschema.Draft7Validator.check_schema(schema(name, speaker("fr")))
    assert (SHIPPED / f"{name}.schema.json").read_text(encoding="utf-8") == text(name, speaker("fr"))


def test_both_languages_have_the_same_keys() -> None:
    def bare(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: bare(one) for key, one in value.items() if key not in ("description", "title")}
        return [bare(one) for one in value] if isinstance(value, list) else value

    for name in NAMES:
        french, english = (schema(name, speaker(lang)) for lang in ("fr", "en"))
        assert french != english
        assert len(json.dumps(bare(french))) == len(json.dumps(bare(english)))


def test_every_key_of_a_deck_is_described() -> None:
    made = schema("deck", speaker("fr"))
    assert [key for key in SPEC.fields if "description" not in made["properties"][key]] == []


@pytest.mark.parametrize(
    ("name", "body"), [("deck", DECK), ("deck", CHILD), ("scenario", SCENARIO), ("overlay", OVERLAY)]
)
def test_sound_files_are_accepted(name: str, body: str) -> None:
    assert [one.message for one in validator(name).iter_errors(loaded(body))] == []


def test_our_decks_and_scenarios_are_accepted() -> None:
    ours = [("deck", file) for file in sorted(shelves.decks().glob("*/deck.yaml"))]
    ours += [("scenario", file) for file in sorted(shelves.scenarios().glob("*/scenario.yaml"))]
    assert len(ours) >= 2
    for name, file in ours:
        found = validator(name).iter_errors(loaded(file.read_text(encoding="utf-8")))
        assert [one.message[:80] for one in found] == [], file


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    stage: besoin\n", ""),
        ("stage: besoin", "etape: besoin"),
        ("cost: -1,", "cost: 7,"),
        ("id: petit-jeu", "id: Petit Jeu"),
        ("confidence: sure", "confidence: certaine"),
        ("pair: [mutualiser, maitrise-budget]", "pair: [mutualiser]"),
        ("format: 1\n", "format: 3\n"),
        ("icon: hammer", "icon: hamer"),
        ('colour: "#A03060"', "colour: rouge"),
        ("law_as_of: 2026-11-22", "law_as_of: hier"),
        ("letter: E", "letter: EE"),
        ("loads: [{family: enfance, cost: 1}]", "loads: {family: enfance, cost: 1}"),
        ("{fr: Mutualiser, en: Pool}", "{fr: Mutualiser nos achats avec toutes les communes, en: Pool}"),
    ],
)
def test_an_editor_underlines_what_the_check_refuses(old: str, new: str) -> None:
    hurt = DECK.replace(old, new, 1)
    assert hurt != DECK
    assert list(validator("deck").iter_errors(loaded(hurt)))
    assert errors(read_deck(hurt.encode(), "deck.yaml")[1])


def test_what_the_schema_refuses_the_check_refuses() -> None:
    dice, judge = random.Random(7), validator("deck")
    refused = 0
    for hurt in mutated(dice):
        try:
            value = loaded(hurt)
        except (yaml.YAMLError, ValueError, RecursionError):
            continue
        if list(judge.iter_errors(value)):
            refused += 1
            assert errors(read_deck(hurt.encode(), "deck.yaml")[1]), hurt
    assert refused > MUTATIONS // 3


VALUES = [
    "no",
    "12:30",
    "0612",
    "1.10",
    "1_000",
    "null",
    "~",
    "[a]",
    "{a: b}",
    "'x'",
    "2026-11-22",
    "3",
    "-1",
    "''",
    "oui",
    "a b",
]


def mutated(dice: random.Random) -> Iterator[str]:
    """Swap the values and keys of a deck, drop lines, double them."""
    for _ in range(MUTATIONS):
        lines = DECK.split("\n")
        for _ in range(dice.randrange(1, 4)):
            at = dice.randrange(len(lines))
            head, colon, _ = lines[at].partition(": ")
            kind = dice.randrange(4)
            if kind == 0 and colon:
                lines[at] = f"{head}: {dice.choice(VALUES)}"
            elif kind == 1:
                lines[at] = lines[at].replace(dice.choice("abcdefgh"), dice.choice("xyz"), 1)
            elif kind == 2:
                del lines[at]
            elif colon:
                lines[at] = f"{head}:"
        yield "\n".join(lines)


def test_the_command_writes_or_shows_them(tmp_path: Path, clap: Clap) -> None:
    said = clap("deck", "schema", "--to", str(tmp_path / ".schema"))
    assert said.code == 0
    assert sorted(one.name for one in (tmp_path / ".schema").iterdir()) == sorted(
        f"{name}.schema.json" for name in NAMES
    )
    assert json.loads(clap("deck", "schema", "--lang", "en").out)["title"] == "CLAP deck"
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert clap("deck", "schema", "--to", str(tmp_path / "file" / "x")).code == 1
