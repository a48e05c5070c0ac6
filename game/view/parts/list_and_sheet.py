"""A list of objectives and the sheet of one of them: beside each other where there is room, else one at a time.

Objectifs and Bilan are two of it.
"""

from __future__ import annotations

from collections.abc import Callable

from game.core.frozen import dataclass
from game.view.answer.intents import SelectTab, Several
from game.view.answer.ui import Ui
from game.view.parts.lists import Listed, kept, scrolled
from game.view.parts.pieces import Look, edged, icon, label, line, plate, strip, text, told
from game.view.parts.widgets import Strip
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.layout import Piece, Pieces, centred, column, grow, middle, node, over, pad, row, sized
from game.view.tree.looks import Fill, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

WIDE = 1560
"""Width from which the list stands beside the sheet."""
UNDER, LISTED = 1000, 500
"""Width from which the sheet lies under the list in an upright window, and the list's height there."""


@dataclass(frozen=True, slots=True)
class State:
    """How far an objective is: a sign, its ink, and words."""

    icon: str
    ink: str
    said: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the list: what stands over its title and under it; `rim` is the colour of an outline that warns."""

    key: str
    over: str
    title: str
    name: str
    colour: str
    does: SelectTab
    on: bool
    beside: State | None = None
    under: State | None = None
    rim: str = ""


@dataclass(frozen=True, slots=True)
class Folder:
    """A phase's list and sheet. `tall` is the height from which they stand beside each other.

    `pages` are the pages of a sheet under the key `strip`, by id and name; `sheet` builds it beside the list and `page`
    what a page holds where it stands alone. `more` follows the rows of the list.
    """

    key: str
    title: str
    lists: str
    """What the keys of its lists begin with: that of the rows ends in "list", that of a page in the page's id."""
    tall: int
    strip: str
    pages: tuple[tuple[str, str], ...]
    names: tuple[str, str]
    """What the pages are called together, and the list among them."""
    rows: tuple[Entry, ...]
    sheet: Callable[[], Piece]
    page: Callable[[str], Pieces]
    on: Piece
    more: Callable[[str], Pieces] = lambda _: ()
    head: str = ""


def build(s: Sight, ui: Ui, folder: Folder, box: Box) -> Node:
    """Build a phase's body."""
    beside = box.w >= s.px(WIDE) and box.h >= s.px(folder.tall)
    under = s.upright and box.w >= s.px(UNDER)
    shape = _both(s, ui, folder, under=under) if beside or under else _alone(s, ui, folder)
    return body(s, folder.key, folder.title, shape).node(box)


def _both(s: Sight, ui: Ui, folder: Folder, *, under: bool) -> Piece:
    """Show the list and the sheet: beside each other, or in an upright window one under the other."""
    listed, sheet = _side(s, ui, folder), grow(pad(folder.sheet(), s.px(24), s.px(12)))
    if under:
        return column(sized(listed, tall=s.px(LISTED)), grow(sized(sheet, tall=0)))
    return row(sized(listed, wide=s.px(556)), sheet)


def body(s: Sight, key: str, title: str, shape: Piece) -> Piece:
    """Put a phase's body on paper."""
    return node("group", f"{key}:body", title, over(shape, lambda box: (Fill(box, theme.PAPER),)))


def nothing(s: Sight, key: str, said: str, way: Piece | None) -> Piece:
    """Say why there is nothing to show yet, over a way on."""
    words = label(s, f"{key}:none", said, Style(theme.LABEL, bold=True, align="centre", middle=True))
    shape = sized(column(grow(words), way, gap=s.px(16)), wide=s.px(1000), tall=s.px(320))
    return node("group", f"{key}:empty", "", centred(middle(shape)))


def _side(s: Sight, ui: Ui, folder: Folder) -> Piece:
    head = Style(theme.BODY, bold=True, back=theme.SAND, middle=True)
    title = sized(label(s, f"{folder.key}:count", folder.head, head, "heading"), tall=s.px(48)) if folder.head else None
    listed = scrolled(s, ui, _listed(folder), (*_rows(s, folder), *folder.more(theme.SAND)))
    shape = pad(column(title, listed, gap=s.px(10)), s.px(20), s.px(12))
    side = over(shape, lambda box: (Fill(box, theme.SAND),))
    return node("group", f"{folder.key}:side", "", side)


def _listed(folder: Folder) -> Listed:
    return Listed(f"{folder.lists}:list", folder.head or folder.names[1], 10)


def _alone(s: Sight, ui: Ui, folder: Folder) -> Piece:
    """Show one thing at a time: the list, or a page of the sheet with its buttons below."""
    now = ui.tab(folder.strip, "list")
    now = now if now in dict(folder.pages) else "list"
    tabs = strip(s, Strip(folder.strip, folder.names[0], (("list", folder.names[1]), *folder.pages), now), 50)
    if now == "list":
        shown = scrolled(s, ui, _listed(folder), (*_rows(s, folder, opens=True), *folder.more(theme.PAPER), folder.on))
    else:
        shown = scrolled(s, ui, Listed(f"{folder.lists}:{now}", dict(folder.pages)[now], 10), folder.page(now))
    return pad(column(tabs, shown, gap=s.px(8)), s.px(16), s.px(12))


def _rows(s: Sight, folder: Folder, *, opens: bool = False) -> tuple[Piece, ...]:
    """Give a row for each objective; with `opens`, pressing one shows its first page too."""
    first = folder.pages[0][0]
    also = SelectTab(folder.strip, first) if opens else None
    return tuple(kept(s, one.key, _row, one, also) for one in folder.rows)


def _row(s: Sight, one: Entry, also: SelectTab | None) -> Piece:
    beside = row(*_state(s, one.beside), gap=s.px(6)) if one.beside else None
    first = row(grow(text(s, one.over, Style(ink=theme.INK_3, back=theme.WHITE))), beside, gap=s.px(8))
    title = text(s, one.title, Style(theme.BODY, bold=True, back=theme.WHITE))
    shape = pad(column(first, title, _under(s, one.under) if one.under else None, gap=s.px(3)), s.px(24), s.px(12))
    edge, width = (theme.ACCENT, 6) if one.on else (one.rim, 3) if one.rim else (theme.SAND, 2)
    look: Look = edged(s, plate(s, theme.WHITE, edge, width), one.colour)
    does = Several((one.does, also)) if also else one.does
    return node("row", one.key, one.name, over(shape, look), does=does, states=("selected",) if one.on else ())


def _state(s: Sight, state: State) -> tuple[Piece, Piece]:
    return icon(s, state.icon, 28, state.ink), line(s, state.said, Style(ink=state.ink, bold=True, back=theme.WHITE))


def _under(s: Sight, state: State) -> Piece:
    words = text(s, state.said, Style(ink=state.ink, bold=True, back=theme.WHITE))
    return told(s, icon(s, state.icon, 28, state.ink), words, 10)
