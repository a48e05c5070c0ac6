"""An objective's curve: its start, its measures by date, and the target it goes to; read at four metres."""

from __future__ import annotations

from game.core.frozen import dataclass
from game.core.months import month, number, quarter
from game.core.review import Carried
from game.view.parts import wording
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.looks import Fill, Line, Mark, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight
from game.words import calendar
from game.words.spacing import listed

DOT, EDGE = 26, 16
"""Diameter of a point; room around the curve."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A value on the curve, and the date it is for."""

    date: str
    value: float
    start: bool = False


def spots(one: Carried) -> tuple[Spot, ...]:
    """Give the start, if it is a number, then the measures that are numbers, by date."""
    base = number(one.baseline) if month(one.baseline) is None else None
    start = () if base is None or not one.baseline_date else (Spot(one.baseline_date, base, start=True),)
    measured = tuple(Spot(item.date, item.amount) for item in one.curve if item.amount is not None)
    return tuple(sorted((*start, *measured), key=lambda spot: spot.date))


def spoken(s: Sight, one: Carried) -> str:
    """Say a curve in words: every value with its date, then the target."""
    lang = s.speaker.lang
    said = [
        s.say("review.chart.baseline" if spot.start else "review.chart.point", date=calendar.day(spot.date, lang),
              value=wording.worth(s, spot.value))
        for spot in spots(one)
    ]  # fmt: skip
    points = listed(said, lang)
    target = wording.figure(s, one.target) or s.say("review.unknown")
    deadline = calendar.month(one.deadline, lang)
    return s.say("review.chart", points=points or s.say("review.chart.none"), target=target, deadline=deadline)


