"""A session that another table plays, shown here as it goes."""

from __future__ import annotations

from dataclasses import replace

from game.core.moves.move import Event
from game.desk.follower import Follower
from game.table.answers import Shown
from game.view.answer.ui import Ui
from game.view.following import following


def followed(desk: Follower) -> Shown | None:
    """Give the view that shows what was played elsewhere since; None where nothing was."""
    events = desk.look()
    return Shown(lambda ui: _shown(ui, desk, events)) if events is not None else None


def _shown(ui: Ui, desk: Follower, events: tuple[Event, ...]) -> Ui:
    """Show where hands acted; the table is shown once the first phase is entered, texts as they are typed."""
    for event in events:
        ui = following(ui, event)
    screen = "play" if ui.screen == "seats" and desk.session.timers else ui.screen
    return replace(ui, screen=screen, texts=desk.drafts())
