"""A pick as a row of the vote: its cards, its figures, its opportunity, its tokens, and what became of it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from game.core.family import Family
from game.core.fitting import opportunities
from game.core.frozen import dataclass
from game.core.objective import Figures
from game.core.picks import figures
from game.core.scenario import Intention
from game.core.session import PlacedIssue, Session
from game.view.answer.gestures import PickSpot
from game.view.answer.intents import Spotlight
from game.view.council.ranking import fate
from game.view.council.tokens import LARGE, SIDE, Tokens, hand, laid, tokens
from game.view.parts import lists, naming, voices
from game.view.parts.cards import badge, points
from game.view.parts.loads import figures_line
from game.view.parts.pieces import edged, icon, line, plate, text
from game.view.tree import theme
from game.view.tree.layout import (
    Piece,
    column,
    grow,
    lazily,
    lower,
    made,
    middle,
    node,
    over,
    pad,
    row,
    shared,
    sized,
    space,
    top,
    ways,
)
from game.view.tree.looks import Fill, Style
from game.view.tree.sight import Sight
from game.words.calendar import month

WIDE, TIGHT = 1120, 780
"""Width from which a pick stands on two lines, and below which all its parts stand one under the other."""
HEAD, FACTS, VOTES = 138, 274, 96
"""Widths of a row's parts: pin and badge, figures, tokens."""
TOLD = 56
"""The largest number of tokens, at the hands' scale: two figures of it stand in the width of VOTES."""
PAD, GAP, EDGE = 6, 16, 8
"""Margin above and below a row's parts, the gap between those side by side, and what its coloured edge takes more."""
FATES = {
    "owed": ("landmark", theme.INK, theme.PAPER_2),
    "kept": ("check", theme.GOOD, theme.GOOD_2),
    "tied": ("scale", theme.WARN, theme.WARN_2),
    "renounced": ("archive", theme.QUIET, theme.PAPER_2),
}
"""Icon, ink and fill of what became of a pick."""


@dataclass(frozen=True, slots=True)
class Row:
    """What a pick's row tells: `ahead` is until when the family's next purchase can be seized, if there is one.

    `heard` sums up the questions and the words of guests, and says when it is off the axes chosen.
    """

    card: str
    number: int
    issue: str
    levers: str
    family: Family
    sums: Figures
    ahead: str
    on: Tokens
    fate: str
    spoken: str
    heard: str = ""

    @property
    def back(self) -> str:
        """Give the colour behind it."""
        return theme.PAPER_2 if self.fate == "renounced" else theme.WHITE


def rows(
    s: Sight, session: Session, found: tuple[PlacedIssue, ...], seat: str, large: tuple[Sight, Sight]
) -> tuple[Piece, ...]:
    """Give the rows of picks: all with the opportunity in full, or in short where some levers need the room.

    `seat` is the one whose turn it is, empty while the table debates. `large`: the sights of a pick's label and votes,
    and of its figures.
    """
    label, sums = (one.unit for one in large)
    next_up = opportunities(session, found)
    told = [_told(s, session, pick, next_up.get(pick.card), seat) for pick in found]
    if label > s.unit:
        return tuple(lists.kept(s, f"pick:{one.card}:{label}:{sums}", _large, one, label, sums) for one in told)
    whole = [lists.kept(s, f"pick:{one.card}", _row, one) for one in told]
    least = max((piece.wide for piece in whole), default=0)

    def shorter(at: int) -> Piece:
        one = replace(told[at], ahead=_ahead(s, next_up.get(told[at].card), "before.short"))
        return lists.kept(s, f"pick:{one.card}:short", _row, one)

    short = [lazily(s.px(WIDE), partial(shorter, at)) for at in range(len(told))]
    return tuple(ways(sized(full, wide=least), other, full) for full, other in zip(whole, short, strict=True))


