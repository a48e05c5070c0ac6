"""Where the focus goes when the screen changes under it: into what opens, back to where it was, never to nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.view.answer.intents import EditField, MoveCamera
from game.view.answer.pressing import of_the_view, press
from game.view.answer.shortcuts import started
from game.view.answer.ui import Ui
from game.view.tree.node import Node, board_of, grounds, top_layer


def followed(ui: Ui, before: Node, after: Node) -> Ui:
    """Give the view with its focus on what is there, once one tree has taken the place of another."""
    if board_of(before) is board_of(after):
        return ui
    was, now = grounds(before), grounds(after)
    layers = list(zip(was[1:], now[1:], strict=False))
    shared = next((i for i, (one, other) in enumerate(layers) if one.key != other.key), len(layers))
    stack = (*("",) * len(was), *ui.back, ui.focus)[-len(was) :]
    back = [_kept(stack[i], was[i], now[i]) for i in range(shared + 1)]
    back += [_first(layer) for layer in now[shared + 1 :]]
    if tuple(back) == (*ui.back, ui.focus):
        return ui
    return _begun(replace(ui, back=tuple(back[:-1]), focus=back[-1], arrived=back[-1]), after)


def written(ui: Ui, tree: Node) -> Node | None:
    """Give the field that takes what is typed: the one typed in, else the one that the keyboard walked on."""
    if ui.editing is not None:
        return tree.find(ui.editing.key)
    node = top_layer(tree).find(ui.focus) if ui.focus_seen and ui.focus and not ui.held else None
    return node if node is not None and isinstance(node.does, EditField) and "disabled" not in node.states else None


def _begun(ui: Ui, after: Node) -> Ui:
    """Give the view with its caret in the field that a dialog was opened for, where the focus has come to it."""
    node = after.find(ui.focus) if ui.editing is None and ui.focus else None
    writes = node is not None and isinstance(node.does, EditField) and "default" in node.states
    return press(ui, node.does)[0] if node is not None and writes else ui


def _first(layer: Node) -> str:
    """Give where the focus starts in a dialog: what it asks for, else what records nothing, else the way out.

    No gesture is one key away from a dialog that opened of itself: whoever presses twice has not read it yet.
    """
    there = [node for node in layer.walk() if _takes(node)]
    asked = next((node for node in there if "default" in node.states), None)
    safe = (node for node in there if not node.key.endswith(":close") and _safe(node))
    found = asked or next(safe, None) or next(iter(there), None)
    return found.key if found is not None else layer.key


def _safe(node: Node) -> bool:
    return isinstance(node.does, EditField) or of_the_view(node.does)


def _takes(node: Node) -> bool:
    return node.acts and "quiet" not in node.states


def _kept(focus: str, before: Node, after: Node) -> str:
    """Give the focus, or what took the place of what it was on: what stands there now, the next one, the one before."""
    there = after.find(focus)
    if there is not None and not _moved_on(before.find(focus), there):
        return focus
    if before.key != after.key:
        return _titled(after) or _entered(after)
    if there is not None:
        return started(after) or focus
    if not focus:
        return ""
    path = list(_path(before, focus))
    steps = zip(reversed(path[:-1]), reversed(path[1:]), strict=True)
    heirs = (_heir(old, lost.key, after.find(old.key)) for old, lost in steps)
    return next((key for key in heirs if key), _entered(after))


def _moved_on(was: Node | None, now: Node) -> bool:
    """Tell whether what leads to the next phase leads to the one after it: pressed again, it would pass over one."""
    return now.key == "next" and was is not None and was.does != now.does


def _path(node: Node, key: str) -> Iterator[Node]:
    """Give the nodes from one down to the one with a key; none if it is not there."""
    while node.key != key:
        yield node
        inner = next((kid for kid in node.kids if kid.find(key) is not None), None)
        if inner is None:
            return
        node = inner
    yield node


def _heir(old: Node, lost: str, new: Node | None) -> str:
    """Give what stands for a part that is gone from its group, empty if nothing does."""
    if new is None:
        return ""
    known, there = [kid.key for kid in old.kids], {kid.key: kid for kid in new.kids}
    i = known.index(lost)
    if i < len(new.kids) and new.kids[i].key not in known and (stands := _entered(new.kids[i])):
        return stands
    beside = (*known[i + 1 :], *reversed(known[:i]), *there)
    acting = (node.key for key in beside if key in there for node in there[key].walk() if _takes(node))
    return next(acting, "")


def _titled(screen: Node) -> str:
    """Give the heading that names a screen, empty if it has none."""
    return next((node.key for node in screen.walk() if node.role == "heading"), "")


def _entered(part: Node) -> str:
    """Give where one enters a part: at its heading, or at the first thing that acts before it and is not the plan's."""
    there = (node for node in part.walk() if _takes(node) or node.role == "heading")
    return next((node.key for node in there if not isinstance(node.does, MoveCamera)), "")
