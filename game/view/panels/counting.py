"""What an objective asks of the contracts to come, in small numbers, and from when it can be measured."""

from __future__ import annotations

from game.core.expected import SHARE, Expected, expected, measurable_from
from game.core.objective import Objective
from game.core.session import Session
from game.view import theme
from game.view.box import Box
from game.view.looks import Fill, Icon, Style
from game.view.node import Node
from game.view.panels.blocks import Block
from game.view.sight import Sight
from game.words.calendar import month
from game.words.numbers import number, percent

PLAIN, WARNING = ("calendar-clock", theme.INK, theme.WHITE), ("triangle-alert", theme.WARN, theme.WARN_2)
"""Icon, ink and fill of a line that informs, and of one that warns."""


def lines(s: Sight, session: Session, sheet: Objective, wide: int) -> tuple[Block, ...]:
    """Give the lines: k of the next n contracts, a target out of reach, the month it is measurable from."""
    asked = expected(session, sheet)
    found = []
    if asked is not None and asked.n and asked.few:
        key = f"review.expected.{asked.kind}"
        said = s.say(key, k=asked.k, n=asked.n, points=number(asked.points, s.speaker.lang))
        found.append(_line(s, "count", said, wide, warns=False))
    if asked is not None and not asked.reachable:
        found.append(_line(s, "over", _over(s, asked), wide, warns=True))
    start = measurable_from(session, sheet)
    late = bool(sheet.deadline) and start > sheet.deadline
    key = "review.from.late" if late else "review.from"
    found.append(_line(s, "from", s.say(key, month=month(start, s.speaker.lang)), wide, warns=late))
    return tuple(found)


def _over(s: Sight, asked: Expected) -> str:
    """Say why a target is out of reach."""
    if not asked.n:
        return s.say("review.expected.none")
    lang = s.speaker.lang
    best = percent(asked.best, lang) if asked.kind == SHARE else number(asked.best, lang)
    return s.say("review.expected.over", free=asked.free, best=best)


def _line(s: Sight, key: str, said: str, wide: int, *, warns: bool) -> Block:
    icon, ink, fill = WARNING if warns else PLAIN
    tall = max(s.px(32), s.tall(said, theme.TEXT, wide - s.px(76))) + 2 * s.px(9)

    def build(box: Box) -> Node:
        spot, rest = box.inset(s.px(14), s.px(9)).cut_left(s.px(32), s.px(12))
        look = (
            Fill(box, fill, s.px(theme.RADIUS), ink if warns else theme.LINE, s.px(3 if warns else 2)),
            Icon(spot.cut_top(s.px(32))[0], icon, ink),
            s.words(rest, said, Style(back=fill, middle=True)),
        )
        return Node("text", f"counting:{key}", said, box, look)

    return Block(tall, build)
