"""Session files: begun, opened again, listed."""

from __future__ import annotations

import gc
import json
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from fnmatch import fnmatch
from pathlib import Path
from typing import TypeVar

from game.content.problems import ContentError
from game.content.shelf import Sources, open_workshop
from game.core.errors import JournalError
from game.core.frozen import dataclass
from game.core.history import History
from game.core.moment import Moment
from game.core.moves import decide, fold
from game.core.moves.flow import OpenTable, StretchAgenda
from game.core.moves.measures import CarryObjectives
from game.core.scenario import Workshop
from game.core.session import Session, start
from game.core.sheets import opening as begins
from game.core.signs import on_one_line, readable
from game.core.text import Text
from game.desk import copies, numbering, renewing, replay
from game.desk.away import AWAY, put_away
from game.desk.clocks import Clocks
from game.desk.desk import Carried, Desk, gesture
from game.desk.follower import Follower
from game.desk.keeping import Keeping
from game.desk.numbering import NUMBERS, TOWN, TRYOUT
from game.desk.replaying import TITLE, Replayed
from game.journal.codec import pack
from game.journal.journal import Journal, Row
from game.journal.peek import peek

Opened = TypeVar("Opened", bound=Desk)
DECK, SCENARIO, MAP, DUTIES = "deck", "scenario", "map", "duties"
IMAGE = "image:"
"""Before the path of a picture of the deck, kept in the file like the texts."""
AGENDA, DECK_FILE = "agenda", "deck_file"


@dataclass(frozen=True, slots=True)
class Summary:
    """A session in a list. `when` is the wall time of its last row, of a file that cannot be read that of its writing.

    `state` is open, paused, closed or unreadable.

    `playing`: a program plays it now. `cut`: it was not closed (a crash, a power cut); it opens as it was.
    `ahead` counts the gestures that its latest copy holds and the file does not: an older one was put back.
    `tryout`: nothing of it counts.
    `problem` tells why one cannot be read; its other values are empty then.
    """

    path: Path
    title: Text = Text()
    town: Text = Text()
    when: str = ""
    phase: str = ""
    state: str = "unreadable"
    playing: bool = False
    cut: bool = False
    ahead: int = 0
    tryout: bool = False
    problem: JournalError | None = None


def new_session(  # noqa: PLR0913 (a session is begun with all that its first gesture says)
    path: Path,
    sources: Sources,
    agenda_id: str,
    *,
    title: str = "",
    date: str = "",
    clocks: Clocks | None = None,
    taking: CarryObjectives | None = None,
    series: str | None = None,
    minutes: int = 0,
) -> Desk:
    """Begin a session in a new file, opened at `date` (YYYY-MM-DD, today if empty), and hold it.

    With `taking`, it takes over a former session's objectives in the same first gesture. `series` is that of its
    objectives' numbers; found among the sessions of the file's folder if not given. `minutes`: what its agenda is
    stretched to; 0: it keeps its own.

    Raises JournalError (`exists`, `disk_full`, `unreadable`, …), ContentError for an agenda the scenario has not,
    Refused for minutes it cannot be played in.
    """
    clocks = clocks or Clocks()
    first = start(sources.workshop(agenda_id))
    moment = Moment(0, clocks.wall(), clocks.dice())
    if series is None:
        former = taking.former.codes if taking is not None else ()
        series = numbering.series(path.parent, first.workshop.scenario, date or moment.at[:10], former)
    mark = f"{moment.dice:x}" if moment.dice else ""
    events = decide(first, OpenTable(title, date, series, mark), moment)
    if minutes:
        events += decide(first, StretchAgenda(minutes), moment)
    if taking is not None:
        events += decide(fold(first, events), taking, moment)
    history = History(first)
    rows = [gesture(events, history.record(events), moment)]
    facts = facts_of(history.session, title) | _whence(sources.deck_file)
    carried = Carried(texts_of(sources), facts)
    journal = Journal.create(path, carried.sources, carried.facts, rows)
    return Desk(Keeping(journal, carried, rows), history, replay.marks(rows), clocks)


def texts_of(sources: Sources) -> dict[str, bytes]:
    """Give the texts a session file keeps, by name: deck, scenario, map, duties if any, and the deck's pictures."""
    pictures = {f"{IMAGE}{path}": data for path, data in sources.images}
    law = {DUTIES: sources.duties_text} if sources.duties_text else {}
    return {DECK: sources.deck_text, SCENARIO: sources.scenario_text, MAP: sources.map_text, **law, **pictures}


def facts_of(session: Session, title: str) -> dict[str, str]:
    """Give what a session file notes of a session, for a list of sessions."""
    agenda, scenario = session.workshop.agenda, session.workshop.scenario
    named = Text(title, title) if title else scenario.title
    facts = {AGENDA: agenda.id, TITLE: _packed(named), TOWN: _packed(scenario.town)}
    if agenda.tryout:
        return facts | {TRYOUT: agenda.id}
    return facts | {NUMBERS: begins(scenario.code, session.date, session.series)}


def _whence(deck_file: Path | None) -> dict[str, str]:
    """Note where the deck's file is, so that it is watched again; the home folder, a person's name, is not told."""
    if deck_file is None:
        return {}
    file = deck_file.resolve()
    with suppress(ValueError, RuntimeError):
        file = Path("~") / file.relative_to(Path.home())
    return {DECK_FILE: str(file)}


def _packed(text: Text) -> str:
    return pack({"fr": text.fr, "en": text.en} | dict(text.others))


