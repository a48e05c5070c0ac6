"""The menu: the seats, notes, the time, the guide; how the screen looks; exports, home. Nothing has to be saved."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from game.view import theme
from game.view.box import Box
from game.view.column import Part, column
from game.view.intents import (
    CloseTop,
    Export,
    Fullscreen,
    LeaveSession,
    OpenDialog,
    OpenScreen,
    Quit,
    SetLanguage,
    SetMotion,
    Several,
)
from game.view.looks import Style
from game.view.node import Node
from game.view.screens.home import LANGUAGES
from game.view.sight import Sight
from game.view.ui import Ui
from game.view.widgets import Button, button, dialog_frame, label


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the menu."""

    key: str
    name: str
    icon: str
    does: object
    kind: str = "plain"
    on: bool = False


Section = tuple[str, tuple[Item, ...]]


def sections(s: Sight, ui: Ui) -> tuple[Section, ...]:
    """Give what the menu offers, by section."""
    return (
        (s.say("menu.session"), _session(s)),
        (s.say("menu.display"), display(s, ui)),
        (s.say("menu.leave"), _leave(s)),
    )


def _session(s: Sight) -> tuple[Item, ...]:
    return (
        Item("seats", s.say("menu.seats"), "users", OpenScreen("seats")),
        Item("note", s.say("menu.note"), "notebook-pen", OpenDialog("note")),
        Item("time", s.say("menu.time"), "timer", OpenDialog("time")),
        Item("guide", s.say("menu.guide"), "message-square-quote", OpenDialog("guide")),
    )


def display(s: Sight, ui: Ui) -> tuple[Item, ...]:
    """Give what changes how the screen looks."""
    others = (pair for pair in LANGUAGES if pair[0] != s.speaker.lang)
    return (
        *(Item(f"lang:{lang}", name, "languages", SetLanguage(lang)) for lang, name in others),
        Item("text", s.say("menu.text"), "a-large-small", OpenDialog("scale")),
        Item("motion", s.say("menu.motion"), "wind", SetMotion(not ui.reduced), on=ui.reduced),
        Item("full", s.say("menu.full"), "maximize", Fullscreen()),
    )


def _leave(s: Sight) -> tuple[Item, ...]:
    return (
        Item("export", s.say("menu.export"), "file-down", Several((CloseTop(), Export())), "primary"),
        Item("home", s.say("menu.home"), "house", Several((CloseTop(), LeaveSession()))),
        Item("quit", s.say("menu.quit"), "log-out", Quit()),
    )


def build(s: Sight, ui: Ui) -> Node:
    """Build the menu: its three sections side by side, or one under the other."""
    frame, inner = dialog_frame(s, "dialog:menu", s.say("menu.title"), s.px(1380), s.px(640))
    made = sections(s, ui)
    foot, rest = inner.cut_bottom(s.step(theme.TEXT), s.px(theme.GAP))
    kept = label(s, foot, "menu:kept", s.say("menu.kept"), Style(ink=theme.INK_3))
    if inner.w > s.px(1150) and inner.h > s.px(400):
        columns = rest.columns(len(made), s.px(28))
        return frame((*(_section(s, box, i, *made[i]) for i, box in enumerate(columns)), kept))
    return frame((_all(s, ui, rest, made), kept))


def _section(s: Sight, box: Box, i: int, title: str, items: tuple[Item, ...]) -> Node:
    head, rest = box.cut_top(s.step(theme.LABEL), s.px(theme.GAP))
    rows = rest.stack(s.px(80), len(items), s.px(theme.GAP))
    kids = [_item(s, row, item) for row, item in zip(rows, items, strict=True)]
    heading = label(s, head, f"menu:section:{i}", title, Style(theme.LABEL, bold=True), role="heading")
    return Node("menu", f"menu:{i}", title, box, kids=(heading, *kids))


def _item(s: Sight, box: Box, item: Item) -> Node:
    states = ("selected",) if item.on else ()
    return button(
        s, box, Button(f"menu:{item.key}", item.name, item.does, kind=item.kind, icon=item.icon, states=states)
    )


def _all(s: Sight, ui: Ui, box: Box, made: tuple[Section, ...]) -> Node:
    """Give all items in one scrolled column, two by two where there is room."""
    items = [item for _, found in made for item in found]
    across = 2 if box.w > s.px(700) else 1
    rows = [items[i : i + across] for i in range(0, len(items), across)]

    def parts(_: int) -> tuple[Part, ...]:
        return tuple((s.px(72), partial(_row, s, across, row)) for row in rows)

    return column(s, ui, box, "menu:all", s.say("menu.title"), parts, s.px(theme.GAP))


def _row(s: Sight, across: int, items: list[Item], box: Box) -> Node:
    cells = box.columns(across, s.px(theme.GAP))
    kids = tuple(_item(s, cell, item) for cell, item in zip(cells, items, strict=False))
    return Node("group", f"menu:row:{items[0].key}", "", box, kids=kids)
