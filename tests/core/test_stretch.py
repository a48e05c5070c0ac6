"""An agenda stretched to the room's time: whole minutes, exactly as many as there are, no phase below its floor."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.content.shelf import load_scenario
from game.core.agenda import Agenda, Phase
from game.core.errors import Refused
from game.core.moment import Moment
from game.core.moves import decide, fold
from game.core.moves.flow import EnterPhase, StretchAgenda
from game.core.session import start
from game.core.stretch import fitted, longest, shared, shortest, stretched
from game.core.text import Text
from game.desk.opening import new_session, open_session
from game.places import shelves
from tests.core.workshop import workshop

TOWNS = ("blagnac", "cantine", "drumsallow")


def agendas() -> list[Agenda]:
    found = (load_scenario(shelves.scenario(town).parent, shelves.decks()).scenario for town in TOWNS)
    return [agenda for scenario in found for agenda in scenario.agendas]


@pytest.mark.parametrize("agenda", agendas(), ids=lambda agenda: agenda.id)
def test_every_agenda_of_ours_adds_up_in_every_time_it_takes(agenda: Agenda) -> None:
    for minutes in range(shortest(agenda.phases), longest(agenda.phases) + 1):
        made = stretched(agenda, minutes)
        assert made.minutes == sum(phase.minutes for phase in made.phases) == minutes
        for old, new in zip(agenda.phases, made.phases, strict=True):
            assert new.minutes >= old.floor == new.floor
            assert sum(step.minutes for step in new.says) == (new.minutes if old.says else 0)
            at = [cue.at for cue in new.script]
            assert at == sorted(at)
            assert all(0 <= one < new.minutes for one in at)
        assert stretched(made, minutes) == made


def test_its_own_minutes_leave_an_agenda_as_it_is() -> None:
    for agenda in agendas():
        assert stretched(agenda, agenda.minutes) == agenda


def test_seventy_minutes_of_ninety_are_shared_in_proportion() -> None:
    ninety = next(agenda for agenda in agendas() if agenda.id == "90")
    assert [phase.minutes for phase in stretched(ninety, 70).phases] == [9, 12, 12, 14, 15, 8]


def test_what_a_floor_takes_comes_from_the_others() -> None:
    assert shared(10, [4, 4, 12], [4, 1, 1]) == [4, 2, 4]
    assert shared(6, [10, 10, 10], [2, 2, 2]) == [2, 2, 2]
    assert shared(7, [1, 1, 1], [0, 0, 0]) == [3, 2, 2]
    long, short = (Phase(name, Text(), 10, (), least=least) for name, least in (("long", 9), ("short", 1)))
    assert [phase.minutes for phase in fitted((long, short), 11)] == [9, 2]
    assert [phase.minutes for phase in fitted((long, short), 1)] == [9, 1]
    assert [phase.minutes for phase in fitted((long, short), 10**18)] == [20, 20]


def test_an_agenda_is_stretched_before_it_begins_and_within_its_floors() -> None:
    first = start(workshop())
    own = first.workshop.agenda.minutes
    assert decide(first, StretchAgenda(own), Moment()) == ()
    longer = fold(first, decide(first, StretchAgenda(own + 7), Moment()))
    assert longer.workshop.agenda.minutes == own + 7
    assert first.workshop.agenda.minutes == own
    with pytest.raises(Refused, match="minutes_out"):
        decide(first, StretchAgenda(1), Moment())
    phase = first.workshop.agenda.phases[0].id
    begun = fold(first, decide(first, EnterPhase(phase), Moment()))
    with pytest.raises(Refused, match="already_begun"):
        decide(begun, StretchAgenda(own + 7), Moment())


def test_a_reopened_session_has_the_minutes_it_was_begun_with(tmp_path) -> None:
    sources = load_scenario(shelves.scenario("blagnac").parent, shelves.decks())
    desk = new_session(tmp_path / "a.clap", sources, "90", date="2026-12-02", minutes=70)
    desk.do(EnterPhase("enjeux"))
    desk.close()
    again = open_session(tmp_path / "a.clap")
    try:
        phases = again.session.workshop.agenda.phases
        assert [phase.minutes for phase in phases] == [9, 12, 12, 14, 15, 8]
        assert again.session.remaining(again.session.timer("enjeux").since or 0) == 12 * 60
        assert again.undo() is None
        assert again.session.workshop.agenda.minutes == 70
        text = sources.deck_text
        assert again.refresh(text, replace(again.session.workshop.deck, version="9")) is None
        assert [phase.minutes for phase in again.session.workshop.agenda.phases] == [9, 12, 12, 14, 15, 8]
    finally:
        again.close()
