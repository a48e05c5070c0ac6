"""An adopted objective would ask for less: who wants it, and why (answer/reasons.py opens this)."""

from __future__ import annotations

from dataclasses import replace

from game.core.moves.objectives import AmendObjective, DropLever
from game.core.session import Session
from game.core.sheets import objective
from game.view.answer.intents import CloseTop, Commit, ForgetText, Several
from game.view.answer.ui import Ui
from game.view.dialogs.asking import Asking, asking
from game.view.parts import naming, wording
from game.view.parts.options import whose, writing
from game.view.parts.pieces import label
from game.view.tree import theme
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

TEXT = "reason:text"


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the dialog on `ui.pending`; leaving it leaves the objective as it was."""
    pending = ui.pending
    seat = ui.tab("reason", "")
    reason = ui.text(TEXT)
    command = pending.command if pending is not None else None
    does: object = CloseTop()
    if pending is not None and isinstance(command, AmendObjective | DropLever):
        told = replace(command, reason=reason, seat=seat)
        does = Several((CloseTop(), ForgetText(TEXT), Commit(pending.key, told) if pending.key else told))

    pieces = (
        label(s, "reason:what", _what(s, session, command), Style(theme.LABEL, bold=True)),
        writing(s, ui, session, TEXT, s.say("council.reason.why"), least=2),
        label(s, "reason:who", s.say("council.reason.who"), Style(ink=theme.INK_3)),
        whose(s, session, "reason", seat),
    )
    ways = (
        ("back", s.say("council.reason.back"), CloseTop(), "plain", True),
        ("do", s.say("council.reason.do"), does, "primary", bool(seat and reason.strip())),
    )
    return asking(s, ui, Asking("reason", s.say("council.reason.title"), (1200, 900)), pieces, ways)


def _what(s: Sight, session: Session, command: object) -> str:
    """Say the change: the field, what it said, what it would say."""
    if isinstance(command, DropLever):
        return s.say("council.reason.lever", lever=naming.card(s, session, command.lever))
    if not isinstance(command, AmendObjective):
        return s.say("council.reason.title")
    sheet = objective(session, command.issue)
    was = wording.shown(s, sheet, command.field) if sheet is not None else ""
    return s.say("council.reason.change", field=s.say(f"council.field.{command.field}"), was=was, now=command.value)
