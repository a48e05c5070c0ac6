"""A scenario: sound it loads against its deck, faulty every fault is found in one run."""

from __future__ import annotations

import pytest

from game.content.problems import WARNINGS, Problem
from game.content.scenario import MOVES, read_scenario
from game.content.sense import PANELS
from game.core.moves import COMMANDS
from game.core.moves.move import ALWAYS
from game.view.play import BODIES
from tests.content.samples import DECK, SCENARIO, deck_of, line_of, scenario_of, swapped

PLANTED = (
    ("deck: petit-jeu", "deck: petit-jeux", "no_deck_near", "petit-jeux"),
    ("map: town.geojson", "map: ../town.geojson", "bad_map", "../town"),
    ("total: 9000000", "total: 9 000 000", "bad_whole_near", "9 000 000"),
    ("share_pct: 33", "share_pct: 133", "out_of_range", "133"),
    ("id: travaux\n    deputy", "id: travau\n    deputy", "no_family_near", "id: travau\n"),
    ("share_pct: 42.5", "share_pct: beaucoup", "bad_number", "beaucoup"),
    ('code: "45000000"', "code: 450000", "bad_cpv", "450000,"),
    ("short: {fr: Mairie, en: Hall}", "short: {fr: Mairie, en: The big town hall}", "too_long", "big town hall"),
    ("en: Hall}, short", "en: Hall}, curt: 1, short", "unknown_key", "curt"),
    ("decor: yes", "decor: peut-être", "bad_yesno", "peut-être"),
    ("    place: ecole", "    place: ecol", "no_place_near", "place: ecol\n"),
    ("launch: 2027-04", "launch: 2027-13", "bad_month", "2027-13"),
    ("duration_months: 18", "duration_months:", "empty_value", "duration_months:"),
    ("family: travaux, co_chair", "family: traveaux, co_chair", "no_role_near", "traveaux"),
    ("issues_per_family: 1", "issues_per_family: 0", "out_of_range", "issues_per_family: 0"),
    ("delay: 4", "delay: -4", "out_of_range", "delay: -4"),
    ("move_issue]", "move_isue]", "bad_choice_near", "move_isue"),
    ("      - id: fin", "      - id: enjeux", "id_twice", "      - id: enjeux\n"),
    ("panels: [map]", "panels: [Ma Carte]", "bad_token", "Ma Carte"),
    ("  circuits-courts: {fr: Chez", "  circuit-courts: {fr: Chez", "no_card_near", "circuit-courts: {fr"),
)


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [one.code for one in problems]


def test_the_sound_scenario_loads() -> None:
    scenario, problems = scenario_of(SCENARIO)
    assert problems == ()
    assert scenario is not None
    assert scenario.town.say("en") == "Petite-Ville"
    assert [place.decor for place in scenario.places] == [False, False, True]
    assert scenario.intentions[0].launch == "2027-04"
    assert (scenario.intentions[0].cao, scenario.seats[0].cao, scenario.seats[0].voting) == (False, True, True)
    assert scenario.families[0].share_pct == 42.5
    assert scenario.agendas[0].phases[1].says[0].minutes == 2
    assert scenario.note("circuits-courts").say("fr") == "Chez nous."
    assert scenario.wording.local == ("entreprises locales",)


def test_every_planted_fault_is_found_in_one_run_and_no_other() -> None:
    text = swapped(SCENARIO, *((old, new) for old, new, _, _ in PLANTED))
    scenario, problems = scenario_of(text)
    assert scenario is None
    expected = sorted((line_of(text, part), code) for _, _, code, part in PLANTED)
    found = sorted((one.line, one.code) for one in problems)
    assert found == expected


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("award: 2027-09", "award: 2027-03", "award_early"),
        ("    place: ecole", "    place: aeroport", "place_decor"),
        ("    family: travaux\n    place: ecole", "    family: enfance\n    place: mairie", "place_other"),
        ("minutes: 30", "minutes: 45", "minutes_sum"),
        ("share_pct: 20", "share_pct: 60", "shares_over"),
        (", decor: yes", "", "place_no_family"),
        ("moves: [adopt, close_session]", "moves: [adopt, place_token]", "bad_choice_near"),
        ('cpv: "45000000"', "cpv: bâtiment", "bad_cpv"),
        ("  circuits-courts: {fr", "  - {fr", "expected_thing"),
    ],
)
def test_what_several_keys_say_together(old: str, new: str, code: str) -> None:
    scenario, problems = scenario_of(swapped(SCENARIO, (old, new)))
    assert scenario is None
    assert codes(problems) == [code]


