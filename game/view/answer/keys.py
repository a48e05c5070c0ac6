"""The keyboard: Tab walks, Enter presses or lifts, arrows walk targets, tabs, sliders and neighbours, Esc goes back."""

from __future__ import annotations

from dataclasses import replace

from game.core.session import Session
from game.view.answer import editing as typing
from game.view.answer.alike import doubled
from game.view.answer.gestures import IssueThing, LeverThing, Rules
from game.view.answer.input import Key
from game.view.answer.intents import CloseTop, EditField, OpenDialog, Several, Spotlight
from game.view.answer.landing import Landing, landing, over
from game.view.answer.plan import sighted
from game.view.answer.pointers import drop, lift, scrolled
from game.view.answer.pressing import Step, close_top, leave, press, sent_home
from game.view.answer.shortcuts import shortcut
from game.view.answer.sliding import Slide
from game.view.answer.spelling import carried_from, found_by, letter, resumed, spelled
from game.view.answer.ui import WHOLE, Held, Ui, with_pair
from game.view.tree.node import Node, board_of, focusable, top_layer

WAYS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
STRIDES = {"left": -1, "down": -1, "right": 1, "up": 1, "pagedown": -5, "pageup": 5, "home": -999, "end": 999}
"""How many steps a key moves a slider by."""
REPEATS = frozenset({*WAYS, "pageup", "pagedown", "backspace", "delete"})
"""Keys that go on while they are held down; all others act once a press. (Letters repeat as texts: input.Typed.)"""


def key(ui: Ui, tree: Node, session: Session | None, event: Key, rules: Rules, seen: Node) -> Step:
    """Answer a key. Escape first brings home what any hand holds."""
    if event.repeat and event.name not in REPEATS:
        return ui, ()
    held = next((h for h in ui.held if h.pointer == "keys"), None)
    if event.name == "escape" and ui.held:
        ui = replace(ui, focus=held.node.key, focus_seen=True) if held is not None else ui
        return sent_home(ui), ()
    if held is not None:
        return _carrying(ui, tree, held, event, seen)
    if ui.editing is not None:
        step = _found(ui, tree, session, event, rules) or _typing(ui, tree, event)
        if step is not None:
            return step
    return shortcut(ui, tree, event) or _plain(ui, tree, session, event, rules)


def _found(ui: Ui, tree: Node, session: Session | None, event: Key, rules: Rules) -> Step | None:
    """Lift the first card a search has found, at Enter."""
    editing = ui.editing
    if editing is None or not editing.live or not editing.text.strip() or event.name != "enter":
        return None
    node = found_by(tree, editing.key)
    if node is None:
        return None
    lifted, effects = activate(ui, tree, session, node, rules)
    return carried_from(lifted, editing.key), effects


def _typing(ui: Ui, tree: Node, event: Key) -> Step | None:
    editing = ui.editing
    assert editing is not None
    if event.name == "escape":
        return _back(ui)
    if event.name == "enter" and not editing.lines:
        return leave(ui)
    node = tree.find(editing.key)
    does = node.does if node is not None and isinstance(node.does, EditField) else EditField(editing.key, editing.text)
    done = typing.key(editing, does, event, ui.room)
    if done is not None:
        after, effects = done
        return typed(ui, after), effects
    if event.name in ("tab", "f6", "f11") or (event.ctrl and not event.alt):
        return None
    return ui, ()


def _back(ui: Ui) -> Step:
    """Leave the field; a search is cleared, and a dialog that opened it of itself closes, if nothing was typed."""
    editing = ui.editing
    left, effects = leave(ui)
    if editing is not None and editing.key.endswith((":search", ":find")):
        left = replace(left, texts=with_pair(left.texts, editing.key, None))
    untouched = editing is not None and editing.key == ui.arrived and editing.text == editing.start
    return close_top(left) if untouched else left, effects


def typed(ui: Ui, editing: object) -> Ui:
    """Keep a text being typed; a search changes the view at each key."""
    if not isinstance(editing, type(ui.editing)) or editing is None:
        return ui
    ui = replace(ui, editing=editing)
    return replace(ui, texts=with_pair(ui.texts, editing.key, editing.text)) if editing.live else ui


