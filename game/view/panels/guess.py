"""Repérage, first step: what share of the budget is bought? Each seat guesses, then the film lights up."""

from __future__ import annotations

from functools import partial

from game.core.moves.share import GuessShare, RevealShare
from game.core.scenario import Workshop
from game.core.session import Session, Sitting
from game.view import theme
from game.view.box import Box
from game.view.column import Part, column
from game.view.intents import SelectTab, Slide
from game.view.looks import Mark
from game.view.node import Node
from game.view.panels.film import FOOT, TOP, Guess, disc, film
from game.view.sight import Sight
from game.view.widgets import button, slider
from game.words import numbers

Pairs = tuple[tuple[str, int], ...]
LOW, NARROW = 620, 1500
"""Under which height and width, at 1080p, the sliders stand beside the film instead of under it."""
SIZES = (72, 64, 56, 48, 40, 34, 28)


def build(s: Sight, session: Session, box: Box) -> Node:
    """Build the step."""
    slides = tuple(pair for pair in s.ui.slides if pair[0].startswith("guess:"))
    reads = (session.workshop, session.seats, session.guesses, session.revealed, slides, s.ui.scroll("guess:list"))
    return s.panel("guess", _build, box, *reads)


def _build(s: Sight, box: Box, workshop: Workshop, seats: tuple[Sitting, ...], guesses: Pairs, *more: object) -> Node:
    revealed = bool(more[0])
    low = box.h < s.px(LOW) or box.w < s.px(NARROW)
    inner = box.inset(s.px(20 if low else 48), s.px(10 if low else 24))
    title = s.say("guess.question")
    asked, rest = ((), inner) if low and revealed else _question(s, inner, title, low=low)
    present = tuple(sitting for sitting in seats if sitting.present)
    shown = marks_of(s, workshop, present, dict(guesses))
    parts = _beside if low else _under
    kids = parts(s, rest, workshop, present, shown, revealed=revealed)
    return Node("group", "guess", title, box, kids=(*asked, *kids))


def _question(s: Sight, box: Box, title: str, *, low: bool) -> tuple[tuple[Node, ...], Box]:
    """Ask, as large as the room allows."""
    sizes = SIZES[3:] if low else SIZES
    lines = s.step(sizes[0]) if not low else s.px(64)
    head, rest = box.cut_top(lines, s.px(8 if low else 20))
    words = s.fitted(head, title, sizes, bold=True, align="left" if low else "centre", middle=True, back=theme.PAPER)
    return (Node("heading", "guess:question", title, head, (words,)),), rest


def marks_of(s: Sight, workshop: Workshop, present: tuple[Sitting, ...], guesses: dict[str, int]) -> tuple[Guess, ...]:
    """Give the guesses as they stand, those being slid included."""
    found = []
    for i, sitting in enumerate(present):
        percent = _percent(s, sitting, guesses)
        if percent is not None:
            found.append(_guess(s, workshop, i, sitting, percent))
    return tuple(found)


def _percent(s: Sight, sitting: Sitting, guesses: dict[str, int]) -> int | None:
    sliding = s.ui.slide(f"guess:{sitting.seat.id}", -1)
    return sliding if sliding >= 0 else guesses.get(sitting.seat.id)


def _guess(s: Sight, workshop: Workshop, i: int, sitting: Sitting, percent: int) -> Guess:
    family = workshop.deck.family(sitting.seat.family)
    colour = family.colour if family is not None else theme.INK_3
    return Guess(i + 1, sitting.seat.short.say(s.speaker.lang), colour, percent)


def _under(
    s: Sight, box: Box, workshop: Workshop, present: tuple[Sitting, ...], shown: tuple[Guess, ...], *, revealed: bool
) -> tuple[Node, ...]:
    """Lay the film over the sliders, or over the answer."""
    budget = workshop.scenario.budget
    strip, rest = box.cut_top(s.px(TOP + FOOT + (150 if revealed else 180)), s.px(16 if revealed else 24))
    foot, rest = rest.cut_bottom(s.px(92), s.px(20))
    bar = film(s, strip, budget, shown, lit=revealed)
    if revealed:
        return bar, _answer(s, rest, workshop, shown), _next(s, foot)
    return bar, _sliders(s, rest, workshop, present, shown, columns=2), *_reveal(s, foot, len(shown), len(present))


def _beside(
    s: Sight, box: Box, workshop: Workshop, present: tuple[Sitting, ...], shown: tuple[Guess, ...], *, revealed: bool
) -> tuple[Node, ...]:
    """Lay the sliders on the left of the film; the answer takes their place."""
    left, right = box.split_columns(1, 1, gap=s.px(24))
    foot, rest = right.cut_bottom(s.px(72), s.px(10))
    strip = rest.middle(rest.w, s.px(TOP + FOOT + 170))
    bar = film(s, strip, workshop.scenario.budget, shown, lit=revealed)
    if revealed:
        return bar, _answer(s, left, workshop, shown), _next(s, foot)
    sliders = _sliders(s, left, workshop, present, shown, columns=1)
    return bar, sliders, *_reveal(s, foot, len(shown), len(present))


