"""One open session: a gesture is decided, written in its file, then shown. A full disk does not stop the play."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from game.content.problems import Problem
from game.core.cards import Deck
from game.core.errors import Refused
from game.core.history import History
from game.core.moment import Moment
from game.core.moves import ASIDE, COMMANDS, decide, fold
from game.core.moves.move import Event
from game.core.renewal import renewed
from game.core.session import Session
from game.desk import renewing, replay
from game.desk.background import Meanwhile
from game.desk.clocks import Clocks
from game.desk.keeping import Carried, Keeping, free
from game.desk.replay import CODEC, DECK, DRAFT, GESTURE, REDO, UNDO, Logged, Marks
from game.journal.codec import pack
from game.journal.journal import Row

__all__ = ["Carried", "Desk", "free", "gesture", "state"]


def state(session: Session) -> str:
    """Tell how a session stands in one word: closed, paused or open."""
    if session.closed:
        return "closed"
    return "paused" if session.paused else "open"


def gesture(events: tuple[Event, ...], session: Session, moment: Moment) -> Row:
    """Give the row of a gesture; `session` is the one after it."""
    note = replay.ASIDE if all(isinstance(event, ASIDE) for event in events) else ""
    return Row(GESTURE, CODEC.dump(events), moment.clock, moment.at, note, session.phase, state(session))


class Desk:
    """An open session. When `do`, `undo` or `redo` returns, it is on disk, or counted by `notices`.

    Its rows are kept in memory too: when the disk fails, everything can be written elsewhere (`move_to`).
    """

    def __init__(
        self,
        keeping: Keeping,
        history: History,
        marks: Marks,
        clocks: Clocks,
        played: Deck | None = None,
    ) -> None:
        self._keeping, self._clocks = keeping, clocks
        self._history, self._marks = history, marks
        self._played = played or history.session.workshop.deck
        self._zero = clocks.elapsed() - (keeping.rows[-1].clock if keeping.rows else 0)

    @property
    def session(self) -> Session:
        """Give the session as it is now."""
        return self._history.session

    @property
    def last(self) -> tuple[Event, ...]:
        """Give what the last gesture did that stands; nothing if there is none."""
        return self._history.done[-1].events if self._history.done else ()

    @property
    def undoes(self) -> tuple[Event, ...]:
        """Give what `undo` would take back; nothing if there is nothing."""
        return self._history.undoes

    @property
    def gestures(self) -> int:
        """Count what was recorded that papers may tell: gestures but pauses, undo, redo, later decks."""
        return self._marks.told

    def wall(self) -> str:
        """Give the wall time, ISO."""
        return self._clocks.wall()

    @property
    def path(self) -> Path:
        """Give the session's file."""
        return self._keeping.journal.path

    @property
    def read_only(self) -> bool:
        """Tell whether the session was opened to be read."""
        return self._keeping.journal.read_only

    @property
    def looking(self) -> bool:
        """Tell whether the file is being read for what another program plays."""
        return False

    @property
    def rows(self) -> Sequence[Row]:
        """Give every row recorded, those in memory only last."""
        return self._keeping.rows

    @property
    def meanwhile(self) -> Meanwhile | None:
        """Give what is called while the disk is waited for; without it nothing is, and the caller waits."""
        return self._keeping.meanwhile

    @meanwhile.setter
    def meanwhile(self, called: Meanwhile | None) -> None:
        self._keeping.meanwhile = called

    @property
    def deck_file(self) -> Path | None:
        """Give the file of the deck this session was begun with, wherever it is now."""
        named = self.facts.get("deck_file", "")
        with suppress(RuntimeError):  # the home folder of somebody who is not known here
            return Path(named).expanduser() if named else None
        return None

    @property
    def sources(self) -> Mapping[str, bytes]:
        """Give the texts the session was begun with: deck, scenario, map."""
        return self._keeping.carried.sources

    @property
    def facts(self) -> Mapping[str, str]:
        """Give what was noted when the session was begun."""
        return self._keeping.carried.facts

    def replaced(self) -> tuple[Problem, ...]:
        """Give the signs of those texts that cannot be shown: a former version let them in, a placeholder stands there.

        JournalError `damaged`.
        """
        return renewing.replaced(self.sources, self.rows)

    def now(self) -> int:
        """Give the table time in seconds: it stops while the file is closed, and for who only reads."""
        if self.read_only:
            return self._keeping.rows[-1].clock if self._keeping.rows else 0
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
        self._write(self._row(DECK, self.session, renewing.packed(text), deck.version))
        self._history.renew(workshop)
        return None

    def undo(self) -> Refused | None:
        """Take back the last gesture, or say why not."""
        return self._mark(UNDO)

    def redo(self) -> Refused | None:
        """Give it again, or say why not."""
        return self._mark(REDO)

    def _mark(self, kind: str) -> Refused | None:
        if self.read_only:
            return Refused("read_only")
        if self.session.paused:
            return Refused("paused")
        back = kind == UNDO
        refused = self._history.undo_refusal() if back else self._history.redo_refusal()
        if refused is None:
            self._write(self._row(kind, self._history.earlier if back else self._history.later))
            self._history.undo() if back else self._history.redo()
        return refused

    def draft(self, key: str, text: str) -> None:
        """Record a text being typed in a field; an empty one forgets it, one recorded already costs nothing.

        Nobody waits for it: the next gesture does, so that rows keep their order.
        """
        if self.read_only or self._marks.drafts.get(key, "") == text:
            return
        self._write(self._row(DRAFT, self.session, pack(text), key), wait=False)

    def drafts(self) -> tuple[tuple[str, str], ...]:
        """Give the texts that were being typed, by field, the latest last."""
        return tuple(self._marks.drafts.items())

    def _row(self, kind: str, session: Session, data: str = "", note: str = "") -> Row:
        return Row(kind, data, self.now(), self._clocks.wall(), note, session.phase, state(session))

    def _write(self, row: Row, *, wait: bool = True) -> None:
        self._marks.read(len(self._keeping.rows), row)
        self._keeping.write(row, wait=wait)

    @property
    def unsaved(self) -> int:
        """Count the gestures that are in memory only: all of them once the file is gone, or is another."""
        return self._keeping.unsaved

    def notices(self) -> tuple[tuple[str, str], ...]:
        """Give what must stand on the screen: ("disk", "3") unsaved gestures, ("read_only", "").

        ("unwritten", "3") are gestures unsaved for another cause than a full disk. ("gone", "12") and
        ("replaced", "12") tell that the whole session is in memory only: its file is no longer there, or holds
        something else. Also ("no_undo", why) and ("no_redo", why) where nothing can be taken back or given again: the
        code of the refusal. ("gestures", "57") tells how many papers may tell (`gestures`).
        """
        told = ("gestures", str(self.gestures))
        if self.read_only:
            return ("read_only", ""), ("no_undo", "read_only"), ("no_redo", "read_only"), told
        asked = (("no_undo", self._history.undo_refusal()), ("no_redo", self._history.redo_refusal()))
        refusals = ((kind, refused.code) for kind, refused in asked if refused is not None)
        return *self._keeping.notice(), *refusals, told

    def move_to(self, folder: Path) -> Path:
        """Write the whole session in another folder and go on there; the former file keeps what it had.

        Gives the new file. JournalError when that folder cannot be written either: nothing changes then.
        """
        return self._keeping.move_to(folder)

    def log(self) -> tuple[Logged, ...]:
        """Tell everything that was recorded, undone gestures too."""
        return replay.log(self._keeping.rows, self._marks)

    def close(self) -> None:
        """Close the file, once it was read back and holds every gesture.

        JournalError, and it stays open: `unsaved` or `all_unsaved` (n) if gestures are in memory only; `rewritten` if
        the file did not hold them: a whole new one was written beside it, and closing again closes that one.
        """
        self._keeping.close()

    def abandon(self) -> None:
        """Close the file as it is, whatever is in memory only."""
        self._keeping.abandon()
