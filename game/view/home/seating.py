"""The list of seats: one row each, with its family, its role and its two boxes."""

from __future__ import annotations

from game.core.family import Family
from game.core.moves.seats import SeatMember, SetCao, SetVoting, UnseatMember
from game.core.session import Sitting
from game.view.answer.ui import Ui
from game.view.parts.cards import badge_marks
from game.view.parts.lists import Listed, kept, scrolled
from game.view.parts.pieces import checked, plate
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, column, grid, grow, made, middle, node, over, pad, row, sized, ways
from game.view.tree.looks import Fill, Icon, Mark
from game.view.tree.node import Node
from game.view.tree.sight import Sight

ROW, LOW, TWO = 88, 72, 142
"""Heights of a row at 1080p: in one line, in a low window, and in two lines."""
HIGH, LARGE = 100, 34
"""From which height a row's role is written larger, and its size."""
MOST = 120
"""Height of a row at most, in a window that lies."""


Seats = tuple[Sitting, ...]
Families = tuple[Family, ...]


def seating(s: Sight, ui: Ui, box: Box, seats: Seats, families: Families) -> Node:
    """List the seats: each in one line, as high as they share the room; in two lines where narrow."""
    listed = Listed("seats:list", s.say("seats.title"), theme.GAP)
    gap, most = s.px(theme.GAP), TWO if s.upright else MOST
    each = round(((box.h - gap * (len(seats) - 1)) / max(1, len(seats))) / s.unit) - 1
    return scrolled(s, ui, listed, rows(s, seats, families, max(LOW, min(most, each)))).node(box)


def rows(s: Sight, seats: Seats, families: Families, tall: int = ROW) -> tuple[Piece, ...]:
    """Give one row a seat; `tall` at 1080p where it is one line."""
    known = {family.id: family for family in families}
    return tuple(kept(s, f"row:{one.seat.id}", _row, one, known.get(one.seat.family), tall) for one in seats)


def _row(s: Sight, sitting: Sitting, family: Family | None, tall: int) -> Piece:
    seat, here, name = sitting.seat, sitting.present, sitting.seat.role.say(s.speaker.lang)
    does = UnseatMember(seat.id) if here else SeatMember(seat.id)
    votes = _box(s, "vote", s.say("seats.vote"), sitting, SetVoting(seat.id, not sitting.voting), on=sitting.voting)
    sits = _box(s, "cao", s.say("seats.on_cao"), sitting, SetCao(seat.id, not sitting.cao), on=sitting.cao)
    size = LARGE if tall >= HIGH else theme.BODY
    role, both = checked(s, Button(f"seat:{seat.id}", name, does, size=size), on=here), grid((votes, sits), 2, s.px(10))
    who = middle(made(s.px(84), s.px(52), lambda box: _who(s, box, sitting, family)))
    line = sized(row(who, grow(role), sized(both, wide=s.px(290)), gap=s.px(14)), wide=s.px(900), tall=s.px(tall - 16))
    two = sized(column(grow(role), sized(both, tall=s.px(52)), gap=s.px(4)), tall=s.px(TWO - 16))
    look = plate(s, theme.WHITE if here else theme.PAPER_2, theme.LINE)
    shape = over(pad(ways(line, row(who, grow(two), gap=s.px(16))), s.px(14), s.px(8)), look)
    return node("group", f"row:{seat.id}", name, shape)


def _box(s: Sight, key: str, name: str, sitting: Sitting, does: object, *, on: bool) -> Piece:
    """Give a seat's box to check, said with whose it is."""
    whose = s.say("seats.whose", what=name, seat=sitting.seat.role.say(s.speaker.lang))
    off = () if sitting.present else ("disabled",)
    button = Button(f"{key}:{sitting.seat.id}", name, does, states=off, spoken=whose)
    return checked(s, button, on=on and sitting.present)


def _who(s: Sight, box: Box, sitting: Sitting, family: Family | None) -> tuple[Mark, ...]:
    """Show the family a deputy buys for; a scale for the co-chairs, a guest's own mark for guests."""
    if family is not None:
        return badge_marks(s, box, family)
    side, sign = s.px(32), "gavel" if sitting.seat.co_chair else "user-plus"
    return Fill(box, theme.INK_3, s.px(8)), Icon(box.middle(side, side), sign, theme.WHITE)
