"""The law as it is told: a sentence anyone understands, then its words, how sure they are and as of when."""

from __future__ import annotations

from game.core.cards import Deck
from game.core.law import dated
from game.core.legal import Legal, Page
from game.type import qr
from game.view.parts.pieces import text
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, grow, made, middle, node, row
from game.view.tree.looks import Fill, Style
from game.view.tree.sight import Sight
from game.words import calendar


def reference(s: Sight, deck: Deck, legal: Legal) -> str:
    """Give a reference with its confidence and its date."""
    lang, read = s.speaker.lang, dated(deck, legal)
    facts = {"text": legal.text.say(lang), "confidence": s.say(f"spot.confidence.{legal.confidence}")}
    told = s.say("spot.legal_read", **facts, day=calendar.day(read, lang)) if read else ""
    return told or s.say("spot.legal_text", **facts)


SQUARE = 4
"""Side of a square of a QR code at 1080p: a telephone reads it at arm's length."""


def official(s: Sight, page: Page) -> Piece:
    """Show the QR code of an official page, beside what it opens."""
    said = s.say("spot.page", name=page.name.say(s.speaker.lang))
    words = text(s, said, Style(ink=theme.INK_3))
    return node("image", f"page:{page.address}", said, row(_code(s, page.address), grow(middle(words)), gap=s.px(14)))


def _code(s: Sight, address: str) -> Piece:
    """Draw a code dark on light, whatever the colours of the table."""
    rows = qr.squares(address)
    unit, across = max(2, s.px(SQUARE)), len(rows) + 2 * qr.QUIET
    side = across * unit

    def put(box: Box) -> tuple[Fill, ...]:
        left, up = box.x + qr.QUIET * unit, box.y + qr.QUIET * unit
        dark = (Box(left + x * unit, up + y * unit, long * unit, unit) for x, y, long in qr.runs(rows))
        light = Fill(Box(box.x, box.y, side, side), theme.CHALK)
        return (light, *(Fill(one, theme.SLATE) for one in dark))

    return made(side, side, put)
