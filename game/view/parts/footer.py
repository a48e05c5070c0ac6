"""The foot of every session screen: what the table has to do now, and the facts that must stand until they are gone."""

from __future__ import annotations

from game.view.answer.intents import OpenDialog, TryFolder
from game.view.answer.ui import Ui
from game.view.parts import bars
from game.view.parts.pieces import icon, line, press, shrinking, symbol, text
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, column, grow, node, over, pad, row, sized, space, ways, whole
from game.view.tree.looks import Fill, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

STANDING = {
    "disk": "hard-drive",
    "unwritten": "hard-drive",
    "gone": "hard-drive",
    "replaced": "hard-drive",
    "read_only": "eye",
    "follows": "eye",
    "lost": "triangle-alert",
    "deck": "triangle-alert",
}
"""Notices shown here, and their icons."""
ELSEWHERE = ("folder", "board.folder", TryFolder(), "folder-open")
WAYS = {
    "disk": ELSEWHERE,
    "unwritten": ELSEWHERE,
    "gone": ELSEWHERE,
    "replaced": ELSEWHERE,
    "deck": ("problems", "workshop.problems.open", OpenDialog("problems"), "list"),
}
"""What may be done about a notice: key, words, what it does, icon."""
Said = tuple[tuple[str, ...], tuple[str, ...]]
"""What is to be done and what the signs mean, each from the longest to the shortest way to say it."""
WORDED = 800
"""From which width, at 1080p, what may be done about a notice stands in words."""
ROW, LARGE = 68, 200
"""Height of a notice, and the text scale from which only the first one stands."""


def height(s: Sight, ui: Ui) -> int:
    """Give the height of the foot, in pixels: one line, and one a standing notice."""
    return bars.sight(s).px(bars.FOOT) + s.px(ROW) * len(_standing(s, ui))


def build(s: Sight, ui: Ui, box: Box, said: Said, again: object = None) -> Node:
    """Build the foot: what is to be done, and beside it what the signs mean where there is room; a press does `again`.

    Each is told in the longest of its ways that its room holds.
    """
    return s.part("footer", _build, box, _standing(s, ui), said, again)


def _standing(s: Sight, ui: Ui) -> tuple[tuple[str, str], ...]:
    found = tuple(pair for pair in (*ui.notices, *_deck(s, ui)) if pair[0] in STANDING)
    return found[:1] if ui.percent >= LARGE else found


def _deck(s: Sight, ui: Ui) -> tuple[tuple[str, str], ...]:
    """Give the notice of a deck whose files have faults, from the longest to the shortest way to say it.

    It tells the first fault that keeps the deck from being played; the list tells them all.
    """
    stopping = tuple(one for one in ui.faults if not one.mild)
    if not stopping:
        return ()
    first = stopping[0]
    place = {"file": first.file, "line": first.line}
    key = "workshop.banner" if first.line else "workshop.banner.file"
    said = s.say(key, **place, said=first.said.say(s.speaker.lang))
    short = s.say("workshop.banner.count", file=first.file, n=len(stopping))
    return (("deck", f"{said}\n{short}\n{s.say('workshop.banner.short', n=len(stopping))}"),)


def _build(s: Sight, box: Box, notices: tuple[tuple[str, str], ...], said: Said, again: object) -> Node:
    shape = column(*(_notice(s, *pair) for pair in notices), _line(bars.sight(s), said, again))
    return node("group", "footer", "", over(shape, lambda area: (Fill(area, theme.PAPER),))).node(box)


def _line(s: Sight, said: Said, again: object) -> Piece:
    """Write what is to be done; beside it what the signs mean, but where only the shortest way would leave it room."""
    asked, signs = said
    style, name = Style(bold=True, back=theme.PAPER, middle=True), asked[0] if asked else ""

    def told(words: Piece) -> Piece:
        return node("text", "instruction", name, pad(words, s.px(10)), does=again, states=("bar", "polite"))

    both = tuple(row(grow(told(line(s, way, style))), _legend(s, one)) for way in asked[:-1] or asked for one in signs)
    alone = told(whole(*(text(s, way, style) for way in asked), space()))
    trade = Button(
        "foot:words", s.say("glossary.title"), OpenDialog("glossary"), "quiet", "book-open", ("bar", "keyed")
    )
    longest = told(line(s, asked[0], style)) if asked else space()
    worded = (_beside(s, row(grow(longest), *(_legend(s, one) for one in signs[:1])), press(s, trade, bars.FOOT)),)
    signed = _beside(s, ways(*both, alone), symbol(s, trade, bars.FOOT))
    return sized(ways(*worded, signed), tall=s.px(bars.FOOT))


def _beside(s: Sight, said: Piece, words: Piece) -> Piece:
    """Put the way to the words of the trade at the end of the foot."""
    return row(grow(said), words, space(wide=s.px(10)))


def _legend(s: Sight, said: str) -> Piece:
    words = line(s, said, Style(ink=theme.INK_3, back=theme.PAPER))
    return node("text", "legend", said, pad(words, s.px(7)), states=("bar",))


def _notice(s: Sight, kind: str, fact: str) -> Piece:
    """Give a standing fact, in the first of its ways that its room shows whole, and what may be done about it."""
    said = fact if kind == "deck" else s.say(f"board.notice.{kind}", n=int(fact) if fact.isdigit() else 0)
    style = Style(theme.BODY, bold=True, back=theme.WARN_2, middle=True)
    words = whole(*(shrinking(s, way, style, theme.TEXT) for way in said.split("\n")))
    sign = sized(icon(s, STANDING[kind], 36, theme.WARN), wide=s.px(40))
    told = row(sign, grow(sized(words, wide=0)), gap=s.px(12))
    whole_way, sign_way = (row(grow(told), way, gap=s.px(16)) for way in (_way(s, kind), _way(s, kind, short=True)))
    laid = ways(sized(whole_way, wide=s.px(WORDED)), sign_way)
    shape = sized(pad(laid, s.px(20), s.px(4)), tall=s.px(ROW))

    def look(box: Box) -> tuple[Fill]:
        return (Fill(box, theme.WARN_2, border=theme.WARN, width=s.px(3)),)

    return node("banner", f"notice:{kind}", said.partition("\n")[0], over(shape, look), states=("live",))


def _way(s: Sight, kind: str, *, short: bool = False) -> Piece | None:
    if kind not in WAYS:
        return None
    key, way, does, sign = WAYS[kind]
    shown = Button(f"notice:{key}", s.say(way), does, icon=sign)
    if short:
        return symbol(s, shown)
    go = press(s, shown)
    return sized(go, wide=max(go.wide, s.px(330)))
