"""Repérage, first step: what share of the budget is bought? Each seat guesses, then the film lights up."""

from __future__ import annotations

from functools import partial

from game.core.frozen import dataclass
from game.core.moves.share import GuessShare, RevealShare
from game.core.scenario import Workshop
from game.core.session import Session, Sitting
from game.view.answer.intents import SelectTab, Slide
from game.view.answer.ui import Ui
from game.view.parts.lists import Listed, scrolled
from game.view.parts.widgets import Button, button, slider
from game.view.scouting.budget_film import FOOT, TOP, Guess, disc, film, legend
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import grid, made, node
from game.view.tree.looks import Mark, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight
from game.words import numbers

Pairs = tuple[tuple[str, int], ...]
TALL, WIDE, TINY = 800, 1500, 300
"""At 1080p: from which height and width the film lies over the sliders, and under which height all of it scrolls."""
LINE = 620
"""From which width, at 1080p, a slider stands on the line of its name."""
SIZES = (72, 64, 56, 48, 40, 34, 28)


@dataclass(frozen=True, slots=True)
class Round:
    """What the step shows: who is there, what was guessed, and whether the share is known."""

    workshop: Workshop
    present: tuple[Sitting, ...]
    shown: tuple[Guess, ...]
    revealed: bool


def build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """Build the step."""
    present = tuple(sitting for sitting in session.seats if sitting.present)
    shown = marks_of(s, ui, session.workshop, present, dict(session.guesses))
    now = Round(session.workshop, present, shown, session.revealed)
    return s.part("guess", _build, ui.only(scrolls=("guess:list",)), now, box)


def _build(s: Sight, ui: Ui, now: Round, box: Box) -> Node:
    title = s.say("guess.question")
    if box.h < s.px(TINY):
        return Node("group", "guess", title, box, kids=(_stacked(s, ui, box.inset(s.px(20), s.px(10)), now),))
    under = box.h >= s.px(TALL) and box.w >= s.px(WIDE)
    inner = box.inset(s.px(48 if under else 20), s.px(24 if under else 10))
    asked: tuple[Node, ...] = ()
    rest = inner
    if under or not now.revealed:
        head, rest = inner.cut_top(s.step(SIZES[0]) if under else s.px(64), s.px(20 if under else 8))
        asked = (_question(s, head, low=not under),)
    return Node("group", "guess", title, box, kids=(*asked, *(_under if under else _beside)(s, ui, rest, now)))


def _question(s: Sight, box: Box, *, low: bool) -> Node:
    """Ask, as large as the room allows."""
    title, align = s.say("guess.question"), "left" if low else "centre"
    size, *smaller = SIZES[3:] if low else SIZES
    words = s.fitted(box, title, Style(size, bold=True, align=align, middle=True), *smaller)
    return Node("heading", "guess:question", title, box, (words,))


def marks_of(
    s: Sight, ui: Ui, workshop: Workshop, present: tuple[Sitting, ...], guesses: dict[str, int]
) -> tuple[Guess, ...]:
    """Give the guesses as they stand, those being slid included."""
    found = []
    for i, sitting in enumerate(present):
        percent = _percent(s, ui, sitting, guesses)
        if percent is not None:
            found.append(_guess(s, workshop, i, sitting, percent))
    return tuple(found)


def _percent(s: Sight, ui: Ui, sitting: Sitting, guesses: dict[str, int]) -> int | None:
    sliding = ui.slide(f"guess:{sitting.seat.id}", -1)
    return sliding if sliding >= 0 else guesses.get(sitting.seat.id)


def _guess(s: Sight, workshop: Workshop, i: int, sitting: Sitting, percent: int) -> Guess:
    family = workshop.deck.family(sitting.seat.family)
    colour = family.colour if family is not None else theme.INK_3
    return Guess(i + 1, sitting.seat.short.say(s.speaker.lang), colour, percent)


def _film(s: Sight, box: Box, now: Round) -> Node:
    return film(s, box, now.workshop.scenario.budget, now.shown, lit=now.revealed)


