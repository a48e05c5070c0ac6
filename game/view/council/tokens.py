"""The tokens of the vote on a pick: all of them, and the hand that lays and takes back those of a seat."""

from __future__ import annotations

from game.core.frozen import dataclass
from game.core.moves.votes import LayToken, TakeToken
from game.core.session import PlacedIssue, Session
from game.view.council.secret import secret
from game.view.parts.pieces import label, symbol
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, grow, middle, row, sized
from game.view.tree.looks import Fill, Mark, Style
from game.view.tree.sight import Sight

HANDS, SIDE = 148, 52
"""Widths of the hand, and of its two buttons."""
LARGE = 32
"""Size of the number of tokens, where there is room below it."""
ACROSS = 7
"""The most tokens side by side under their number."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens on a pick, those of the seat whose turn it is, and whether it may lay no more there.

    Not `told`: nobody has laid one yet, or they are in ballots that nobody has opened.
    """

    seat: str
    count: int
    mine: int = 0
    full: bool = False
    told: bool = True


def tokens(session: Session, pick: PlacedIssue, seat: str) -> Tokens:
    """Give what a pick's row tells of its tokens; `seat` is empty while nobody votes."""
    ballot, limits = session.ballot, session.limits
    told = ballot.begun and not secret(session)
    if not seat:
        return Tokens("", ballot.count(pick.card), told=told)
    mine = ballot.count(pick.card, seat)
    full = mine >= limits.tokens_per_pick or ballot.spent(seat) >= limits.tokens_per_seat
    return Tokens(seat, ballot.count(pick.card), mine, full, told)


def laid(s: Sight, on: Tokens, box: Box, back: str, large: float = LARGE) -> tuple[Mark, ...]:
    """Show all tokens: the number, and a disc each; those of the seat whose turn it is are filled with the accent."""
    large = large if box.h >= s.step(large) + s.px(20) else LARGE
    if not on.told:
        return ()
    discs = on.count
    if box.h >= s.step(large) + s.px(20):
        spot, cells = _under(s, box, s.step(large), discs)
        style = Style(large, bold=True, back=back, align="centre", middle=True)
    else:
        spot, rest = box.cut_left(s.px(46), s.px(6))
        cells, style = _beside(s, rest, discs), Style(theme.BODY, bold=True, back=back, align="right", middle=True)
    marks: list[Mark] = [s.words(spot, str(on.count), style)]
    for i, at in enumerate(cells):
        fill = theme.ACCENT if i < on.mine else theme.INK_3
        marks.append(Fill(at, fill, at.h // 2, theme.INK, s.px(2)))
    return tuple(marks)


def _under(s: Sight, box: Box, line: int, count: int) -> tuple[Box, list[Box]]:
    """Give the number's place and, under it, a square for each token, in even lines of at most seven."""
    gap, lines = s.px(2), max(1, -(-count // ACROSS))
    across = -(-count // lines)
    side = max(s.px(5), min(s.px(12), box.w // ACROSS - gap, (box.h - line) // lines - gap))
    number, rest = box.middle(box.w, line + lines * (side + gap)).cut_top(line)
    left = rest.x + (rest.w - across * (side + gap) + gap) // 2
    return number, _grid(Box(left, rest.y, 0, 0), side, gap, across, count)


def _beside(s: Sight, box: Box, count: int) -> list[Box]:
    """Give a square for each token beside the number, as many in a line as the width holds."""
    gap = s.px(2)
    across = max(1, (box.w + gap) // (s.px(16) + gap))
    lines = max(1, -(-count // across))
    side = max(s.px(5), min(s.px(16), box.h // lines - gap))
    return _grid(Box(box.x, box.y + (box.h - lines * (side + gap)) // 2, 0, 0), side, gap, across, count)


def _grid(start: Box, side: int, gap: int, across: int, count: int) -> list[Box]:
    step = side + gap
    return [Box(start.x + i % across * step, start.y + i // across * step, side, side) for i in range(count)]


def hand(s: Sight, on: Tokens, card: str, name: str) -> Piece:
    """Give minus, the seat's own tokens, plus. Neither is ever greyed: pressed in vain, the rules say why."""
    less = Button(f"less:{card}", s.say("council.vote.less", pick=name), TakeToken(on.seat, card),
                  "plain" if on.mine else "quiet", "minus")  # fmt: skip
    more = Button(f"more:{card}", s.say("council.vote.more", pick=name), LayToken(on.seat, card),
                  "quiet" if on.full else "primary", "plus")  # fmt: skip
    style = Style(34, bold=True, back=theme.WHITE, align="centre", middle=True)
    words = label(s, f"mine:{card}", str(on.mine), style)
    return sized(middle(row(symbol(s, less, SIDE), grow(words), symbol(s, more, SIDE))), wide=s.px(HANDS))
