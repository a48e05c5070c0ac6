"""The view follows a gesture that other hands make, the recorded demo's or another table's: the side, seat or sheet."""

from __future__ import annotations

from dataclasses import replace

from game.core.moves import arbitration, ballots, flow, issues, levers, objectives, share, votes
from game.view.answer.editing import SEARCH
from game.view.answer.pressing import settled
from game.view.answer.ui import Ui, with_pair

CONTEXT = ("intentions", "means", "tension", "arbitration")
FOLLOW = ("cao", "legal", "status")
LAID = (votes.LayToken, votes.TokenLaid, votes.TakeToken, votes.TokenTaken)
REVEALED = (share.RevealShare, share.ShareRevealed)
PLACED = (issues.IssuePlaced, levers.LeverPlaced)
TOLD = (votes.CloseBallot, votes.BallotClosed, votes.SettleTie, votes.TieSettled)
CAST = (
    *(ballots.CastBallot, ballots.BallotCast, ballots.ChooseWay, ballots.WayChosen),
    *(ballots.CountHands, ballots.HandsCounted),
)
DEBATED = (
    *(arbitration.ArbitrateTension, arbitration.TensionArbitrated),
    *(arbitration.DrawEvent, arbitration.EventDrawn),
)
AMENDED = (objectives.AmendObjective, objectives.ObjectiveAmended)
DROPPED = (objectives.DropLever, objectives.LeverDropped)
ADOPTED = (
    *(objectives.AdoptObjective, objectives.ObjectiveAdopted),
    *(objectives.SendBackObjective, objectives.ObjectiveSentBack),
)

SHEETS: dict[tuple[type, ...], str] = {
    TOLD: "result",
    REVEALED: "share",
    (objectives.ObjectiveAdopted,): "adopted",
    (flow.SessionClosed,): "ended",
}
"""The dialogs that tell the room what came of a gesture."""


def following(ui: Ui, gesture: object) -> Ui:
    """Give the view that shows where a command acts, or an event did; the same view for what is seen everywhere.

    What it tells the room (`brought`) stands over it until what comes next.
    """
    if ui.dialog in SHEETS.values():
        ui = replace(ui, dialog="")
    ui = brought(ui, gesture)
    tabs = ui.tabs
    for strip, tab in _tabs(gesture):
        tabs = with_pair(tabs, strip, tab)
    return ui if tabs == ui.tabs else replace(ui, tabs=tabs)


def brought(ui: Ui, *gestures: object) -> Ui:
    """Give the view with what gestures tell the whole room laid over it: the moment comes with its event.

    The search that found the card which was placed has done: the hand lies there whole again.
    """
    for gesture in gestures:
        ui = settled(ui, SEARCH) if isinstance(gesture, PLACED) else ui
        sheet = next((sheet for kinds, sheet in SHEETS.items() if isinstance(gesture, kinds)), "")
        ui = replace(ui, dialog=sheet, about=getattr(gesture, "issue", "")) if sheet else ui
    return ui


def _tabs(gesture: object) -> tuple[tuple[str, str], ...]:
    if isinstance(gesture, REVEALED):
        return (("share", "bias"),)
    if isinstance(gesture, DEBATED):
        return (("council", "debate"),)
    if isinstance(gesture, LAID):
        return (("council", "vote"), ("seat", gesture.seat))
    if isinstance(gesture, (*TOLD, *CAST)):
        return (("council", "vote"),)
    if isinstance(gesture, (*AMENDED, *DROPPED, *ADOPTED)):
        return (("objective", gesture.issue), ("sheet", _page(gesture)))
    return ()


def _page(gesture: object) -> str:
    """Give the page of an objective's sheet where a gesture on it is seen."""
    if isinstance(gesture, AMENDED):
        return "context" if gesture.field in CONTEXT else "follow" if gesture.field in FOLLOW else "main"
    return "context" if isinstance(gesture, DROPPED) else "main"
