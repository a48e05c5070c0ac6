"""A pick as a row of the vote: its cards, its figures, its opportunity, its tokens, and what became of it."""

from __future__ import annotations

from typing import NamedTuple

from game.core.moves.votes import LayToken, TakeToken
from game.core.picks import Figures, figures, kept, opportunity
from game.core.session import PlacedIssue, Session
from game.view import theme
from game.view.box import Box
from game.view.cards import badge_marks, points, stars
from game.view.gestures import PickSpot
from game.view.intents import Spotlight
from game.view.looks import Fill, Icon, Mark
from game.view.node import Node
from game.view.panels import naming
from game.view.panels.blocks import Block
from game.view.sight import Sight
from game.view.widgets import icon_button, label
from game.words.calendar import month

WIDE, TIGHT = 1270, 780
"""Width from which a pick stands on one line, and below which all its parts stand one under the other."""
HEAD, FACTS, VOTES, HANDS = 138, 372, 140, 186
"""Widths of a row's parts: pin and badge, figures and opportunity, tokens, the seat's own hand or the outcome."""
FATES = {
    "kept": ("check", theme.GOOD, theme.GOOD_2),
    "tied": ("scale", theme.WARN, theme.WARN_2),
    "renounced": ("archive", theme.QUIET, theme.PAPER_2),
}
"""Icon, ink and fill of what became of a pick."""


def fate(session: Session, pick: PlacedIssue) -> str:
    """Tell what became of a pick: kept, tied, renounced; empty while the vote is open."""
    if not session.ballot.closed:
        return ""
    if pick.card in session.ballot.tied:
        return "tied"
    return "kept" if pick in kept(session) else "renounced"


def block(s: Sight, session: Session, pick: PlacedIssue, seat: str, wide: int) -> Block:
    """Give the row of a pick; `seat` is the one whose turn it is, empty while the table debates."""
    texts = _texts(s, session, pick, _text_width(s, wide, hands=_hands(session, seat)))
    said, line = sum(height for *_, height in texts), s.step(theme.TEXT)
    if wide < s.px(TIGHT):
        tall = s.px(62 + 3 * 6) + said + 3 * line
    else:
        tall = max(said, s.px(62)) + (line + s.px(8) if wide < s.px(WIDE) else 0)
    return Block(tall + 2 * s.px(9), lambda box: _row(s, session, pick, seat, box, texts))


Text = tuple[str, float, str, bool, int]
"""Words, size, colour, bold, height."""


def _hands(session: Session, seat: str) -> bool:
    """Tell whether the row's right end is used: by the seat's hand, or by the outcome."""
    return bool(seat) or session.ballot.closed


def _text_width(s: Sight, wide: int, *, hands: bool) -> int:
    end = HANDS + 16 if hands else 0
    if wide < s.px(TIGHT):
        return wide - s.px(48)
    if wide < s.px(WIDE):
        return wide - s.px(HEAD + end + 56)
    return wide - s.px(HEAD + FACTS + VOTES + end + 84)


def _texts(s: Sight, session: Session, pick: PlacedIssue, wide: int) -> tuple[Text, ...]:
    name, levers = naming.card(s, session, pick.card), naming.under(s, session, pick)
    return (
        (name, theme.BODY, theme.INK, True, s.tall(name, theme.BODY, wide, bold=True)),
        (levers, theme.TEXT, theme.INK_3, False, s.tall(levers, theme.TEXT, wide)),
    )


class Parts(NamedTuple):
    """Where the parts of a row stand."""

    head: Box
    title: Box
    sums: Box
    ahead: Box
    votes: Box
    hand: Box


