"""One open session: a gesture is decided, written in its file, then shown. A full disk does not stop the play."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from os.path import lexists
from pathlib import Path

from game.content.problems import Problem
from game.core.cards import Deck
from game.core.errors import JournalError, Refused
from game.core.history import History
from game.core.moment import Moment
from game.core.moves import COMMANDS, decide, fold
from game.core.moves.move import Event
from game.core.renewal import renewed
from game.core.session import Session
from game.core.town import Town
from game.desk import renewing, replay
from game.desk.clocks import Clocks
from game.desk.replay import CODEC, DECK, DRAFT, GESTURE, REDO, UNDO, Logged, Marks
from game.journal.codec import pack
from game.journal.journal import Journal, Row
from game.places.names import file_name


@dataclass(frozen=True, slots=True)
class Carried:
    """What a session file was made with: enough to make it again elsewhere without reading it."""

    sources: Mapping[str, bytes]
    facts: Mapping[str, str]


def state(session: Session) -> str:
    """Tell how a session stands in one word: closed, paused or open."""
    if session.closed:
        return "closed"
    return "paused" if session.paused else "open"


def gesture(events: tuple[Event, ...], session: Session, moment: Moment) -> Row:
    """Give the row of a gesture; `session` is the one after it."""
    return Row(GESTURE, CODEC.dump(events), moment.clock, moment.at, "", session.phase, state(session))


class Desk:
    """An open session. When `do`, `undo`, `redo` or `draft` returns, it is on disk, or counted by `notices`.

    Its rows are kept in memory too: when the disk fails, everything can be written elsewhere (`move_to`).
    """

    def __init__(
        self,
        journal: Journal,
        carried: Carried,
        history: History,
        rows: list[Row],
        marks: Marks,
        clocks: Clocks,
        played: Deck | None = None,
    ) -> None:
        self._journal, self._carried, self._clocks = journal, carried, clocks
        self._history, self._rows, self._marks = history, rows, marks
        self._played = played or history.session.workshop.deck
        self._saved, self._fault = len(rows), ""
        self._zero = clocks.elapsed() - (rows[-1].clock if rows else 0)

    @property
    def session(self) -> Session:
        """Give the session as it is now."""
        return self._history.session

    @property
    def path(self) -> Path:
        """Give the session's file."""
        return self._journal.path

    @property
    def read_only(self) -> bool:
        """Tell whether the session was opened to be read."""
        return self._journal.read_only

    @property
    def deck_file(self) -> Path | None:
        """Give the file of the deck this session was begun with, wherever it is now."""
        named = self._carried.facts.get("deck_file", "")
        with suppress(RuntimeError):  # the home folder of somebody who is not known here
            return Path(named).expanduser() if named else None
        return None

    @property
    def sources(self) -> Mapping[str, bytes]:
        """Give the texts the session was begun with: deck, scenario, map."""
        return self._carried.sources

    def replaced(self) -> tuple[Problem, ...]:
        """Give the signs of those texts that cannot be shown: a former version let them in, a placeholder stands there.

        JournalError `damaged`.
        """
        return renewing.replaced(self._carried.sources, self._rows)

    def now(self) -> int:
        """Give the table time in seconds: it stops while the file is closed, and for who only reads."""
        if self.read_only:
            return self._rows[-1].clock if self._rows else 0
        return int(self._clocks.elapsed() - self._zero)

    def do(self, command: object) -> Refused | None:
        """Record a gesture, or say why not; one that changes nothing leaves no row."""
        if not isinstance(command, COMMANDS):
            message = f"{type(command).__name__} is not a command of game/core/moves"
            raise TypeError(message)
        if self.read_only:
            return Refused("read_only")
        moment = Moment(self.now(), self._clocks.wall(), self._clocks.dice())
        try:
            events = decide(self.session, command, moment)
        except Refused as refused:
            return refused
        if events:
            self._write(gesture(events, fold(self.session, events), moment))
            self._history.record(events)
            self._played = self.session.workshop.deck
        return None

    def refresh(self, text: bytes, deck: Deck) -> Refused | None:
        """Go on with a new version of the deck, as its file says it: no card that lies on the table moves or goes.

        Its text is recorded, so that the session opens again the same. Refused once the ballot is closed: what was
        voted stays as it was read.
        """
        if self.read_only:
            return Refused("read_only")
        if self.session.ballot.closed or self.session.closed:
            return Refused("deck_voted")
        workshop = replace(self.session.workshop, deck=renewed(self._played, deck))
        self._history.renew(workshop)
        self._write(self._row(DECK, self.session, renewing.packed(text), deck.version))
        return None

    def furnish(self, town: Town) -> None:
        """Go on with the same plan, now laid out. Nothing is recorded: it can be worked out again."""
        self._history.renew(replace(self.session.workshop, town=town))

    def undo(self) -> Refused | None:
        """Take back the last gesture, or say why not."""
        return self._mark(UNDO)

    def redo(self) -> Refused | None:
        """Give it again, or say why not."""
        return self._mark(REDO)

    def _mark(self, kind: str) -> Refused | None:
        if self.read_only:
            return Refused("read_only")
        try:
            session = self._history.undo() if kind == UNDO else self._history.redo()
        except Refused as refused:
            return refused
        self._write(self._row(kind, session))
        return None

    def draft(self, key: str, text: str) -> None:
        """Record a text being typed in a field; an empty one forgets it, one recorded already costs nothing."""
        if self.read_only or self._marks.drafts.get(key, "") == text:
            return
        self._write(self._row(DRAFT, self.session, pack(text), key))

    def drafts(self) -> tuple[tuple[str, str], ...]:
        """Give the texts that were being typed, by field, the latest last."""
        return tuple(self._marks.drafts.items())

    def _row(self, kind: str, session: Session, data: str = "", note: str = "") -> Row:
        return Row(kind, data, self.now(), self._clocks.wall(), note, session.phase, state(session))

    def _write(self, row: Row) -> None:
        self._marks.read(len(self._rows), row)
        self._rows.append(row)
        self._save()

    def _save(self) -> bool:
        """Write what is not on disk yet, all in one transaction and in order."""
        waiting = self._rows[self._saved :]
        try:
            if waiting:
                self._journal.append(*waiting)
        except JournalError as error:
            self._fault = error.code
            return False
        self._saved = len(self._rows)
        return True

    @property
    def unsaved(self) -> int:
        """Count the gestures that are in memory only."""
        return len(self._rows) - self._saved

    def notices(self) -> tuple[tuple[str, str], ...]:
        """Give what must stand on the screen: ("disk", "3") unsaved gestures, ("read_only", "").

        ("unwritten", "3") are gestures unsaved for another cause than a full disk: the file or its folder is gone, or
        held. Also ("no_undo", why) and ("no_redo", why) where nothing can be taken back or given again: the code of the
        refusal.
        """
        if self.read_only:
            return ("read_only", ""), ("no_undo", "read_only"), ("no_redo", "read_only")
        kind = "disk" if self._fault == "disk_full" else "unwritten"
        disk = ((kind, str(self.unsaved)),) if self.unsaved else ()
        asked = (("no_undo", self._history.undo_refusal()), ("no_redo", self._history.redo_refusal()))
        return *disk, *((kind, refused.code) for kind, refused in asked if refused is not None)

    def move_to(self, folder: Path) -> Path:
        """Write the whole session in another folder and go on there; the former file keeps what it had.

        Gives the new file. JournalError when that folder cannot be written either: nothing changes then.
        """
        path = free(folder, self.path.stem)
        journal = Journal.create(path, self._carried.sources, self._carried.facts, self._rows)
        self._journal.close()
        self._journal, self._saved = journal, len(self._rows)
        return path

    def log(self) -> tuple[Logged, ...]:
        """Tell everything that was recorded, undone gestures too."""
        return replay.log(self._rows, self._marks)

    def close(self) -> None:
        """Close the file. JournalError `unsaved` (n), and it stays open, if gestures are in memory only: move it."""
        if not self.read_only and not self._save():
            raise JournalError("unsaved", n=self.unsaved, path=str(self.path))
        self._journal.close()

    def abandon(self) -> None:
        """Close the file as it is, whatever is in memory only."""
        self._journal.close()


def free(folder: Path, stem: str) -> Path:
    """Give the first name not taken in a folder, made from any text: Blagnac.clap, then Blagnac-2.clap."""
    stem = file_name(stem)
    names = (f"{stem}.clap", *(f"{stem}-{n}.clap" for n in range(2, 10_000)))
    return next(folder / name for name in names if not lexists(folder / name))
