"""The slate: one member writes a guess of the share behind a hand, and no one reads it before the reveal."""

from __future__ import annotations

from game.core.moves.share import GuessShare, RevealShare
from game.core.session import Session
from game.view.answer.intents import CloseTop, OpenDialog, SelectTab, Several
from game.view.answer.ui import Ui
from game.view.dialogs import cover
from game.view.dialogs.asking import Asking, asking
from game.view.dialogs.cover import Turn
from game.view.parts.choices import radio
from game.view.parts.pieces import fitted, label, plate, symbol
from game.view.parts.widgets import Button
from game.view.scouting.answers import SEAT, Awaited, awaited, draft, forget
from game.view.tree import theme
from game.view.tree.layout import Piece, grid, grow, node, over, pad, row, sized
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight
from game.words import numbers

SIZE = (780, 760)
STEP, ACROSS, TALL = 5, 7, 60
"""Per cent between two numbers to press, how many of them lie side by side, and the height of one at 1080p."""


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the slate of the seat whose turn it is."""
    left = awaited(ui, session)
    if left is None or not left.up:
        return Node("group", "slate:none", "", s.box)
    found = ui.tab(draft(left.up), "")
    percent = int(found) if found else None
    words = label(s, "slate:cover", s.say("guess.cover"), Style(theme.TEXT))
    ask = label(s, "slate:ask", s.say("guess.question"), Style(theme.BODY, bold=True))
    turn = cover.whose(s, session, Turn("slate", left.up, left.seats, SEAT, forget(left.up)))
    ways = (
        ("back", s.say("guess.back"), Several((forget(left.up), CloseTop())), "plain", True),
        ("put", s.say("guess.put"), _put(left, percent), "primary", percent is not None),
    )
    pieces = (turn, words, ask, _shown(s, left.up, percent), _numbers(s, left.up, percent))
    return asking(s, ui, Asking("slate", s.say("guess.slate"), SIZE), pieces, ways)


def _put(left: Awaited, percent: int | None) -> Several:
    """Give the answer in, and the slate to who comes next; the last one closes it."""
    done = (GuessShare(left.up, percent or 0), forget(left.up))
    return Several(done if len(left.seats) > 1 else (*done, CloseTop()))


def _shown(s: Sight, seat: str, percent: int | None) -> Piece:
    """Show what is chosen, small enough for who stands before it alone; one more, one less."""
    said = numbers.percent(percent, s.speaker.lang) if percent is not None else s.say("guess.choose")
    words = fitted(s, said, Style(theme.BODY, bold=percent is not None, align="centre", middle=True), theme.TEXT)
    less, more = (_by(s, seat, percent, by) for by in (-1, 1))
    shown = node("text", "slate:chosen", said, words, states=("live",))
    shape = sized(row(less, grow(shown), more, gap=s.px(10)), tall=s.px(theme.TARGET + 8))
    return node("group", "slate:shown", "", shape)


def _by(s: Sight, seat: str, percent: int | None, by: int) -> Piece:
    able = percent is not None and 0 <= percent + by <= 100
    does, sign = SelectTab(draft(seat), str((percent or 0) + by)), "plus" if by > 0 else "minus"
    key, name = f"slate:{sign}", s.say(f"guess.{sign}")
    return symbol(s, Button(key, name, does, "plain", sign, () if able else ("disabled",)), theme.TARGET + 8)


def _numbers(s: Sight, seat: str, percent: int | None) -> Piece:
    """Give the numbers to press, five by five."""
    cells = [_number(s, seat, n, on=n == percent) for n in range(0, 101, STEP)]
    return node("radios", "slate:numbers", s.say("guess.question"), grid(tuple(cells), ACROSS, s.px(8)))


def _number(s: Sight, seat: str, n: int, *, on: bool) -> Piece:
    fill, edge = (theme.ACCENT_2, theme.ACCENT) if on else (theme.WHITE, theme.LINE)
    words = fitted(s, str(n), Style(theme.TEXT, bold=on, back=fill, align="centre", middle=True))
    shape = over(pad(words, s.px(4)), plate(s, fill, edge, 3))
    said = numbers.percent(n, s.speaker.lang)
    return sized(node("button", f"slate:{n}", said, shape, does=SelectTab(draft(seat), str(n)), states=radio(on=on)),
                 tall=s.px(TALL))  # fmt: skip


def early(s: Sight, ui: Ui, session: Session) -> Node:
    """Ask before the reveal while somebody has still to answer: undo cannot cross it."""
    names = ", ".join(one.seat.short.say(s.speaker.lang) for one in session.unanswered)
    pieces = (
        label(s, "early:left", s.say("guess.early", n=len(session.unanswered), names=names),
              Style(theme.LABEL, bold=True)),
        label(s, "early:why", s.say("guess.early.why"), Style(theme.BODY)),
    )  # fmt: skip
    ways = (
        ("back", s.say("guess.early.back"), CloseTop(), "primary", True),
        ("do", s.say("guess.early.do"), Several((RevealShare(), OpenDialog("share"))), "plain", True),
    )
    return asking(s, ui, Asking("early", s.say("guess.early.title"), (1000, 480)), pieces, ways)
