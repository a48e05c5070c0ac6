"""Raised hands: each pick with the numbers there may be, to press the one that was counted; all on one screen."""

from __future__ import annotations

from dataclasses import replace

from game.core.family import Family
from game.core.frozen import dataclass
from game.core.moves.ballots import CountHands
from game.core.picks import votable
from game.core.session import PlacedIssue, Session
from game.view.parts import naming
from game.view.parts.lists import kept
from game.view.parts.pieces import edged, icon, label, line, plate, press, stepper, text, told
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.layout import Piece, column, grow, middle, node, over, pad, row, sized, space, ways
from game.view.tree.looks import Fill, Style
from game.view.tree.sight import Sight

CHIP, MOST = 56, 12
"""Side of a number to press, and the most of them side by side: beyond, hands are counted by a minus and a plus."""

DIGIT, TWO = 40, 10
"""The largest a number of one figure stands in its square, and the first number that has two."""


@dataclass(frozen=True, slots=True)
class Raised:
    """A pick and its hands; None: they are not counted yet."""

    card: str
    number: int
    name: str
    family: Family
    hands: int | None
    voters: int


def uncounted(session: Session) -> int:
    """Count the picks whose hands nobody has counted."""
    counted = dict(session.ballot.hands)
    return sum(1 for pick in votable(session) if pick.card not in counted)


def rows(s: Sight, session: Session, found: tuple[PlacedIssue, ...], large: tuple[Sight, Sight]) -> tuple[Piece, ...]:
    """Give a row for each pick: what it is called and its numbers, each as large as its sight in `large` makes it."""
    label, numbers = (one.unit for one in large)
    counted = dict(session.ballot.hands)
    return tuple(
        kept(s, f"raised:{pick.card}:{label}:{numbers}", _row, Raised(
            pick.card, pick.number, naming.card(s, session, pick.card), naming.family(session, pick.family),
            counted.get(pick.card), len(session.voters),
        ), label, numbers) for pick in found
    )  # fmt: skip


def _row(s: Sight, one: Raised, called: float, counted: float) -> Piece:
    """Give a pick: its name and its numbers on a line, or one under the other, in a unit of their own."""
    room = replace(s, unit=counted)
    title = text(replace(s, unit=called), one.name, Style(theme.LABEL, bold=True, back=theme.WHITE))
    name = row(middle(pin(room, one.number, one.family)), grow(middle(title)), gap=s.px(14))
    numbers, steps = (_numbers(room, one, called / counted) if one.voters <= MOST else _steps(s, one)), _steps(s, one)
    beside = row(grow(sized(name, wide=s.px(400))), middle(numbers), gap=s.px(20))
    under = column(name, numbers, gap=s.px(8))
    shape = pad(ways(beside, under, column(name, steps, gap=s.px(8))), s.px(24), s.px(7))
    look = edged(s, plate(s), one.family.colour)
    said = s.say("council.hands.none", pick=one.name)
    spoken = said if one.hands is None else s.say("council.hands.one", pick=one.name, n=one.hands)
    return node("row", f"raised:{one.card}", spoken, over(shape, look))


def pin(s: Sight, number: int, family: Family) -> Piece:
    """Give a pick's pin."""
    fill = family.colour
    words = line(s, str(number), Style(theme.BODY, theme.on(fill), bold=True, back=fill, align="centre"))
    return over(sized(words, wide=s.px(46), tall=s.px(46)), lambda box: (Fill(box, fill, box.h // 2),))


def _numbers(s: Sight, one: Raised, larger: float) -> Piece:
    size = min(DIGIT, theme.BODY * larger) if one.voters < TWO else theme.BODY
    found = (sized(press(s, _number(s, one, n, size), CHIP), wide=s.px(CHIP)) for n in range(one.voters + 1))
    return node("group", f"hands:{one.card}", one.name, row(*found, gap=s.px(6)))


def _number(s: Sight, one: Raised, n: int, size: float) -> Button:
    states = ("selected",) if n == one.hands else ()
    spoken = s.say("council.hands.one", pick=one.name, n=n)
    return Button(f"hands:{one.card}:{n}", str(n), CountHands(one.card, n), states=states, size=size, spoken=spoken)


def _steps(s: Sight, one: Raised) -> Piece:
    n = one.hands or 0
    less, more = (CountHands(one.card, n - 1), n > 0), (CountHands(one.card, n + 1), n < one.voters)
    return stepper(s, f"hands:{one.card}", one.name, str(n), (less, more))


def panel(s: Sight, session: Session, closing: Piece) -> Piece:
    """Give the vote's side: what is asked of the room, how many picks are counted, and the end of the vote."""
    asked = label(s, "hands:ask", s.say("council.hands.ask"), Style(theme.LABEL, bold=True, back=theme.ACCENT_2))
    card = over(pad(told(s, icon(s, "hand", 44), asked), s.px(18), s.px(16)), plate(s, theme.ACCENT_2, theme.ACCENT, 4))
    n = len(votable(session))
    said = s.say("council.hands.counted", n=n - uncounted(session), picks=n)
    counted = label(s, "hands:counted", said, Style(theme.BODY, back=theme.SAND))
    parts = column(card, counted, grow(space()), closing, gap=s.px(14))
    return grow(node("group", "voting", s.say("council.vote.title"), parts))
