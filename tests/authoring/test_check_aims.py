"""What an author is told of the effects a deck gives to aim at."""

from __future__ import annotations

from pathlib import Path

from game.authoring.check import check_deck
from game.places import shelves

CLAP = shelves.decks() / "clap" / "deck.yaml"


def told(tmp_path: Path, was: str, now: str) -> list[tuple[str, str]]:
    """Check a copy of the deck with a change in it: codes, and the family each speaks of."""
    text = CLAP.read_text(encoding="utf-8")
    assert was in text
    file = tmp_path / "deck.yaml"
    file.write_text(text.replace(was, now, 1), encoding="utf-8")
    found = check_deck(file, shelves.decks()).problems
    return [(one.code, str(dict(one.facts).get("family", ""))) for one in found]


def test_a_family_that_has_nothing_to_aim_at_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, "families: [enfance, sports]\n        goal", "families: [enfance]\n        goal") == [
        ("effect_missing", "sports")
    ]


def test_an_aim_says_how_long_it_takes(tmp_path: Path) -> None:
    assert told(tmp_path, "change: -15\n        months: 24\n", "change: -15\n") == [("aim_no_months", "")]


def test_an_aim_is_a_key_of_format_2(tmp_path: Path) -> None:
    assert {code for code, _ in told(tmp_path, "format: 2", "format: 1")} == {"format_old", "more_alike"}
