"""What the towns teach a new member: whole, in their languages, lawful where it must be; faults told at their line."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content.scenario import read_scenario
from game.content.shelf import deck_of, load_scenario
from game.core.doubtful import unlawful
from tests.desk.test_renewing import renamed

ROOT = Path(__file__).parents[2]
TOWNS = {"blagnac": "accueil", "cantine": "accueil", "drumsallow": "welcome"}


def sources(town: str):
    return load_scenario(ROOT / "scenarios" / town, ROOT / "decks")


@pytest.mark.parametrize("town", TOWNS)
def test_a_town_teaches_forty_minutes(town: str) -> None:
    scenario = sources(town).scenario
    agenda, told = scenario.agenda(TOWNS[town]), scenario.induction
    assert agenda is not None
    assert (agenda.minutes, agenda.tryout) == (40, True)
    surveyed = [phase.panels == ("survey",) for phase in agenda.phases]
    asked = bool(scenario.takeaway.questions)
    assert surveyed == ([True, *[False] * 6, True, False] if asked else [False] * 7)
    assert [phase.minutes for phase in agenda.phases] == (
        [2, 2, 7, 7, 10, 3, 5, 2, 2] if asked else [4, 7, 8, 10, 3, 5, 3]
    )
    assert (len(told.frames), len(told.questions)) == (8, 4)
    assert {deal.family for deal in told.deals} == {role.id for role in scenario.families}
    assert all((len(deal.issues), len(deal.levers)) == (4, 6) for deal in told.deals)
    assert {question.answer for question in told.questions} == {True, False}


@pytest.mark.parametrize("town", TOWNS)
def test_what_is_to_be_mended_is_forbidden_and_the_example_is_not(town: str) -> None:
    found = sources(town)
    workshop = found.workshop(TOWNS[town])
    for deal in found.scenario.induction.deals:
        assert all(unlawful(workshop, said) for said in deal.sentence.said), deal.sentence
        assert not any(unlawful(workshop, said) for said in deal.lawful.said), deal.lawful


@pytest.mark.parametrize("town", TOWNS)
def test_an_issue_dealt_is_of_its_family_and_the_levers_answer_it(town: str) -> None:
    found = sources(town)
    deck = found.deck
    for deal in found.scenario.induction.deals:
        levers = [lever for lever in map(deck.lever, deal.levers) if lever is not None and lever.id != deal.trap]
        for name in deal.issues:
            issue = deck.issue(name)
            assert issue is not None
            assert deal.family in issue.families, (deal.family, name)
            assert any(name in lever.answers for lever in levers), (deal.family, name)


BROKEN = (
    ("trap: critere-service", "trap: sourcing", "trap_not_dealt", "trap: sourcing"),
    ("tension: [clause-insertion, acces-tpe-pme]", "tension: [clause-insertion, eau]", "deal_no_tension",
     "tension: [clause-insertion, eau]"),
    ("    - family: urbain\n      issues: [biodiversite", "    - family: travaux\n      issues: [biodiversite",
     "deal_twice", "    - family: travaux\n      issues: [biodiversite"),
    ("      event: refere", "      event: refere-2", "no_event_near", "event: refere-2"),
    ("    - id: clap\n", "    - id: intention\n", "id_twice", None),
    ("      answer: yes", "      answer: perhaps", "bad_yesno", "answer: perhaps"),
)  # fmt: skip


@pytest.mark.parametrize(("was", "now", "code", "at"), BROKEN, ids=[one[2] for one in BROKEN])
def test_a_fault_is_told_at_its_line(was: str, now: str, code: str, at: str | None) -> None:
    text = (ROOT / "scenarios" / "blagnac" / "scenario.yaml").read_text(encoding="utf-8")
    assert was in text
    broken = text.replace(was, now, 1)
    _, problems = read_scenario(broken.encode(), "scenario.yaml", sources("blagnac").deck)
    found = next(one for one in problems if one.code == code)
    if at is not None:
        assert found.line == broken[: broken.index(at)].count("\n") + 1 + at.startswith("\n")


def test_a_card_that_the_deck_renamed_is_dealt_under_its_new_name() -> None:
    found = sources("blagnac")
    names = {"alimentation-durable": "mieux-manger", "cout-cycle-vie": "cout-complet"}
    text = found.deck_text
    for old, new in names.items():
        text = renamed(text, old, new)
    scenario, problems = read_scenario(found.scenario_text, "scenario.yaml", deck_of(text))
    assert problems == ()
    before, after = found.scenario.induction.deals, scenario.induction.deals
    for was, now in zip(before, after, strict=True):
        for key in ("issues", "levers", "tension"):
            assert getattr(now, key) == tuple(names.get(card, card) for card in getattr(was, key))
    assert before != after


def test_an_agenda_that_teaches_what_is_not_told_is_said() -> None:
    text = (ROOT / "scenarios" / "blagnac" / "scenario.yaml").read_text(encoding="utf-8")
    start = text.index("induction:\n")
    end = min(text.index(mark, start) for mark in ("\nquestions:", "\nagendas:"))
    _, problems = read_scenario((text[:start] + text[end:]).encode(), "s.yaml", sources("blagnac").deck)
    assert [one.code for one in problems] == ["induction_missing"]
