"""Work done beside the table's loop: files are written, a plan is laid out, while the room plays on."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import Generic, TypeVar

from game.core.errors import GameError

Found = TypeVar("Found")


class Errand(Generic[Found]):
    """One errand, begun at once. The program does not end before one that is `kept`; any other is let go.

    What it raises must be a GameError.
    """

    def __init__(self, work: Callable[[], Found], *, kept: bool = False) -> None:
        self._work, self.kept = work, kept
        self._found: list[Found] = []
        self._error: GameError | None = None
        self._thread = Thread(target=self._run, name="errand", daemon=not kept)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._found.append(self._work())
        except GameError as error:
            self._error = error

    @property
    def over(self) -> bool:
        """Tell whether `answer` would come at once."""
        return not self._thread.is_alive()

    def answer(self) -> Found:
        """Give what was found, waiting for it if need be. Raises the GameError the work raised."""
        self._thread.join()
        if self._error is not None:
            raise self._error
        return self._found[0]


def busy(errand: Errand[Found] | None) -> bool:
    """Tell whether an errand must be over before the table closes, or begins another."""
    return errand is not None and errand.kept
