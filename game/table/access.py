"""The assistive bridge: the same tree, given to AccessKit. Without the package the table runs all the same.

Handlers are called on another thread: they read the last frozen tree and queue inputs, nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Any

import pygame

from game.table import textruns
from game.table.announcing import CARRIED, SAID, Announcer, heard
from game.table.bridge import Bridge
from game.type.measure import spelt
from game.view.answer.gestures import IssueThing, LeverThing
from game.view.answer.input import FocusOn, Input, Press, Select, SetValue
from game.view.answer.intents import EditField
from game.view.answer.sliding import Slide
from game.view.parts.choices import RADIO
from game.view.tree.box import Box
from game.view.tree.node import Node
from game.view.tree.node import titles as titled

ROLES = {
    "window": "WINDOW", "group": "GROUP", "dialog": "DIALOG", "banner": "ALERT", "button": "BUTTON", "tab": "TAB",
    "tabs": "TAB_LIST", "list": "LIST", "row": "LIST_ITEM", "card": "BUTTON", "cell": "BUTTON", "slider": "SLIDER",
    "field": "TEXT_INPUT", "area": "MULTILINE_TEXT_INPUT", "check": "CHECK_BOX", "meter": "METER", "text": "LABEL",
    "heading": "HEADING", "image": "IMAGE", "map": "GROUP", "pin": "BUTTON", "step": "TAB", "timer": "TIMER",
    "radios": "RADIO_GROUP", "menu": "MENU", "item": "MENU_ITEM", "progress": "PROGRESS_INDICATOR",
    "link": "LINK",
}  # fmt: skip
TAKES = " takes"
"""What tells, in the name of a number, a node that may take what is carried."""
OFF = " off"
"""The same of a node that is disabled."""


class Access:
    """Gives trees to screen readers; what they ask comes back as inputs given to `put`."""

    def __init__(self, put: Callable[[Input], None]) -> None:
        self._put = put
        self._tree: Node | None = None
        self._focus = self._lang = ""
        self._holds = False
        """Whether the keys carry something: what takes it may then be pressed."""
        self._turned = False
        """Whether that, or a title, has changed since the last update: all that is heard is told again."""
        self._titles: frozenset[str] = frozenset()
        """The headings that name the screen and what lies over it."""
        self._announcer = Announcer()
        self._said: Node | None = None
        """What is announced."""
        self._given: tuple[Node | None, str] = (None, "")
        self._sent: dict[str, Node] = {}
        self._ids: dict[str, int] = {}
        self._keys: dict[int, str] = {}
        self._starts: dict[int, int] = {}
        """Where in its field's text each line begins, by the number of its run."""
        self._lock = Lock()
        self._bridge = Bridge(self._whole, self._act)

    @property
    def _kit(self) -> Any:
        return self._bridge.kit

    def start(self) -> None:
        """Open the bridge; to be called once the first frame is shown."""
        self._bridge.open()
        self.focused(gained=pygame.key.get_focused())

    def show(self, tree: Node, focus: str, lang: str) -> None:
        """Give a tree and its language (ISO 639-1); only what changed goes out, and only if someone listens."""
        with self._lock:
            self._turned = self._turned or _holds(tree) != self._holds
            self._tree, self._focus, self._lang, self._holds = tree, focus, lang, _holds(tree)
        if not self._bridge.heard:
            return
        self._bridge.tell_window()
        if self._given[0] is not tree or self._given[1] != focus:
            self._given = (tree, focus)
            self._bridge.update(self._changes)

    def place(self, size: tuple[int, int]) -> None:
        """Note where the window stands on the screen."""
        self._bridge.stands(box=Box(*pygame.display.get_window_position(), *size))

    def focused(self, *, gained: bool) -> None:
        """Note whether the window has the keyboard."""
        self._bridge.stands(focused=gained)

    def close(self) -> None:
        """Let go of the bridge."""
        self._bridge.close()

    def _act(self, request: Any) -> None:
        key = self._keys.get(request.target)
        if key is None:
            return
        action, kinds = request.action, self._kit.Action
        if action == kinds.CLICK:
            self._put(Press(key))
        elif action == kinds.FOCUS:
            self._put(FocusOn(key))
        elif action == kinds.SET_VALUE and request.data is not None:
            value = request.data[1]
            self._put(SetValue(key, str(int(value)) if isinstance(value, float) else str(value)))
        elif action == kinds.SET_TEXT_SELECTION and request.data is not None:
            picked = request.data[1]
            self._put(Select(key, self._sign(picked.anchor), self._sign(picked.focus)))

    def _sign(self, position: Any) -> int:
        return self._starts.get(position.node, 0) + int(position.character_index)

    def _whole(self) -> Any:
        with self._lock:
            self._sent = {}
            self._announcer.silently()
            return self._update(whole=True)

    def _changes(self) -> Any:
        with self._lock:
            return self._update(whole=not self._sent)

    def _update(self, *, whole: bool) -> Any:
        tree = self._tree
        if tree is None:
            return None
        wanted: list[Node] = []
        now: dict[str, Node] = {}
        self._turned, self._titles = self._turned or titled(tree) != self._titles, titled(tree)
        self._said = self._announcer.after(tree)
        self._collect(tree, wanted, now)
        self._sent, self._turned = now, False
        focus = self._focus if self._focus in now else tree.key
        update = self._kit.TreeUpdate(self._of(now.get(focus, tree)))
        update.nodes = [(self._of(node), self._node(node)) for node in wanted]
        for node in wanted:
            if isinstance(node.does, EditField):
                update.nodes += self._runs(node, node.does)
        if whole:
            update.tree = self._kit.Tree(self._id(tree.key))
        return update

    def _collect(self, node: Node, wanted: list[Node], now: dict[str, Node]) -> None:
        if self._turned or self._sent.get(node.key) is not node:
            wanted.append(node)
        now[node.key] = node
        for kid in self._kids(node):
            if kid.key not in now:
                self._collect(kid, wanted, now)

    def _kids(self, node: Node) -> tuple[Node, ...]:
        """Give the kids that are heard; of the window, what is announced comes last."""
        said = (self._said,) if node is self._tree and self._said is not None else ()
        return (*heard(node), *said)

    def _id(self, key: str) -> int:
        if key not in self._ids:
            number = self._ids[key] = len(self._ids) + 1
            self._keys[number] = key
        return self._ids[key]

    def _of(self, node: Node) -> int:
        """Give a node's number: another one while it may take what is carried, or is disabled, and for each target
        that it is over.

        What a node can do is asked once by AT-SPI's clients, and remembered: only a node they do not know is asked. And
        what the focus is on is read as it comes there: the same node by another name is not come to.
        """
        if node.key == CARRIED:
            return self._id(f"{CARRIED} {node.name}")
        takes = self._holds and node.accepts is not None
        if not takes and "disabled" not in node.states:
            return self._id(node.key)
        number = self._id(f"{node.key}{TAKES if takes else OFF}")
        self._keys[number] = node.key
        return number

    def _node(self, node: Node) -> Any:
        kit = self._kit
        made = kit.Node(getattr(kit.Role, _role(node, holds=self._holds)))
        made.set_bounds(_rect(kit, node.box))
        made.set_children([self._of(kid) for kid in self._kids(node)])
        made.set_author_id(spelt(node.key))
        if node.role == "window" or node.lang:
            made.set_language(node.lang or self._lang)
        if node.name and made.role == kit.Role.LABEL:
            made.set_value(spelt(node.name))
        elif node.name:
            made.set_label(spelt(node.name))
        if node.hint and node.hint != node.name:
            (made.set_placeholder if isinstance(node.does, EditField) else made.set_description)(spelt(node.hint))
        _states(kit, made, node)
        _kind(kit, made, node, self._titles)
        if node.value and not isinstance(node.does, Slide) and node.role != "timer":  # it changes each second
            made.set_value(spelt(node.value))
        _actions(kit, made, node, holds=self._holds)
        if isinstance(node.does, EditField):
            numbers = self._numbers(node, node.does)
            made.set_children(numbers)
            made.set_text_selection(textruns.selection(kit, node.does, numbers))
        return made

    def _runs(self, node: Node, does: EditField) -> list[tuple[int, Any]]:
        return list(zip(self._numbers(node, does), textruns.runs(self._kit, node, does), strict=True))

    def _numbers(self, node: Node, does: EditField) -> list[int]:
        numbers = [self._id(f"{node.key}#{i}") for i in range(len(does.rows))]
        self._starts.update(zip(numbers, (start for start, _ in does.rows), strict=True))
        return numbers