def _parts(s: Sight, box: Box, *, hands: bool) -> Parts:
    inner, line = box.inset(s.px(24), s.px(9)), s.step(theme.TEXT)
    if box.w < s.px(TIGHT):
        top, rest = inner.cut_top(s.px(62), s.px(6))
        below, title = rest.cut_bottom(3 * line + s.px(12), s.px(6))
        sums, ahead, votes = below.rows(3, s.px(6))
        hand, head = top.cut_right(s.px(HANDS), s.px(8))
        return Parts(head, title, sums, ahead, votes, hand)
    below = inner
    if box.w < s.px(WIDE):
        below, inner = inner.cut_bottom(line, s.px(8))
    head, inner = inner.cut_left(s.px(HEAD), s.px(4))
    hand = inner
    if hands:
        hand, inner = inner.cut_right(s.px(HANDS), s.px(16))
    if box.w < s.px(WIDE):
        sums, ahead, votes = below.split_columns(280, 366, 180, gap=s.px(12))
        return Parts(head, inner, sums, ahead, votes, hand)
    votes, inner = inner.cut_right(s.px(VOTES), s.px(16))
    facts, title = inner.cut_right(s.px(FACTS), s.px(16))
    sums, ahead = facts.middle(facts.w, 2 * line + s.px(4)).rows(2, s.px(4))
    return Parts(head, title, sums, ahead, votes, hand)


def _row(s: Sight, session: Session, pick: PlacedIssue, seat: str, box: Box, texts: tuple[Text, ...]) -> Node:
    end = fate(session, pick)
    back = theme.PAPER_2 if end == "renounced" else theme.WHITE
    parts = _parts(s, box, hands=_hands(session, seat))
    marks: list[Mark] = [
        Fill(box, back, s.px(theme.RADIUS), theme.SAND, s.px(2)),
        Fill(Box(box.x, box.y, s.px(12), box.h), naming.family(session, pick.family).colour, s.px(6)),
        *_head(s, session, pick, parts.head, back),
        *_facts(s, session, pick, (parts.sums, parts.ahead), back),
        *_title(s, parts.title, texts, back),
        *_tokens(s, session, pick, seat, parts.votes, back),
    ]
    kids = _outcome(s, pick, end, parts.hand) if end else _hand(s, session, pick, seat, parts.hand) if seat else ()
    name = _spoken(s, session, pick, end)
    return Node("row", f"pick:{pick.card}", name, box, tuple(marks), Spotlight(pick.card),
                kids=kids, accepts=PickSpot(pick.card) if seat and not end else None)  # fmt: skip


