"""The purchases to come, by date: pressing one shows its place on the plan."""

from __future__ import annotations

from functools import partial

from game.core.family import Family
from game.core.scenario import Intention, Workshop
from game.core.session import Session
from game.view import theme
from game.view.box import Box
from game.view.cards import badge_marks
from game.view.column import BAR, Part, column
from game.view.intents import Camera, MoveCamera, SelectTab, Several
from game.view.looks import Fill, Icon, Mark, Style
from game.view.node import Node
from game.view.panels.pins import disc_marks
from game.view.sight import Sight
from game.view.ui import WHOLE, Ui
from game.words import calendar, numbers

STRIP = "intention"
"""The tab that holds the intention looked at; "intention:family" holds the family the list is narrowed to."""
FAMILY = "intention:family"
SINGLE = 140
"""Text scale in per cent from which the plan and the list are shown one at a time."""
CLOSER = 1.7
"""Zoom of the plan on the place of an intention."""


def build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """List the intentions under a row of families."""
    mine = ui.only(tabs=(STRIP, FAMILY), scrolls=("intentions",))
    return s.part("intentions", _build, mine, session.workshop, session.all_intentions, box)


def _build(s: Sight, ui: Ui, workshop: Workshop, intentions: tuple[Intention, ...], box: Box) -> Node:
    picked, family = ui.tab(STRIP, ""), ui.tab(FAMILY, "")
    inner = box.inset(s.px(20), s.px(12))
    strip, rest = inner.cut_top(s.px(56), s.px(12))
    numbered = tuple(enumerate(intentions, 1))
    shown = tuple((n, one) for n, one in numbered if family in ("", one.family))

    def parts(width: int) -> tuple[Part, ...]:
        return tuple(_part(s, ui, width, workshop, n, one, on=one.id == picked) for n, one in shown)

    kids = (
        _families(s, strip, workshop, family),
        column(s, ui, rest, "intentions", s.say("intentions.title"), parts, s.px(10)),
    )
    return Node("group", "intentions:panel", s.say("intentions.title"), box, (Fill(box, theme.SAND),), kids=kids)


def _families(s: Sight, box: Box, workshop: Workshop, family: str) -> Node:
    """Show all, or one family only: the five badges are the plan's key too."""
    cells = box.columns(len(workshop.families) + 1, s.px(8))
    kids = [_all(s, cells[0], on=not family)]
    kids += [_badge(s, cell, one, on=one.id == family) for cell, one in zip(cells[1:], workshop.families, strict=True)]
    return Node("tabs", "intentions:families", s.say("intentions.families"), box, kids=tuple(kids))


def _all(s: Sight, box: Box, *, on: bool) -> Node:
    fill, ink = (theme.INK, theme.WHITE) if on else (theme.WHITE, theme.INK)
    name = s.say("intentions.all")
    words = s.fitted(
        box.inset(s.px(4), 0),
        name,
        Style(theme.BODY, ink, bold=True, back=fill, align="centre", middle=True),
        theme.TEXT,
    )
    look = (Fill(box, fill, s.px(8)), words)
    return Node("tab", "family:all", name, box, look, SelectTab(FAMILY, ""), ("selected",) if on else ())


def _badge(s: Sight, box: Box, family: Family, *, on: bool) -> Node:
    ring = (Fill(box.inset(-s.px(4)), "", s.px(12), theme.INK, s.px(4)),) if on else ()
    side = box.middle(min(box.w, s.px(110)), box.h)
    base = Fill(box, family.colour, s.px(8))
    look = (*ring, base, *badge_marks(s, side, family)[1:])
    does = SelectTab(FAMILY, "" if on else family.id)
    states = ("selected",) if on else ()
    return Node("tab", f"family:{family.id}", family.name.say(s.speaker.lang), box, look, does, states)


def _texts(s: Sight, workshop: Workshop, one: Intention) -> tuple[str, str, str]:
    """Give the three texts of a row: when and how much, what, where and how."""
    lang = s.speaker.lang
    month, amount = calendar.month(one.launch, lang), numbers.euros_short(one.amount_ht, lang)
    place = workshop.scenario.place(one.place)
    cao = one.cao_note.say(lang) or s.say("intentions.yes" if one.cao else "intentions.no")
    cao = s.say("intentions.cao", answer=cao)
    parts = (place.short.say(lang) if place else "", one.department.say(lang), one.procedure.say(lang), cao)
    head = s.say("intentions.when", month=month, amount=amount)
    return head, one.title.say(lang), " · ".join(part for part in parts if part)


