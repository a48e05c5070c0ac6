"""One objective under review: its figures and curve, the group's guess, the measure to write, what comes next."""

from __future__ import annotations

from collections.abc import Callable

from game.core.months import number
from game.core.moves.measures import COMMENT_LIMIT, GuessMeasure, RecordMeasure
from game.core.review import DECISIONS, Carried, Decision, Lost, Measure
from game.core.session import Session
from game.view import theme
from game.view.box import Box
from game.view.cards import badge_marks
from game.view.fields import Field
from game.view.fields import field as text_field
from game.view.intents import Commit, FindData, OpenDialog, Several
from game.view.looks import Fill, Icon, Mark, Style
from game.view.node import Node
from game.view.panels import curve, naming, plainly
from game.view.panels.blocks import Block, aside, text
from game.view.sight import Sight
from game.view.ui import Ui
from game.view.widgets import Button, button
from game.words.calendar import day, month

NARROW = 900
"""Width below which fields stand one under the other."""
CHART = 270
ICONS = {"keep": "check", "adjust": "pencil", "generalise": "copy-plus", "stop": "x"}


def field_key(code: str, name: str) -> str:
    """Give the key of a field of the review: that of its draft too."""
    return f"review:{code}:{name}"


def blocks(s: Sight, ui: Ui, session: Session, one: Carried, wide: int) -> tuple[Block, ...]:
    """Give the sheet of an objective under review, from what it aims at to what is decided."""
    lang = s.speaker.lang
    levers = " + ".join(lever.name.say(lang) for lever in one.levers)
    said = s.say("review.indicator", indicator=one.indicator.say(lang), unit=one.unit.say(lang),
                 source=one.source.say(lang) or s.say("review.unknown"))  # fmt: skip
    who = s.say("review.who", deputy=one.deputy.say(lang), levers=levers)
    return (
        _head(s, session, one, wide),
        text(s, wide, "review:indicator", said, Style(ink=theme.INK_3)),
        text(s, wide, "review:who", who, Style(ink=theme.INK_3)),
        _figures(s, session, one, wide),
        Block(s.px(CHART), lambda box: curve.chart(s, one, "review:chart", box)),
        *_guess(s, ui, one, wide),
        *_form(s, ui, session, one, wide),
        *_history(s, one, wide),
    )


def _head(s: Sight, session: Session, one: Carried, wide: int) -> Block:
    family = session.workshop.deck.family(one.family.id)
    title = naming.typed(s, one.title.say(s.speaker.lang))
    said = f"{one.code} · {title}"
    room = wide - s.px(100) if family is not None else wide
    tall = max(s.px(44), s.tall(said, theme.LABEL, room, bold=True))

    def build(box: Box) -> Node:
        tag, rest = box.cut_left(s.px(86), s.px(14)) if family is not None else (box, box)
        marks: tuple[Mark, ...] = (s.words(rest, said, Style(theme.LABEL, bold=True)),)
        if family is not None:
            marks = (*badge_marks(s, tag.cut_top(s.px(44))[0], family), *marks)
        return Node("heading", "review:head", said, box, marks)

    return Block(tall, build)


def _figures(s: Sight, session: Session, one: Carried, wide: int) -> Block:
    """Give start, target, deadline and the last measure with its month, side by side."""
    lang = s.speaker.lang
    now = _value(s, one, one.now) if one.now is not None else s.say("review.unmeasured")
    late = one.overdue(session.date)
    deadline = month(one.deadline, lang)
    cells = (
        ("baseline", plainly.with_unit(s, one.baseline, one.unit) or s.say("review.unknown"), theme.INK, theme.WHITE),
        ("target", plainly.with_unit(s, one.target, one.unit) or s.say("review.unknown"), theme.GOOD, theme.WHITE),
        ("deadline", f"{deadline} · {s.say('review.overdue')}" if late else deadline, theme.BAD if late else theme.INK,
         theme.BAD_2 if late else theme.WHITE),
        ("now", now, theme.INK, theme.ACCENT_2),
    )  # fmt: skip
    across = 4 if wide >= s.px(NARROW) else 2
    room = (wide - (across - 1) * s.px(12)) // across
    heads = {name: s.say(f"review.{name}") for name, *_ in cells}
    if one.now is not None:
        heads["now"] += f", {month(one.now.date[:7], lang)}"
    found = [_cell(s, name, heads[name], value, ink, back, room) for name, value, ink, back in cells]
    tall = max(block.tall for block in found)
    if across == 4:
        return Block(tall, aside(tuple(found), s.px(12)).build)

    def build(box: Box) -> Node:
        spots = box.grid(2, 2, s.px(12))
        kids = tuple(block.build(spot) for block, spot in zip(found, spots, strict=True))
        return Node("group", "review:figures", "", box, kids=kids)

    return Block(2 * tall + s.px(12), build)


