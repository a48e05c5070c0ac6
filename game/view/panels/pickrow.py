"""A pick as a row of the vote: its cards, its figures, its opportunity, its tokens, and what became of it."""

from __future__ import annotations

from typing import NamedTuple

from game.core.objective import Figures
from game.core.picks import figures, kept, opportunity
from game.core.session import PlacedIssue, Session
from game.view import theme
from game.view.box import Box
from game.view.cards import badge_marks, points, stars
from game.view.gestures import PickSpot
from game.view.intents import Spotlight
from game.view.looks import Fill, Icon, Mark, Style
from game.view.node import Node
from game.view.panels import naming, tokens
from game.view.panels.blocks import Block
from game.view.sight import Sight
from game.words.calendar import month

WIDE, TIGHT = 1120, 780
"""Width from which a pick stands on two lines, and below which all its parts stand one under the other."""
HEAD, FACTS, VOTES, FATE = 138, 274, 96, 186
"""Widths of a row's parts: pin and badge, figures, tokens, the outcome."""
PAD, GAP = 6, 16
"""Margin above and below a row's parts, and the gap between those side by side."""
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


def blocks(s: Sight, session: Session, found: tuple[PlacedIssue, ...], seat: str, wide: int) -> tuple[Block, ...]:
    """Give the rows of picks; `seat` is the one whose turn it is, empty while the table debates."""
    room = _main(s, wide, _end(session, seat))
    full = wide < s.px(WIDE) or all(_fits(s, session, pick, room) for pick in found)
    return tuple(_block(s, session, pick, seat, wide, "before" if full else "before.short") for pick in found)


def _fits(s: Sight, session: Session, pick: PlacedIssue, room: int) -> bool:
    """Tell whether the levers and the opportunity in full stand on one line."""
    levers = s.width(naming.under(s, session, pick), theme.TEXT)
    return levers + s.px(GAP) + _ahead_width(s, _ahead(s, session, pick, "before")) <= room


def _block(s: Sight, session: Session, pick: PlacedIssue, seat: str, wide: int, way: str) -> Block:
    ahead = _ahead(s, session, pick, way)
    texts = _texts(s, session, pick, _text_widths(s, wide, _end(session, seat), _ahead_width(s, ahead)))
    said, line = sum(text.tall for text in texts), s.step(theme.TEXT)
    if wide < s.px(TIGHT):
        tall = s.px(62 + 3 * 6) + said + 3 * line
    else:
        tall = max(said, s.px(52)) + (line + s.px(6) if wide < s.px(WIDE) else 0)
    return Block(tall + 2 * s.px(PAD), lambda box: _row(s, session, pick, seat, box, texts, ahead))


class Text(NamedTuple):
    """A text of the row, and the room it takes."""

    words: str
    size: float
    colour: str
    bold: bool
    wide: int
    tall: int


def _end(session: Session, seat: str) -> int:
    """Give the width of the row's right end: the outcome, the seat's hand, or nothing."""
    return FATE if session.ballot.closed else tokens.HANDS if seat else 0


def _main(s: Sight, wide: int, end: int) -> int:
    """Give the width left for the cards and their figures, in a row of two lines."""
    return wide - s.px(24 + 12) - s.px(HEAD) - s.px(VOTES) - s.px(GAP) - (s.px(end) + s.px(GAP) if end else 0)


def _text_widths(s: Sight, wide: int, end: int, ahead: int) -> tuple[int, int]:
    """Give the widths of the issue's name and of the levers."""
    if wide < s.px(TIGHT):
        return (wide - s.px(48),) * 2
    if wide < s.px(WIDE):
        return (wide - s.px(HEAD + 56 + (end + GAP if end else 0)),) * 2
    room = _main(s, wide, end) - s.px(GAP)
    return room - s.px(FACTS), room - ahead


def _texts(s: Sight, session: Session, pick: PlacedIssue, widths: tuple[int, int]) -> tuple[Text, Text]:
    name, levers = naming.card(s, session, pick.card), naming.under(s, session, pick)
    tall = s.tall(name, theme.BODY, widths[0], bold=True), s.tall(levers, theme.TEXT, widths[1])
    return (
        Text(name, theme.BODY, theme.INK, True, widths[0], tall[0]),  # noqa: FBT003
        Text(levers, theme.TEXT, theme.INK_3, False, widths[1], tall[1]),  # noqa: FBT003
    )


