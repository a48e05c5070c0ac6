"""What a hand holds in a test without a window, and what the frame shows of it."""

from __future__ import annotations

from collections.abc import Iterator

from game.core.moves.flow import EnterPhase
from game.view.answer.input import PointerDown, PointerMove
from game.view.answer.landing import Target, landing
from game.view.answer.update import update
from game.view.tree.box import Box
from game.view.tree.node import Node, in_sight, top_layer
from tests.view.afternoon import picked, played
from tests.view.board_room import RULES, now, table
from tests.view.room import Hands


def voting(percent: int = 175) -> Hands:
    return table(played(picked(), EnterPhase("arbitrage")), percent=percent, tabs=(("council", "vote"),))


def lift(hands: Hands, key: str, pointer: str = "mouse") -> None:
    x, y = hands.spot(key)
    hands.give(PointerDown(pointer, x, y), PointerMove(pointer, x + 20, y - 30))


def ring(tree: Node, pointer: str) -> Node | None:
    """Give what a frame shows as aimed at: what takes things, of the ring's name and at its middle."""
    drawn = next((node for node in tree.kids[1].kids if node.key == f"over:{pointer}"), None)
    if drawn is None:
        return None
    return [
        node
        for node, clip in in_sight(top_layer(tree), tree.box)
        if node.accepts is not None and node.name == drawn.name and near(node.box.meet(clip), drawn.box)
    ][-1]


def near(one: Box, other: Box) -> bool:
    (x, y), (there, down) = one.centre, other.centre
    return abs(x - there) <= 1 and abs(y - down) <= 1


def ringed(hands: Hands, pointer: str = "mouse") -> str:
    """Give the key of what the frame shows as aimed at."""
    found = ring(hands.tree, pointer)
    return found.key if found is not None else ""


def pick_and_point(hands: Hands) -> tuple[str, tuple[int, int]]:
    """Give the first pick in sight, and a point of it."""
    target = next(one for one in landings(hands) if one.key.startswith("pick:"))
    return target.key, target.box.centre


def landings(hands: Hands) -> tuple[Target, ...]:
    return landing(hands.ui.held[0], hands.tree.kids[0]).targets


def points(box: Box) -> Iterator[tuple[int, int]]:
    return ((box.x + box.w * i // 12, box.y + box.h * j // 12) for j in range(11, 0, -1) for i in range(1, 12))


def hands_over(hands: Hands, point: tuple[int, int]) -> str:
    found = landing(hands.ui.held[0], hands.tree.kids[0]).under(*point)
    return found.key if found is not None else ""


def batch(hands: Hands, *inputs: object) -> list[object]:
    """Give inputs that came while one frame was shown."""
    seen, effects = hands.tree, []
    for one in inputs:
        session = now(hands)
        hands.ui, more = update(hands.ui, hands.tree, session, one, RULES, seen)  # type: ignore[arg-type]
        effects += more
        hands.tree = hands._tree()
    return effects
