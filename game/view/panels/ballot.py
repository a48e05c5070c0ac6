"""Arbitrage: the picks as rows, the debate and the vote beside them, the loads and the way on below."""

from __future__ import annotations

from functools import partial

from game.core.load import Gauge, event_part, gauges, overload
from game.core.moves.flow import EnterPhase
from game.core.picks import kept, picks
from game.core.session import PlacedIssue, Session
from game.core.tensions import pulls
from game.view import theme
from game.view.box import Box
from game.view.cards import points
from game.view.column import column
from game.view.looks import Fill, Icon, Style
from game.view.node import Node
from game.view.panels import pickrow, tensions, voting
from game.view.panels.blocks import Block, aside, text
from game.view.panels.loads import ICONS, SIGN
from game.view.sight import Sight
from game.view.ui import Ui
from game.view.widgets import Button, Strip, button, label, meter, tabs

WIDE = 1560
"""Width (1080p pixels at this text scale) from which rows and sides stand beside each other."""
SIDE, LOW = 532, 200
STRIP = "council"


def build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """Build the body of the phase: beside each other when there is room, else one thing at a time."""
    scrolls = ("picks", "seats", "debate", "outcome", "vote")
    return s.part("ballot", _body, ui.only(tabs=(STRIP, voting.STRIP), scrolls=scrolls), session, box)


