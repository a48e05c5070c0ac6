"""The size of texts: from the screen's size and the farthest seat, or by hand."""

from __future__ import annotations

from game.view.answer.intents import SetScale
from game.view.answer.ui import Ui
from game.view.parts.choices import choices
from game.view.parts.lists import Listed, scrolled
from game.view.parts.pieces import Dialog, dialog, label, plate, press, stepper
from game.view.parts.widgets import Button, Strip
from game.view.tree import legibility, theme
from game.view.tree.layout import Piece, column, node, over, pad
from game.view.tree.legibility import DISPLAYS, METRES, SCALES, STEP, Display
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

USUAL, FARTHEST = "65", "3"
"""What is asked first: a 65 inch screen, three metres."""


def build(s: Sight, ui: Ui) -> Node:
    """Build the dialog: two questions, what is proposed, and a stepper for those who would rather try."""
    display, metres = chosen(s, ui)
    screens = tuple((one.id, _screen(s, one)) for one in DISPLAYS)
    seats = tuple((str(far), s.say("scale.metres", n=far)) for far in METRES)
    pieces = (
        choices(s, Strip("screen", s.say("scale.screen"), screens, display.id)),
        choices(s, Strip("seat", s.say("scale.seat"), seats, str(metres))),
        _proposal(s, ui, display, metres),
        _by_hand(s, ui),
    )
    name, size = s.say("menu.text"), (s.px(1200), s.px(650))
    return dialog(s, Dialog("dialog:scale", name, size), scrolled(s, ui, Listed("scale:list", name, 24), pieces))


def chosen(s: Sight, ui: Ui) -> tuple[Display, int]:
    """Give the screen and the farthest seat that are picked."""
    wanted = ui.tab("screen", USUAL)
    display = next((one for one in DISPLAYS if one.id == wanted), DISPLAYS[1])
    far = ui.tab("seat", FARTHEST)
    return display, int(far) if far.isdigit() else METRES[1]


def _screen(s: Sight, display: Display) -> str:
    return s.say("scale.projector") if not display.id.isdigit() else s.say("scale.inches", size=display.id)


def _words(s: Sight, display: Display, metres: int) -> str:
    percent = legibility.scale(display, metres)
    least = legibility.scale(display, metres, legibility.FLOOR)
    return s.say("scale.proposed", percent=percent, least=least)


def _proposal(s: Sight, ui: Ui, display: Display, metres: int) -> Piece:
    """Say what is proposed, and take it."""
    percent, words = legibility.scale(display, metres), _words(s, display, metres)
    states = ("disabled",) if ui.percent == percent else ()
    take = s.say("scale.taken" if states else "scale.take", percent=percent)
    said = label(s, "scale:words", words, Style(theme.BODY, back=theme.WHITE))
    go = press(s, Button("scale:take", take, SetScale(percent), "primary", "check", states), 76)
    card = over(pad(column(said, go, gap=s.px(16)), s.px(24), s.px(20)), plate(s, theme.WHITE, theme.LINE))
    return node("group", "scale:proposal", words, card)


def _by_hand(s: Sight, ui: Ui) -> Piece:
    percent = ui.percent
    steps = (SetScale(percent - 2 * STEP), percent > SCALES[0]), (SetScale(percent + 2 * STEP), percent < SCALES[1])
    return stepper(s, "scale:hand", s.say("menu.text"), s.say("scale.now", percent=percent), steps)
