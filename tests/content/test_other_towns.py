"""The two towns besides Blagnac: whole, offered on home, in their own language, and playable to their objectives."""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path

import pytest

from game.content.shelf import Sources
from game.core.scenario import Scenario
from tests.content.test_other_decks import TOWNS, cards, sources, written


@pytest.fixture(scope="module", params=TOWNS)
def found(request: pytest.FixtureRequest) -> Sources:
    return sources(request.param)


def test_the_town_is_whole(found: Sources) -> None:
    town = found.scenario
    families = {family.id for family in found.deck.families}
    assert {role.id for role in town.families} == families
    assert sum(role.share_pct for role in town.families) == 100
    assert {zone.place_id for zone in found.town.zones} == {place.id for place in town.places if not place.decor}
    assert 8 <= sum(not place.decor for place in town.places) <= 10
    assert {family for place in town.places for family in place.families} == families
    assert {one.family for one in town.intentions} == families
    assert 8 <= len(town.intentions) <= 10
    assert round(town.budget.total * town.budget.share_pct / 100) == town.budget.purchases


def test_intentions_are_to_come_and_say_how(found: Sources) -> None:
    codes = {role.id: {cpv.code for cpv in role.cpv} for role in found.scenario.families}
    for one in found.scenario.intentions:
        assert one.cpv in codes[one.family], one.id
        assert one.procedure, one.id
        assert "2026-12" < one.launch < one.award, one.id
        if found.scenario.id == "cantine":
            assert one.cao == (one.amount_ht >= 216_000), one.id


def test_their_agendas_keep_time() -> None:
    school, village = sources("cantine").scenario, sources("drumsallow").scenario
    minutes = {town.id: {one.id: one.minutes for one in town.agendas} for town in (school, village)}
    assert minutes == {
        "cantine": {"45": 45, "60": 60, "90": 90, "trimestre": 60, "accueil": 40},
        "drumsallow": {"60": 60, "90": 90, "45": 45, "quarter": 75, "welcome": 40},
    }
    for agenda in (*school.agendas, *village.agendas):
        assert all(sum(step.minutes for step in phase.says) == phase.minutes for phase in agenda.phases)
    assert sum(seat.voting for seat in school.seats) == 6
    assert len(village.seats) == 5


def test_notes_speak_of_cards_the_deck_has(found: Sources) -> None:
    notes = found.scenario.notes
    assert notes
    assert {card for card, _ in notes} <= {card.id for card in cards(found.deck)}


def shown_on_home(town: Scenario) -> bool:
    from game.wiring.play import requests

    shelf = requests().shelf()
    offer = next(one for one in shelf.offers if one.title == town.title)
    return offer.trouble is None and [pace.id for pace in offer.paces] == [
        one.id for one in town.agendas if not one.reviews
    ]


def test_home_offers_them(found: Sources, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAP_HOME", str(tmp_path))
    assert shown_on_home(found.scenario)


OBJECTIVES = {
    "cantine": (
        "CANTINE",
        ["cout-assiette", "juste-prix", "sortir-du-plastique", "part-bio", "viandes-de-qualite"],
        0,
    ),
    "drumsallow": ("DRUM", ["energy-bills", "small-firms", "nature-in-town", "waste-free-events"], 6),
}


OWN = [("cantine", "fr"), ("drumsallow", "en")]
ALL = [*OWN, ("cantine", "en"), ("drumsallow", "fr")]


@pytest.mark.parametrize(("town", "lang"), ALL if os.environ.get("CLAP_TORTURE") else OWN)
def test_their_workshop_is_played_to_its_objectives(town: str, lang: str, tmp_path: Path) -> None:
    """English texts stay English in a French export."""
    from game.wiring.demo import headless, load

    code, kept, renounced = OBJECTIVES[town]
    left, files = headless(load(town, lang), tmp_path)
    assert [one.issue for one in left.adopted] == kept
    assert len(left.renounced) == renounced
    register = "registre.xlsx" if lang == "fr" else "objectives.xlsx"
    assert {file.name for file in files} >= {f"{code}.clap", "objectives.json", "objectives.csv", register}
    told = json.loads((tmp_path / "objectives.json").read_text(encoding="utf-8"))
    assert [one["code"] for one in told["objectives"]] == [f"{code}-2026-T4-{i:02}" for i in range(1, len(kept) + 1)]
    assert not any(load["over"] for load in told["loads"])
    with (tmp_path / "objectives.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert len(rows) == len(kept) + 1
    assert all(row[1] for row in rows)
    if town == "drumsallow":
        said = (tmp_path / "objectives.csv").read_text(encoding="utf-8-sig")
        assert "Weekly market: stalls, power and washing of cups" in said
        assert "self-declaration; papers asked of the winner" in said
        assert "(life-cycle costing)" in said


def test_a_deck_in_one_language_speaks_no_other() -> None:
    town = sources("drumsallow")
    every = [*written(town.deck), *written(town.scenario)]
    assert len(every) > 200
    assert [at for at, text in every if text.has("fr")] == []
    assert town.deck.title.say("fr") == town.deck.title.say("en") == "The market town buys"
