"""The plan's three buttons: closer, farther, all of it."""

from __future__ import annotations

from game.view.answer.intents import Camera, MoveCamera
from game.view.answer.plan import zoomed
from game.view.answer.ui import WHOLE
from game.view.parts.widgets import Button, icon_button
from game.view.tree.box import Box
from game.view.tree.node import Node
from game.view.tree.sight import Sight

SIDE, GAP, EDGE = 52, 8, 10
"""Side of a button, room between two, and from them to the plan's edge, at 1080p."""
WIDE, TALL = EDGE + 3 * (SIDE + GAP), EDGE + SIDE + GAP
"""What they take of the plan's corner, at 1080p."""


def over(s: Sight, box: Box, look: Camera, shown: Camera) -> tuple[Node, ...]:
    """Lay the buttons over a plan, above its left column."""
    side = s.px(SIDE)
    spots = Box(box.x + s.px(EDGE), box.y + s.px(EDGE), box.w, side).shelf(side, 3, s.px(GAP))
    return laid(s, spots, look, shown)


def laid(s: Sight, spots: tuple[Box, ...], look: Camera, shown: Camera) -> tuple[Node, ...]:
    """Lay the buttons in three boxes, greyed where they would do nothing.

    `look` is what the room looks at, `shown` the same where it is the plan as it starts: its middle then.
    """
    ways = (("closer", "plus", zoomed(shown, 1)), ("farther", "minus", zoomed(shown, -1)), ("whole", "maximize", WHOLE))
    return tuple(
        icon_button(
            s,
            spot,
            Button(f"plan:{name}", s.say(f"board.plan.{name}"), MoveCamera(to), icon=icon,
                   states=("disabled",) if to in (look, shown) else ()),
        )
        for spot, (name, icon, to) in zip(spots, ways, strict=True)
    )  # fmt: skip