def _split(s: Sight, box: Box) -> tuple[Box, Box]:
    """Cut a row into the room of its number and that of its words."""
    return box.inset(s.px(16), s.px(12)).cut_left(s.px(48), s.px(16))


def _part(s: Sight, ui: Ui, width: int, workshop: Workshop, number: int, one: Intention, *, on: bool) -> Part:
    head, title, note = _texts(s, workshop, one)
    inner = _split(s, Box(0, 0, width, 0))[1].w
    tall = s.tall(head, theme.TEXT, inner, bold=True) + s.tall(title, theme.BODY, inner, bold=True)
    tall += s.tall(note, theme.TEXT, inner) + 2 * s.px(12) + 2 * s.px(2)
    return tall, partial(_row, s, ui, workshop, number, one, on)


def _row(s: Sight, ui: Ui, workshop: Workshop, number: int, one: Intention, on: bool, box: Box) -> Node:  # noqa: FBT001
    family = workshop.deck.family(one.family)
    colour = family.colour if family is not None else theme.INK
    head, title, note = _texts(s, workshop, one)
    edge, width = (theme.ACCENT, 6) if on else (theme.LINE, 2)
    spot, inner = _split(s, box)
    top, rest = inner.cut_top(s.tall(head, theme.TEXT, inner.w, bold=True), s.px(2))
    middle, foot = rest.cut_top(s.tall(title, theme.BODY, inner.w, bold=True), s.px(2))
    marks: list[Mark] = [
        Fill(box, theme.WHITE, s.px(theme.RADIUS), edge, s.px(width)),
        *disc_marks(s, spot.cut_top(s.px(48))[0], str(number), colour),
        s.words(top, head, Style(ink=colour, bold=True, back=theme.WHITE)),
        s.words(middle, title, Style(theme.BODY, bold=True, back=theme.WHITE)),
        s.words(foot, note, Style(ink=theme.INK_3, back=theme.WHITE)),
    ]
    if family is not None and box.h > s.px(120):
        icon = Box(spot.x, spot.y + s.px(60), spot.w, s.px(36))
        marks.append(Icon(icon.middle(s.px(34), s.px(34)), family.icon, colour))
    does = pressed(s, ui, workshop, one, on=on)
    name = f"{title}. {head}"
    states = ("selected",) if on else ()
    return Node("row", f"intention:{one.id}", name, box, tuple(marks), does, states, hint=note)


def pressed(s: Sight, ui: Ui, workshop: Workshop, one: Intention, *, on: bool) -> Several:
    """Look at an intention and centre its place, on the plan if it is not in sight; pressed again, look at all."""
    if on:
        return Several((SelectTab(STRIP, ""), MoveCamera(WHOLE)))
    turn = (SelectTab("scouting", "map"),) if alone(s, ui) else ()
    return Several((SelectTab(STRIP, one.id), MoveCamera(centred(workshop, one.place)), *turn))


def alone(s: Sight, ui: Ui) -> bool:
    """Tell whether the plan and the list are shown one at a time: the text is large."""
    return ui.percent >= SINGLE


def caption(
    s: Sight, ui: Ui, workshop: Workshop, intentions: tuple[Intention, ...], picked: str, width: int
) -> Part | None:
    """Give the row of the intention looked at, to stand under the plan when the list is not in sight."""
    found = ((n, one) for n, one in enumerate(intentions, 1) if one.id == picked)
    return next((_part(s, ui, width, workshop, n, one, on=True) for n, one in found), None)


def tops(
    s: Sight, ui: Ui, workshop: Workshop, intentions: tuple[Intention, ...], family: str, width: int
) -> dict[str, int]:
    """Give where each row starts in a list `width` pixels wide: how far to scroll to it."""
    inner, found, top = width - 2 * s.px(20) - s.px(BAR), {}, 0
    for n, one in enumerate(intentions, 1):
        if family in ("", one.family):
            found[one.id] = top
            top += _part(s, ui, inner, workshop, n, one, on=False)[0] + s.px(10)
    return found


def centred(workshop: Workshop, place: str) -> Camera:
    """Give the camera that centres a place; the whole plan when it is not on it."""
    zone = workshop.town.zone(place)
    if zone is None:
        return WHOLE
    x0, y0, x1, y1 = workshop.town.extent
    left, top, right, low = zone.box
    return Camera(((left + right) / 2 - x0) / (x1 - x0), ((top + low) / 2 - y0) / (y1 - y0), CLOSER)
