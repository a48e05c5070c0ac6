"""The session closes: what stays open is said first, since undo cannot cross it."""

from __future__ import annotations

from game.core.moves.flow import CloseSession
from game.core.session import Session
from game.core.sheets import objectives
from game.view.answer.intents import CloseTop, OpenDialog, Several
from game.view.answer.papers import WriteAgain
from game.view.answer.ui import Ui
from game.view.dialogs.asking import Asking, asking
from game.view.parts.pieces import label
from game.view.tree import theme
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the dialog."""
    waiting = len([sheet for sheet in objectives(session) if not sheet.adopted])

    said = s.say("council.end.waiting", n=waiting) if waiting else s.say("council.end.all")
    pieces = (
        label(s, "closing:left", said, Style(theme.LABEL, bold=True)),
        label(s, "closing:why", s.say("council.end.why"), Style(theme.BODY)),
    )
    ways = (
        ("back", s.say("council.cancel"), CloseTop(), "plain", True),
        ("record", s.say("council.end.record"), OpenDialog("record"), "plain", True),
        ("do", s.say("council.end.do"), Several((CloseTop(), CloseSession(), WriteAgain())), "primary", True),
    )
    return asking(s, ui, Asking("closing", s.say("council.end.title"), (1000, 640)), pieces, ways)
