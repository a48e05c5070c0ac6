"""The reveal, told to the whole room: first the guesses, then the truth, then how far off the room was."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from game.core.moves.flow import EnterPhase
from game.core.session import Session
from game.view.answer.intents import CloseTop, SelectTab, Several
from game.view.answer.ui import Ui
from game.view.parts import naming, podium
from game.view.parts.lists import Listed, scrolled
from game.view.parts.pieces import label, line, press, text
from game.view.parts.podium import Sheet
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.layout import Piece, column, flowing, grow, middle, node, over, pad, row
from game.view.tree.looks import Fill, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight
from game.words import numbers

STRIP = "share"
STEPS = ("guesses", "truth", "bias")
HUGE = (160, 120, 96, 72)
"""Sizes of the share itself, as there is room, at the room's scale."""
BODY = 34


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the sheet at its step; where nobody guessed it begins with the truth."""
    step = ui.tab(STRIP, STEPS[0]) if session.guesses else "truth"
    ways = tuple(partial(_told, session, step, big, short) for short in (False, True) for big in HUGE)
    told, *shorter = (*ways, partial(_listed, ui, session, step))
    return podium.sheet(s, ui, Sheet("share", s.say("guess.question"), told, _foot(s, session, step), tuple(shorter)))


def _listed(ui: Ui, session: Session, step: str, room: Sight) -> Piece:
    """Tell the same one under the other, scrolling: where the hands' own scale leaves no room."""
    name = room.say("guess.question")
    return scrolled(room, ui, Listed("share:list", name, 12, middle=True), _parts(room, session, step, HUGE[-1]))


def _foot(s: Sight, session: Session, step: str) -> Piece:
    """Give the way on: to the truth, to the room's own bias, to the plan, or to the next phase where there is none."""
    after = dict(pairwise(STEPS)).get(step) if session.guesses else None
    if after:
        does: object = SelectTab(STRIP, after)
        return press(s, Button(f"share:{after}", s.say(f"guess.to.{after}"), does, "primary", states=("default",)), 72)
    onward = session.workshop.agenda.after(session.phase)
    if "map" not in session.stage.panels and onward is not None:
        name = s.say("council.onward", phase=onward.title.say(s.speaker.lang))
        does = Several((CloseTop(), EnterPhase(onward.id)))
        return press(s, Button("share:next", name, does, "primary", "arrow-right", ("default",)), 72)
    does = Several((CloseTop(), SelectTab("scouting", "map")))
    return press(s, Button("share:map", s.say("guess.next"), does, "primary", "map", ("default",)), 72)


def _told(session: Session, step: str, big: float, short: bool, room: Sight) -> Piece:  # noqa: FBT001 (a way to tell)
    """Tell as far as the step goes: what comes later takes its room once it is there."""
    return grow(middle(column(*_parts(room, session, step, big, short=short), gap=room.px(18))))


def _parts(s: Sight, session: Session, step: str, big: float, *, short: bool = True) -> list[Piece]:
    at = STEPS.index(step)
    size = BODY if at else max(BODY, big * 0.4)
    parts = [_guesses(s, session, size, short=short)] if session.guesses and (at < 1 or not short) else []
    if at >= 1:
        parts.append(_truth(s, session, big))
    if at >= 2:
        parts.append(_bias(s, session))
    return parts


def _guesses(s: Sight, session: Session, size: float, *, short: bool) -> Piece:
    """Give each guess with whose it is, from the least to the most; in less room, from which to which."""
    lang, found = s.speaker.lang, sorted(session.guesses, key=lambda guess: guess[1])
    least, most = (numbers.percent(found[at][1], lang) for at in (0, -1))
    if short:
        said = s.say("guess.range", least=least, most=most)
        return label(s, "share:range", said, Style(size, bold=True, align="centre"))
    chips = (_chip(s, session, size, seat, numbers.percent(percent, lang)) for seat, percent in found)
    return flowing(tuple(chips), (s.px(14), s.px(12)))


def _chip(s: Sight, session: Session, size: float, seat: str, percent: str) -> Piece:
    sitting = session.sitting(seat)
    short = sitting.seat.short.say(s.speaker.lang) if sitting is not None else naming.role(s, session, seat)
    family = session.workshop.deck.family(sitting.seat.family) if sitting is not None else None
    colour = family.colour if family is not None else theme.INK_3
    words = row(line(s, short, Style(size * 0.7, back=theme.WHITE)),
                line(s, percent, Style(size, bold=True, back=theme.WHITE)), gap=s.px(12))  # fmt: skip
    shape = over(pad(words, s.px(16), s.px(6)), lambda box: (
        Fill(box, theme.WHITE, s.px(theme.RADIUS), theme.SAND, s.px(2)),
        Fill(box.cut_left(s.px(8))[0], colour, s.px(4)),
    ))  # fmt: skip
    return node("text", f"share:guess:{seat}", f"{short}, {percent}", shape)


def _truth(s: Sight, session: Session, big: float) -> Piece:
    """Say the share, as large as may be, and what it is in euros."""
    lang, budget = s.speaker.lang, session.workshop.scenario.budget
    share = numbers.percent(budget.share_pct, lang)
    facts = s.say("guess.answer", bought=numbers.euros_short(budget.purchases, lang),
                  total=numbers.euros_short(budget.total, lang))  # fmt: skip
    shape = column(text(s, share, Style(big, bold=True, align="centre")), text(s, facts, Style(BODY, align="centre")))
    return node("text", "share:truth", f"{share}. {facts}", shape, hint=budget.note.say(lang), states=("live",))


def _bias(s: Sight, session: Session) -> Piece:
    """Say how far the room's mean guess was from the share, and what the last council had guessed."""
    lang, share = s.speaker.lang, session.workshop.scenario.budget.share_pct
    mean = round(sum(percent for _, percent in session.guesses) / len(session.guesses))
    off = "right" if mean == share else "over" if mean > share else "under"
    said = s.say(f"guess.bias.{off}", mean=numbers.percent(mean, lang), n=abs(mean - share))
    lines = [text(s, said, Style(BODY, bold=True, align="centre"))]
    if session.former is not None and session.former.guess is not None:
        before = s.say("guess.former", mean=numbers.percent(round(session.former.guess), lang))
        lines.append(text(s, before, Style(theme.TEXT, align="centre")))
        said = f"{said} {before}"
    return node("text", "share:bias", said, column(*lines, gap=s.px(8)), states=("live",))
