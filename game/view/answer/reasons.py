"""A change that asks for a reason: an adopted objective asks for less. The table asks before it is done.

A field commits `AmendObjective` without a reason, a button does `DropLever` without one. When the rules refuse it with
`reason_missing`, the dialog "reason" opens with the change in `ui.pending`; it does the same change with who and why.
"""

from __future__ import annotations

from dataclasses import replace

from game.core.moves import refusal
from game.core.moves.objectives import AmendObjective, DropLever
from game.core.session import Session
from game.view.answer.intents import Commit, OpenDialog
from game.view.answer.pressing import Step, press

DIALOG = "reason"


def asked(step: Step, session: Session | None) -> Step:
    """Give the step without the change that lacks its reason, the dialog that asks for it open instead.

    What the hands hold is let go: it lies under the dialog now.
    """
    ui, effects = step
    lacking = next((effect for effect in effects if _lacks(effect, session)), None)
    if lacking is None:
        return step
    change = lacking if isinstance(lacking, Commit) else Commit("", lacking)
    opened, more = press(ui, OpenDialog(DIALOG))
    rest = tuple(effect for effect in effects if effect is not lacking)
    return replace(opened, pending=change, held=()), (*rest, *more)


def _lacks(effect: object, session: Session | None) -> bool:
    command = effect.command if isinstance(effect, Commit) else effect
    if not isinstance(command, AmendObjective | DropLever) or session is None:
        return False
    refused = refusal(session, command)
    return refused is not None and refused.code == "reason_missing"
