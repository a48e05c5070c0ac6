"""What a screen reader has of the table: the nodes given to AccessKit, and what it hears as they change.

It stands where the platform does: it keeps nodes as AccessKit's own consumer keeps them, tells what is announced by
its rules (a live node that comes, or whose text changes; `live` is inherited), and asks by the requests it makes.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import accesskit as kit

ROLES = {
    "BUTTON": "button", "TAB": "page tab", "RADIO_BUTTON": "radio button",
    "CHECK_BOX": "check box", "LIST_ITEM": "list item", "TEXT_INPUT": "entry",
    "MULTILINE_TEXT_INPUT": "text area", "SLIDER": "slider", "DIALOG": "dialog",
    "HEADING": "heading", "LABEL": "label", "ALERT": "notification", "GROUP": "panel",
    "WINDOW": "frame", "IMAGE": "image", "MENU_ITEM": "menu item", "METER": "level bar",
}  # fmt: skip
"""How AT-SPI names the roles."""


class Heard:
    """An adapter of AccessKit that keeps what it is given."""

    def __init__(self) -> None:
        self.nodes: dict[int, Any] = {}
        self.root = self.focus = 0
        self._live: dict[int, str] = {}
        self._on: tuple[int, str] = (0, "")
        self._inside: list[int] = []
        self.events: list[str] = []
        """What was heard since it was last asked: `said` for an announcement, `on` for the focus."""

    def update_if_active(self, changes: Any) -> None:
        """Take an update; tell what a reader hears of it."""
        update = changes()
        if update is None:
            return
        self.nodes |= dict(update.nodes)
        self.root = update.tree.root if update.tree is not None else self.root
        self.focus = update.focus
        self._announce()
        self._follow()

    def _announce(self) -> None:
        live: dict[int, str] = {}
        self._lives(self.root, spoken=False, found=live)
        self.nodes = {number: node for number, node in self.nodes.items() if number in self._reached}
        for number, text in live.items():
            if text and self._live.get(number) != text:
                self.events.append(f"said {text}")
        self._live = live

    def _lives(self, root: int, *, spoken: bool, found: dict[int, str]) -> None:
        self._reached: set[int] = set()
        left = [(root, spoken)]
        while left:
            number, above = left.pop()
            self._reached.add(number)
            node = self.nodes[number]
            aloud = above if node.live is None else node.live != kit.Live.OFF
            if aloud and node.role != kit.Role.TEXT_RUN:
                found[number] = name(node)
            left += [(kid, aloud) for kid in reversed(node.children)]

    def _follow(self) -> None:
        now = (self.focus, line(self.nodes[self.focus]))
        if now != self._on:
            entered = [one for one in self._within(self.focus) if one not in self._inside]
            self.events += [f"in {told}" for one in entered if (told := self._group(one))]
            self.events.append(f"on {now[1]}")
        self._on, self._inside = now, self._within(self.focus)

    def _within(self, number: int) -> list[int]:
        """Give what a node stands in, the outermost first."""
        over = {kid: one for one, node in self.nodes.items() for kid in node.children}
        found: list[int] = []
        while number in over:
            number = over[number]
            found.insert(0, number)
        return found

    def _group(self, number: int) -> str:
        """Give what is said as one enters a named group; of a dialog, what it says too, as Orca and NVDA do."""
        node = self.nodes[number]
        if number == self.root or not name(node):
            return ""
        said = self.labels(number) if node.role == kit.Role.DIALOG else []
        return " | ".join([name(node), role(node), *said])

    def labels(self, number: int) -> list[str]:
        """Give the lines that stand in a group."""
        return [name(one) for _, one in self.walk(number) if one.role == kit.Role.LABEL]

    def walk(self, start: int = 0) -> list[tuple[int, Any]]:
        """Give what a browse cursor meets, in its order, from the window or from a node on."""
        found, left = [], [start or self.root]
        while left:
            number = left.pop()
            found.append((number, self.nodes[number]))
            left += reversed(self.nodes[number].children)
        return found

    def text(self, number: int) -> str:
        """Give what a field holds, its runs one after the other."""
        return "".join(self.nodes[run].value or "" for run in self.nodes[number].children)


def role(node: Any) -> str:
    """Give a node's role, as AT-SPI names it."""
    called = str(node.role).removeprefix("Role.")
    return ROLES.get(called, called.lower())


def name(node: Any) -> str:
    """Give a node's name; a label's is its value, as AccessKit has it."""
    return plain(node.value if node.role == kit.Role.LABEL else node.label)


def plain(text: str | None) -> str:
    """Give a text whose spaces are all alike, as they sound."""
    return " ".join((text or "").split())


def line(node: Any) -> str:
    """Give what a reader says of a node it comes to: name, role, state, value, description."""
    states = [word for on, word in (
        (node.is_selected, "selected"), (node.toggled == kit.Toggled.TRUE, "checked"),
        (node.toggled == kit.Toggled.FALSE, "not checked"), (node.is_expanded, "expanded"),
    ) if on]  # fmt: skip
    number = node.numeric_value
    value = f"{number:g}" if number is not None else node.value if node.role != kit.Role.LABEL else ""
    beside = node.description or ("" if node.value else node.placeholder)
    parts = [name(node), role(node), *states, plain(value), plain(beside)]
    return " | ".join(part for part in parts if part)


def request(action: Any, target: int, data: Any = None) -> Any:
    """Give what AccessKit hands over when a tool asks something."""
    return SimpleNamespace(action=action, target=target, data=(None, data) if data is not None else None)
