"""Blocks to choose and to write with: one choice of a list, a text of several lines."""

from __future__ import annotations

from game.view import limits, theme
from game.view.box import Box
from game.view.fields import Field, flow
from game.view.fields import field as text_field
from game.view.looks import Fill, Icon, Mark, Style
from game.view.node import Node
from game.view.panels.blocks import Block
from game.view.sight import Sight
from game.view.ui import Ui


def writing(
    s: Sight, ui: Ui, wide: int, key: str, name: str, value: str = "", *, limit: int = limits.REASON, least: int = 3
) -> Block:
    """Give a field of several lines as tall as its text; what is typed stays in the view under `key`."""
    rows = len(flow(s, ui.text(key, value), wide - s.px(28)))
    tall = s.step(theme.TEXT) + s.px(4) + max(least, rows) * s.step(theme.BODY) + s.px(16)
    return Block(tall, lambda box: text_field(s, ui, box, Field(key, name, value, limit=limit, lines=True)))


def option(
    s: Sight,
    wide: int,
    key: str,
    words: str,
    note: str,
    does: object,
    *,
    on: bool,
    edge: str = "",
    icon: str = "",
) -> Block:
    """Give a choice of a list: a round mark, words, and a note under them; with an icon, it acts at once."""
    room = wide - s.px(92)
    heights = s.tall(words, theme.BODY, room, bold=True), s.tall(note, theme.TEXT, room) if note else 0

    def build(box: Box) -> Node:
        fill = theme.ACCENT_2 if on else theme.WHITE
        edges = (theme.INK, s.px(4)) if on else (theme.LINE, s.px(2))
        inner = box.inset(s.px(20), s.px(12))
        spot, rest = inner.cut_left(s.px(36), s.px(16))
        disc = spot.middle(s.px(34), s.px(34))
        marks: list[Mark] = [Fill(box, fill, s.px(theme.RADIUS), *edges)]
        if edge:
            marks.append(Fill(Box(box.x, box.y, s.px(10), box.h), edge, s.px(5)))
        if icon:
            marks.append(Icon(disc, icon, theme.INK))
        else:
            marks.append(Fill(disc, theme.INK if on else theme.WHITE, disc.h // 2, theme.INK, s.px(3)))
        if on:
            marks.append(Icon(disc.inset(s.px(6)), "check", theme.WHITE))
        top, foot = rest.cut_top(heights[0])
        marks.append(s.words(top, words, Style(theme.BODY, bold=True, back=fill)))
        if note:
            marks.append(s.words(foot, note, Style(ink=theme.INK_3, back=fill)))
        spoken = f"{words}, {note}" if note else words
        if icon:
            return Node("button", key, spoken, box, tuple(marks), does)
        return Node("check", key, spoken, box, tuple(marks), does, ("checked" if on else "unchecked",))

    return Block(sum(heights) + s.px(24), build)