def _body(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    if box.w < s.px(WIDE):
        kids = _narrow(s, ui, session, box.inset(s.px(16), s.px(12)))
    else:
        side, main = box.cut_right(s.px(SIDE))
        tall = max(s.px(72), *(_gauge_tall(s, session, gauge) for gauge in gauges(session)))
        foot, rows = main.inset(s.px(16), s.px(12)).cut_bottom(tall, s.px(10))
        kids = (_rows(s, ui, session, rows), _foot(s, session, foot), _side(s, ui, session, side))
    return Node("group", "council", s.say("council.vote.title"), box, (Fill(box, theme.PAPER),), kids=kids)


def ordered(session: Session) -> tuple[PlacedIssue, ...]:
    """Give the picks as they were laid; once the ballot is closed, those kept by rank, then the tied, then the rest."""
    if not session.ballot.closed:
        return picks(session)
    places = {"kept": 0, "tied": 1, "renounced": 2}
    ranks = {card: i for i, card in enumerate(session.ballot.ranked)}
    return tuple(sorted(picks(session), key=lambda pick: (
        places[pickrow.fate(session, pick)], ranks.get(pick.card, 99), -session.ballot.count(pick.card),
    )))  # fmt: skip


def row_blocks(s: Sight, ui: Ui, session: Session, wide: int) -> tuple[Block, ...]:
    """Give a row for each pick, or say that there is none."""
    over = session.ballot.closed or _tab(s, ui, session) == "debate"
    seat = "" if over else voting.chosen(s, ui, session)
    return pickrow.blocks(s, session, ordered(session), seat, wide) or _nothing(s, ui, session, wide)


def _nothing(s: Sight, ui: Ui, session: Session, wide: int) -> tuple[Block, ...]:
    """Say that there is no pick, and lead back to where levers are placed."""
    said = text(s, wide, "picks:none", s.say("council.pick.none"), Style(theme.LABEL, theme.INK_3))
    way = back(s, ui, session, "place_lever", "picks:back")
    return (said,) if way is None else (said, way)


def back(s: Sight, ui: Ui, session: Session, move: str, key: str) -> Block | None:
    """Give the button to the phase that allows a move; None when the agenda has none."""
    phase = next((phase for phase in session.workshop.agenda.phases if move in phase.moves), None)
    if phase is None:
        return None
    name = s.say("council.back", phase=phase.title.say(s.speaker.lang))

    def build(box: Box) -> Node:
        wide = min(box.w, s.px(110) + s.width(name, theme.BODY, bold=True))
        return button(
            s, box.middle(wide, box.h), Button(key, name, EnterPhase(phase.id), kind="primary", icon="arrow-left")
        )

    return Block(s.px(68), build)


def _rows(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    return column(
        s, ui, box, "picks", s.say("council.pick.title"), lambda wide: row_blocks(s, ui, session, wide), s.px(5)
    )


def _choices(s: Sight, session: Session, *, narrow: bool) -> tuple[tuple[str, str], ...]:
    n = len([pull for pull in pulls(session) if pull.open])
    found = [
        ("debate", s.say("council.tab.debate", n=n)),
        ("vote", s.say("council.tab.result" if session.ballot.closed else "council.tab.vote")),
    ]
    return (*found, ("loads", _loads_name(s, session))) if narrow else tuple(found)


def _loads_name(s: Sight, session: Session) -> str:
    """Name the tab of the loads by what one does there: while the vote is open, to close it."""
    return s.say("council.tab.loads" if session.ballot.closed else "council.tab.close")


def _tab(s: Sight, ui: Ui, session: Session) -> str:
    """Give the side shown: the debate until a token is laid or nothing is left to debate."""
    waits = any(pull.open for pull in pulls(session)) or not session.events
    default = "debate" if waits and not session.ballot.tokens else "vote"
    return ui.tab(STRIP, default)


def _side(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    head, rest = box.inset(s.px(18), s.px(12)).cut_top(s.px(56), s.px(12))
    foot, rest = rest.cut_bottom(s.px(76), s.px(12))
    now = _tab(s, ui, session)
    now = now if now in ("debate", "vote") else "vote"
    strip = tabs(s, head, Strip(STRIP, s.say("council.tab.title"), _choices(s, session, narrow=False), now))
    shown = tensions.panel(s, ui, session, rest) if now == "debate" else voting.panel(s, ui, session, rest)
    kids = (strip, shown, onward(s, session, foot, ready=_ready(session)))
    return Node("group", "council:side", "", box, (Fill(box, theme.SAND),), kids=kids)


def _narrow(s: Sight, ui: Ui, session: Session, box: Box) -> tuple[Node, ...]:
    head, rest = box.cut_top(s.px(52), s.px(10))
    now = _tab(s, ui, session)
    strip = tabs(s, head, Strip(STRIP, s.say("council.tab.title"), _choices(s, session, narrow=True), now))
    if now == "debate":
        return strip, tensions.panel(s, ui, session, rest)
    if now == "loads":
        name = _loads_name(s, session)
        return strip, column(s, ui, rest, "vote", name, lambda _: _load_blocks(s, session), s.px(10))
    if session.ballot.closed:
        name = s.say("council.pick.title")
        return strip, column(s, ui, rest, "picks", name, lambda wide: _closed(s, ui, session, wide), s.px(8))
    if rest.h < s.px(LOW):
        name = s.say("council.pick.title")
        return strip, column(s, ui, rest, "picks", name, lambda wide: _low(s, ui, session, wide), s.px(8))
    turn, rest = rest.cut_top(s.px(68), s.px(10))
    return strip, voting.turn(s, ui, session, turn), _rows(s, ui, session, rest)


def _low(s: Sight, ui: Ui, session: Session, wide: int) -> tuple[Block, ...]:
    """Let the turn scroll with the rows, where there is room for little else."""
    turn = Block(s.px(170 if wide < s.px(pickrow.TIGHT) else 68), lambda box: voting.turn(s, ui, session, box))
    return (turn, *row_blocks(s, ui, session, wide))


def _closed(s: Sight, ui: Ui, session: Session, wide: int) -> tuple[Block, ...]:
    return (*voting.outcome(s, session, wide), *row_blocks(s, ui, session, wide))


def _load_blocks(s: Sight, session: Session) -> tuple[Block, ...]:
    ways = [Block(s.px(68), lambda box: onward(s, session, box, ready=_ready(session)))]
    if not session.ballot.closed:
        ways.insert(0, Block(s.px(68), lambda box: voting.closing(s, session, box)))
    bars = (Block(_gauge_tall(s, session, gauge), partial(_gauge, s, session, gauge)) for gauge in gauges(session))
    return (*bars, aside(tuple(ways), s.px(12)))


def _foot(s: Sight, session: Session, box: Box) -> Node:
    count, rest = box.cut_left(s.px(230), s.px(16))
    cells = rest.columns(3, s.px(28))
    said = label(s, count, "picks:count", _counted(s, session), Style(theme.BODY, bold=True, middle=True))
    bars = tuple(_gauge(s, session, gauge, cell) for cell, gauge in zip(cells, gauges(session), strict=True))
    return Node("group", "ballot:foot", "", box, kids=(said, *bars))


def _counted(s: Sight, session: Session) -> str:
    """Say what weighs in the bars: every pick while the vote is open, then those kept, and those still tied."""
    limit, ballot = session.limits.objectives, session.ballot
    if not ballot.closed:
        return s.say("council.pick.count", n=len(picks(session)), limit=limit)
    if ballot.tied:
        return s.say("council.pick.kept.tied", n=len(kept(session)), tied=len(ballot.tied))
    return s.say("council.pick.kept", n=len(kept(session)), limit=limit)


def _part(session: Session, gauge: Gauge) -> int:
    """Give the points of a load that come from the drawn event."""
    return int(getattr(event_part(session), gauge.kind))


def _gauge_tall(s: Sight, session: Session, gauge: Gauge) -> int:
    return s.px(62) + (s.step(theme.TEXT) + s.px(2) if _part(session, gauge) else 0)


def _gauge(s: Sight, session: Session, gauge: Gauge, box: Box) -> Node:
    """Show a load as the board does: icon, name and figures over its bar, a sign before it where it is too high.

    Under it, what the event adds.
    """
    name, part = s.say(f"board.load.{gauge.kind}"), _part(session, gauge)
    used = gauge.used if gauge.kind == "effort" else points(gauge.used)
    shown = s.say("council.load.shown", used=used, limit=gauge.capacity)
    top, rest = box.cut_top(s.step(theme.TEXT), s.px(8))
    spot, words = top.cut_left(s.px(SIGN), s.px(6))
    figure, head = words.cut_right(s.width(shown, theme.TEXT, bold=True) + s.px(4), s.px(8))
    bar, foot = rest.cut_top(s.px(24), s.px(2))
    warn, bar = bar.cut_left(s.px(SIGN), s.px(6)) if gauge.over else (bar, bar)
    said = s.say("board.load.over" if gauge.over else "board.load.within", what=name, used=used, limit=gauge.capacity)
    kids = [
        label(s, head, f"load:{gauge.kind}:name", name),
        label(
            s,
            figure,
            f"load:{gauge.kind}:shown",
            shown,
            Style(ink=theme.WARN if gauge.over else theme.INK, bold=True, align="right"),
        ),
        meter(s, bar.middle(bar.w, s.px(18)), f"load:{gauge.kind}", said, gauge.used, gauge.capacity, shown),
    ]
    if part:
        kids.append(label(s, foot, f"load:{gauge.kind}:event", s.say("council.load.event", points=points(part))))
    look = [Icon(spot.middle(s.px(24), s.px(24)), ICONS[gauge.kind], theme.INK)]
    if gauge.over:
        look.append(Icon(warn.middle(s.px(24), s.px(24)), "triangle-alert", theme.WARN))
    return Node("group", f"load:{gauge.kind}:box", "", box, tuple(look), kids=tuple(kids))


def _ready(session: Session) -> bool:
    return session.ballot.closed and not session.ballot.tied and overload(session) is None


def onward(s: Sight, session: Session, box: Box, *, ready: bool) -> Node:
    """Give the big button to the next phase."""
    after = session.workshop.agenda.after(session.phase)
    if after is None:
        return Node("group", "onward", "", box)
    name = s.say("council.onward", phase=after.title.say(s.speaker.lang))
    return button(
        s,
        box,
        Button(
            "next",
            name,
            EnterPhase(after.id),
            kind="primary" if ready else "plain",
            icon="arrow-right",
            size=theme.LABEL,
        ),
    )
