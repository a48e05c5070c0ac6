"""A new session: which workshop, how long, and off; and the recorded demonstration."""

from __future__ import annotations

from functools import partial

from game.view import theme
from game.view.box import Box
from game.view.column import BAR, Part, column
from game.view.intents import NewSession, PlayDemo, SelectTab
from game.view.looks import Fill, Icon, Mark, Style
from game.view.node import Node
from game.view.panels.sessions import said
from game.view.shelf import Offer, Pace, Shelf
from game.view.sight import Sight
from game.view.ui import Ui
from game.view.widgets import Button, button, label

ROW, PACE, GO = 96, 84, 92
"""Heights at 1080p, shrunk together in a low window."""


def chosen(s: Sight, ui: Ui, shelf: Shelf) -> tuple[Offer | None, Pace | None]:
    """Give the workshop and the agenda that are picked: by default the first ones."""
    sound = [offer for offer in shelf.offers if offer.trouble is None and offer.paces]
    offer = next((one for one in sound if one.id == ui.tab("offer", "")), sound[0] if sound else None)
    if offer is None:
        return None, None
    wanted = ui.tab("pace", "")
    return offer, next((one for one in offer.paces if one.id == wanted), offer.paces[0])


def begin(s: Sight, ui: Ui, box: Box, shelf: Shelf) -> Node:
    """Choose a workshop and an agenda, then open the session; all of it scrolls in a very low window."""
    offer, pace = chosen(s, ui, shelf)
    rest, kids = box, []
    if box.h > s.px(480):
        head, rest = rest.cut_top(s.step(theme.TITLE), s.px(theme.GAP))
        kids.append(label(s, head, "new:title", s.say("home.new"), Style(theme.TITLE, bold=True), role="heading"))
    heights, gap = _heights(s, rest, shelf), s.px(theme.GAP)
    parts: list[Part] = [(heights[0], partial(_offers, s, ui, shelf, offer))]
    if offer is not None and pace is not None:
        parts += [(heights[1], partial(_paces, s, offer, pace)), (heights[2], partial(_go, s, offer, pace))]
    parts.append((heights[3], partial(_demo, s)))
    kids.append(column(s, ui, rest, "new:list", s.say("home.new"), lambda _: tuple(parts), gap))
    return Node("group", "new", s.say("home.new"), box, kids=tuple(kids))


def _go(s: Sight, offer: Offer, pace: Pace, box: Box) -> Node:
    does = NewSession(offer.id, pace.id)
    return button(s, box, Button("home:new", s.say("home.open"), does, kind="primary", icon="clapperboard", size=32))


def _demo(s: Sight, box: Box) -> Node:
    return button(s, box, Button("home:demo", s.say("home.demo"), PlayDemo(), icon="play"))


def _heights(s: Sight, box: Box, shelf: Shelf) -> tuple[int, int, int, int]:
    """Share the height: the list of workshops takes what it needs, three of them at most."""
    gap, least = s.px(theme.GAP), s.px(theme.BUTTON)
    rows = [_tall(s, box.w, offer, s.px(ROW)) + gap for offer in shelf.offers[:3]]
    if not rows:
        least = max(least, s.tall(s.say("home.no_scenario"), theme.TEXT, box.w - s.px(BAR)))
    wanted = [max(least, sum(rows) - gap), s.px(PACE), s.px(GO), s.px(68)]
    short = sum(wanted) + 3 * gap - box.h
    for i in (0, 2, 1, 3):
        given = min(max(0, short), max(0, wanted[i] - least))
        wanted[i] -= given
        short -= given
    return wanted[0], wanted[1], wanted[2], wanted[3]


def _tall(s: Sight, width: int, offer: Offer, least: int) -> int:
    """Give the height of a workshop's row: a broken one takes the lines its sentence needs."""
    if offer.trouble is None:
        return least
    inner = _split(s, Box(0, 0, width, 0))[1].w
    return s.step(theme.LABEL) + s.px(2) + s.tall(said(s, offer.trouble), theme.TEXT, inner) + 2 * s.px(8)


def _split(s: Sight, box: Box) -> tuple[Box, Box]:
    """Cut a row into the room of its icon and that of its words."""
    return box.inset(s.px(18), s.px(8)).cut_left(s.px(40), s.px(18))


def _offers(s: Sight, ui: Ui, shelf: Shelf, picked: Offer | None, box: Box) -> Node:
    least = min(s.px(ROW), box.h)
    if not shelf.offers:
        return label(s, box, "offers", s.say("home.no_scenario"), Style(ink=theme.QUIET, middle=True))

    def parts(width: int) -> tuple[Part, ...]:
        return tuple((_tall(s, width, one, least), partial(_offer, s, one, picked)) for one in shelf.offers)

    return column(s, ui, box, "offers", s.say("home.scenario"), parts, s.px(theme.GAP))


def _offer(s: Sight, offer: Offer, picked: Offer | None, box: Box) -> Node:
    lang = s.speaker.lang
    title = offer.title.say(lang) or offer.id
    on, broken = picked is not None and picked.id == offer.id, offer.trouble is not None
    back = theme.BAD_2 if broken else theme.WHITE
    edge, width = (theme.BAD, 2) if broken else (theme.ACCENT, 5) if on else (theme.LINE, 2)
    spot, inner = _split(s, box)
    note = said(s, offer.trouble) if offer.trouble is not None else offer.town.say(lang)
    marks: list[Mark] = [
        Fill(box, back, s.px(theme.RADIUS), edge, s.px(width)),
        Icon(spot.middle(s.px(38), s.px(38)), "triangle-alert" if broken else "map", theme.INK),
    ]
    both = s.step(theme.LABEL) + s.px(2) + s.tall(note, theme.TEXT, inner.w)
    inner = inner.middle(inner.w, both)
    head = inner.cut_top(s.step(theme.LABEL))[0] if inner.h >= both else inner
    marks.append(s.fitted(head, title, Style(theme.LABEL, bold=True, back=back, middle=True), theme.BODY, theme.TEXT))
    if head.h < inner.h:
        rest = inner.cut_top(head.h, s.px(2))[1]
        marks.append(s.words(rest, note, Style(ink=theme.INK_3, back=back)))
    states = ("disabled",) if broken else ("selected",) if on else ()
    return Node("row", f"offer:{offer.id}", title, box, tuple(marks), SelectTab("offer", offer.id), states, hint=note)


def _paces(s: Sight, offer: Offer, picked: Pace, box: Box) -> Node:
    """Show the agendas side by side: 90 minutes, 45 minutes."""
    cells = box.columns(len(offer.paces), s.px(theme.GAP))
    minutes = [pace.minutes for pace in offer.paces]
    kids = []
    for pace, cell in zip(offer.paces, cells, strict=True):
        alone = minutes.count(pace.minutes) == 1
        words = s.say("home.minutes", n=pace.minutes) if alone else pace.title.say(s.speaker.lang)
        states = ("selected",) if pace.id == picked.id else ()
        does = SelectTab("pace", pace.id)
        kids.append(
            button(s, cell, Button(f"pace:{pace.id}", words, does, icon="clock", states=states, size=theme.LABEL))
        )
    return Node("tabs", "paces", s.say("home.pace"), box, kids=tuple(kids))
