"""A note for the minutes."""

from __future__ import annotations

from game.core.moves.flow import TakeNote
from game.core.session import Session
from game.view import limits, theme
from game.view.fields import Field, field
from game.view.intents import CloseTop, Commit, Several
from game.view.looks import Style
from game.view.node import Node
from game.view.sight import Sight
from game.view.ui import Ui
from game.view.widgets import Button, button, dialog_frame, label


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the dialog; its field is a fresh one once the note is taken."""
    frame, inner = dialog_frame(s, "dialog:note", s.say("menu.note"), s.px(1100), s.px(640))
    key = f"note:{len(session.notes)}"
    text = ui.text(key)
    go, rest = inner.cut_bottom(s.px(72), s.px(16))
    kids: list[Node] = []
    if rest.h > s.px(320):
        head, rest = rest.cut_top(s.step(theme.TEXT), s.px(8))
        where = s.say("note.where", phase=session.stage.title.say(s.speaker.lang), n=len(session.notes))
        kids.append(label(s, head, "note:where", where, Style(ink=theme.INK_3)))
    kids.append(field(s, ui, rest, Field(key, s.say("note.text"), "", limit=limits.NOTE, lines=True)))
    states = () if text.strip() else ("disabled",)
    does = Several((Commit(key, TakeNote(text)), CloseTop()))
    kids.append(button(s, go, Button("note:go", s.say("note.go"), does, kind="primary", icon="check", states=states)))
    return frame(tuple(kids))
