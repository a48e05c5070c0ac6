"""One objective under review: its figures and curve, the group's guess, the measure to write, what comes next."""

from __future__ import annotations

from game.core.months import number
from game.core.moves.measures import COMMENT_LIMIT, GuessMeasure, RecordMeasure
from game.core.review import DECISIONS, Carried, Lost, Measure
from game.core.session import Session
from game.view.answer.intents import Commit, FindData, OpenDialog, Several
from game.view.answer.ui import Ui
from game.view.parts import naming, wording
from game.view.parts.cards import badge
from game.view.parts.fields import Field
from game.view.parts.guarded import guarded
from game.view.parts.lists import kept
from game.view.parts.pieces import field, icon, label, plate, press, text, told
from game.view.parts.widgets import Button
from game.view.review import curve
from game.view.review.steps import start, steps
from game.view.tree import theme
from game.view.tree.layout import (
    Piece,
    abreast,
    bottom,
    column,
    grid,
    made,
    node,
    over,
    pad,
    shared,
    sized,
    space,
    ways,
)
from game.view.tree.looks import Style
from game.view.tree.sight import Sight
from game.words.calendar import day, month

NARROW = 900
"""Width below which fields stand one under the other."""
WIDE = 1200
"""Width from which the figures stand beside their curve."""
CHART = 230
"""Height of the curve."""
ICONS = {"keep": "check", "adjust": "pencil", "generalise": "copy-plus", "stop": "x"}


def field_key(code: str, name: str) -> str:
    """Give the key of a field of the review: that of its draft too."""
    return f"review:{code}:{name}"


def pieces(s: Sight, ui: Ui, session: Session, one: Carried) -> tuple[Piece, ...]:
    """Give the sheet of an objective under review, from what it aims at to what is decided."""
    lang = s.speaker.lang
    levers = " + ".join(lever.name.say(lang) for lever in one.levers)
    said = s.say("review.indicator", indicator=one.indicator.say(lang), unit=one.unit.say(lang),
                 source=one.source.say(lang) or s.say("review.unknown"))  # fmt: skip
    who = s.say("review.who", deputy=one.deputy.say(lang), levers=levers)
    return (
        _head(s, session, one),
        label(s, "review:indicator", said, Style(ink=theme.INK_3)),
        label(s, "review:who", who, Style(ink=theme.INK_3)),
        _results(s, session, one),
        *_guess(s, ui, one),
        _form(s, ui, session, one),
        *start(s, one),
        *steps(s, ui, one),
        *_history(s, one),
    )


def _results(s: Sight, session: Session, one: Carried) -> Piece:
    """Give the figures beside their curve where there is room, else over it."""
    figures, chart = _figures(s, session, one), kept(s, "review:chart", _chart, one)
    beside = shared(((figures, 3), (chart, 4)), s.px(12))
    both = ways(sized(beside, wide=s.px(WIDE)), column(figures, chart, gap=s.px(12)))
    return node("group", "review:results", "", both)


def _chart(s: Sight, one: Carried) -> Piece:
    return made(0, s.px(CHART), lambda box: curve.chart(s, one, "review:chart", box))


def _head(s: Sight, session: Session, one: Carried) -> Piece:
    family = session.workshop.deck.family(one.family.id)
    said = f"{one.code} · {naming.typed(s, one.title.say(s.speaker.lang))}"
    tag = badge(s, family) if family is not None else space()
    return node("heading", "review:head", said, told(s, tag, text(s, said, Style(theme.LABEL, bold=True)), 14))


def _figures(s: Sight, session: Session, one: Carried) -> Piece:
    """Give start, target, deadline and the last measure with its month, side by side."""
    lang = s.speaker.lang
    now = wording.measured(s, one, one.now) if one.now is not None else s.say("review.unmeasured")
    since = f", {month(one.now.date[:7], lang)}" if one.now is not None else ""
    late, deadline, unknown = one.overdue(session.date), month(one.deadline, lang), s.say("review.unknown")
    cells = (
        _cell(s, "baseline", wording.started(s, one) or unknown),
        _cell(s, "target", wording.with_unit(s, one.target, one.unit) or unknown, ink=theme.GOOD),
        _cell(s, "deadline", f"{deadline} · {s.say('review.overdue')}", ink=theme.BAD, back=theme.BAD_2) if late
        else _cell(s, "deadline", deadline),
        _cell(s, "now", now, since, back=theme.ACCENT_2),
    )  # fmt: skip
    shape = ways(sized(grid(cells, 4, s.px(12)), wide=s.px(NARROW)), grid(cells, 2, s.px(12)))
    return node("group", "review:figures", "", shape)


def _cell(s: Sight, name: str, value: str, more: str = "", *, ink: str = theme.INK, back: str = theme.WHITE) -> Piece:
    head = s.say(f"review.{name}") + more
    words = column(
        text(s, head, Style(ink=theme.INK_3, back=back)),
        text(s, value, Style(theme.LABEL, ink, bold=True, back=back)),
        gap=s.px(2),
    )
    shape = over(pad(words, s.px(14), s.px(10)), plate(s, back, theme.LINE))
    return node("text", f"review:{name}", f"{head}, {value}", shape)


