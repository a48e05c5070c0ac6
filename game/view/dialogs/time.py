"""The time: what is left of the phase, a minute more or less, a pause."""

from __future__ import annotations

from game.core.moves.flow import AddMinutes, Pause, Resume
from game.core.session import Session
from game.view import theme
from game.view.box import Box
from game.view.looks import Style
from game.view.node import Node
from game.view.sight import Sight
from game.view.ui import Ui
from game.view.widgets import Button, button, dialog_frame, icon_button, label


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the dialog. It shows the countdown: it reads the clock."""
    frame, inner = dialog_frame(s, "dialog:time", s.say("menu.time"), s.px(1000), s.px(560))
    low = inner.h < s.px(260)
    foot, rest = inner.cut_bottom(s.px(60 if low else 92), s.px(4 if low else 20))
    line, rest = rest.cut_bottom(s.step(theme.LABEL), s.px(8))
    phase, minutes = session.stage, session.timer(session.phase).extra
    planned = s.say("time.planned", phase=phase.title.say(s.speaker.lang), n=phase.minutes + minutes)
    kids = (
        _clock(s, rest, session.remaining(ui.now), paused=session.paused),
        label(s, line, "time:planned", planned, Style(theme.LABEL, theme.INK_3, align="centre")),
        *_buttons(s, foot, session),
    )
    return frame(kids)


def _clock(s: Sight, box: Box, left: int, *, paused: bool) -> Node:
    """Show minutes and seconds; time overrun is told by a plus and in words."""
    shown = f"{'+' if left < 0 else ''}{abs(left) // 60:02}:{abs(left) % 60:02}"
    state = "paused" if paused else "over" if left < 0 else "left"
    size = 120
    while s.step(size) + s.step(theme.LABEL) > box.h and size > theme.LABEL:
        size -= 12
    room = box.middle(box.w, s.step(size) + s.step(theme.LABEL))
    digits, words = room.cut_top(s.step(size))
    name = s.say(f"time.{state}")
    marks = (
        s.words(digits, shown, Style(size, bold=True, align="centre")),
        s.words(words, name, Style(theme.LABEL, theme.INK_3, align="centre")),
    )[: 2 if words.h >= s.step(theme.LABEL) else 1]
    return Node("timer", "time:clock", name, box, marks, value=shown)


def _buttons(s: Sight, box: Box, session: Session) -> tuple[Node, Node, Node]:
    less, stop, more = (
        box.split_columns(3, 5, 3, gap=s.px(16)) if box.w > s.px(700) else box.split_columns(1, 5, 1, gap=s.px(16))
    )
    off = ("disabled",) if session.closed else ()
    words, icon, does = ("time.resume", "play", Resume()) if session.paused else ("time.pause", "pause", Pause())
    return (
        _step(s, less, "time:less", s.say("time.less"), AddMinutes(-1), "minus", off),
        button(
            s, stop, Button("time:pause", s.say(words), does, kind="primary", icon=icon, states=off, size=theme.LABEL)
        ),
        _step(s, more, "time:more", s.say("time.more"), AddMinutes(1), "plus", off),
    )


def _step(s: Sight, box: Box, key: str, name: str, does: object, icon: str, states: tuple[str, ...]) -> Node:
    """Give a button to take or give a minute; where its words do not fit, its sign alone."""
    longest = max(s.width(word, theme.TEXT, bold=True) for word in name.split(" "))
    if longest + s.px(72) > box.w or s.width(name, theme.TEXT, bold=True) + s.px(72) > 2 * box.w:
        return icon_button(s, box, Button(key, name, does, icon=icon, states=states))
    return button(s, box, Button(key, name, does, icon=icon, states=states))