def _sliders(
    s: Sight, box: Box, workshop: Workshop, present: tuple[Sitting, ...], shown: tuple[Guess, ...], *, columns: int
) -> Node:
    """Give one slider a seat, in rows that scroll when they are many."""
    known = {guess.number: guess for guess in shown}
    rows = [tuple(range(i, min(i + columns, len(present)))) for i in range(0, len(present), columns)]
    tall = s.px(78) if columns > 1 else s.px(112)

    def row(line: tuple[int, ...], cell: Box) -> Node:
        cells = cell.columns(columns, s.px(72))
        kids = (_slider(s, cells[k], workshop, i, present[i], known.get(i + 1)) for k, i in enumerate(line))
        return Node("group", f"guess:row:{line[0]}", "", cell, kids=tuple(kids))

    def parts(_: int) -> tuple[Part, ...]:
        return tuple((tall, partial(row, line)) for line in rows)

    return column(s, box, "guess:list", s.say("guess.sliders"), parts, s.px(8), middle=columns > 1)


def _slider(s: Sight, box: Box, workshop: Workshop, i: int, sitting: Sitting, guess: Guess | None) -> Node:
    """Give a seat's number and name, its slider and its per cent; two lines in a narrow column."""
    lang, key = s.speaker.lang, f"guess:{sitting.seat.id}"
    mine = guess or _guess(s, workshop, i, sitting, 0)
    shown = numbers.percent(mine.percent, lang) if guess else s.say("guess.none")
    wide = box.h < s.px(100)
    head, line = box.cut_left(s.px(330)) if wide else box.cut_top(s.px(52))
    value, line = line.cut_right(s.px(110), s.px(16)) if wide else (head.cut_right(s.px(110))[0], line)
    spot, name = head.cut_left(s.px(48), s.px(14))
    name = name if wide else name.cut_right(s.px(110))[1]
    track = line.inset(s.px(26), 0)
    slide = Slide(key, 0, 100, 1, mine.percent, track, GuessShare(sitting.seat.id, 0))
    marks: tuple[Mark, ...] = (
        *disc(s, spot.middle(s.px(48), s.px(48)), mine),
        s.fitted(name, mine.name, (theme.BODY, theme.TEXT), bold=True, middle=True, back=theme.PAPER),
        s.words(value, shown, theme.LABEL, bold=True, align="right", middle=True, back=theme.PAPER),
    )
    role = sitting.seat.role.say(lang)
    kids = (slider(s, line, key, s.say("guess.of", seat=role), slide, shown),)
    return Node("group", f"{key}:row", role, box, marks, kids=kids)


def _reveal(s: Sight, box: Box, given: int, seats: int) -> tuple[Node, Node]:
    """Count the guesses and offer the reveal: it is the big button once everyone has answered."""
    spot, rest = box.cut_right(min(s.px(560), box.w * 3 // 5), s.px(24))
    count = s.say("guess.count", n=given, seats=seats)
    kind = "primary" if given == seats else "plain"
    go = button(s, spot, "guess:reveal", s.say("guess.reveal"), RevealShare(), kind=kind, icon="film", size=theme.TITLE)
    words = s.fitted(rest, count, (theme.LABEL, theme.TEXT), theme.INK_3, middle=True, back=theme.PAPER)
    return Node("text", "guess:count", count, rest, (words,)), go


def _answer(s: Sight, box: Box, workshop: Workshop, shown: tuple[Guess, ...]) -> Node:
    """Say the real share against the room's mean guess, in euros too."""
    lang, budget = s.speaker.lang, workshop.scenario.budget
    facts = s.say(
        "guess.answer",
        bought=numbers.euros_short(budget.purchases, lang),
        total=numbers.euros_short(budget.total, lang),
    )
    share = numbers.percent(budget.share_pct, lang)
    lines: list[tuple[str, tuple[int, ...], str]] = [
        (share, (120, theme.HUGE, 72, 60, theme.BIG), theme.INK),
        (facts, (theme.BIG, 40, theme.TITLE, theme.LABEL, theme.TEXT), theme.INK),
    ]
    if shown:
        mean = round(sum(guess.percent for guess in shown) / len(shown))
        said = s.say("guess.mean", mean=numbers.percent(mean, lang), real=share)
        lines.append((said, (theme.TITLE, 32, theme.LABEL, theme.TEXT), theme.INK_3))
    rows = box.split_rows(5, *(3,) * (len(lines) - 1))
    align = "centre" if box.w > s.px(1000) else "left"
    marks = tuple(
        s.fitted(row, text, sizes, ink, bold=ink == theme.INK, align=align, middle=True, back=theme.PAPER)
        for row, (text, sizes, ink) in zip(rows, lines, strict=True)
    )
    note = budget.note.say(lang)
    return Node("text", "guess:answer", " ".join(text for text, _, _ in lines), box, marks, hint=note)


def _next(s: Sight, box: Box) -> Node:
    spot = box.middle(min(box.w, s.px(760)), box.h)
    does, size = SelectTab("scouting", "map"), theme.TITLE if box.w > s.px(700) else theme.TEXT
    return button(s, spot, "guess:map", s.say("guess.next"), does, kind="primary", icon="map", size=size)
