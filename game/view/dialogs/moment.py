"""A mark set on the way of a session: it is found again when the session is told."""

from __future__ import annotations

from game.core.moves.moments import NameMoment
from game.core.session import Session
from game.view.answer.intents import CloseTop, Commit, Several, Tell
from game.view.answer.ui import Ui
from game.view.dialogs.asking import Asking, asking
from game.view.parts import limits
from game.view.parts.fields import Field
from game.view.parts.pieces import field, label
from game.view.tree import theme
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

KEY = "moment:name"


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the dialog; as long as nobody writes, the mark has the name of the phase."""
    phase = session.stage.title.say(s.speaker.lang)
    name = ui.text(KEY, phase)
    pieces = (
        label(s, "moment:why", s.say("moment.why"), Style(ink=theme.INK_3)),
        field(s, ui, Field(KEY, s.say("moment.text"), phase, limits.TITLE, first=True)),
    )
    take = Several((Commit(KEY, NameMoment(name)), CloseTop(), Tell("moment.kept", tone="done")))
    go = ("go", s.say("moment.go"), take, "primary", bool(name.strip()))
    return asking(s, ui, Asking("moment", s.say("menu.moment"), (900, 520)), pieces, (go,))