def _told(s: Sight, session: Session, pick: PlacedIssue, next_up: Intention | None, seat: str) -> Row:
    sums, end, on = figures(session, pick), fate(session, pick), tokens(session, pick, seat)
    issue, levers = naming.card(s, session, pick.card), naming.under(s, session, pick)
    ahead = _ahead(s, next_up, "before")
    key = "council.pick.spoken" if on.told else "council.pick.spoken.secret"
    said = s.say(
        key, number=pick.number, issue=issue, levers=levers,
        family=naming.family_name(s, session, pick.family),
        cost=points(sums.cost), delay=points(sums.delay), effort=sums.effort, impact=sums.impact,
        votes=naming.votes(s, session, on.count),
    )  # fmt: skip
    heard = voices.line(s, session, pick.card)
    spoken = ", ".join(filter(None, (said, ahead, heard, s.say(f"council.fate.{end}") if end else "")))
    family = naming.family(session, pick.family)
    return Row(pick.card, pick.number, issue, levers, family, sums, ahead, on, end, spoken, heard)


def _ahead(s: Sight, next_up: Intention | None, way: str) -> str:
    """Say until when the family's next purchase can be seized; empty when there is none."""
    return s.say(f"council.pick.{way}", month=month(next_up.launch, s.speaker.lang)) if next_up is not None else ""


def _large(s: Sight, one: Row, label: float, sums: float) -> Piece:
    """Give a row for the room: label, votes and figures in units of their own, what only the hands need in theirs."""
    room, gap = replace(s, unit=label), s.px(GAP)
    title, facts = _title(room, one), _facts(replace(s, unit=sums), one)
    levers, ahead = _levers(s, one), _seized(s, one) or space()
    under = (row(grow(middle(levers)), middle(ahead), gap=gap), column(levers, ahead))
    main = lower(
        *(row(grow(column(title, second)), middle(facts), gap=gap) for second in under),
        *(column(title, row(grow(second), middle(facts), gap=gap)) for second in under),
        column(title, levers, row(grow(ahead), facts, gap=gap)),
        column(title, levers, ahead, facts),
    )
    words = column(main, _heard(s, one))
    inside = row(_head(s, one), grow(middle(words)), _votes(s, one, room), _end(s, one), gap=gap)
    return _framed(s, one, pad(inside, s.px(18), s.px(PAD)))


def _votes(s: Sight, one: Row, room: Sight) -> Piece | None:
    """Give the tokens on a pick, as large as the room reads them; no place for them before there are any to tell."""
    if not one.on.told and not one.on.seat:
        return None
    return made(
        s.px(VOTES), s.px(SIDE), lambda box: laid(s, one.on, box, one.back, min(TOLD, LARGE * room.unit / s.unit))
    )


def _row(s: Sight, one: Row) -> Piece:
    """Give a row: on two lines, on three where it is narrower, one part under the other where it is tight.

    It asks for the width its levers and its opportunity need on one line.
    """
    laid_out = ways(
        lazily(s.px(WIDE), lambda: _two(s, one)), lazily(s.px(TIGHT), lambda: _three(s, one)), _tight(s, one)
    )
    shape = _framed(s, one, laid_out)
    least = s.px(EDGE) + _across(s, one, row(line(s, one.levers), _seized(s, one), gap=s.px(GAP))).wide
    return replace(shape, wide=least)


def _framed(s: Sight, one: Row, laid_out: Piece) -> Piece:
    """Put a row's parts on its plate, edged with its family's colour."""
    inside = row(space(wide=s.px(EDGE)), grow(laid_out))
    look = edged(s, plate(s, one.back), one.family.colour)
    accepts = PickSpot(one.card) if one.on.seat and not one.fate else None
    return node("row", f"pick:{one.card}", one.spoken, over(inside, look), does=Spotlight(one.card), accepts=accepts)


def _across(s: Sight, one: Row, main: Piece) -> Piece:
    """Put the head, the cards, the tokens and the end side by side."""
    votes = _votes(s, one, s)
    cards = grow(row(_head(s, one), grow(middle(main))))
    return pad(row(cards, votes, _end(s, one), gap=s.px(GAP)), s.px(18), s.px(PAD))


