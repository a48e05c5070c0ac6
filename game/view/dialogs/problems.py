"""What is wrong in the deck's files: every fault, its place, its line; the table plays on with the last good deck."""

from __future__ import annotations

from functools import partial

from game.view.answer.faults import Fault
from game.view.answer.intents import CloseTop
from game.view.answer.ui import Ui
from game.view.dialogs.asking import Asking, asking
from game.view.parts.lists import kept
from game.view.parts.pieces import edged, icon, label, plate, told
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, column, made, node, over, pad
from game.view.tree.looks import Fill, Mark, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

SHOWN, LEAST = 72, 10
"""Characters of a line shown around its fault, and the least of them where the window is narrow."""
MILD, STOPS = ("triangle-alert", theme.WARN), ("octagon-x", theme.BAD)
"""Sign and ink of a fault that leaves the deck playable, and of one that does not."""


def build(s: Sight, ui: Ui) -> Node:
    """Build the dialog."""
    faults = ui.faults
    title = s.say("workshop.problems.title", n=len(faults))
    close = ("done", s.say("workshop.problems.close"), CloseTop(), "primary", True)
    stops = any(not fault.mild for fault in faults)
    words = s.say("workshop.problems.kept" if stops else "workshop.problems.mild")
    head = label(s, "problems:kept", words, Style(theme.BODY, theme.INK_3))
    pieces = (head, *(kept(s, f"problems:{i}", _fault, fault, i) for i, fault in enumerate(faults)))
    return asking(s, ui, Asking("problems", title, (1400, 900)), pieces, (close,))


def _fault(s: Sight, fault: Fault, i: int) -> Piece:
    """Give one fault as a card: whether it stops the deck, where, what and how to mend, and the line itself."""
    where, (sign, colour) = place(s, fault), MILD if fault.mild else STOPS
    style = Style(ink=colour, bold=True, back=theme.WHITE)
    said = fault.said.say(s.speaker.lang)
    shape = column(
        told(s, icon(s, sign, 28, colour), label(s, f"problems:{i}:where", where, style), 10),
        label(s, f"problems:{i}:said", said, Style(theme.LABEL, back=theme.WHITE)),
        made(0, s.px(48), partial(_line, s, fault, i)) if fault.source.strip() else None,
        gap=s.px(8),
    )
    card = over(pad(shape, s.px(18), s.px(18)), edged(s, plate(s), colour, 10))
    return node("group", f"problems:{i}", f"{where}. {said}", card)


def place(s: Sight, fault: Fault) -> str:
    """Say where a fault is."""
    key = "workshop.problems.place" if fault.line else "workshop.problems.file"
    return s.say(key, file=fault.file, line=fault.line, column=fault.column)


def _around(source: str, at: int, most: int) -> tuple[int, str]:
    """Give where a part of a line starts, and at most so many of its characters, the faulty one among them."""
    indent = min(at, len(source) - len(source.lstrip()))
    start = indent if at - indent < most * 2 // 3 else at - most // 2
    return start, source[start : start + most]


def _line(s: Sight, fault: Fault, i: int, box: Box) -> Node:
    """Show the line, the faulty words underlined where they are."""
    at, inner = max(0, min(fault.column - 1, len(fault.source))), box.inset(s.px(14), s.px(4))
    ways = (_around(fault.source, at, most) for most in range(SHOWN, 8, -1))
    start, shown = next(one for one in ways if s.width(one[1], theme.TEXT) <= inner.w or len(one[1]) < LEAST)
    left = s.width(shown[: at - start], theme.TEXT)
    wide = max(s.px(10), s.width(shown[at - start : at - start + fault.width], theme.TEXT))
    under = Box(inner.x + min(left, inner.w - s.px(10)), inner.bottom - s.px(4), min(wide, inner.w - left), s.px(4))
    marks: list[Mark] = [
        Fill(box, theme.PAPER, s.px(6)),
        s.words(inner, shown, Style(middle=True)),
    ]
    if left < inner.w:
        marks.append(Fill(under, theme.BAD))
    return Node("text", f"problems:{i}:line", shown.strip(), box, tuple(marks))
