"""What an objective asks of the contracts to come, in small numbers, and from when it can be measured."""

from __future__ import annotations

from game.core.expected import SHARE, Expected, expected, measurable_from
from game.core.objective import Objective
from game.core.session import Session
from game.view.parts.pieces import icon, plate, text, told
from game.view.tree import theme
from game.view.tree.layout import Piece, node, over, pad
from game.view.tree.looks import Style
from game.view.tree.sight import Sight
from game.words.calendar import month
from game.words.numbers import number, percent

PLAIN, WARNING = ("calendar-clock", theme.INK, theme.WHITE), ("triangle-alert", theme.WARN, theme.WARN_2)
"""Icon, ink and fill of a line that informs, and of one that warns."""


def lines(s: Sight, session: Session, sheet: Objective) -> tuple[Piece, ...]:
    """Give the lines: k of the next n contracts, a target out of reach, the month it is measurable from."""
    asked = expected(session, sheet)
    found = []
    if asked is not None and asked.n and asked.few:
        key = f"review.expected.{asked.kind}"
        said = s.say(key, k=asked.k, n=asked.n, points=number(asked.points, s.speaker.lang))
        if asked.means:
            said = f"{sheet.share.indicator.say(s.speaker.lang)}. {said}"
        found.append(_line(s, "count", said, warns=False))
    if asked is not None and not asked.reachable:
        found.append(_line(s, "over", _over(s, asked), warns=True))
    start = measurable_from(session, sheet)
    late = bool(sheet.deadline) and start > sheet.deadline
    key = "review.from.late" if late else "review.from"
    found.append(_line(s, "from", s.say(key, month=month(start, s.speaker.lang)), warns=late))
    return tuple(found)


def _over(s: Sight, asked: Expected) -> str:
    """Say why a target is out of reach."""
    if not asked.n:
        return s.say("review.expected.none")
    lang = s.speaker.lang
    best = percent(asked.best, lang) if asked.kind == SHARE else number(asked.best, lang)
    return s.say("review.expected.over", free=asked.free, best=best)


def _line(s: Sight, key: str, said: str, *, warns: bool) -> Piece:
    sign, ink, fill = WARNING if warns else PLAIN
    words = pad(told(s, icon(s, sign, 32, ink), text(s, said, Style(back=fill, middle=True))), s.px(14), s.px(9))
    card = over(words, plate(s, fill, ink if warns else theme.LINE, 3 if warns else 2))
    return node("text", f"counting:{key}", said, card)
