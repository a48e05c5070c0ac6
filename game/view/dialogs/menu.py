"""The menu: the seats, notes, the time, the guide; how the screen looks; exports, home. Nothing has to be saved."""

from __future__ import annotations

from game.core.frozen import dataclass
from game.view.answer.intents import (
    CloseTop,
    Export,
    Fullscreen,
    LeaveSession,
    NextGroup,
    OpenDialog,
    OpenScreen,
    Quit,
    Several,
)
from game.view.answer.looks import SetBars, SetLanguage, SetLooks
from game.view.answer.photos import FindPhotos
from game.view.answer.ui import Ui
from game.view.home.home import LANGUAGES
from game.view.parts.lists import Listed, scrolled
from game.view.parts.pieces import Dialog, dialog, label, press
from game.view.parts.widgets import Button
from game.view.tree import theme
from game.view.tree.layout import Piece, by_height, column, grid, grow, node, sized, ways
from game.view.tree.looks import Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the menu."""

    key: str
    name: str
    icon: str
    does: object
    kind: str = "plain"
    on: bool = False
    lang: str = ""
    """The language of its name, where it is not the table's."""


PHOTOS = Several((CloseTop(), OpenDialog("photos"), FindPhotos()))
WIDE = 1150
"""From which width, at 1080p, the sections stand side by side, where they are high enough."""
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
        Item("record", s.say("menu.record"), "signature", OpenDialog("record")),
        Item("note", s.say("menu.note"), "notebook-pen", OpenDialog("note")),
        Item("moment", s.say("menu.moment"), "flag", OpenDialog("moment")),
        Item("time", s.say("menu.time"), "timer", OpenDialog("time")),
        Item("guide", s.say("menu.guide"), "message-square-quote", OpenDialog("guide")),
        Item("glossary", s.say("glossary.title"), "book-open", OpenDialog("glossary")),
    )


def display(s: Sight, ui: Ui) -> tuple[Item, ...]:
    """Give what changes how the screen looks."""
    others = (pair for pair in LANGUAGES if pair[0] != s.speaker.lang)
    return (
        *(Item(f"lang:{lang}", name, "languages", SetLanguage(lang), lang=lang) for lang, name in others),
        Item("keys", s.say("keys.title"), "keyboard", OpenDialog("keys")),
        Item("text", s.say("menu.text"), "a-large-small", OpenDialog("scale")),
        Item("palette", s.say(f"menu.palette.{ui.palette}"), "contrast", SetLooks(ui.reduced, theme.after(ui.palette))),
        Item("motion", s.say("menu.motion"), "wind", SetLooks(not ui.reduced, ui.palette), on=ui.reduced),
        Item("bars", s.say("menu.bars"), "panel-bottom", SetBars(not ui.low), on=ui.low),
        Item("windows", s.say("menu.windows"), "monitor", OpenDialog("windows")),
        Item("full", s.say("menu.full"), "maximize", Fullscreen()),
    )


def _leave(s: Sight) -> tuple[Item, ...]:
    return (
        Item("export", s.say("menu.export"), "file-down", Several((CloseTop(), Export())), "primary"),
        Item("photos", s.say("menu.photos"), "camera", PHOTOS),
        Item("survey", s.say("menu.survey"), "circle-question-mark", OpenDialog("survey")),
        Item("leaving", s.say("leaving.short"), "file-user", OpenDialog("leaving")),
        Item("next", s.say("menu.next"), "users", Several((CloseTop(), NextGroup()))),
        Item("home", s.say("menu.home"), "house", Several((CloseTop(), LeaveSession()))),
        Item("quit", s.say("menu.quit"), "log-out", Quit()),
    )


def build(s: Sight, ui: Ui) -> Node:
    """Build the menu: its three sections side by side, or one list, two by two where there is room."""
    found, gap = sections(s, ui), s.px(theme.GAP)
    foot = label(s, "menu:kept", f"{s.say('menu.kept')} {s.say('board.footer')}.", Style(ink=theme.INK_3))
    parts = [_section(s, i, *one) for i, one in enumerate(found)]
    beside = grow(grid(parts, len(parts), s.px(28)))
    least = max(part.tall(s.px(WIDE // 3)) for part in parts) + gap + foot.tall(s.px(WIDE))
    items = [_item(s, item, 72) for _, section in found for item in section]
    two, single = (grid(items, across, gap) for across in (2, 1))
    every = node("group", "menu:items", "", ways(sized(two, wide=s.px(700)), single))
    listed = scrolled(s, ui, Listed("menu:all", s.say("menu.title")), (every,))
    low = column(listed, foot, gap=gap)
    shape = ways(sized(by_height(least, column(beside, foot, gap=gap), low), wide=s.px(WIDE)), low)
    return dialog(s, Dialog("dialog:menu", s.say("menu.title"), (s.px(1380), s.px(900))), shape)


def _section(s: Sight, i: int, title: str, items: tuple[Item, ...]) -> Piece:
    heading = label(s, f"menu:section:{i}", title, Style(theme.LABEL, bold=True), "heading")
    buttons = (_item(s, item, 72) for item in items)
    return node("menu", f"menu:{i}", title, column(heading, *buttons, gap=s.px(theme.GAP)))


def _item(s: Sight, item: Item, tall: int) -> Piece:
    states = ("selected",) if item.on else ()
    named = Button(f"menu:{item.key}", item.name, item.does, item.kind, item.icon, states, lang=item.lang)
    return press(s, named, tall)
