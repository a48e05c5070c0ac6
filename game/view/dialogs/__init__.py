"""The dialogs, one file each, by the name `OpenDialog` gives.

"menu" and "spotlight" are shown by ui.menu and ui.spotlight.

A dialog is `build(sight) -> Node` with the state "modal" (widgets.dialog_frame gives it).
"""

from __future__ import annotations

from collections.abc import Callable

from game.view.later import later
from game.view.node import Node
from game.view.sight import Sight

NAMES = (
    "arbitrate", "blank", "closing", "event", "followup", "guide", "intention", "menu", "note", "opendata", "problems",
    "reason", "scale", "spotlight", "time",
)  # fmt: skip
DIALOGS: dict[str, Callable[[Sight], Node]] = {
    **{name: later(f"{__name__}.{name}") for name in NAMES},
    "ballot": later(f"{__name__}.voting", "ballot"),
    "tie": later(f"{__name__}.voting", "tie"),
    "renounce": later(f"{__name__}.voting", "renounce"),
    "assume": later(f"{__name__}.voting", "assume"),
}
