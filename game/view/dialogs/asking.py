"""What the council's dialogs share: pieces that scroll above a row of buttons."""

from __future__ import annotations

from game.core.frozen import dataclass
from game.view.answer.ui import Ui
from game.view.parts.lists import Listed, scrolled
from game.view.parts.pieces import Dialog, dialog, press
from game.view.parts.widgets import Button
from game.view.tree.layout import Piece, Pieces, abreast, by_height, column, node
from game.view.tree.node import Node
from game.view.tree.sight import Sight

Way = tuple[str, str, object, str, bool]
"""A button: key, words, what it does, its kind, and whether it may be pressed."""

EDGES = 2 * 28 + 64 + 12 + 24
"""What stands around the pieces and the buttons: margins, title, and a little air."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A question under a key: its title, the most room it takes and the gap between its pieces, at 1080p."""

    key: str
    title: str
    size: tuple[int, int]
    gap: float = 14


def asking(s: Sight, ui: Ui, asked: Asking, pieces: Pieces, ways: tuple[Way, ...]) -> Node:
    """Give a dialog: a title, pieces that scroll if they must, and buttons, which scroll too where it is very low."""
    listed, answers = Listed(f"{asked.key}:body", asked.title, asked.gap), buttons(s, asked.key, ways)
    inside = column(scrolled(s, ui, listed, pieces), answers, gap=s.px(16))
    low = scrolled(s, ui, listed, (*pieces, node("group", f"{asked.key}:ways", "", answers)))
    whole, most = (s.px(size) for size in asked.size)
    wide = min(whole, s.box.w - 2 * s.px(24))
    tall = inside.tall(wide - 2 * s.px(32)) + s.px(EDGES)
    least = 2 * answers.tall(wide - 2 * s.px(32))
    size = (wide, min(most * whole // wide, tall))
    return dialog(s, Dialog(asked.key, asked.title, size), by_height(min(least, inside.tall(wide)), inside, low))


def buttons(s: Sight, key: str, ways: tuple[Way, ...]) -> Piece:
    """Give the buttons of a question, side by side where their words fit, else one under the other."""
    return abreast([(_way(s, key, way), 1) for way in ways], 0, (s.px(16), s.px(10)))


def _way(s: Sight, key: str, way: Way) -> Piece:
    name, words, does, kind, able = way
    return press(s, Button(f"{key}:{name}", words, does, kind, states=() if able else ("disabled",)), 66)
