"""A new session: which workshop, how long, and off; and the recorded demonstration."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from game.view.answer.intents import NewSession, PlayDemo, SelectTab
from game.view.answer.shelf import DrawPlaces, Offer, Pace, Shelf
from game.view.answer.ui import Ui
from game.view.home.pacing import length, pacing
from game.view.home.sessions import said
from game.view.parts.choices import radio
from game.view.parts.lists import BAR, Listed, scrolled
from game.view.parts.pieces import fitted, icon, plate, press, symbol, text
from game.view.parts.widgets import Button, label
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, column, grid, grow, made, middle, node, over, pad, row, sized, ways, whole
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

ROW, PACE, GO, TRYOUT = 96, 84, 92, 68
"""Heights at 1080p, shrunk together in a low window."""


def chosen(s: Sight, ui: Ui, shelf: Shelf) -> tuple[Offer | None, Pace | None]:
    """Give the workshop and the agenda that are picked: by default the first ones."""
    sound = [offer for offer in shelf.offers if offer.trouble is None and _meant(offer)]
    offer = next((one for one in sound if one.id == ui.tab("offer", "")), sound[0] if sound else None)
    if offer is None:
        return None, None
    wanted, paces = ui.tab("pace", ""), _meant(offer)
    return offer, next((one for one in paces if one.id == wanted), paces[0])


def _meant(offer: Offer) -> tuple[Pace, ...]:
    """Give the agendas of a council's sessions: one to learn with has a button of its own."""
    return tuple(pace for pace in offer.paces if not pace.tryout)


def begin(s: Sight, ui: Ui, box: Box, shelf: Shelf) -> Node:
    """Choose a workshop and an agenda, then open the session; all of it scrolls in a very low window."""
    offer, pace = chosen(s, ui, shelf)
    rest, kids = box, []
    if box.h > s.px(480):
        head, rest = rest.cut_top(s.step(theme.TITLE), s.px(theme.GAP))
        kids.append(label(s, head, "new:title", s.say("home.new"), Style(theme.TITLE, bold=True), role="heading"))
    timed = pacing(s, ui, offer, pace) if offer is not None and pace is not None and pace.phases else None
    heights = _heights(s, rest, shelf, timed.tall(rest.w - s.px(BAR)) + s.px(theme.GAP) if timed is not None else 0)
    parts = [made(0, heights[0], partial(_offers, s, ui, shelf, offer))]
    if offer is not None and pace is not None:
        go = sized(_go(s, ui, offer, pace), tall=heights[2])
        parts += [_paces(s, offer, pace, heights[1]), *((timed,) if timed is not None else ()), go]
    parts += [*_tryouts(s, offer), sized(_others(s, offer), tall=heights[3])]
    kids.append(scrolled(s, ui, Listed("new:list", s.say("home.new"), theme.GAP), parts).node(rest))
    return Node("group", "new", s.say("home.new"), box, kids=tuple(kids))


def _go(s: Sight, ui: Ui, offer: Offer, pace: Pace) -> Piece:
    minutes = length(ui, offer, pace)
    does = NewSession(offer.id, pace.id, 0 if minutes == pace.minutes else minutes)
    return press(s, Button("home:new", s.say("home.open"), does, "primary", "clapperboard", size=32))


def _tryouts(s: Sight, offer: Offer | None) -> tuple[Piece, ...]:
    """Give the agendas to learn with, each a button: how long it takes, and that nothing of it counts."""
    found = [pace for pace in offer.paces if pace.tryout] if offer is not None else []
    return tuple(_tryout(s, offer, pace) for pace in found if offer is not None)


def _tryout(s: Sight, offer: Offer, pace: Pace) -> Piece:
    name = s.say("home.tryout", title=pace.title.say(s.speaker.lang), n=pace.minutes)
    does, hint = NewSession(offer.id, pace.id), s.say("home.tryout.hint")
    return press(s, Button(f"tryout:{pace.id}", name, does, icon="graduation-cap", hint=hint), TRYOUT)


def _others(s: Sight, offer: Offer | None) -> Piece:
    """Give what one does here besides opening a session: see one played, draw the places of the workshop's town."""
    demo = press(s, Button("home:demo", s.say("home.demo"), PlayDemo(), icon="play"))
    if offer is None:
        return demo
    draw, gap = Button("home:draw", s.say("home.draw"), DrawPlaces(offer.id), icon="pencil"), s.px(theme.GAP)
    both = ways(row(grow(demo), grow(press(s, draw)), gap=gap), row(grow(demo), symbol(s, draw), gap=gap))
    return node("group", "new:others", "", both)


