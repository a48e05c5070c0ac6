"""The vote, seat by seat: whose turn it is, the tokens each has left, and what the ballot said once closed."""

from __future__ import annotations

from game.core.load import overload
from game.core.picks import kept
from game.core.session import Session, Sitting
from game.view import theme
from game.view.box import Box
from game.view.column import column
from game.view.gestures import TokenThing
from game.view.intents import OpenDialog, SelectTab
from game.view.looks import Fill, Icon, Mark, Style
from game.view.node import Node
from game.view.panels import naming
from game.view.panels.blocks import Block, shell, stacked, text
from game.view.sight import Sight
from game.view.ui import Ui
from game.view.widgets import Button, button, icon_button

STRIP = "seat"


def left(session: Session, seat: str) -> int:
    """Give the tokens a seat has not laid."""
    return session.limits.tokens_per_seat - session.ballot.spent(seat)


def unlaid(session: Session) -> int:
    """Give the tokens nobody has laid."""
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


def turn(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """Say whose turn it is, large, with the tokens they still hold; drag one onto a pick, or press its plus."""
    seat = chosen(s, ui, session)
    role = naming.role(s, session, seat)
    slim = box.h < s.px(150)
    marks: list[Mark] = [Fill(box, theme.ACCENT_2, s.px(theme.RADIUS), theme.ACCENT, s.px(4))]
    inner = box.inset(s.px(14), s.px(8))
    back, inner = inner.cut_left(s.px(56), s.px(12))
    ahead, inner = inner.cut_right(s.px(56), s.px(12))
    words = s.say("council.vote.turn", role=role)
    if slim:
        pile, inner = inner.cut_right(s.px(50) * session.limits.tokens_per_seat, s.px(12))
        sizes: tuple[float, ...] = (theme.LABEL, theme.TEXT)
    else:
        pile, inner = inner.cut_bottom(s.px(56), s.px(6))
        sizes = (38, 34, 30, theme.BODY, theme.TEXT)
    fits = s.tall(words, theme.TEXT, inner.w, bold=True) <= inner.h
    shown = words if fits else s.say("council.vote.turn", role=naming.seat(s, session, seat))
    marks.append(s.fitted(inner, shown, Style(sizes[0], bold=True, back=theme.ACCENT_2, middle=True), *sizes[1:]))
    kids = (
        _step(s, back, "seat:previous", "chevron-left", beside(session, seat, -1)),
        _pile(s, session, pile, seat, role),
        _step(s, ahead, "seat:next", "chevron-right", beside(session, seat, 1)),
    )
    return Node("group", "turn", words, box, tuple(marks), kids=kids, states=("live",))


def _step(s: Sight, box: Box, key: str, icon: str, seat: str) -> Node:
    name = s.say(f"council.vote.{key.split(':')[1]}")
    return icon_button(
        s,
        box.middle(s.px(56), min(box.h, s.px(72))),
        Button(key, name, SelectTab(STRIP, seat), icon=icon, states=() if seat else ("disabled",)),
    )


def _pile(s: Sight, session: Session, box: Box, seat: str, role: str) -> Node:
    """Lay the seat's tokens: those left can be dragged, one by one; the others are empty rings."""
    held, most = left(session, seat), session.limits.tokens_per_seat
    side = min(s.px(46), box.h, max(1, (box.w + s.px(4)) // max(1, most) - s.px(4)))
    cells = box.middle(box.w, side).shelf(side, most, s.px(4))
    kids = []
    for i, cell in enumerate(cells):
        here = i < held
        disc = Fill(cell.inset(s.px(3)), theme.ACCENT if here else theme.WHITE, side // 2, theme.INK, s.px(3),
                    dash=0 if here else s.px(6))  # fmt: skip
        name = s.say("council.vote.token", role=role) if here else s.say("council.vote.laid")
        kids.append(Node("image", f"token:{i}", name, cell, (disc,), drags=TokenThing(seat) if here else None,
                         states=() if i == 0 else ("quiet",)))  # fmt: skip
    return Node("group", "tokens", s.say("council.vote.left", n=held), box, kids=tuple(kids))


def seats(s: Sight, ui: Ui, session: Session, wide: int) -> tuple[Block, ...]:
    """Give a row for each voter: their role and their tokens left; pressing it gives them the turn."""
    now, whole = chosen(s, ui, session), _whole(s, session, wide)
    return tuple(_seat(s, session, sitting, on=sitting.seat.id == now, whole=whole) for sitting in session.voters)


DISC, BETWEEN = 20, 4
"""A token in a seat's row, and the gap to the next."""


def _discs(s: Sight, session: Session) -> int:
    return session.limits.tokens_per_seat * (s.px(DISC) + s.px(BETWEEN))


def _whole(s: Sight, session: Session, wide: int) -> bool:
    """Tell whether every role fits beside its tokens: if one does not, all seats go by their short names."""
    room = wide - _discs(s, session) - s.px(48)
    roles = (sitting.seat.role.say(s.speaker.lang) for sitting in session.voters)
    return all(s.width(role, theme.TEXT, bold=True) <= room for role in roles)


def _seat(s: Sight, session: Session, sitting: Sitting, *, on: bool, whole: bool) -> Block:
    most, held = session.limits.tokens_per_seat, left(session, sitting.seat.id)
    side, gap, discs = s.px(DISC), s.px(BETWEEN), _discs(s, session)
    role = sitting.seat.role.say(s.speaker.lang)
    shown = role if whole else sitting.seat.short.say(s.speaker.lang)

    def build(box: Box) -> Node:
        fill = theme.ACCENT_2 if on else theme.WHITE
        inner = box.inset(s.px(16), s.px(6))
        pile, inner = inner.cut_right(discs, s.px(12))
        edge, thick = (theme.ACCENT, s.px(4)) if on else (theme.SAND, s.px(2))
        marks: list[Mark] = [Fill(box, fill, s.px(theme.RADIUS), edge, thick)]
        marks.append(s.fitted(inner, shown, Style(bold=on, back=fill, middle=True)))
        for i, cell in enumerate(pile.middle(pile.w, side).shelf(side, most, gap)):
            marks.append(Fill(cell, theme.ACCENT if i < held else "", side // 2, theme.INK_3, s.px(2)))
        name = s.say("council.vote.seat", role=role, n=held)
        return Node("tab", f"tab:{STRIP}:{sitting.seat.id}", name, box, tuple(marks),
                    SelectTab(STRIP, sitting.seat.id), ("selected",) if on else ())  # fmt: skip

    return Block(s.px(56), build)


def panel(s: Sight, ui: Ui, session: Session, box: Box) -> Node:
    """Give the vote's side: the turn above, the seats below; once closed, what comes next."""
    if session.ballot.closed:
        return column(
            s, ui, box, "outcome", s.say("council.vote.closed"), lambda wide: outcome(s, session, wide), s.px(12)
        )
    head, rest = box.cut_top(min(s.px(176), box.h // 3), s.px(12))
    foot, rest = rest.cut_bottom(s.px(64), s.px(12))
    kids = (
        turn(s, ui, session, head),
        column(s, ui, rest, "seats", s.say("council.vote.seats"), lambda wide: seats(s, ui, session, wide), s.px(6)),
        closing(s, session, foot),
    )
    return Node("group", "voting", s.say("council.vote.title"), box, kids=kids)


def closing(s: Sight, session: Session, box: Box) -> Node:
    """Give the button that closes the ballot: it asks first, since undo cannot cross it."""
    off = () if session.ballot.tokens else ("disabled",)
    kind = "plain" if unlaid(session) else "primary"
    return button(
        s,
        box,
        Button("vote:close", s.say("council.vote.close"), OpenDialog("ballot"), kind=kind, icon="lock", states=off),
    )


def outcome(s: Sight, session: Session, wide: int) -> tuple[Block, ...]:
    """Say what the closed ballot leaves to do: settle a tie, carry less or assume it, or go on."""
    if session.ballot.tied:
        n = session.ballot.left
        said = s.say("council.tie.said", n=n, count=len(session.ballot.tied))
        return (_banner(s, wide, "tie", "scale", said, (("council.tie.open", OpenDialog("tie")),)),)
    gauge = overload(session)
    if gauge is not None:
        said = s.say(f"council.over.{gauge.kind}", used=gauge.used, limit=gauge.capacity)
        ways = (("council.over.renounce", OpenDialog("renounce")), ("council.over.assume", OpenDialog("assume")))
        return (_banner(s, wide, "over", "weight", said, ways),)
    n = len(kept(session))
    blocks = [_banner(s, wide, "kept", "check", s.say("council.vote.kept", n=n), (), calm=True)]
    if session.assumed:
        said = s.say("council.over.assumed", sentence=naming.typed(s, session.assumed))
        blocks.append(_banner(s, wide, "assumed", "weight", said, (), calm=True))
    return tuple(blocks)


def _banner(
    s: Sight, wide: int, key: str, icon: str, said: str, ways: tuple[tuple[str, object], ...], *, calm: bool = False
) -> Block:
    pad, gap = s.px(20), s.px(14)
    fill, edge = (theme.GOOD_2, theme.GOOD) if calm else (theme.WARN_2, theme.WARN)
    room = wide - 2 * pad - s.px(56)
    words = text(s, room, f"{key}:said", said, Style(theme.LABEL, bold=True, back=fill))

    def headed(box: Box) -> Node:
        spot, rest = box.cut_left(s.px(44), s.px(12))
        mark = Icon(spot.cut_top(s.px(44))[0], icon, edge)
        return Node("group", f"{key}:head", "", box, (mark,), kids=(words.build(rest),))

    blocks = [Block(max(words.tall, s.px(44)), headed)]
    blocks += [_way(s, way, does, first=i == 0) for i, (way, does) in enumerate(ways)]
    return stacked(s, f"banner:{key}", said, tuple(blocks), pad, gap, shell(s, fill, edge, 4))


def _way(s: Sight, way: str, does: object, *, first: bool) -> Block:
    kind = "primary" if first else "plain"
    return Block(s.px(64), lambda box: button(s, box, Button(way, s.say(way), does, kind=kind)))
