"""Arbitrage: the picks as rows, the debate and the vote beside them, the loads and the way on below."""

from __future__ import annotations

from functools import partial

from game.core.ballot import HANDS, OPEN
from game.core.load import Gauge, counted, event_part, gauges, overload
from game.core.picks import kept, votable
from game.core.session import Session
from game.core.tensions import pulls
from game.view.answer.ui import Ui
from game.view.council import hands, pickrow, secret, tensions, tokens, voting
from game.view.council.ranking import ordered
from game.view.parts import bars, burden, podium
from game.view.parts.cards import points
from game.view.parts.lists import Listed, scrolled
from game.view.parts.lists import kept as kept_piece
from game.view.parts.loads import flat, load
from game.view.parts.onward import back, onward
from game.view.parts.pieces import label, strip
from game.view.parts.widgets import Strip
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import (
    Piece,
    Pieces,
    at_least,
    column,
    grid,
    grow,
    lazily,
    middle,
    node,
    over,
    pad,
    row,
    sized,
    space,
    ways,
    whole,
)
from game.view.tree.looks import Fill, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

WIDE = 1560
"""Width (1080p pixels at this text scale) from which rows and sides stand beside each other."""
UNDER, ABOVE = 820, (0.64, 0.55)
"""Width from which the side lies under the rows in an upright window; the rows' part of its height, in a debate too."""
SIDE, DEBATE, ROWS = 532, 740, 1180
"""Width of the side; of that of the debate, so long as the rows keep theirs."""
LOW, APART = 200, 28
TALLER = 0.5
"""By what part of its height a row grows at most, so that a few picks do not drift apart."""
STRIP = "council"