def chart(s: Sight, one: Carried, key: str, box: Box) -> Node:
    """Draw a curve in a box: quarters below, each value on its point, the target as a dashed line."""
    found, target = spots(one), one.goal
    card = Fill(box, theme.WHITE, s.px(theme.RADIUS), theme.SAND, s.px(2))
    inner = box.inset(s.px(EDGE), s.px(10))
    foot, field = inner.cut_bottom(s.step(theme.TEXT), s.px(26))
    top = s.step(theme.BODY) + s.px(DOT)
    field = Box(field.x + s.px(60), field.y + top, field.w - s.px(120), field.h - top)
    marks: list[Mark] = [card]
    values = [spot.value for spot in found] + ([target] if target is not None else [])
    if values and field.h > 0:
        scale = _Scale(field, _span(one, found), (min(values), max(values)))
        marks += _axis(s, scale)
        marks += _target(s, one, target, scale) if target is not None else ()
        marks += _points(s, found, scale, foot, target)
        marks += _end(s, one, found, scale, foot)
    return Node("image", key, spoken(s, one), box, tuple(marks))


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where a month and a value fall in a box."""

    box: Box
    months: tuple[int, int]
    values: tuple[float, float]

    def x(self, date: str) -> int:
        first, last = self.months
        return self.box.x + round(self.box.w * (_count(date) - first) / max(1, last - first))

    def y(self, value: float) -> int:
        low, high = self.values
        return self.box.bottom - round(self.box.h * (value - low) / ((high - low) or 1))


def _count(date: str) -> int:
    return int(date[:4]) * 12 + int(date[5:7])


def _span(one: Carried, found: tuple[Spot, ...]) -> tuple[int, int]:
    """Give the first and the last month drawn: the deadline is the last, unless it lies too far to read the rest."""
    dates = [_count(spot.date) for spot in found] or [_count(one.deadline or one.baseline_date or "2000-01")]
    if one.deadline:
        dates.append(min(_count(one.deadline), max(dates) + max(6, 2 * (max(dates) - min(dates)))))
    return min(dates), max(*dates, min(dates) + 3)


def _axis(s: Sight, scale: _Scale) -> tuple[Mark, ...]:
    box = scale.box
    y = box.bottom + s.px(20)
    return (Line(((box.x - s.px(30), y), (box.right + s.px(30), y)), theme.LINE, s.px(3)),)


def _target(s: Sight, one: Carried, target: float, scale: _Scale) -> tuple[Mark, ...]:
    box, y = scale.box, scale.y(target)
    said = s.say("review.chart.target", value=wording.with_unit(s, one.target, one.unit))
    wide = s.width(said, theme.TEXT, bold=True) + s.px(16)
    step = s.step(theme.TEXT)
    top = y - step - s.px(6) if y - step - s.px(6) >= box.y - s.step(theme.BODY) else y + s.px(8)
    label = Box(box.right + s.px(30) - wide, top, wide, step)
    line = Line(((box.x - s.px(30), y), (box.right + s.px(30), y)), theme.GOOD, s.px(4), dash=s.px(14))
    return line, s.words(label, said, Style(ink=theme.GOOD, bold=True, back=theme.WHITE, align="right"))


def _end(s: Sight, one: Carried, found: tuple[Spot, ...], scale: _Scale, foot: Box) -> tuple[Mark, ...]:
    """Name the quarter of the deadline at the right end, if there is room; a sign where it lies further on."""
    if not one.deadline:
        return ()
    arrow = "… " if _count(one.deadline) > scale.months[1] else ""
    said = f"{arrow}{quarter(one.deadline)}"
    wide = s.width(said, theme.TEXT, bold=True) + s.px(8)
    at = Box(min(scale.x(one.deadline), scale.box.right) + s.px(50) - wide, foot.y, wide, foot.h)
    last = max((scale.x(spot.date) for spot in found), default=0) + s.px(60)
    if at.x < last:
        return ()
    return (s.words(at, said, Style(ink=theme.GOOD, bold=True, back=theme.WHITE, align="right")),)


def _points(s: Sight, found: tuple[Spot, ...], scale: _Scale, foot: Box, line: float | None) -> list[Mark]:
    places = [(scale.x(spot.date), scale.y(spot.value)) for spot in found]
    marks: list[Mark] = []
    if len(places) > 1:
        marks.append(Line(tuple(places), theme.INK, s.px(5)))
    values, quarters = _Row(), _Row()
    for i, (spot, (x, y)) in enumerate(zip(found, places, strict=True)):
        last = i == len(found) - 1
        marks.append(_dot(s, spot, x, y, last=last))
        said, when = wording.worth(s, spot.value), quarter(spot.date)
        wide, room = (
            s.width(text, size, bold=True) + s.px(10) for text, size in ((said, theme.BODY), (when, theme.TEXT))
        )
        if values.takes(x, wide) or last:
            at = _over(s, scale, y, line)
            marks.append(
                s.words(
                    Box(x - wide // 2, at, wide, s.step(theme.BODY)),
                    said,
                    Style(theme.BODY, bold=True, back=theme.WHITE, align="centre"),
                )
            )
        if quarters.takes(x, room):
            marks.append(
                s.words(
                    Box(x - room // 2, foot.y, room, foot.h),
                    when,
                    Style(ink=theme.INK_3, back=theme.WHITE, align="centre"),
                )
            )
    return marks


def _over(s: Sight, scale: _Scale, y: int, line: float | None) -> int:
    """Give the top of a value's label: over its point, or under it where the target's line would cross it."""
    step, away = s.step(theme.BODY), s.px(DOT - 4)
    top = y - step - away
    crossed = line is not None and top < scale.y(line) < y - s.px(DOT // 2)
    under = y + away - s.px(4)
    return under if crossed and under + step <= scale.box.bottom + s.px(20) else top


class _Row:
    """A line of labels from left to right: tells whether the next one has room."""

    def __init__(self) -> None:
        self.taken = -1_000_000

    def takes(self, x: int, wide: int) -> bool:
        """Take the room of a label centred on x, if it is free."""
        free = x - wide // 2 >= self.taken
        self.taken = x + wide // 2 if free else self.taken
        return free


def _dot(s: Sight, spot: Spot, x: int, y: int, *, last: bool) -> Mark:
    side = s.px(DOT + 8 if last and not spot.start else DOT)
    fill = theme.WHITE if spot.start else theme.ACCENT if last else theme.INK
    return Fill(Box(x - side // 2, y - side // 2, side, side), fill, side // 2, theme.INK, s.px(5))
