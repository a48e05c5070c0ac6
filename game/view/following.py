"""The view follows a gesture the recorded demo makes: the side, the seat or the sheet it touches."""

from __future__ import annotations

from dataclasses import replace

from game.core.moves.arbitration import ArbitrateTension, DrawEvent
from game.core.moves.ballots import CastBallot, ChooseWay, CountHands
from game.core.moves.objectives import AdoptObjective, AmendObjective, DropLever, SendBackObjective
from game.core.moves.votes import CloseBallot, LayToken, SettleTie, TakeToken
from game.view.answer.ui import Ui, with_pair

CONTEXT = ("intentions", "means", "tension", "arbitration")
FOLLOW = ("cao", "legal", "status")


def following(ui: Ui, command: object) -> Ui:
    """Give the view that shows where a command acts; the same view for what is seen everywhere.

    The result of the vote stands over it until what comes next.
    """
    told = isinstance(command, CloseBallot | SettleTie)
    if told or ui.dialog == "result":
        ui = replace(ui, dialog="result" if told else "")
    tabs = ui.tabs
    for strip, tab in _tabs(command):
        tabs = with_pair(tabs, strip, tab)
    return ui if tabs == ui.tabs else replace(ui, tabs=tabs)


def _tabs(command: object) -> tuple[tuple[str, str], ...]:
    match command:
        case ArbitrateTension() | DrawEvent():
            return (("council", "debate"),)
        case LayToken(seat=seat) | TakeToken(seat=seat):
            return (("council", "vote"), ("seat", seat))
        case CloseBallot() | SettleTie() | CastBallot() | ChooseWay() | CountHands():
            return (("council", "vote"),)
        case AmendObjective(issue=issue, field=field):
            page = "context" if field in CONTEXT else "follow" if field in FOLLOW else "main"
            return (("objective", issue), ("sheet", page))
        case DropLever(issue=issue):
            return (("objective", issue), ("sheet", "context"))
        case AdoptObjective(issue=issue) | SendBackObjective(issue=issue):
            return (("objective", issue), ("sheet", "main"))
    return ()
