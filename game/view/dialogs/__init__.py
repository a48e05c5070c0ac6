"""The dialogs, one file each, by the name `OpenDialog` gives.

"menu" and "spotlight" are shown by ui.menu and ui.spotlight.

A dialog is `build(sight) -> Node` with the state "modal" (widgets.dialog_frame gives it).
"""

from __future__ import annotations

from collections.abc import Callable

from game.view.dialogs import (
    arbitrate,
    blank,
    closing,
    event,
    followup,
    guide,
    intention,
    menu,
    note,
    opendata,
    problems,
    reason,
    scale,
    spotlight,
    time,
    voting,
)
from game.view.node import Node
from game.view.sight import Sight

DIALOGS: dict[str, Callable[[Sight], Node]] = {
    "spotlight": spotlight.build,
    "blank": blank.build,
    "menu": menu.build,
    "note": note.build,
    "problems": problems.build,
    "opendata": opendata.build,
    "time": time.build,
    "guide": guide.build,
    "scale": scale.build,
    "intention": intention.build,
    "arbitrate": arbitrate.build,
    "event": event.build,
    "ballot": voting.ballot,
    "tie": voting.tie,
    "renounce": voting.renounce,
    "assume": voting.assume,
    "reason": reason.build,
    "followup": followup.build,
    "closing": closing.build,
}