def _guess(s: Sight, ui: Ui, one: Carried) -> tuple[Piece, ...]:
    """Ask what the group expects, as long as nothing is measured, then hold it against it; open data may tell it."""
    if not one.fresh:
        key, name, shown = field_key(one.code, "guess"), s.say("review.guess"), wording.figure(s, one.guess)
        hint, does = s.say("review.guess.hint"), GuessMeasure(one.code, "")
        entry = field(s, ui, Field(key, name, shown, 40, commit=does, slot="value", hint=hint))
        both = abreast(((entry, 10), (bottom(_pull(s, one)), 7)), s.px(NARROW), (s.px(14), s.px(12)))
        return (node("group", f"{key}:row", "", both),)
    last, guess = one.fresh[-1], number(one.guess)
    if guess is None:
        return (_pull(s, one),)
    if last.amount is None:
        said = s.say("review.guessed.words", guess=wording.with_unit(s, one.guess, one.unit))
    else:
        gap = wording.gap(s, last.amount - guess, one.unit)
        said = s.say(
            "review.guessed",
            guess=wording.with_unit(s, one.guess, one.unit),
            value=wording.measured(s, one, last),
            gap=gap,
        )
    return label(s, "review:guessed", said, Style(theme.BODY, bold=True)), _pull(s, one)


def _pull(s: Sight, one: Carried) -> Piece:
    """Give the button that reads a measure in a file of open data."""
    offer, pull = s.say("opendata.offer"), Several((OpenDialog("opendata", one.code), FindData()))
    return press(s, Button("review:opendata", offer, pull, icon="database", size=theme.TEXT))


def _form(s: Sight, ui: Ui, session: Session, one: Carried) -> Piece:
    """Give the fields of a measure and the button that records it; each measure begins with empty fields."""
    count, gap = len(one.measures), s.px(14)
    keys = {name: field_key(one.code, f"{count}:{name}") for name in ("value", "date", "comment")}
    typed = {name: ui.text(key) for name, key in keys.items()}
    record = RecordMeasure(one.code, typed["value"], typed["date"], typed["comment"])
    today = day(session.date, s.speaker.lang)
    fields = (
        (field(s, ui, Field(keys["value"], s.say("review.measure"), "", 60, hint=s.say("review.measure.hint"))), 3),
        (field(s, ui, Field(keys["date"], s.say("review.date"), "", 40, hint=today)), 3),
        (guarded(s, ui, session.workshop, Field(keys["comment"], s.say("review.comment"), "", COMMENT_LIMIT)), 4),
    )
    kind, does = "primary" if typed["value"].strip() else "plain", Commit(keys["value"], record)
    go = press(s, Button("review:record", s.say("review.record"), does, kind, size=theme.TEXT))
    parts = (*fields, (bottom(go), 3))
    four, two = shared(parts, gap), (abreast(pair, s.px(560), (gap, gap)) for pair in (parts[:2], parts[2:]))
    shape = ways(sized(four, wide=max(four.wide, s.px(NARROW))), column(*two, gap=gap))
    return node("group", f"{keys['value']}:row", "", shape)


def _history(s: Sight, one: Carried) -> tuple[Piece, ...]:
    """Tell the measures, the decisions and what was undressed, the latest first, each with its reason."""
    lines = [(f"measure:{i}", _measured(s, one, item)) for i, item in enumerate(one.measures)][::-1]
    lines += [(f"decision:{i}", wording.decided(s, item)) for i, item in enumerate(one.decisions)][::-1]
    lines += [(f"lost:{i}", _lost(s, item)) for i, item in enumerate(one.lost)]
    return tuple(label(s, f"review:{key}", said) for key, said in lines)


def _measured(s: Sight, one: Carried, item: Measure) -> str:
    said = s.say("review.measured", date=day(item.date, s.speaker.lang), value=wording.measured(s, one, item))
    source = s.say("review.pulled", file=item.file) if item.file else ""
    return " · ".join(part for part in (said, naming.typed(s, item.comment), source) if part)


def _lost(s: Sight, item: Lost) -> str:
    lang = s.speaker.lang
    was, now = item.was.say(lang), item.now.say(lang)
    change = s.say("review.changed", was=was, now=now) if now else was
    return s.say("review.lost", what=f"{change} · {naming.typed(s, item.reason)}")


def ways_on(s: Sight, one: Carried) -> Piece:
    """Give the four ways to go on; pressing one asks for the reason."""
    now = one.decision.what if one.decision is not None else ""
    found = [kept(s, f"review:way:{what}", _way, one.code, what, what == now) for what in DECISIONS]
    four, two, single = (grid(found, across, s.px(12)) for across in (4, 2, 1))
    shape = ways(sized(four, wide=max(four.wide, s.px(NARROW))), sized(two, wide=s.px(560)), single)
    return node("group", "review:ways", s.say("review.decide"), shape)


def _way(s: Sight, code: str, what: str, on: bool) -> Piece:  # noqa: FBT001
    name, use = s.say(f"review.what.{what}"), s.say(f"review.what.{what}.use")
    fill, ink, quiet = (theme.INK, theme.WHITE, theme.SAND) if on else (theme.WHITE, theme.INK, theme.INK_3)
    words = column(
        text(s, name, Style(theme.BODY, ink, bold=True, back=fill)), text(s, use, Style(ink=quiet, back=fill))
    )
    shape = pad(told(s, icon(s, ICONS[what], 36, ink), words), s.px(16), s.px(10))
    card = over(shape, plate(s, fill, theme.ACCENT if on else theme.INK_3, 4 if on else 2))
    return node("button", f"review:way:{what}", f"{name}, {use}", card, does=OpenDialog("followup", f"{code}:{what}"),
                states=("selected",) if on else ())  # fmt: skip
