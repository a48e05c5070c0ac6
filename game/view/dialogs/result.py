"""The result of the vote, told to the room at once: by rank, the tie and how it was settled, thanks for the rest."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from game.core.ballot import HANDS
from game.core.moves.reasons import outvoted
from game.core.session import Session
from game.view.answer.intents import CloseTop, OpenDialog
from game.view.answer.ui import Ui
from game.view.council.hands import pin
from game.view.council.ranking import Ranked, ranking, told_tie
from game.view.parts import burden, podium
from game.view.parts.lists import Listed, scrolled
from game.view.parts.pieces import icon, label, line, plate, press, text, told
from game.view.parts.podium import Sheet
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, column, grow, made, middle, node, over, pad, row, sized, space, top
from game.view.tree.looks import Fill, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

HUGE, LARGE, BAR = 44, 32, 220
"""Sizes of a pick's name and votes, as there is room, and the length of the longest bar."""
FATES = ("kept", "owed", "tied", "renounced")


def build(s: Sight, ui: Ui, session: Session) -> Node:
    """Build the sheet; whoever opens it before the close reads that there is nothing to tell."""
    title = s.say("council.result.title")
    if not session.ballot.closed:
        early = s.say("council.result.early")
        return podium.sheet(s, ui, Sheet("result", title, lambda room: text(room, early), _foot(s, session)))
    ways = (partial(_whole, session, HUGE), partial(_whole, session, LARGE), partial(_short, ui, session))
    return podium.sheet(s, ui, Sheet("result", title, ways[0], _foot(s, session), ways[1:]))


def _foot(s: Sight, session: Session) -> Piece:
    """Give the ways on: first to settle the tie, if there is one; else to say why what went was given up."""
    close = Button("result:done", s.say("council.result.done"), CloseTop(), "primary", states=("default",))
    if session.ballot.tied:
        settle = Button("result:settle", s.say("council.tie.open"), OpenDialog("tie"), "primary", "scale", ("default",))
        return _beside(s, settle, replace(close, kind="plain", states=()))
    if session.closed or not outvoted(session):
        return _beside(s, close)
    why = Button("result:why", s.say("thanked.open"), OpenDialog("thanked"), icon="message-square-plus")
    return _beside(s, why, close)


def _beside(s: Sight, *made: Button) -> Piece:
    return row(*(grow(press(s, one, 66)) for one in made), gap=s.px(16))


def _whole(session: Session, size: float, s: Sight) -> Piece:
    """Tell the picks by rank, named at a size, and what there is to say of them: beside, or upright under them."""
    found = ranking(s, session)
    most = max((one.votes for one in found), default=1) or 1
    rows = (part for fate in FATES for part in _group(s, found, fate, partial(_row, s, most, size)))
    words = tuple(_card(s, key, sign, said) for key, sign, said in _said(s, session) if said)
    if s.upright:
        return column(*rows, space(tall=s.px(14)), *words, gap=s.px(5))
    side = sized(column(*words, gap=s.px(14)), wide=s.px(520))
    return row(grow(sized(column(*rows, gap=s.px(5)), wide=s.px(960))), top(side), gap=s.px(28))


def _short(ui: Ui, session: Session, s: Sight) -> Piece:
    """Tell it one under the other, each pick in a line; it scrolls where even that is too long."""
    found = ranking(s, session)
    rows = (part for fate in FATES for part in _group(s, found, fate, partial(_line, s)))
    words = (label(s, f"result:{key}", said, Style(theme.TEXT)) for key, _, said in _said(s, session)[1:] if said)
    return scrolled(s, ui, Listed("result:list", s.say("council.result.title"), 3), (*rows, *words))


