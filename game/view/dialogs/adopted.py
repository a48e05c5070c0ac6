"""An objective just adopted, told to the room: its number, what it is, by when, who answers for it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from game.core.objective import Objective
from game.core.session import Session
from game.core.sheets import objectives
from game.view.answer.intents import CloseTop, SelectTab, Several
from game.view.answer.ui import Ui
from game.view.dialogs.adopting import told
from game.view.objectives.sheets import PAGE, STRIP
from game.view.parts import podium
from game.view.parts.lists import Listed, scrolled
from game.view.parts.pieces import label, press
from game.view.parts.podium import Sheet
from game.view.parts.widgets import Button
from game.view.tree.layout import Piece, column, grow, middle, node
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

BIG, MORE = 48, (2.2, 1.9, 1.6, 1.3, 1.0)
"""Size of the number at the room's scale, and how much larger than it all is told, as there is room."""


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the sheet of the objective that `ui.about` names by its issue; nothing of one that is not adopted."""
    every = objectives(session)
    found = next((one for one in every if one.issue == ui.about and one.adopted), None)
    if found is None:
        return Node("group", "adopted:none", "", s.box)
    number = s.say("adopted.number", n=sum(one.adopted for one in every), of=len(every))
    ways = (partial(_told, found, number, more, parts) for parts in (4, 3, 2) for more in MORE)
    first, *shorter = (*ways, partial(_listed, ui, found, number))
    after = next((one for one in every if not one.adopted), None)
    said = s.say("adopted.done" if after is None else "council.sheet.next")
    done = press(s, Button("adopted:done", said, _on(after), "primary", states=("default",)), 66)
    title = s.say("adopted.title", code=found.code)
    return podium.sheet(s, ui, Sheet("adopted", title, first, done, tuple(shorter), claps=True))


def _on(after: Objective | None) -> CloseTop | Several:
    """Go on to the next sheet that waits, if one does."""
    if after is None:
        return CloseTop()
    return Several((CloseTop(), SelectTab(STRIP, after.issue), SelectTab(PAGE, "main")))


def _told(found: Objective, number: str, more: float, parts: int, room: Sight) -> Piece:
    """Tell the number first, then as many lines as there is room for."""
    large = replace(room, unit=room.unit * more)
    counted = label(large, "adopted:number", number, Style(BIG, bold=True))
    return grow(middle(column(counted, told(found, parts, large), gap=large.px(14))))


def _listed(ui: Ui, found: Objective, number: str, room: Sight) -> Piece:
    """Tell the same in a list that scrolls: where the hands' own scale leaves no room."""
    lines = node("group", "adopted:told", "", told(found, 4, room))
    counted = label(room, "adopted:number", number, Style(BIG * 0.7, bold=True))
    return scrolled(room, ui, Listed("adopted:list", number, 10), (counted, lines))
