"""Texts whose words of the trade are underlined: pressed, they lead to what those words mean."""

from __future__ import annotations

from dataclasses import replace

from game.core.glossary import spans
from game.view.answer.intents import CloseTop, OpenDialog, Several
from game.view.parts.pieces import text
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, at_least, column, node
from game.view.tree.looks import Fill, Mark, Style, Words
from game.view.tree.node import Node
from game.view.tree.sight import Sight

Terms = tuple[str, ...]
"""Words of the trade, as they are told in the language spoken."""


def glossed(s: Sight, key: str, lines: tuple[str, ...], style: Style, terms: Terms, card: str) -> Piece:
    """Write lines one under the other; where a term stands in them, all of them are pressed to open the glossary."""
    shape = column(*(underlined(s, said, style, terms) for said in lines), gap=s.px(6))
    if not any(spans(terms, said) for said in lines):
        return shape
    does, name = Several((CloseTop(), OpenDialog("glossary", card))), " ".join(lines)
    return node("link", f"{key}:words", name, at_least(shape, s.px(theme.TARGET)), does=does)


def underlined(s: Sight, said: str, style: Style, terms: Terms) -> Piece:
    """Write a text with its terms underlined, where they first stand."""
    plain = text(s, said, style)

    def put(box: Box) -> tuple[Node | Mark, ...]:
        found = plain.put(box)
        return (*found, *(line for one in found if isinstance(one, Words) for line in _lines(s, one, style, terms)))

    return replace(plain, put=put) if terms else plain


def _lines(s: Sight, written: Words, style: Style, terms: Terms) -> tuple[Fill, ...]:
    """Draw a line under each term, each once in the whole text."""
    marks: list[Fill] = []
    left = list(terms)
    for at, line in enumerate(written.lines):
        for first, end in spans(left, line):
            x = written.box.x + (s.width(line[:first], style.size, bold=style.bold) if first else 0)
            wide = s.width(line[first:end], style.size, bold=style.bold)
            y = written.box.y + at * written.step + round(written.step * UNDER)
            marks.append(Fill(Box(x, y, wide, max(1, s.px(2))), style.ink))
        left = [term for term in left if not spans((term,), line)]
    return tuple(marks)


UNDER = 0.9
"""Where the line stands in the height of a line of text."""
