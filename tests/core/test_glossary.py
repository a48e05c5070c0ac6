"""A paper explains the words it uses, as whole words, and no others; each deck has those that its cards use."""

from __future__ import annotations

import re

import pytest

from game.content.deck import read_deck
from game.core.glossary import Term, used
from game.core.text import Text
from game.places import shelves
from tests.content.test_clap_deck import written

CAO = Term("cao", Text("CAO", "tender board"), Text("celle qui choisit", "who chooses"))
VARIANT = Term("variante", Text("variante", "variant"), Text("une autre offre", "another bid"))
LISTED = (
    "CAO", "MAPA", "DCE", "ESAT", "EA", "SIAE", "ESS", "AGEC", "EGalim", "HVE", "PEMD", "SOGED", "OPERAT", "CCAG",
    "CRPA", "FCTVA", "CPV", "PDCA",
)  # fmt: skip
"""The abbreviations that truth.md §3.3 found unexplained; DECP is said in words."""


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("La CAO retient la variante.", ["cao", "variante"]),
        ("Variante admise", ["variante"]),
        ("cao, CAOs, variantes", []),
        ("(CAO)", ["cao"]),
        ("", []),
    ],
)
def test_a_word_is_found_whole(said, found):
    assert [term.id for term in used((VARIANT, CAO), [said], "fr")] == found


def test_a_language_without_the_word_is_told_nothing():
    only = Term("a", Text("CAO", ""), Text("celle qui choisit", ""))
    assert used((only,), ["CAO"], "en") == ()
    assert used((CAO,), ["the tender board decides"], "en") == (CAO,)


@pytest.mark.parametrize(("name", "least"), [("clap", 40), ("restauration", 25), ("market-town", 10)])
def test_each_deck_has_its_words(name, least):
    file = shelves.deck(name)
    deck, problems = read_deck(file.read_bytes(), file.name)
    assert problems == ()
    assert len(deck.glossary) >= least
    for lang in deck.languages:
        assert all(term.word.has(lang) and term.meaning.has(lang) for term in deck.glossary)
        words = [term.word.say(lang) for term in deck.glossary]
        assert len(set(words)) == len(words)
        assert [term.id for term in deck.glossary if len(term.meaning.say(lang)) > 160] == []


def test_no_abbreviation_of_a_card_is_left_unexplained():
    file = shelves.deck("clap")
    deck, _ = read_deck(file.read_bytes(), file.name)
    explained = {term.word.fr for term in deck.glossary}
    assert [word for word in LISTED if word not in explained] == []
    cards = [text.fr for at, text in written(deck) if ".glossary" not in at and "legal" not in at]
    short = {word for text in cards for word in re.findall(r"\b[A-Z]{3,6}\b", text)} - {"ADEME", "TIC", "TTC", "SIRET"}
    assert sorted(short - explained) == []


def test_a_word_is_known_by_its_other_forms():
    lots = Term("lot", Text("lot", "lot"), Text("une part", "a part"), (Text("lots", "lots"), Text("parts", "")))
    assert used((lots,), ["Huit lots"], "fr") == (lots,)
    assert used((lots,), ["Les parts"], "fr") == (lots,)
    assert used((lots,), ["les lotissements"], "fr") == ()
    assert lots.forms("en") == ("lot", "lots")
