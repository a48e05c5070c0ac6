"""The session closes: what stays open is said first, since undo cannot cross it."""

from __future__ import annotations

from game.core.moves.flow import CloseSession
from game.core.session import Session
from game.core.sheets import objectives
from game.view import theme
from game.view.dialogs.asking import asking
from game.view.intents import CloseTop, Several
from game.view.looks import Style
from game.view.node import Node
from game.view.panels.blocks import Block, text
from game.view.sight import Sight
from game.view.ui import Ui


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the dialog."""
    waiting = len([sheet for sheet in objectives(session) if not sheet.adopted])

    def blocks(wide: int) -> tuple[Block, ...]:
        said = s.say("council.end.waiting", n=waiting) if waiting else s.say("council.end.all")
        return (
            text(s, wide, "closing:left", said, Style(theme.LABEL, bold=True)),
            text(s, wide, "closing:why", s.say("council.end.why"), Style(theme.BODY)),
        )

    ways = (
        ("back", s.say("council.cancel"), CloseTop(), "plain", True),
        ("do", s.say("council.end.do"), Several((CloseTop(), CloseSession())), "primary", True),
    )
    return asking(s, ui, "closing", s.say("council.end.title"), (1000, 460), blocks, ways)
