"""Repérage, first step: what share of the budget is bought? Each seat guesses, then the film lights up."""

from __future__ import annotations

import re
from dataclasses import replace

from game.core.agenda import Phase
from game.core.frozen import dataclass
from game.core.moves.share import GuessShare, RevealShare
from game.core.scenario import Workshop
from game.core.session import Session, Sitting
from game.view.answer.intents import OpenDialog, Several
from game.view.answer.sliding import Slide
from game.view.answer.ui import Ui
from game.view.parts import podium
from game.view.parts.lists import Listed, scrolled
from game.view.parts.pieces import fitted, line, press, shrinking, symbol
from game.view.parts.turns import Answered, answered, narrow
from game.view.parts.widgets import Button, slider
from game.view.scouting.answer import answer, leads, podium_states
from game.view.scouting.answers import Awaited, awaited, opened
from game.view.scouting.budget_film import FOOT, TOP, Guess, disc, film, legend
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import (
    Piece,
    column,
    grid,
    grow,
    made,
    middle,
    node,
    pad,
    row,
    shared,
    sized,
    space,
    ways,
    whole,
)
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight
from game.words import numbers

Pairs = tuple[tuple[str, int], ...]
TALL, WIDE, TINY = 800, 1500, 340
"""At 1080p: from which height and width the film lies over the sliders, and under which height all of it scrolls."""
ASKED = 1000
"""From which width, at 1080p, the question stands on one line over what lies under one another."""
LEGEND = 700
"""From which width, at 1080p, the answer leaves room to say whose the guesses are."""
LINE = 620
"""From which width, at 1080p, a slider stands on the line of its name."""
SIZES = (72, 64, 56, 48, 40, 34, 28)


@dataclass(frozen=True, slots=True)
class Round:
    """What the step shows: who is there, what was guessed, and whether the share is known.

    `awaited` are those who have still to answer, where guesses are hidden.
    `council` is what a former council guessed, in per cent, for who joins it; `after`: the phase to go to where this
    one has no plan.
    """

    workshop: Workshop
    present: tuple[Sitting, ...]
    shown: tuple[Guess, ...]
    revealed: bool
    awaited: Awaited | None = None
    council: float | None = None
    after: Phase | None = None


def build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """Build the step."""
    present = tuple(sitting for sitting in session.seats if sitting.present)
    shown = marks_of(s, ui, session.workshop, present, dict(session.guesses))
    agenda, last = session.workshop.agenda, session.former
    council = last.guess if agenda.tryout and last is not None else None
    after = None if "map" in session.stage.panels else agenda.after(session.phase)
    now = Round(session.workshop, present, shown, session.revealed, awaited(ui, session), council, after)
    return s.part("guess", _build, ui.only(scrolls=("guess:list",)), now, box)


def _build(s: Sight, ui: Ui, now: Round, box: Box) -> Node:
    under = s.upright or (box.h >= s.px(TALL) and box.w >= s.px(WIDE))
    if box.h < s.px(TALL if s.upright and now.revealed else TINY):
        shape, edges = _stacked(s, ui, now), (20, 10)
    else:
        large = under and box.w >= s.px(ASKED)
        ask = sized(_question(s, ui, low=False), tall=s.step(SIZES[0])) if large else _question(s, ui, low=True)
        asked = ask if under or not now.revealed else None
        body = (_under if under else _beside)(s, ui, now)
        shape, edges = column(asked, grow(body), gap=s.px(20 if under else 8)), (48, 24) if large else (20, 10)
    return node("group", "guess", s.say("guess.question"), pad(shape, *(s.px(edge) for edge in edges))).node(box)


def _question(s: Sight, ui: Ui, *, low: bool) -> Piece:
    """Ask, as large as the room allows."""
    title, (size, *smaller) = s.say("guess.question"), podium.sizes(ui, *(SIZES[3:] if low else SIZES))
    style = Style(size, bold=True, align="left" if low else "centre", middle=True)
    words = (shrinking if low else fitted)(s, title, style, *smaller)
    asked = node("heading", "guess:question", title, words, states=podium_states(ui))
    return replace(asked, tall=lambda wide: max(s.px(64), asked.tall(wide))) if low else asked


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
    family, name = workshop.deck.family(sitting.seat.family), sitting.seat.short.say(s.speaker.lang)
    colour = family.colour if family is not None else theme.INK_3
    sign = family.letter if family is not None else initials(name)
    return Guess(i + 1, sign, name, colour, percent)


