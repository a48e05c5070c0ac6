"""An adopted objective would ask for less: who wants it, and why (view/reasons.py opens this)."""

from __future__ import annotations

from dataclasses import replace

from game.core.moves.objectives import AmendObjective, DropLever
from game.core.session import Session, Sitting
from game.core.sheets import objective
from game.view import theme
from game.view.dialogs.asking import asking
from game.view.intents import CloseTop, Commit, ForgetText, SelectTab, Several
from game.view.looks import Style
from game.view.node import Node
from game.view.panels import naming, plainly
from game.view.panels.blocks import Block, aside, text
from game.view.panels.options import option, writing
from game.view.sight import Sight
from game.view.ui import Ui

TEXT = "reason:text"


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the dialog on `ui.pending`; leaving it leaves the objective as it was."""
    pending = ui.pending
    seats = [sitting for sitting in session.seats if sitting.present]
    seat = ui.tab("reason", "")
    reason = ui.text(TEXT)
    command = pending.command if isinstance(pending, Commit) else None
    does: object = CloseTop()
    if isinstance(pending, Commit) and isinstance(command, AmendObjective | DropLever):
        told = replace(command, reason=reason, seat=seat)
        does = Several((CloseTop(), ForgetText(TEXT), Commit(pending.key, told) if pending.key else told))

    def blocks(wide: int) -> tuple[Block, ...]:
        across = 2 if wide >= s.px(900) else 1
        room = (wide - (across - 1) * s.px(14)) // across
        found = [_seat(s, sitting, room, on=sitting.seat.id == seat) for sitting in seats]
        rows = (aside(tuple(found[i : i + across]), s.px(14), across) for i in range(0, len(found), across))
        return (
            text(s, wide, "reason:what", _what(s, session, command), Style(theme.LABEL, bold=True)),
            writing(s, ui, wide, TEXT, s.say("council.reason.why"), least=2),
            text(s, wide, "reason:who", s.say("council.reason.who"), Style(ink=theme.INK_3)),
            *rows,
        )

    ways = (
        ("back", s.say("council.reason.back"), CloseTop(), "plain", True),
        ("do", s.say("council.reason.do"), does, "primary", bool(seat and reason.strip())),
    )
    return asking(s, ui, "reason", s.say("council.reason.title"), (1200, 900), blocks, ways)


def _seat(s: Sight, sitting: Sitting, wide: int, *, on: bool) -> Block:
    role = sitting.seat.role.say(s.speaker.lang)
    return option(s, wide, f"who:{sitting.seat.id}", role, "", SelectTab("reason", sitting.seat.id), on=on)


def _what(s: Sight, session: Session, command: object) -> str:
    """Say the change: the field, what it said, what it would say."""
    if isinstance(command, DropLever):
        return s.say("council.reason.lever", lever=naming.card(s, session, command.lever))
    if not isinstance(command, AmendObjective):
        return s.say("council.reason.title")
    sheet = objective(session, command.issue)
    was = plainly.shown(s, sheet, command.field) if sheet is not None else ""
    return s.say("council.reason.change", field=s.say(f"council.field.{command.field}"), was=was, now=command.value)
