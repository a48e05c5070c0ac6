"""What has just been written for who takes it away: its names, where it lies, and the ways to read it now."""

from __future__ import annotations

from game.core.session import Session
from game.view.answer.intents import CloseTop
from game.view.answer.papers import OpenFolder
from game.view.answer.ui import Ui
from game.view.dialogs.asking import Asking, Way, asking
from game.view.parts.pieces import label
from game.view.tree import theme
from game.view.tree.layout import Piece
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

SHOWN = 3
"""Files named: beyond, the folder shows them."""


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the dialog."""
    names, place = ui.papers.taken, ui.papers.place
    where = s.say("export.folder", name=place.name) if place.name else s.say("export.place.session")
    pieces: tuple[Piece, ...] = (
        *(label(s, f"taken:{i}", one, Style(theme.LABEL, bold=True)) for i, one in enumerate(names[:SHOWN])),
        label(s, "taken:where", where),
        label(s, "taken:why", s.say("taken.why")),
    )
    reading: tuple[Way, ...] = (("read", s.say("taken.read"), OpenFolder(names[0]), "primary", True),) if names else ()
    ways: tuple[Way, ...] = (
        *reading,
        ("folder", s.say("export.folder.show"), OpenFolder(), "plain", True),
        ("later", s.say("taken.close"), CloseTop(), "plain", True),
    )
    return asking(s, ui, Asking("taken", s.say("taken.title", n=len(names)), (1200, 700)), pieces, ways)
