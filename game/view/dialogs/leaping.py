"""A phase is about to be left out: which ones, and whether one goes on all the same."""

from __future__ import annotations

from game.core.moves.flow import EnterPhase
from game.core.session import Session
from game.core.walked import leapt
from game.view.answer.intents import CloseTop, Several
from game.view.answer.ui import Ui
from game.view.dialogs.asking import Asking, asking
from game.view.parts.pieces import label
from game.view.tree import theme
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Ask; to play the first of them instead is a press, too."""
    lang, agenda = s.speaker.lang, session.workshop.agenda
    to, over = agenda.phase(ui.about) or session.stage, leapt(session, ui.about)
    names = ", ".join(phase.title.say(lang) for phase in over)
    said = s.say("board.leap.ask", n=len(over), phases=names)
    pieces = (
        label(s, "leap:over", said, Style(theme.LABEL, bold=True)),
        label(s, "leap:note", s.say("board.leap.note"), Style(theme.BODY)),
    )
    first = over[0] if over else to
    play = s.say("board.leap.play", phase=first.title.say(lang))
    go = s.say("board.leap.go", phase=to.title.say(lang))
    ways = (
        ("play", play, Several((CloseTop(), EnterPhase(first.id))), "primary", bool(over)),
        ("do", go, Several((CloseTop(), EnterPhase(to.id))), "plain", True),
    )
    return asking(s, ui, Asking("leap", s.say("board.leap.title"), (1200, 480)), pieces, ways)
