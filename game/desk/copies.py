"""Copies of a session, kept in a hidden folder beside it: `.copies/Blagnac.clap/000012.clap`, the latest twenty.

They are made of what memory holds, which was checked, never by reading the file that is played.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock

from game.core.errors import JournalError
from game.journal.journal import Journal, Row
from game.journal.peek import peek

FOLDER = ".copies"
MOST, LEAST = 20, 2
"""Copies kept; and those kept all the same where they take much room, or the disk is full."""
ROOM = 200_000_000
"""Bytes the copies of one session may take: a deck's pictures are in each of them."""
ORPHANED = 30 * 24 * 3600
"""Seconds after which the copies of a session that is no longer there go: they tell of persons, unseen."""
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
    """Bring along the copies of a session whose file was renamed; those another session left under its name go apart.

    A session is known by its facts and its first gesture.
    """
    with suppress(OSError), _ONE:
        if copies(path) and not _of(folder(path), facts, rows):
            folder(path).rename(_apart(path))
        if folder(path).exists() or not folder(path).parent.is_dir():
            return
        for home in sorted(folder(path).parent.iterdir()):
            if not (path.parent / home.name).exists() and _of(home, facts, rows):
                home.rename(folder(path))
                return


def _apart(path: Path) -> Path:
    return next(home for n in range(2, 10_000) if not (home := folder(path).with_suffix(f".{n}.clap")).exists())


def _of(home: Path, facts: Mapping[str, str], rows: Sequence[Row]) -> bool:
    """Tell whether copies are of this session."""
    latest = next(iter(_in(home)), None)
    if latest is None:
        return False
    try:
        if peek(latest).facts != dict(facts):
            return False
        first = Journal.open(latest, read_only=True).rows()[:1]
    except JournalError:
        return False
    return [(row.data, row.at) for row in first] == [(row.data, row.at) for row in rows[:1]]


def forget(path: Path) -> None:
    """Delete the copies of a session: it goes itself, or a file without what tells of persons takes its name."""
    with _ONE:
        _emptied(folder(path))
        with suppress(OSError):
            folder(path).parent.rmdir()
