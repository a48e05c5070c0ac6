"""The tree of the screen: painted, hit-tested, walked by the keyboard and read aloud, always the same one."""

from __future__ import annotations

from collections.abc import Iterator

from game.core.frozen import dataclass
from game.core.town import inside
from game.view.tree.box import Box
from game.view.tree.looks import Icon, Mark, Points, Words

ROLES = (
    "window", "group", "dialog", "banner", "button", "tab", "tabs", "list", "row", "card", "cell", "slider", "field",
    "area", "check", "meter", "text", "heading", "image", "map", "pin", "step", "timer", "menu", "item", "progress",
    "link",
)  # fmt: skip
"""Every role has one AccessKit role (table/access.py)."""


@dataclass(frozen=True, slots=True)
class Scroller:
    """A node that scrolls: under which key, along which axis, how far its content may go (pixels)."""

    key: str
    reach: int
    axis: str = "y"


@dataclass(frozen=True, slots=True)
class Lit:
    """What the hands draw of a node while a thing is held: where it `may` be dropped, under the hand, where it may not.

    `sign` is where they tell what a drop there would do, where that is not plain.
    """

    may: tuple[Mark, ...] = ()
    over: tuple[Mark, ...] = ()
    aside: tuple[Mark, ...] = ()
    sign: Box | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """One thing on the screen.

    `key` is stable and unique. `does` is the frozen value of pressing it: a core command or an intent of view/ui.py.
    `drags` is what lifting it takes along and `accepts` where a thing may be dropped (values of view/gestures.py).
    `states` is any of selected, disabled, checked, unchecked, expanded, collapsed, modal, live (said at once), polite
    (said when one has done listening), default (where the focus starts in a dialog), clips (kids are cut at the box),
    quiet (not walked by Tab), ghost (never pressed), crowded (a plan whose plates make room for what is held).
    """

    role: str
    key: str
    name: str
    box: Box
    look: tuple[Mark, ...] = ()
    does: object = None
    states: tuple[str, ...] = ()
    kids: tuple[Node, ...] = ()
    drags: object = None
    accepts: object = None
    value: str = ""
    hint: str = ""
    scrolls: Scroller | None = None
    shape: Points = ()
    """The polygon that is pressed and lit, inside the box; empty is the box itself."""
    lit: Lit | None = None
    lang: str = ""
    """The language of its words (ISO 639-1), where it is not the table's."""

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point is on it."""
        return self.box.holds(x, y) and (not self.shape or inside(self.shape, x, y))

    def walk(self) -> Iterator[Node]:
        """Give this node, then all below it in painting order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def find(self, key: str) -> Node | None:
        """Find a node by its key; ghosts (floating copies) are not looked into."""
        if self.key == key:
            return self
        if "ghost" in self.states:
            return None
        return next((found for kid in self.kids if (found := kid.find(key)) is not None), None)

    @property
    def acts(self) -> bool:
        """Tell whether pressing or lifting it does something."""
        return (self.does is not None or self.drags is not None) and "disabled" not in self.states


def top_layer(tree: Node) -> Node:
    """Give what the room can act on: the last modal node, or the whole tree."""
    found = tree
    for node in tree.kids:
        inner = node if "modal" in node.states else top_layer(node) if node.key == "board" else None
        if inner is not None and "modal" in inner.states:
            found = inner
    return found


def board_of(tree: Node) -> Node:
    """Give what lies under the hands: the screen and its layers."""
    return tree.kids[0] if tree.role == "window" and tree.kids else tree


def grounds(tree: Node) -> tuple[Node, ...]:
    """Give the screen, then each layer that takes all presses, the lowest first."""
    kids = board_of(tree).kids
    return (kids[0] if kids else tree, *(kid for kid in kids[1:] if "modal" in kid.states))


def titles(tree: Node) -> frozenset[str]:
    """Give the keys of the headings that name the screen and each layer over it: the first one of each."""
    firsts = (next((node.key for node in ground.walk() if node.role == "heading"), "") for ground in grounds(tree))
    return frozenset(filter(None, firsts))


def list_of(tree: Node, key: str) -> Node | None:
    """Give the list of the topmost layer that scrolls under a key, if it stands there now."""
    return next((node for node in top_layer(tree).walk() if node.scrolls and node.scrolls.key == key), None)


def at(tree: Node, x: float, y: float) -> tuple[Node, ...]:
    """Give the nodes under a point, outermost first; only the last path painted there counts."""
    if not tree.holds(x, y) or "ghost" in tree.states:
        return ()
    for kid in reversed(tree.kids):
        path = at(kid, x, y)
        if path:
            return (tree, *path)
    return (tree,)


def under(board: Node, x: int, y: int) -> tuple[Node, ...]:
    """Give the path of nodes a hand can reach at a point: within the topmost modal layer."""
    return at(top_layer(board), x, y)


def wordless(node: Node) -> bool:
    """Tell whether a node that has a name shows only a sign."""
    looks = [mark for one in node.walk() for mark in one.look]
    signs = any(isinstance(mark, Icon) for mark in looks)
    return bool(node.name) and signs and not any(isinstance(mark, Words) for mark in looks)


def focusable(tree: Node, also: str = "") -> tuple[Node, ...]:
    """Give the nodes the Tab key walks, in reading order; `also` is the key of one it is on, whatever it is."""
    walked = top_layer(tree).walk()
    return tuple(node for node in walked if (node.acts and "quiet" not in node.states) or node.key == also)


def in_sight(tree: Node, clip: Box) -> Iterator[tuple[Node, Box]]:
    """Give each node with the box it shows in: scrolled lists and the plan cut what they hold."""
    yield tree, clip
    inner = clip.meet(tree.box) if "clips" in tree.states else clip
    for kid in tree.kids:
        yield from in_sight(kid, inner)


def cut(shape: Points, box: Box) -> Points:
    """Cut a polygon to a box (Sutherland and Hodgman); empty when nothing of it is left, or there was none."""
    for axis, edge, keep in ((0, box.x, 1), (0, box.right, -1), (1, box.y, 1), (1, box.bottom, -1)):
        out: list[tuple[int, int]] = []
        for a, b in zip(shape, (*shape[1:], *shape[:1]), strict=True):
            inside_a, inside_b = (a[axis] - edge) * keep >= 0, (b[axis] - edge) * keep >= 0
            if inside_a:
                out.append(a)
            if inside_a != inside_b:
                share = (edge - a[axis]) / (b[axis] - a[axis])
                out.append((round(a[0] + (b[0] - a[0]) * share), round(a[1] + (b[1] - a[1]) * share)))
        shape = tuple(out)
    return shape if len(shape) > 2 else ()


def outline(node: Node, depth: int = 0) -> str:
    """Print a tree as indented text: role, key, name, value, states, and the words a look shows beyond the name."""
    head = f"{'  ' * depth}{node.role} {node.key}"
    parts = [head, f'"{node.name}"' if node.name else "", f"={node.value!r}" if node.value else ""]
    parts += [f"[{' '.join(node.states)}]" if node.states else "", "!" if node.acts else ""]
    shown = " / ".join(" ".join(mark.lines) for mark in node.look if isinstance(mark, Words))
    parts.append(f"« {shown} »" if shown and shown != node.name else "")
    own = " ".join(part for part in parts if part)
    return "\n".join([own, *(outline(kid, depth + 1) for kid in node.kids)])
