"""The pieces a layout is made of: words, icons, signs before words, plates, buttons, fields."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from game.core.frozen import dataclass
from game.view.answer.intents import CloseTop
from game.view.answer.ui import Ui
from game.view.parts import fields, widgets
from game.view.parts.fields import Field
from game.view.parts.lists import kept
from game.view.parts.widgets import Button, Strip
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, at_least, column, grow, made, node, over, pad, row, sized, top
from game.view.tree.looks import PLAIN, Fill, Icon, Mark, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

Look = Callable[[Box], tuple[Mark, ...]]
_BREAK = re.compile(r"[ \n]|(?<=[^\W\d_]-)(?=[^\W\d_])")


def text(s: Sight, said: str, style: Style = PLAIN) -> Piece:
    """Write a text on as many lines as it needs; it asks for the width of its widest word."""
    wide = max((s.width(word, style.size, bold=style.bold) for word in _BREAK.split(said)), default=0)
    tall = cache(lambda width: s.tall(said, style.size, width, bold=style.bold))
    return Piece(wide, tall, lambda box: (s.words(box, said, style),))


def line(s: Sight, said: str, style: Style = PLAIN) -> Piece:
    """Write a text on one line, half-way down a higher box; it asks for its width."""
    wide, centred = s.width(said, style.size, bold=style.bold), replace(style, middle=True)
    return made(wide, s.step(style.size), lambda box: s.words(box, said, centred))


def fitted(s: Sight, said: str, style: Style, *smaller: float) -> Piece:
    """Write a text at its size, or at the first smaller one that shows it whole in its box; as high as one line."""
    return made(0, s.step(style.size), lambda box: s.fitted(box, said, style, *smaller))


def shrinking(s: Sight, said: str, style: Style, *smaller: float) -> Piece:
    """Write a text at its size, or at the first smaller one that shows it whole; it is measured at the last one."""
    least = text(s, said, replace(style, size=(style.size, *smaller)[-1]))
    return replace(least, put=lambda box: (s.fitted(box, said, style, *smaller),))


def label(s: Sight, key: str, said: str, style: Style = PLAIN, role: str = "text") -> Piece:
    """Write a text as a node of its own, so that it is read aloud. `role` is text or heading."""
    return node(role, key, said, text(s, said, style))


def icon(s: Sight, name: str, side: float, ink: str = theme.INK) -> Piece:
    """Show an icon in the middle of its box; `side` at 1080p."""
    size = s.px(side)
    return made(size, size, lambda box: Icon(box.middle(size, size), name, ink))


def told(s: Sight, sign: Piece, words: Piece, gap: float = 12) -> Piece:
    """Put a sign before words, beside their first line."""
    return row(top(sign), grow(words), gap=s.px(gap))


def plate(s: Sight, fill: str = theme.WHITE, edge: str = theme.SAND, width: float = 2, dash: float = 0) -> Look:
    """Give the look of a plate: its fill and its outline; `width` and `dash` at 1080p.

    An accent has a line of ink around it: alone it is lost on what is light.
    """
    thick, dashed, radius, hair = s.px(width), s.px(dash) if dash else 0, s.px(theme.RADIUS), s.px(2)
    if edge != theme.ACCENT:
        return lambda box: (Fill(box, fill, radius, edge, thick, dash=dashed),)
    return lambda box: (Fill(box, fill, radius, theme.INK, hair), Fill(box.inset(hair), "", radius - hair, edge, thick))


def edged(s: Sight, look: Look, colour: str, width: float = 12) -> Look:
    """Give the look of a plate with a colour along its left edge."""
    return lambda box: (*look(box), Fill(Box(box.x, box.y, s.px(width), box.h), colour, s.px(width / 2)))


def press(s: Sight, button: Button, tall: float = theme.BUTTON) -> Piece:
    """Give a button that asks for the width of its words; `tall` at 1080p, and more where they need more lines."""
    side = s.px(button.size * 1.2) + s.px(10) if button.icon else 0
    around = side + 2 * s.px(16)

    def high(width: int) -> int:
        words = s.tall(button.name, theme.TEXT, max(1, width - around), bold=True)
        return max(s.px(tall), words + 2 * s.px(4))

    wide = s.width(button.name, button.size, bold=True) + around
    return Piece(wide, high, lambda box: (widgets.button(s, box, button),))


def symbol(s: Sight, button: Button, side: float = theme.BUTTON) -> Piece:
    """Give a button that shows only its icon; `side` at 1080p."""
    return made(s.px(side), s.px(side), lambda box: widgets.icon_button(s, box, button))


def field(s: Sight, ui: Ui, entry: Field, least: int = 1) -> Piece:
    """Give a field to write in, as wide as its name asks, as tall as its text and at least so many lines.

    It is kept while nothing is typed in it.
    """
    return kept(s, f"field:{entry.key}", _field, ui.only(fields=entry.key), entry, least)


def _field(s: Sight, ui: Ui, entry: Field, least: int) -> Piece:
    wide = s.width(entry.name, theme.TEXT) if entry.titled else 0
    said = ui.text(entry.key, entry.value)

    def rows(width: int) -> int:
        return len(fields.flow(s, said, width - s.px(28)))

    def put(box: Box) -> tuple[Node]:
        return (fields.field(s, ui, box, replace(entry, lines=entry.lines or rows(box.w) > 1)),)

    def tall(width: int) -> int:
        head = fields.titled(s, entry.name, width) + s.px(4) if entry.titled else 0
        return head + s.px(24) + max(rows(width), least) * s.step(theme.BODY)

    return Piece(wide, tall, put)


def strip(s: Sight, choices: Strip, tall: float = 52) -> Piece:
    """Give a strip of tabs, on as many lines as they need; `tall` is a line's, at 1080p."""

    def high(width: int) -> int:
        lines = len(widgets.tab_lines(s, choices, width))
        return lines * s.px(tall) + (lines - 1) * s.px(widgets.TAB_GAP)

    return Piece(0, high, lambda box: (widgets.tabs(s, box, choices),))


