"""What is filled in behind a hand: whose turn it is, and the way to another seat that is still awaited."""

from __future__ import annotations

from game.core.frozen import dataclass
from game.core.session import Session
from game.view.answer.intents import SelectTab, Several
from game.view.parts import naming
from game.view.parts.pieces import fitted, symbol
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.layout import Piece, grow, middle, node, row, sized
from game.view.tree.looks import Style
from game.view.tree.sight import Sight


@dataclass(frozen=True, slots=True)
class Turn:
    """A seat's turn, under the key of its dialog, among those `awaited`.

    The tab `strip` gives the turn to another; `forget` drops what was begun.
    """

    key: str
    seat: str
    awaited: tuple[str, ...]
    strip: str
    forget: object


def whose(s: Sight, session: Session, turn: Turn) -> Piece:
    """Say whose turn it is, between the buttons to those before and after."""
    said = s.say("council.vote.turn", role=naming.role(s, session, turn.seat))
    back, ahead = (_step(s, turn, way) for way in (-1, 1))
    shape = sized(row(back, grow(headline(s, turn.key, said)), ahead, gap=s.px(10)), tall=s.px(60))
    return node("group", f"{turn.key}:whose", "", shape)


def headline(s: Sight, key: str, said: str) -> Piece:
    """Say what is filled in now."""
    words = fitted(s, said, Style(theme.TITLE, bold=True, align="centre", middle=True), theme.LABEL, theme.TEXT)
    return node("text", f"{key}:turn", said, words, states=("live",))


def _step(s: Sight, turn: Turn, way: int) -> Piece:
    """Give the button to another seat that is awaited; what was begun is forgotten."""
    left = turn.awaited
    other = left[(left.index(turn.seat) + way) % len(left)]
    does = Several((turn.forget, SelectTab(turn.strip, other)))
    name, icon = ("previous", "chevron-left") if way < 0 else ("next", "chevron-right")
    states = () if other != turn.seat else ("disabled",)
    key, said = f"{turn.key}:{name}", s.say(f"council.vote.{name}")
    return middle(symbol(s, Button(key, said, does, "quiet", icon, states), 52))
