"""Phases left out: the table asks before, and ticks only what was opened; walking back and forth loses nothing."""

from __future__ import annotations

from dataclasses import fields
from random import Random

import pytest

from game.core.moves.flow import EnterPhase
from game.core.session import Session
from game.core.walked import leapt, opened
from tests.view import afternoon, council
from tests.view.afternoon import played
from tests.view.checks import sound
from tests.view.room import MEASURE, Hands
from tests.view.rooms import at, everywhere

WALK = 50


def step(room: Hands, phase: str) -> str:
    node = room.tree.find(f"step:{phase}")
    assert node is not None
    return node.name.replace("\u00a0", " ")


def test_a_jump_names_the_phases_it_leaves_out_and_plays_the_first_of_them_instead() -> None:
    room = at(afternoon.issues(), "play")
    room.tap("step:objectifs")
    assert room.desk.session.phase == "enjeux"  # type: ignore[attr-defined]
    over = room.tree.find("leap:over")
    assert over is not None
    assert over.name == "Ces phases n'ont pas été ouvertes : Leviers, Arbitrage.".replace(" :", "\u00a0:")
    room.tap("leap:play")
    assert room.desk.session.phase == "leviers"  # type: ignore[attr-defined]
    assert room.ui.dialog == ""


def test_what_was_left_out_is_not_ticked_and_may_be_played_after_all() -> None:
    room = at(afternoon.issues(), "play")
    room.tap("step:arbitrage")
    room.tap("leap:do")
    assert step(room, "reperage") == "Phase 1 : Repérage, faite"
    assert step(room, "enjeux") == "Phase 2 : Enjeux, faite"
    assert step(room, "leviers") == "Phase 3 : Leviers, sautée"
    room.tap("step:leviers")
    assert room.desk.session.phase == "leviers"  # type: ignore[attr-defined]
    room.tap("step:arbitrage")
    assert step(room, "leviers") == "Phase 3 : Leviers, faite"


def test_one_thinks_better_of_a_jump() -> None:
    room = at(afternoon.issues(), "play")
    room.focus("step:generique")
    room.keys("enter", "escape")
    assert (room.desk.session.phase, room.ui.dialog) == ("enjeux", "")  # type: ignore[attr-defined]


def test_the_next_phase_and_those_opened_before_are_entered_at_once() -> None:
    room = at(afternoon.issues(), "play")
    room.tap("step:leviers")
    room.tap("step:reperage")
    room.tap("step:leviers")
    assert room.desk.session.phase == "leviers"  # type: ignore[attr-defined]
    assert leapt(room.desk.session, "leviers") == ()  # type: ignore[attr-defined]


def test_the_question_is_sound() -> None:
    everywhere(afternoon.issues(), dialog="leaping", about="generique")
    jumped = played(afternoon.issues(), EnterPhase("arbitrage"))
    sound(at(jumped, "play").tree, MEASURE, 100)


@pytest.mark.parametrize("name", ["ready", "settled", "adopted"])
def test_fifty_walks_through_the_phases_leave_all_that_was_played(name: str) -> None:
    session: Session = council.SESSIONS[name]()
    dice, walked = Random(name), session
    ids = [phase.id for phase in session.workshop.agenda.phases]
    for _ in range(WALK):
        walked = played(walked, EnterPhase(dice.choice(ids)))
    assert opened(walked) == frozenset(ids)
    moved = {field.name for field in fields(session) if getattr(walked, field.name) != getattr(session, field.name)}
    assert moved <= {"phase", "timers"}
