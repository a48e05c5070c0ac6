"""Seats that answer in secret, one after the other: who has answered, and whose turn comes."""

from __future__ import annotations

from game.core.frozen import dataclass
from game.view.parts.pieces import icon, line, plate, text
from game.view.tree import theme
from game.view.tree.layout import Piece, grow, middle, node, over, pad, row, sized
from game.view.tree.looks import Style
from game.view.tree.sight import Sight


def following(ids: list[str], awaited: tuple[str, ...], wanted: str) -> str:
    """Give the seat whose turn it is: the one wanted, or the next round the table that is awaited; empty if none is."""
    start = ids.index(wanted) if wanted in ids else 0
    return next((seat for seat in (*ids[start:], *ids[:start]) if seat in awaited), "")


@dataclass(frozen=True, slots=True)
class Answered:
    """A seat's row under its key: what is shown and said of it, the word for who has answered, whether it has."""

    key: str
    shown: str
    name: str
    word: str
    on: bool
    does: object


def answered(s: Sight, one: Answered, sign: Piece | None = None) -> Piece:
    """Give the row of a seat: it has answered, or pressing it gives it the next turn."""
    back = _style(one)
    end = row(_check(s), line(s, one.word, back), gap=s.px(6)) if one.on else None
    return sized(_plated(s, one, row(sign, grow(line(s, one.shown, back)), end, gap=s.px(12))), tall=s.px(56))


def narrow(s: Sight, one: Answered, sign: Piece) -> Piece:
    """Give the same in less room: a check says it, and the name takes the lines it needs."""
    end = _check(s) if one.on else None
    return _plated(s, one, row(sign, grow(middle(text(s, one.shown, _style(one)))), end, gap=s.px(8)))


def _style(one: Answered) -> Style:
    return Style(back=theme.GOOD_2 if one.on else theme.WHITE)


def _check(s: Sight) -> Piece:
    return icon(s, "check", 30, theme.GOOD)


def _plated(s: Sight, one: Answered, inside: Piece) -> Piece:
    shape = over(pad(inside, s.px(16), s.px(6)), plate(s, _style(one).back, theme.GOOD if one.on else theme.INK_3))
    if one.on:
        return node("text", one.key, one.name, shape)
    return node("button", one.key, one.name, shape, does=one.does)
