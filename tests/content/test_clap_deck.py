"""The CLAP deck as the room needs it: complete, short enough to read from afar, neutral, well set in French."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import lucide
import pytest

from game.content.deck import read_deck
from game.core.cards import Card, Deck
from game.core.text import Text

DECK_FILE = Path(__file__).parents[2] / "decks" / "clap" / "deck.yaml"
FRENCH_SPACES = re.compile(r" [;?!:%€»]|« |[^\s«][;?!]")
"""Marks that touch a word or stand after a breaking space: a line would begin with them."""
FIXED = "\u00a0"
LOCAL_WORDS = (
    "Blagnac",
    "Toulouse",
    "Haute-Garonne",
    "Occitanie",
    "Quinze Sols",
    "aéronautique",
    "aerospace",
    "Les Prés",
    "Navarre",
)


@pytest.fixture(scope="module")
def deck() -> Deck:
    made, problems = read_deck(DECK_FILE.read_bytes(), DECK_FILE.name)
    assert problems == ()
    assert made is not None
    return made


def every_card(deck: Deck) -> tuple[Card, ...]:
    return (*deck.issues, *deck.levers, *deck.events)


def texts(value: object, at: str = "") -> Iterator[tuple[str, Text]]:
    """Give every text under a value, with where it stands."""
    if isinstance(value, Text):
        yield at, value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item, f"{at}/{getattr(item, 'id', '')}")
    elif is_dataclass(value):
        for field in fields(value):
            if not field.name.startswith("_"):
                yield from texts(getattr(value, field.name), f"{at}.{field.name}")


def written(deck: Deck) -> list[tuple[str, Text]]:
    return [(at, text) for at, text in texts(deck) if text]


def lines(label: str, width: int) -> int:
    """Count the lines of a label broken at its ordinary spaces only."""
    taken, count = 0, 1
    for word in label.split(" "):
        if taken and taken + 1 + len(word) > width:
            taken, count = 0, count + 1
        taken += len(word) + (1 if taken else 0)
    return count


def test_the_deck_is_complete(deck: Deck) -> None:
    by_axis = {axis.id: sum(card.axis == axis.id for card in deck.issues) for axis in deck.axes}
    assert list(by_axis.values()) == [11, 9, 8, 5, 4, 7]
    by_stage = {stage.id: sum(card.stage == stage.id for card in deck.levers) for stage in deck.stages}
    assert list(by_stage.values()) == [10, 4, 11, 6, 11, 5]
    assert (len(deck.issues), len(deck.levers), len(deck.events)) == (44, 47, 10)
    assert (len(deck.tensions), len(deck.synergies), len(deck.families)) == (28, 21, 5)
    assert {family.letter for family in deck.families} == set("TUEPS")
    assert deck.licence == "CC-BY-SA-4.0"


def test_every_card_has_what_it_is_chosen_by(deck: Deck) -> None:
    for issue in deck.issues:
        assert issue.indicators, issue.id
        assert issue.legal, issue.id
    for lever in deck.levers:
        assert lever.legal, lever.id
        assert lever.target, lever.id
        assert lever.target.source, lever.id
        assert lever.cao, lever.id
        assert lever.target.goal != lever.target.baseline, lever.id


def test_every_issue_can_be_answered(deck: Deck) -> None:
    answered = {issue for lever in deck.levers for issue in lever.answers}
    assert answered == {issue.id for issue in deck.issues}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_labels_are_read_from_afar(deck: Deck, lang: str) -> None:
    labels = {card.id: card.label.say(lang) for card in every_card(deck)}
    assert [label for label in labels.values() if len(label) > 30] == []
    assert [label for label in labels.values() if lines(label, 18) > 2] == []
    assert [label for label in labels.values() if max(map(len, re.split(r"[\s-]", label))) > 16] == []
    assert len({label.lower() for label in labels.values()}) == len(labels)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_texts_keep_to_their_budgets(deck: Deck, lang: str) -> None:
    held = [(card.id, card.title, 42) for card in every_card(deck)]
    held += [(card.id, card.question, 80) for card in deck.issues]
    held += [(card.id, card.text, 130) for card in deck.levers]
    held += [(card.id, card.cao, 80) for card in deck.levers]
    held += [(card.id, card.action, 80) for card in deck.levers]
    held += [(card.id, card.text, 105) for card in deck.events]
    held += [(str(tension.pair), tension.why, 90) for tension in deck.tensions]
    held += [(str(tension.pair), tension.reconcile, 90) for tension in deck.tensions]
    held += [(str(synergy.pair), synergy.why, 90) for synergy in deck.synergies]
    assert [(at, text.say(lang)) for at, text, limit in held if not 0 < len(text.say(lang)) <= limit] == []


def test_every_text_stands_in_both_languages(deck: Deck) -> None:
    assert [at for at, text in written(deck) if not (text.has("fr") and text.has("en"))] == []


def test_a_translation_differs_unless_it_is_a_reference_or_a_unit(deck: Deck) -> None:
    same = {text.fr for at, text in written(deck) if text.fr == text.en and not re.search(r"glossary.*(word|also)", at)}
    plain = re.compile(r"(CCP|CGCT|DECP)( [A-Za-z0-9(), °-]+)?|[%€]|k?g?/?m²|pages|Clauses|Innovation")
    assert [text for text in same if not plain.fullmatch(text)] == []


def test_french_marks_keep_their_spaces(deck: Deck) -> None:
    loose = [(at, text.fr) for at, text in written(deck) if FRENCH_SPACES.search(text.fr)]
    assert loose == []
    assert not any(f"{FIXED}{mark}" in text.fr for _, text in written(deck) for mark in ";?!»")
    assert not any(re.search(r"\d \d{3}(?!\d)", text.fr) for _, text in written(deck))


def test_english_marks_touch_their_word(deck: Deck) -> None:
    assert [text.en for _, text in written(deck) if re.search(r"\s[;:?!]|\d\s%|[«»]", text.en)] == []


def test_no_word_of_one_town(deck: Deck) -> None:
    said = [(at, text.say(lang)) for at, text in written(deck) for lang in ("fr", "en")]
    assert [at for at, sentence in said for word in LOCAL_WORDS if word in sentence] == []


def test_actions_are_objective_titles(deck: Deck) -> None:
    for lever in deck.levers:
        verb = lever.action.fr.split(" ")[0]
        assert re.fullmatch(r"[A-ZÉ]\w+(er|ir|re)", verb), lever.action.fr
        assert "sensibiliser" not in lever.action.fr.lower()
        assert "entreprises locales" not in lever.action.fr.lower()
        assert not lever.action.fr.endswith(".")
    assert len({lever.action.fr for lever in deck.levers}) == len(deck.levers)


def test_events_load_only_the_families_they_strike(deck: Deck) -> None:
    loaded = [event for event in deck.events if event.loads]
    assert {event.id for event in loaded} == {"inflation-denrees", "lot-infructueux", "titulaire-defaillant", "refere"}
    for event in deck.events:
        assert {load.family for load in event.loads} <= set(event.families), event.id
        assert all(load.cost or load.delay or load.effort for load in event.loads), event.id
        assert event.loads or not event.cancelled_by, event.id


def test_food_prices_cost_money_and_no_work(deck: Deck) -> None:
    event = deck.event("inflation-denrees")
    assert event is not None
    assert {load.family: (load.cost, load.delay, load.effort) for load in event.loads} == {
        "enfance": (1, 0, 0),
        "solidarites": (1, 0, 0),
    }


def test_cards_an_event_names_are_cards_of_the_deck(deck: Deck) -> None:
    labels = {card.label.fr for card in every_card(deck)}
    named = {name for event in deck.events for name in re.findall("«\u202f(.*?)\u202f»", event.effect.fr)}
    assert named - {"entreprises locales"} <= labels
    assert len(named & labels) > 10


def test_icons_exist_and_differ(deck: Deck) -> None:
    with zipfile.ZipFile(Path(lucide.__file__).with_name("lucide.zip")) as drawings:
        drawn = {Path(name).stem for name in drawings.namelist()}
    icons = [axis.icon for axis in deck.axes] + [stage.icon for stage in deck.stages]
    icons += [family.icon for family in deck.families]
    assert set(icons) <= drawn
    assert len(set(icons)) == len(icons)
