"""What may come of a request, or of what changed around a session: the table takes one of these values."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import field
from typing import Protocol

from game.core.frozen import dataclass
from game.desk.desk import Desk
from game.view.answer.input import Input
from game.view.answer.ui import Ui


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence for the room."""

    text: str
    tone: str = "done"


@dataclass(frozen=True, slots=True)
class Shown:
    """Another view of the same session, and what is said of it."""

    view: Callable[[Ui], Ui] = lambda ui: ui
    said: Said | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """A session that comes on the table, once the one that lies there is closed; without a `desk`, home."""

    desk: Desk | None
    view: Callable[[Ui], Ui]
    said: Said | None = None


@dataclass(frozen=True, slots=True)
class Played:
    """A session that a player plays, in place of the hands."""

    opened: Opened
    player: Player


@dataclass(frozen=True, slots=True)
class Ended:
    """A player has done; `closes`: the table with it."""

    closes: bool


@dataclass(frozen=True, slots=True)
class Begun:
    """Work that takes seconds and touches neither window nor desk: it is done beside the loop, and answers in its turn.

    What is `said` stands until then. The work raises GameError like the request itself. `kept`: the table waits for it
    before it closes, or begins another; what only reads is let go. `before` is what only the loop may do, first, a bit
    at each of its turns.
    """

    said: Said
    work: Callable[[], Answer]
    kept: bool = False
    before: Iterator[None] = field(default_factory=lambda: iter(()))


Painting = Generator[None, None, Callable[[], bytes]]
"""A picture being painted, a bit at each step; what it gives at the end makes its PNG, beside the loop."""
Answer = Said | Shown | Opened | Played | Ended | Begun


class Player(Protocol):
    """Asked at each turn of the loop, what hands do being given to it: what it shows next, if it is time."""

    led: bool
    """Whether hands act on what is shown too."""

    def __call__(self, ui: Ui, inputs: tuple[Input, ...], /) -> Answer | None:
        """Give what comes next, if it is time."""
