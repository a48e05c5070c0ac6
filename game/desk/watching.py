"""A deck's files watched while a session plays it: read again once a save has settled, on a thread of its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

from game.content.problems import ContentError, Problem
from game.core.cards import Deck
from game.core.frozen import dataclass

POLL, SETTLE, PATIENCE = 0.5, 0.3, 2.0
"""Seconds between two looks; that files stay still before they are read; an empty or missing file is waited for."""
FOLDERS = ("", "i18n", "images")
MOST = 2_000
"""Files looked at."""
Stamps = tuple[tuple[str, int, int], ...]
"""What files are told by: path, time of change in nanoseconds, size."""


@dataclass(frozen=True, slots=True)
class News:
    """What a deck's files say now: its text and what it means (None: it cannot be played), and every problem in it.

    `files` are all those that were read, the ones it extends too.
    """

    text: bytes
    deck: Deck | None
    problems: tuple[Problem, ...] = ()
    files: tuple[Path, ...] = ()


Read = Callable[[Path], News]
"""Reads a deck's file with all that belongs to it; called on a thread. May raise ContentError."""


class Settling:
    """Tells when files were saved and lie still again. `moved` is asked often, and costs nothing but every half second.

    `files` are those followed besides the deck's folder; `elapsed` gives seconds.
    """

    def __init__(self, file: Path, files: tuple[Path, ...], elapsed: Callable[[], float]) -> None:
        self._file, self.files, self._elapsed = file, files, elapsed
        self._known = self._seen = stamps(file, files)
        self._still = self._next = elapsed()

    def moved(self) -> bool:
        """Tell it once after each save."""
        now = self._elapsed()
        if now < self._next:
            return False
        self._next = now + (POLL if self._seen == self._known else SETTLE / 6)
        found = stamps(self._file, self.files)
        if found != self._seen:
            self._seen, self._still = found, now
        elif found != self._known and now - self._still >= self._wait(found):
            self._known = found
            return True
        return False

    def _wait(self, found: Stamps) -> float:
        """Give how long files must be still: an editor may empty a file, or take it away, before it writes it."""
        sizes = {path: size for path, _, size in found}
        return SETTLE if all(sizes.get(str(one)) for one in (self._file, *self.files)) else PATIENCE


class Watch:
    """Watches one deck. `look` is called often, and costs nothing but every half second; `elapsed` gives seconds."""

    def __init__(self, file: Path, read: Read, elapsed: Callable[[], float]) -> None:
        self._file, self._read = file, read
        self._settling = Settling(file, (file,), elapsed)
        self._reading = False
        self._news: SimpleQueue[News] = SimpleQueue()
        self._last: News | None = None

    def look(self) -> News | None:
        """Give what the files say, once after each save that changed something."""
        if not self._reading and self._settling.moved():
            self._reading = True
            Thread(target=self._again, daemon=True).start()
        try:
            news = self._news.get_nowait()
        except Empty:
            return None
        self._reading = False
        self._settling.files = news.files or self._settling.files
        same = self._last is not None and (news.text, news.problems) == (self._last.text, self._last.problems)
        self._last = news
        return None if same else news

    def _again(self) -> None:
        try:
            news = self._read(self._file)
        except ContentError as error:
            news = News(b"", None, error.problems)
        except Exception:  # a fault of ours would be lost on a thread, and the last good deck is there
            news = News(b"", None, (Problem("deck_unreadable_now", self._file.name, 0, 0),))
        self._news.put(news)


def stamps(file: Path, files: Iterable[Path]) -> Stamps:
    """Give the stamps of a deck's folder, its translations and pictures, and of the other files it is made of."""
    found: dict[str, tuple[int, int]] = {}
    for name in FOLDERS:
        found |= _listed(file.parent / name if name else file.parent)
    for one in files:
        found |= _stamp(one)
    return tuple((path, *stamp) for path, stamp in sorted(found.items()))


def _listed(folder: Path) -> dict[str, tuple[int, int]]:
    try:
        with os.scandir(folder) as entries:
            files = [Path(one.path) for _, one in zip(range(MOST), entries, strict=False) if _of_a_deck(one)]
    except (OSError, ValueError):  # ValueError: a name no system takes
        return {}
    return {path: stamp for one in files for path, stamp in _stamp(one).items()}


def _of_a_deck(entry: os.DirEntry[str]) -> bool:
    """Tell the files of a deck from those an editor leaves beside them for a moment."""
    return not entry.name.startswith((".", "~")) and not entry.name.endswith(("~", ".tmp", ".swp", ".clap"))


def _stamp(file: Path) -> dict[str, tuple[int, int]]:
    try:
        stat = file.stat()
    except (OSError, ValueError):
        return {}
    return {str(file): (stat.st_mtime_ns, stat.st_size)}