def _holds(tree: Node) -> bool:
    """Tell whether the keys carry something."""
    return any(kid.key == "held:keys" for part in tree.kids[1:] for kid in part.kids)


def _role(node: Node, *, holds: bool) -> str:
    """Give a node's role.

    A cell that does nothing, and takes nothing now, is no button; a token that can be lifted is one. A banner that says
    nothing is the bar of a screen: said sentences alone are alerts.
    """
    if RADIO in node.states:
        return "RADIO_BUTTON"
    if node.role == "banner" and not node.name:
        return "BANNER"
    if node.role == "image" and node.acts:
        return "BUTTON"
    inert = node.does is None and node.drags is None and (node.accepts is None or not holds)
    return "GROUP" if inert and node.role == "cell" else ROLES.get(node.role, "GROUP")


def _rect(kit: Any, box: Box) -> Any:
    return kit.Rect(box.x, box.y, box.right, box.bottom)


def _states(kit: Any, made: Any, node: Node) -> None:
    states = node.states
    if RADIO not in states and ("selected" in states or node.role in ("tab", "step")):
        made.set_selected("selected" in states)
    for on, off, set_it, worth in (
        ("checked", "unchecked", made.set_toggled, kit.Toggled),
        ("expanded", "collapsed", made.set_expanded, None),
    ):
        if on in states or off in states:
            set_it(on in states if worth is None else worth.TRUE if on in states else worth.FALSE)
    if node.key.startswith(SAID):
        made.set_live(kit.Live.ASSERTIVE if "live" in states else kit.Live.POLITE)
    for state, set_it in (("disabled", made.set_disabled), ("clips", made.set_clips_children)):
        if state in states:
            set_it()


