"""The list of seats: one row each, with its family, its role and its two boxes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from game.core.family import Family
from game.core.moves.seats import SeatMember, SetCao, SetVoting, UnseatMember
from game.core.session import Sitting
from game.view import theme
from game.view.box import Box
from game.view.cards import badge_marks
from game.view.column import Part, column
from game.view.looks import Fill, Icon, Mark
from game.view.node import Node
from game.view.sight import Sight
from game.view.ui import Ui
from game.view.widgets import Button, check

ROW, LOW, TWO = 88, 72, 142
"""Heights of a row at 1080p: in one line, in a low window, and in two lines."""


Seats = tuple[Sitting, ...]
Families = tuple[Family, ...]


def seating(s: Sight, ui: Ui, box: Box, seats: Seats, families: Families) -> Node:
    """List the seats; a narrow list puts the boxes under the role."""

    def parts(width: int) -> tuple[Part, ...]:
        return seat_parts(s, seats, families, wide=width > s.px(900), low=box.h < s.px(700))

    return column(s, ui, box, "seats:list", s.say("seats.title"), parts, s.px(theme.GAP))


def seat_parts(s: Sight, seats: Seats, families: Families, *, wide: bool, low: bool = False) -> tuple[Part, ...]:
    """Give one row a seat."""
    known = {family.id: family for family in families}
    height = s.px(TWO if not wide else LOW if low else ROW)
    return tuple((height, partial(_row, s, one, known.get(one.seat.family), wide=wide)) for one in seats)


def _row(s: Sight, sitting: Sitting, family: Family | None, box: Box, *, wide: bool) -> Node:
    seat = sitting.seat
    spot, inner = box.inset(s.px(14), s.px(8)).cut_left(s.px(84), s.px(16))
    boxes, role = inner.cut_right(s.px(290), s.px(12)) if wide else inner.cut_bottom(s.px(52), s.px(4))
    vote, cao = boxes.columns(2, s.px(10))
    back = theme.WHITE if sitting.present else theme.PAPER_2
    off = () if sitting.present else ("disabled",)
    name = seat.role.say(s.speaker.lang)
    does = UnseatMember(seat.id) if sitting.present else SeatMember(seat.id)
    votes = Button(f"vote:{seat.id}", s.say("seats.vote"), SetVoting(seat.id, not sitting.voting), states=off)
    sits = Button(f"cao:{seat.id}", s.say("seats.on_cao"), SetCao(seat.id, not sitting.cao), states=off)
    kids = (
        check(s, role, Button(f"seat:{seat.id}", name, does), on=sitting.present),
        replace(
            check(s, vote, votes, on=sitting.voting and sitting.present),
            name=s.say("seats.whose", what=votes.name, seat=name),
        ),
        replace(
            check(s, cao, sits, on=sitting.cao and sitting.present),
            name=s.say("seats.whose", what=sits.name, seat=name),
        ),
    )
    marks = (Fill(box, back, s.px(theme.RADIUS), theme.LINE, s.px(2)), *_who(s, spot, sitting, family))
    return Node("group", f"row:{seat.id}", name, box, marks, kids=kids)


def _who(s: Sight, spot: Box, sitting: Sitting, family: Family | None) -> tuple[Mark, ...]:
    """Show the family a deputy buys for; a scale for the co-chairs, a guest's own mark for guests."""
    box = spot.middle(spot.w, s.px(52))
    if family is not None:
        return badge_marks(s, box, family)
    icon = "gavel" if sitting.seat.co_chair else "user-plus"
    side = s.px(32)
    return Fill(box, theme.INK_3, s.px(8)), Icon(box.middle(side, side), icon, theme.WHITE)