def _cell(s: Sight, name: str, head: str, value: str, ink: str, back: str, wide: int) -> Block:
    pad = s.px(14)
    room = wide - 2 * pad - s.px(6)  # columns may be a pixel narrower
    over, tall = s.tall(head, theme.TEXT, room), s.tall(value, theme.LABEL, room, bold=True)

    def build(box: Box) -> Node:
        top, rest = box.inset(pad, s.px(10)).cut_top(over, s.px(2))
        look = (
            Fill(box, back, s.px(theme.RADIUS), theme.LINE, s.px(2)),
            s.words(top, head, Style(ink=theme.INK_3, back=back)),
            s.words(rest, value, Style(theme.LABEL, ink, bold=True, back=back)),
        )
        return Node("text", f"review:{name}", f"{head}, {value}", box, look)

    return Block(over + tall + 2 * s.px(10) + s.px(2), build)


def _value(s: Sight, one: Carried, measure: Measure) -> str:
    """Give a measure as it is told: words, a number, or so many of so many."""
    if measure.amount is None:
        return naming.typed(s, measure.value)
    value = plainly.with_unit(s, measure.value, one.unit)
    return s.say("review.counted", k=measure.k, n=measure.n, value=value) if measure.n else value


def _guess(s: Sight, ui: Ui, one: Carried, wide: int) -> tuple[Block, ...]:
    """Ask what the group expects, as long as nothing is measured; then hold it against the measure."""
    if not one.fresh:
        key, name, shown = field_key(one.code, "guess"), s.say("review.guess"), plainly.figure(s, one.guess)
        hint, does = s.say("review.guess.hint"), GuessMeasure(one.code, "")
        return (_row(s, ui, wide, ((Field(key, name, shown, 40, commit=does, slot="value", hint=hint), 3),)),)
    last, guess = one.fresh[-1], number(one.guess)
    if guess is None:
        return ()
    if last.amount is None:
        said = s.say("review.guessed.words", guess=plainly.with_unit(s, one.guess, one.unit))
    else:
        gap = plainly.gap(s, last.amount - guess, one.unit)
        said = s.say(
            "review.guessed", guess=plainly.with_unit(s, one.guess, one.unit), value=_value(s, one, last), gap=gap
        )
    return (text(s, wide, "review:guessed", said, Style(theme.BODY, bold=True)),)


Entry = tuple[Field, int]
"""A field of the form, and its share of the width."""


def _row(s: Sight, ui: Ui, wide: int, entries: tuple[Entry, ...], last: Callable[[Box], Node] | None = None) -> Block:
    """Lay fields side by side, and a button after them; one under the other where the room is narrow."""
    tall = s.step(theme.TEXT) + s.px(4) + s.step(theme.BODY) + s.px(22)
    shares = [share for _, share in entries] + ([3] if last is not None else [])
    count, gap = len(shares), s.px(14)

    def build(box: Box) -> Node:
        across = box.split_columns(*shares, gap=gap) if wide >= s.px(NARROW) else box.stack(tall, count, gap)
        kids = [text_field(s, ui, spot, entry) for (entry, _), spot in zip(entries, across, strict=False)]
        kids += [last(across[-1])] if last is not None else []
        return Node("group", f"{entries[0][0].key}:row", "", box, kids=tuple(kids))

    return Block(tall if wide >= s.px(NARROW) else count * tall + (count - 1) * gap, build)


def _form(s: Sight, ui: Ui, session: Session, one: Carried, wide: int) -> tuple[Block, ...]:
    """Give the fields of a measure and the button that records it; each measure begins with empty fields."""
    made = len(one.measures)
    keys = {name: field_key(one.code, f"{made}:{name}") for name in ("value", "date", "comment")}
    typed = {name: ui.text(key) for name, key in keys.items()}
    record = RecordMeasure(one.code, typed["value"], typed["date"], typed["comment"])
    entries = (
        (Field(keys["value"], s.say("review.measure"), "", 60, hint=s.say("review.measure.hint")), 3),
        (Field(keys["date"], s.say("review.date"), "", 40, hint=day(session.date, s.speaker.lang)), 3),
        (Field(keys["comment"], s.say("review.comment"), "", COMMENT_LIMIT), 4),
    )

    def last(spot: Box) -> Node:
        foot = spot.cut_bottom(min(spot.h, s.px(theme.BUTTON)))[0]
        kind = "primary" if typed["value"].strip() else "plain"
        does = Commit(keys["value"], record)
        return button(s, foot, Button("review:record", s.say("review.record"), does, kind=kind, size=theme.TEXT))

    return (_row(s, ui, wide, entries, last), _open_data(s, one))


