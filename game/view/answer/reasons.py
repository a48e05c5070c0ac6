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
from game.view.answer.pressing import Effect, Step, press

DIALOG = "reason"


def asked(step: Step, session: Session | None) -> Step:
    """Give the step without the change that lacks its reason, the dialog that asks for it open instead.

    What the hands hold is let go: it lies under the dialog now.
    """
    ui, effects = step
    found = ((effect, _lacking(effect, session)) for effect in effects)
    lacking, change = next(((effect, change) for effect, change in found if change is not None), (None, None))
    if lacking is None:
        return step
    opened, more = press(ui, OpenDialog(DIALOG))
    rest = tuple(effect for effect in effects if effect is not lacking)
    return replace(opened, pending=change, held=()), (*rest, *more)


def _lacking(effect: Effect, session: Session | None) -> Commit | None:
    """Give the change of an effect, if it lacks its reason."""
    command = effect.command if isinstance(effect, Commit) else effect
    if not isinstance(command, AmendObjective | DropLever) or session is None:
        return None
    refused = refusal(session, command)
    if refused is None or refused.code != "reason_missing":
        return None
    return effect if isinstance(effect, Commit) else Commit("", command)
