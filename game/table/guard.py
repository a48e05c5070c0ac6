"""What nobody foresaw must not close the window: it is noted and said, and the table goes on."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from game.table.answering import Answering
from game.table.surfaces import loaded, rgba
from game.table.window import Pane
from game.type.fonts import face_file
from game.view.answer.intents import LeaveSession
from game.view.answer.ui import Ui
from game.view.tree import theme
from game.view.tree.sight import Memo

LEAVING, BARE = 3, 4
"""Faults of the table's own, one soon after the other, after which the session is left; nothing is drawn any more."""
SOON = 5
"""Seconds."""


class Guard:
    """Guards a table's turn. A fault is noted and said; those that come again leave less and less on the screen."""

    def __init__(self, table: Answering) -> None:
        self._table, self._row, self._last = table, 0, 0.0
        self._said = ""

    @property
    def bare(self) -> bool:
        """Tell whether nothing but the sentence can be shown."""
        return self._row >= BARE

    def again(self) -> None:
        """Try to draw the table once more."""
        self._row = 0

    def safely(self, work: Callable[[], object], *, asked: bool = False) -> bool:
        """Do a part of a turn; tell whether it went well.

        What a hand `asked` may fail each time it is asked: the screen is no safer for being left.
        """
        try:
            work()
        except Exception as error:  # whatever it is, the room plays on
            self._met(error, asked=asked)
            return False
        return True

    def _met(self, error: Exception, *, asked: bool) -> None:
        now = self._table.services.clock()
        if not asked:
            self._row = self._row + 1 if now - self._last < SOON else 1
            self._last = now
        with suppress(Exception):
            self._said = self._table.noted(error)
        while not self.bare:
            with suppress(Exception):
                self._simpler()
                return
            self._row += 1

    def _simpler(self) -> None:
        """Say it over a screen that can be built. Raises whatever keeps it from being."""
        table = self._table
        table.memo = Memo()
        table.ui = plainer(table.ui, self._row)
        if self._row == LEAVING:
            table.player = None
            table.ask(LeaveSession())
        table.say(self._said, "refused")
        table.window.exposed()
        table.changed()

    def show(self, window: Pane) -> None:
        """Show the sentence alone."""
        screen = window.screen
        screen.fill(rgba(theme.PAPER))
        with suppress(Exception):
            size = max(20, screen.get_height() // 30)
            font = loaded(face_file(bold=True), size)
            words = font.render(self._said, True, rgba(theme.INK), None, screen.get_width() - 4 * size)  # noqa: FBT003
            screen.blit(words, (2 * size, 2 * size))
        window.bring()


def plainer(ui: Ui, row: int) -> Ui:
    """Give the view after so many faults in a row: hands are let go, then every layer and what was typed."""
    ui = replace(ui, held=())
    if row > 1:
        ui = replace(ui, menu=False, dialog="", about="", spotlight="", choice=None, pending=None, editing=None)
    return ui