def _plain(ui: Ui, tree: Node, session: Session | None, event: Key, rules: Rules) -> Step:
    node = top_layer(tree).find(ui.focus) if ui.focus else None
    name = event.name
    if name == "tab":
        return walk(ui, tree, -1 if event.shift else 1)
    if name == "escape":
        return close_top(ui), ()
    if name == "space" and node is not None and isinstance(node.does, EditField):
        return ui, ()  # it comes as a text too, and that enters the field
    if name in ("enter", "space") and node is not None and node.acts:
        again = event.again and (doubled(ui.pressed, node) or _unread(ui, node))
        return (ui, ()) if again else activate(replace(ui, pressed=node, arrived=""), tree, session, node, rules)
    if name == "s" and node is not None and isinstance(node.drags, IssueThing | LeverThing):
        return press(ui, Spotlight(node.drags.card))
    if name in WAYS or (name in STRIDES and node is not None and isinstance(node.does, Slide)):
        return _arrow(ui, tree, node, name)
    if name in ("pageup", "pagedown"):
        return _page(ui, tree, -1 if name == "pageup" else 1), ()
    return ui, ()


def _unread(ui: Ui, node: Node) -> bool:
    """Tell whether the focus came to a node of itself: whoever presses twice has not read what stands there now."""
    does = node.does
    if isinstance(does, Several) and does.things[0] == CloseTop():  # one layer in place of another
        does = does.things[-1] if len(does.things) == 2 else does
    return node.key == ui.arrived and not isinstance(does, EditField | OpenDialog)


def _page(ui: Ui, tree: Node, way: int) -> Ui:
    return _turned(ui, _list_of(tree, ui.focus) or _reading(tree), way)


def _turned(ui: Ui, box: Node | None, way: int) -> Ui:
    """Turn a list by what shows of it at once."""
    if box is None or box.scrolls is None:
        return ui
    return scrolled(ui, box.scrolls, way * (box.box.w if box.scrolls.axis == "x" else box.box.h))


def _reading(tree: Node) -> Node | None:
    """Give the longest text of the dialog on top: nothing in it can be focused, and it is turned all the same."""
    lists = (node for node in top_layer(tree).walk() if node.scrolls is not None and node.scrolls.reach > 0)
    found = max(lists, key=lambda node: node.scrolls.reach if node.scrolls else 0, default=None)
    return found if "modal" in top_layer(tree).states else None


def activate(ui: Ui, tree: Node, session: Session | None, node: Node, rules: Rules) -> Step:
    """Press a node by keyboard: what can be lifted is lifted, unless a hand holds it."""
    if node.drags is None:
        return press(ui, node.does)
    if any(held.node.key == node.key for held in ui.held):
        return ui, ()
    ui, effects = leave(ui)
    ui = replace(ui, camera=WHOLE, afoot=None)  # the places that take it are all in sight, and walked
    held = lift(Held("keys", node, node.box.centre, node.box.centre, session), tree, session, rules, ui.lang)
    found = landing(held, board_of(tree))
    if not found.targets:
        return (press(ui, node.does) if node.does is not None else (ui, ()))[0], effects
    return replace(ui, held=(*ui.held, _to(held, found, 0)), focus=node.key), effects


def _to(held: Held, found: Landing, by: int) -> Held:
    """Carry so many targets on, round and round; if it is over none that is in sight, to the first that answers."""
    walked = found.walked
    names = [target.key for target in walked]
    if not names:
        return replace(held, over="")
    first = next((i for i, target in enumerate(walked) if target.tone == "answers"), 0)
    here = names.index(held.over) + by if held.over in names else first
    target = walked[here % len(names)]
    return replace(held, over=target.key, now=target.box.centre)


def _carrying(ui: Ui, tree: Node, held: Held, event: Key, seen: Node) -> Step:
    others = tuple(h for h in ui.held if h is not held)
    name, found = event.name, landing(held, board_of(tree))
    if name in ("enter", "space"):
        if over(held, landing(held, board_of(seen))) is None:  # what it was over has gone out of sight
            return replace(ui, held=(*others, _to(held, found, 0))), ()
        return resumed(drop(replace(ui, held=others, focus_seen=True), held, seen), tree, held)
    if letter(event):
        return replace(ui, held=(*others, spelled(held, event, found.walked))), ()
    way = {"right": 1, "down": 1, "left": -1, "up": -1, "tab": -1 if event.shift else 1}.get(name, 0)
    if way:
        return _onward(ui, tree, held, found, way), ()
    return _beside(ui, tree, held, event, found)


def _onward(ui: Ui, tree: Node, held: Held, found: Landing, way: int) -> Ui:
    """Carry one target on; a list that has more of them that way scrolls first, as it does before the focus leaves."""
    after, names = _to(held, found, way), [target.key for target in found.walked]
    node, box = tree.find(held.over), _list_of(tree, held.over)
    if node is not None and box is not None and held.over in names:
        wraps = (names.index(after.over) - names.index(held.over)) * way <= 0
        rolled = _roll(ui, box, node, way) if wraps or _list_of(tree, after.over) is not box else None
        if rolled is not None:
            return rolled
    return replace(ui, held=tuple(after if h is held else h for h in ui.held))


