"""The vote, seat by seat: whose turn it is, the tokens each has left, and what the ballot said once closed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.core.ballot import HANDS, SECRET
from game.core.load import overload
from game.core.picks import kept as picked
from game.core.seat import Seat
from game.core.session import Session
from game.core.text import Text
from game.view.answer.gestures import TokenThing
from game.view.answer.intents import OpenDialog, SelectTab
from game.view.answer.ui import Ui
from game.view.council import hands, secret
from game.view.parts import naming
from game.view.parts.lists import Listed, kept, scrolled
from game.view.parts.pieces import icon, label, line, plate, press, symbol, told
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import (
    Piece,
    Shown,
    abreast,
    column,
    grid,
    grow,
    lazily,
    made,
    middle,
    node,
    over,
    pad,
    row,
    sized,
    ways,
)
from game.view.tree.looks import Fill, Style, Words
from game.view.tree.node import Node
from game.view.tree.sight import Sight

STRIP = secret.SEAT


def left(session: Session, seat: str) -> int:
    """Give the tokens a seat has not laid."""
    return session.limits.tokens_per_seat - session.ballot.spent(seat)


def lacking(session: Session) -> int:
    """Count what the vote still awaits: ballots, picks whose hands are not counted, or tokens nobody has laid."""
    if session.way in SECRET:
        return secret.missing(session)
    if session.way == HANDS:
        return hands.uncounted(session)
    return sum(left(session, sitting.seat.id) for sitting in session.voters)


def chosen(s: Sight, ui: Ui, session: Session) -> str:
    """Give the seat whose turn it is; the first voter until one is chosen, empty when nobody votes."""
    ids = [sitting.seat.id for sitting in session.voters]
    wanted = ui.tab(STRIP, ids[0] if ids else "")
    return wanted if wanted in ids else ids[0] if ids else ""


def beside(session: Session, seat: str, way: int) -> str:
    """Give the voter before (-1) or after (1) a seat, round the table."""
    ids = [sitting.seat.id for sitting in session.voters]
    return ids[(ids.index(seat) + way) % len(ids)] if seat in ids else ""


def turn(s: Sight, ui: Ui, session: Session) -> Piece:
    """Say whose turn it is, large, with the tokens they still hold; drag one onto a pick, or press its plus.

    On one line where it is low.
    """
    seat, most = chosen(s, ui, session), session.limits.tokens_per_seat
    words = s.say("council.vote.turn", role=naming.role(s, session, seat))
    said, pile = _said(s, session, seat, words), _pile(s, session, seat)
    back, ahead = (_step(s, key, icon, beside(session, seat, way)) for key, icon, way in STEPS)
    slim = row(grow(said(theme.LABEL, theme.TEXT)), sized(pile, wide=s.px(50) * most), gap=s.px(12))
    large = column(grow(said(38, 34, 30, theme.BODY, theme.TEXT)), pile, gap=s.px(6))

    def put(box: Box) -> tuple[Shown, ...]:
        main = grow(slim if box.h < s.px(150) else large)
        inner = over(pad(row(back, main, ahead, gap=s.px(12)), s.px(14), s.px(8)), plate(s, *TURN))
        return node("group", "turn", words, inner).put(box)

    return Piece(0, lambda width: s.px(170 if width < s.px(TIGHT) else 68), put)


TURN = (theme.ACCENT_2, theme.ACCENT, 4)
"""Fill, outline and its width, of the turn."""
STEPS = (("previous", "chevron-left", -1), ("next", "chevron-right", 1))
TIGHT = 780
"""Width below which whose turn it is and their tokens stand on two lines."""


def _said(s: Sight, session: Session, seat: str, words: str) -> Callable[..., Piece]:
    """Give what writes whose turn it is, at the first of some sizes; by the seat's short name where it lacks room."""
    short = s.say("council.vote.turn", role=naming.seat(s, session, seat))

    def at(size: float, *smaller: float) -> Piece:
        def put(box: Box) -> Words:
            fits = s.tall(words, theme.TEXT, box.w, bold=True) <= box.h
            style = Style(size, bold=True, back=theme.ACCENT_2, middle=True)
            return s.fitted(box, words if fits else short, style, *smaller)

        return made(0, s.step(size), put)

    return at


def _step(s: Sight, way: str, icon: str, seat: str) -> Piece:
    off = () if seat else ("disabled",)
    does = SelectTab(STRIP, seat)
    button = Button(f"seat:{way}", s.say(f"council.vote.{way}"), does, icon=icon, states=off)
    return middle(sized(symbol(s, button, 56), tall=s.px(72)))


