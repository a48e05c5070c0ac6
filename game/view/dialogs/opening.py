"""What a newcomer reads before a try-out begins: what the council is, what is done now, and in how many steps."""

from __future__ import annotations

from game.core.agenda import Phase
from game.core.session import Session
from game.view.answer.intents import CloseTop
from game.view.answer.ui import Ui
from game.view.dialogs.asking import Asking, asking
from game.view.parts.lists import kept
from game.view.parts.pieces import icon, label, text
from game.view.tree import theme
from game.view.tree.layout import Piece, grow, node, row, top
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the dialog."""
    lang, workshop = s.speaker.lang, session.workshop
    said = [
        label(s, f"opening:{i}", one.say(lang), Style(32)) for i, one in enumerate(workshop.scenario.induction.opening)
    ]
    steps = [kept(s, f"opening:step:{one.id}", _step, one, n) for n, one in enumerate(workshop.agenda.phases, 1)]
    ways = (("go", s.say("opening.go"), CloseTop(), "primary", True),)
    asked = Asking("opening", s.say("opening.title", town=workshop.scenario.town.say(lang)), (1300, 980), 16)
    return asking(s, ui, asked, (*said, *steps), ways)


def _step(s: Sight, phase: Phase, n: int) -> Piece:
    title = s.say("opening.step", n=n, title=phase.title.say(s.speaker.lang), minutes=phase.minutes)
    shape = row(top(icon(s, "chevron-right", 28, theme.INK_3)), grow(text(s, title, Style(theme.BODY))), gap=s.px(10))
    return node("text", f"opening:step:{phase.id}", title, shape)
