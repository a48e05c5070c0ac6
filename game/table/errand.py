"""Work done beside the table's loop: files are written while the room plays on."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

from game.core.errors import GameError
from game.table.kit import Answer


class Errand:
    """One errand, begun at once. The program does not end before it does."""

    def __init__(self, work: Callable[[], Answer]) -> None:
        self._work = work
        self._found: Answer | GameError = Answer()
        self._thread = Thread(target=self._run, name="errand")
        self._thread.start()

    def _run(self) -> None:
        try:
            self._found = self._work()
        except GameError as error:
            self._found = error

    @property
    def over(self) -> bool:
        """Tell whether `answer` would come at once."""
        return not self._thread.is_alive()

    def answer(self) -> Answer:
        """Give what was found, waiting for it if need be. Raises the GameError the work raised."""
        self._thread.join()
        if isinstance(self._found, GameError):
            raise self._found
        return self._found