def _open_data(s: Sight, one: Carried) -> Block:
    """Offer to take the measure from the town's open data."""
    does = Several((OpenDialog("opendata", one.code), FindData()))

    def build(box: Box) -> Node:
        return button(
            s, box, Button("review:opendata", s.say("opendata.offer"), does, icon="database", size=theme.TEXT)
        )

    return Block(s.px(theme.BUTTON), build)


def _history(s: Sight, one: Carried, wide: int) -> tuple[Block, ...]:
    """Tell the measures, the decisions and what was undressed, the latest first, each with its reason."""
    lines = [(f"measure:{i}", _measured(s, one, item)) for i, item in enumerate(one.measures)][::-1]
    lines += [(f"decision:{i}", decided(s, item)) for i, item in enumerate(one.decisions)][::-1]
    lines += [(f"lost:{i}", _lost(s, item)) for i, item in enumerate(one.lost)]
    return tuple(text(s, wide, f"review:{key}", said) for key, said in lines)


def _measured(s: Sight, one: Carried, item: Measure) -> str:
    said = s.say("review.measured", date=day(item.date, s.speaker.lang), value=_value(s, one, item))
    source = s.say("review.pulled", file=item.file) if item.file else ""
    return " · ".join(part for part in (said, naming.typed(s, item.comment), source) if part)


def summary(s: Sight, one: Carried) -> str:
    """Tell in a line where an objective stands and what this review decided of it."""
    now = one.fresh[-1] if one.fresh else one.now
    value = _value(s, one, now) if now is not None else s.say("review.unmeasured")
    what = decided(s, one.decision) if one.decision is not None else s.say("review.undecided")
    return f"{value} · {what}"


def decided(s: Sight, item: Decision) -> str:
    """Tell a decision: when, what, why, and the target or deadline it changed."""
    what, reason = s.say(f"review.what.{item.what}"), naming.typed(s, item.reason)
    said = s.say("review.decision", quarter=item.quarter, what=what, reason=reason)
    changes = []
    if item.target:
        was, now = plainly.figure(s, item.was_target), plainly.figure(s, item.target)
        changes.append(s.say("review.changed.target", was=was, now=now))
    if item.deadline:
        was, now = (month(value, s.speaker.lang) for value in (item.was_deadline, item.deadline))
        changes.append(s.say("review.changed.deadline", was=was, now=now))
    return f"{said} ({', '.join(changes)})" if changes else said


def _lost(s: Sight, item: Lost) -> str:
    lang = s.speaker.lang
    was, now = item.was.say(lang), item.now.say(lang)
    change = s.say("review.changed", was=was, now=now) if now else was
    return s.say("review.lost", what=f"{change} · {naming.typed(s, item.reason)}")


def ways(s: Sight, one: Carried, wide: int) -> Block:
    """Give the four ways to go on; pressing one asks for the reason."""
    across = 4 if wide >= s.px(NARROW) else 2 if wide >= s.px(560) else 1
    room = (wide - (across - 1) * s.px(12)) // across
    found = [_way(s, one, what, room) for what in DECISIONS]
    tall, down = max(block.tall for block in found), -(-len(found) // across)

    def build(box: Box) -> Node:
        spots = box.grid(across, down, s.px(12))
        kids = tuple(block.build(spot) for block, spot in zip(found, spots, strict=True))
        return Node("group", "review:ways", s.say("review.decide"), box, kids=kids)

    return Block(down * tall + (down - 1) * s.px(12), build)


def _way(s: Sight, one: Carried, what: str, wide: int) -> Block:
    name, use = s.say(f"review.what.{what}"), s.say(f"review.what.{what}.use")
    on = one.decision is not None and one.decision.what == what
    fill, ink, quiet = (theme.INK, theme.WHITE, theme.SAND) if on else (theme.WHITE, theme.INK, theme.INK_3)
    room = wide - s.px(80)
    heights = s.tall(name, theme.BODY, room, bold=True), s.tall(use, theme.TEXT, room)

    def build(box: Box) -> Node:
        spot, rest = box.inset(s.px(16), s.px(10)).cut_left(s.px(36), s.px(12))
        top, foot = rest.cut_top(heights[0])
        look = (
            Fill(box, fill, s.px(theme.RADIUS), theme.ACCENT if on else theme.INK_3, s.px(4 if on else 2)),
            Icon(spot.cut_top(s.px(36))[0], ICONS[what], ink),
            s.words(top, name, Style(theme.BODY, ink, bold=True, back=fill)),
            s.words(foot, use, Style(ink=quiet, back=fill)),
        )
        states = ("selected",) if on else ()
        does = OpenDialog("followup", f"{one.code}:{what}")
        return Node("button", f"review:way:{what}", f"{name}, {use}", box, look, does, states)

    return Block(sum(heights) + 2 * s.px(10), build)