def _said(s: Sight, session: Session) -> tuple[tuple[str, str, str], ...]:
    """Give what is said beside the ranks: how one voted, the tie, thanks; each under a key, with an icon."""
    total, lost = session.ballot.total(), sum(one.fate == "renounced" for one in ranking(s, session))
    return (
        ("way", "hand" if session.way == HANDS else "vote", s.say(f"council.result.way.{session.way}", n=total)),
        ("tie", "scale", told_tie(s, session)),
        ("burden", "euro", burden.of_all(s, session, named=True)),
        ("thanks", "heart-handshake", s.say("council.result.thanks", n=lost) if lost else ""),
    )


def _card(s: Sight, key: str, sign: str, said: str) -> Piece:
    fill, edge = (theme.WARN_2, theme.WARN) if key == "tie" else (theme.WHITE, theme.SAND)
    words = label(s, f"result:{key}", said, Style(theme.LABEL, bold=key != "way", back=fill))
    return over(pad(told(s, icon(s, sign, 40), words), s.px(20), s.px(16)), plate(s, fill, edge, 3))


def _group(s: Sight, found: tuple[Ranked, ...], fate: str, shown: partial[Piece]) -> tuple[Piece, ...]:
    """Give the picks that had one end, under its name."""
    those = [one for one in found if one.fate == fate]
    if not those:
        return ()
    said = s.say(f"council.result.{'level' if fate == 'tied' else fate}", n=len(those))
    return (label(s, f"result:{fate}", said, Style(theme.TEXT, theme.INK_3, bold=True), "heading"), *map(shown, those))


def _row(s: Sight, most: int, size: float, one: Ranked) -> Piece:
    """Give a pick with its pin and a bar as long as its votes."""
    back = theme.PAPER_2 if one.fate == "renounced" else theme.WHITE
    bold = one.fate != "renounced"
    name = text(s, one.name, Style(size, bold=bold, back=back))
    bar = made(s.px(BAR), s.px(16), lambda box: _bar(s, box.middle(box.w, s.px(16)), one, most))
    rank, votes = _figures(s, one, (56, 72), Style(size, bold=True, back=back, align="right"))
    inside = row(rank, middle(pin(s, one.number, one.family)), grow(middle(name)), bar,
                 votes, gap=s.px(16))  # fmt: skip
    edge = (theme.ACCENT, 4) if one.level else (theme.SAND, 2)
    shape = over(pad(inside, s.px(16), s.px(8)), plate(s, back, *edge))
    return node("row", f"rank:{one.card}", _spoken(s, one), shape)


def _bar(s: Sight, box: Box, one: Ranked, most: int) -> tuple[Fill, ...]:
    long = box.w * one.votes // most
    return (Fill(Box(box.right - long, box.y, long, box.h), one.family.colour, s.px(8)),) if long else ()


def _line(s: Sight, one: Ranked) -> Piece:
    """Give a pick in a line: its rank, its name, its votes."""
    back, size = theme.WHITE, theme.TEXT
    name = grow(text(s, one.name, Style(size, bold=one.fate != "renounced", back=back)))
    rank, votes = _figures(s, one, (36, 56), Style(size, bold=True, back=back, align="right"))
    shape = over(pad(row(rank, name, votes, gap=s.px(10)), s.px(8)), lambda box: (Fill(box, back, s.px(6)),))
    return node("row", f"rank:{one.card}", _spoken(s, one), shape)


def _figures(s: Sight, one: Ranked, sizes: tuple[int, int], style: Style) -> tuple[Piece, Piece]:
    """Give a pick's rank and its votes; what the law asks anyway has neither."""
    told = ("", "") if one.fate == "owed" else (str(one.rank), str(one.votes))
    rank, votes = (sized(line(s, said, style), wide=s.px(size)) for said, size in zip(told, sizes, strict=True))
    return rank, votes


def _spoken(s: Sight, one: Ranked) -> str:
    fate = s.say(f"council.fate.{one.fate}")
    if one.fate == "owed":
        return f"{one.name}, {fate}"
    return f"{s.say('council.result.spoken', rank=one.rank, pick=one.name, n=one.votes)}, {fate}"
