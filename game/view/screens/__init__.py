"""The screens, one file each. Add a line to SCREENS for a new one: `build(sight) -> Node` filling `sight.box`."""

from __future__ import annotations

from collections.abc import Callable

from game.view.node import Node
from game.view.screens import home, play, poster, seats
from game.view.sight import Sight

SCREENS: dict[str, Callable[[Sight], Node]] = {
    "home": home.build,
    "play": play.build,
    "poster": poster.build,
    "seats": seats.build,
}
