"""Rows of a session file back to the history they tell: undo and redo are marks, drafts the last word on a field."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import field
from typing import cast

from game.core.errors import JournalError
from game.core.frozen import dataclass
from game.core.history import History, Step, Undone
from game.core.moves import EVENTS, fold
from game.core.moves.move import Event
from game.core.session import Session
from game.journal.codec import Codec
from game.journal.contents import cut
from game.journal.journal import Row

GESTURE, UNDO, REDO, DRAFT, DECK = "gesture", "undo", "redo", "draft", "deck"
ASIDE = "aside"
"""The note of a gesture that is no step of undo."""
UNREAD = "unread"
"""What the log says of a gesture, undone for good, that can be read no more."""
CODEC = Codec(EVENTS)


@dataclass(slots=True)
class Marks:
    """Which gestures stand and which wait to be given again, as places in the list of rows; and the drafts.

    `about` gives, for an undo or a redo, the place of the gesture it took back or gave again.
    """

    done: list[int] = field(default_factory=list)
    undone: list[tuple[int, int]] = field(default_factory=list)
    """Where each stood in `done`, then its place in the rows."""
    asides: set[int] = field(default_factory=set)
    """Those that are no step of undo. A pause of a former program was one: its row has no note."""
    drafts: dict[str, str] = field(default_factory=dict)
    about: dict[int, int] = field(default_factory=dict)
    told: int = 0
    """Rows since which what the session tells may be another: gestures but pauses, undo, redo, decks."""

    def read(self, place: int, row: Row) -> None:
        """Take one more row in. IndexError for an undo of nothing, KeyError for a kind unknown, ValueError for a draft
        that is no text.
        """
        self.told += row.kind != DRAFT and row.note != ASIDE
        if row.kind == GESTURE:
            self._gesture(place, aside=row.note == ASIDE)
        elif row.kind == UNDO:
            at = self._last()
            self.about[place] = self.done[at]
            self.undone.append((at, self.done.pop(at)))
        elif row.kind == REDO:
            at, self.about[place] = self.undone.pop()
            self.done.insert(at, self.about[place])
        elif row.kind == DRAFT:
            self.draft(row.note, _drafted(row))
        elif row.kind != DECK:
            raise KeyError(row.kind)

    def _last(self) -> int:
        """Give where the gesture stands that undo takes back. IndexError if there is none."""
        at = len(self.done) - 1
        while self.done[at] in self.asides:
            at -= 1
        return at

    def _gesture(self, place: int, *, aside: bool) -> None:
        self.done.append(place)
        if aside:
            self.asides.add(place)
        else:
            self.undone.clear()

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


def _drafted(row: Row) -> str:
    try:
        text = json.loads(row.data)
    except RecursionError as error:
        raise ValueError(row.id) from error
    if not isinstance(text, str):
        raise ValueError(row.id)
    return text


def marks(rows: Sequence[Row]) -> Marks:
    """Read the marks of all rows. JournalError `damaged_from` (or `damaged`) when they contradict each other."""
    found = Marks()
    for place, row in enumerate(rows):
        try:
            found.read(place, row)
        except (IndexError, KeyError, ValueError) as error:
            raise cut("", rows, place) from error
    return found


def history(first: Session, rows: Sequence[Row], found: Marks) -> History:
    """Fold what stands, then what may be given again; what was undone for good costs nothing.

    JournalError `damaged_from` (or `damaged`) when an event cannot be applied, `event_unknown` for one of a later
    program.
    """
    back = [place for _, place in found.undone]
    wanted = [*found.done, *back]
    told = dict(zip(wanted, _told(rows, wanted), strict=True))
    made = History(first)
    for place in found.done:
        with _readable(rows, place):
            made.done.append(Step(told[place], fold(made.session, told[place]), place in found.asides))
    made.undone += [Undone(at, told[place]) for at, place in found.undone]
    for place in reversed(back):
        with _readable(rows, place):
            made.redo()
    for _ in back:
        made.taken_back()
    return made


def advance(made: History, row: Row, *, aside: bool) -> tuple[Event, ...]:
    """Fold one more row, that `Marks.read` has taken in, into a history; give its events if it is a gesture.

    JournalError `damaged`, `event_unknown`; whatever an event that cannot be applied raises.
    """
    if row.kind == UNDO:
        made.taken_back()
    elif row.kind == REDO:
        made.redo()
    if row.kind != GESTURE:
        return ()
    events = cast("tuple[Event, ...]", CODEC.load(row.data))
    made.add(events, aside=aside)
    return events


@contextmanager
def _readable(rows: Sequence[Row], place: int) -> Iterator[None]:
    """Tell which row could not be applied: the values are of their types, what they tell may be anything."""
    try:
        yield
    except Exception as error:
        raise cut("", rows, place) from error


def _told(rows: Sequence[Row], places: Sequence[int]) -> list[tuple[Event, ...]]:
    """Read events, all at once; when they cannot be read, tell the first row that cannot."""
    try:
        return cast("list[tuple[Event, ...]]", CODEC.load_all(rows[place].data for place in places))
    except JournalError as error:
        hurt = [place for place in places if _read(rows[place]) is None]
        if error.code != "damaged" or not hurt:
            raise
        raise cut("", rows, min(hurt)) from error


def _read(row: Row) -> tuple[Event, ...] | None:
    """Read the events of one row; None for damage, or for an event of a later program."""
    try:
        return cast("tuple[Event, ...]", CODEC.load(row.data))
    except JournalError:
        return None


def log(rows: Sequence[Row], found: Marks) -> tuple[Logged, ...]:
    """Tell every row. A gesture undone for good that can be read no more is told as UNREAD: nothing else needs it."""
    standing = set(found.done)
    return tuple(_logged(place, row, found, stands=place in standing) for place, row in enumerate(rows))


def _logged(place: int, row: Row, found: Marks, *, stands: bool) -> Logged:
    line = Logged(row.id or place + 1, row.kind, row.clock, row.at, row.phase, key=row.note)
    if row.kind == GESTURE:
        events = _read(row)
        kind = UNREAD if events is None else line.kind
        return Logged(line.id, kind, line.clock, line.at, line.phase, events or (), stands=stands)
    if row.kind == DRAFT:
        return Logged(line.id, line.kind, line.clock, line.at, line.phase, key=row.note, text=_drafted(row))
    if row.kind == DECK:
        return Logged(line.id, line.kind, line.clock, line.at, line.phase, text=row.note)
    return Logged(line.id, line.kind, line.clock, line.at, line.phase, about=found.about[place] + 1)