def _heights(s: Sight, box: Box, shelf: Shelf, taken: int) -> tuple[int, int, int, int]:
    """Share the height that is not `taken`: the list of workshops takes what it needs, three of them at most."""
    gap, least = s.px(theme.GAP), s.px(theme.BUTTON)
    rows = [_offer(s, offer, None, s.px(ROW)).tall(box.w) + gap for offer in shelf.offers[:3]]
    if not rows:
        least = max(least, s.tall(s.say("home.no_scenario"), theme.TEXT, box.w - s.px(BAR)))
    wanted = [max(least, sum(rows) - gap), s.px(PACE), s.px(GO), s.px(68)]
    lessons = sum(pace.tryout for offer in shelf.offers[:1] for pace in offer.paces)
    short = sum(wanted) + lessons * (s.px(TRYOUT) + gap) + 3 * gap + taken - box.h
    for i in (1, 2, 0, 3):
        given = min(max(0, short), max(0, wanted[i] - least))
        wanted[i] -= given
        short -= given
    return wanted[0], wanted[1], wanted[2], wanted[3]


def _offers(s: Sight, ui: Ui, shelf: Shelf, picked: Offer | None, box: Box) -> Node:
    least = min(s.px(ROW), box.h)
    if not shelf.offers:
        return label(s, box, "offers", s.say("home.no_scenario"), Style(ink=theme.QUIET, middle=True))
    rows = [_offer(s, one, picked, least) for one in shelf.offers]
    return scrolled(s, ui, Listed("offers", s.say("home.scenario"), theme.GAP), rows).node(box)


def _offer(s: Sight, offer: Offer, picked: Offer | None, tall: int) -> Piece:
    """Give a workshop's row: a broken one takes the lines its sentence needs; a low one has no note."""
    on, broken, title = (
        picked is not None and picked.id == offer.id,
        offer.trouble is not None,
        offer.title.say(s.speaker.lang),
    )
    back = theme.BAD_2 if broken else theme.WHITE
    edge, width = (theme.BAD, 2) if broken else (theme.ACCENT, 5) if on else (theme.LINE, 2)
    note = said(s, offer.trouble) if offer.trouble is not None else offer.town.say(s.speaker.lang)
    head = fitted(s, title or offer.id, Style(theme.LABEL, bold=True, back=back, middle=True), theme.BODY, theme.TEXT)
    both = column(head, text(s, note, Style(ink=theme.INK_3, back=back)), gap=s.px(2))
    sign = icon(s, "triangle-alert" if broken else "map", 38)
    words = grow(replace(whole(middle(both), head), tall=both.tall))
    shape = over(pad(row(sign, words, gap=s.px(20)), s.px(18), s.px(8)), plate(s, back, edge, width))
    states = ("disabled",) if broken else ("selected",) if on else ()
    made_of = node(
        "row",
        f"offer:{offer.id}",
        title or offer.id,
        shape,
        does=SelectTab("offer", offer.id),
        states=states,
        hint=note,
    )
    return made_of if broken else sized(made_of, tall=tall)


def _paces(s: Sight, offer: Offer, picked: Pace, tall: int) -> Piece:
    """Show the agendas side by side, 90 minutes, 45 minutes; on two lines or more where they do not fit on one."""
    paces, gap = _meant(offer), s.px(theme.GAP)
    signed, bare = ([_pace(s, one, picked, tall, sign, of=paces) for one in paces] for sign in ("clock", ""))
    laid = ways(*(grid(some, n, gap) for n in range(len(paces), 0, -1) for some in (signed, bare)))
    return node("radios", "paces", s.say("home.pace"), laid)


def _pace(s: Sight, pace: Pace, picked: Pace, tall: int, sign: str, *, of: tuple[Pace, ...]) -> Piece:
    alone = [one.minutes for one in of].count(pace.minutes) == 1
    words = s.say("home.minutes", n=pace.minutes) if alone else pace.title.say(s.speaker.lang)
    states, does = radio(on=pace.id == picked.id), SelectTab("pace", pace.id)
    return sized(press(s, Button(f"pace:{pace.id}", words, does, "plain", sign, states, theme.LABEL)), tall=tall)