def _under(s: Sight, ui: Ui, box: Box, now: Round) -> tuple[Node, ...]:
    """Lay the film over the sliders, or over the answer."""
    foot, rest = box.cut_bottom(s.px(92), s.px(20))
    if now.revealed:
        strip, rest = rest.cut_top(s.px(TOP + FOOT + 150), s.px(16))
        tall, whose = legend(s, rest.w, now.shown)
        names, rest = rest.cut_top(tall, s.px(8))
        return _film(s, strip, now), whose(names), _answer(s, rest, now), _next(s, foot)
    sliders = -(-len(now.present) // 2) * (s.px(78) + s.px(8))
    high = max(s.px(TOP + FOOT + 90), min(s.px(TOP + FOOT + 180), rest.h - s.px(24) - sliders))
    strip, rest = rest.cut_top(high, s.px(24))
    return _film(s, strip, now), _sliders(s, ui, rest, now, columns=2), *_reveal(s, foot, now)


def _beside(s: Sight, ui: Ui, box: Box, now: Round) -> tuple[Node, ...]:
    """Lay the sliders on the left of the film; the answer takes their place."""
    left, right = box.split_columns(1, 1, gap=s.px(24))
    foot, rest = right.cut_bottom(s.px(72), s.px(10))
    if now.revealed:
        tall, whose = legend(s, rest.w, now.shown)
        room = rest.h - tall - s.px(14) >= s.px(TOP + FOOT + 90)
        names, rest = rest.cut_bottom(tall, s.px(14)) if room else (rest, rest)
        strip = rest.middle(rest.w, s.px(TOP + FOOT + 170))
        return _film(s, strip, now), *((whose(names),) if room else ()), _answer(s, left, now), _next(s, foot)
    strip = rest.middle(rest.w, s.px(TOP + FOOT + 170))
    return _film(s, strip, now), _sliders(s, ui, left, now, columns=1), *_reveal(s, foot, now)


def _stacked(s: Sight, ui: Ui, box: Box, now: Round) -> Node:
    """Lay everything in one column that scrolls: very large texts."""

    def end(cell: Box) -> Node:
        return Node("group", "guess:end", "", cell, kids=_reveal(s, cell, now))

    strip = made(0, s.px(TOP + FOOT + 110), partial(_film, s, now=now))
    if now.revealed:
        parts = [strip, made(0, s.px(300), partial(_answer, s, now=now)), made(0, s.px(72), partial(_next, s))]
    else:
        ask, last = made(0, s.px(76), partial(_question, s, low=True)), made(0, s.px(72), end)
        rows = (made(0, s.px(112), partial(_slider, s, now, i)) for i in range(len(now.present)))
        parts = [ask, strip, *rows, last]
    return scrolled(s, ui, Listed("guess:list", s.say("guess.sliders"), 8), parts).node(box)


def _sliders(s: Sight, ui: Ui, box: Box, now: Round, *, columns: int) -> Node:
    """Give one slider a seat, in rows that scroll when they are many."""
    tall = s.px(78) if box.w // columns > s.px(LINE) else s.px(112)
    sliders = [made(0, tall, partial(_slider, s, now, i)) for i in range(len(now.present))]
    rows = [
        node("group", f"guess:row:{i}", "", grid(sliders[i : i + columns], columns, s.px(72)))
        for i in range(0, len(sliders), columns)
    ]
    return scrolled(s, ui, Listed("guess:list", s.say("guess.sliders"), 8, middle=True), rows).node(box)


def _slider(s: Sight, now: Round, i: int, box: Box) -> Node:
    """Give a seat's number and name, its slider and its per cent; two lines in a narrow column."""
    sitting = now.present[i]
    lang, key = s.speaker.lang, f"guess:{sitting.seat.id}"
    guess = next((one for one in now.shown if one.number == i + 1), None)
    mine = guess or _guess(s, now.workshop, i, sitting, 0)
    shown = numbers.percent(mine.percent, lang) if guess else s.say("guess.none")
    wide = box.h < s.px(100)
    head, line = box.cut_left(s.px(310)) if wide else box.cut_top(s.px(52))
    value, line = line.cut_right(s.px(110), s.px(16)) if wide else (head.cut_right(s.px(110))[0], line)
    spot, name = head.cut_left(s.px(48), s.px(14))
    name = name if wide else name.cut_right(s.px(110))[1]
    track = line.inset(s.px(26), 0)
    slide = Slide(key, 0, 100, 1, mine.percent, track, GuessShare(sitting.seat.id, 0))
    marks: tuple[Mark, ...] = (
        *disc(s, spot.middle(s.px(48), s.px(48)), mine),
        s.fitted(name, mine.name, Style(theme.BODY, bold=True, middle=True), theme.TEXT),
        s.words(value, shown, Style(theme.LABEL, bold=True, align="right", middle=True)),
    )
    role = sitting.seat.role.say(lang)
    kids = (slider(s, line, key, s.say("guess.of", seat=role), slide, shown),)
    return Node("group", f"{key}:row", role, box, marks, kids=kids)


def _reveal(s: Sight, box: Box, now: Round) -> tuple[Node, Node]:
    """Count the guesses and offer the reveal: it is the big button once everyone has answered."""
    given, seats = len(now.shown), len(now.present)
    spot, rest = box.cut_right(min(s.px(560), box.w * 3 // 5), s.px(24))
    count = s.say("guess.count", n=given, seats=seats)
    kind = "primary" if given == seats else "plain"
    go = button(
        s, spot, Button("guess:reveal", s.say("guess.reveal"), RevealShare(), kind=kind, icon="film", size=theme.TITLE)
    )
    fits = max(s.width(word, theme.TEXT) for word in count.split(" ")) <= rest.w
    short = (
        count if fits and s.tall(count, theme.TEXT, rest.w) <= rest.h else s.say("guess.short", n=given, seats=seats)
    )
    words = s.fitted(rest, short, Style(theme.LABEL, theme.INK_3, middle=True), theme.TEXT)
    return Node("text", "guess:count", count, rest, (words,)), go


def _answer(s: Sight, box: Box, now: Round) -> Node:
    """Say the real share against the room's mean guess, in euros too."""
    lang, budget, shown = s.speaker.lang, now.workshop.scenario.budget, now.shown
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
        s.fitted(row, text, Style(sizes[0], ink, bold=ink == theme.INK, align=align, middle=True), *sizes[1:])
        for row, (text, sizes, ink) in zip(rows, lines, strict=True)
    )
    note = budget.note.say(lang)
    return Node("text", "guess:answer", " ".join(text for text, _, _ in lines), box, marks, hint=note)


def _next(s: Sight, box: Box) -> Node:
    spot = box.middle(min(box.w, s.px(760)), box.h)
    does, size = SelectTab("scouting", "map"), theme.TITLE if box.w > s.px(700) else theme.TEXT
    return button(s, spot, Button("guess:map", s.say("guess.next"), does, kind="primary", icon="map", size=size))
