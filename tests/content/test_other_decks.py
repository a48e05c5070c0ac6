"""The two decks besides CLAP: sound, complete, well set, and true to their law."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import lucide
import pytest

from game.content.deck import read_deck
from game.content.shelf import Sources, load_scenario
from game.core.cards import Card, Deck
from game.core.text import Text
from game.core.wording import local_word, vague_word
from game.places import shelves

TOWNS = {"cantine": "restauration", "drumsallow": "market-town"}
PALETTE = {"#641000", "#9A3CFF", "#A66600", "#1A8080", "#0A2A8C"}
"""The colours computed to stay apart for every eye (maps.md §6)."""
FRENCH_SPACES = re.compile(r" [;?!:%€»]|« |[^\s«][;?!]|\d \d{3}(?!\d)")


def sources(town: str) -> Sources:
    return load_scenario(shelves.scenario(town).parent, shelves.decks())


def deck(name: str) -> Deck:
    file = shelves.deck(name)
    made, problems = read_deck(file.read_bytes(), file.name)
    assert problems == ()
    assert made is not None
    return made


@pytest.fixture(scope="module", params=TOWNS)
def found(request: pytest.FixtureRequest) -> Sources:
    return sources(request.param)


@pytest.fixture(scope="module")
def school() -> Deck:
    return deck("restauration")


@pytest.fixture(scope="module")
def village() -> Deck:
    return deck("market-town")


def cards(deck: Deck) -> tuple[Card, ...]:
    return (*deck.issues, *deck.levers, *deck.events)


def texts(value: object, at: str = "") -> Iterator[tuple[str, Text]]:
    if isinstance(value, Text):
        yield at, value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item, f"{at}/{getattr(item, 'id', '')}")
    elif is_dataclass(value):
        for field in fields(value):
            if not field.name.startswith("_"):
                yield from texts(getattr(value, field.name), f"{at}.{field.name}")


def written(of: object) -> list[tuple[str, Text]]:
    return [(at, text) for at, text in texts(of) if text]


def lines(label: str, width: int) -> int:
    taken, count = 0, 1
    for word in label.split(" "):
        if taken and taken + 1 + len(word) > width:
            taken, count = 0, count + 1
        taken += len(word) + (1 if taken else 0)
    return count


def test_nothing_is_left_to_mend(found: Sources) -> None:
    assert found.warnings == ()
    assert found.deck.id == TOWNS[found.scenario.id]
    assert deck(found.deck.id) == found.deck


def test_the_school_deck_has_its_range(school: Deck) -> None:
    assert (len(school.families), len(school.stages)) == (5, 6)
    assert (len(school.issues), len(school.levers), len(school.events)) == (17, 19, 5)
    assert (len(school.tensions), len(school.synergies)) == (11, 8)
    assert {one.colour for one in school.families} == PALETTE


def test_the_market_town_is_small(village: Deck) -> None:
    assert (len(village.families), len(village.stages)) == (4, 4)
    assert (len(village.issues), len(village.levers), len(village.events)) == (10, 12, 3)
    assert {one.colour for one in village.families} < PALETTE


def test_every_card_has_what_it_is_chosen_by(found: Sources) -> None:
    for issue in found.deck.issues:
        assert issue.indicators, issue.id
        assert issue.legal, issue.id
    for lever in found.deck.levers:
        assert lever.legal, lever.id
        assert lever.target, lever.id
        assert lever.target.source, lever.id
        assert lever.target.goal != lever.target.baseline, lever.id
        assert lever.action, lever.id
    answered = {issue for lever in found.deck.levers for issue in lever.answers}
    assert answered == {issue.id for issue in found.deck.issues}


def test_letters_and_icons_differ_and_exist(found: Sources) -> None:
    deck = found.deck
    with zipfile.ZipFile(Path(lucide.__file__).with_name("lucide.zip")) as drawings:
        drawn = {Path(name).stem for name in drawings.namelist()}
    icons = [one.icon for kind in (deck.axes, deck.stages, deck.families) for one in kind]
    assert set(icons) <= drawn
    assert len(set(icons)) == len(icons)
    assert (
        len({one.letter for one in deck.families}) == len({one.colour for one in deck.families}) == len(deck.families)
    )


def test_texts_keep_to_their_budgets(found: Sources) -> None:
    deck = found.deck
    held = [(card.id, card.title, 42) for card in cards(deck)]
    held += [(card.id, card.question, 80) for card in deck.issues]
    held += [(card.id, card.text, 130) for card in deck.levers]
    held += [(card.id, card.action, 80) for card in deck.levers]
    held += [(card.id, card.cao, 80) for card in deck.levers]
    held += [(card.id, card.text, 105) for card in deck.events]
    held += [(str(tension.pair), text, 90) for tension in deck.tensions for text in (tension.why, tension.reconcile)]
    held += [(str(synergy.pair), synergy.why, 90) for synergy in deck.synergies]
    assert [
        (at, text.say(lang)) for at, text, most in held for lang in deck.languages if len(text.say(lang)) > most
    ] == []


def test_labels_are_read_from_afar(found: Sources) -> None:
    for lang in found.deck.languages:
        labels = [card.label.say(lang) for card in cards(found.deck)]
        assert [label for label in labels if len(label) > 30 or lines(label, 18) > 2] == []
        assert len({label.lower() for label in labels}) == len(labels)


def test_french_and_english_are_well_set(found: Sources) -> None:
    every = [*written(found.deck), *written(found.scenario)]
    assert [(at, text.fr) for at, text in every if FRENCH_SPACES.search(text.fr)] == []
    assert [(at, text.en) for at, text in every if re.search(r"\s[;:?!]|\d\s%|[«»]", text.en)] == []
    for lang in found.deck.languages:
        assert [at for at, text in every if not text.has(lang)] == []


def test_no_card_names_a_town(school: Deck, village: Deck) -> None:
    said = [(at, text.say(lang)) for deck in (school, village) for at, text in written(deck) for lang in ("fr", "en")]
    assert [
        at for at, told in said if re.search("Rivemaure|Ourcelle|Drumsallow|Sallow|Blagnac|Irish|Ireland", told)
    ] == []


def test_no_objective_opens_vague_or_asks_for_a_place(found: Sources) -> None:
    wording = found.scenario.wording
    assert wording.vague
    assert wording.local
    for lever in found.deck.levers:
        assert not vague_word(wording, lever.action), lever.id
        assert not local_word(wording, lever.action), lever.id
        assert lever.target is not None
        assert not local_word(wording, lever.target.name), lever.id


@pytest.mark.parametrize(
    ("card", "article", "facts"),
    [
        ("part-egalim", "L230-5-1", ("50 %", "2022", "2027", "« local » seul ne compte pas")),
        ("part-bio", "L230-5-1", ("20 %", "2022")),
        ("viandes-de-qualite", "L230-5-1", ("60 %", "2024", "100 %")),
        ("sortir-du-plastique", "L541-15-10", ("2025", "2028")),
        ("gaspillage", "AGEC", ("−50 %", "2015", "3 000")),
    ],
)
def test_the_law_of_the_canteen_is_that_of_the_dossier(
    school: Deck, card: str, article: str, facts: tuple[str, ...]
) -> None:
    issue = school.issue(card)
    assert issue is not None
    assert issue.legal is not None
    assert issue.legal.confidence == ("to-check" if "à vérifier" in issue.legal.text.fr else "sure")
    told = issue.legal.text.fr.replace("\u00a0", " ").replace("\u202f", " ")
    told = told.replace("« ", "« ").replace(" »", " »")
    assert [fact for fact in (article, *facts) if fact not in told] == []


def test_the_small_lots_rule_is_quoted_whole(school: Deck) -> None:
    lever = school.lever("petits-lots-souples")
    assert lever is not None
    assert lever.legal is not None
    assert (lever.legal.text.fr, lever.legal.confidence) == ("CCP R2123-1 2°", "sure")
    assert "80\u202f000\u00a0€" in lever.text.fr
    assert "20\u00a0%" in lever.text.fr


def test_the_law_of_another_country_is_left_to_its_lawyer(village: Deck) -> None:
    every = [*(card.legal for card in village.issues), *(card.legal for card in village.levers)]
    legal = [one for one in every if one is not None]
    assert len(legal) == 22
    assert {one.confidence for one in legal} == {"to-check"}
    assert [one.text.en for one in legal if re.search(r"CCP|€|\d{4,} ?euro|\d,\d{3}", one.text.en)] == []
    assert "lawyer" in shelves.deck("market-town").with_name("README.md").read_text(encoding="utf-8")


def test_events_load_only_the_families_they_strike(found: Sources) -> None:
    for event in found.deck.events:
        assert {load.family for load in event.loads} <= set(event.families), event.id
        assert event.loads or not event.cancelled_by, event.id
        for lever in event.cancelled_by:
            named = found.deck.lever(lever)
            assert named is not None
            for lang in found.deck.languages:
                assert named.label.say(lang) in event.effect.say(lang), (event.id, lever)