def _ahead(s: Sight, session: Session, pick: PlacedIssue, way: str) -> str:
    """Say until when the family's next purchase can be seized; empty when there is none."""
    ahead = opportunity(session, pick)
    return s.say(f"council.pick.{way}", month=month(ahead.launch, s.speaker.lang)) if ahead is not None else ""


def _ahead_width(s: Sight, said: str) -> int:
    return s.px(26) + s.px(8) + s.width(said, theme.TEXT) + s.px(2) if said else 0


class Parts(NamedTuple):
    """Where the parts of a row stand."""

    head: Box
    title: Box
    sums: Box
    ahead: Box
    votes: Box
    hand: Box


def _parts(s: Sight, box: Box, end: int, texts: tuple[Text, Text], ahead: int) -> Parts:
    if box.w < s.px(TIGHT):
        return _column(s, box)
    if box.w < s.px(WIDE):
        return _three_lines(s, box, end)
    inner = Box(box.x + s.px(24), box.y + s.px(PAD), box.w - s.px(24 + 12), box.h - 2 * s.px(PAD))
    head, inner = inner.cut_left(s.px(HEAD))
    hand = inner
    if end:
        hand, inner = inner.cut_right(s.px(end), s.px(GAP))
    votes, main = inner.cut_right(s.px(VOTES), s.px(GAP))
    first, rest = main.middle(main.w, sum(text.tall for text in texts)).cut_top(texts[0].tall)
    levers = s.width(texts[1].words, theme.TEXT)
    below = s.px(FACTS) if levers <= main.w - s.px(GAP + FACTS) else 0  # under the figures, where the levers leave room
    second = rest.cut_right(max(below, ahead))[0].cut_top(s.step(theme.TEXT))[0]
    return Parts(head, main, first.cut_right(s.px(FACTS))[0], second, votes, hand)


def _column(s: Sight, box: Box) -> Parts:
    """Put all parts one under the other."""
    top, rest = box.inset(s.px(24), s.px(PAD)).cut_top(s.px(62), s.px(6))
    below, title = rest.cut_bottom(3 * s.step(theme.TEXT) + s.px(12), s.px(6))
    hand, head = top.cut_right(s.px(FATE), s.px(8))
    sums, ahead, votes = below.rows(3, s.px(6))
    return Parts(head, title, sums, ahead, votes, hand)


def _three_lines(s: Sight, box: Box, end: int) -> Parts:
    """Put the figures and the tokens on a line of their own, under the cards."""
    below, inner = box.inset(s.px(24), s.px(PAD)).cut_bottom(s.step(theme.TEXT), s.px(6))
    head, title = inner.cut_left(s.px(HEAD), s.px(4))
    hand = title
    if end:
        hand, title = title.cut_right(s.px(end), s.px(GAP))
    sums, ahead, votes = below.split_columns(280, 366, 180, gap=s.px(12))
    return Parts(head, title, sums, ahead, votes, hand)


def _row(
    s: Sight, session: Session, pick: PlacedIssue, seat: str, box: Box, texts: tuple[Text, Text], ahead: str
) -> Node:
    end = fate(session, pick)
    back = theme.PAPER_2 if end == "renounced" else theme.WHITE
    parts = _parts(s, box, _end(session, seat), texts, _ahead_width(s, ahead))
    marks: list[Mark] = [
        Fill(box, back, s.px(theme.RADIUS), theme.SAND, s.px(2)),
        Fill(Box(box.x, box.y, s.px(12), box.h), naming.family(session, pick.family).colour, s.px(6)),
        *_head(s, session, pick, parts.head, back),
        *figure_marks(s, parts.sums, figures(session, pick), back),
        *_seized(s, ahead, parts.ahead, back),
        *_title(s, parts.title, texts, back),
        *tokens.laid(s, session, pick, seat, parts.votes, back),
    ]
    kids = (
        _outcome(s, pick, end, parts.hand) if end else tokens.hand(s, session, pick, seat, parts.hand) if seat else ()
    )
    name = _spoken(s, session, pick, end)
    return Node("row", f"pick:{pick.card}", name, box, tuple(marks), Spotlight(pick.card),
                kids=kids, accepts=PickSpot(pick.card) if seat and not end else None)  # fmt: skip