def checked(s: Sight, box_of: Button, *, on: bool) -> Piece:
    """Give a check box with its words."""
    return made(0, s.px(56), lambda box: widgets.check(s, box, box_of, on=on))


Step = tuple[object, bool]
"""What a step does, and whether it still does something."""


def stepper(s: Sight, key: str, name: str, shown: str, steps: tuple[Step, Step]) -> Piece:
    """Give a number between a minus and a plus."""
    less, more = (
        Button(
            f"{key}:{way}", s.say(f"widget.{way}", what=name), does, icon=sign, states=() if works else ("disabled",)
        )
        for way, sign, (does, works) in zip(("less", "more"), ("minus", "plus"), steps, strict=True)
    )
    words = label(s, f"{key}:shown", shown, Style(theme.LABEL, bold=True, align="centre", middle=True))
    return node("group", key, name, row(symbol(s, less), grow(words), symbol(s, more)), value=shown)


@dataclass(frozen=True, slots=True)
class Dialog:
    """A dialog under a key: its title, the most room it takes (pixels), whether a cross closes it, its title's size."""

    key: str
    title: str
    size: tuple[int, int]
    closes: bool = True
    big: float = theme.TITLE


def dialog(s: Sight, one: Dialog, inside: Piece) -> Node:
    """Give a modal dialog over the screen: a title, as large as asked where it fits, and a piece under it.

    In an upright window it gains in height what it loses in width.
    """
    words = shrinking(s, one.title, Style(one.big, bold=True), theme.TITLE, theme.LABEL, theme.TEXT)
    cross = Button(f"{one.key}:close", s.say("widget.close"), CloseTop(), "quiet", "x")
    title = node("heading", f"{one.key}:title", one.title, words)
    head = at_least(row(grow(title), top(symbol(s, cross, 52)) if one.closes else None, gap=s.px(16)), s.px(64))
    shape = pad(column(head, grow(sized(inside, tall=0)), gap=s.px(12)), s.px(32), s.px(28))
    room, (wide, tall) = s.box.inset(s.px(24)), one.size
    box = room.middle(wide, max(tall, tall * wide // room.w) if s.upright else tall)
    look = Fill(box, theme.PAPER, s.px(18), theme.INK, s.px(3), shadow=s.px(20))
    frame = node("dialog", one.key, one.title, over(shape, lambda _: (look,))).node(box)
    return Node("group", f"{one.key}:veil", "", s.box, (Fill(s.box, theme.VEIL),), states=("modal",), kids=(frame,))
