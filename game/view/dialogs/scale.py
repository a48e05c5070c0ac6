"""The two scales: the hands' and the room's, from the screen's size and the farthest seat, or by hand."""

from __future__ import annotations

from game.view.answer.intents import CloseTop, SelectTab, Several
from game.view.answer.looks import SetScale
from game.view.answer.pressing import LARGEST
from game.view.answer.ui import Ui
from game.view.parts.choices import choices
from game.view.parts.lists import Listed, scrolled
from game.view.parts.pieces import Dialog, dialog, label, plate, press, stepper
from game.view.parts.screens import screen_named
from game.view.parts.widgets import Button, Strip
from game.view.tree import legibility, theme
from game.view.tree.layout import Piece, column, node, over, pad
from game.view.tree.legibility import DISPLAYS, METRES, SCALES, STEP, Display
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

FARTHEST = "3"
"""What is asked first: a 65 inch screen, three metres."""


def build(s: Sight, ui: Ui) -> Node:
    """Build the dialog: two questions, what is proposed, and two steppers for those who would rather try."""
    display, metres = chosen(s, ui)
    screens = tuple((one.id, screen_named(s, one)) for one in DISPLAYS)
    seats = tuple((str(far), s.say("scale.metres", n=far)) for far in METRES)
    pieces = (
        choices(s, Strip("screen", s.say("scale.screen"), screens, display.id)),
        choices(s, Strip("seat", s.say("scale.seat"), seats, str(metres))),
        _proposal(s, ui, display, metres),
        *_by_hand(s, ui),
    )
    name, size = s.say("menu.text"), (s.px(1300), s.px(840))
    return dialog(s, Dialog("dialog:scale", name, size), scrolled(s, ui, Listed("scale:list", name, 24), pieces))


def chosen(s: Sight, ui: Ui) -> tuple[Display, int]:
    """Give the screen and the farthest seat that are picked."""
    display = legibility.display(ui.tab("screen", ""))
    far = ui.tab("seat", FARTHEST)
    return display, int(far) if far.isdigit() else METRES[1]


def _words(s: Sight, display: Display, metres: int) -> str:
    room, least = (legibility.reading(display, metres, minutes) for minutes in (legibility.GOOD, legibility.FLOOR))
    return s.say("scale.proposed", percent=legibility.handling(display), room=room, least=least)


def _proposal(s: Sight, ui: Ui, display: Display, metres: int) -> Piece:
    """Say what is proposed, and take both."""
    both, words = (legibility.handling(display), legibility.reading(display, metres)), _words(s, display, metres)
    states = ("disabled",) if (ui.percent, ui.reading) == both and ui.tab("seat", "") else ()
    told = SelectTab("screen", display.id), SelectTab("seat", str(metres))
    take = s.say("scale.taken" if states else "scale.take", percent=both[0], room=both[1])
    said = label(s, "scale:words", words, Style(theme.BODY, back=theme.WHITE))
    go = press(
        s, Button("scale:take", take, Several((*told, SetScale(*both), CloseTop())), "primary", "check", states), 76
    )
    card = over(pad(column(said, go, gap=s.px(16)), s.px(24), s.px(20)), plate(s, theme.WHITE, theme.LINE))
    return node("group", "scale:proposal", words, card)


def _by_hand(s: Sight, ui: Ui) -> tuple[Piece, ...]:
    """Step the scale of everything, which an upright window limits, then the reading scale."""
    percent, room, by = ui.percent, max(ui.reading, ui.percent), 2 * STEP
    most = legibility.largest((s.box.w, s.box.h))
    every = (SetScale(percent - by, room), percent > SCALES[0]), (SetScale(percent + by, room), percent < most)
    read = (SetScale(percent, room - by), room > percent), (SetScale(percent, room + by), room < LARGEST)
    hand = stepper(s, "scale:hand", s.say("scale.every"), s.say("scale.now", percent=percent), every)
    upright = label(s, "scale:most", s.say("scale.most", percent=most, lying=SCALES[1]), Style(ink=theme.INK_3))
    return (
        node("group", "scale:every", "", column(hand, upright, gap=s.px(8))) if most < SCALES[1] else hand,
        stepper(s, "scale:room", s.say("scale.read"), s.say("scale.read.now", percent=room), read),
    )
