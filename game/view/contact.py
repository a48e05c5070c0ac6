"""A contact sheet: every card of a deck as the table shows it, its words below; what does not fit is framed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TypeGuard

from game.core.cards import Card, Deck, EventCard, IssueCard
from game.core.frozen import dataclass
from game.core.text import Text
from game.view.board.hand import CARD
from game.view.parts.cards import PICTURES, card_face, face_of
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.looks import CARD as PICTURE
from game.view.tree.looks import Fill, Icon, Mark, Picture, Style, Words
from game.view.tree.node import Node
from game.view.tree.sight import LONG, Sight

ACROSS, PAGE = 6, 48
"""Cards in a row, and on a page: a deck of any size is a few pictures, none of them huge."""
CELL = (300, CARD[1] + 226)
TITLE, BODY = 19, 17
"""Sizes of what stands below a card: a sheet is read from a chair, not from across the room."""
LINES = 6
"""Lines of a card's own text that a 63 × 88 mm card holds, at this width."""
HEAD, MARGIN = 96, 40


@dataclass(frozen=True, slots=True)
class Over:
    """A card that does not fit: its number on the sheet, its id, and what is too long (label, title or text)."""

    number: int
    card: str
    label: Text
    part: str


Looking = Callable[[tuple[int, int]], Sight]
"""Gives the sight of a sheet of a size, in pixels."""


def pages(look: Looking, deck: Deck) -> tuple[tuple[Node, ...], tuple[Over, ...]]:
    """Give the sheets of a deck, and what does not fit on its cards, in the language of the sight."""
    every: tuple[Card, ...] = (*deck.issues, *deck.levers, *deck.events)
    cards = tuple(card for card in every if card.id not in deck.retired)
    found: list[Over] = []
    parts = [cards[at : at + PAGE] for at in range(0, len(cards), PAGE)]
    nodes = tuple(_page(look, deck, part, f"{i}/{len(parts)}", found) for i, part in enumerate(parts, 1))
    return nodes, tuple(found)


def wide(look: Looking, size: tuple[int, int]) -> Sight:
    """Give the sight of a sheet at the scale of its width, however high it is: it is no upright window."""
    return replace(look(size), unit=size[0] / LONG)


def _page(look: Looking, deck: Deck, cards: tuple[Card, ...], leaf: str, found: list[Over]) -> Node:
    rows = -(-len(cards) // ACROSS)
    s = wide(look, (ACROSS * CELL[0] + 2 * MARGIN, rows * CELL[1] + HEAD + MARGIN))
    head, body = s.box.inset(MARGIN, 0).cut_top(HEAD)
    title = s.say("workshop.sheet", title=deck.title.say(s.speaker.lang), version=deck.version, leaf=leaf)
    kids = []
    for place, card in enumerate(cards):
        box = Box(body.x + place % ACROSS * CELL[0], body.y + place // ACROSS * CELL[1], *CELL)
        kids.append(_cell(s, deck, card, box.inset(14, 10), found))
    look_of = (Fill(s.box, theme.PAPER), s.words(head, title, Style(theme.TITLE, bold=True, middle=True)))
    return Node("window", "sheet", title, s.box, look_of, kids=tuple(kids))


def _cell(s: Sight, deck: Deck, card: Card, box: Box, found: list[Over]) -> Node:
    face_box, below = box.cut_top(CARD[1], 8)
    face = _face(s, deck, card, face_box if isinstance(card, EventCard) else face_box.middle(*CARD))
    heading, body = below.cut_top(2 * s.step(TITLE), 4)
    title, text = card.title.say(s.speaker.lang), _said(card).say(s.speaker.lang)
    words = (
        s.words(heading, title, Style(TITLE, bold=True)),
        s.words(body.cut_top(LINES * s.step(BODY))[0], text, Style(BODY)),
    )
    over = {"label": _cut(face.look, card.label.say(s.speaker.lang)), "title": _cut(words[:1], title),
            "text": _cut(words[1:], text)}  # fmt: skip
    marks: list[Mark] = []
    for part in (part for part, cut in over.items() if cut):
        found.append(Over(len(found) + 1, card.id, card.label, part))
        marks += _frame(s, box, len(found), len(marks) // 3)
    name = card.label.say(s.speaker.lang)
    frame = (Node("group", f"over:{card.id}", name, box, tuple(marks)),) if marks else ()
    return Node("group", f"cell:{card.id}", name, box, words, kids=(face, *frame))


def _face(s: Sight, deck: Deck, card: Card, box: Box) -> Node:
    if not isinstance(card, EventCard):
        families = tuple(
            family for family in deck.families if isinstance(card, IssueCard) and family.id in card.families
        )
        return card_face(s, box, f"card:{card.id}", card, face_of(s, card, deck), families)
    band, rest = box.cut_top(40)
    name = card.label.say(s.speaker.lang)
    shown, rest = rest.cut_top(PICTURES[0]) if card.image else (None, rest)
    words = s.fitted(rest.inset(14, 6), name, Style(theme.LABEL, bold=True, back=theme.WHITE), theme.BODY, theme.TEXT)
    look = (
        Fill(box, theme.WHITE, theme.RADIUS, theme.LINE, 2, shadow=3),
        Fill(band, theme.WARN, theme.RADIUS, square="bottom"),
        Icon(band.cut_left(56)[0].middle(28, 28), "zap", theme.WHITE),
        s.words(band.cut_left(56)[1], s.say("spot.event"), Style(ink=theme.WHITE, back=theme.WARN, middle=True)),
        words,
        *((Picture(shown, PICTURE, (card.image,)),) if shown is not None else ()),
    )
    return Node("card", f"card:{card.id}", name, box, look)


def _said(card: Card) -> Text:
    return card.question if isinstance(card, IssueCard) else card.text


def _cut(look: tuple[Mark, ...], text: str) -> bool:
    """Tell whether a text was shortened where it was written: what stands there begins it without ending it."""
    whole = _bare(text)
    bodies = [mark for mark in look if _body(mark, look)]
    shown = (_bare("".join(mark.lines)) for mark in bodies)
    return any(one and whole != one and whole.startswith(one) for one in shown) or _broken(bodies, text)


def _broken(bodies: list[Words], text: str) -> bool:
    """Tell whether a word had to be broken to hold: its line ends with a hyphen that the text has not."""
    return any(line.endswith("-") and line not in text for mark in bodies for line in mark.lines)


def _body(mark: Mark, look: tuple[Mark, ...]) -> TypeGuard[Words]:
    """Tell the words of a card's middle from those of its band and from its families' letters."""
    return isinstance(mark, Words) and (len(look) == 1 or (mark.bold and mark.align == "left"))


def _bare(text: str) -> str:
    """Give a text without what line breaks add or take: spaces, hyphens, an ellipsis."""
    return re.sub(r"[\s\u00ad\u2011…-]", "", text)


def _frame(s: Sight, box: Box, number: int, before: int) -> tuple[Mark, ...]:
    spot = Box(box.right - 44 - 52 * before, box.y - 8, 48, 48)
    return (
        Fill(box.inset(-6), border=theme.BAD, width=4, radius=theme.RADIUS),
        Fill(spot, theme.BAD, 24),
        s.words(spot, str(number), Style(ink=theme.WHITE, bold=True, back=theme.BAD, align="centre", middle=True)),
    )
