"""Copies of a session, kept in a hidden folder beside it: `.copies/Blagnac.clap/000012.clap`, the latest twenty.

They are made of what memory holds, which was checked, never by reading the file that is played. They are found again
by the session's first gesture, wherever its file went, and by the name it had when nothing is left of it.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock

from game.core.errors import JournalError
from game.journal.journal import Journal, Row
from game.journal.peek import Peek, peek

FOLDER = ".copies"
MOST, LEAST = 20, 2
"""Copies kept; and those kept all the same where they take much room, or the disk is full."""
ROOM = 200_000_000
"""Bytes the copies of one session may take: a deck's pictures are in each of them."""
ORPHANED = 30 * 24 * 3600
"""Seconds after which the copies of a session that is no longer there go: they tell of persons, unseen."""
TOLD = 30
"""Sessions that are gone of which a list tells: each costs a look at its latest copy."""
_ONE = Lock()


def folder(path: Path) -> Path:
    """Give the folder of a session's copies, whether there is one or not."""
    return path.parent / FOLDER / path.name


def copies(path: Path) -> tuple[Path, ...]:
    """Give the copies of a session, the latest first. They are session files, to be checked as any other."""
    return _in(folder(path))


def _in(home: Path) -> tuple[Path, ...]:
    """Give the copies in a folder; none beyond a link, which a stranger's stick may lead to what is not ours."""
    try:
        return () if _linked(home) else tuple(sorted(home.glob("[0-9]*.clap"), reverse=True))
    except OSError:
        return ()


def _linked(home: Path) -> bool:
    return home.is_symlink() or home.parent.is_symlink()


def keep(path: Path, sources: Mapping[str, bytes], facts: Mapping[str, str], rows: Sequence[Row]) -> Path | None:
    """Keep one more copy, and let the oldest go; None where there is no room for it: that is no fault of the play."""
    with _ONE:
        try:
            made = _kept(path, sources, facts, rows)
        except (JournalError, OSError):
            _pruned(path, LEAST)
            return None
        _pruned(path, MOST)
        _swept(path.parent)
        return made


def _kept(path: Path, sources: Mapping[str, bytes], facts: Mapping[str, str], rows: Sequence[Row]) -> Path:
    home = folder(path)
    if _linked(home):
        raise JournalError("not_writable", path=str(home))
    home.parent.mkdir(mode=0o700, exist_ok=True)
    home.mkdir(mode=0o700, exist_ok=True)
    for left in home.glob("*.part*"):  # of a program that was killed
        left.unlink()
    last = max((int(one.stem) for one in copies(path) if one.stem.isdigit()), default=0)
    made, part = home / f"{last + 1:06}.clap", home / f"{last + 1:06}.part"
    Journal.create(part, sources, facts, rows).close()
    part.replace(made)
    return made


def _pruned(path: Path, most: int) -> None:
    room = ROOM
    for n, one in enumerate(copies(path)):
        with suppress(OSError):
            room -= one.stat().st_size
            if n >= most or (room < 0 and n >= LEAST):
                one.unlink()


def _swept(beside: Path) -> None:
    """Let the copies go whose session has been gone for long."""
    with suppress(OSError):
        for home in (beside / FOLDER).iterdir():
            if not (beside / home.name).exists() and time.time() - home.stat().st_mtime > ORPHANED:
                _emptied(home)


def _emptied(home: Path) -> None:
    """Delete the copies of a folder, then the folder; what else lies there is not ours, and stays with it."""
    for copy in _in(home):
        with suppress(OSError):
            copy.unlink()
    with suppress(OSError):
        home.rmdir()


def follow(path: Path, facts: Mapping[str, str], rows: Sequence[Row]) -> None:
    """Bring along the copies of a session whose file was renamed.

    Those under its name go apart when they are another session's, or hold more than the file does: it was put back to
    what it was, and new copies would push them out.
    """
    with suppress(OSError), _ONE:
        latest = _latest(folder(path))
        if latest is not None and not (_of(latest, facts, rows) and _count(latest) <= len(rows)):
            folder(path).rename(_apart(path))
            return
        if folder(path).exists():
            return
        for home in _left(path.parent):
            found = _latest(home)
            if found is not None and _of(found, facts, rows):
                home.rename(folder(path))
                return