def build(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """Build the body of the phase: beside each other when there is room, else one thing at a time."""
    scrolls = ("picks", "seats", "debate", "outcome", "vote")
    return s.part(
        "ballot", _body, ui.only(tabs=(STRIP, voting.STRIP, secret.SEEN, secret.STILL), scrolls=scrolls), session, box
    )


def _body(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    beside, under = box.w >= s.px(WIDE), s.upright and box.w >= s.px(UNDER)
    if not (beside or under):
        shape = pad(_narrow(s, ui, session, low=box.h < s.px(LOW + 86)), s.px(16), s.px(12))
    else:
        low = bars.sight(s)
        picks = column(
            _headed(s, ui, session),
            _toll(s, session),
            _event(s, session),
            _foot(low, session),
            gap=s.px(10),
        )
        main, aside = pad(picks, s.px(16), s.px(12)), _side(s, ui, session)
        if beside:
            shape = row(grow(main), sized(aside, wide=_aside(s, ui, session, box)))
        else:
            above = ABOVE[side(s, ui, session) == "debate"]
            shape = column(grow(sized(main, tall=0), above), grow(sized(aside, tall=0), 1 - above))
    body = over(shape, lambda area: (Fill(area, theme.PAPER),))
    return node("group", "council", s.say("council.vote.title"), body).node(box)


def _aside(s: Sight, ui: Ui, session: Session, box: Box) -> int:
    """Give the width of the side, in pixels: the debate's is what the room talks about."""
    most = s.px(DEBATE) if side(s, ui, session) == "debate" else 0
    return max(s.px(SIDE), min(most, box.w - s.px(ROWS)))


def _picks(s: Sight, ui: Ui, session: Session, large: tuple[Sight, Sight]) -> tuple[Piece | None, ...]:
    """Give a row for each pick, or say that there is none, and lead back to where levers are placed.

    `large`: the sights that make its label and its figures, or the numbers to press, as large as the room reads them.
    """
    open_to_all = session.way == OPEN and not session.ballot.closed and side(s, ui, session) != "debate"
    if session.way == HANDS and not session.ballot.closed and side(s, ui, session) != "debate":
        found = hands.rows(s, session, votable(session), large)
    else:
        seat = voting.chosen(s, ui, session) if open_to_all else ""
        found = pickrow.rows(s, session, ordered(session), seat, large)
    if found:
        return found
    none = label(s, "picks:none", s.say("council.pick.none"), Style(theme.LABEL, theme.INK_3))
    return none, back(s, session, "place_lever", "picks:back")


def _headed(s: Sight, ui: Ui, session: Session) -> Piece:
    """Give the rows under the names of their two numbers, so long as that takes none out of sight."""
    heads, rows = _heads(s, ui, session), _rows(s, ui, session)
    return grow(whole(column(heads, rows, gap=s.px(4)), rows)) if heads else rows


def _heads(s: Sight, ui: Ui, session: Session) -> Piece | None:
    """Name the two numbers of a row while seats vote before all: everybody's tokens, and those of whose turn it is.

    They stand before the first token too, so that no row moves under the hand that lays it.
    """
    if session.way != OPEN or session.ballot.closed or side(s, ui, session) == "debate":
        return None
    style = Style(ink=theme.INK_3, align="centre")
    named = (("all", pickrow.VOTES), ("mine", tokens.HANDS))
    heads = (
        sized(label(s, f"picks:{who}", s.say(f"council.vote.{who}"), style), wide=s.px(wide)) for who, wide in named
    )
    return ways(sized(row(grow(space()), *heads, space(wide=s.px(2)), gap=s.px(16)), wide=s.px(pickrow.WIDE)), space())


def _rows(s: Sight, ui: Ui, session: Session, gap: float = 5, *more: Piece) -> Piece:
    """Give the list of picks, after what else scrolls with them: the largest whose rows all stand in its box.

    Down to the hands' scale; the rows share the height that is left.
    """
    listed = Listed("picks", s.say("council.pick.title"), gap, taller=TALLER)

    def at(label: Sight, figures: Sight) -> Piece:
        return scrolled(s, ui, listed, (*more, *_picks(s, ui, session, (label, figures))))

    larger = [lazily(0, partial(at, *pair)) for pair in podium.paired(s, ui)]
    return grow(whole(*larger, at(s, s)))


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


def side(s: Sight, ui: Ui, session: Session) -> str:
    """Give the side shown: the debate until a token is laid or nothing is left to debate."""
    waits = any(pull.open for pull in pulls(session)) or not session.events
    default = "debate" if waits and not session.ballot.begun else "vote"
    return ui.tab(STRIP, default)


def _tabs(s: Sight, session: Session, now: str, *, narrow: bool) -> Piece:
    found = Strip(STRIP, s.say("council.tab.title"), _choices(s, session, narrow=narrow), now)
    return strip(s, found, 52 if narrow else 56)


def _side(s: Sight, ui: Ui, session: Session) -> Piece:
    now = side(s, ui, session)
    now = now if now in ("debate", "vote") else "vote"
    shown = tensions.panel(s, ui, session) if now == "debate" else voting.panel(s, ui, session)
    on = sized(onward(s, session, ready=_ready(session)), tall=s.px(76))
    inner = column(_tabs(s, session, now, narrow=False), grow(shown), on, gap=s.px(12))
    beside = over(pad(inner, s.px(18), s.px(12)), lambda box: (Fill(box, theme.SAND),))
    return node("group", "council:side", "", beside)


def _narrow(s: Sight, ui: Ui, session: Session, *, low: bool) -> Piece:
    now = side(s, ui, session)
    return column(_tabs(s, session, now, narrow=True), *_alone(s, ui, session, now, low=low), gap=s.px(10))


def _alone(s: Sight, ui: Ui, session: Session, now: str, *, low: bool) -> tuple[Piece, ...]:
    """Give the one thing shown under the tabs: the turn scrolls with the rows where there is room for little else."""
    if now == "debate":
        return (tensions.panel(s, ui, session),)
    if now == "loads":
        return (scrolled(s, ui, Listed("vote", _loads_name(s, session), 10), _loads(s, session)),)
    if session.ballot.closed:
        return (_rows(s, ui, session, 8, *voting.outcome(s, session)),)
    turn = at_least(voting.above(s, ui, session), s.px(68))
    if low:
        return (_rows(s, ui, session, 8, turn),)
    return turn, _rows(s, ui, session)


def _loads(s: Sight, session: Session) -> Pieces:
    """Give the loads, then the ways on."""
    closing = None if session.ballot.closed else voting.ending(s, session)
    on = sized(onward(s, session, ready=_ready(session)), tall=s.px(68))
    loads = (*(_load(s, session, gauge) for gauge in _weighed(session)), _toll(s, session))
    return (*loads, closing, node("group", "vote:ends", "", on))


def _toll(s: Sight, session: Session) -> Piece | None:
    """Say what the points come to, in euros and weeks on which purchases."""
    said = burden.of_all(s, session)
    return label(s, "picks:burden", said, Style(ink=theme.INK_3)) if said else None


def _weighed(session: Session) -> tuple[Gauge, ...]:
    """Give the loads; none while no pick weighs anything."""
    return gauges(session) if counted(session) else ()


def _foot(s: Sight, session: Session) -> Piece:
    said = label(s, "picks:count", _counted(s, session), Style(theme.BODY, bold=True, middle=True))
    loads = [kept_piece(s, f"load:{gauge.kind}", _flat, gauge) for gauge in _weighed(session)]
    count = sized(said, wide=_counting(s, session), tall=s.px(bars.COUNCIL))
    foot = row(count, grow(middle(grid(loads, 3, s.px(APART)))), gap=s.px(APART))
    return node("group", "ballot:foot", "", foot, states=("bar",))


def _event(s: Sight, session: Session) -> Piece | None:
    """Say what the event adds, each over its load in the foot."""
    parts = [(gauge.kind, int(getattr(event_part(session), gauge.kind))) for gauge in _weighed(session)]
    if not any(part for _, part in parts):
        return None
    notes = [label(s, f"load:{kind}:event", _note(s, part), Style()) if part else space() for kind, part in parts]
    return row(sized(space(), wide=_counting(s, session)), grow(grid(notes, 3, s.px(APART))), gap=s.px(APART))


def _counting(s: Sight, session: Session) -> int:
    """Give the width of the count in the foot."""
    return s.width(_counted(s, session), theme.BODY, bold=True)


def _flat(s: Sight, gauge: Gauge) -> Piece:
    return flat(s, gauge, named=True, back=theme.PAPER)


def _counted(s: Sight, session: Session) -> str:
    """Say what takes the places: every pick voted on while the vote is open, then those kept, and those still tied."""
    limit, ballot = session.limits.objectives, session.ballot
    voted = votable(session)
    if not ballot.closed:
        return s.say("council.pick.count", n=len(voted), limit=limit)
    n = len([pick for pick in kept(session) if pick in voted])
    if ballot.tied:
        return s.say("council.pick.kept.tied", n=n, tied=len(ballot.tied))
    return s.say("council.pick.kept", n=n, limit=limit)


def _load(s: Sight, session: Session, gauge: Gauge) -> Piece:
    """Show a load as the board does; under it, what the event adds."""
    return kept_piece(s, f"load:{gauge.kind}", _shown, gauge, int(getattr(event_part(session), gauge.kind)))


def _shown(s: Sight, gauge: Gauge, part: int) -> Piece:
    return load(s, gauge, note=_note(s, part) if part else "")


def _note(s: Sight, part: int) -> str:
    return s.say("council.load.event", points=points(part))


def _ready(session: Session) -> bool:
    return session.ballot.closed and not session.ballot.tied and overload(session) is None
