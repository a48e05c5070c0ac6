"""A file of duties: what is wrong in it is said with its place, and a scenario finds the one it names."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content.duties import read_duties
from game.content.problems import ContentError, words
from game.content.shelf import load_scenario, open_workshop
from game.words.catalogue import speaker
from tests.content.samples import SCENARIO

DUTIES = """\
format: 1
id: petites-obligations
version: "1.0"
title: {fr: Obligations, en: Duties}
law_as_of: 2026-11-22
kinds:
  - {id: works, cpv: ["45"]}
duties:
  - id: paiement
    title: {fr: Payer, en: Pay}
    text: {fr: En trente jours., en: Within thirty days.}
    since: 2019-04
    cases:
      - {kinds: [works], at_least: 100, below: 200}
    legal: {text: {fr: CCP, en: CCP}, confidence: sure}
"""
NAMED = SCENARIO.replace("format: 1", "format: 2", 1).replace("deck: petit-jeu", "deck: petit-jeu\nduties: ici.yaml")


def refused(folder: Path) -> list[tuple[str, int]]:
    with pytest.raises(ContentError) as caught:
        load_scenario(folder, folder.parents[1] / "decks")
    return [(one.code, one.line) for one in caught.value.problems]


@pytest.mark.parametrize(("old", "new", "code"), [
    ("works, cpv", "work, cpv", "bad_choice_near"),
    ('["45"]', '["45xx"]', "bad_cpv_start"),
    ("below: 200", "below: 100", "duty_amounts"),
    ("since: 2019-04", "since: avril 2019", "bad_day"),
    ("since: 2019-04", "since: 2019-04\n    until: 2019-03", "duty_until"),
    ("confidence: sure", "confidence: certain", "bad_choice"),
    ("    since: 2019-04\n", "", "missing_key"),
    ("at_least", "atleast", "unknown_key_near"),
    ("{fr: Payer, en: Pay}", "{fr: Payer}", "translation_missing"),
    ("format: 1", "format: 2", "bad_format"),
])  # fmt: skip
def test_each_fault_is_said_with_its_place_and_a_sentence(old: str, new: str, code: str) -> None:
    text = DUTIES.replace(old, new, 1)
    found, problems = read_duties(text.encode(), "d.yaml")
    assert code in {one.code for one in problems}
    assert (found is None) == (code != "translation_missing")
    for lang in ("fr", "en"):
        for one in problems:
            assert one.line > 0
            assert "problem." not in words(one, speaker(lang).say)


def test_a_sound_file_has_nothing_to_mend() -> None:
    found, problems = read_duties(DUTIES.encode(), "d.yaml")
    assert problems == ()
    assert found is not None
    assert found.duties[0].cases[0].below == 200


@pytest.mark.parametrize("room", ["scenarios/petite-ville", "scenarios", "decks"])
def test_a_scenario_finds_its_duties_beside_it_above_it_or_among_the_decks(town: Path, room: str) -> None:
    (town / "scenario.yaml").write_text(NAMED, encoding="utf-8")
    (town.parents[1] / room / "ici.yaml").write_text(DUTIES, encoding="utf-8")
    for _ in range(2):  # read, then taken from what was kept
        sources = load_scenario(town, town.parents[1] / "decks")
        assert sources.duties_text.decode() == DUTIES
        assert [one.id for one in sources.workshop("court").duties.duties] == ["paiement"]
    again = open_workshop(sources.scenario_text, sources.deck_text, sources.map_text, "court", sources.duties_text)
    assert again.duties == sources.duties
    old = open_workshop(sources.scenario_text, sources.deck_text, sources.map_text, "court")
    assert old.duties.duties == ()


def test_duties_that_are_nowhere_are_told_where_they_are_named_with_the_nearest(town: Path) -> None:
    (town / "scenario.yaml").write_text(NAMED, encoding="utf-8")
    line = NAMED.splitlines().index("duties: ici.yaml") + 1
    assert refused(town) == [("no_duties", line)]
    (town.parents[1] / "decks" / "icy.yaml").write_text(DUTIES, encoding="utf-8")
    assert refused(town) == [("no_duties_near", line)]


def test_a_name_that_leads_elsewhere_is_refused_once(town: Path) -> None:
    (town / "scenario.yaml").write_text(NAMED.replace("ici.yaml", "../../ici.yaml"), encoding="utf-8")
    assert [code for code, _ in refused(town)] == ["bad_yaml"]


def test_faulty_duties_stop_the_scenario_that_names_them(town: Path) -> None:
    (town / "scenario.yaml").write_text(NAMED, encoding="utf-8")
    (town / "ici.yaml").write_text(DUTIES.replace("since: 2019-04", "since: hier"), encoding="utf-8")
    assert [code for code, _ in refused(town)] == ["bad_day"]


def test_the_key_asks_for_format_2(town: Path) -> None:
    (town / "scenario.yaml").write_text(NAMED.replace("format: 2", "format: 1", 1), encoding="utf-8")
    (town / "ici.yaml").write_text(DUTIES, encoding="utf-8")
    assert [code for code, _ in refused(town)] == ["format_old"]


def test_a_card_that_repeats_a_duty_the_country_does_not_know_is_told_and_played(town: Path) -> None:
    deck = next((town.parents[1] / "decks").rglob("deck.yaml"))
    line = next(one for one in deck.read_text(encoding="utf-8").splitlines() if one.startswith("    answers:"))
    for duty, told in (("paiement", []), ("ailleurs", ["card_duty"])):
        text = deck.read_text(encoding="utf-8").replace("format: 1", "format: 2", 1)
        text = "\n".join(one for one in text.splitlines() if not one.startswith("    duty:"))
        deck.write_text(text.replace(line, f"{line}\n    duty: {duty}", 1) + "\n", encoding="utf-8")
        (town / "scenario.yaml").write_text(NAMED, encoding="utf-8")
        (town / "ici.yaml").write_text(DUTIES, encoding="utf-8")
        found = load_scenario(town, town.parents[1] / "decks").warnings
        assert [one.code for one in found if one.code == "card_duty"] == told
        assert all("ici.yaml" in NAMED.splitlines()[one.line - 1] for one in found if one.code == "card_duty")
