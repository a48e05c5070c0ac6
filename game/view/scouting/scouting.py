"""Repérage: first the share of the budget, then the plan with the purchases to come."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from game.core.agenda import Phase
from game.core.moves.flow import EnterPhase
from game.core.scenario import Intention, Workshop
from game.core.session import Session
from game.core.town import PIN, Plot, plot, to_screen
from game.view.answer.intents import OpenDialog, ScrollBy, Several
from game.view.answer.ui import Ui
from game.view.parts.pieces import press, strip, symbol
from game.view.parts.widgets import Button, Strip
from game.view.plan import plan
from game.view.plan.pins import disc_marks
from game.view.scouting import guess, intentions
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, by_height, column, grow, made, node, over, pad, row, sized, ways
from game.view.tree.looks import Fill, Mark, Picture, Poly
from game.view.tree.node import Node
from game.view.tree.sight import Sight

SIDE = 780
"""Width of the list beside the plan, at 1080p."""


def build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """Build the body of the phase: the plan waits for the reveal."""
    if not session.revealed:
        return guess.build(s, ui, session, box)
    side = ui.tab("scouting", "share")
    head, rest = _head(s, ui, session, side), grow(_sides(s, ui, session, side))
    high, low = (column(sized(head, tall=s.px(tall)), rest) for tall in (84, 72))
    title = session.stage.title.say(s.speaker.lang)
    return node("group", "scouting", title, by_height(s.px(620), high, low)).node(box)


def _sides(s: Sight, ui: Ui, session: Session, side: str) -> Piece:
    """Give what the tab shows: the share, the plan beside the list, or one of both."""
    town = made(0, 0, lambda box: _map(s, ui, session, box))
    listed = made(s.px(SIDE), 0, lambda box: intentions.build(s, ui, session, box))
    if side == "share":
        return made(0, 0, lambda box: guess.build(s, ui, session, box))
    if not intentions.alone(s, ui):
        return row(grow(town), listed)
    picked = ui.tab(intentions.STRIP, "")
    under = intentions.caption(s, ui, session.workshop, session.all_intentions, picked)
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
    """Show the plan without its issues, and over it the numbers of the intentions."""
    bare = replace(session, issues=())
    frame = plan.build(s, ui, bare, box, letters=False)
    town = frame.find("plan") or frame
    mine = ui.only(tabs=(intentions.STRIP, intentions.FAMILY), scrolls=("intentions",))
    pins = s.part("scouting:pins", _pins, mine, town.box, session.workshop, session.all_intentions, _sights(town))
    return s.part("scouting:map", _pinned, frame, town, pins)


def _sights(town: Node) -> plan.Sights:
    """Read where the plan looks from the picture under it."""
    left, top, scale = next(mark.facts[:3] for mark in town.look if isinstance(mark, Picture))
    return cast("plan.Sights", (left, top, scale))


def _pinned(_: Sight, frame: Node, town: Node, pins: Node) -> Node:
    """Put the pins on the plan itself: a press beside them still holds the plan."""
    pinned = replace(town, kids=(*town.kids, *pins.kids))
    return pinned if frame is town else replace(frame, kids=(pinned, *frame.kids[1:]))


def _pins(s: Sight, ui: Ui, box: Box, workshop: Workshop, found: tuple[Intention, ...], sights: plan.Sights) -> Node:
    kids: list[Node] = []
    picked, scroll = ui.tab(intentions.STRIP, ""), ui.scroll("intentions")
    tops = {} if intentions.alone(s, ui) else intentions.tops(s, ui, workshop, found, s.px(SIDE))
    rolls = {one: ScrollBy("intentions", top - scroll) for one, top in tops.items()}
    for place, here in _by_place(found).items():
        laid = plot(workshop.town, place, sights[2], PIN * s.unit)
        for number, one, disc in _discs(s, box, sights, laid, here):
            on, roll, whose = one.id == picked, rolls.get(one.id), workshop.deck.family(one.family)
            does = intentions.pressed(s, ui, workshop, one, on=on)
            does = Several((*does.things, roll)) if roll is not None and not on else does
            kids.append(_pin(s, disc, (number, one), whose.colour if whose else theme.INK, does, on=on))
    chosen = next((one for one in found if one.id == picked), None)
    ring = _ring(s, workshop, box, sights, chosen) if chosen is not None else ()
    return Node("group", "pins", "", box, kids=(*ring, *kids))


def _by_place(intentions: tuple[Intention, ...]) -> dict[str, list[tuple[int, Intention]]]:
    found: dict[str, list[tuple[int, Intention]]] = {}
    for number, one in enumerate(intentions, 1):
        found.setdefault(one.place, []).append((number, one))
    return found


def _discs(
    s: Sight, box: Box, sights: plan.Sights, laid: Plot | None, found: list[tuple[int, Intention]]
) -> list[tuple[int, Intention, Box]]:
    """Lay the numbers of one place in its slots; those without a slot are on the list only."""
    spots = [spot for _, row in laid.pins[:1] for spot in row] if laid is not None else []
    side, made = s.px(PIN), []
    for (number, one), spot in zip(found, spots, strict=False):
        x, y = to_screen(sights, spot)
        disc = Box(box.x + round(x) - side // 2, box.y + round(y) - side // 2, side, side)
        if box.covers(disc):
            made.append((number, one, disc))
    return made


def _pin(s: Sight, box: Box, counted: tuple[int, Intention], colour: str, does: Several, *, on: bool) -> Node:
    """Give the number of an intention; pressing it also brings its row to the top of the list."""
    number, one = counted
    ring = (Fill(box.inset(-s.px(6)), theme.ACCENT, box.h),) if on else ()
    name = s.say("intentions.pin", number=number, title=one.title.say(s.speaker.lang))
    marks: tuple[Mark, ...] = (*ring, *disc_marks(s, box, str(number), colour))
    return Node("pin", f"pin:intention:{one.id}", name, box, marks, does, ("selected",) if on else ())


def _ring(s: Sight, workshop: Workshop, box: Box, sights: plan.Sights, chosen: Intention) -> tuple[Node, ...]:
    """Outline the place of the intention looked at; it is never pressed."""
    zone = workshop.town.zone(chosen.place)
    if zone is None:
        return ()
    points = tuple((box.x + round(x), box.y + round(y)) for x, y in (to_screen(sights, one) for one in zone.rings[0]))
    look = (Poly(points, "", theme.INK, s.px(10)), Poly(points, "", theme.ACCENT, s.px(6)))
    return (Node("image", "scouting:ring", "", box, look, states=("ghost",)),)