def _head(s: Sight, session: Session, pick: PlacedIssue, box: Box, back: str) -> list[Mark]:
    family = naming.family(session, pick.family)
    disc, rest = box.middle(box.w, s.px(46)).cut_left(s.px(46), s.px(8))
    ink, fill = theme.on(family.colour), family.colour
    number = s.words(disc, str(pick.number), theme.BODY, ink, bold=True, align="centre", middle=True, back=fill)
    tag = rest.middle(rest.w, s.px(42)).cut_left(s.px(80))[0]
    return [Fill(disc, family.colour, disc.h // 2), number, *badge_marks(s, tag, family)]


def _title(s: Sight, box: Box, texts: tuple[Text, ...], back: str) -> list[Mark]:
    whole = sum(height for *_, height in texts)
    y = box.y + max(0, box.h - whole) // 2
    marks: list[Mark] = []
    for words, size, colour, bold, height in texts:
        marks.append(s.words(Box(box.x, y, box.w, height), words, size, colour, bold=bold, back=back))
        y += height
    return marks


def _facts(s: Sight, session: Session, pick: PlacedIssue, cells: tuple[Box, ...], back: str) -> list[Mark]:
    ahead = opportunity(session, pick)
    marks = figure_marks(s, cells[0], figures(session, pick), back)
    if ahead is None:
        return marks
    words = s.say("council.pick.before", month=month(ahead.launch, s.speaker.lang))
    spot, rest = cells[1].cut_left(s.px(26), s.px(8))
    marks.append(Icon(spot.middle(s.px(24), s.px(24)), "calendar-clock", theme.INK_3))
    marks.append(s.words(rest, words, theme.TEXT, theme.INK_3, middle=True, back=back))
    return marks


def figure_marks(s: Sight, box: Box, sum_of: Figures, back: str) -> list[Mark]:
    """Show cost, delay and effort in points, and the impact in stars, on one line."""
    facts = (("euro", points(sum_of.cost)), ("timer", points(sum_of.delay)), ("users", str(sum_of.effort)))
    cells = box.columns(4, s.px(4))
    marks: list[Mark] = []
    for (icon, words), cell in zip(facts, cells, strict=False):
        spot, rest = cell.cut_left(s.px(24), s.px(6))
        marks.append(Icon(spot.middle(s.px(24), s.px(24)), icon, theme.INK))
        marks.append(s.words(rest, words, theme.TEXT, theme.INK, bold=True, middle=True, back=back))
    return [*marks, *stars(s, cells[3].middle(cells[3].w, s.px(24)), sum_of.impact)]


def _tokens(s: Sight, session: Session, pick: PlacedIssue, seat: str, box: Box, back: str) -> list[Mark]:
    """Show all tokens: the number, and a disc each; those of the seat whose turn it is are filled with the accent."""
    laid, mine = session.ballot.count(pick.card), session.ballot.count(pick.card, seat) if seat else 0
    room, side, gap = box.w - s.px(52), s.px(16), s.px(2)
    count, rest = box.cut_left(s.px(46), s.px(6))
    size = theme.TITLE if box.h >= s.step(theme.TITLE) else theme.BODY
    marks: list[Mark] = [s.words(count, str(laid), size, theme.INK, bold=True, align="right", middle=True, back=back)]
    each = max(1, (room + gap) // (side + gap))
    lines = max(1, -(-laid // each))
    top = rest.y + (rest.h - lines * (side + gap)) // 2
    for i in range(laid):
        at = Box(rest.x + i % each * (side + gap), top + i // each * (side + gap), side, side)
        marks.append(Fill(at, theme.ACCENT if i < mine else theme.INK_3, side // 2, theme.INK, s.px(2)))
    if not laid:
        marks.append(Fill(Box(rest.x, top, side, side), back, side // 2, theme.INK_3, s.px(2)))
    return marks


def _hand(s: Sight, session: Session, pick: PlacedIssue, seat: str, box: Box) -> tuple[Node, ...]:
    """Give minus, the seat's own tokens, plus. Neither is ever greyed: pressed in vain, the rules say why."""
    ballot, limits = session.ballot, session.limits
    mine = ballot.count(pick.card, seat)
    name = naming.card(s, session, pick.card)
    row = box.middle(box.w, s.px(56))
    less, rest = row.cut_left(s.px(60))
    more, middle = rest.cut_right(s.px(60))
    full = mine >= limits.tokens_per_pick or ballot.spent(seat) >= limits.tokens_per_seat
    kinds = "plain" if mine else "quiet", "quiet" if full else "primary"
    words = label(s, middle, f"mine:{pick.card}", str(mine), 34, bold=True, align="centre", middle=True,
                  back=theme.WHITE)  # fmt: skip
    return (
        icon_button(s, less, f"less:{pick.card}", s.say("council.vote.less", pick=name), "minus",
                    TakeToken(seat, pick.card), kind=kinds[0]),
        words,
        icon_button(s, more, f"more:{pick.card}", s.say("council.vote.more", pick=name), "plus",
                    LayToken(seat, pick.card), kind=kinds[1]),
    )  # fmt: skip


def _outcome(s: Sight, pick: PlacedIssue, end: str, box: Box) -> tuple[Node, ...]:
    icon, ink, fill = FATES[end]
    chip = box.middle(box.w, s.px(52))
    words = s.say(f"council.fate.{end}")
    spot, rest = chip.inset(s.px(12), 0).cut_left(s.px(28), s.px(8))
    look = (
        Fill(chip, fill, chip.h // 2, ink, s.px(3), dash=s.px(8) if end == "tied" else 0),
        Icon(spot.middle(s.px(28), s.px(28)), icon, ink),
        s.words(rest, words, theme.TEXT, theme.INK, bold=True, middle=True, back=fill),
    )
    return (Node("text", f"fate:{pick.card}", words, chip, look),)


def _spoken(s: Sight, session: Session, pick: PlacedIssue, end: str) -> str:
    sums, laid = figures(session, pick), session.ballot.count(pick.card)
    said = s.say(
        "council.pick.spoken", number=pick.number, issue=naming.card(s, session, pick.card),
        levers=naming.under(s, session, pick), family=naming.family_name(s, session, pick.family),
        cost=points(sums.cost), delay=points(sums.delay), effort=sums.effort, impact=sums.impact, n=laid,
    )  # fmt: skip
    return f"{said}, {s.say(f'council.fate.{end}')}" if end else said
