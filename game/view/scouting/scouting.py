"""Repérage: first the share of the budget, then the plan with the purchases to come."""

from __future__ import annotations

from game.core.agenda import Phase
from game.core.moves.flow import EnterPhase
from game.core.scenario import Intention, Workshop
from game.core.session import Session
from game.view.answer.intents import OpenDialog, ScrollBy, Several
from game.view.answer.ui import Ui
from game.view.parts.pieces import press, strip, symbol
from game.view.parts.widgets import Button, Strip
from game.view.plan import plan
from game.view.plan.pins import Pinned
from game.view.scouting import guess, intentions
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, at_least, by_height, column, grow, made, node, over, pad, row, sized, ways
from game.view.tree.looks import Fill
from game.view.tree.node import Node
from game.view.tree.sight import Sight

SIDE = 780
"""Width of the list beside the plan, at 1080p; in an upright window it lies under it."""


def build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """Build the body of the phase: the plan waits for the reveal, and comes where the phase shows one."""
    if not session.revealed or "map" not in session.stage.panels:
        return guess.build(s, ui, session, box)
    side = ui.tab("scouting", "share")
    head, rest = _head(s, ui, session, side), grow(_sides(s, ui, session, side))
    high, low = (column(at_least(head, s.px(tall)), rest) for tall in (84, 72))
    title = session.stage.title.say(s.speaker.lang)
    return node("group", "scouting", title, by_height(s.px(620), high, low)).node(box)


def _sides(s: Sight, ui: Ui, session: Session, side: str) -> Piece:
    """Give what the tab shows: the share, the plan beside the list, or one of both."""
    town = made(0, 0, lambda box: _map(s, ui, session, box))
    listed = made(s.px(SIDE), 0, lambda box: intentions.build(s, ui, session, box))
    if side == "share":
        return made(0, 0, lambda box: guess.build(s, ui, session, box))
    if not intentions.alone(s, ui):
        return column(grow(town, 2), grow(listed, 3)) if s.upright else row(grow(town), listed)
    picked = ui.tab(intentions.STRIP, "")
    under = intentions.caption(s, ui, session, picked)
    return column(grow(town), under) if side == "map" else listed


def _head(s: Sight, ui: Ui, session: Session, side: str) -> Piece:
    """Give the tabs, the button for one more intention, and the big one to the next phase."""
    choices = [("share", s.say("scouting.share")), ("map", s.say("scouting.map"))]
    if intentions.alone(s, ui):
        choices.append(("list", s.say("scouting.list")))
    taken = sum(s.width(words, theme.TEXT, bold=True) + s.px(40) for _, words in choices)
    tabs = grow(sized(strip(s, Strip("scouting", s.say("scouting.steps"), tuple(choices), side)), wide=taken))
    add = (
        None
        if side == "share"
        else Button("intentions:add", s.say("intentions.add"), OpenDialog("intention"), icon="plus")
    )
    shape = ways(
        *(row(tabs, *parts, gap=s.px(12)) for parts in _tools(s, session.workshop.agenda.after(session.phase), add))
    )
    return node(
        "group", "scouting:head", "", over(pad(shape, s.px(20), s.px(8)), lambda box: (Fill(box, theme.PAPER_2),))
    )


def _tools(s: Sight, after: Phase | None, add: Button | None) -> tuple[tuple[Piece | None, ...], ...]:
    """Give the buttons beside the tabs, by the room there is: whole sentences, the phase's title, or signs alone."""
    worded, sign = (press(s, add), symbol(s, add)) if add is not None else (None, None)
    if after is None:
        return ((worded,), (sign,))
    title = after.title.say(s.speaker.lang)
    name, does = s.say("scouting.go", phase=title), EnterPhase(after.id)
    said, short = (
        press(s, Button("scouting:next", words, does, "primary", "arrow-right", size=theme.LABEL))
        for words in (name, title)
    )
    arrow = symbol(s, Button("scouting:next", name, does, "primary", "arrow-right"))
    return (worded, said), (sign, said), (sign, short), (sign, arrow)


def _map(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """Show the plan with the numbers of the intentions; the one looked at has its place outlined."""
    mine = ui.only(tabs=(intentions.STRIP, intentions.FAMILY), scrolls=("intentions",))
    pins = s.kept("scouting:pins", _pins, mine, session.workshop, session.date, session.all_intentions)
    return plan.build(s, ui, session.workshop, pins, box)


def _pins(s: Sight, ui: Ui, workshop: Workshop, day: str, found: tuple[Intention, ...]) -> plan.Pins:
    picked, scroll = ui.tab(intentions.STRIP, ""), ui.scroll("intentions")
    wide = s.box.w if s.upright else s.px(SIDE)
    tops = {} if intentions.alone(s, ui) else intentions.tops(s, ui, workshop, day, found, wide)
    made: dict[str, list[Pinned]] = {}
    for number, one in enumerate(found, 1):
        on, whose = one.id == picked, workshop.deck.family(one.family)
        does = intentions.pressed(s, ui, workshop, one, on=on)
        if one.id in tops and not on:
            does = Several((*does.things, ScrollBy("intentions", tops[one.id] - scroll)))
        title, colour = one.title.say(s.speaker.lang), whose.colour if whose else theme.INK
        spoken = s.say("intentions.pin", number=number, title=title)
        pin = Pinned(f"pin:intention:{one.id}", title, spoken, number, colour, does, on=on)
        made.setdefault(one.place, []).insert(0 if on else len(made.get(one.place, ())), pin)
    return tuple((place, tuple(pins)) for place, pins in made.items())