def _apart(path: Path) -> Path:
    return next(home for n in range(2, 10_000) if not (home := folder(path).with_suffix(f".{n}.clap")).exists())


def _left(beside: Path) -> list[Path]:
    """Give the folders of copies in which those of a session lie that is not there any more."""
    try:
        return sorted(home for home in (beside / FOLDER).iterdir() if not os.path.lexists(beside / home.name))
    except OSError:
        return []


def _latest(home: Path) -> Peek | None:
    """Look at the latest copy of a folder that can be read."""
    for one in _in(home):
        with suppress(JournalError):
            return peek(one)
    return None


def _count(seen: Peek) -> int:
    return seen.last.id if seen.last is not None else 0


def _of(seen: Peek, facts: Mapping[str, str], rows: Sequence[Row | None]) -> bool:
    """Tell whether a copy is of this session: of the same facts, and begun by the same gesture."""
    first = rows[0] if rows else None
    same = seen.first is not None and first is not None and (seen.first.data, seen.first.at) == (first.data, first.at)
    return same and seen.facts == dict(facts)


def strayed(path: Path, facts: Mapping[str, str], rows: Sequence[Row], beyond: Sequence[Path] = ()) -> tuple[Path, ...]:
    """Give the copies a session left under another name, or in another folder (`beyond`) it was in."""
    homes = [home for beside in dict.fromkeys((path.parent, *beyond)) for home in _left(beside)]
    homes += [folder(beside / path.name) for beside in beyond]
    theirs = [home for home in homes if (found := _latest(home)) is not None and _of(found, facts, rows)]
    return tuple(one for home in theirs for one in _in(home))


def ahead(path: Path, seen: Peek) -> int:
    """Count the gestures that the latest copy holds and the file does not: another program put an older one back."""
    latest = _latest(folder(path))
    if latest is None or not _of(latest, seen.facts, [seen.first]):
        return 0
    return max(0, _count(latest) - _count(seen))


def orphans(beside: Path, there: Sequence[Path]) -> tuple[Path, ...]:
    """Give the files that are gone and of which copies are left, save those that one of the files `there` still holds.

    They are named as they were; of many, those copied last.
    """
    homes = sorted(_left(beside), key=_touched, reverse=True)[:TOLD]
    left = [(beside / home.name, latest) for home in homes if (latest := _latest(home)) is not None]
    if not left:
        return ()
    held = [seen for path in there if (seen := _peeked(path)) is not None]
    return tuple(path for path, latest in left if not any(_holds(seen, latest) for seen in held))


def _touched(home: Path) -> float:
    with suppress(OSError):
        return home.stat().st_mtime
    return 0.0


def _holds(seen: Peek, latest: Peek) -> bool:
    return _of(seen, latest.facts, [latest.first]) and _count(seen) >= _count(latest)


def _peeked(path: Path) -> Peek | None:
    with suppress(JournalError):
        return peek(path)
    return None


ONLY = frozenset({"missing", "empty", "not_a_session"})
"""What is said of a file of which nothing is left: with copies beside it, all is not lost."""


def instead(error: JournalError, path: Path) -> JournalError:
    """Give what to say of a file that cannot be opened: that its copies are there, when nothing else is left of it."""
    left = copies(path) if error.code in ONLY else ()
    if not left:
        return error
    return JournalError("only_copies", path=str(path), n=len(left), folder=str(left[0].parent))


def forget(path: Path) -> None:
    """Delete the copies of a session: it goes itself, or a file without what tells of persons takes its name."""
    with _ONE:
        _emptied(folder(path))
        with suppress(OSError):
            folder(path).parent.rmdir()
