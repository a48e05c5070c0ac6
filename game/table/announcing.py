"""What a screen reader says of itself after a gesture: one sentence, of all that is live in the tree and has changed.

A reader cuts an announcement short when the next one comes: of several at once only the last would be heard.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.core.signs import as_one
from game.view.hands import TOLD
from game.view.tree.node import Node

SAID = "announced:"
"""How the key begins of the node that is announced; there are two, in turn, so that the same is said again."""
LIVE = {"live", "polite"}
CARRIED = "over:keys"
"""The node that names the target a card is carried over by keyboard."""


def live(tree: Node) -> dict[str, Node]:
    """Give what may be announced of a tree, by its key: what a gesture did first, then in reading order."""
    found = list(_live(tree))
    return {node.key: node for node in sorted(found, key=lambda node: not node.key.startswith(TOLD))}


def _live(node: Node) -> Iterator[Node]:
    if LIVE & set(node.states) and node.name:
        yield node
    for kid in node.kids if node.key == "hands" else heard(node):
        yield from _live(kid)


def heard(node: Node) -> tuple[Node, ...]:
    """Give the kids worth hearing: of the hands, the sentences shown and where the keyboard carries a card.

    What lies under a dialog cannot be reached, nor is it heard.
    """
    if node.key == "hands":
        return tuple(kid for kid in node.kids if kid.key in ("toast", CARRIED))
    if "lifted" in node.states:
        return ()
    if node.key == "tokens":
        return node.kids[:1]  # the group tells how many there are
    modal = next((kid for kid in reversed(node.kids) if "modal" in kid.states), None)
    return node.kids if modal is None else (modal,)


class Announcer:
    """Remembers what was live, and gives what is to be announced of each tree that follows."""

    def __init__(self) -> None:
        self._was: dict[str, str] | None = None
        self._turn = 0
        self._last: Node | None = None

    def silently(self) -> None:
        """Forget all: whoever begins to listen is told nothing of what stands there already."""
        self._was = self._last = None

    def after(self, tree: Node) -> Node | None:
        """Give the node to announce, that of the tree before where nothing new is said; said at once if any part is."""
        now = live(tree)
        was, self._was = self._was, {**self._covered(tree), **{key: node.name for key, node in now.items()}}
        new = [node for key, node in now.items() if was is not None and was.get(key) != node.name]
        if new:
            self._turn += 1
            at_once = any("live" in node.states for node in new)
            key, said = f"{SAID}{self._turn % 2}", joined([node.name for node in new])
            self._last = Node("text", key, said, tree.box, states=("live" if at_once else "polite",))
        return self._last

    def _covered(self, tree: Node) -> dict[str, str]:
        """Give what was said of what is still there: a dialog may cover it for a while, and it is not said again."""
        there = {node.key for node in tree.walk() if LIVE & set(node.states)}
        return {key: name for key, name in (self._was or {}).items() if key in there}


def joined(said: list[str]) -> str:
    """Give sentences as one, without what another one says already."""
    bare = [text.strip(" .!?").casefold() for text in said]
    once = [i for i, text in enumerate(bare) if text not in bare[:i] and not any(text in other for other in bare
                                                                                  if other != text)]  # fmt: skip
    return as_one(said[i] for i in once)
