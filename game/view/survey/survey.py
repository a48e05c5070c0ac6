"""The panel of a phase that ends an induction, or opens it: the questions, what changed, the pages to take away."""

from __future__ import annotations

from game.core.session import Session
from game.view.answer.intents import OpenDialog
from game.view.answer.ui import Ui
from game.view.parts.lists import Listed, scrolled
from game.view.parts.pieces import label, press
from game.view.parts.widgets import Button
from game.view.survey import effect
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import abreast, node, pad
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight


def build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """Build the body: what to do, then what changed once something was counted."""
    ask = Button("survey:open", s.say("survey.open"), OpenDialog("survey"), "primary", "circle-help", size=theme.LABEL)
    take = Button(
        "survey:leaving", s.say("leaving.title"), OpenDialog("leaving"), "plain", "file-user", size=theme.LABEL
    )
    both = [(press(s, ask, 92), 1), (press(s, take, 92), 1)]
    said = s.say("survey.what", n=len(session.workshop.scenario.takeaway.questions))
    pieces = (
        label(s, "survey:title", s.say("survey.title"), Style(theme.TITLE, bold=True), "heading"),
        label(s, "survey:said", said, Style(theme.LABEL)),
        node("group", "survey:ways", "", abreast(both, 0, (s.px(16), s.px(12)))),
        *effect.rows(s, session),
    )
    listed = scrolled(s, ui, Listed("survey:body", s.say("survey.title"), 20), pieces)
    return node("group", "body", s.say("survey.title"), pad(listed, s.px(40), s.px(28))).node(box)
