"""The two pages a new member leaves with: which family's."""

from __future__ import annotations

from game.core.family import Family
from game.core.session import Session
from game.view.answer.intents import CloseTop, Export, Several
from game.view.answer.ui import Ui
from game.view.parts.lists import Listed, scrolled
from game.view.parts.pieces import Dialog, dialog, label, press
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.layout import Piece, column, grid, node, sized, ways
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the dialog: a button a family, and one for all."""
    gap = s.px(theme.GAP)
    head = label(s, "leaving:what", s.say("leaving.what"), Style(theme.BODY))
    buttons = [_family(s, family) for family in session.workshop.families]
    every = press(s, Button("leaving:all", s.say("leaving.all"), _write(""), "primary", "files"), 76)
    two, single = (grid(buttons, across, gap) for across in (2, 1))
    listed = node("group", "leaving:families", s.say("leaving.title"), ways(sized(two, wide=s.px(900)), single))
    inside = scrolled(s, ui, Listed("leaving:list", s.say("leaving.title"), 20), (head, listed, every))
    return dialog(s, Dialog("dialog:leaving", s.say("leaving.title"), (s.px(1240), s.px(680))), column(inside))


def _family(s: Sight, family: Family) -> Piece:
    name = family.name.say(s.speaker.lang)
    return press(s, Button(f"leaving:{family.id}", name, _write(family.id), icon=family.icon), 84)


def _write(family: str) -> Several:
    return Several((CloseTop(), Export("pages", family)))
