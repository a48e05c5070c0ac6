"""A drawing on disk: its two files, and beside them a journal of gestures that is written before either is.

Each gesture is a line of the journal: what happened, what it cuts out of each text and puts there, what the files are
then worth. A program that is killed leaves the files as they were before the last line or after it; opening them again
brings both after it.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import NamedTuple

from game.content.files import LARGEST
from game.content.shelf import MAP, SCENARIO
from game.content.spans import spots
from game.core.errors import ExportError, SetupError
from game.core.frozen import dataclass
from game.places import given, landing

JOURNAL, VERSION = "drawing.journal", 1
BOM = "\ufeff"
Sums = tuple[str, str]


class Texts(NamedTuple):
    """The texts of a scenario and of its map."""

    scenario: str
    map: str


@dataclass(frozen=True, slots=True)
class Splice:
    """What is cut out of one of the texts (0 the scenario's, 1 the map's) at a sign, and what is put there."""

    text: int
    at: int
    old: str
    new: str

    def made(self, texts: Texts) -> Texts:
        """Give the texts with it."""
        now = texts[self.text]
        changed = now[: self.at] + self.new + now[self.at + len(self.old) :]
        return Texts(changed, texts.map) if self.text == 0 else Texts(texts.scenario, changed)

    def back(self) -> Splice:
        """Give what takes it back."""
        return Splice(self.text, self.at, self.new, self.old)


Splices = tuple[Splice, ...]


def made(texts: Texts, splices: Sequence[Splice]) -> Texts:
    """Give texts with splices, one after the other."""
    for one in splices:
        texts = one.made(texts)
    return texts


def back(splices: Sequence[Splice]) -> Splices:
    """Give what takes splices back."""
    return tuple(one.back() for one in reversed(splices))


@dataclass(frozen=True, slots=True)
class Row:
    """A gesture. `kind` is do, undo or redo; `events` what happened, packed; `sums` tell the files after it."""

    kind: str
    events: str
    splices: Splices
    sums: Sums


class Keeping:
    """The two files of a scenario's folder and their journal. Opening it brings the files after the last gesture."""

    def __init__(self, folder: Path) -> None:
        self.files = _files(folder)
        self._journal = folder / JOURNAL
        self.texts = Texts(*map(_read, self.files))
        self.rows: list[Row] = []
        for room in {file.parent for file in self.files}:
            landing.swept(room)
        self._resume()
        self._stamps = tuple(map(_stamp, self.files))

    def _resume(self) -> None:
        """Take up the journal that was left here, if these are the files it tells of."""
        first, rows, self._size = _journalled(self._journal)
        sums, before = _sums(self.texts), rows[-2].sums if len(rows) > 1 else first
        if not rows or not all(one in pair for one, *pair in zip(sums, before, rows[-1].sums, strict=True)):
            self._begin(sums)
            return
        self.rows = rows
        late = [text for text in (0, 1) if sums[text] != rows[-1].sums[text]]
        self.texts = made(self.texts, [one for one in rows[-1].splices if one.text in late])
        self._put(late)

    def _begin(self, sums: Sums) -> None:
        self._size = 0
        self._append(json.dumps({"drawing": VERSION, "sums": sums}))

    def write(self, kind: str, events: str, splices: Splices) -> None:
        """Write a gesture in the journal, then in the files. Nothing is changed where that fails.

        Raises SetupError drawing_changed where another hand changed a file; ExportError as `landing.put`.
        """
        self._same()
        texts = made(self.texts, splices)
        row = Row(kind, events, splices, _sums(texts))
        self._append(json.dumps(asdict(row), ensure_ascii=False))
        was, self.texts = self.texts, texts
        try:
            self._put(sorted({one.text for one in splices}))
        except ExportError:
            self._take_back(was)
            raise
        self.rows.append(row)

    def _take_back(self, texts: Texts) -> None:
        """Give the files and the journal what they held: what could be written is written again."""
        self.texts = texts
        with suppress(ExportError, SetupError):
            self._put([text for text in (0, 1) if _read(self.files[text]) != texts[text]])
        with suppress(OSError):
            os.truncate(self._journal, self._before)
            self._size = self._before

    def _same(self) -> None:
        for file, stamp, text in zip(self.files, self._stamps, self.texts, strict=True):
            if _stamp(file) != stamp and _read(file) != text:
                raise SetupError("drawing_changed", path=str(file))

    def _put(self, texts: list[int]) -> None:
        landing.put_together([(self.files[text], self.texts[text].encode()) for text in texts])
        self._stamps = tuple(map(_stamp, self.files))

    def _append(self, line: str) -> None:
        """Add a line, on disk when this returns, in the place of what a killed program left of one."""
        data = line.encode() + b"\n"
        try:
            with self._journal.open("r+b" if self._size else "wb") as out:
                out.truncate(self._size)
                out.seek(self._size)
                out.write(data)
                out.flush()
                os.fsync(out.fileno())
        except OSError as error:
            raise SetupError("drawing_unwritten", path=str(self._journal), reason=error.strerror or "") from error
        self._before, self._size = self._size, self._size + len(data)

    def close(self) -> None:
        """Leave the files as they are drawn, without their journal."""
        with suppress(OSError):
            self._journal.unlink()


def _files(folder: Path) -> tuple[Path, Path]:
    """Give the files of a scenario and of its map, links followed: what they lead to is what is written."""
    file = folder / SCENARIO
    try:
        named = spots(_read(file).removeprefix(BOM)).get("map")
    except ValueError as error:
        raise SetupError("drawing_scenario", path=str(file)) from error
    return file.resolve(), (folder / (named.value if named is not None and named.value else MAP)).resolve()


def _read(file: Path) -> str:
    try:
        return given.content(file, LARGEST).decode()
    except UnicodeDecodeError as error:
        raise SetupError("drawing_encoding", path=str(file)) from error


def _stamp(file: Path) -> tuple[int, int]:
    try:
        about = file.stat()
    except OSError:
        return 0, 0
    return about.st_mtime_ns, about.st_size


def _sums(texts: Texts) -> Sums:
    scenario, town = (hashlib.sha256(text.encode()).hexdigest()[:32] for text in texts)
    return scenario, town


def _journalled(file: Path) -> tuple[Sums, list[Row], int]:
    """Read a journal: the sums it began with, its rows, the bytes of its whole lines; none where it is no journal."""
    rows, size, first = [], 0, ("", "")
    with suppress(OSError, ValueError, KeyError, TypeError):
        for line in file.read_bytes().splitlines(keepends=True):
            said = json.loads(line)
            if not line.endswith(b"\n") or (not size and said["drawing"] != VERSION):
                break
            if size:
                splices = tuple(Splice(**one) for one in said["splices"])
                rows.append(Row(said["kind"], said["events"], splices, _pair(said["sums"])))
            else:
                first = _pair(said["sums"])
            size += len(line)
    return first, rows, size


def _pair(sums: list[str]) -> Sums:
    scenario, town = sums
    return scenario, town