def _two(s: Sight, one: Row) -> Piece:
    """Lay two lines: the issue and its figures, the levers and the opportunity, under the figures where they may."""
    gap, ahead = s.px(GAP), _seized(s, one)
    under = sized(ahead, wide=max(ahead.wide, s.px(FACTS))) if ahead else None
    inline = row(grow(line(s, one.levers, Style(ink=theme.INK_3, back=one.back))), under, gap=gap)
    second = ways(inline, row(grow(_levers(s, one)), top(ahead) if ahead else None, gap=gap))
    return _across(s, one, column(row(grow(_title(s, one)), top(_facts(s, one)), gap=gap), second, _heard(s, one)))


def _three(s: Sight, one: Row) -> Piece:
    """Put the figures and the tokens on a line of their own, under the cards."""
    words = column(_title(s, one), _levers(s, one), _heard(s, one))
    cards = row(_head(s, one), grow(middle(words)), _end(s, one), gap=s.px(GAP))
    below = shared(tuple(zip(_facts_line(s, one), (300, 366, 160), strict=True)), s.px(12))
    return pad(column(cards, below, gap=s.px(6)), s.px(24), s.px(PAD))


def _tight(s: Sight, one: Row) -> Piece:
    """Put all parts one under the other."""
    end = _end(s, one)
    first = sized(row(grow(_head(s, one)), end), tall=s.px(62))
    cards = column(_title(s, one), _levers(s, one), _heard(s, one))
    return pad(column(first, cards, *_facts_line(s, one), gap=s.px(6)), s.px(24), s.px(PAD))


def _facts_line(s: Sight, one: Row) -> tuple[Piece, ...]:
    """Give figures, opportunity and tokens, each one line high."""
    tall = s.step(theme.TEXT)
    votes = made(0, tall, lambda box: laid(s, one.on, box, one.back))
    return tuple(sized(part, tall=tall) for part in (_facts(s, one), _seized(s, one) or space(), votes))


def _title(s: Sight, one: Row) -> Piece:
    return text(s, one.issue, Style(theme.BODY, bold=True, back=one.back))


def _levers(s: Sight, one: Row) -> Piece:
    return text(s, one.levers, Style(ink=theme.INK_3, back=one.back))


def _heard(s: Sight, one: Row) -> Piece | None:
    """Give what was asked and said of the pick, where one votes."""
    if not one.heard:
        return None
    sign = top(sized(icon(s, "message-square-text", 24, theme.INK), wide=s.px(30), tall=s.step(theme.TEXT)))
    return row(sign, grow(text(s, one.heard, Style(bold=True, back=one.back))), gap=s.px(6))


def _head(s: Sight, one: Row) -> Piece:
    """Give a pick's pin and its family's badge."""
    fill = one.family.colour
    number = line(s, str(one.number), Style(theme.BODY, theme.on(fill), bold=True, back=fill, align="centre"))
    disc = over(sized(number, wide=s.px(46), tall=s.px(46)), lambda box: (Fill(box, fill, box.h // 2),))
    return sized(row(middle(disc), middle(badge(s, one.family, 76, 42)), gap=s.px(6)), wide=s.px(HEAD))


def _seized(s: Sight, one: Row) -> Piece | None:
    words = line(s, one.ahead, Style(ink=theme.INK_3, back=one.back))
    return row(icon(s, "calendar-clock", 26, theme.INK_3), words, gap=s.px(8)) if one.ahead else None


def _facts(s: Sight, one: Row) -> Piece:
    return sized(figures_line(s, one.sums, one.back), wide=s.px(FACTS))


def _end(s: Sight, one: Row) -> Piece | None:
    """Give a row's right end: the outcome, the seat's hand, or nothing."""
    if not one.fate:
        return hand(s, one.on, one.card, one.issue) if one.on.seat else None
    sign, ink, fill = FATES[one.fate]
    lines = {end: line(s, s.say(f"council.fate.{end}"), Style(bold=True, back=fill)) for end in FATES}
    words = sized(lines[one.fate], wide=max(one.wide for one in lines.values()))
    said, dash = pad(row(icon(s, sign, 28, ink), words, gap=s.px(8)), s.px(12)), s.px(8) if one.fate == "tied" else 0
    chip = sized(over(said, lambda box: (Fill(box, fill, box.h // 2, ink, s.px(3), dash=dash),)), tall=s.px(52))
    return middle(node("text", f"fate:{one.card}", s.say(f"council.fate.{one.fate}"), chip))
