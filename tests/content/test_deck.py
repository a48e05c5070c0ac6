"""A deck: sound it loads as written, faulty every fault is found in one run, with its place."""

from __future__ import annotations

import pytest

from game.content.problems import Problem, errors
from tests.content.samples import DECK, deck_of, line_of, swapped

PLANTED = (
    ("format: 1\n", "format: 3\n", "bad_format", "format: 3"),
    ("id: petit-jeu", "id: Petit Jeu", "bad_id_near", "id: Petit"),
    ("2026-11-22", "22/11/2026", "bad_day", "22/11"),
    ("icon: leaf", "icon: leav", "bad_icon_near", "leav"),
    ("short: {fr: Besoin, en: Need}", "short: {fr: Définition du besoin, en: Need}", "too_long", "Définition"),
    ("letter: T", "letter: Tr", "bad_letter", "letter: Tr"),
    ('colour: "#1F7A4D"', "colour: #1F7A4D", "colour_empty", "colour: #1F"),
    ('"#A03060"', '"#A0306"', "bad_colour", "#A0306"),
    ("families: [enfance]\n    label: {fr: C", "famille: [enfanse]\n    label: {fr: C", "unknown_key_near", "famille:"),
    ("", "", "no_family_near", "enfanse"),
    ("en: Short chains}", "en: Short chains that feed a whole town}", "too_long", "whole town"),
    ("decp: no}", "decp: maybe}", "bad_choice", "maybe"),
    ("confidence: sure", "confidence: shure", "bad_choice_near", "shure"),
    ("  - id: inflation", "  - id: mutualiser", "id_twice", "  - id: mutualiser\n    label: {fr: Inflation"),
    ("axis: local\n    families: [travaux", "axis: locale\n    families: [travaux", "no_axis_near", "locale"),
    ("en: Keep the budget", "de: Halten", "no_language", "de: Halten"),
    ("stage: besoin", "stage: zzz", "no_stage", "zzz"),
    ("cost: -1,", "cost: deux,", "bad_whole", "deux"),
    ("impact: 2,", "impact: 4,", "out_of_range", "impact: 4"),
    ("goal: 12.5", 'goal: "12,5"', "bad_number_near", "12,5"),
    ("months: 12}", "month: 12}", "unknown_key_near", "month: 12"),
    ("effort: 2}", "effort: 2, effort: 3}", "key_twice", "effort: 2, effort"),
    ("loads: [{family: enfance, cost: 1}]", "loads: {family: enfance}", "expected_list", "loads:"),
    ("cancelled_by: [mutualiser]", "cancelled_by: [grouper]", "ref_former", "cancelled_by: [grouper]"),
    ("    effect: {fr: On débat., en: Debate.}\n", "", "missing_key", "  - id: mutualiser\n    label: {fr: Inflation"),
    ("en: All goes up.}", "en: }", "translation_missing", "Tout augmente."),
    ("pair: [circuits-courts, maitrise-budget]", "pair: [circuits-courts]", "pair_size", "pair: [circuits"),
    ("pair: [mutualiser, maitrise-budget]", "pair: [mutualiser, circuit-court]", "no_card_near", "circuit-court]"),
    ("why: {fr: Le nombre., en: The number.}", "why: [un, deux]", "expected_words", "[un, deux]"),
    ("authors: [Des auteurs]", "authors: !!set [Des auteurs]", "tag", "!!set"),
    ("version: 1.10", "version: &v 1.10", "anchor", "&v"),
)


def planted() -> tuple[str, list[tuple[int, str]]]:
    text = swapped(DECK, *((old, new) for old, new, _, _ in PLANTED if old))
    expected = [(line_of(text, part), code) for _, _, code, part in PLANTED]
    return text, sorted(expected)


def test_the_sound_deck_loads_as_it_is_written() -> None:
    deck, problems = deck_of(DECK)
    assert problems == ()
    assert deck is not None
    assert deck.version == "1.10"
    lever, issue = deck.levers[0], deck.issues[1]
    assert (issue.question.fr, issue.question.en) == ("12:30", "no")
    assert (lever.text.fr, lever.text.en) == ("0612", "1_000")
    assert lever.target is not None
    assert (lever.target.baseline, lever.target.goal, lever.target.unit.en) == (None, 12.5, "%")
    assert deck.issues[0].indicators[0].decp == "no"
    assert deck.card("grouper") is lever
    assert deck.tensions[0].pair == ("circuits-courts", "maitrise-budget")
    assert deck.events[0].loads[0].cost == 1


