"""The panel of a phase that asks the questions: begin them or go on; once they were counted, what changed."""

from __future__ import annotations

from game.core.session import Session
from game.core.survey import BEFORE, moment_of
from game.view.answer.intents import OpenDialog, Several
from game.view.answer.ui import Ui
from game.view.parts.lists import Listed, scrolled
from game.view.parts.onward import onward
from game.view.parts.pieces import label, press
from game.view.parts.widgets import Button
from game.view.survey import answering, effect
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, abreast, node, pad
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight


def build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """Build the body: what it is, its two ways, then what was counted."""
    title = session.stage.title.say(s.speaker.lang)
    said, *counted = effect.so_far(s, session, theme.LABEL)
    pieces = (
        label(s, "survey:title", title, Style(theme.TITLE, bold=True), "heading"),
        said,
        node("group", "survey:ways", "", _ways(s, session)),
        *counted,
    )
    listed = scrolled(s, ui, Listed("survey:body", title, 20), pieces)
    return node("group", "body", title, pad(listed, s.px(40), s.px(28))).node(box)


def _ways(s: Sight, session: Session) -> Piece:
    """Give the beginning of the questions, and the way on, which stands out once they were counted.

    What a newcomer reads first comes after them, who would else be told the answers.
    """
    moment = moment_of(session.workshop.agenda, session.phase)
    done = any(one.moment == moment for one in session.survey)
    able = bool(session.workshop.scenario.takeaway.questions) and not session.closed
    begin = Several((OpenDialog("survey"), *answering.begin(moment).things))
    kind = "plain" if done else "primary"
    ask = Button("survey:open", s.say(f"survey.begin.{moment}"), begin, kind, "circle-question-mark",
                 () if able else ("disabled",), size=theme.LABEL)  # fmt: skip
    told = "opening" if moment == BEFORE and session.workshop.scenario.induction.opening else ""
    return abreast([(press(s, ask, 92), 1), (onward(s, session, ready=done, told=told), 1)], 0, (s.px(16), s.px(12)))
