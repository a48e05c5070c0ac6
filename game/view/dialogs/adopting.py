"""An objective about to be adopted, read by the whole room: what it is, how far, by when, who answers for it."""

from __future__ import annotations

from functools import partial

from game.core.moves.objectives import AdoptObjective
from game.core.objective import Objective
from game.core.session import Session
from game.core.sheets import objective
from game.view.answer.intents import CloseTop, Several
from game.view.answer.ui import Ui
from game.view.dialogs.asking import buttons
from game.view.parts import podium, wording
from game.view.parts.pieces import text
from game.view.parts.podium import Sheet
from game.view.tree.layout import Piece, column
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight
from game.words.calendar import month


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the sheet of the objective that `ui.about` names by its issue."""
    found = objective(session, ui.about)
    if found is None:
        return Node("group", "adopting:none", "", s.box)
    ways = (
        ("no", s.say("adopting.no"), CloseTop(), "plain", True),
        ("yes", s.say("council.sheet.adopt"), Several((CloseTop(), AdoptObjective(found.issue))), "primary", True),
    )
    whole, *shorter = (partial(told, found, parts) for parts in (4, 3, 2))
    title = s.say("adopting.title", code=found.code)
    return podium.sheet(s, ui, Sheet("adopting", title, whole, buttons(s, "adopting", ways), tuple(shorter)))


def told(found: Objective, parts: int, room: Sight) -> Piece:
    """Give as many of the lines as there is room for: the aim stands before who answers for it."""
    lang = room.speaker.lang
    indicator, aim = found.indicator.say(lang), wording.aim(room, found)
    lines = (
        text(room, found.title.say(lang), Style(bold=True)),
        text(room, room.say("adopting.aim", indicator=indicator, aim=aim)),
        text(room, room.say("adopting.by", month=month(found.deadline, lang))),
        text(room, found.deputy.say(lang)),
    )
    return column(*lines[:parts], gap=room.px(12))
