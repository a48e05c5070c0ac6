"""What an agenda says to the one who leads: the script and its minutes, the notes, the cards dealt."""

from __future__ import annotations

import pytest

from game.content.shelf import load_scenario
from game.core.agenda import Phase
from game.core.text import Text
from game.places import shelves
from tests.content.samples import SCENARIO, line_of, scenario_of, swapped

TOWNS = ("blagnac", "cantine", "drumsallow")
PHASE = "minutes: 20, moves: [place_issue, move_issue], panels: [map]"
SCRIPT = (
    "      - id: enjeux\n        title: Enjeux\n        minutes: 20\n        moves: [place_issue, move_issue]\n"
    "        notes: Laisser parler.\n        least: 12\n        deal: 8\n        cards: [circuits-courts]\n"
    "        script:\n          - {at: 0, say: Lisez.}\n          - {at: 7, say: Posez.}\n"
)


def scripted(*pairs: tuple[str, str]) -> str:
    line = next(line for line in SCENARIO.splitlines(keepends=True) if PHASE in line)
    return swapped(SCENARIO, ("format: 1", "format: 2"), (line, SCRIPT), *pairs)


def test_a_phase_has_its_script_its_notes_its_floor_and_its_cards() -> None:
    scenario, problems = scenario_of(scripted())
    assert problems == ()
    assert scenario is not None
    phase = scenario.agendas[0].phases[0]
    assert [(cue.at, cue.say.say("fr")) for cue in phase.script] == [(0, "Lisez."), (7, "Posez.")]
    assert (phase.notes.say("fr"), phase.floor, phase.deal) == ("Laisser parler.", 12, 8)
    assert phase.cards == ("circuits-courts",)


def test_a_phase_without_them_plays_as_ever() -> None:
    scenario, _ = scenario_of(SCENARIO)
    assert scenario is not None
    phase = scenario.agendas[0].phases[0]
    assert (phase.script, phase.notes, phase.deal, phase.cards) == ((), Text(), 0, ())
    assert phase.floor == 10
    assert Phase("odd", Text(), 5, ()).floor == 3


@pytest.mark.parametrize(
    ("old", "new", "code", "where"),
    [
        ("at: 7", "at: 20", "cue_late", "at: 20"),
        ("at: 7", "at: 0", "cue_order", "at: 0, say: Posez"),
        ("at: 7", "at: sept", "bad_whole", "at: sept"),
        ("say: Posez.", "dit: Posez.", "missing_key", "dit"),
        ("least: 12", "least: 21", "least_long", "least: 21"),
        ("deal: 8", "deal: 0", "out_of_range", "deal: 0"),
        ("cards: [circuits-courts]", "cards: [circuit-court]", "no_card_near", "circuit-court"),
        ("format: 2", "format: 1", "format_old", "Laisser parler"),
    ],
)
def test_a_fault_of_a_script_is_told_at_its_line(old: str, new: str, code: str, where: str) -> None:
    text = scripted().replace(old, new, 1)
    found = [(one.line, one.code) for one in scenario_of(text)[1]]
    assert (line_of(text, where), code) in found


@pytest.mark.parametrize("town", TOWNS)
def test_every_workshop_of_ours_is_scripted_in_all_its_languages(town: str) -> None:
    scenario = load_scenario(shelves.scenario(town).parent, shelves.decks()).scenario
    councils = [agenda for agenda in scenario.agendas if not agenda.reviews and not agenda.tryout]
    for phase in (phase for agenda in councils for phase in agenda.phases):
        assert phase.script[0].at == 0, (town, phase.id)
        for said in (phase.notes, *(cue.say for cue in phase.script)):
            assert all(said.has(lang) for lang in scenario.languages) or set(scenario.languages) == {"en"}
            assert said.say(scenario.languages[0])