def _head(s: Sight, session: Session, pick: PlacedIssue, box: Box, back: str) -> list[Mark]:
    family = naming.family(session, pick.family)
    disc, rest = box.middle(box.w, s.px(46)).cut_left(s.px(46), s.px(6))
    ink, fill = theme.on(family.colour), family.colour
    number = s.words(disc, str(pick.number), Style(theme.BODY, ink, bold=True, back=fill, align="centre", middle=True))
    tag = rest.middle(rest.w, s.px(42)).cut_left(s.px(76))[0]
    return [Fill(disc, family.colour, disc.h // 2), number, *badge_marks(s, tag, family)]


def _title(s: Sight, box: Box, texts: tuple[Text, Text], back: str) -> list[Mark]:
    y = box.y + max(0, box.h - sum(text.tall for text in texts)) // 2
    marks: list[Mark] = []
    for text in texts:
        at = Box(box.x, y, text.wide, text.tall)
        marks.append(s.words(at, text.words, Style(text.size, text.colour, bold=text.bold, back=back)))
        y += text.tall
    return marks


def _seized(s: Sight, said: str, box: Box, back: str) -> tuple[Mark, ...]:
    if not said:
        return ()
    spot, rest = box.cut_left(s.px(26), s.px(8))
    return (
        Icon(spot.middle(s.px(24), s.px(24)), "calendar-clock", theme.INK_3),
        s.words(rest, said, Style(ink=theme.INK_3, back=back, middle=True)),
    )


def figure_marks(s: Sight, box: Box, sum_of: Figures, back: str) -> list[Mark]:
    """Show cost, delay and effort in points, and the impact in stars, on one line."""
    facts = (("euro", points(sum_of.cost)), ("timer", points(sum_of.delay)), ("users", str(sum_of.effort)))
    cells = box.split_columns(3, 3, 3, 4, gap=s.px(4))
    marks: list[Mark] = []
    for (icon, words), cell in zip(facts, cells, strict=False):
        spot, rest = cell.cut_left(s.px(24), s.px(6))
        marks.append(Icon(spot.middle(s.px(24), s.px(24)), icon, theme.INK))
        marks.append(s.words(rest, words, Style(bold=True, back=back, middle=True)))
    return [*marks, *stars(s, cells[3].middle(cells[3].w, s.px(24)), sum_of.impact)]


def _outcome(s: Sight, pick: PlacedIssue, end: str, box: Box) -> tuple[Node, ...]:
    icon, ink, fill = FATES[end]
    chip = box.middle(box.w, s.px(52))
    words = s.say(f"council.fate.{end}")
    spot, rest = chip.inset(s.px(12), 0).cut_left(s.px(28), s.px(8))
    look = (
        Fill(chip, fill, chip.h // 2, ink, s.px(3), dash=s.px(8) if end == "tied" else 0),
        Icon(spot.middle(s.px(28), s.px(28)), icon, ink),
        s.words(rest, words, Style(bold=True, back=fill, middle=True)),
    )
    return (Node("text", f"fate:{pick.card}", words, chip, look),)


def _spoken(s: Sight, session: Session, pick: PlacedIssue, end: str) -> str:
    sums, laid = figures(session, pick), session.ballot.count(pick.card)
    ahead = _ahead(s, session, pick, "before")
    said = s.say(
        "council.pick.spoken", number=pick.number, issue=naming.card(s, session, pick.card),
        levers=naming.under(s, session, pick), family=naming.family_name(s, session, pick.family),
        cost=points(sums.cost), delay=points(sums.delay), effort=sums.effort, impact=sums.impact, n=laid,
    )  # fmt: skip
    return ", ".join(filter(None, (said, ahead, s.say(f"council.fate.{end}") if end else "")))
