"""The foot of every session screen: what these cards are not, and the facts that must stand until they are gone."""

from __future__ import annotations

from game.view.answer.intents import OpenDialog, TryFolder
from game.view.answer.ui import Ui
from game.view.parts.widgets import Button, button, label
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.looks import Fill, Icon, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

STANDING = {
    "disk": "hard-drive",
    "unwritten": "hard-drive",
    "gone": "hard-drive",
    "replaced": "hard-drive",
    "read_only": "eye",
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
LINE, ROW, LARGE = 40, 68, 200
"""Heights of the line that always stands and of a notice, and the text scale from which only the first one stands."""


def height(s: Sight, ui: Ui) -> int:
    """Give the height of the foot, in pixels: one line, and one a standing notice."""
    return s.px(LINE) + s.px(ROW) * len(_standing(s, ui))


def build(s: Sight, ui: Ui, box: Box) -> Node:
    """Build the foot."""
    return s.part("footer", _build, box, _standing(s, ui))


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


def _build(s: Sight, box: Box, notices: tuple[tuple[str, str], ...]) -> Node:
    line, rest = box.cut_bottom(s.px(LINE))
    back = theme.PAPER
    words = label(s, line.inset(s.px(20), 0), "footer:law", s.say("board.footer"), Style(back=back, middle=True))
    rows = rest.stack(s.px(ROW), len(notices))
    kids = tuple(_notice(s, row, *pair) for row, pair in zip(rows, notices, strict=True))
    return Node("group", "footer", "", box, (Fill(box, back),), kids=(*kids, words))


def _notice(s: Sight, box: Box, kind: str, fact: str) -> Node:
    text = fact if kind == "deck" else s.say(f"board.notice.{kind}", n=int(fact) if fact.isdigit() else 0)
    inner = box.inset(s.px(20), s.px(4))
    kids: tuple[Node, ...] = ()
    if kind in WAYS:
        key, way, does, sign = WAYS[kind]
        spot, inner = inner.cut_right(s.px(330), s.px(16))
        kids = (button(s, spot, Button(f"notice:{key}", s.say(way), does, icon=sign)),)
    icon, words = inner.cut_left(s.px(40), s.px(12))
    ways = text.split("\n")
    look = (
        Fill(box, theme.WARN_2, border=theme.WARN, width=s.px(3)),
        Icon(icon.middle(s.px(36), s.px(36)), STANDING[kind], theme.WARN),
        s.fitted(
            words, _fitting(s, words, ways), Style(theme.BODY, bold=True, back=theme.WARN_2, middle=True), theme.TEXT
        ),
    )
    return Node("banner", f"notice:{kind}", ways[0], box, look, states=("live",), kids=kids)


def _fitting(s: Sight, box: Box, ways: list[str]) -> str:
    """Give the first way to say a notice that its room shows whole; the last one if none does."""
    lines = ((way, s.wrap(way, theme.TEXT, box.w, bold=True)) for way in ways)
    return next((way for way, cut in lines if len(cut) * s.step(theme.TEXT) <= box.h), ways[-1])
