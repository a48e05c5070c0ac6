"""What each key does: those that go somewhere at once, then those that act where the focus is."""

from __future__ import annotations

from game.view.answer.ui import Ui
from game.view.parts.lists import Listed, kept, scrolled
from game.view.parts.pieces import Dialog, dialog, plate, text
from game.view.tree import theme
from game.view.tree.layout import Piece, abreast, column, grow, node, over, pad, row, sized
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

KEYS = (
    "f6", "slash", "onward", "tabs", "guide", "words", "help", "undo", "plan", "zoom", "full",
    "tab", "enter", "arrows", "letters", "escape", "s", "slider", "type", "pages",
)  # fmt: skip
"""In the order they are told; `keys.<name>` says which keys, `keys.<name>.does` what they do."""
TWO, CAP = 1100, 240
"""Widths at 1080p: from which rows stand two by two, and of what names a key."""


def build(s: Sight, ui: Ui) -> Node:
    """Build the dialog."""
    title = s.say("keys.title")
    rows = [kept(s, f"keys:{i}", _pair, KEYS[i : i + 2]) for i in range(0, len(KEYS), 2)]
    return dialog(
        s, Dialog("dialog:keys", title, (s.px(1500), s.px(940))), scrolled(s, ui, Listed("keys:list", title, 10), rows)
    )


def _pair(s: Sight, names: tuple[str, ...]) -> Piece:
    gaps = s.px(16), s.px(10)
    return node("group", f"keys:{names[0]}:pair", "", abreast([(_key(s, one), 1) for one in names], s.px(TWO), gaps))


def _key(s: Sight, name: str) -> Piece:
    said, does = s.say(f"keys.{name}"), s.say(f"keys.{name}.does")
    cap = sized(column(text(s, said, Style(bold=True, back=theme.WHITE))), wide=s.px(CAP))
    shape = row(cap, grow(text(s, does, Style(back=theme.WHITE))), gap=s.px(16))
    card = over(pad(shape, s.px(16), s.px(10)), plate(s, theme.WHITE, theme.SAND))
    return node("text", f"keys:{name}", f"{said} : {does}", card)
