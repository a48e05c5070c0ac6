"""The seats: who is there, who votes, who also sits on the CAO; roles, never names of persons."""

from __future__ import annotations

from game.core.moves.flow import EnterPhase
from game.core.moves.seats import ROLE_LIMIT, InviteGuest
from game.core.session import Session, Sitting
from game.view.answer.intents import Commit, LeaveSession, OpenDialog, OpenScreen, Several, ToggleMenu
from game.view.answer.ui import Ui
from game.view.home.seating import rows, seating
from game.view.parts import bars
from game.view.parts.fields import Field
from game.view.parts.heading import heading, tool
from game.view.parts.lists import Listed, scrolled
from game.view.parts.pieces import field, label, press
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import (
    Piece,
    Shown,
    by_height,
    column,
    grow,
    made,
    node,
    over,
    pad,
    row,
    sized,
    top,
    ways,
    whole,
)
from game.view.tree.looks import Fill, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

SIDE = 560
"""Width of the column on the right, at 1080p."""
LOW = 560
"""Height of what stands under the list in an upright window."""
NARROW = 760
"""Width under which there is one column."""


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the screen of an open session."""
    begun = bool(session.timers)
    leave = OpenScreen("play") if begun else LeaveSession()
    back = tool("seats:back", s.say("seats.back" if begun else "menu.home"), "arrow-left", leave)
    record = tool("seats:record", s.say("menu.record"), "signature", OpenDialog("record"))
    tools = (
        record,
        tool("seats:menu", s.say("menu.title"), "menu", ToggleMenu()),
    )
    side = _side(s, ui, session, begun=begun)

    def inside(box: Box) -> tuple[Shown, ...]:
        roomy = box.w > s.px(1100)
        inner = box.inset(s.px(40 if roomy else 20), s.px(28 if box.h > s.px(500) else 14))
        if inner.w < s.px(NARROW):
            return _one(s, ui, session, begun=begun).put(inner)
        if s.upright:
            return column(grow(_listed(s, ui, session)), sized(side, tall=s.px(LOW)), gap=s.px(theme.GAP)).put(inner)
        wide = min(s.px(SIDE), inner.w * 2 // 5)
        return row(grow(_listed(s, ui, session)), sized(side, wide=wide), gap=s.px(40 if roomy else 20)).put(inner)

    bar = heading(s, "seats", s.say("seats.title"), tools, back, low=ui.low)
    body = Piece(0, lambda _: 0, inside, 1)
    screen = over(bars.beside(bar, body, low=ui.low), lambda box: (Fill(box, theme.PAPER),))
    return node("group", "seats", s.say("seats.title"), screen).node(s.box)


def _listed(s: Sight, ui: Ui, session: Session) -> Piece:
    mine, families = ui.only(scrolls=("seats:list",)), session.workshop.families
    return made(0, 0, lambda box: s.part("seats:list", seating, mine, box, session.seats, families))


def _one(s: Sight, ui: Ui, session: Session, *, begun: bool) -> Piece:
    """Lay the seats and the guest in one list, over the big button: very large texts."""
    guest = node("group", "seats:guest", "", _guest(s, ui, len(session.seats)))
    listed = Listed("seats:list", s.say("seats.title"), theme.GAP)
    shown = scrolled(s, ui, listed, (*rows(s, session.seats, session.workshop.families), guest))
    return column(shown, _go(s, session, begun=begun), gap=s.px(theme.GAP))


def _side(s: Sight, ui: Ui, session: Session, *, begun: bool) -> Piece:
    """Count the table, invite a guest, begin."""
    guest, go, gap = _guest(s, ui, len(session.seats)), _go(s, session, begun=begun), s.px(theme.GAP)
    roomy = column(grow(_counts(s, session.seats)), guest, pad(sized(go, tall=s.px(110)), 0, gap), gap=gap)
    low = column(grow(_counts(s, session.seats)), guest, sized(go, tall=s.px(76)), gap=gap)
    return node("group", "seats:side", "", by_height(s.px(500), roomy, low))


def _counts(s: Sight, seats: tuple[Sitting, ...]) -> Piece:
    """Count who is there, who votes, who is of the CAO; then a tip, where there is room for it."""
    present = [sitting for sitting in seats if sitting.present]
    said = (
        s.say("seats.present", n=len(present)),
        s.say("seats.voting", n=len([one for one in present if one.voting])),
        s.say("seats.cao", n=len([one for one in present if one.cao])),
    )
    wide = max(s.width(one, theme.TITLE, bold=True) for one in said)
    counts = [
        ways(sized(_count(s, i, one, theme.TITLE), wide=wide), _count(s, i, one, theme.TEXT))
        for i, one in enumerate(said)
    ]
    tip = label(s, "seats:tip", s.say("seats.tip"), Style(theme.BODY, theme.INK_3))
    fewer = (column(*counts[:n], gap=s.px(4)) for n in (3, 2, 1, 0))
    return whole(*(top(one) for one in (column(*counts, pad(tip, 0, s.px(16)), gap=s.px(4)), *fewer)))


def _count(s: Sight, at: int, said: str, size: float) -> Piece:
    return label(s, f"seats:count:{at}", said, Style(size, bold=True))


def _guest(s: Sight, ui: Ui, count: int) -> Piece:
    """Write a guest's role and invite them; the field is a fresh one once they sit."""
    key = f"guest:{count}"
    role = ui.text(key)
    entry = field(s, ui, Field(key, s.say("seats.guest"), "", ROLE_LIMIT, hint=s.say("seats.guest_hint")))
    does, states = Commit(key, InviteGuest(role)), () if role.strip() else ("disabled",)
    invite = press(s, Button("seats:invite", s.say("seats.invite"), does, icon="user-plus", states=states))
    return column(entry, invite, gap=s.px(theme.GAP))


def _go(s: Sight, session: Session, *, begun: bool) -> Piece:
    """Begin with the first phase, or go back to the one that runs."""
    if begun:
        words = s.say("seats.resume", phase=session.stage.title.say(s.speaker.lang))
        return press(s, Button("seats:go", words, OpenScreen("play"), "primary", "arrow-right", size=32))
    does = Several((OpenScreen("play"), EnterPhase(session.workshop.agenda.phases[0].id)))
    return press(s, Button("seats:go", s.say("seats.begin"), does, "primary", "clapperboard", size=theme.TITLE))