def initials(name: str) -> str:
    """Give the first letters of a name's first two words, as capitals."""
    return "".join(word[0] for word in re.findall(r"\w+", name)[:2]).upper()


def _film(s: Sight, now: Round, high: float) -> Piece:
    return film(s, now.workshop.scenario.budget, now.shown, high, lit=now.revealed)


def _under(s: Sight, ui: Ui, now: Round) -> Piece:
    """Lay the film over the sliders, the higher the fewer they are, or over the answer."""
    if now.revealed:
        told = column(
            ways(sized(legend(s, now.shown), wide=s.px(LEGEND)), space()) if now.shown else None,
            grow(answer(s, ui, now.workshop.scenario.budget, now.shown, now.council)),
            gap=s.px(8),
        )
        body = column(_film(s, now, 150), grow(told), gap=s.px(16))
        return column(grow(body), sized(leads(s, now.after), tall=s.px(92)), gap=s.px(20))
    foot, sliders = sized(_reveal(s, now), tall=s.px(92)), _sliders(s, ui, now, columns=1 if s.upright else 2)
    laid = (column(_film(s, now, high), sliders, gap=s.px(24)) for high in range(320 if s.upright else 180, 89, -5))
    return column(grow(whole(*laid)), foot, gap=s.px(20))


def _beside(s: Sight, ui: Ui, now: Round) -> Piece:
    """Lay the sliders on the left of the film; the answer takes their place."""
    strip = grow(sized(middle(_film(s, now, 170)), tall=s.px(TOP + FOOT + 90)))
    if now.revealed:
        left, foot = answer(s, ui, now.workshop.scenario.budget, now.shown, now.council), leads(s, now.after)
        strip = grow(whole(column(strip, legend(s, now.shown) if now.shown else None, gap=s.px(14)), column(strip)))
    else:
        left, foot = _sliders(s, ui, now, columns=1), _reveal(s, now)
    return shared(((left, 1), (column(strip, sized(foot, tall=s.px(72)), gap=s.px(10)), 1)), s.px(24))


def _stacked(s: Sight, ui: Ui, now: Round) -> Piece:
    """Lay everything in one column that scrolls: very large texts."""
    strip = _film(s, now, 110)
    if now.revealed:
        parts = [
            strip,
            sized(answer(s, ui, now.workshop.scenario.budget, now.shown, now.council), tall=s.px(300)),
            sized(leads(s, now.after), tall=s.px(72)),
        ]
    else:
        rows = (_seat(s, now, i)[1] for i in range(len(now.present)))
        end = node("group", "guess:end", "", _reveal(s, now))
        parts = [_question(s, ui, low=True), strip, *rows, sized(end, tall=s.px(72))]
    return scrolled(s, ui, Listed("guess:list", s.say("guess.sliders"), 8), parts)


def _sliders(s: Sight, ui: Ui, now: Round, *, columns: int) -> Piece:
    """Give each seat its slider, or whether it has answered, in rows that scroll when they are many."""
    sliders = [ways(*_seat(s, now, i)) for i in range(len(now.present))]
    rows = [
        node("group", f"guess:row:{i}", "", grid(sliders[i : i + columns], columns, s.px(72)))
        for i in range(0, len(sliders), columns)
    ]
    return scrolled(s, ui, Listed("guess:list", s.say("guess.sliders"), 24 if s.upright else 8, middle=True), rows)


def _seat(s: Sight, now: Round, i: int) -> tuple[Piece, ...]:
    """Give a seat's row, for a broad column, for a narrow one, and for one narrower still."""
    return _slider(s, now, i) if now.awaited is None else _answered(s, now, i, now.awaited)


def _answered(s: Sight, now: Round, i: int, left: Awaited) -> tuple[Piece, Piece]:
    """Say whether a seat has answered; pressing one that has not gives it the slate."""
    seat = now.present[i].seat
    mine, role = _guess(s, now.workshop, i, now.present[i], 0), seat.role.say(s.speaker.lang)
    on = seat.id not in left.seats
    name = s.say("guess.answered.of" if on else "guess.give", seat=role)
    shown = Answered(f"answer:{seat.id}", mine.name, name, s.say("guess.answered"), on, opened(seat.id))
    sign = disc(s, mine)
    return sized(answered(s, shown, sign), wide=s.px(LINE)), narrow(s, shown, sign)


