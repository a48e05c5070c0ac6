"""The time: what is left of the phase, a minute more or less, a pause."""

from __future__ import annotations

from game.core.moves.flow import AddMinutes, Pause, Resume
from game.core.session import Session
from game.view.answer.ui import Ui
from game.view.parts.pieces import Dialog, dialog, label, press, symbol, text
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.layout import Piece, by_height, column, grow, middle, node, pad, shared, sized, ways, whole
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the dialog. It shows the countdown: it reads the clock."""
    phase, minutes = session.stage, session.timer(session.phase).extra
    planned = s.say("time.planned", phase=phase.title.say(s.speaker.lang), n=phase.minutes + minutes)
    clock = grow(_clock(s, session.remaining(ui.now), paused=session.paused))
    line = label(s, "time:planned", planned, Style(theme.LABEL, theme.INK_3, align="centre"))
    roomy, low = (column(clock, pad(line, 0, s.px(pads)), sized(_buttons(s, session), tall=s.px(tall)))
                  for tall, pads in ((92, 18), (60, 4)))  # fmt: skip
    size = s.px(1000), s.px(560)
    return dialog(s, Dialog("dialog:time", s.say("menu.time"), size), by_height(s.px(260), roomy, low))


def _clock(s: Sight, left: int, *, paused: bool) -> Piece:
    """Show minutes and seconds, as large as the room allows; time overrun is told by a plus and in words."""
    shown = f"{'+' if left < 0 else ''}{abs(left) // 60:02}:{abs(left) % 60:02}"
    name = s.say(f"time.{'paused' if paused else 'over' if left < 0 else 'left'}")
    words = text(s, name, Style(theme.LABEL, theme.INK_3, align="centre"))
    digits = {
        size: text(s, shown, Style(size, bold=True, align="centre")) for size in (*range(120, 35, -12), theme.LABEL)
    }
    clock = whole(*(middle(column(one, words)) for one in digits.values()), middle(digits[theme.LABEL]))
    return node("timer", "time:clock", name, clock, value=shown)


def _buttons(s: Sight, session: Session) -> Piece:
    off = ("disabled",) if session.closed else ()
    words, sign, does = ("time.resume", "play", Resume()) if session.paused else ("time.pause", "pause", Pause())
    stop = press(s, Button("time:pause", s.say(words), does, "primary", sign, off, theme.LABEL))
    less, more = (
        _step(s, Button(f"time:{way}", s.say(f"time.{way}"), AddMinutes(by), icon=icon, states=off))
        for way, by, icon in (("less", -1, "minus"), ("more", 1, "plus"))
    )
    wide, narrow = (shared(((less, side), (stop, 5), (more, side)), s.px(16)) for side in (3, 1))
    return ways(sized(wide, wide=s.px(700)), narrow)


def _step(s: Sight, button: Button) -> Piece:
    """Give a button to take or give a minute; where its words do not fit on two lines, its sign alone."""
    longest = max(s.width(word, theme.TEXT, bold=True) for word in button.name.split(" "))
    halved = (s.width(button.name, theme.TEXT, bold=True) + s.px(72)) // 2
    return ways(sized(press(s, button), wide=max(longest + s.px(72), halved)), symbol(s, button))
