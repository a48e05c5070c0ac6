"""The time the room has: an agenda's phases with their minutes, stretched to it by a slider, by keys or by buttons."""

from __future__ import annotations

from game.core.stretch import fitted, longest, shortest
from game.view.answer.shelf import Offer, Pace
from game.view.answer.sliding import Slide, SlideBy
from game.view.answer.ui import Ui
from game.view.parts.pieces import line, symbol, text
from game.view.parts.widgets import Button, slider
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, column, grow, made, node, row, sized, ways
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

STEP = 5
"""Minutes that a button gives or takes; the slider goes by one."""


def key_of(offer: Offer, pace: Pace) -> str:
    """Name the slider of one agenda of one workshop."""
    return f"length:{offer.id}:{pace.id}"


def length(ui: Ui, offer: Offer, pace: Pace) -> int:
    """Give the minutes the room has for an agenda: its own until the slider says otherwise."""
    return ui.slide(key_of(offer, pace), pace.minutes)


def pacing(s: Sight, ui: Ui, offer: Offer, pace: Pace) -> Piece:
    """Show the minutes of each phase under the slider that stretches them."""
    now, name = length(ui, offer, pace), s.say("home.length")
    lang = s.speaker.lang
    phases = " · ".join(f"{phase.title.say(lang)} {phase.minutes}" for phase in fitted(pace.phases, now))
    told = node("text", "length:phases", s.say("home.length.phases", phases=phases), text(s, phases, Style()))
    return node("group", "length", name, column(_row(s, offer, pace, now), told, gap=s.px(4)))


def _row(s: Sight, offer: Offer, pace: Pace, now: int) -> Piece:
    """Say how long, and stretch it: on one line, or on two where the column is narrow."""
    low, high, key = shortest(pace.phases), longest(pace.phases), key_of(offer, pace)
    shown, bold = s.say("home.length.have", n=now), Style(bold=True, middle=True)

    def step(way: str, by: int, sign: str) -> Piece:
        does = SlideBy(key, by, pace.minutes, low, high)
        off, name = ("disabled",) if does.to(now) == now else (), s.say(f"home.length.{way}", n=STEP)
        return symbol(s, Button(f"length:{way}", name, does, icon=sign, states=off), theme.TARGET)

    def put(box: Box) -> Node:
        slide = Slide(key, low, high, 1, now, box.inset(s.px(26), 0))
        return slider(s, box, key, s.say("home.length"), slide, shown)

    track = sized(made(s.px(200), s.px(theme.TARGET), put), wide=s.px(200))
    less, more = step("less", -STEP, "minus"), step("more", STEP, "plus")
    pull = row(less, grow(track), more, gap=s.px(10))
    words = line(s, shown, bold)
    return ways(row(words, grow(pull), gap=s.px(18)), column(words, pull, gap=s.px(4)))
