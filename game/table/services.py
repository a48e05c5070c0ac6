"""What a table is wired with: words, measures, rules, who answers its requests."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

from game.core.errors import GameError, SetupError
from game.core.frozen import dataclass
from game.core.moves.move import Event
from game.core.session import Session
from game.desk.desk import Desk
from game.table.answers import Answer
from game.table.pictures import Ground
from game.view.answer.gestures import Rules
from game.view.answer.shelf import Shelf
from game.view.answer.ui import Ui
from game.view.tree.sight import Measure, Speaker


class Requests(Protocol):
    """Who answers what the view cannot: new and open sessions, exports, the demo."""

    def shelf(self) -> Shelf:
        """Give what home lists; compared by value."""

    def answer(self, request: object, desk: Desk | None, ui: Ui) -> Answer | None:
        """Answer a request that the table does not answer itself, or without a desk a gesture of who draws.

        Raises GameError, said to the room.
        """


@dataclass(frozen=True, slots=True)
class Services:
    """What the table has done for it. `refusal` words what went wrong; `ground` gives what draws the town and
    the cards' pictures of a session, or the town whose places are drawn.

    `did` words what an event did, as it was seen from the session after it.

    `news` is asked at each turn of the loop: what changed around a session without its hands, its deck's files.
    `left` is told of a session that was closed.
    `clock` counts seconds, for the room and the table at home; a session has its own time. `awake` tells of a session
    whether the screen must not go to sleep. `fault` notes what nobody foresaw beside the session, to be read later,
    and gives what to say of it. `wished` asks the system which looks it wishes, on a thread of its own, and gives what
    they make of the view.
    """

    measure: Measure
    speakers: Callable[[str], Speaker]
    rules: Rules
    requests: Requests
    refusal: Callable[[GameError, Session | None, Speaker], str]
    ground: Callable[[Desk | None, Ui], Ground | None] = lambda desk, ui: None
    did: Callable[[Session, Event, Speaker], str] = lambda session, event, speaker: ""
    news: Callable[[Desk, Ui], Answer | None] = lambda desk, ui: None
    clock: Callable[[], float] = time.monotonic
    left: Callable[[Desk], None] = lambda desk: None
    awake: Callable[[Session | None], bool] = lambda session: session is not None
    fault: Callable[[Exception, Desk | None], GameError] = lambda error, desk: SetupError("table_fault_untold")
    wished: Callable[[], Callable[[Ui], Ui]] = lambda: lambda ui: ui
