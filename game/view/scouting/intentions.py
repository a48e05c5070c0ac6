"""The purchases to come, by date: pressing one shows its place on the plan."""

from __future__ import annotations

from dataclasses import replace

from game.core.family import Family
from game.core.fitting import too_late
from game.core.frozen import dataclass
from game.core.scenario import Intention, Workshop
from game.core.session import Session
from game.view.answer.intents import Camera, MoveCamera, SelectTab, Several
from game.view.answer.ui import WHOLE, Ui
from game.view.parts import wording
from game.view.parts.cards import badge_marks
from game.view.parts.lists import BAR, Listed, kept, scrolled
from game.view.parts.pieces import fitted, plate, text
from game.view.plan.pins import disc_marks
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, column, grow, made, node, over, pad, row, shared, sized
from game.view.tree.looks import Fill, Icon, Mark, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight
from game.words import calendar, numbers

STRIP = "intention"
"""The tab that holds the intention looked at; "intention:family" holds the family the list is narrowed to."""
FAMILY = "intention:family"
SINGLE = 140
"""Text scale in per cent from which the plan and the list are shown one at a time."""
APART = 10
"""Pixels at 1080p between two rows."""
Numbered = tuple[int, Intention]
"""A purchase with its number on the list and on the plan."""
CLOSER = 1.7
"""Zoom of the plan on the place of an intention."""


def build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """List the intentions under a row of families."""
    mine = ui.only(tabs=(STRIP, FAMILY), scrolls=("intentions",))
    return s.part("intentions", _build, mine, session.workshop, session.date, session.all_intentions, box)


def _build(s: Sight, ui: Ui, workshop: Workshop, day: str, intentions: tuple[Intention, ...], box: Box) -> Node:
    picked, family = ui.tab(STRIP, ""), ui.tab(FAMILY, "")
    shown = [(n, one) for n, one in enumerate(intentions, 1) if family in ("", one.family)]
    name, rows = s.say("intentions.title"), [_listed(s, ui, workshop, day, (n, one), picked) for n, one in shown]
    inner = column(
        _families(s, workshop, family), scrolled(s, ui, Listed("intentions", name, APART), rows), gap=s.px(12)
    )
    shape = over(pad(inner, s.px(20), s.px(12)), lambda area: (Fill(area, theme.SAND),))
    return node("group", "intentions:panel", name, shape).node(box)


def _families(s: Sight, workshop: Workshop, family: str) -> Piece:
    """Show all, or one family only: the five badges are the plan's key too."""
    badges = [_badge(s, one, on=one.id == family) for one in workshop.families]
    strip = sized(shared(((_all(s, on=not family), 3), *((one, 2) for one in badges)), s.px(8)), tall=s.px(56))
    return node("tabs", "intentions:families", s.say("intentions.families"), strip)


def _all(s: Sight, *, on: bool) -> Piece:
    fill, ink = (theme.INK, theme.WHITE) if on else (theme.WHITE, theme.INK)
    name, style = s.say("intentions.all"), Style(theme.BODY, ink, bold=True, back=fill, align="centre", middle=True)
    shape = over(pad(fitted(s, name, style, theme.TEXT), s.px(4)), lambda box: (Fill(box, fill, s.px(8)),))
    return node("tab", "family:all", name, shape, does=SelectTab(FAMILY, ""), states=("selected",) if on else ())


def _badge(s: Sight, family: Family, *, on: bool) -> Piece:
    def look(box: Box) -> tuple[Mark, ...]:
        ring = (Fill(box.inset(-s.px(4)), "", s.px(12), theme.INK, s.px(4)),) if on else ()
        signs = badge_marks(s, box.middle(min(box.w, s.px(110)), box.h), family)[1:]
        return (*ring, Fill(box, family.colour, s.px(8)), *signs)

    does, states = SelectTab(FAMILY, "" if on else family.id), ("selected",) if on else ()
    return node("tab", f"family:{family.id}", family.name.say(s.speaker.lang), made(0, s.px(56), look),
                does=does, states=states)  # fmt: skip


def _texts(s: Sight, workshop: Workshop, day: str, one: Intention) -> tuple[str, str, str]:
    """Give the three texts of a row: when and how much, what, where and how."""
    lang = s.speaker.lang
    month, amount = calendar.month(one.launch, lang), numbers.euros_short(one.amount_ht, lang)
    place = workshop.scenario.place(one.place)
    cao = one.cao_note.say(lang) or s.say("intentions.yes" if one.cao else "intentions.no")
    cao = s.say("intentions.cao", answer=cao)
    parts = (place.short.say(lang) if place else "", one.department.say(lang), one.procedure.say(lang), cao)
    head = s.say("intentions.when", month=month, amount=amount)
    head = s.say("intentions.late", when=head) if too_late(workshop.duties, day, one) else head
    return head, one.title.say(lang), " · ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Row:
    """What an intention's row tells: its three texts, the duties of the one looked at, and whether it is it."""

    id: str
    number: int
    texts: tuple[str, str, str]
    family: Family | None
    does: Several
    on: bool
    owed: str = ""


