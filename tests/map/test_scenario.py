"""Blagnac's scenario against its deck and its map: what the rules of the workshop count on."""

from __future__ import annotations

import re

import pytest

from game.content.shelf import Sources, load_scenario
from game.core.family import SHORT_LIMIT
from game.core.text import Text
from game.places.shelves import decks
from tests.map.blagnac import FOLDER

FAMILIES = ("travaux", "urbain", "enfance", "sports", "solidarites")


@pytest.fixture(scope="module")
def found() -> Sources:
    return load_scenario(FOLDER, decks())


def test_nothing_is_left_to_mend(found: Sources) -> None:
    assert found.warnings == ()


def test_the_town_is_whole(found: Sources) -> None:
    town = found.scenario
    assert tuple(family.id for family in town.families) == FAMILIES
    assert {zone.place_id for zone in found.town.zones} == {place.id for place in town.places if not place.decor}
    assert {place.id for place in town.places if place.decor} == {"aeroport", "tram-t1"}
    assert all(place.families or place.decor for place in town.places)
    assert [sum(one.family == family for one in town.intentions) for family in FAMILIES] == [3] * 5


def test_who_sits_and_who_sees_the_bids(found: Sources) -> None:
    seats = found.scenario.seats
    assert len(seats) == 7
    assert {seat.family for seat in seats if seat.family} == set(FAMILIES)
    assert sum(seat.co_chair for seat in seats) == 2
    assert sum(seat.cao for seat in seats) == 3


@pytest.mark.parametrize(
    ("agenda_id", "minutes", "first"),
    [
        ("90", (12, 15, 15, 18, 20, 10), (2, 2, 3, 7, 3, 5, 12)),
        ("45", (9, 11, 11, 9, 4, 1), (1, 2, 3, 5, 3, 3, 6)),
        ("trimestre", (15, 8, 11, 11, 9, 4, 2), (1, 2, 3, 5, 3, 3, 6)),
    ],
)
def test_the_agendas_are_those_of_the_rules(
    found: Sources, agenda_id: str, minutes: tuple[int, ...], first: tuple[int, ...]
) -> None:
    agenda = found.scenario.agenda(agenda_id)
    assert agenda is not None
    assert tuple(phase.minutes for phase in agenda.phases) == minutes
    limits = agenda.limits
    assert first == (
        limits.issues_per_family, limits.levers_per_issue, limits.levers_per_family, limits.tokens_per_seat,
        limits.tokens_per_pick, limits.objectives, limits.effort,
    )  # fmt: skip
    for phase in agenda.phases:
        assert sum(step.minutes for step in phase.says) == phase.minutes


def test_names_on_the_plan_are_short_and_apart(found: Sources) -> None:
    for lang in ("fr", "en"):
        named = [one.short for one in found.scenario.places] + [one.short for one in found.scenario.seats]
        shorts = [short.say(lang) for short in named]
        assert max(map(len, shorts)) <= SHORT_LIMIT
        places = [place.short.say(lang) for place in found.scenario.places]
        assert len(set(places)) == len(places)


def test_intentions_follow_the_thresholds(found: Sources) -> None:
    for one in found.scenario.intentions:
        works = one.cpv.startswith("45")
        formal = one.amount_ht >= (5_404_000 if works else 216_000)
        adapted_by_subject = one.id == "soli-portage"
        assert one.cao == (formal and not adapted_by_subject), one.id
        assert one.cpv in {cpv.code for role in found.scenario.families if role.id == one.family for cpv in role.cpv}
        assert "2026-12" < one.launch < one.award


def test_notes_speak_of_cards_the_deck_has(found: Sources) -> None:
    deck = found.deck
    cards = {one.id for one in deck.issues} | {one.id for one in deck.levers} | {one.id for one in deck.events}
    assert {card for card, _ in found.scenario.notes} <= cards
    assert "Quinze Sols" in found.scenario.note("circuits-courts").say("fr")
    assert found.scenario.note("no-such-card") == Text()


def test_french_spaces_and_both_languages(found: Sources) -> None:
    text = (FOLDER / "scenario.yaml").read_text(encoding="utf-8")
    sentences = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    assert not [line for line in sentences if re.search(r" [;?!»]|« ", line)]
    for step in (step for agenda in found.scenario.agendas for phase in agenda.phases for step in phase.says):
        for said in (step.title, step.say, step.aim):
            assert said.has("fr")
            assert said.has("en")
