"""Pieces to choose and to write with: one choice of a list, a text of several lines."""

from __future__ import annotations

from game.core.frozen import dataclass
from game.core.session import Session
from game.view.answer.intents import SelectTab
from game.view.answer.ui import Ui
from game.view.parts import limits
from game.view.parts.fields import Field
from game.view.parts.guarded import guarded
from game.view.parts.lists import kept
from game.view.parts.pieces import edged, plate, text
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, column, grid, grow, made, middle, node, over, pad, row, sized, ways
from game.view.tree.looks import Fill, Icon, Mark, Style
from game.view.tree.sight import Sight


def writing(s: Sight, ui: Ui, session: Session, key: str, name: str, least: int = 3) -> Piece:
    """Give a field of several lines as tall as its text; what is typed stays in the view under `key`."""
    return guarded(s, ui, session.workshop, Field(key, name, "", limits.REASON, lines=True), least)


def whose(s: Sight, session: Session, strip: str, chosen: str) -> Piece:
    """Give the seats that are there, to choose the one who asks: two side by side where there is room."""
    found = [
        option(s, Option(f"who:{one.seat.id}", one.seat.role.say(s.speaker.lang), "", SelectTab(strip, one.seat.id),
                         one.seat.id == chosen))
        for one in session.seats if one.present
    ]  # fmt: skip
    two, single = (grid(found, across, s.px(14)) for across in (2, 1))
    return node("group", f"{strip}:seats", "", ways(sized(two, wide=s.px(900)), single))


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of a list: words, a note under them, a colour at its left edge; with an icon, it acts at once."""

    key: str
    words: str
    note: str
    does: object
    on: bool = False
    edge: str = ""
    icon: str = ""


def option(s: Sight, one: Option) -> Piece:
    """Give a choice of a list, after a round mark or its icon."""
    return kept(s, f"option:{one.key}", _option, one)


def _option(s: Sight, one: Option) -> Piece:
    fill, edge, width = (theme.ACCENT_2, theme.INK, 4) if one.on else (theme.WHITE, theme.LINE, 2)
    note = text(s, one.note, Style(ink=theme.INK_3, back=fill)) if one.note else None
    words = middle(column(text(s, one.words, Style(theme.BODY, bold=True, back=fill)), note))
    look = plate(s, fill, edge, width)
    look = edged(s, look, one.edge, 10) if one.edge else look
    shape = over(pad(row(_mark(s, one), grow(words), gap=s.px(16)), s.px(20), s.px(12)), look)
    spoken = f"{one.words}, {one.note}" if one.note else one.words
    if one.icon:
        return node("button", one.key, spoken, shape, does=one.does)
    return node("check", one.key, spoken, shape, does=one.does, states=("checked" if one.on else "unchecked",))


def _mark(s: Sight, one: Option) -> Piece:
    """Give the icon, or the round mark: full where it is chosen."""
    side = s.px(36)

    def put(box: Box) -> tuple[Mark, ...]:
        disc = box.middle(s.px(34), s.px(34))
        if one.icon:
            return (Icon(disc, one.icon, theme.INK),)
        ring = Fill(disc, theme.INK if one.on else theme.WHITE, disc.h // 2, theme.INK, s.px(3))
        return (ring, Icon(disc.inset(s.px(6)), "check", theme.WHITE)) if one.on else (ring,)

    return made(side, side, put)