def _beside(ui: Ui, tree: Node, held: Held, event: Key, found: Landing) -> Step:
    """Do what keys do that do not carry: page keys turn the list that takes what is held, and it stays held."""
    if event.name in ("pageup", "pagedown"):
        lists = (_list_of(tree, key) for key in (held.over, *(target.key for target in found.walked)))
        box = next((one for one in lists if one is not None), None)
        return _turned(ui, box, -1 if event.name == "pageup" else 1), ()
    return (shortcut(ui, tree, event) if event.ctrl or event.name == "f11" else None) or (ui, ())


def walk(ui: Ui, tree: Node, way: int) -> Step:
    """Move the focus along the reading order; a list scrolls before the focus leaves it."""
    ui, effects = leave(ui)
    nodes = focusable(tree, also=ui.focus)
    if not nodes:
        return replace(ui, focus=""), effects
    keys = [node.key for node in nodes]
    if ui.focus not in keys:
        return _focused(ui, tree, nodes[0 if way > 0 else -1]), effects
    here = keys.index(ui.focus)
    box = _list_of(tree, ui.focus)
    after = nodes[(here + way) % len(nodes)]
    if box is not None and _list_of(tree, after.key) is not box:
        rolled = _roll(ui, box, nodes[here], way)
        if rolled is not None:
            return rolled, effects
    return _focused(ui, tree, after), effects


def _focused(ui: Ui, tree: Node, node: Node) -> Ui:
    ui = sighted(replace(ui, focus=node.key, focus_seen=True, arrived=""), tree, node)
    box = _list_of(tree, node.key)
    if box is None or box.scrolls is None:
        return ui
    low, high, first, last = _span(box, node)
    by = first - low if first < low else max(0, last - high)
    return scrolled(ui, box.scrolls, by)


def _span(box: Node, node: Node) -> tuple[int, int, int, int]:
    if box.scrolls is not None and box.scrolls.axis == "x":
        return box.box.x, box.box.right, node.box.x, node.box.right
    return box.box.y, box.box.bottom, node.box.y, node.box.bottom


def _roll(ui: Ui, box: Node, node: Node, way: int) -> Ui | None:
    """Scroll a list by one row when there is more of it that way, keeping the focus where it is."""
    assert box.scrolls is not None
    now = ui.scroll(box.scrolls.key)
    if (way > 0 and now >= box.scrolls.reach) or (way < 0 and now <= 0):
        return None
    size = node.box.w if box.scrolls.axis == "x" else node.box.h
    return scrolled(replace(ui, focus_seen=True), box.scrolls, way * size)


def _list_of(tree: Node, key: str) -> Node | None:
    """Give the scrolled list a node lies in, the inner one where one lies in another."""
    found = [box for box in tree.walk() if box.scrolls is not None and box.find(key) is not None]
    return found[-1] if found else None


def _arrow(ui: Ui, tree: Node, node: Node | None, name: str) -> Step:
    if node is None:
        return walk(ui, tree, 1)
    if isinstance(node.does, Slide):
        return _nudge(ui, node.does, STRIDES[name])
    dx, dy = WAYS[name]
    best = min(
        (other for other in focusable(tree) if other.key != node.key and _ahead(node, other, dx, dy)),
        key=lambda other: _away(node, other, dx),
        default=None,
    )
    box = _list_of(tree, node.key)
    if box is not None and box.scrolls is not None and (box.scrolls.axis == "x") == (dx != 0):
        leaving = best is None or _list_of(tree, best.key) is not box
        rolled = _roll(ui, box, node, dx or dy) if leaving else None
        if rolled is not None:
            return rolled, ()
    return (ui if best is None else _focused(ui, tree, best)), ()


def _ahead(node: Node, other: Node, dx: int, dy: int) -> bool:
    (x, y), (ox, oy) = node.box.centre, other.box.centre
    return (ox - x) * dx > 0 if dx else (oy - y) * dy > 0


def _away(node: Node, other: Node, dx: int) -> tuple[bool, int, int]:
    """Tell how far another node lies that way: first those of the same row, or column, the nearest one before."""
    (x, y), (ox, oy), one, two = node.box.centre, other.box.centre, node.box, other.box
    along, across = (abs(ox - x), abs(oy - y)) if dx else (abs(oy - y), abs(ox - x))
    level = (one.y < two.bottom and two.y < one.bottom) if dx else (one.x < two.right and two.x < one.right)
    return (False, along, across) if level else (True, along + 3 * across, 0)


def _nudge(ui: Ui, slide: Slide, way: int) -> Step:
    """Move a slider so many steps; a great many go to its end."""
    value = max(slide.low, min(slide.high, ui.slide(slide.key, slide.now) + way * slide.step))
    return replace(ui, slides=with_pair(ui.slides, slide.key, value), nudged=ui.room), ()
