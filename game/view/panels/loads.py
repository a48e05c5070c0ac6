"""Under the ledger: how many picks there are, what they weigh against what can be carried, and the next phase."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import NamedTuple

from game.core.load import Gauge, gauges
from game.core.moves.flow import EnterPhase
from game.core.picks import picks
from game.core.session import Session
from game.view import theme
from game.view.box import Box
from game.view.cards import points
from game.view.looks import Fill, Icon, Style
from game.view.node import Node
from game.view.sight import Sight
from game.view.widgets import Button, button, label, meter

ICONS = {"cost": "euro", "delay": "timer", "effort": "users"}
SIGN, APART = 26, 28
"""Width of an icon, and the room between two loads, so that figures stand by their own bar; at 1080p."""
BAR, LEAST = 16, 30
"""Height of a bar on the one line, and the least width at which it tells anything."""
TALL, LOW = 62, 60
"""Heights where each load has its bar under its figures, and where all stands on one line."""


def build(s: Sight, session: Session, box: Box, *, onward: bool = True) -> Node:
    """Build the strip; on one line when it is low. `onward` gives the button to the next phase."""
    return s.part("loads", _build, session, box, onward)


def _build(s: Sight, session: Session, box: Box, onward: bool) -> Node:  # noqa: FBT001
    low = box.h < s.px(TALL)
    inner = box.inset(s.px(12), s.px(3 if low else 1))
    after = session.workshop.agenda.after(session.phase)
    kids: list[Node] = []
    if onward and after is not None:
        shown, size = after.title.say(s.speaker.lang), theme.TEXT if low else theme.LABEL
        go, inner = inner.cut_right(s.width(shown, size, bold=True) + s.px(76), s.px(14))
        made = button(s, go, Button("next", shown, EnterPhase(after.id), kind="primary", size=size, icon="arrow-right"))
        kids.append(replace(made, name=s.say("board.next", phase=shown)))
    found = gauges(session)
    if inner.w - _count_width(s, session, low=low) >= _least(s, found):
        count, inner = inner.cut_left(_count_width(s, session, low=low), s.px(APART if low else APART // 2))
        kids.insert(0, _count(s, session, count, low=low))
    spots, named = _spots(s, inner, found, low=low)
    draw = _gauge if low else partial(_tall_gauge, named=named)
    kids += [draw(s, spot, gauge) for spot, gauge in zip(spots, found, strict=True)]
    return Node("group", "loads", s.say("board.loads"), box, (Fill(box, theme.PAPER_2),), kids=tuple(kids))


def _count_width(s: Sight, session: Session, *, low: bool) -> int:
    made, allowed = _made(session)
    shown = s.width(f"{made} / {allowed}", theme.LABEL if low else theme.BODY, bold=True)
    return max(shown, 0 if low else s.width(_unit(s, session, made), theme.TEXT)) + s.px(4)


def _least(s: Sight, found: tuple[Gauge, ...]) -> int:
    """Give the width three loads need beside a count: icons and figures."""
    return 3 * (s.px(SIGN + 8 + APART) + max(_figures_width(s, gauge) for gauge in found))


def _spots(s: Sight, box: Box, found: tuple[Gauge, ...], *, low: bool) -> tuple[tuple[Box, ...], bool]:
    """Share the width: each load what its icon, name and figures need, if there is room for all three names."""
    gap = s.px(APART if low else APART // 2)
    needs = [
        s.px(SIGN + 6) + s.width(s.say(f"board.load.{gauge.kind}"), theme.TEXT) + s.px(6) + _figures_width(s, gauge)
        for gauge in found
    ]
    rest = box.w - sum(needs) - gap * (len(found) - 1)
    if low or rest < 0:
        return box.columns(len(found), gap), False
    return box.split_columns(*(need + rest // len(found) for need in needs), gap=gap), True


def _made(session: Session) -> tuple[int, int]:
    """Give how many picks there are, in Enjeux how many issues, and how many there may be."""
    made = len(picks(session)) if session.playing_levers else len(session.issues)
    return made, session.limits.issues_per_family * len(session.workshop.families)


def _unit(s: Sight, session: Session, made: int) -> str:
    return s.say(f"board.unit.{_kind(session)}", n=made)


def _kind(session: Session) -> str:
    return "picks" if session.playing_levers else "issues"


def _count(s: Sight, session: Session, box: Box, *, low: bool) -> Node:
    made, allowed = _made(session)
    name = s.say(f"board.count.{_kind(session)}", n=made, allowed=allowed)
    shown = f"{made} / {allowed}"
    if low:
        return Node(
            "text",
            "count",
            name,
            box,
            (s.words(box, shown, Style(theme.LABEL, bold=True, back=theme.PAPER_2, middle=True)),),
        )
    foot, top = box.cut_bottom(s.step(theme.TEXT))
    words = (
        s.fitted(top, shown, Style(theme.BODY, bold=True, back=theme.PAPER_2, middle=True), theme.TEXT),
        s.words(foot, _unit(s, session, made), Style(back=theme.PAPER_2, middle=True)),
    )
    return Node("text", "count", name, box, words)


def _shown(s: Sight, gauge: Gauge) -> str:
    """Write what is used of a capacity, as the vote does: never as a fraction."""
    used = points(gauge.used) if gauge.kind != "effort" else gauge.used
    return s.say("council.load.shown", used=used, limit=gauge.capacity)


def _figures_width(s: Sight, gauge: Gauge) -> int:
    return s.width(_shown(s, gauge), theme.TEXT, bold=True) + s.px(4)


def _gauge(s: Sight, box: Box, gauge: Gauge) -> Node:
    """Show a load on one line: icon, bar, and at the bar's end the figures, behind a sign where they are too high."""
    spot, rest = box.cut_left(s.px(SIGN), s.px(6))
    wide, sign = _figures_width(s, gauge), s.px(SIGN + 6) if gauge.over else 0
    if rest.w < wide + sign:
        sign = 0
    tail, bar = rest.cut_right(wide + sign, s.px(8))
    if bar.w < s.px(LEAST):
        tail, bar = rest.cut_left(min(rest.w, wide + sign))[0], Box(bar.x, bar.y, 0, bar.h)
    warn, number = tail.cut_left(sign) if sign else (_corner(s, spot), tail)
    return _weighed(s, box, gauge, _Laid(bar.middle(bar.w, s.px(BAR)), spot, number, warn.middle(warn.w, warn.w)))