def open_session(path: Path, *, read_only: bool = False, clocks: Clocks | None = None) -> Desk:
    """Open a session as it was left, undo, redo and drafts included; `read_only` gives a Follower of how it is now.

    Raises JournalError: `locked` when another program plays it, and those of Journal.open; `event_unknown`;
    `only_copies` when nothing but copies is left of it;
    `sources_unreadable` when this program no longer reads the texts it holds.
    """
    with _all_kept():
        return _opened(path, clocks or Clocks(), Follower if read_only else Desk)


def open_replay(path: Path, clocks: Clocks | None = None) -> Replayed:
    """Open a session to be told again, at its first step. Raises JournalError as `open_session` does, but `locked`."""
    with _all_kept():
        return _opened(path, clocks or Clocks(), Replayed)


@contextmanager
def _all_kept() -> Iterator[None]:
    """Spare the collector the thousands of values made here: none of them is garbage, and looking takes a quarter."""
    looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looking:
            gc.enable()


def _opened(path: Path, clocks: Clocks, kind: type[Opened]) -> Opened:
    try:
        journal = Journal.open(path, read_only=kind is not Desk)
    except JournalError as error:
        raise copies.instead(error, path) from error
    try:
        return _resumed(journal, clocks, kind)
    except BaseException as error:
        journal.close()
        if isinstance(error, JournalError):
            raise JournalError(error.code, **error.facts | {"path": str(path)}) from error
        if isinstance(error, Exception):  # whatever a stranger's file holds, a person reads one sentence
            raise JournalError("damaged", path=str(path)) from error
        raise


def _resumed(journal: Journal, clocks: Clocks, kind: type[Opened]) -> Opened:
    carried = Carried(journal.sources(), journal.facts())
    workshop, rows = _workshop(carried.sources, carried.facts), journal.rows()
    played, now = renewing.latest(workshop.deck, rows)
    first = start(workshop if now is workshop.deck else replace(workshop, deck=now))
    marks = replay.marks(rows)
    return kind(Keeping(journal, carried, rows), replay.history(first, rows, marks), marks, clocks, played)


def _workshop(sources: Mapping[str, bytes], facts: Mapping[str, str]) -> Workshop:
    try:
        return open_workshop(sources[SCENARIO], sources[DECK], sources[MAP], facts[AGENDA], sources.get(DUTIES, b""))
    except KeyError as error:
        raise JournalError("damaged") from error
    except ContentError as error:
        first = error.problems[0]
        where = f"{first.file}:{first.line}:{first.column} {first.code}"
        raise JournalError("sources_unreadable", problem=where) from error


def sessions(folder: Path, most: int = 0) -> tuple[Summary, ...]:
    """List the session files of a folder: those cut off first, then the latest first.

    With `most`, only so many files are looked at: those with a journal beside them, then those written last. A file
    that is gone is told too, while copies of it are there.
    A folder that cannot be listed is itself told, as the only summary (`folder_unreadable`); none has no sessions.
    """
    try:
        paths = files(folder)
    except OSError as error:
        barred = JournalError("folder_unreadable", path=str(folder), reason=error.strerror or str(error))
        return (Summary(folder, problem=barred),)
    looked = paths[:most] if most else paths
    away = [path for where in AWAY for path in put_away(folder, where)]
    found = [summary(path) for path in (*looked, *copies.orphans(folder, (*looked, *away)))]
    found.sort(key=lambda one: one.path.name)
    found.sort(key=lambda one: one.when, reverse=True)
    return tuple(sorted(found, key=lambda one: not one.cut))


def files(folder: Path) -> list[Path]:
    """List the session files of a folder without looking into them: those in play or cut off, then the latest written.

    A folder that is not there has none. OSError for one that cannot be listed.
    """
    try:
        with os.scandir(folder) as entries:
            there = {entry.name: _written(entry) for entry in entries}
    except FileNotFoundError:
        return []
    names = sorted(name for name in there if fnmatch(name, "*.clap"))
    names.sort(key=lambda name: (f"{name}-journal" in there, there[name]), reverse=True)
    return [folder / name for name in names]


def counted(folder: Path) -> int:
    """Count the session files of a folder, whatever they hold."""
    with suppress(OSError), os.scandir(folder) as entries:
        return sum(fnmatch(entry.name, "*.clap") for entry in entries)
    return 0


def _written(entry: os.DirEntry[str]) -> int:
    with suppress(OSError):
        return entry.stat(follow_symlinks=False).st_mtime_ns
    return 0


def summary(path: Path) -> Summary:
    """Tell what a session file is, without opening it for good; one that cannot be read is told too."""
    try:
        seen = peek(path)
        title, town = (_unpacked(seen.facts.get(name, "{}")) for name in (TITLE, TOWN))
    except JournalError as error:
        return Summary(path, when=_dated(path), problem=copies.instead(error, path))
    except (ValueError, TypeError, AttributeError, RecursionError):
        return Summary(path, when=_dated(path), problem=JournalError("damaged", path=str(path)))
    last = seen.last or Row("")
    ahead = 0 if seen.playing else copies.ahead(path, seen)
    tryout = TRYOUT in seen.facts
    return Summary(path, title, town, last.at, last.phase, last.state, seen.playing, seen.cut, ahead, tryout)


def _dated(path: Path) -> str:
    """Give when a file was written last, or its latest copy where it is gone; nothing where no clock says so."""
    for one in (path, *copies.copies(path)[:1]):
        with suppress(OSError, ValueError, OverflowError):
            return time.strftime("%Y-%m-%dT%H:%M:%S", time.localtime(one.lstat().st_mtime))
    return ""


def _unpacked(text: str) -> Text:
    said = {str(lang): on_one_line(readable(words)) for lang, words in json.loads(text).items()}
    others = tuple((lang, words) for lang, words in said.items() if lang not in ("fr", "en"))
    return Text(said.get("fr", ""), said.get("en", ""), others)