def test_phases_may_have_the_same_ids_in_two_agendas() -> None:
    agenda = SCENARIO[SCENARIO.index("  - id: court") : SCENARIO.index("notes:")]
    text = SCENARIO.replace(agenda, agenda + agenda.replace("id: court", "id: long"))
    scenario, problems = scenario_of(text)
    assert problems == ()
    assert scenario is not None
    assert [len(one.phases) for one in scenario.agendas] == [2, 2]


def test_without_its_deck_the_rest_is_still_checked() -> None:
    text = swapped(SCENARIO, ("launch: 2027-04", "launch: avril"), ("id: travaux\n    deputy", "id: zzz\n    deputy"))
    scenario, problems = read_scenario(text.encode(), "scenario.yaml", None)
    assert scenario is None
    assert "bad_month" in codes(problems)
    assert "no_family" not in codes(problems)


def test_the_moves_are_those_of_the_rules() -> None:
    assert set(MOVES) == {command.move for command in COMMANDS} - ALWAYS
    assert len(MOVES) == len(set(MOVES))


def test_the_scenario_of_a_deck_with_a_fault_has_its_own_faults_said() -> None:
    broken = swapped(DECK, ("letter: T", "letter: Tr"))
    assert deck_of(broken)[0] is None
    assert codes(scenario_of(swapped(SCENARIO, ("minutes: 30", "minutes: 1")), broken)[1]) == ["minutes_sum"]


SENSE = (
    ("panels: [map]", "panels: [map, legder]", "panel_unknown_near", "legder"),
    ("panels: [map]", "panels: [map, xyzzy]", "panel_unknown", "xyzzy"),
    ("moves: [adopt, close_session]", "moves: [close_session]", "agenda_no_objectives", "      - {id: enjeux"),
    ("purchases: 3000000", "purchases: 90000000", "budget_purchases", "90000000"),
    ("share_pct: 33", "share_pct: 12", "budget_share", "share_pct: 12\n"),
    ("role: {fr: ", "role: {fr: Mme Martin ", "seat_person", "Mme Martin"),
)


@pytest.mark.parametrize(("old", "new", "code", "where"), SENSE, ids=[one[2] for one in SENSE])
def test_what_no_council_is_like_is_told_and_played(old: str, new: str, code: str, where: str) -> None:
    text = SCENARIO.replace(old, new, 1)
    assert text != SCENARIO
    scenario, problems = scenario_of(text)
    assert codes(problems) == [code]
    assert code in WARNINGS
    assert scenario is not None
    assert where.strip() in text.splitlines()[problems[0].line - 1]


def test_every_panel_is_one_of_the_table_s() -> None:
    assert set(BODIES) <= set(PANELS)


def test_an_agenda_may_say_how_its_council_votes() -> None:
    said = swapped(SCENARIO, ("format: 1", "format: 2"), ("minutes: 30", "minutes: 30\n    vote: anonymous"))
    scenario, problems = scenario_of(said)
    assert problems == ()
    assert scenario is not None
    assert [agenda.vote for agenda in scenario.agendas] == ["anonymous"]
    wrong = scenario_of(said.replace("vote: anonymous", "vote: secret"))
    assert codes(wrong[1]) == ["bad_choice"]
    assert codes(scenario_of(swapped(SCENARIO, ("minutes: 30", "minutes: 30\n    vote: hands")))[1]) == ["format_old"]