def _pile(s: Sight, session: Session, seat: str) -> Piece:
    """Lay the seat's tokens: those left can be dragged, one by one; the others are empty rings."""
    held, most, role = left(session, seat), session.limits.tokens_per_seat, naming.role(s, session, seat)

    def build(box: Box) -> Node:
        side = min(s.px(46), box.h, max(1, (box.w + s.px(4)) // max(1, most) - s.px(4)))
        cells = box.middle(box.w, side).shelf(side, most, s.px(4))
        kids = tuple(_token(s, i, seat if i < held else "", role, cell) for i, cell in enumerate(cells))
        return Node("group", "tokens", s.say("council.vote.left", n=held), box, kids=kids)

    return made(0, s.px(56), build)


def _token(s: Sight, at: int, seat: str, role: str, box: Box) -> Node:
    """Give a token of a seat's pile, or where there is no seat the ring of one that is laid."""
    disc = Fill(box.inset(s.px(3)), theme.ACCENT if seat else theme.WHITE, box.h // 2, theme.INK, s.px(3),
                dash=0 if seat else s.px(6))  # fmt: skip
    name = s.say("council.vote.token", role=role) if seat else s.say("council.vote.laid")
    return Node("image", f"token:{at}", name, box, (disc,), drags=TokenThing(seat) if seat else None,
                states=() if at == 0 else ("quiet",))  # fmt: skip


def seats(s: Sight, ui: Ui, session: Session) -> tuple[Piece, ...]:
    """Give a row for each voter: their role and their tokens left; pressing it gives them the turn.

    If one role does not fit beside its tokens, all seats go by their short names.
    """
    now, most = chosen(s, ui, session), session.limits.tokens_per_seat
    told = [(one.seat, left(session, one.seat.id), most, one.seat.id == now) for one in session.voters]
    whole = [kept(s, f"seat:{seat.id}", _seat, seat, *rest) for seat, *rest in told]
    least = max((piece.wide for piece in whole), default=0)
    short = [lazily(0, partial(kept, s, f"seat:{seat.id}:short", _short, seat, *rest)) for seat, *rest in told]
    return tuple(ways(sized(one, wide=least), other) for one, other in zip(whole, short, strict=True))


def _seat(s: Sight, seat: Seat, held: int, most: int, on: bool) -> Piece:  # noqa: FBT001
    return _voter(s, seat, seat.role, (held, most), on=on)


def _short(s: Sight, seat: Seat, held: int, most: int, on: bool) -> Piece:  # noqa: FBT001
    return _voter(s, seat, seat.short, (held, most), on=on)


def _voter(s: Sight, seat: Seat, shown: Text, tokens: tuple[int, int], *, on: bool) -> Piece:
    """Give the row of a voter, by a name; `tokens` are those held, and the most."""
    fill, edge, thick = (theme.ACCENT_2, theme.ACCENT, 4) if on else (theme.WHITE, theme.SAND, 2)
    words = grow(line(s, shown.say(s.speaker.lang), Style(bold=on, back=fill)))
    shape = pad(row(words, middle(_discs(s, *tokens)), gap=s.px(12)), s.px(16), s.px(6))
    name, tab = s.say("council.vote.seat", role=seat.role.say(s.speaker.lang), n=tokens[0]), f"tab:{STRIP}:{seat.id}"
    states = ("selected",) if on else ()
    row_of = node(
        "tab", tab, name, over(shape, plate(s, fill, edge, thick)), does=SelectTab(STRIP, seat.id), states=states
    )
    return sized(row_of, tall=s.px(56))


def _discs(s: Sight, held: int, most: int) -> Piece:
    """Show the tokens a seat holds, and a ring for each it has laid."""
    side, gap = s.px(20), s.px(4)

    def put(box: Box) -> tuple[Fill, ...]:
        cells = enumerate(box.shelf(side, most, gap))
        return tuple(Fill(cell, theme.ACCENT if i < held else "", side // 2, theme.INK_3, s.px(2)) for i, cell in cells)

    return made(most * (side + gap), side, put)


def panel(s: Sight, ui: Ui, session: Session) -> Piece:
    """Give the vote's side, whichever way it goes; once closed, what comes next."""
    if session.ballot.closed:
        return scrolled(s, ui, Listed("outcome", s.say("council.vote.closed"), 12), outcome(s, session))
    if session.way in SECRET:
        return secret.panel(s, ui, session, ending(s, session))
    return hands.panel(s, session, ending(s, session)) if session.way == HANDS else _open(s, ui, session)


def _open(s: Sight, ui: Ui, session: Session) -> Piece:
    """Give the side of a vote before all: the turn above, the seats below."""
    found = Listed("seats", s.say("council.vote.seats"), 6)
    single = scrolled(s, ui, found, rows := seats(s, ui, session))
    pairs = [node("group", f"seats:{i}", "", grid(rows[i : i + 2], 2, s.px(12))) for i in range(0, len(rows), 2)]
    listed = grow(ways(sized(scrolled(s, ui, found, pairs), wide=s.px(TIGHT)), single))
    now, closes = turn(s, ui, session), ending(s, session)
    limits = session.limits
    most = s.say("council.vote.limits", most=limits.tokens_per_pick, limit=limits.objectives)
    told = label(s, "vote:limits", most, Style(ink=theme.INK_3, back=theme.SAND))

    def put(box: Box) -> tuple[Shown, ...]:
        most = s.px(176 if box.w < s.px(TIGHT) else 76)
        parts = column(sized(now, tall=min(most, box.h // 3)), told, listed, closes, gap=s.px(12))
        return node("group", "voting", s.say("council.vote.title"), parts).put(box)

    return Piece(0, listed.tall, put, 1)


def above(s: Sight, ui: Ui, session: Session) -> Piece:
    """Give what stands over the picks where there is room for little else: whose turn it is, or the next ballot."""
    if session.way in SECRET:
        return secret.bar(s, ui, session)
    if session.way == HANDS:
        return label(s, "hands:ask", s.say("council.hands.ask"), Style(theme.BODY, bold=True))
    return turn(s, ui, session)


def ending(s: Sight, session: Session) -> Piece:
    """Give the way the council votes, to change it, beside the end of the vote."""
    name = s.say("council.way.title")
    spoken = s.say("said.of", what=name, said=s.say(f"council.way.{session.way}"))
    way = press(s, Button("vote:way", name, OpenDialog("way"), spoken=spoken), 64)
    both = abreast(((way, 1), (closing(s, session), 1)), 0, (s.px(12), s.px(8)))
    return node("group", "vote:ending", "", both)


def closing(s: Sight, session: Session) -> Piece:
    """Give the button that closes the ballot: it asks first, since undo cannot cross it."""
    off = () if session.ballot.begun else ("disabled",)
    kind = "plain" if lacking(session) else "primary"
    return press(s, Button("vote:close", s.say("council.vote.close"), OpenDialog("ballot"), kind, "lock", off), 68)


def outcome(s: Sight, session: Session) -> tuple[Piece, ...]:
    """Say what the closed ballot leaves to do, and the way back to its result."""
    shown = Button("vote:result", s.say("council.result.open"), OpenDialog("result"), icon="trophy")
    return (*_left_to_do(s, session), press(s, shown, 64))


def _left_to_do(s: Sight, session: Session) -> tuple[Piece, ...]:
    """Say to settle a tie, to carry less or assume it, or to go on."""
    if session.ballot.tied:
        n = session.ballot.left
        said = s.say("council.tie.said", n=n, count=len(session.ballot.tied))
        return (_banner(s, "tie", "scale", said, ("council.tie.open", OpenDialog("tie"))),)
    gauge = overload(session)
    if gauge is not None:
        said = s.say(f"council.over.{gauge.kind}", used=gauge.used, limit=gauge.capacity)
        ways = (("council.over.renounce", OpenDialog("renounce")), ("council.over.assume", OpenDialog("assume")))
        return (_banner(s, "over", "triangle-alert", said, *ways),)
    kept_all = _banner(s, "kept", "check", s.say("council.vote.kept", n=len(picked(session))))
    if not session.assumed:
        return (kept_all,)
    said = s.say("council.over.assumed", sentence=naming.typed(s, session.assumed))
    return kept_all, _banner(s, "assumed", "weight", said)


def _banner(s: Sight, key: str, sign: str, said: str, *does: tuple[str, object]) -> Piece:
    """Say what the vote left, over the ways on; calm where there is none."""
    fill, edge = (theme.WARN_2, theme.WARN) if does else (theme.GOOD_2, theme.GOOD)
    words = label(s, f"{key}:said", said, Style(theme.LABEL, bold=True, back=fill))
    head = node("group", f"{key}:head", "", told(s, icon(s, sign, 44, edge), words))
    kinds = ("primary", *("plain",) * len(does))
    buttons = (
        press(s, Button(way, s.say(way), done, kind), 64) for (way, done), kind in zip(does, kinds, strict=False)
    )
    card = over(pad(column(head, *buttons, gap=s.px(14)), s.px(20), s.px(20)), plate(s, fill, edge, 4))
    return node("group", f"banner:{key}", said, card)
