"""The size of texts: from the screen's size and the farthest seat, or by hand."""

from __future__ import annotations

from functools import partial

from game.view import legibility, theme
from game.view.box import Box
from game.view.column import Part, column
from game.view.intents import SetScale
from game.view.legibility import DISPLAYS, METRES, SCALES, STEP, Display
from game.view.looks import Fill, Style
from game.view.node import Node
from game.view.panels import choices
from game.view.sight import Sight
from game.view.ui import Ui
from game.view.widgets import Button, Strip, button, dialog_frame, stepper

USUAL, FARTHEST = "65", "3"
"""What is asked first: a 65 inch screen, three metres."""


def build(s: Sight, ui: Ui) -> Node:
    """Build the dialog: two questions, what is proposed, and a stepper for those who would rather try."""
    frame, inner = dialog_frame(s, "dialog:scale", s.say("menu.text"), s.px(1200), s.px(650))
    display, metres = chosen(s, ui)
    screens = tuple((one.id, _screen(s, one)) for one in DISPLAYS)
    seats = tuple((str(far), s.say("scale.metres", n=far)) for far in METRES)

    def parts(width: int) -> tuple[Part, ...]:
        return (
            (choices.height(s, screens, width), partial(_ask, s, "screen", screens, display.id)),
            (choices.height(s, seats, width), partial(_ask, s, "seat", seats, str(metres))),
            (_tall(s, width, display, metres), partial(_proposal, s, ui, display, metres)),
            (s.px(theme.BUTTON), partial(_by_hand, s, ui)),
        )

    return frame((column(s, ui, inner, "scale:list", s.say("menu.text"), parts, s.px(24)),))


def chosen(s: Sight, ui: Ui) -> tuple[Display, int]:
    """Give the screen and the farthest seat that are picked."""
    wanted = ui.tab("screen", USUAL)
    display = next((one for one in DISPLAYS if one.id == wanted), DISPLAYS[1])
    far = ui.tab("seat", FARTHEST)
    return display, int(far) if far.isdigit() else METRES[1]


def _screen(s: Sight, display: Display) -> str:
    return s.say("scale.projector") if not display.id.isdigit() else s.say("scale.inches", size=display.id)


def _ask(s: Sight, strip: str, answers: choices.Answers, picked: str, box: Box) -> Node:
    return choices.choices(s, box, Strip(strip, s.say(f"scale.{strip}"), answers, picked))


def _words(s: Sight, display: Display, metres: int) -> str:
    percent = legibility.scale(display, metres)
    least = legibility.scale(display, metres, legibility.FLOOR)
    return s.say("scale.proposed", percent=percent, least=least)


def _tall(s: Sight, width: int, display: Display, metres: int) -> int:
    words = s.tall(_words(s, display, metres), theme.BODY, width - 2 * s.px(24))
    return words + 2 * s.px(20) + s.px(16) + s.px(76)


def _proposal(s: Sight, ui: Ui, display: Display, metres: int, box: Box) -> Node:
    """Say what is proposed, and take it."""
    percent = legibility.scale(display, metres)
    inner = box.inset(s.px(24), s.px(20))
    go, rest = inner.cut_bottom(s.px(76), s.px(16))
    words = _words(s, display, metres)
    states = ("disabled",) if ui.percent == percent else ()
    take = s.say("scale.taken" if states else "scale.take", percent=percent)
    kids = (
        Node("text", "scale:words", words, rest, (s.words(rest, words, Style(theme.BODY, back=theme.WHITE)),)),
        button(s, go, Button("scale:take", take, SetScale(percent), kind="primary", icon="check", states=states)),
    )
    look = (Fill(box, theme.WHITE, s.px(theme.RADIUS), theme.LINE, s.px(2)),)
    return Node("group", "scale:proposal", words, box, look, kids=kids)


def _by_hand(s: Sight, ui: Ui, box: Box) -> Node:
    percent = ui.percent
    shown = s.say("scale.now", percent=percent)
    steps = (SetScale(percent - 2 * STEP), percent > SCALES[0]), (SetScale(percent + 2 * STEP), percent < SCALES[1])
    return stepper(s, box, "scale:hand", s.say("menu.text"), shown, steps)
