"""A note for the minutes."""

from __future__ import annotations

from game.core.moves.flow import TakeNote
from game.core.session import Session
from game.view.answer.intents import CloseTop, Commit, Several
from game.view.answer.ui import Ui
from game.view.parts import limits
from game.view.parts.fields import Field
from game.view.parts.guarded import filling
from game.view.parts.pieces import Dialog, dialog, label, press
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.layout import by_height, column, grow, sized
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the dialog; its field is a fresh one once the note is taken."""
    key = f"note:{len(session.notes)}"
    typed = ui.text(key)
    where = s.say("note.where", phase=session.stage.title.say(s.speaker.lang), n=len(session.notes))
    entry = Field(key, s.say("note.text"), "", limits.NOTE, lines=True)
    asked = grow(sized(filling(s, ui, session.workshop, entry), tall=0))
    does, states = Several((Commit(key, TakeNote(typed)), CloseTop())), () if typed.strip() else ("disabled",)
    go = press(s, Button("note:go", s.say("note.go"), does, "primary", "check", states), 72)
    head = label(s, "note:where", where, Style(ink=theme.INK_3))
    roomy, low = column(head, asked, go, gap=s.px(12)), column(asked, go, gap=s.px(16))
    size = s.px(1100), s.px(640)
    return dialog(s, Dialog("dialog:note", s.say("menu.note"), size), by_height(s.px(408), roomy, low))
