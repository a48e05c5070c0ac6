"""The screens, one file each. Add a line to SCREENS for a new one: `build(sight) -> Node` filling `sight.box`."""

from __future__ import annotations

from collections.abc import Callable

from game.view.later import later
from game.view.node import Node
from game.view.sight import Sight

NAMES = ("home", "play", "poster", "seats")
SCREENS: dict[str, Callable[[Sight], Node]] = {name: later(f"{__name__}.{name}") for name in NAMES}
