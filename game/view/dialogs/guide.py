"""The facilitator's guide: what to say at each step of a phase, for how long, and to what end."""

from __future__ import annotations

from game.core.agenda import Agenda, Phase, Step
from game.core.session import Session
from game.view.answer.intents import SelectTab
from game.view.answer.ui import Ui
from game.view.parts.lists import Listed, kept, scrolled
from game.view.parts.pieces import Dialog, dialog, icon, label, plate, symbol, text, told
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.layout import Piece, column, grow, made, node, over, pad, row, whole
from game.view.tree.looks import Fill, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

SIZES = (44, 40, 36, 32, theme.LABEL)
"""Sizes of the words to say: the largest at which the whole phase stands without scrolling."""


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the dialog on the phase that runs; the others can be leafed through."""
    agenda, strip = session.workshop.agenda, f"guide:{session.phase}"
    phase = agenda.phase(ui.tab(strip, session.phase)) or session.stage
    starts = zip(phase.says, _starts(phase), strict=True)
    told = [_texts(s, step, start) for step, start in starts]
    listed = Listed(f"guide:list:{phase.id}", s.say("menu.guide"), 16)

    def at(size: float) -> Piece:
        cards = [kept(s, f"guide:step:{i}:{size}", _card, i, size, *texts) for i, texts in enumerate(told)]
        return scrolled(s, ui, listed, cards)

    shown = grow(whole(*(at(size) for size in SIZES)))
    inside = column(_leaf(s, agenda, phase, strip), shown, gap=s.px(16))
    return dialog(s, Dialog("dialog:guide", s.say("menu.guide"), (s.px(1400), s.px(920))), inside)


def _starts(phase: Phase) -> tuple[int, ...]:
    return tuple(sum(step.minutes for step in phase.says[:i]) for i in range(len(phase.says)))


def _leaf(s: Sight, agenda: Agenda, phase: Phase, strip: str) -> Piece:
    """Name the phase between two arrows."""
    before, after = agenda.before(phase.id), agenda.after(phase.id)
    title = s.say("guide.phase", phase=phase.title.say(s.speaker.lang), n=phase.minutes)
    left = _arrow(s, "before", SelectTab(strip, before[-1].id if before else phase.id), "arrow-left", off=not before)
    right = _arrow(s, "after", SelectTab(strip, after.id if after else phase.id), "arrow-right", off=after is None)
    words = label(s, "guide:title", title, Style(theme.LABEL, bold=True, align="centre", middle=True), "heading")
    return node("group", "guide:leaf", title, row(left, grow(words), right, gap=s.px(16)))


def _arrow(s: Sight, way: str, does: SelectTab, sign: str, *, off: bool) -> Piece:
    states = ("disabled",) if off else ()
    return symbol(s, Button(f"guide:{way}", s.say(f"guide.{way}"), does, icon=sign, states=states))


def _texts(s: Sight, step: Step, start: int) -> tuple[str, str, str]:
    lang = s.speaker.lang
    title = s.say("guide.step", start=start, end=start + step.minutes, title=step.title.say(lang))
    return title, s.say("guide.say", words=step.say.say(lang)), step.aim.say(lang)


def _card(s: Sight, i: int, size: float, title: str, said: str, aim: str) -> Piece:
    """Show one step: its minutes and title, the words to say behind a rule, and what they are for."""
    rule = made(s.px(6), 0, lambda box: Fill(box, theme.ACCENT, s.px(3)))
    shape = column(
        text(s, title, Style(theme.BODY, bold=True, back=theme.WHITE)),
        row(rule, grow(text(s, said, Style(size, back=theme.WHITE))), gap=s.px(18)),
        told(s, icon(s, "target", 30, theme.INK_3), text(s, aim, Style(ink=theme.INK_3, back=theme.WHITE)), 14),
        gap=s.px(10),
    )
    card = over(pad(shape, s.px(24), s.px(20)), plate(s, theme.WHITE, theme.LINE))
    return node("text", f"guide:step:{i}", f"{title} {said} {aim}", card)
