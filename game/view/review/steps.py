"""The means of an objective under review: written in the tender file, yes or no; then how far the levers are used."""

from __future__ import annotations

from game.core.months import month as month_of
from game.core.moves.steps import TellStep
from game.core.review import SHARE, WRITTEN, Carried
from game.view.answer.ui import Ui
from game.view.parts import limits, wording
from game.view.parts.fields import Field
from game.view.parts.pieces import field, label, press
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.layout import Piece, abreast, bottom, node
from game.view.tree.looks import Style
from game.view.tree.sight import Sight
from game.words.calendar import month

NARROW = 900
"""Width below which the answers stand one under the other."""


def steps(s: Sight, ui: Ui, one: Carried) -> tuple[Piece, ...]:
    """Give the means to be told; that an objective from before has none, or measures no effect."""
    quiet = Style(ink=theme.INK_3)
    if not one.written_by:
        return (label(s, "review:no_steps", s.say("review.no_steps"), quiet),)
    only = () if one.effect else (label(s, "review:no_effect", s.say("review.no_effect"), quiet),)
    share = (_share(s, ui, one),) if one.share.indicator else ()
    return (*only, _written(s, one), *share)


def start(s: Sight, one: Carried) -> tuple[Piece, ...]:
    """Say what stands for a start that is still to be established."""
    if month_of(one.baseline) != one.baseline or one.curve:
        return ()
    return (label(s, "review:first", s.say("review.first_is_start"), Style(ink=theme.INK_3)),)


def _written(s: Sight, one: Carried) -> Piece:
    said = label(s, "review:written_by", s.say("review.written", month=month(one.written_by, s.speaker.lang)))
    ways = [(bottom(_answer(s, one, value)), 1.0) for value in ("yes", "no")]
    return node("group", "review:written", "", abreast(((said, 4.0), *ways), s.px(NARROW), (s.px(12), s.px(8))))


def _answer(s: Sight, one: Carried, value: str) -> Piece:
    """Give an answer; pressed again, it is taken back."""
    on = one.written == value
    does = TellStep(one.code, WRITTEN, "" if on else value)
    name, spoken = s.say(f"review.written.{value}"), s.say(f"review.written.{value}.spoken")
    states = ("selected",) if on else ()
    return press(s, Button(f"review:written:{value}", name, does, states=states, size=theme.TEXT, spoken=spoken))


def _share(s: Sight, ui: Ui, one: Carried) -> Piece:
    lang = s.speaker.lang
    goal = wording.with_unit(s, one.share.target, one.share.unit)
    name = s.say("review.used", indicator=one.share.indicator.say(lang), goal=goal, month=month(one.share.by, lang))
    does = TellStep(one.code, SHARE, "")
    shown = wording.figure(s, one.used)
    return field(s, ui, Field(f"review:{one.code}:share", name, shown, limits.FIGURE, commit=does, slot="value"))
