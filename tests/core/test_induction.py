"""The induction's own moves: frames on the strip, questions; nobody's mistakes are kept."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from game.core.agenda import Agenda, Phase
from game.core.errors import Refused
from game.core.induction import Frame, Induction, Question, astray
from game.core.moves.induction import AnswerQuestion, LayFrame, LiftFrame
from game.core.scenario import Workshop
from game.core.text import same
from tests.core.workshop import LIMITS, Play
from tests.core.workshop import workshop as council

TOLD = Induction(
    tuple(
        Frame(name, same(name), "leaf", same(f"{name} says"), same(f"{name} comes")) for name in ("need", "bid", "end")
    ),
    (Question("price", same("Price alone?"), answer=False, why=same("No."), lesson=same("Whole life.")),),
)


@cache
def workshop() -> Workshop:
    phases = (Phase("strip", same("strip"), 10, ("lay_frame", "lift_frame", "answer")),)
    town = council()
    return Workshop(
        town.deck, replace(town.scenario, induction=TOLD), town.town,
        Agenda("accueil", same("accueil"), 10, LIMITS, phases, tryout=True),
    )  # fmt: skip


def strip(*commands: object) -> Play:
    return Play(workshop()).do(*commands)  # type: ignore[arg-type]


def waits(play: Play) -> tuple[int, ...]:
    return astray(TOLD, play.session.newcomer)


def test_frames_go_to_the_first_spot_that_waits() -> None:
    play = strip(LayFrame("need"), LayFrame("bid"))
    assert play.session.newcomer.laid == (("need", 1), ("bid", 2))
    assert waits(play) == (3,)


def test_a_frame_astray_stays_until_the_right_one_takes_its_spot() -> None:
    play = strip(LayFrame("end"))
    assert waits(play) == (1, 2, 3)
    play.do(LayFrame("need"))
    assert play.session.newcomer.laid == (("need", 1),)


def test_a_frame_lies_once_and_is_taken_back() -> None:
    play = strip(LayFrame("bid", 3), LayFrame("bid", 2))
    assert play.session.newcomer.laid == (("bid", 2),)
    play.do(LiftFrame("bid"), LiftFrame("bid"))
    assert play.session.newcomer.laid == ()


def test_a_frame_in_its_place_is_not_driven_away() -> None:
    play = strip(LayFrame("need"))
    with pytest.raises(Refused) as caught:
        play.do(LayFrame("end", 1))
    assert (caught.value.code, caught.value.facts["frame"]) == ("frame_there", "need")


@pytest.mark.parametrize(
    "command", [LayFrame("gone"), LayFrame("need", 4), LayFrame("need", -1), AnswerQuestion("gone", said=True)]
)
def test_what_is_not_of_the_strip_is_refused(command: object) -> None:
    with pytest.raises(Refused):
        strip(command)


def test_the_last_answer_alone_is_kept_and_it_can_be_undone() -> None:
    play = strip(
        AnswerQuestion("price", said=True), AnswerQuestion("price", said=False), AnswerQuestion("price", said=False)
    )
    assert play.session.newcomer.answers == (("price", False),)
    play.history.undo()
    assert play.session.newcomer.answered("price") is True
    play.history.undo()
    assert play.session.newcomer.answered("price") is None
