"""What the screens that a room may have are called."""

from __future__ import annotations

from game.view.tree.legibility import Display
from game.view.tree.sight import Sight


def screen_named(s: Sight, display: Display) -> str:
    """Give the name of a screen: its diagonal, or how wide the picture is that is thrown on a wall."""
    return s.say("scale.inches", size=display.id) if display.id.isdigit() else s.say("scale.projector")
