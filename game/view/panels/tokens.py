"""The tokens of the vote on a pick: all of them, and the hand that lays and takes back those of a seat."""

from __future__ import annotations

from game.core.moves.votes import LayToken, TakeToken
from game.core.session import PlacedIssue, Session
from game.view import theme
from game.view.box import Box
from game.view.looks import Fill, Mark, Style
from game.view.node import Node
from game.view.panels import naming
from game.view.sight import Sight
from game.view.widgets import Button, icon_button, label

HANDS, SIDE = 148, 52
"""Widths of the hand, and of its two buttons."""
LARGE = 32
"""Size of the number of tokens, where there is room below it."""
ACROSS = 7
"""The most tokens side by side under their number."""


def laid(s: Sight, session: Session, pick: PlacedIssue, seat: str, box: Box, back: str) -> list[Mark]:
    """Show all tokens: the number, and a disc each; those of the seat whose turn it is are filled with the accent."""
    count, mine = session.ballot.count(pick.card), session.ballot.count(pick.card, seat) if seat else 0
    discs = max(1, count)
    if box.h >= s.step(LARGE) + s.px(20):
        spot, cells = _under(s, box, s.step(LARGE), discs)
        align, size = "centre", LARGE
    else:
        spot, rest = box.cut_left(s.px(46), s.px(6))
        cells, align, size = _beside(s, rest, discs), "right", theme.BODY
    marks: list[Mark] = [s.words(spot, str(count), Style(size, bold=True, back=back, align=align, middle=True))]
    for i, at in enumerate(cells):
        fill, edge = (theme.ACCENT if i < mine else theme.INK_3, theme.INK) if count else (back, theme.INK_3)
        marks.append(Fill(at, fill, at.h // 2, edge, s.px(2)))
    return marks


def _under(s: Sight, box: Box, line: int, count: int) -> tuple[Box, list[Box]]:
    """Give the number's place and, under it, a square for each token, in even lines of at most seven."""
    gap, lines = s.px(2), -(-count // ACROSS)
    across = -(-count // lines)
    side = max(s.px(5), min(s.px(12), box.w // ACROSS - gap, (box.h - line) // lines - gap))
    number, rest = box.middle(box.w, line + lines * (side + gap)).cut_top(line)
    left = rest.x + (rest.w - across * (side + gap) + gap) // 2
    return number, _grid(Box(left, rest.y, 0, 0), side, gap, across, count)


def _beside(s: Sight, box: Box, count: int) -> list[Box]:
    """Give a square for each token beside the number, as many in a line as the width holds."""
    gap = s.px(2)
    across = max(1, (box.w + gap) // (s.px(16) + gap))
    lines = -(-count // across)
    side = max(s.px(5), min(s.px(16), box.h // lines - gap))
    return _grid(Box(box.x, box.y + (box.h - lines * (side + gap)) // 2, 0, 0), side, gap, across, count)


def _grid(start: Box, side: int, gap: int, across: int, count: int) -> list[Box]:
    step = side + gap
    return [Box(start.x + i % across * step, start.y + i // across * step, side, side) for i in range(count)]


def hand(s: Sight, session: Session, pick: PlacedIssue, seat: str, box: Box) -> tuple[Node, ...]:
    """Give minus, the seat's own tokens, plus. Neither is ever greyed: pressed in vain, the rules say why."""
    ballot, limits = session.ballot, session.limits
    mine = ballot.count(pick.card, seat)
    name = naming.card(s, session, pick.card)
    row = box.cut_right(s.px(HANDS))[0].middle(min(box.w, s.px(HANDS)), s.px(SIDE))
    less, rest = row.cut_left(s.px(SIDE))
    more, middle = rest.cut_right(s.px(SIDE))
    full = mine >= limits.tokens_per_pick or ballot.spent(seat) >= limits.tokens_per_seat
    kinds = "plain" if mine else "quiet", "quiet" if full else "primary"
    words = label(
        s, middle, f"mine:{pick.card}", str(mine), Style(34, bold=True, back=theme.WHITE, align="centre", middle=True)
    )
    return (
        icon_button(
            s,
            less,
            Button(
                f"less:{pick.card}",
                s.say("council.vote.less", pick=name),
                TakeToken(seat, pick.card),
                icon="minus",
                kind=kinds[0],
            ),
        ),
        words,
        icon_button(
            s,
            more,
            Button(
                f"more:{pick.card}",
                s.say("council.vote.more", pick=name),
                LayToken(seat, pick.card),
                icon="plus",
                kind=kinds[1],
            ),
        ),
    )
