"""Rows of a session file back to the history they tell: undo and redo are marks, drafts the last word on a field."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

from game.core.errors import GameError, JournalError
from game.core.history import History, Step
from game.core.moves import EVENTS, fold
from game.core.moves.move import Event
from game.core.session import Session
from game.journal.codec import Codec
from game.journal.journal import Row

GESTURE, UNDO, REDO, DRAFT, DECK = "gesture", "undo", "redo", "draft", "deck"
CODEC = Codec(EVENTS)


@dataclass(slots=True)
class Marks:
    """Which gestures stand and which wait to be given again, as places in the list of rows; and the drafts.

    `about` gives, for an undo or a redo, the place of the gesture it took back or gave again.
    """

    done: list[int] = field(default_factory=list)
    undone: list[int] = field(default_factory=list)
    drafts: dict[str, str] = field(default_factory=dict)
    about: dict[int, int] = field(default_factory=dict)

    def read(self, place: int, row: Row) -> None:
        """Take one more row in. Raises IndexError for an undo of nothing, KeyError for a kind unknown."""
        if row.kind == GESTURE:
            self.done.append(place)
            self.undone.clear()
        elif row.kind == UNDO:
            self.about[place] = self.done[-1]
            self.undone.append(self.done.pop())
        elif row.kind == REDO:
            self.about[place] = self.undone[-1]
            self.done.append(self.undone.pop())
        elif row.kind == DRAFT:
            self.draft(row.note, str(json.loads(row.data)))
        elif row.kind != DECK:
            raise KeyError(row.kind)

    def draft(self, key: str, text: str) -> None:
        """Keep a draft, or forget it when it is empty."""
        self.drafts.pop(key, None)
        if text:
            self.drafts[key] = text


@dataclass(frozen=True, slots=True)
class Logged:
    """One line of a session's history. `id` counts from 1; `about` is the id of the gesture undone or given again.

    `stands` tells of a gesture whether it holds now, `key` of a draft which field it was typed in, `text` what;
    `text` of a deck is its version.
    """

    id: int
    kind: str
    clock: int
    at: str
    phase: str
    events: tuple[Event, ...] = ()
    about: int = 0
    stands: bool = True
    key: str = ""
    text: str = ""


def marks(rows: Sequence[Row]) -> Marks:
    """Read the marks of all rows. JournalError `damaged` when they contradict each other."""
    found = Marks()
    try:
        for place, row in enumerate(rows):
            found.read(place, row)
    except (IndexError, KeyError, ValueError) as error:
        raise JournalError("damaged") from error
    return found


def history(first: Session, rows: Sequence[Row], found: Marks) -> History:
    """Fold what stands, then what may be given again; what was undone for good costs nothing.

    JournalError `damaged` when an event cannot be applied, `event_unknown` for one of a later program.
    """
    wanted = [*found.done, *reversed(found.undone)]
    told = cast("list[tuple[Event, ...]]", CODEC.load_all(rows[place].data for place in wanted))
    steps, session = [], first
    try:
        for events in told:
            session = fold(session, events)
            steps.append(Step(events, session))
    except (GameError, LookupError, ValueError, TypeError, AttributeError) as error:
        raise JournalError("damaged") from error
    count = len(found.done)
    return History(first, steps[:count], steps[count:][::-1])


def log(rows: Sequence[Row], found: Marks) -> tuple[Logged, ...]:
    """Tell every row. JournalError `damaged` or `event_unknown`."""
    standing = set(found.done)
    return tuple(_logged(place, row, found, stands=place in standing) for place, row in enumerate(rows))


def _logged(place: int, row: Row, found: Marks, *, stands: bool) -> Logged:
    line = Logged(row.id or place + 1, row.kind, row.clock, row.at, row.phase, key=row.note)
    if row.kind == GESTURE:
        events = cast("tuple[Event, ...]", CODEC.load(row.data))
        return Logged(line.id, line.kind, line.clock, line.at, line.phase, events, stands=stands)
    if row.kind == DRAFT:
        return Logged(line.id, line.kind, line.clock, line.at, line.phase, key=row.note, text=json.loads(row.data))
    if row.kind == DECK:
        return Logged(line.id, line.kind, line.clock, line.at, line.phase, text=row.note)
    return Logged(line.id, line.kind, line.clock, line.at, line.phase, about=found.about[place] + 1)
