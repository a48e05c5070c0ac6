"""What we wrote in a folder of exports, known again by its digest: a paper that somebody changed since stays theirs.

The record lies beside the papers, so that it goes with the folder. It names a file before the file is written: whoever
kills the program between the two finds papers that are still known to be ours.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from itertools import count
from pathlib import Path

from game.core.errors import ExportError
from game.core.frozen import dataclass
from game.places import landing

RECORD = ".clap-papers.json"
MOST = 200_000
"""Bytes of a record; a larger file is none of ours."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Of what a paper tells: the session's mark, its language (ISO 639-1), the gestures it knows, ISO wall time."""

    session: str = ""
    lang: str = ""
    gestures: int = 0
    at: str = ""


UNTOLD = Stamp()


@dataclass(frozen=True, slots=True)
class Paper:
    """A file to write: what it is (a short name of game.export), under which name, its bytes.

    `former`: the name that a version without records gave it.
    """

    what: str
    name: str
    content: bytes
    former: str = ""

    @property
    def digest(self) -> str:
        """Give the digest of its bytes."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Kept:
    """A paper on record: what it is, its own name (the file may have another), its stamps by digest, latest last."""

    what: str
    name: str
    stamps: Mapping[str, Stamp]


@dataclass(frozen=True, slots=True)
class Found:
    """A paper that lies in a folder as its record says; `changed`: somebody wrote in it since."""

    what: str
    file: str
    stamp: Stamp
    changed: bool


class Papers:
    """A folder of exports, and what is told of the papers that go there (their language is told with them)."""

    def __init__(self, folder: Path, stamp: Stamp = UNTOLD) -> None:
        self.folder, self._stamp, self._known = folder, stamp, _read(folder / RECORD)
        self.beside: list[str] = []
        """Papers written beside a file of their name that is not ours, or was changed."""
        self.aside: list[str] = []
        """What a version without records wrote, kept in the folder of what is put aside."""
        self._aside, self._formers = "", set[str]()

    def found(self) -> Iterator[Found]:
        """Give the papers on record that are still there."""
        for file, kept in self._known.items():
            digest = _digest(self.folder / file)
            if digest:
                last = next(reversed(tuple(kept.stamps.values())), UNTOLD)
                yield Found(kept.what, file, kept.stamps.get(digest, last), digest not in kept.stamps)

    def begin(self, papers: Sequence[Paper], lang: str, aside: str) -> None:
        """Note what is about to be written, before any of it is. Raises ExportError as landing.put does.

        What a version without records wrote under a paper's name is copied to the folder `aside` first: nobody knows
        whether it was changed since.
        """
        self._aside, self._formers = aside, {paper.former for paper in papers}
        for paper in papers:
            file, stamp = self.file(paper.name), replace(self._stamp, lang=lang)
            kept, lying = self._known.get(file, Kept(paper.what, paper.name, {})), _digest(self.folder / file)
            last = {digest: one for digest, one in kept.stamps.items() if digest == lying != paper.digest}
            if lying and file not in self._known:
                self._copy(file)
                last = {lying: UNTOLD}
            self._known[file] = replace(kept, what=paper.what, stamps=last | {paper.digest: stamp})
        landing.put(landing.folder(self.folder) / RECORD, _told(self._known))

    def put(self, paper: Paper) -> Path:
        """Write a paper that was begun; what a former version wrote of it under another name goes aside.

        Raises ExportError as landing does.
        """
        file = self.file(paper.name)
        path = landing.folder(self.folder) / file
        landing.put(path, paper.content)
        self.beside += [file] if file != paper.name else []
        former = self.folder / paper.former
        if paper.former not in self._known and _regular(former):
            with suppress(OSError):  # open elsewhere: it stays
                former.rename(self._spare(paper.former))
                self.aside.append(paper.former)
        return path

    def file(self, name: str) -> str:
        """Give the name under which a paper is written: its own, or beside a file of that name that is not ours."""
        stem, dot, ending = name.rpartition(".")
        tried, n = name, 1
        while not self._ours(tried, name):
            n += 1
            tried = f"{stem} ({n}){dot}{ending}"
        return tried

    def _ours(self, file: str, name: str) -> bool:
        """Tell whether a file may be replaced: it is not there, is a paper of ours as we wrote it, or no file at all.

        What is no file is refused, in words, where it is written (places/landing.py).
        """
        path = self.folder / file
        if not _regular(path):
            return True
        kept = self._known.get(file)
        if kept is None:
            return file in self._formers
        return kept.name == name and _digest(path) in kept.stamps

    def _copy(self, file: str) -> None:
        """Keep a copy of a file that is about to be replaced."""
        room = self.folder / self._aside
        try:
            landing.put(self._spare(file), (self.folder / file).read_bytes())
        except (ExportError, OSError) as error:
            with suppress(OSError):
                room.rmdir()  # empty, or it stays
            if isinstance(error, ExportError):
                raise
            raise ExportError("export_busy", path=str(self.folder / file)) from error
        self.aside.append(file)

    def _spare(self, file: str) -> Path:
        """Give a path for a file in the folder of what is put aside, that nothing bears."""
        room, (stem, dot, ending) = landing.folder(self.folder / self._aside), file.rpartition(".")
        tried = (room / (file if n == 1 else f"{stem} ({n}){dot}{ending}") for n in count(1))
        return next(path for path in tried if not os.path.lexists(path))


def _read(record: Path) -> dict[str, Kept]:
    """Read a record; one that cannot be read is none."""
    with suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
        if _regular(record) and record.stat().st_size <= MOST:
            told = json.loads(record.read_text(encoding="utf-8"))
            return {file: _kept(one) for file, one in told["papers"].items() if Path(file).name == file}
    return {}


def _kept(one: Mapping[str, object]) -> Kept:
    stamps = one["stamps"]
    if not isinstance(stamps, dict):
        raise TypeError
    return Kept(str(one["what"]), str(one["name"]), {digest: Stamp(**stamp) for digest, stamp in stamps.items()})


def _told(known: Mapping[str, Kept]) -> bytes:
    return json.dumps({"papers": {file: asdict(kept) for file, kept in known.items()}}, ensure_ascii=False).encode()


def _regular(path: Path) -> bool:
    with suppress(OSError, ValueError):
        return stat.S_ISREG(path.lstat().st_mode)
    return False


def _digest(path: Path) -> str:
    """Give the digest of a file; empty where there is none."""
    if not _regular(path):
        return ""
    with suppress(OSError):
        return hashlib.sha256(path.read_bytes()).hexdigest()
    return ""
