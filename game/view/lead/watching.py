"""What the room sees now, frozen or black if need be; a minute more or less; who has still to play."""

from __future__ import annotations

from game.core.moves.flow import AddMinutes
from game.core.session import Session
from game.view.answer.intents import OpenDialog
from game.view.answer.leading import Blacken, Freeze, TurnPage
from game.view.answer.ui import Ui
from game.view.lead import floor
from game.view.lead.heading import heading
from game.view.lead.rows import plated
from game.view.lead.waiting import Waited, waited
from game.view.parts.pieces import press
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, Pieces, abreast, column, grid, node, sized, ways
from game.view.tree.looks import Fill, Picture
from game.view.tree.node import Node
from game.view.tree.sight import Sight

GAP, TWO = 12, 540
"""Between two who are awaited; the width from which they stand two by two; at 1080p."""
MIRROR = "room"
"""The key of the picture of the room's window (table/pictures.py)."""


def pieces(s: Sight, ui: Ui, session: Session) -> Pieces:
    """Give the room's window as it is, what may be done with it, the minutes, the floor, who has still to play."""
    room = _apart(s, ui) if ui.lead.apart else _alone(s)
    return (*room, _ways(s, session), *floor.pieces(s, ui, session), *_waited(s, session))


def _apart(s: Sight, ui: Ui) -> Pieces:
    lead = ui.lead
    state = (
        s.say("lead.frozen", hour=lead.frozen) if lead.frozen else s.say("lead.black" if lead.black else "lead.live")
    )
    freeze = Button(
        "lead:freeze", s.say("lead.thaw" if lead.frozen else "lead.freeze"), Freeze(), "plain", "snowflake",
        ("selected",) if lead.frozen else (),
    )  # fmt: skip
    black = Button(
        "lead:black", s.say("lead.light" if lead.black else "lead.blacken"), Blacken(), "plain", "square",
        ("selected",) if lead.black else (),
    )  # fmt: skip
    return (
        heading(s, "room", s.say("lead.side.room"), state),
        Piece(0, lambda width: width * 9 // 16, lambda box: (_mirror(s, box, state),)),
        node("group", "lead:ways", "", _pair(s, freeze, black)),
    )


def _mirror(s: Sight, box: Box, state: str) -> Node:
    edge = Fill(box, theme.INK, s.px(8), theme.INK, s.px(3))
    picture = Picture(box.inset(s.px(3)), MIRROR)
    return Node("image", "lead:mirror", f"{s.say('lead.side.room')}, {state}", box, (edge, picture))


def _alone(s: Sight) -> Pieces:
    ask = Button("lead:windows", s.say("lead.give_window"), OpenDialog("windows"), icon="monitor")
    return (heading(s, "room", s.say("lead.side.room")), press(s, ask))


def _ways(s: Sight, session: Session) -> Piece:
    off = ("disabled",) if session.closed else ()
    less, more = (
        Button(f"lead:{way}", s.say(f"time.{way}"), AddMinutes(by), icon=sign, states=off)
        for way, by, sign in (("less", -1, "minus"), ("more", 1, "plus"))
    )
    board = press(s, Button("lead:board", s.say("lead.board"), TurnPage(), icon="layout-grid"))
    return node("group", "lead:time", "", column(_pair(s, less, more), board, gap=s.px(12)))


def _pair(s: Sight, one: Button, other: Button) -> Piece:
    return abreast([(press(s, one), 1), (press(s, other), 1)], 0, (s.px(12), s.px(12)))


def _waited(s: Sight, session: Session) -> Pieces:
    """List those who have still to play, the longest awaited first, and count those who have."""
    every = waited(s, session)
    if not every:
        return ()
    still = sorted((one for one in every if one.n), key=lambda one: -one.n)
    played = s.say("lead.played.count", n=len(every) - len(still), of=len(every))
    rows = [_row(s, one) for one in still]
    two, single = (grid(rows, across, s.px(GAP)) for across in (2, 1))
    listed = node("group", "lead:still", "", ways(sized(two, wide=s.px(TWO)), single))
    return (heading(s, "played", s.say("lead.played"), played), listed)


def _row(s: Sight, one: Waited) -> Piece:
    left = s.say("lead.left", n=one.n)
    return node("text", f"lead:still:{one.key}", f"{one.name}, {left}", plated(s, "hourglass", one.name, left))