def _kind(kit: Any, made: Any, node: Node, titles: frozenset[str]) -> None:
    """Tell what comes with a role: the level of a heading, the answer that is chosen, a field that is not right."""
    if node.role == "dialog":
        made.set_modal()
    if node.role == "heading":
        made.set_level(1 if node.key in titles else 2)
    if RADIO in node.states:
        made.set_toggled(kit.Toggled.TRUE if "selected" in node.states else kit.Toggled.FALSE)
    if "invalid" in node.states:
        made.set_invalid(kit.Invalid.TRUE)


def _actions(kit: Any, made: Any, node: Node, *, holds: bool) -> None:
    if node.accepts is not None and holds:
        made.add_action(kit.Action.CLICK)
    if not node.acts:
        return
    if isinstance(node.drags, IssueThing | LeverThing):
        made.set_keyboard_shortcut("S")
    made.add_action(kit.Action.FOCUS)
    made.add_action(kit.Action.CLICK)
    if isinstance(node.does, EditField | Slide):
        made.add_action(kit.Action.SET_VALUE)
    if isinstance(node.does, EditField):
        made.add_action(kit.Action.SET_TEXT_SELECTION)
    if isinstance(node.does, Slide):
        made.set_numeric_value(node.does.now)
        made.set_min_numeric_value(node.does.low)
        made.set_max_numeric_value(node.does.high)
        made.set_numeric_value_step(node.does.step)
