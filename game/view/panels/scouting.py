"""Repérage: first the share of the budget, then the plan with the purchases to come."""

from __future__ import annotations

from dataclasses import replace

from game.core.moves.flow import EnterPhase
from game.core.scenario import Intention
from game.core.session import Session
from game.core.town import PIN, Plot, camera, plot, to_screen
from game.view import theme
from game.view.box import Box
from game.view.intents import OpenDialog
from game.view.looks import Fill, Mark, Poly
from game.view.node import Node
from game.view.panels import guess, intentions, plan
from game.view.sight import Sight
from game.view.widgets import button, icon_button, tabs

SINGLE = 140
"""Text scale in per cent from which the plan and the list are shown one at a time."""


def build(s: Sight, session: Session, box: Box) -> Node:
    """Build the body of the phase: the plan waits for the reveal."""
    if not session.revealed:
        return guess.build(s, session, box)
    low = box.h < s.px(guess.LOW)
    head, rest = box.cut_top(s.px(72 if low else 84))
    side = s.ui.tab("scouting", "share")
    kids = (_head(s, session, head, side), *_sides(s, session, rest, side))
    return Node("group", "scouting", session.stage.title.say(s.speaker.lang), box, kids=kids)


def _sides(s: Sight, session: Session, box: Box, side: str) -> tuple[Node, ...]:
    if side == "share":
        return (guess.build(s, session, box),)
    if s.ui.percent >= SINGLE:
        return (_map(s, session, box) if side == "map" else intentions.build(s, session, box),)
    right, left = box.cut_right(s.px(780))
    return _map(s, session, left), intentions.build(s, session, right)


def _head(s: Sight, session: Session, box: Box, side: str) -> Node:
    """Give the tabs, the button for one more intention, and the big one to the next phase."""
    inner = box.inset(s.px(20), s.px(8))
    after = session.workshop.agenda.after(session.phase)
    kids: list[Node] = []
    if after is not None:
        title = after.title.say(s.speaker.lang)
        words = s.say("scouting.go", phase=title)
        width = s.width(words, theme.LABEL, bold=True) + s.px(110)
        spot, inner = inner.cut_right(width, s.px(12))
        kids.append(button(s, spot, "scouting:next", words, EnterPhase(after.id), kind="primary", icon="arrow-right",
                           size=theme.LABEL))  # fmt: skip
    if side != "share":
        add, inner = _add(s, inner)
        kids.append(add)
    choices = [("share", s.say("scouting.share")), ("map", s.say("scouting.map"))]
    if s.ui.percent >= SINGLE:
        choices.append(("list", s.say("scouting.list")))
    strip = tabs(s, inner, "scouting", s.say("scouting.steps"), tuple(choices), side)
    look = (Fill(box, theme.PAPER_2),)
    return Node("group", "scouting:head", "", box, look, kids=(strip, *reversed(kids)))


def _add(s: Sight, inner: Box) -> tuple[Node, Box]:
    words, does = s.say("intentions.add"), OpenDialog("intention")
    width = s.width(words, theme.BODY, bold=True) + s.px(84)
    if inner.w - width > s.px(700):
        spot, rest = inner.cut_right(width, s.px(12))
        return button(s, spot, "intentions:add", words, does, icon="plus"), rest
    spot, rest = inner.cut_right(min(inner.h, s.px(theme.BUTTON)), s.px(12))
    return icon_button(s, spot, "intentions:add", words, "plus", does, kind="plain"), rest


def _map(s: Sight, session: Session, box: Box) -> Node:
    """Show the plan without its issues, and over it the numbers of the intentions."""
    bare = replace(session, issues=())
    town = plan.build(replace(s, session=bare), bare, box)
    reads = (session.workshop, session.all_intentions, s.ui.tab(intentions.STRIP, ""), s.ui.camera)
    pins = s.panel("scouting:pins", _pins, box, *reads)
    return s.panel("scouting:map", _pinned, town, pins)


def _pinned(_: Sight, town: Node, pins: Node) -> Node:
    """Put the pins on the plan itself: a press beside them still holds the plan."""
    return replace(town, kids=(*town.kids, *pins.kids))


def _pins(s: Sight, box: Box, *_: object) -> Node:
    session = s.session
    assert isinstance(session, Session)
    look, town = s.ui.camera, session.workshop.town
    sights = camera(town, box.w, box.h, look.x, look.y, look.zoom)
    picked = s.ui.tab(intentions.STRIP, "")
    kids: list[Node] = []
    for place, found in _by_place(session).items():
        laid = plot(town, place, sights[2], PIN * s.unit)
        if laid is not None:
            kids += _at(s, session, box, sights, laid, found, picked)
    chosen = next((one for one in session.all_intentions if one.id == picked), None)
    ring = _ring(s, session, box, sights, chosen) if chosen is not None else ()
    return Node("group", "pins", "", box, kids=(*ring, *kids))


def _by_place(session: Session) -> dict[str, list[tuple[int, Intention]]]:
    found: dict[str, list[tuple[int, Intention]]] = {}
    for number, one in enumerate(session.all_intentions, 1):
        found.setdefault(one.place, []).append((number, one))
    return found


def _at(
    s: Sight,
    session: Session,
    box: Box,
    sights: plan.Sights,
    laid: Plot,
    found: list[tuple[int, Intention]],
    picked: str,
) -> list[Node]:
    """Lay the numbers of one place in its slots; those without a slot are on the list only."""
    spots = [spot for _, row in laid.pins[:1] for spot in row]
    nodes = []
    for (number, one), spot in zip(found, spots, strict=False):
        x, y = to_screen(sights, spot)
        side = s.px(PIN)
        disc = Box(box.x + round(x) - side // 2, box.y + round(y) - side // 2, side, side)
        if box.covers(disc):
            nodes.append(_pin(s, session, disc, number, one, on=one.id == picked))
    return nodes


def _pin(s: Sight, session: Session, box: Box, number: int, one: Intention, *, on: bool) -> Node:
    family = session.workshop.deck.family(one.family)
    marks: tuple[Mark, ...] = plan.disc_marks(s, box, str(number), family.colour if family else theme.INK)
    if on:
        marks = (Fill(box.inset(-s.px(6)), theme.ACCENT, box.h), *marks)
    does = intentions.pressed(session.workshop, one, on=on)
    name = s.say("intentions.pin", number=number, title=one.title.say(s.speaker.lang))
    return Node("pin", f"pin:intention:{one.id}", name, box, marks, does, ("selected",) if on else ())


def _ring(s: Sight, session: Session, box: Box, sights: plan.Sights, chosen: Intention) -> tuple[Node, ...]:
    """Outline the place of the intention looked at; it is never pressed."""
    zone = session.workshop.town.zone(chosen.place)
    if zone is None:
        return ()
    points = tuple((box.x + round(x), box.y + round(y)) for x, y in (to_screen(sights, one) for one in zone.rings[0]))
    look = (Poly(points, "", theme.INK, s.px(10)), Poly(points, "", theme.ACCENT, s.px(6)))
    return (Node("image", "scouting:ring", "", box, look, states=("ghost",)),)
