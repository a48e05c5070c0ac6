"""A new session: which workshop, how long, and off; and the recorded demonstration."""

from __future__ import annotations

from game.view import theme
from game.view.box import Box
from game.view.intents import NewSession, PlayDemo, SelectTab
from game.view.looks import Fill, Icon, Mark
from game.view.node import Node
from game.view.panels.sessions import said
from game.view.shelf import Offer, Pace, Shelf
from game.view.sight import Sight
from game.view.widgets import button, label, scroll_list

ROW, PACE, GO = 96, 84, 92
"""Heights at 1080p, shrunk together in a low window."""


def chosen(s: Sight, shelf: Shelf) -> tuple[Offer | None, Pace | None]:
    """Give the workshop and the agenda that are picked: by default the first ones."""
    sound = [offer for offer in shelf.offers if offer.trouble is None and offer.paces]
    offer = next((one for one in sound if one.id == s.ui.tab("offer", "")), sound[0] if sound else None)
    if offer is None:
        return None, None
    wanted = s.ui.tab("pace", "")
    return offer, next((one for one in offer.paces if one.id == wanted), offer.paces[0])


def begin(s: Sight, box: Box, shelf: Shelf, *_: object) -> Node:
    """Choose a workshop and an agenda, then open the session."""
    offer, pace = chosen(s, shelf)
    rest, kids = box, []
    if box.h > s.px(480):
        head, rest = rest.cut_top(s.step(theme.TITLE), s.px(theme.GAP))
        kids.append(label(s, head, "new:title", s.say("home.new"), theme.TITLE, bold=True, role="heading"))
    heights = _heights(s, rest, len(shelf.offers))
    gap = s.px(theme.GAP)
    offers, rest = rest.cut_top(heights[0], gap)
    paces, rest = rest.cut_top(heights[1], gap)
    go, rest = rest.cut_top(heights[2], gap)
    demo = rest.cut_top(heights[3])[0]

    def row(i: int, cell: Box) -> Node:
        return _offer(s, cell, shelf.offers[i], offer)

    name, tall = s.say("home.scenario"), min(s.px(ROW), offers.h)
    kids.append(scroll_list(s, offers, "offers", name, tall, row, len(shelf.offers), gap))
    if offer is not None and pace is not None:
        kids.append(_paces(s, paces, offer, pace))
        does = NewSession(offer.id, pace.id)
        kids.append(button(s, go, "home:new", s.say("home.open"), does, kind="primary", icon="clapperboard", size=32))
    kids.append(button(s, demo, "home:demo", s.say("home.demo"), PlayDemo(), icon="play"))
    return Node("group", "new", s.say("home.new"), box, kids=tuple(kids))


def _heights(s: Sight, box: Box, offers: int) -> tuple[int, int, int, int]:
    """Share the height: the list of workshops takes what is left over, three of them at most."""
    gap = s.px(theme.GAP)
    least = s.px(theme.BUTTON)
    shown = min(3, max(1, offers))
    wanted = [shown * (s.px(ROW) + gap) - gap, s.px(PACE), s.px(GO), s.px(68)]
    short = sum(wanted) + 3 * gap - box.h
    for i in (0, 2, 1, 3):
        given = min(max(0, short), max(0, wanted[i] - least))
        wanted[i] -= given
        short -= given
    return wanted[0], wanted[1], wanted[2], wanted[3]


def _offer(s: Sight, box: Box, offer: Offer, picked: Offer | None) -> Node:
    lang = s.speaker.lang
    title = offer.title.say(lang) or offer.id
    on, broken = picked is not None and picked.id == offer.id, offer.trouble is not None
    back = theme.BAD_2 if broken else theme.WHITE
    edge, width = (theme.BAD, 2) if broken else (theme.ACCENT, 5) if on else (theme.LINE, 2)
    spot, inner = box.inset(s.px(18), s.px(8)).cut_left(s.px(40), s.px(18))
    note = said(s, offer.trouble) if offer.trouble is not None else offer.town.say(lang)
    marks: list[Mark] = [
        Fill(box, back, s.px(theme.RADIUS), edge, s.px(width)),
        Icon(spot.middle(s.px(38), s.px(38)), "triangle-alert" if broken else "map", theme.INK),
    ]
    both = s.step(theme.LABEL) + s.px(2) + s.step(theme.TEXT)
    inner = inner.middle(inner.w, both)
    head = inner.cut_top(s.step(theme.LABEL))[0] if inner.h >= both else inner
    marks.append(s.fitted(head, title, (theme.LABEL, theme.BODY, theme.TEXT), bold=True, middle=True, back=back))
    if head.h < inner.h:
        rest = inner.cut_top(head.h, s.px(2))[1]
        marks.append(s.words(rest, note, theme.TEXT, theme.INK_3, back=back))
    states = ("disabled",) if broken else ("selected",) if on else ()
    return Node("row", f"offer:{offer.id}", title, box, tuple(marks), SelectTab("offer", offer.id), states, hint=note)


def _paces(s: Sight, box: Box, offer: Offer, picked: Pace) -> Node:
    """Show the agendas side by side: 90 minutes, 45 minutes."""
    cells = box.columns(len(offer.paces), s.px(theme.GAP))
    minutes = [pace.minutes for pace in offer.paces]
    kids = []
    for pace, cell in zip(offer.paces, cells, strict=True):
        alone = minutes.count(pace.minutes) == 1
        words = s.say("home.minutes", n=pace.minutes) if alone else pace.title.say(s.speaker.lang)
        states = ("selected",) if pace.id == picked.id else ()
        does = SelectTab("pace", pace.id)
        kids.append(button(s, cell, f"pace:{pace.id}", words, does, icon="clock", states=states, size=theme.LABEL))
    return Node("tabs", "paces", s.say("home.pace"), box, kids=tuple(kids))
