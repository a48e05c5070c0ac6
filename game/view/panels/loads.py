"""Under the ledger: how many picks there are, what they weigh against what can be carried, and the next phase."""

from __future__ import annotations

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
TALL, LOW = 109, 60
"""Heights with the loads on three lines, and on one."""


def build(s: Sight, session: Session, box: Box) -> Node:
    """Build the strip; on one line when it is low."""
    reads = (session.workshop, session.issues, session.ballot, session.events, session.sheets, session.phase,
             session.blank_levers)  # fmt: skip
    return s.panel("loads", _build, box, *reads)


def _build(s: Sight, box: Box, *_: object) -> Node:
    session = s.session
    assert isinstance(session, Session)
    low = box.h < s.px(TALL - 10)
    inner = box.inset(s.px(12), s.px(3 if low else 10))
    after = session.workshop.agenda.after(session.phase)
    kids: list[Node] = []
    if after is not None:
        name = s.say("board.next", phase=after.title.say(s.speaker.lang))
        wide = s.width(name, theme.TEXT, bold=True) + s.px(80) if low else s.px(264)
        go, inner = inner.cut_right(wide, s.px(12))
        kids.append(button(s, go, "next", name, EnterPhase(after.id), kind="primary",
                           size=theme.TEXT if low else theme.LABEL, icon="arrow-right"))  # fmt: skip
    count, inner = inner.cut_left(s.px(110 if low else 170), s.px(12))
    kids.insert(0, _count(s, session, count, low=low))
    spots = inner.columns(3, s.px(14)) if low else inner.rows(3)
    kids += [_gauge(s, spot, gauge, low=low) for spot, gauge in zip(spots, gauges(session), strict=True)]
    return Node("group", "loads", s.say("board.loads"), box, (Fill(box, theme.PAPER_2),), kids=tuple(kids))


def _count(s: Sight, session: Session, box: Box, *, low: bool) -> Node:
    limits, families = session.limits, len(session.workshop.families)
    allowed = limits.issues_per_family * families
    made = len(picks(session)) if levers_phase(session) else len(session.issues)
    kind = "picks" if levers_phase(session) else "issues"
    name = s.say(f"board.count.{kind}", n=made, allowed=allowed)
    shown = f"{made} / {allowed}"
    if low:
        return Node(
            "text", "count", name, box, (s.words(box, shown, theme.LABEL, bold=True, middle=True, back=theme.PAPER_2),)
        )
    top, foot = box.split_rows(5, 4)
    words = (
        s.words(top, shown, theme.TITLE, bold=True, middle=True, back=theme.PAPER_2),
        s.words(foot, s.say(f"board.unit.{kind}", n=made), theme.TEXT, middle=True, back=theme.PAPER_2),
    )
    return Node("text", "count", name, box, words)


def _gauge(s: Sight, box: Box, gauge: Gauge, *, low: bool) -> Node:
    name = s.say(f"board.load.{gauge.kind}")
    shown = f"{points(gauge.used) if gauge.kind != 'effort' else gauge.used}/{gauge.capacity}"
    spot, rest = box.cut_left(s.px(26), s.px(8))
    kids: list[Node] = []
    if not low:
        words, rest = rest.cut_left(s.px(84), s.px(8))
        kids.append(label(s, words, f"load:{gauge.kind}:name", name, theme.TEXT, middle=True, back=theme.PAPER_2))
    number, bar = rest.cut_right(s.px(84), s.px(8))
    said = s.say(
        "board.load.over" if gauge.over else "board.load.within", what=name, used=gauge.used, limit=gauge.capacity
    )
    kids.append(meter(s, bar.middle(bar.w, s.px(16)), f"load:{gauge.kind}", said, gauge.used, gauge.capacity, shown))
    icon, ink = ("triangle-alert", theme.WARN) if gauge.over else (ICONS[gauge.kind], theme.INK)
    figure = s.words(number, shown, theme.TEXT, ink, bold=True, align="right", middle=True, back=theme.PAPER_2)
    look = (Icon(spot.middle(s.px(24), s.px(24)), icon, ink), figure)
    return Node("group", f"load:{gauge.kind}:row", "", box, look, kids=tuple(kids))
