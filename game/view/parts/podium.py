"""The podium: what the room reads from the farthest seat, one thing at a time, over what is not needed meanwhile.

What stands on it is built with the room's own sights, larger than the hands': at the reading scale, where it lacks room
at a smaller one, never under 16 arc minutes. A node with the state "podium" holds nothing smaller.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial

from game.core.frozen import dataclass
from game.view.answer.intents import CloseTop
from game.view.answer.ui import Ui
from game.view.parts.pieces import symbol, text
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, column, grow, made, node, over, pad, row, sized, top
from game.view.tree.legibility import FLOOR, GOOD
from game.view.tree.looks import Fill, Stripes, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

STEPS = 5
"""Sizes tried between the reading scale and the least the farthest seat reads."""
SPARE = 1.02
"""What the least is raised by, so that a size rounded to a pixel does not fall under it."""
TITLE = 30
"""Size of what is named on the podium, at the room's scale."""
Told = Callable[[Sight], Piece]
"""What is told, described at the scale of a sight."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet over the whole screen, under a key: what it names, what it tells the room, a foot at the hands' scale.

    `shorter` are ways to tell it in less room, the longest first. `claps`: the clapperboard falls shut under its title
    as it opens (table/clap.py).
    """

    key: str
    title: str
    told: Told
    foot: Piece | None = None
    shorter: tuple[Told, ...] = ()
    claps: bool = False


def stands(ui: Ui) -> bool:
    """Tell whether the room needs to be told more largely than the hands' scale does."""
    return ui.reading > ui.percent


def sights(s: Sight, ui: Ui) -> tuple[Sight, ...]:
    """Give the room's sights, the largest first, none under the hands'."""
    least = FLOOR / GOOD * SPARE
    shares = (1 - (1 - least) * step / (STEPS - 1) for step in range(STEPS))
    scales = dict.fromkeys(max(ui.percent, ui.reading * share) for share in shares)
    return tuple(replace(s, unit=s.unit * scale / ui.percent) for scale in scales)


def paired(s: Sight, ui: Ui) -> tuple[tuple[Sight, Sight], ...]:
    """Give the sights of what a row is called and of its figures, the best for the room first; none if the hands' do.

    Both as the farthest seat reads them, then the name alone, then sizes that some seats read, down to the hands'.
    """
    if not stands(ui):
        return ()
    found = sights(s, ui)[::2]
    least = found[-1].unit
    between = (replace(s, unit=s.unit + (least - s.unit) * share) for share in (2 / 3, 1 / 3))
    both, alone = ((one, one) for one in found), ((one, s) for one in found)
    return (*both, *alone, *(pair for one in between if one.unit > s.unit for pair in ((one, one), (one, s))))


def sizes(ui: Ui, *given: float) -> tuple[float, ...]:
    """Give the sizes, at the hands' scale, of a text of a screen that the room reads too: those of its own it can read.

    The largest first, down to 16 arc minutes; where the hands' scale is enough, its own.
    """
    if not stands(ui):
        return given
    good = theme.TEXT * ui.reading / ui.percent
    least = good * FLOOR / GOOD * SPARE
    return tuple(sorted({good, least, *(size for size in given if size > least)}, reverse=True))


def largest(s: Sight, ui: Ui, *told: Told) -> Piece:
    """Give what is told at the largest of the room's scales at which its box holds it whole.

    Several ways to tell it go from the longest to the shortest: a shorter one comes before a scale too small to read.
    """
    last = cache(partial(told[-1], sights(s, ui)[-1]))
    return Piece(0, lambda width: last().tall(width), lambda box: (fitting(s, ui, box, *told) or last()).put(box))


def fitting(s: Sight, ui: Ui, box: Box, *told: Told) -> Piece | None:
    """Give the same for one box; None where it holds it whole at no scale that the room reads."""
    found = (one(room) for one in told for room in sights(s, ui))
    return next((piece for piece in found if piece.wide <= box.w and piece.tall(box.w) <= box.h), None)


def sentence(s: Sight, ui: Ui, said: tuple[str, ...], style: Style, room_for: tuple[int, int]) -> Piece:
    """Write the longest way to say a thing that a width and a height hold at one of the room's scales, else the last.

    The height it asks for is that of its lines.
    """
    rooms, (width, tall) = sights(s, ui), room_for
    written = (text(room, way, style) for way in said for room in rooms)
    return next((one for one in written if one.tall(width) <= tall), text(rooms[-1], said[-1], style))


def sheet(s: Sight, ui: Ui, one: Sheet) -> Node:
    """Give a modal sheet: its title and what is told under it, for the room; a foot at the hands' scale."""
    cross = Button(f"{one.key}:close", s.say("widget.close"), CloseTop(), "quiet", "x")

    def inside(told: Told, room: Sight) -> Piece:
        title = node("heading", f"{one.key}:title", one.title, text(room, one.title, Style(TITLE, bold=True)))
        head = row(grow(title), top(symbol(s, cross, 52)), gap=s.px(16))
        return column(head, _stripes(s, one.key) if one.claps else None, told(room), gap=room.px(10))

    ways = (partial(inside, told) for told in (one.told, *one.shorter))
    podium = node("group", f"{one.key}:podium", "", largest(s, ui, *ways), states=("podium",))
    shape = pad(column(grow(sized(podium, tall=0)), one.foot, gap=s.px(16)), s.px(32), s.px(28))
    look = Fill(s.box, theme.PAPER, 0, theme.INK, s.px(3))
    frame = node("dialog", one.key, one.title, over(shape, lambda _: (look,))).node(s.box)
    return Node("group", f"{one.key}:veil", "", s.box, states=("modal",), kids=(frame,))


def _stripes(s: Sight, key: str) -> Piece:
    def put(box: Box) -> Node:
        return Node("image", f"{key}:clap", "", box, (Stripes(box, theme.SLATE, theme.CHALK),), states=("clap",))

    return made(0, s.px(theme.STRIPES), put)