def _listed(s: Sight, ui: Ui, workshop: Workshop, day: str, numbered: Numbered, picked: str) -> Piece:
    """Give a row of the list: the one looked at says what the law asks of it too."""
    one = numbered[1]
    if one.id != picked:
        return _piece(s, ui, workshop, day, numbered, on=False)
    told = replace(_told(s, ui, workshop, day, numbered, on=True), owed=wording.owed(s, workshop, one))
    return kept(s, f"intention:{one.id}:owed", _row, told)


def _piece(s: Sight, ui: Ui, workshop: Workshop, day: str, numbered: Numbered, *, on: bool) -> Piece:
    return kept(s, f"intention:{numbered[1].id}:{on}", _row, _told(s, ui, workshop, day, numbered, on=on))


def _told(s: Sight, ui: Ui, workshop: Workshop, day: str, numbered: Numbered, *, on: bool) -> Row:
    number, one = numbered
    family, does = workshop.deck.family(one.family), pressed(s, ui, workshop, one, on=on)
    return Row(one.id, number, _texts(s, workshop, day, one), family, does, on)


def _row(s: Sight, one: Row) -> Piece:
    colour = one.family.colour if one.family is not None else theme.INK
    (head, title, note), back = one.texts, theme.WHITE
    words = column(
        text(s, head, Style(ink=colour, bold=True, back=back)),
        text(s, title, Style(theme.BODY, bold=True, back=back)),
        text(s, note, Style(ink=theme.INK_3, back=back)) if one.on else None,
        text(s, one.owed, Style(back=back)) if one.owed else None,
        gap=s.px(2),
    )
    shape = pad(row(_number(s, one, colour), grow(words), gap=s.px(16)), s.px(16), s.px(12))
    edge, width = (theme.ACCENT, 6) if one.on else (theme.LINE, 2)
    card, states = over(shape, plate(s, back, edge, width)), ("selected",) if one.on else ()
    return node(
        "row",
        f"intention:{one.id}",
        f"{title}. {head}",
        card,
        does=one.does,
        states=states,
        hint=" ".join(filter(None, (note, one.owed))),
    )


def _number(s: Sight, one: Row, colour: str) -> Piece:
    """Give a row's number, over its family's icon where there is room."""
    side = s.px(48)

    def put(box: Box) -> tuple[Mark, ...]:
        disc = disc_marks(s, Box(box.x, box.y, side, side), str(one.number), colour)
        spot = Box(box.x, box.y + s.px(60), side, s.px(36))
        sign = (Icon(spot.middle(s.px(34), s.px(34)), one.family.icon, colour),) if one.family is not None else ()
        return (*disc, *sign) if box.covers(spot) else tuple(disc)

    return made(side, side, put)


def pressed(s: Sight, ui: Ui, workshop: Workshop, one: Intention, *, on: bool) -> Several:
    """Look at an intention and centre its place, on the plan if it is not in sight; pressed again, look at all."""
    if on:
        return Several((SelectTab(STRIP, ""), MoveCamera(WHOLE)))
    turn = (SelectTab("scouting", "map"),) if alone(s, ui) else ()
    return Several((SelectTab(STRIP, one.id), MoveCamera(centred(workshop, one.place)), *turn))


def alone(s: Sight, ui: Ui) -> bool:
    """Tell whether the plan and the list are shown one at a time: the text is large."""
    return ui.percent >= SINGLE


def caption(s: Sight, ui: Ui, session: Session, picked: str) -> Piece | None:
    """Give the row of the intention looked at, to stand under the plan when the list is not in sight."""
    found = ((n, one) for n, one in enumerate(session.all_intentions, 1) if one.id == picked)
    return next((_piece(s, ui, session.workshop, session.date, (n, one), on=True) for n, one in found), None)


def tops(
    s: Sight, ui: Ui, workshop: Workshop, day: str, intentions: tuple[Intention, ...], width: int
) -> dict[str, int]:
    """Give where each row starts in a list `width` pixels wide: how far to scroll to it."""
    inner, family, found, top = width - 2 * s.px(20) - s.px(BAR), ui.tab(FAMILY, ""), {}, 0
    for n, one in enumerate(intentions, 1):
        if family in ("", one.family):
            found[one.id] = top
            top += _piece(s, ui, workshop, day, (n, one), on=False).tall(inner) + s.px(APART)
    return found


def centred(workshop: Workshop, place: str) -> Camera:
    """Give the camera that centres a place; the whole plan when it is not on it."""
    zone = workshop.town.zone(place)
    if zone is None:
        return WHOLE
    x0, y0, x1, y1 = workshop.town.extent
    left, top, right, low = zone.box
    return Camera(((left + right) / 2 - x0) / (x1 - x0), ((top + low) / 2 - y0) / (y1 - y0), CLOSER)
