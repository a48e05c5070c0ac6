"""Keys that go somewhere at once: from one region to the next, to the search, the guide, the next phase, over the plan.

F6 is what screen readers and browsers use between regions; no bare letter nor digit is a shortcut (AZERTY).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.view.answer.input import Key
from game.view.answer.intents import EditField, Fullscreen, OpenDialog, Pan, Redo, Undo
from game.view.answer.plan import panned, zoomed
from game.view.answer.pressing import Step, leave, press
from game.view.answer.ui import Ui
from game.view.tree.node import Node, focusable, top_layer

Shortcut = Callable[[Ui, Node], Step]
STRIDE = 8
"""How many presses of an arrow cross what shows of the plan."""
OVER_THE_PLAN = {"left": (1, 0), "right": (-1, 0), "up": (0, 1), "down": (0, -1)}


def shortcut(ui: Ui, tree: Node, event: Key) -> Step | None:
    """Answer a shortcut, whatever has the focus; None where the key is none."""
    if event.ctrl:
        return _history(ui, event) if event.name == "z" else _WITH_CTRL.get(event.name, _nothing)(ui, tree)
    if event.shift and event.name in OVER_THE_PLAN:
        return _moved(ui, tree, *OVER_THE_PLAN[event.name])
    if event.name == "f6":
        return _region(ui, tree, -1 if event.shift else 1)
    found = _PLAIN.get(event.name)
    return None if found is None or (event.name in SIGNS and _writes(ui, tree)) else found(ui, tree)


def _nothing(ui: Ui, _: Node) -> Step:
    return ui, ()


def _history(ui: Ui, event: Key) -> Step:
    return press(ui, Redo() if event.shift else Undo())


def _writes(ui: Ui, tree: Node) -> bool:
    node = top_layer(tree).find(ui.focus) if ui.focus else None
    return node is not None and isinstance(node.does, EditField)


def regions(tree: Node) -> tuple[Node, ...]:
    """Give the parts of the topmost layer that F6 walks: those of the screen, and those of its body."""
    whole = top_layer(tree)
    while len(acting := [kid for kid in whole.kids if _holds(kid)]) == 1 and not acting[0].acts:
        whole = acting[0]
    return tuple(part for kid in acting for part in _parts(kid))


def _parts(node: Node) -> tuple[Node, ...]:
    inner = tuple(kid for kid in node.kids if _holds(kid))
    split = "bar" not in node.states and node.role == "group" and len(inner) > 1
    return inner if split and not any(map(_stops, inner)) else (node,)


def _holds(node: Node) -> bool:
    return "ghost" not in node.states and any(map(_stops, node.walk()))


def _stops(node: Node) -> bool:
    """Tell whether F6 may stop there: it passes by what no key reaches, and what a key of its own opens."""
    return node.acts and not {"quiet", "keyed"} & set(node.states)


def _region(ui: Ui, tree: Node, way: int) -> Step:
    """Go to the next region: to what is chosen there, else to a card, else to its first thing."""
    found = regions(tree)
    if not found:
        return ui, ()
    ui, effects = leave(ui)
    here = next((i for i, part in enumerate(found) if part.find(ui.focus) is not None), -1 if way > 0 else 0)
    inside = [node for node in found[(here + way) % len(found)].walk() if _stops(node)]
    first = next((node for node in inside if node.drags is not None), None)
    chosen = next((node for node in inside if "selected" in node.states and node.drags is None), inside[0])
    return replace(ui, focus=(first or chosen).key, focus_seen=True), effects


def started(tree: Node) -> str:
    """Give where a phase is begun: its first card, else the first thing of its body; empty if it has none."""
    parts = [part for part in regions(tree) if "bar" not in part.states]
    there = [node for part in parts for node in part.walk() if _stops(node) and node.key != "next"]
    cards = (node for node in there if node.key.startswith("card:"))
    return next((node.key for node in (*cards, *there)), "")


def _search(ui: Ui, tree: Node) -> Step:
    """Type in the search of what is on top, if it has one."""
    layer = top_layer(tree)
    field = next((node for node in layer.walk() if isinstance(node.does, EditField) and node.does.live), None)
    return (ui, ()) if field is None else press(replace(ui, focus=field.key, focus_seen=True), field.does)


def _onward(ui: Ui, tree: Node) -> Step:
    """Press what leads to the next phase, if it stands there."""
    node = next((one for one in focusable(tree) if one.key == "next"), None)
    return (ui, ()) if node is None else press(ui, node.does)


def _tab(way: int) -> Shortcut:
    def turned(ui: Ui, tree: Node) -> Step:
        strips = [node for node in top_layer(tree).walk() if node.role == "tabs" and len(_tabs(node)) > 1]
        near = [one for part in regions(tree) if part.find(ui.focus) for one in strips if part.find(one.key)]
        tabs = _tabs((near or strips)[-1]) if strips else []
        here = next((i for i, tab in enumerate(tabs) if "selected" in tab.states), 0)
        return press(ui, tabs[(here + way) % len(tabs)].does) if tabs else (ui, ())

    return turned


def _tabs(strip: Node) -> list[Node]:
    return [tab for tab in strip.kids if tab.role == "tab" and tab.acts]


def _plan(tree: Node) -> Pan | None:
    return next((node.does for node in top_layer(tree).walk() if isinstance(node.does, Pan)), None)


def _zoom(by: int) -> Shortcut:
    def closer(ui: Ui, tree: Node) -> Step:
        plan = _plan(tree)
        return (ui if plan is None else replace(ui, camera=zoomed(plan.seen, by, plan.most))), ()

    return closer


def _moved(ui: Ui, tree: Node, dx: int, dy: int) -> Step | None:
    plan = _plan(tree)
    if plan is None:
        return None
    by = plan.box.w // STRIDE
    return replace(ui, camera=panned(plan.seen, plan.box, dx * by, dy * by)), ()


def _opened(dialog: str) -> Shortcut:
    def shown(ui: Ui, tree: Node) -> Step:
        free = ui.screen == "play" and "modal" not in top_layer(tree).states
        return press(ui, OpenDialog(dialog)) if free else (ui, ())

    return shown


SIGNS = ("slash", "question", "plus", "minus")
"""Signs that are shortcuts, wherever a keyboard has them: a field that is walked on takes them as letters."""
_PLAIN: dict[str, Shortcut] = {
    "f1": _opened("guide"), "f2": _opened("glossary"), "f11": lambda ui, _: (ui, (Fullscreen(),)),
    "slash": _search, "question": _opened("keys"), "plus": _zoom(1), "minus": _zoom(-1),
}  # fmt: skip
_WITH_CTRL: dict[str, Shortcut] = {
    "y": lambda ui, _: press(ui, Redo()), "f": _search, "enter": _onward,
    "pageup": _tab(-1), "pagedown": _tab(1),
}  # fmt: skip