def _slider(s: Sight, now: Round, i: int) -> tuple[Piece, ...]:
    """Give a seat's number and name, its slider and its per cent: on one line, on two, the name alone on the first."""
    sitting = now.present[i]
    lang, key, role = s.speaker.lang, f"guess:{sitting.seat.id}", sitting.seat.role.say(s.speaker.lang)
    guess = next((one for one in now.shown if one.number == i + 1), None)
    mine = guess or _guess(s, now.workshop, i, sitting, 0)
    shown = numbers.percent(mine.percent, lang) if guess else s.say("guess.none")

    def put(box: Box) -> Node:
        slide = Slide(key, 0, 100, 1, mine.percent, box.inset(s.px(26), 0), GuessShare(sitting.seat.id, 0))
        return slider(s, box, key, s.say("guess.of", seat=role), slide, shown)

    name = grow(fitted(s, mine.name, Style(theme.BODY, bold=True, middle=True), theme.TEXT))
    head, track = row(disc(s, mine), name, gap=s.px(14)), grow(made(0, s.px(theme.TARGET), put))
    value = sized(line(s, shown, Style(theme.LABEL, bold=True, align="right")), wide=s.px(110))
    broad = row(sized(head, wide=s.px(310)), grow(row(track, value, gap=s.px(16))))
    beside = sized(value, wide=s.width(numbers.percent(100, lang), theme.LABEL, bold=True))
    narrow = column(sized(row(grow(head), beside), tall=s.px(52)), track)
    tight = column(sized(head, tall=s.px(52)), row(track, beside))
    one, two, three = (node("group", f"{key}:row", role, shape) for shape in (broad, narrow, tight))
    named = head.wide + s.width(mine.name, theme.TEXT, bold=True) + beside.wide
    return (
        sized(one, wide=s.px(LINE), tall=s.px(78)), sized(two, wide=named, tall=s.px(112)), sized(three, tall=s.px(112))
    )  # fmt: skip


def _reveal(s: Sight, now: Round) -> Piece:
    """Count the guesses and offer the reveal: it is the big button once everyone has answered."""
    seats = len(now.present)
    given = len(now.shown) if now.awaited is None else seats - len(now.awaited.seats)
    kind, gap = "primary" if given == seats else "plain", s.px(24)
    told = Button("guess:reveal", s.say("guess.reveal"), _told(now), kind, "film", size=theme.TITLE)
    go = press(s, told)
    if now.awaited is not None and now.awaited.up:
        return _next_up(s, opened(now.awaited.up), told)
    count, style = s.say("guess.count", n=given, seats=seats), Style(theme.LABEL, theme.INK_3, middle=True)
    full, short = (
        shrinking(s, said, style, theme.TEXT) for said in (count, s.say("guess.short", n=given, seats=seats))
    )
    words = node("text", "guess:count", count, ways(sized(whole(full, short), wide=full.wide), short))
    broad = row(grow(sized(words, wide=0)), sized(go, wide=s.px(560)), gap=gap)
    sign = row(grow(sized(words, wide=0)), symbol(s, told), gap=gap)
    return ways(sized(broad, wide=s.px(933)), shared(((words, 2), (go, 3)), gap), sign)


def _next_up(s: Sight, opens: object, told: Button) -> Piece:
    """Offer the slate to who comes next, and beside it the reveal; in a narrow room the reveal is a sign."""
    take, small = Button("guess:take", s.say("guess.take"), opens, "primary", "eye-off"), replace(told, size=theme.TEXT)
    large = shared(((press(s, replace(take, size=theme.LABEL)), 3), (press(s, told), 2)), s.px(24))
    return ways(large, row(grow(press(s, take)), press(s, small), gap=s.px(12)),
                row(grow(press(s, replace(take, icon=""))), symbol(s, told), gap=s.px(12)))  # fmt: skip


def _told(now: Round) -> object:
    """Give what the reveal does: where somebody has still to answer in secret, it is asked about first."""
    early = now.awaited is not None and now.awaited.seats
    return OpenDialog("early") if early else Several((RevealShare(), OpenDialog("share")))
