"""The sheet of the meeting: what its minutes open with, asked at the opening, completed before the closing."""

from __future__ import annotations

from game.core.moves.record import FillRecord
from game.core.record import WORDS
from game.core.session import Session
from game.view.answer.intents import CloseTop
from game.view.answer.ui import Ui
from game.view.dialogs.asking import Asking, asking
from game.view.parts.fields import Field
from game.view.parts.pieces import field, label
from game.view.tree import theme
from game.view.tree.layout import Piece, abreast, node
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

ROWS = (("number", "room"), ("began", "ended"), ("led", "wrote"), ("approved",))
"""Fields of the record, side by side where there is room."""


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the dialog; what is left empty is a line to fill in by hand."""
    why = label(s, "record:why", s.say("record.why"), Style(ink=theme.INK_3))
    rows = (_row(s, ui, session, names) for names in ROWS)
    ways = (("done", s.say("record.done"), CloseTop(), "primary", not session.closed),)
    return asking(s, ui, Asking("record", s.say("record.title"), (1300, 860)), (why, *rows), ways)


def _row(s: Sight, ui: Ui, session: Session, names: tuple[str, ...]) -> Piece:
    fields = [(field(s, ui, _field(s, session, name)), 1.0) for name in names]
    return node("group", f"record:row:{names[0]}", "", abreast(fields, s.px(1000), (s.px(20), s.px(14))))


def _field(s: Sight, session: Session, name: str) -> Field:
    said, hint = s.say(f"record.{name}"), s.say(f"record.{name}_like")
    return Field(f"record:{name}", said, getattr(session.record, name), WORDS, commit=FillRecord(name, ""), hint=hint)