def test_every_planted_fault_is_found_in_one_run_and_no_other() -> None:
    text, expected = planted()
    deck, problems = deck_of(text)
    assert deck is None
    assert len(PLANTED) >= 25
    assert sorted((one.line, one.code) for one in problems) == expected
    faults = errors(problems)
    assert problems[: len(faults)] == faults, "what stops the deck comes first"
    assert [one.line for one in faults] == sorted(one.line for one in faults)


def test_columns_are_the_place_of_the_word() -> None:
    text, _ = planted()
    lines = text.split("\n")
    words = {"bad_whole": "deux", "no_stage": "zzz", "ref_former": "grouper", "bad_icon_near": "leav", "tag": "!!set"}
    for one in deck_of(text)[1]:
        if one.code in words:
            assert lines[one.line - 1][one.column - 1 :].startswith(words[one.code])


def test_a_thing_given_twice_shows_both_places() -> None:
    text, _ = planted()
    problems = {one.code: one for one in deck_of(text)[1]}
    first = problems["id_twice"].related[0]
    assert text.split("\n")[first.line - 1] == "  - id: mutualiser"
    again = problems["key_twice"]
    assert again.related[0].line == again.line
    assert again.related[0].column < again.column


def test_a_misspelt_key_is_read_under_its_right_name() -> None:
    deck, problems = deck_of(swapped(DECK, ("levers:\n", "leviers:\n")))
    assert deck is None
    assert [(one.code, dict(one.facts)["near"]) for one in problems] == [("unknown_key_near", "levers")]


def test_a_missing_translation_is_said_and_the_deck_still_plays() -> None:
    deck, problems = deck_of(swapped(DECK, ("{fr: Maîtrise du budget, en: Budget control}", "{fr: Maîtrise}")))
    assert deck is not None
    assert [one.code for one in problems] == ["translation_missing"]
    assert deck.issues[1].label.say("en") == "Maîtrise"


def test_further_languages_are_kept() -> None:
    text = swapped(
        DECK,
        ("languages: [fr, en]", "languages: [fr, en, oc]"),
        ("{fr: Maîtrise du budget, en: Budget control}", "{fr: Maîtrise, en: Control, oc: Mestritge}"),
    )
    deck, problems = deck_of(text)
    assert deck is not None
    assert deck.issues[1].label.say("oc") == "Mestritge"
    assert {one.code for one in problems} <= {"translation_missing", "warnings_alike"}


@pytest.mark.parametrize(
    ("old", "new", "near"),
    [
        ("label: {fr: Mutualiser", "libellé: {fr: Mutualiser", "label"),
        ("stage: besoin", "etape: besoin", "stage"),
        ("answers: [maitrise-budget]", "answrs: [maitrise-budget]", "answers"),
        ("answers: [maitrise-budget]", "answers: [maitrise_budget]", "maitrise-budget"),
        ("families: [travaux, enfance]", "families: [travaux, enfence]", "enfance"),
        ("icon: hammer", "icon: hamer", "hammer"),
        ("confidence: sure", "confidence: Sure", "sure"),
        ("confidence: sure", "confidence: to check", "to-check"),
        ("cancelled_by: [mutualiser]", "cancelled_by: [Mutualisér]", "mutualiser"),
    ],
)
def test_did_you_mean(old: str, new: str, near: str) -> None:
    _, problems = deck_of(swapped(DECK, (old, new)))
    assert [dict(one.facts).get("near") for one in problems] == [near]


def test_a_word_near_nothing_gets_no_suggestion() -> None:
    _, problems = deck_of(swapped(DECK, ("stage: besoin", "stage: xyzzy")))
    assert [one.code for one in problems] == ["no_stage"]


def test_the_same_fault_many_times_is_counted_not_repeated() -> None:
    text = DECK.replace("leaf", "zzqq").replace("search", "zzqq").replace("hammer", "zzqq").replace("baby", "zzqq")
    text = text.replace("  - {id: local,", "  - {id: autre, name: Autre, icon: zzqq}\n  - {id: local,")
    codes = [one.code for one in deck_of(text)[1]]
    assert codes == ["bad_icon"] * 3 + ["more_alike"]


def test_a_faulty_thing_makes_no_echo_where_it_is_pointed_to() -> None:
    text = swapped(DECK, ("  - id: mutualiser\n    stage: besoin", "  - id: mutualiser\n    stage: bezoin"))
    assert [one.code for one in deck_of(text)[1]] == ["no_stage_near"]


def test_problems_are_values() -> None:
    text, _ = planted()
    assert deck_of(text) == deck_of(text)
    assert all(isinstance(hash(one), int) and isinstance(one, Problem) for one in deck_of(text)[1])