def _corner(s: Sight, spot: Box) -> Box:
    """Give the low corner of an icon, for a sign that has no room beside it."""
    low = spot.middle(s.px(SIGN), s.px(SIGN))
    return Box(low.right - s.px(12), low.bottom - s.px(13), s.px(14), s.px(14))


def _tall_gauge(s: Sight, box: Box, gauge: Gauge, *, named: bool) -> Node:
    """Show a load on two lines: icon, name and figures over the bar, and before it a sign where it is too high."""
    line, low = box.cut_top(s.step(theme.TEXT))
    spot, rest = line.cut_left(s.px(SIGN), s.px(6))
    number, words = (
        rest.cut_right(_figures_width(s, gauge)) if named else (rest.cut_left(_figures_width(s, gauge))[0], rest)
    )
    warn, bar = low.cut_left(s.px(SIGN), s.px(6)) if gauge.over else (low, low)
    said = s.say(f"board.load.{gauge.kind}")
    name = label(s, words, f"load:{gauge.kind}:name", said, Style(back=theme.PAPER_2, middle=True))
    laid = _Laid(bar.middle(bar.w, s.px(14)), spot, number, warn.middle(s.px(SIGN), s.px(SIGN)))
    return _weighed(s, box, gauge, laid, *((name,) if named else ()))


class _Laid(NamedTuple):
    """Where the parts of a load stand; the sign shows only over the capacity."""

    bar: Box
    icon: Box
    number: Box
    sign: Box


def _weighed(s: Sight, box: Box, gauge: Gauge, laid: _Laid, *more: Node) -> Node:
    """Show what is used of a capacity, as a bar and in figures; over it, a sign beside the load's icon says so too."""
    shown, bar = _shown(s, gauge), laid.bar
    said = s.say("board.load.over" if gauge.over else "board.load.within", what=s.say(f"board.load.{gauge.kind}"),
                 used=gauge.used, limit=gauge.capacity)  # fmt: skip
    ink, side = theme.WARN if gauge.over else theme.INK, s.px(24)
    figure = s.words(laid.number, shown, Style(ink=ink, bold=True, back=theme.PAPER_2, align="right", middle=True))
    sign = (Icon(laid.sign.inset(s.px(1)), "triangle-alert", ink),) if gauge.over else ()
    look = (Icon(laid.icon.middle(side, side), ICONS[gauge.kind], theme.INK), *sign, figure)
    if bar.w < s.px(LEAST):
        return Node("meter", f"load:{gauge.kind}", said, box, look, value=shown)
    kids = (*more, meter(s, bar, f"load:{gauge.kind}", said, gauge.used, gauge.capacity, shown))
    return Node("group", f"load:{gauge.kind}:row", "", box, look, kids=kids)
