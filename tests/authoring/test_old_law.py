"""Law that was read over a year before the day of the game is pointed out; a fresher one is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring.check import check_deck
from game.places import shelves

CLAP = shelves.deck("clap")


def old(file: Path, on: str) -> list[tuple[int, str]]:
    found = check_deck(file, shelves.decks(), on).problems
    return [(one.line, dict(one.facts)["value"]) for one in found if one.code == "legal_old"]


@pytest.mark.parametrize(
    ("on", "told"),
    [("", []), ("2027-11-22", []), ("2027-11-23", [(1, "2026-11-22")]), ("2031-01-01", [(1, "2026-11-22")])],
)
def test_the_decks_own_date_counts_for_its_references(on, told):
    assert old(CLAP, on) == told


@pytest.mark.parametrize(("own", "on", "told"), [("2024-03", "2025-03-31", 0), ("2024-03", "2025-04-01", 1)])
def test_a_reference_with_a_date_of_its_own_is_told_at_its_line(tmp_path, own, on, told):
    text = CLAP.read_text(encoding="utf-8")
    at = text.index("      confidence:")
    (tmp_path / "deck.yaml").write_text(f'{text[:at]}      date: "{own}"\n{text[at:]}', encoding="utf-8")
    line = text[:at].count("\n") + 1
    assert old(tmp_path / "deck.yaml", on) == [(line, own)] * told


def test_the_command_takes_the_day_and_still_says_the_deck_plays(clap):
    said = clap("deck", "check", "clap", "--on", "2028-01-01")
    assert said.code == 0
    assert "22 novembre 2026" in said.out or "2026-11-22" in said.out
    assert clap("deck", "check", "clap", "--on", "2026-12-02").out.endswith("rien à corriger.\n")
    assert "AAAA-MM-JJ" in clap("deck", "check", "clap", "--on", "demain").err
