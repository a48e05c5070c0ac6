"""What a table is wired with: one open session, who answers its requests, words, measures, rules."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from game.core.errors import GameError, Refused, SetupError
from game.table.paint import Ground
from game.view.gestures import Rules
from game.view.input import Input
from game.view.node import Node
from game.view.sight import Measure, Speaker
from game.view.ui import Ui


class Desk(Protocol):
    """One open session. A gesture is on disk when `do` returns; `meanwhile` is called while the disk is waited for."""

    meanwhile: Callable[[float], None] | None

    @property
    def session(self) -> object:
        """Give the session as it is now."""

    def do(self, command: object) -> Refused | None:
        """Record a gesture, or say why not."""

    def undo(self) -> Refused | None:
        """Take back the last gesture."""

    def redo(self) -> Refused | None:
        """Give it again."""

    def draft(self, key: str, text: str) -> None:
        """Record a text being typed; an empty one forgets it."""

    def now(self) -> int:
        """Give the table time in seconds: it stops while the file is closed."""

    def notices(self) -> tuple[tuple[str, str], ...]:
        """Give what must stand on the screen: ("disk", "3") unsaved gestures, ("read_only", "")…"""

    def close(self) -> None:
        """Close the session file. Raises GameError, and stays open, if gestures could not be written."""

    def abandon(self) -> None:
        """Close it all the same."""


class Stage(Protocol):
    """What a player sees of a table, and may do."""

    desk: Desk | None
    ui: Ui
    tree: Node
    closing: bool

    def step(self, inputs: tuple[Input, ...]) -> None:
        """Answer inputs, as those of a hand."""

    def gesture(self, command: object) -> bool:
        """Do a gesture of play; a refusal is said to the room."""

    def say(self, text: str, tone: str) -> None:
        """Say a sentence to the room."""

    def changed(self) -> None:
        """Build the tree again, after a change of `ui` or of the desk."""


Player = Callable[[Stage, tuple[Input, ...]], bool]
"""Plays in place of the hands, at each turn of the loop, what they do being given to it; False once it is over."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a request: a sentence, another desk (`moved`), a change of the view, a player.

    `later` is work that takes seconds and touches neither window nor desk: the table has it done beside its loop, then
    takes what it answers. Until then what is `said` stands. It raises GameError like the request itself. `kept`: the
    table waits for it before it closes, or begins another; what only reads is let go.
    """

    said: str = ""
    tone: str = "done"
    desk: Desk | None = None
    moved: bool = False
    view: Callable[[Ui], Ui] | None = None
    player: Player | None = None
    later: Callable[[], Answer] | None = None
    kept: bool = False


class Clerk(Protocol):
    """Who answers what the view cannot: new and open sessions, exports, the demo."""

    def shelf(self) -> object:
        """Give what home lists; compared by value."""

    def answer(self, request: object, desk: Desk | None, ui: Ui) -> Answer:
        """Answer a request of view/intents.py that the table does not answer itself."""


@dataclass(frozen=True, slots=True)
class Kit:
    """What the table is wired with. `refusal` words what went wrong; `ground` gives what draws a session's town.

    `news` is asked at each turn of the loop: what changed around a session without its hands, its deck's files.
    `left` is told of a session that was closed.
    `clock` counts seconds, for the room and the table at home; a session has its own time. `awake` tells of a session
    whether the screen must not go to sleep. `fault` notes what nobody foresaw beside the session, to be read later,
    and gives what to say of it.
    """

    measure: Measure
    speakers: Callable[[str], Speaker]
    rules: Rules
    clerk: Clerk
    refusal: Callable[[GameError, object, Speaker], str]
    ground: Callable[[object], Ground | None] = lambda _: None
    news: Callable[[Desk, Ui], Answer | None] = lambda desk, ui: None
    clock: Callable[[], float] = time.monotonic
    left: Callable[[Desk], None] = lambda desk: None
    awake: Callable[[object], bool] = lambda session: session is not None
    fault: Callable[[Exception, Desk | None], GameError] = lambda error, desk: SetupError("table_fault_untold")
