"""Sessions put in order: named anew, put into the archives, thrown away and taken back. Nothing is ever overwritten.

What goes with a session's file goes after it: its copies, and the folder of its papers, which bears its name. Whoever
kills the program in between finds the session whole under its new name, and the rest under the old one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from game.core.errors import JournalError
from game.desk import copies
from game.desk.away import ARCHIVES, AWAY, BIN, KIND
from game.desk.opening import open_session, summary
from game.journal.checks import beside
from game.places.names import file_name


def rename(path: Path, title: str) -> Path:
    """Give a session's file the name of a title; gives the file. Raises JournalError as `_at_rest` and `moved` do."""
    if not title.strip():
        raise JournalError("title_missing", path=str(path))
    name = file_name(title, KIND)
    return path if name == path.name else _moved(path, path.parent, name)


def archive(path: Path) -> Path:
    """Put a session into the archives; gives its file. Raises JournalError."""
    return _moved(path, path.parent / ARCHIVES, path.name)


def discard(path: Path) -> Path:
    """Throw a session into the bin, from which it can be taken back; gives its file. Raises JournalError."""
    folder = path.parent.parent if path.parent.name in AWAY else path.parent
    return _moved(path, folder / BIN, path.name)


def restore(path: Path) -> Path:
    """Take a session back among the others, from the archives or the bin; gives its file. Raises JournalError."""
    if path.parent.name not in AWAY:
        return path
    return _moved(path, path.parent.parent, path.name)


def erase(path: Path) -> None:
    """Delete a session that lies in the bin, with its copies, for good; its papers stay there. Raises JournalError."""
    if path.parent.name != BIN:
        raise JournalError("not_in_bin", path=str(path))
    try:
        path.unlink(missing_ok=True)
        beside(path).unlink(missing_ok=True)
    except OSError as error:
        raise JournalError("not_writable", path=str(path)) from error
    copies.forget(path)


def _moved(path: Path, folder: Path, name: str) -> Path:
    """Bring a session and what goes with it elsewhere, under a name nothing bears there.

    Raises JournalError: as `_at_rest`, `not_writable`.
    """
    _at_rest(path)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        to = next(one for one in _names(folder, name) if not _taken(one))
        path.rename(to)
        for old, new in _belongings(path, to):
            new.parent.mkdir(mode=0o700, exist_ok=True)
            old.rename(new)
    except OSError as error:
        raise JournalError("not_writable", path=str(path)) from error
    return to


def _belongings(path: Path, to: Path) -> Iterator[tuple[Path, Path]]:
    """Give what goes with a session, and where it goes: its copies, its papers."""
    pairs = ((copies.folder(path), copies.folder(to)), (path.with_suffix(""), to.with_suffix("")))
    yield from ((old, new) for old, new in pairs if old.is_dir() and not old.is_symlink())


def _names(folder: Path, name: str) -> Iterator[Path]:
    stem = name.removesuffix(KIND)
    return (folder / (name if n == 1 else f"{stem} ({n}){KIND}") for n in count(1))


def _taken(path: Path) -> bool:
    """Tell whether anything bears a session's name: its file, its papers, the copies of one that is gone."""
    return any(os.path.lexists(one) for one in (path, path.with_suffix(""), copies.folder(path)))


def _at_rest(path: Path) -> None:
    """Let a session that a crash left open be closed first: its file must be whole before it goes elsewhere.

    Raises JournalError: `locked` while it is played, `missing`, or why one that was cut off cannot be opened.
    """
    if not os.path.lexists(path):
        raise JournalError("missing", path=str(path))
    seen = summary(path)
    if seen.playing:
        raise JournalError("locked", path=str(path))
    if seen.cut:
        open_session(path).close()
