"""The ways from one phase to another: onward, and back to where something is still to be done."""

from __future__ import annotations

from game.core.moves.flow import EnterPhase
from game.core.session import Session
from game.view.answer.intents import OpenDialog, Several
from game.view.parts.pieces import press
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.layout import Piece, centred, node, space
from game.view.tree.sight import Sight


def back(s: Sight, session: Session, move: str, key: str) -> Piece | None:
    """Give the button to the phase that allows a move; None when the agenda has none."""
    phase = next((phase for phase in session.workshop.agenda.phases if move in phase.moves), None)
    if phase is None:
        return None
    name = s.say("council.back", phase=phase.title.say(s.speaker.lang))
    return centred(press(s, Button(key, name, EnterPhase(phase.id), "primary", "arrow-left"), 68))


def onward(s: Sight, session: Session, *, ready: bool, told: str = "") -> Piece:
    """Give the big button to the next phase; `told` names the dialog that is read as it begins."""
    after = session.workshop.agenda.after(session.phase)
    if after is None:
        return node("group", "onward", "", space())
    name = s.say("council.onward", phase=after.title.say(s.speaker.lang))
    kind = "primary" if ready else "plain"
    does = Several((EnterPhase(after.id), OpenDialog(told))) if told else EnterPhase(after.id)
    return press(s, Button("next", name, does, kind, "arrow-right", size=theme.LABEL), 68)
