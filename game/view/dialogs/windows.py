"""The room's screen: which one it is, and the way back to one window."""

from __future__ import annotations

from game.view.answer.intents import CloseTop, Several
from game.view.answer.leading import TwoWindows
from game.view.answer.ui import Ui
from game.view.dialogs.asking import Asking, asking
from game.view.parts.pieces import label, press
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.layout import Piece
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight


def build(s: Sight, ui: Ui) -> Node:
    """Build the dialog: what the room will see, its screen to choose, or one window again."""
    said = label(s, "windows:said", s.say("windows.said"), Style(theme.BODY))
    ways = (_way(s, "one", s.say("windows.one"), -1),) if ui.lead.apart else _screens(s, ui.lead.screens)
    alone = () if ui.lead.apart or len(ui.lead.screens) > 1 else (_alone(s),)
    asked = Asking("windows", s.say("menu.windows"), (1000, 760))
    return asking(s, ui, asked, (said, *alone, *ways), (("later", s.say("windows.later"), CloseTop(), "quiet", True),))


def _alone(s: Sight) -> Piece:
    return label(s, "windows:alone", s.say("windows.alone"), Style(ink=theme.INK_3))


def _screens(s: Sight, names: tuple[str, ...]) -> tuple[Piece, ...]:
    if len(names) < 2:
        return (_way(s, "same", s.say("windows.same"), 0),)
    called = (name or s.say("windows.unnamed", n=n) for n, name in enumerate(names, 1))
    return tuple(_way(s, str(i), s.say("windows.on", name=name), i) for i, name in enumerate(called))


def _way(s: Sight, key: str, words: str, screen: int) -> Piece:
    kind = "primary" if screen >= 0 else "plain"
    does = Several((CloseTop(), TwoWindows(screen)))
    return press(s, Button(f"windows:{key}", words, does, kind, "monitor"), 76)
