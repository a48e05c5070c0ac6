"""The pause: it covers the board and all that lies over it, until someone at the table plays on."""

from __future__ import annotations

from game.core.moves.flow import Resume
from game.core.session import Session
from game.core.signs import as_one
from game.view import instruction
from game.view.answer.intents import LeaveSession
from game.view.answer.ui import Ui
from game.view.parts import podium
from game.view.parts.pieces import press, text
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.layout import Piece, centred, column, grow, middle, node, over, pad, sized
from game.view.tree.looks import Fill, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

BIG = (96, 72, 48, 32)
"""Sizes of the word, at the room's scale: the largest at which all stands whole."""


def covers(ui: Ui, session: Session | None) -> bool:
    """Tell whether the table is covered: not for who reads what nobody plays, who could not play on."""
    paused = session is not None and session.paused and not session.closed
    return paused and ui.screen == "play" and ui.notice("read_only") is None


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the cover: the word, where the table stands, the time that does not run; one way on."""
    left = session.remaining(ui.now)
    time = f"{'+' if left < 0 else ''}{abs(left) // 60:02}:{abs(left) % 60:02}"
    told = instruction.now(s, ui, session).said[0]
    lines = (session.stage.title.say(s.speaker.lang), told, s.say("pause.time", time=time))

    def said(room: Sight, big: int) -> Piece:
        word = node(
            "heading", "pause:word", s.say("pause.word"), text(room, s.say("pause.word"), _style(big, bold=True))
        )
        return middle(column(word, *(text(room, line, _style(theme.TEXT)) for line in lines), gap=room.px(12)))

    ways = (lambda room, big=big: said(room, big) for big in BIG)
    shown = podium.largest(s, ui, *ways)
    words = node("text", "pause:said", as_one((s.say("pause.word"), *lines)), shown, states=("podium", "live"))
    go = press(s, _way(s, ui), 92)
    wide = max(go.wide, s.px(520))
    shape = pad(column(grow(sized(words, tall=0)), centred(sized(go, wide=wide)), gap=s.px(24)), s.px(48), s.px(40))
    frame = node("dialog", "pause:cover", s.say("pause.word"), over(shape, lambda box: (Fill(box, theme.SLATE),)))
    return Node("group", "pause:veil", "", s.box, states=("modal",), kids=(frame.node(s.box),))


def _way(s: Sight, ui: Ui) -> Button:
    """Give the way on; who follows another table waits for it, or leaves."""
    if ui.notice("follows") is not None:
        return Button("pause:leave", s.say("council.end.home"), LeaveSession(), icon="house", states=("default",))
    return Button("pause:resume", s.say("board.resume"), Resume(), "primary", "play", ("default",))


def _style(size: float, *, bold: bool = False) -> Style:
    return Style(size, theme.CHALK, bold=bold, back=theme.SLATE, align="centre")
