"""A unit agrees with the figure before it, wherever a card, a sheet or a paper says both."""

from __future__ import annotations

import re

import pytest

from game.content.deck import read_deck
from game.places import shelves
from game.printing import faces
from game.words.catalogue import speaker
from game.words.units import after_figure, counted

UNITS = [
    ("nombre par an", "fr", "3 par an"), ("nombre", "fr", "3"), ("nombres", "fr", "3 nombres"),
    ("nombre de lots", "fr", "3 lots"), ("nombre d'usages restants", "fr", "3 usages restants"),
    ("nombre moyen", "fr", "3 en moyenne"), ("moyenne", "fr", "3 en moyenne"), ("note sur 10", "fr", "3 sur 10"),
    ("heures par an", "fr", "3 heures par an"), ("", "fr", "3"),
    ("number per year", "en", "3 per year"), ("number of lots", "en", "3 lots"),
    ("average number", "en", "3 on average"),
    ("score out of 10", "en", "3 out of 10"), ("average", "en", "3 on average"),
]  # fmt: skip


@pytest.mark.parametrize(("unit", "lang", "told"), UNITS)
def test_a_unit_stands_after_its_figure(unit, lang, told):
    assert counted("3", unit, lang) == told
    assert after_figure(unit, lang) == told.removeprefix("3").strip()


@pytest.mark.parametrize("name", ["clap", "restauration", "market-town"])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_printed_card_counts_a_number_of_numbers(name, lang):
    file = shelves.deck(name)
    deck, _ = read_deck(file.read_bytes(), file.name)
    odd = re.compile(r"\d (nombre|number|moyenne|average|note|score|rapport|ratio)\b|\s,|\d (de|of) ")
    said = [
        faces._target(lever.target, speaker(lang)) for lever in deck.levers if lever.target and lang in deck.languages
    ]
    assert [one for one in said if odd.search(one)] == []
