"""The law as the cards tell it, by kind (issue 12): no duty sold as a choice, no doubt hidden, one name a card."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from game.content.deck import read_deck
from game.content.shelf import Sources, load_scenario
from game.core.cards import Card, Deck, LeverCard
from game.core.legal import Legal
from game.places import shelves
from tests.content.test_clap_deck import texts, written
from tests.house.test_words import WRONG

DECKS = ("clap", "restauration", "market-town")
SCENARIOS = ("blagnac", "cantine", "drumsallow")
NOT_REREAD = ("R2113-8", "R2111-6", "R2151-15", "R2144-7", "L2113-16", "R2112-1", "D541-338")
"""Articles that no one has read again (truth.md §6): a card that cites one says so."""
FORMAL = 216_000
"""Euros excl. VAT: the EU threshold of supplies and services in 2026 and 2027, from which a social clause is due."""
FIELD_NAME = re.compile(r"\b(?!kWh)[a-z]+[A-Z][A-Za-z]+\b|\bDECP\b|sha-?256", re.ASCII)
"""A name of a data format: offresRecues, considerationsSociales."""
DOT = re.compile(r"\w·\w")


@pytest.fixture(scope="module", params=DECKS)
def deck(request: pytest.FixtureRequest) -> Deck:
    file = shelves.deck(request.param)
    made, problems = read_deck(file.read_bytes(), file.name)
    assert (made is not None, problems) == (True, ())
    return made  # type: ignore[return-value]


def cards(deck: Deck) -> tuple[Card, ...]:
    return (*deck.issues, *deck.levers, *deck.events)


def cited(deck: Deck) -> Iterator[tuple[str, Legal]]:
    yield from ((card.id, card.legal) for card in (*deck.issues, *deck.levers) if card.legal is not None)


def test_what_is_to_be_checked_says_so(deck: Deck) -> None:
    doubtful = re.compile(r"à vérifier|to be checked|" + "|".join(rf"{one}(?!\d)" for one in NOT_REREAD))
    hidden = [
        card for card, legal in cited(deck) if doubtful.search(legal.text.say("fr")) and legal.confidence != "to-check"
    ]
    assert hidden == []


def test_a_duty_is_no_choice_with_a_start_of_the_game(deck: Deck) -> None:
    """A lever that catches up with the law gives no starting point: the town establishes its own."""
    late = [
        lever for lever in deck.levers if lever.target and re.match("Rattrapage|Catch-up", lever.target.name.say("fr"))
    ]
    assert [lever.id for lever in late if lever.target and lever.target.baseline is not None] == []
    assert (deck.id != "restauration") or {lever.id for lever in late} == {"plan-proteines", "exiger-labels"}


def test_no_lever_aims_at_what_the_law_already_asks(deck: Deck) -> None:
    def aim(lever: LeverCard) -> str:
        return f"{lever.action.say('fr')} {lever.target.name.say('fr') if lever.target else ''}"

    duty = re.compile(r"^Inscrire une clause environnementale|publiés dans le délai|avec clause environnementale")
    assert [lever.id for lever in deck.levers if duty.search(aim(lever))] == []


def test_a_label_is_asked_for_with_its_equivalents(deck: Deck) -> None:
    for lever in deck.levers:
        for text in (lever.label, lever.title, lever.action):
            said = text.say("fr")
            assert not re.search(r"\blabels?\b", said) or "quivalent" in said, (lever.id, said)


def test_an_advance_does_not_save_from_a_bankruptcy(deck: Deck) -> None:
    assert not any("avance-majoree" in event.cancelled_by for event in deck.events)


def test_no_name_of_a_data_format_and_no_middle_dot(deck: Deck) -> None:
    said = [(at, text.say(lang)) for at, text in written(deck) for lang in ("fr", "en")]
    assert [(at, told) for at, told in said if FIELD_NAME.search(told.replace("(DECP)", "")) or DOT.search(told)] == []


def test_a_card_named_in_a_text_is_named_as_on_the_board(deck: Deck) -> None:
    labels = {card.label.say(lang) for card in cards(deck) for lang in deck.languages}
    titles = {card.title.say(lang) for card in cards(deck) for lang in deck.languages} - labels
    quoted = re.compile("«\u202f(.*?)\u202f»|'(.*?)'(?!\\w)")
    named = {
        "".join(found)
        for event in deck.events
        for lang in deck.languages
        for found in quoted.findall(event.effect.say(lang))
    }
    assert sorted(named & titles) == []


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_scenario_says_the_social_clause_of_every_formal_purchase(name: str) -> None:
    found = load_scenario(shelves.scenarios() / name, shelves.decks()).scenario
    if name == "drumsallow":  # another country's law, left to its lawyer
        return
    for one in found.intentions:
        works, special = one.cpv.startswith("45"), "R2123-1" in one.procedure.fr
        due = one.amount_ht >= FORMAL and not works and not special
        assert ("L2112-2-1" in one.procedure.fr) == due, (one.id, one.procedure.fr)
        assert ("L2112-2-1" in one.procedure.en) == due, (one.id, one.procedure.en)


@pytest.mark.parametrize("name", SCENARIOS)
def test_no_seat_has_a_middle_dot(name: str) -> None:
    found = load_scenario(shelves.scenarios() / name, shelves.decks()).scenario
    assert [at for at, text in written(found) for lang in ("fr", "en") if DOT.search(text.say(lang))] == []


FORMS = {
    "fr": WRONG["fr"] + r"""| [ (]-\d | \u2019 | \bCPV\ x | tCO2 | mode\ usage | lots\ macro | débriefés""",
    "en": WRONG["en"]
    + r"""| [ (]-\d | \u2019 | insertion\ (hours|firms|bodies) | \bsober | sobriety | dearest | bid\ committee
        | tender\ committee""",
}
"""What decks and towns do not say, beside what the catalogue does not: a hyphen for a minus, words of French."""


def spoken(found: Sources) -> Iterator[tuple[str, str, str]]:
    """Give what a town's data says to the room, in each language; glossary and references of law keep their words."""
    deck = replace(found.deck, glossary=())
    for of, where in ((deck, "deck"), (found.scenario, "scenario"), (found.duties, "duties")):
        for at, text in texts(of):
            for lang in ("fr", "en"):
                if "legal" not in at and text.has(lang):
                    yield f"{where} {at}", lang, text.say(lang)


@pytest.mark.parametrize("name", SCENARIOS)
def test_decks_and_towns_name_a_thing_as_the_screens_do(name: str) -> None:
    wrong = {lang: re.compile(form, re.VERBOSE | re.IGNORECASE) for lang, form in FORMS.items()}
    found = load_scenario(shelves.scenarios() / name, shelves.decks())
    assert [one for one in spoken(found) if wrong[one[1]].search(one[2])] == []


LONG = ("CAO", "MAPA", "DCE", "ESAT", "EA", "SIAE", "ESS", "AGEC", "EGalim", "HVE", "PEMD", "SOGED", "OPERAT", "CCAG",
        "CRPA", "FCTVA", "CPV", "DECP", "PDCA")  # fmt: skip


def test_every_abbreviation_is_explained_in_both_languages() -> None:
    for name in ("clap", "restauration"):
        made, _ = read_deck(shelves.deck(name).read_bytes(), "deck.yaml")
        assert made is not None
        told = {term.word.say("fr"): term for term in made.glossary}
        said = " ".join(text.say("fr") for _, text in written(replace(made, glossary=())))
        used = [one for one in LONG if re.search(rf"\b{one}\b", said)]
        assert [one for one in used if one not in told or not told[one].meaning.has("en")] == [], name
