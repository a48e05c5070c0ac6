"""While the demo plays, the room sees the seat that votes and the sheet that is written."""

from __future__ import annotations

import pytest

from game.core.moves.arbitration import DrawEvent
from game.core.moves.flow import EnterPhase
from game.core.moves.objectives import AdoptObjective, AmendObjective, DropLever
from game.core.moves.votes import BallotClosed, CloseBallot, LayToken, TokenLaid
from game.view.answer.ui import Ui
from game.view.following import following
from tests.view.council import SESSIONS, table


@pytest.mark.parametrize(
    ("command", "moment", "key"),
    [
        (LayToken("sports", "eau"), "voting", "turn"),
        (TokenLaid("sports", "eau"), "voting", "turn"),
        (DrawEvent(), "voting", "debate"),
        (CloseBallot(), "tied", "outcome"),
        (BallotClosed((), (), (), 0), "tied", "outcome"),
        (AmendObjective("eau", "target", "3"), "sheets", "objective:eau:target"),
        (AmendObjective("eau", "means", "x"), "sheets", "objective:eau:means"),
        (AmendObjective("eau", "status", "do"), "sheets", "status:do"),
        (DropLever("eau", "x"), "sheets", "intentions:head"),
        (AdoptObjective("eau"), "adopted", "objective:eau:title"),
    ],
)
def test_what_a_gesture_touches_is_in_sight(command: object, moment: str, key: str) -> None:
    ui = following(Ui(), command)
    room = table(SESSIONS[moment](), (1920, 2000), tabs=ui.tabs)
    assert room.tree.find(key) is not None


def test_the_seat_that_votes_has_the_turn() -> None:
    room = table(SESSIONS["voting"](), tabs=following(Ui(), LayToken("sports", "eau")).tabs)
    assert "sports" in room.tree.find("turn").name  # type: ignore[union-attr]


def test_the_result_stands_until_what_comes_next() -> None:
    ui = following(Ui(), CloseBallot())
    assert table(SESSIONS["tied"](), dialog=ui.dialog).tree.find("result:kept") is not None
    assert following(ui, EnterPhase("objectifs")).dialog == following(ui, None).dialog == ""


def test_other_gestures_leave_the_view() -> None:
    ui = Ui()
    assert following(ui, EnterPhase("leviers")) is ui
    assert following(ui, None) is ui
