"""The facilitator's guide: what to say at each step of a phase, for how long, and to what end."""

from __future__ import annotations

from functools import partial

from game.core.agenda import Agenda, Phase, Step
from game.core.session import Session
from game.view import theme
from game.view.box import Box
from game.view.column import Part, column
from game.view.intents import SelectTab
from game.view.looks import Fill, Icon, Mark, Style
from game.view.node import Node
from game.view.sight import Sight
from game.view.ui import Ui
from game.view.widgets import Button, dialog_frame, icon_button, label


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the dialog on the phase that runs; the others can be leafed through."""
    agenda, strip = session.workshop.agenda, f"guide:{session.phase}"
    phase = agenda.phase(ui.tab(strip, session.phase)) or session.stage
    frame, inner = dialog_frame(s, "dialog:guide", s.say("menu.guide"), s.px(1400), s.px(920))
    head, rest = inner.cut_top(s.px(theme.BUTTON), s.px(16))
    scroll = f"guide:list:{phase.id}"

    def parts(width: int) -> tuple[Part, ...]:
        starts = _starts(phase)
        return tuple(
            _part(s, width, step, start, i) for i, (step, start) in enumerate(zip(phase.says, starts, strict=True))
        )

    return frame(
        (_leaf(s, head, agenda, phase, strip), column(s, ui, rest, scroll, s.say("menu.guide"), parts, s.px(16)))
    )


def _starts(phase: Phase) -> tuple[int, ...]:
    return tuple(sum(step.minutes for step in phase.says[:i]) for i in range(len(phase.says)))


def _leaf(s: Sight, box: Box, agenda: Agenda, phase: Phase, strip: str) -> Node:
    """Name the phase between two arrows."""
    before, after = agenda.before(phase.id), agenda.after(phase.id)
    left, rest = box.cut_left(s.px(theme.BUTTON), s.px(16))
    right, middle = rest.cut_right(s.px(theme.BUTTON), s.px(16))
    title = s.say("guide.phase", phase=phase.title.say(s.speaker.lang), n=phase.minutes)
    off = ("disabled",)
    former, later = before[-1].id if before else phase.id, after.id if after else phase.id
    kids = (
        icon_button(
            s,
            left,
            Button(
                "guide:before",
                s.say("guide.before"),
                SelectTab(strip, former),
                icon="arrow-left",
                states=() if before else off,
            ),
        ),
        label(
            s, middle, "guide:title", title, Style(theme.LABEL, bold=True, align="centre", middle=True), role="heading"
        ),
        icon_button(
            s,
            right,
            Button(
                "guide:after",
                s.say("guide.after"),
                SelectTab(strip, later),
                icon="arrow-right",
                states=() if after else off,
            ),
        ),
    )
    return Node("group", "guide:leaf", title, box, kids=kids)


def _part(s: Sight, width: int, step: Step, start: int, i: int) -> Part:
    inner = width - 2 * s.px(24)
    title, said, aim = _texts(s, step, start)
    tall = s.tall(title, theme.BODY, inner, bold=True) + s.tall(said, theme.LABEL, inner - s.px(24))
    tall += s.tall(aim, theme.TEXT, inner - s.px(32) - s.px(12)) + 2 * s.px(20) + 2 * s.px(10)
    return tall, partial(_card, s, (title, said, aim), i)


def _texts(s: Sight, step: Step, start: int) -> tuple[str, str, str]:
    lang = s.speaker.lang
    title = s.say("guide.step", start=start, end=start + step.minutes, title=step.title.say(lang))
    return title, s.say("guide.say", words=step.say.say(lang)), step.aim.say(lang)


def _card(s: Sight, texts: tuple[str, str, str], i: int, box: Box) -> Node:
    """Show one step: its minutes and title, the words to say, and what they are for."""
    title, said, aim = texts
    inner = box.inset(s.px(24), s.px(20))
    head, rest = inner.cut_top(s.tall(title, theme.BODY, inner.w, bold=True), s.px(10))
    words = rest.cut_left(s.px(24))[1]
    words = words.cut_top(s.tall(said, theme.LABEL, words.w))[0]
    rule = Box(rest.x, rest.y, s.px(6), words.h)
    foot = rest.cut_top(words.h, s.px(10))[1]
    spot, goal = foot.cut_left(s.px(32), s.px(12))
    marks: tuple[Mark, ...] = (
        Fill(box, theme.WHITE, s.px(theme.RADIUS), theme.LINE, s.px(2)),
        s.words(head, title, Style(theme.BODY, bold=True, back=theme.WHITE)),
        Fill(rule, theme.ACCENT, s.px(3)),
        s.words(words, said, Style(theme.LABEL, back=theme.WHITE)),
        Icon(spot.cut_top(s.px(30))[0], "target", theme.INK_3),
        s.words(goal, aim, Style(ink=theme.INK_3, back=theme.WHITE)),
    )
    return Node("text", f"guide:step:{i}", f"{title} {said} {aim}", box, marks)
