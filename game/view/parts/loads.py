"""What the picks weigh against what can be carried: a load as every screen shows it, and the strip under the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.core.load import Gauge, gauges
from game.core.moves.flow import EnterPhase
from game.core.objective import Figures
from game.core.picks import picks
from game.core.session import Session
from game.view.parts import bars
from game.view.parts.cards import points, stars
from game.view.parts.pieces import fitted, icon, label, line, press
from game.view.parts.widgets import Button, meter
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import (
    Piece,
    column,
    grid,
    grow,
    made,
    middle,
    node,
    over,
    pad,
    row,
    shared,
    sized,
    space,
    ways,
)
from game.view.tree.looks import Fill, Icon, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

ICONS = {"cost": "euro", "delay": "timer", "effort": "users"}
SIGN, APART = 26, 28
"""Width of an icon, and the room between two loads, so that figures stand by their own bar; at 1080p."""
SIDES = 12
"""The margin on either side of the strip."""
LEAST = 30
"""The least width at which a bar tells anything."""
TALL = 62
"""Height where each load has its bar under its figures; where it is lower all stands on one line."""
BACK = theme.PAPER_2


def build(s: Sight, session: Session, box: Box, *, onward: bool = True) -> Node:
    """Build the strip; on one line when it is low. `onward` gives the button to the next phase."""
    return bars.sight(s).part("loads", _build, session, box, onward)


def height(s: Sight, *, low: bool = False) -> int:
    """Give the height of the strip, in pixels."""
    return bars.sight(s).px(bars.LOW if low else TALL)


def _build(s: Sight, session: Session, box: Box, onward: bool) -> Node:  # noqa: FBT001
    low, found = box.h < s.px(TALL), gauges(session) if picks(session) else ()
    count, go = _count(s, session, low=low), _go(s, session, low=low) if onward else None
    if low:
        bars = grow(grid([flat(s, gauge) for gauge in found], 3, s.px(APART)) if found else _numbers(s, _most(session)))
        strip = ways(row(count, bars, go, gap=s.px(APART)), row(bars, go, gap=s.px(14)))
    else:
        strip = _barred(s, found, (count, grow(_numbers(s, _most(session))), go), box.w - 2 * s.px(SIDES))
    strip = over(pad(strip, s.px(SIDES), s.px(3 if low else 1)), lambda area: (Fill(area, BACK),))
    return node("group", "loads", s.say("board.loads"), strip, states=("bar",)).node(box)


def _barred(s: Sight, found: Sequence[Gauge], bare: tuple[Piece, Piece, Piece | None], width: int) -> Piece:
    """Lay the loads over their bars between count and button, in `width` pixels: with their names if they fit."""
    gap, (count, _, go) = s.px(APART // 2), bare
    if not found:
        return row(*bare, gap=gap)
    named = row(count, *(grow(load(s, one, back=BACK)) for one in found), go, gap=gap)
    if named.wide <= width:
        return named
    nameless = [grow(load(s, one, named=False, back=BACK)) for one in found]
    return ways(row(count, *nameless, go, gap=gap), row(*nameless, go, gap=gap))


def _most(session: Session) -> int:
    """Give how many cards a family may have in this phase, as its row says it."""
    return session.limits.levers_per_family if session.playing_levers else session.limits.issues_per_family


def _numbers(s: Sight, most: int) -> Piece:
    """Say what the figures and a number on the board are, while there is no load to show; a number before all."""
    said = [s.say("legend.family", limit=most, number=s.say("legend.issue.short"))]
    said += [s.say(f"legend.issue{way}") for way in ("", ".short")]
    told = (node("text", "loads:legend", one, line(s, one, Style(ink=theme.INK_3, back=BACK))) for one in said)
    return ways(*told, space())


def _go(s: Sight, session: Session, *, low: bool) -> Piece | None:
    """Give the button to the next phase."""
    after = session.workshop.agenda.after(session.phase)
    if after is None:
        return None
    shown, size = after.title.say(s.speaker.lang), theme.TEXT if low else theme.LABEL
    spoken = s.say("board.next", phase=shown)
    go = Button("next", shown, EnterPhase(after.id), "primary", "arrow-right", size=size, spoken=spoken)
    return press(s, go, theme.TARGET)


def _count(s: Sight, session: Session, *, low: bool) -> Piece:
    """Count the picks, in Enjeux the issues, beside how many there may be."""
    levers = session.playing_levers
    n, kind = (len(picks(session)), "picks") if levers else (len(session.issues), "issues")
    allowed = session.limits.issues_per_family * len(session.workshop.families)
    shown, name = f"{n} / {allowed}", s.say(f"board.count.{kind}", n=n, allowed=allowed)
    if low:
        return node("text", "count", name, line(s, shown, Style(theme.LABEL, bold=True, back=BACK)))
    style = Style(theme.BODY, bold=True, back=BACK, middle=True)
    figure = sized(fitted(s, shown, style, theme.TEXT), wide=s.width(shown, theme.BODY, bold=True))
    return node(
        "text", "count", name, column(grow(figure), line(s, s.say(f"board.unit.{kind}", n=n), Style(back=BACK)))
    )


def load(s: Sight, gauge: Gauge, *, named: bool = True, back: str = theme.PAPER, note: str = "") -> Piece:
    """Show a load: icon, name and figures over its bar, before the bar a sign where it is too high; a note under it."""
    key, gap = f"load:{gauge.kind}", s.px(6)
    head = row(_sign(s, gauge), grow(_name(s, gauge, back)) if named else None, _figure(s, gauge, back), gap=gap)
    bar = row(_warning(s, gauge), grow(middle(_bar(s, gauge))), gap=gap)
    below = label(s, f"{key}:event", note, Style(back=back)) if note else None
    return node("group", f"{key}:row", "", column(head, sized(bar, tall=s.px(29)), below, grow(space())))


def flat(s: Sight, gauge: Gauge, *, named: bool = False, back: str = BACK) -> Piece:
    """Show a load on one line: icon, bar, sign, figures; with no room for the bar, or for the sign, without it."""
    key, gap, figure = f"load:{gauge.kind}", s.px(6), _figure(s, gauge, back)
    name = _name(s, gauge, back) if named else None
    barred = row(_sign(s, gauge), name, grow(middle(_bar(s, gauge))), _warning(s, gauge), figure, gap=gap)
    signed = row(_sign(s, gauge), _warning(s, gauge), figure, gap=gap)
    bare = ways(signed, row(_sign(s, gauge, badged=True), figure, gap=gap))
    return ways(
        node("group", f"{key}:row", "", barred), node("meter", key, _said(s, gauge), bare, value=_shown(s, gauge))
    )


def _name(s: Sight, gauge: Gauge, back: str) -> Piece:
    said = s.say(f"board.load.{gauge.kind}")
    name = label(s, f"load:{gauge.kind}:name", said, Style(back=back, middle=True))
    return sized(name, wide=s.width(said, theme.TEXT))


def _used(gauge: Gauge) -> object:
    """Write what is used, in points with their sign; effort is counted."""
    return gauge.used if gauge.kind == "effort" else points(gauge.used)


def _shown(s: Sight, gauge: Gauge) -> str:
    """Write what is used of a capacity: never as a fraction."""
    return s.say("council.load.shown", used=_used(gauge), limit=gauge.capacity)


def _said(s: Sight, gauge: Gauge) -> str:
    key = "board.load.over" if gauge.over else "board.load.within"
    return s.say(key, what=s.say(f"board.load.{gauge.kind}"), used=_used(gauge), limit=gauge.capacity)


def _figure(s: Sight, gauge: Gauge, back: str) -> Piece:
    ink = theme.WARN if gauge.over else theme.INK
    return line(s, _shown(s, gauge), Style(ink=ink, bold=True, back=back, align="right"))


def _sign(s: Sight, gauge: Gauge, *, badged: bool = False) -> Piece:
    """Give the load's icon; `badged`, with the warning in its low corner."""
    sign = sized(icon(s, ICONS[gauge.kind], 24), wide=s.px(SIGN))
    side = s.px(12)

    def corner(box: Box) -> tuple[Icon]:
        spot = box.middle(s.px(24), s.px(24))
        return (Icon(Box(spot.right - side, spot.bottom - side, side, side), "triangle-alert", theme.WARN),)

    return replace(sign, put=lambda box: (*sign.put(box), *corner(box))) if badged and gauge.over else sign


def _warning(s: Sight, gauge: Gauge) -> Piece | None:
    return sized(icon(s, "triangle-alert", 24, theme.WARN), wide=s.px(SIGN)) if gauge.over else None


def _bar(s: Sight, gauge: Gauge) -> Piece:
    key, said, shown = f"load:{gauge.kind}", _said(s, gauge), _shown(s, gauge)
    return made(s.px(LEAST), s.px(16), lambda box: meter(s, box, key, said, (gauge.used, gauge.capacity), shown))


def figures_line(s: Sight, sums: Figures, back: str) -> Piece:
    """Show cost, delay and effort in points, and the impact in stars, on one line."""
    told = (("euro", points(sums.cost)), ("timer", points(sums.delay)), ("users", str(sums.effort)))
    cells = [
        row(icon(s, sign, 24), grow(line(s, words, Style(bold=True, back=back))), gap=s.px(6)) for sign, words in told
    ]
    impact = made(0, s.step(theme.TEXT), lambda box: stars(s, box.middle(box.w, s.px(24)), sums.impact))
    return shared((*((cell, 3) for cell in cells), (impact, 4)), s.px(4))
