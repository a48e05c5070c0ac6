"""What a new member leaves with: read with the scenario, its words among the deck's, its answers among those given."""

from __future__ import annotations

import pytest

from game.content.scenario import read_scenario
from game.places import shelves
from tests.content.samples import SCENARIO, scenario_of
from tests.scenarios.test_afternoon import workshop

TAUGHT = """
takeaway:
  strip:
    - id: avant
      title: {fr: A, en: A}
      who: {fr: Nous, en: We}
      what: {fr: tout, en: all}
      when: {fr: tôt, en: early}
      council: yes
  words: [cao]
  never: [{fr: Non, en: No}]
  contacts: [{role: {fr: Direction, en: Office}, about: {fr: le droit, en: the law}}]
  questions:
    - {id: un, ask: {fr: Quoi, en: What}, answers: [{fr: A, en: A}, {fr: B, en: B}], right: 2}
"""
WITH = SCENARIO.replace("format: 1", "format: 2", 1) + TAUGHT


def test_it_loads_with_the_scenario() -> None:
    found, problems = scenario_of(WITH)
    assert problems == ()
    assert found is not None
    taught = found.takeaway
    assert taught.strip[0].council
    assert taught.strip[0].who.say("en") == "We"
    assert (taught.words, taught.questions[0].right) == (("cao",), 2)
    assert not taught.contacts[0].reach


@pytest.mark.parametrize(
    ("old", "new", "code"), [("right: 2", "right: 3", "out_of_range"), ("      who:", "      whom:", "unknown_key")]
)
def test_a_fault_in_it_is_told(old: str, new: str, code: str) -> None:
    found, problems = scenario_of(WITH.replace(old, new, 1))
    assert found is None
    assert any(one.code.startswith(code) for one in problems)


def test_a_word_the_deck_does_not_explain_is_told() -> None:
    data = shelves.scenario("blagnac").read_bytes().replace(b"words: [besoin,", b"words: [besion,")
    found, problems = read_scenario(data, "scenario.yaml", workshop().deck)
    assert found is None
    assert [one.code for one in problems] == ["no_term_near"]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_blagnac_tells_eight_moments_twenty_words_and_five_questions(lang: str) -> None:
    taught = workshop().scenario.takeaway
    assert [one.id for one in taught.strip] == [
        "intention", "clap", "dossier", "avis", "offres", "cao", "notification", "mesure",
    ]  # fmt: skip
    assert (len(taught.words), len(taught.never), len(taught.questions)) == (20, 5, 5)
    texts = [text for one in taught.strip for text in (one.title, one.who, one.what, one.when)]
    texts += [text for one in taught.questions for text in (one.ask, one.why, *one.answers)]
    assert all(text.has(lang) for text in texts)
