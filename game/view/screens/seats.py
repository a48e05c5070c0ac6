"""The seats: who is there, who votes, who also sits on the CAO; roles, never names of persons."""

from __future__ import annotations

from game.core.moves.flow import EnterPhase
from game.core.moves.seats import ROLE_LIMIT, InviteGuest
from game.core.session import Session, Sitting
from game.view import theme
from game.view.box import Box
from game.view.column import Part, column
from game.view.fields import Field, field
from game.view.intents import Commit, LeaveSession, OpenScreen, Several, ToggleMenu
from game.view.looks import Fill, Style
from game.view.node import Node
from game.view.panels.heading import heading, tool
from game.view.panels.seating import seat_parts, seating
from game.view.sight import Sight
from game.view.ui import Ui
from game.view.widgets import Button, button, label

SIDE = 560
"""Width of the column on the right, at 1080p."""
NARROW = 760
"""Width under which there is one column."""


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the screen of an open session."""
    begun = bool(session.timers)
    leave = OpenScreen("play") if begun else LeaveSession()
    back = tool("seats:back", s.say("seats.back" if begun else "menu.home"), "arrow-left", leave)
    tools = (tool("seats:menu", s.say("menu.title"), "menu", ToggleMenu()),)
    bar, body = heading(s, "seats", s.say("seats.title"), tools, back)
    inner = body.inset(s.px(40 if body.w > s.px(1100) else 20), s.px(28 if body.h > s.px(500) else 14))
    if inner.w < s.px(NARROW):
        kids = (bar, *_one(s, ui, inner, session, begun=begun))
        return Node("group", "seats", s.say("seats.title"), s.box, (Fill(s.box, theme.PAPER),), kids=kids)
    right, left = inner.cut_right(min(s.px(SIDE), inner.w * 2 // 5), s.px(40 if body.w > s.px(1100) else 20))
    families = session.workshop.families
    kids = (
        bar,
        s.part("seats:list", seating, ui.only(scrolls=("seats:list",)), left, session.seats, families),
        _side(s, ui, right, session, begun=begun),
    )
    return Node("group", "seats", s.say("seats.title"), s.box, (Fill(s.box, theme.PAPER),), kids=kids)


def _one(s: Sight, ui: Ui, box: Box, session: Session, *, begun: bool) -> tuple[Node, Node]:
    """Lay the seats and the guest in one column that scrolls, over the big button: very large texts."""
    go, rest = box.cut_bottom(s.px(theme.BUTTON), s.px(theme.GAP))
    families = session.workshop.families

    def guest(cell: Box) -> Node:
        return Node("group", "seats:guest", "", cell, kids=_guest(s, ui, cell, len(session.seats)))

    def parts(_: int) -> tuple[Part, ...]:
        return (*seat_parts(s, session.seats, families, wide=False), (_guest_height(s), guest))

    listed = column(s, ui, rest, "seats:list", s.say("seats.title"), parts, s.px(theme.GAP))
    return listed, _go(s, go, session, begun=begun)


def _guest_height(s: Sight) -> int:
    return s.step(theme.TEXT) + s.px(64) + s.px(theme.GAP) + s.px(60)


def _side(s: Sight, ui: Ui, box: Box, session: Session, *, begun: bool) -> Node:
    """Count the table, invite a guest, begin."""
    low = box.h < s.px(500)
    go, rest = box.cut_bottom(s.px(76 if low else 110), s.px(theme.GAP if low else 36))
    invite, rest = rest.cut_bottom(_guest_height(s), s.px(theme.GAP))
    kids = [
        *_counts(s, rest, session.seats),
        *_guest(s, ui, invite, len(session.seats)),
        _go(s, go, session, begun=begun),
    ]
    return Node("group", "seats:side", "", box, kids=tuple(kids))


def _counts(s: Sight, box: Box, seats: tuple[Sitting, ...]) -> list[Node]:
    present = [sitting for sitting in seats if sitting.present]
    voting, cao = [one for one in present if one.voting], [one for one in present if one.cao]
    lines = [
        s.say("seats.present", n=len(present)),
        s.say("seats.voting", n=len(voting)),
        s.say("seats.cao", n=len(cao)),
    ]
    size = theme.TITLE if all(s.width(line, theme.TITLE, bold=True) <= box.w for line in lines) else theme.TEXT
    rows = box.stack(s.step(size), len(lines), s.px(4))
    made = [
        label(s, row, f"seats:count:{i}", line, Style(size, bold=True))
        for i, (row, line) in enumerate(zip(rows, lines, strict=True))
        if row.bottom <= box.bottom
    ]
    tip = Box(box.x, rows[-1].bottom + s.px(20), box.w, max(0, box.bottom - rows[-1].bottom - s.px(20)))
    words = s.say("seats.tip")
    if s.tall(words, theme.BODY, tip.w) <= tip.h:
        made.append(label(s, tip, "seats:tip", words, Style(theme.BODY, theme.INK_3)))
    return made


def _guest(s: Sight, ui: Ui, box: Box, count: int) -> tuple[Node, Node]:
    """Write a guest's role and invite them; the field is a fresh one once they sit."""
    key = f"guest:{count}"
    role = ui.text(key)
    frame, rest = box.cut_top(s.step(theme.TEXT) + s.px(64), s.px(theme.GAP))
    states = () if role.strip() else ("disabled",)
    return (
        field(s, ui, frame, Field(key, s.say("seats.guest"), "", limit=ROLE_LIMIT, hint=s.say("seats.guest_hint"))),
        button(
            s,
            rest,
            Button(
                "seats:invite", s.say("seats.invite"), Commit(key, InviteGuest(role)), icon="user-plus", states=states
            ),
        ),
    )


def _go(s: Sight, box: Box, session: Session, *, begun: bool) -> Node:
    """Begin with the first phase, or go back to the one that runs."""
    first = session.workshop.agenda.phases[0]
    if begun:
        words = s.say("seats.resume", phase=session.stage.title.say(s.speaker.lang))
        return button(
            s, box, Button("seats:go", words, OpenScreen("play"), kind="primary", icon="arrow-right", size=32)
        )
    does = Several((OpenScreen("play"), EnterPhase(first.id)))
    return button(
        s, box, Button("seats:go", s.say("seats.begin"), does, kind="primary", icon="clapperboard", size=theme.TITLE)
    )
