"""The view of a session that comes on the table again."""

from __future__ import annotations

from dataclasses import replace

from game.desk.desk import Desk
from game.view.answer.ui import Ui, cleared
from game.wiring.exporting import seen


def seated(ui: Ui, desk: Desk) -> Ui:
    """Give the view of a session opened again: on its phase, with the texts that were being typed."""
    screen = "play" if desk.session.timers else "seats"
    return replace(cleared(ui, screen), texts=desk.drafts(), papers=seen(desk))
