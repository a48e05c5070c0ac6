"""What a card needs of a purchase: data of the decks, held to Blagnac's fifteen; and the ways to buy of its country."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from game.content.deck import read_deck
from game.content.shelf import Sources, load_scenario
from game.core.owed import carried, procedure_of
from tests.content.samples import DECK

ROOT = Path(__file__).parents[2]
CARRIED = {
    "marche-performance": {"trav-ecole-pres", "trav-solaire", "urb-navarre", "enf-cour-oasis"},
    "reserver-handicap": {"urb-espaces-verts", "enf-mobilier", "sport-terrains", "soli-nettoyage", "soli-portage"},
    "critere-appro-direct": {"enf-denrees", "soli-portage"},
    "travail-journee": {"soli-nettoyage"},
    "programme-sobre": {
        "trav-ecole-pres", "trav-solaire", "urb-navarre", "enf-cour-oasis", "sport-patinoire-moe",
    },
    "alimentation-durable": {"enf-denrees", "soli-portage"},
    "biodiversite-ville": {
        "trav-ecole-pres", "trav-solaire", "urb-espaces-verts", "urb-navarre", "enf-cour-oasis", "sport-patinoire-moe",
        "sport-terrains",
    },
    "achat-innovant-direct": set(),
}  # fmt: skip
"""Some cards, and the purchases of Blagnac that can carry them: written by hand from what each buys."""
FORMAL = {
    "trav-multitechnique", "urb-espaces-verts", "urb-mobilier", "enf-denrees", "sport-patinoire-moe", "sport-terrains",
    "soli-nettoyage",
}  # fmt: skip


@cache
def blagnac() -> Sources:
    return load_scenario(ROOT / "scenarios" / "blagnac", ROOT / "decks")


@pytest.mark.parametrize("card", CARRIED)
def test_a_card_is_carried_by_the_purchases_of_its_kind(card: str) -> None:
    sources = blagnac()
    found = sources.deck.issue(card) or sources.deck.lever(card)
    assert found is not None
    bought = sources.scenario.intentions
    assert {one.id for one in bought if carried(sources.duties, found.needs, one)} == CARRIED[card]


def test_most_cards_ask_nothing_and_are_carried_by_all() -> None:
    sources = blagnac()
    found = sources.deck.lever("revue-annuelle")
    assert found is not None
    assert found.needs == ()
    assert all(carried(sources.duties, found.needs, one) for one in sources.scenario.intentions)


def test_the_way_to_buy_is_that_of_the_scenario() -> None:
    sources = blagnac()
    ways = {one.id: procedure_of(sources.duties, one) for one in sources.scenario.intentions}
    assert {name for name, way in ways.items() if way is not None and way.id == "formalisee"} == FORMAL
    assert {way.id for name, way in ways.items() if way is not None and name not in FORMAL} == {"adaptee"}
    assert {one.id for one in sources.scenario.intentions if one.cao} == FORMAL


@pytest.mark.parametrize(("said", "code"), [
    ("needs: [{kinds: [works]}]", ""),
    ("needs: [{kinds: [work]}]", "bad_choice_near"),
    ("needs: [{at_least: 10, below: 10}]", "duty_amounts"),
    ("needs: [{cpv: [x45]}]", "bad_cpv_start"),
    ("needs: []", "list_short"),
    ("needs: [{amount: 3}]", "unknown_key"),
])  # fmt: skip
def test_needs_are_checked_with_their_place(said: str, code: str) -> None:
    line = next(one for one in DECK.splitlines() if one.startswith("    answers:"))
    text = DECK.replace(line, f"{line}\n    {said}", 1)
    assert "format_old" in {one.code for one in read_deck(text.encode(), "d.yaml")[1]}
    found = read_deck(text.replace("format: 1", "format: 2", 1).encode(), "d.yaml")[1]
    assert [one.code for one in found] == ([code] if code else [])
