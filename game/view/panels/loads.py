"""Under the ledger: how many picks there are, what they weigh against what can be carried, and the next phase."""

from __future__ import annotations

from dataclasses import replace

from game.core.load import Gauge, gauges
from game.core.moves.flow import EnterPhase
from game.core.picks import picks
from game.core.session import Session
from game.view import theme
from game.view.box import Box
from game.view.cards import points
from game.view.looks import Fill, Icon
from game.view.node import Node
from game.view.panels.ledger import levers_phase
from game.view.sight import Sight
from game.view.widgets import button, label, meter

ICONS = {"cost": "euro", "delay": "timer", "effort": "users"}
NARROW = 112
"""Width a load needs: its icon and its figures."""
TALL, LOW = 62, 60
"""Heights where each load has its bar under its figures, and where all stands on one line."""


def build(s: Sight, session: Session, box: Box, *, onward: bool = True) -> Node:
    """Build the strip; on one line when it is low. `onward` gives the button to the next phase."""
    reads = (session.workshop, session.issues, session.ballot, session.events, session.sheets, session.phase,
             session.blank_levers)  # fmt: skip
    return s.panel("loads", _build, box, onward, *reads)


def _build(s: Sight, box: Box, onward: bool, *_: object) -> Node:  # noqa: FBT001
    session = s.session
    assert isinstance(session, Session)
    low = box.h < s.px(TALL)
    inner = box.inset(s.px(12), s.px(3 if low else 1))
    after = session.workshop.agenda.after(session.phase)
    kids: list[Node] = []
    if onward and after is not None:
        shown, size = after.title.say(s.speaker.lang), theme.TEXT if low else theme.LABEL
        go, inner = inner.cut_right(s.width(shown, size, bold=True) + s.px(80), s.px(14))
        made = button(s, go, "next", shown, EnterPhase(after.id), kind="primary", size=size, icon="arrow-right")
        kids.append(replace(made, name=s.say("board.next", phase=shown)))
    wide = s.px(110) if low else _count_width(s, session)
    if inner.w - wide >= 3 * s.px(NARROW):
        count, inner = inner.cut_left(wide, s.px(12))
        kids.insert(0, _count(s, session, count, low=low))
    spots, draw = inner.columns(3, s.px(14)), _gauge if low else _tall_gauge
    kids += [draw(s, spot, gauge) for spot, gauge in zip(spots, gauges(session), strict=True)]
    return Node("group", "loads", s.say("board.loads"), box, (Fill(box, theme.PAPER_2),), kids=tuple(kids))


def _count_width(s: Sight, session: Session) -> int:
    return max(s.px(110), s.width(_unit(s, session, _made(session)[0]), theme.TEXT) + s.px(4))


def _made(session: Session) -> tuple[int, int]:
    """Give how many picks there are, in Enjeux how many issues, and how many there may be."""
    made = len(picks(session)) if levers_phase(session) else len(session.issues)
    return made, session.limits.issues_per_family * len(session.workshop.families)


def _unit(s: Sight, session: Session, made: int) -> str:
    return s.say(f"board.unit.{_kind(session)}", n=made)


def _kind(session: Session) -> str:
    return "picks" if levers_phase(session) else "issues"


def _count(s: Sight, session: Session, box: Box, *, low: bool) -> Node:
    made, allowed = _made(session)
    name = s.say(f"board.count.{_kind(session)}", n=made, allowed=allowed)
    shown = f"{made} / {allowed}"
    if low:
        return Node(
            "text", "count", name, box, (s.words(box, shown, theme.LABEL, bold=True, middle=True, back=theme.PAPER_2),)
        )
    foot, top = box.cut_bottom(s.step(theme.TEXT))
    words = (
        s.fitted(top, shown, (theme.BODY, theme.TEXT), bold=True, middle=True, back=theme.PAPER_2),
        s.words(foot, _unit(s, session, made), theme.TEXT, middle=True, back=theme.PAPER_2),
    )
    return Node("text", "count", name, box, words)


def _gauge(s: Sight, box: Box, gauge: Gauge) -> Node:
    """Show a load on one line: icon, bar, figures."""
    spot, rest = box.cut_left(s.px(26), s.px(8))
    wide = s.px(84)
    number, bar = rest.cut_right(wide, s.px(8)) if rest.w >= wide + s.px(38) else rest.cut_left(min(rest.w, wide))
    return _weighed(s, box, gauge, bar.middle(bar.w, s.px(16)), spot, number)


def _tall_gauge(s: Sight, box: Box, gauge: Gauge) -> Node:
    """Show a load on two lines: icon, name and figures over the bar."""
    line, low = box.cut_top(s.step(theme.TEXT))
    spot, rest = line.cut_left(s.px(26), s.px(6))
    said = s.say(f"board.load.{gauge.kind}")
    words, number = rest.cut_left(s.width(said, theme.TEXT) + s.px(4))
    name = label(s, words, f"load:{gauge.kind}:name", said, theme.TEXT, middle=True, back=theme.PAPER_2)
    return _weighed(s, box, gauge, low.middle(low.w, s.px(14)), spot, number, name)


def _weighed(s: Sight, box: Box, gauge: Gauge, bar: Box, spot: Box, number: Box, *more: Node) -> Node:
    """Show what is used of a capacity, as a bar and in figures; over it, the icon says so too."""
    shown = f"{points(gauge.used) if gauge.kind != 'effort' else gauge.used}/{gauge.capacity}"
    said = s.say("board.load.over" if gauge.over else "board.load.within", what=s.say(f"board.load.{gauge.kind}"),
                 used=gauge.used, limit=gauge.capacity)  # fmt: skip
    icon, ink = ("triangle-alert", theme.WARN) if gauge.over else (ICONS[gauge.kind], theme.INK)
    figure = s.words(number, shown, theme.TEXT, ink, bold=True, align="right", middle=True, back=theme.PAPER_2)
    look = (Icon(spot.middle(s.px(24), s.px(24)), icon, ink), figure)
    if bar.w < s.px(30):
        return Node("meter", f"load:{gauge.kind}", said, box, look, value=shown)
    kids = (*more, meter(s, bar, f"load:{gauge.kind}", said, gauge.used, gauge.capacity, shown))
    return Node("group", f"load:{gauge.kind}:row", "", box, look, kids=kids)
