"""Numbers, dates, codes and empty values: read as their writer meant them, or refused in a sentence."""

from __future__ import annotations

import pytest

from tests.content.samples import DECK, SCENARIO, deck_of, scenario_of, swapped

MINUTES = "minutes: 30"
NO_NUMBERS = [".nan", ".inf", "-.inf", "NaN", "1e3", "0x1E", "0b11", "1_000", "1:30", "true", "yes", "trente", "3.5",
              "٣٠", "３０", "9" * 400, "--3", "+", "1 000"]  # fmt: skip


@pytest.mark.parametrize("value", NO_NUMBERS)
def test_a_whole_number_is_digits(value: str) -> None:
    scenario, problems = scenario_of(SCENARIO.replace(MINUTES, f"minutes: {value}"))
    assert scenario is None
    assert {one.code for one in problems} <= {"bad_whole", "bad_whole_near", "bad_whole_between", "minutes_sum"}
    assert any(one.code.startswith("bad_whole") for one in problems)


@pytest.mark.parametrize("value", ["-30", "0", "1441", "999999999999", "-999999999999"])
def test_a_number_stays_within_its_bounds(value: str) -> None:
    assert "out_of_range" in {one.code for one in scenario_of(SCENARIO.replace(MINUTES, f"minutes: {value}"))[1]}


def test_zeros_before_a_number_are_no_octal() -> None:
    scenario, problems = scenario_of(SCENARIO.replace(MINUTES, "minutes: 030"))
    assert problems == ()
    assert scenario is not None
    assert scenario.agendas[0].minutes == 30


@pytest.mark.parametrize(
    "value", ["no", "on", "off", "012", "1:30", "1_000", "2026-02-30", "1.10", "0x1F", ".5", "=", "<<"]
)
def test_a_text_stays_as_it_is_typed(value: str) -> None:
    """YAML 1.1 would read false, 10, 5400, 1000, a date, 1.1…"""
    deck, problems = deck_of(swapped(DECK, ("version: 1.10", f"version: {value}")))
    assert problems == ()
    assert deck is not None
    assert deck.version == value


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("2026-02-30", "no_such_day"),
        ("2025-02-29", "no_such_day"),
        ("2026-04-31", "no_such_day"),
        ("2024-02-29", ""),
        ("2026-02", ""),
        ("2026-13-01", "bad_day"),
        ("2026-1-1", "bad_day"),
        ("0000-01-01", "bad_day"),
        ("22/11/2026", "bad_day"),
        ("٢٠٢٦-٠١-٠١", "bad_day"),
        ("2026-11-22T10:00:00Z", "bad_day"),
        ("20261122", "bad_day"),
    ],
)
def test_a_day_is_one_of_the_calendar(value: str, code: str) -> None:
    _, problems = deck_of(swapped(DECK, ("law_as_of: 2026-11-22", f"law_as_of: {value}")))
    assert [one.code for one in problems] == ([code] if code else [])


@pytest.mark.parametrize("value", ["CLAP", "ÉCOLE-2", "a", "2026", "LES-TROIS-BOURGS-90"])
def test_a_code_is_letters_digits_and_hyphens(value: str) -> None:
    scenario, problems = scenario_of(swapped(SCENARIO, ("code: CLAP", f"code: {value}")))
    assert problems == ()
    assert scenario is not None
    assert scenario.code == value


@pytest.mark.parametrize(
    "value",
    [
        "../../../x",
        "/etc/x",
        "a/b",
        "a\\b",
        "C:x",
        "..",
        ".",
        "x_y",
        "a b",
        "a--b",
        "-a",
        '"a\\tb"',
        "con.txt",
        "x" * 200,
    ],
)
def test_a_code_that_could_name_another_folder_is_refused(value: str) -> None:
    scenario, problems = scenario_of(swapped(SCENARIO, ("code: CLAP", f"code: {value}")))
    assert scenario is None
    assert [one.code for one in problems] == ["bad_code"]


@pytest.mark.parametrize("value", ["null", "~", ""])
def test_a_value_that_is_none_is_not_the_word_for_it(value: str) -> None:
    """It was: a card said « null » to the room."""
    deck, problems = deck_of(swapped(DECK, ("title: {fr: Petit jeu", f"notes: {value}\ntitle: {{fr: Petit jeu")))
    assert problems == ()
    assert deck is not None
    assert not deck.notes
    _, problems = deck_of(swapped(DECK, ("title: {fr: Petit jeu, en: Small deck}", f"title: {value}")))
    assert [one.code for one in problems] == ["empty_value"]
    deck, problems = deck_of(
        swapped(DECK, ("title: {fr: Petit jeu, en: Small deck}", f"title: {{fr: Jeu, en: {value}}}"))
    )
    assert [one.code for one in problems] == ["translation_missing"]
    assert deck is not None
    assert deck.title.say("en") == "Jeu"
    deck, _ = deck_of(swapped(DECK, ("title: {fr: Petit jeu", 'title: {fr: "null"')))
    assert deck is not None
    assert deck.title.fr == "null"


TWO = "families: [travaux, enfance]\n    label"
LISTS = [
    (TWO, "families: travaux, enfance\n    label", "expected_list_near", "[travaux, enfance]"),
    (TWO, "families: [travaux; enfance]\n    label", "list_semicolon", "travaux, enfance"),
    ("  - id: inflation\n", "", "list_no_item", None),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "code", "near"), LISTS)
def test_a_list_typed_otherwise_is_told_how_it_is_written(old: str, new: str, code: str, near: str | None) -> None:
    [found] = deck_of(swapped(DECK, (old, new)))[1]
    assert (found.code, dict(found.facts).get("near")) == (code, near)


def test_what_is_pointed_to_by_its_label_is_told_by_its_id() -> None:
    [found] = deck_of(swapped(DECK, ("answers: [maitrise-budget]", "answers: [Maîtrise du budget]")))[1]
    assert (found.code, dict(found.facts)["near"]) == ("no_issue_near", "maitrise-budget")
