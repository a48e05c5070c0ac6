"""Session files from a stranger: a hundred of them, of every kind we know of, each in a folder of its own."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

from game.core.moves.flow import EnterPhase, TakeNote
from game.desk.opening import new_session
from game.desk.renewing import packed
from game.journal.journal import Journal, Row
from tests.desk.bench import blagnac
from tests.journal.files import as_version_1
from tests.journal.test_hostile import VIEWS, super_journal

ODD = (None, True, -1, 1.5, 10**400, "x" * 100_000, [], {}, [[]], {"fr": []}, "\x1b[2J\u202e\0", float("nan"))
AT = "2026-12-02T14:00:00"


def session(path: Path) -> None:
    """Write a good session."""
    desk = new_session(path, blagnac(), "90", date="2026-12-02", series="")
    desk.do(EnterPhase("enjeux"))
    for n in range(30):
        desk.do(TakeNote(f"Note {n}"))
    desk.close()


def rewritten(path: Path, change: Callable[[list[Row], dict[str, bytes], dict[str, str]], None]) -> None:
    """Write a session again, its digests right, after a change: whoever writes a file can make them."""
    journal = Journal.open(path, read_only=True)
    rows, sources, facts = journal.rows(), journal.sources(), journal.facts()
    change(rows, sources, facts)
    path.unlink()
    Journal.create(path, sources, facts, rows).close()


def files(folder: Path) -> Iterator[Path]:
    """Make them all; each lies alone in a folder."""
    good = folder / "good.clap"
    session(good)
    data = good.read_bytes()
    for n, make in enumerate(_makers()):
        room = folder / f"{n:03}"
        room.mkdir()
        path = room / "a.clap"
        path.write_bytes(data)
        make(path)
        yield path


def _makers() -> Iterator[Callable[[Path], object]]:
    for script in VIEWS.values():
        yield lambda path, script=script: _forced(path, script)
        yield lambda path, script=script: (as_version_1(path), _forced(path, script))
    for n, odd in enumerate(ODD):
        for field in ("text", "phase"):
            yield lambda path, n=n, odd=odd, field=field: rewritten(path, _typed(n, field, odd))
    yield from _rows()
    yield from _texts()
    yield from _pages()
    yield from _beside()


def _forced(path: Path, script: str) -> None:
    force = sqlite3.connect(path)
    force.executescript(script)
    force.close()


def _typed(n: int, field: str, odd: object) -> Callable[..., None]:
    kind = {"text": "NoteTaken", "phase": "PhaseEntered"}[field]

    def change(rows: list[Row], *_: object) -> None:
        rows.insert(2 + n, replace(rows[1], data=json.dumps([[kind, {field: odd}]])))

    return change


def _rows() -> Iterator[Callable[[Path], object]]:
    one = Row("gesture", "[]", 1, AT, "", "enjeux", "open")
    for odd in (
        replace(one, data="[" * 500_000), replace(one, data="[[" + '"a",' * 200_000), replace(one, kind="danse"),
        replace(one, data='[["Teleported",{}]]'), replace(one, data="[1]],[[2"), replace(one, kind="undo", data="x"),
        replace(one, kind="deck", data=packed(bytes(59_000_000))), replace(one, kind="deck", data="!!"),
        replace(one, kind="draft", data="{}", note="title"), replace(one, kind="draft", data="[" * 99_999, note="t"),
        replace(one, at="\x1b[2J", note="\x07"), replace(one, phase="\u202ex"), replace(one, state="x" * 5000),
        replace(one, clock=(1 << 62)), replace(one, clock=-5), replace(one, data="9" * 5000),
        replace(one, data='[["MinutesAdded",{"phase":"enjeux","minutes":9223372036854775806}]]'),
        replace(one, data='[["TokenLaid",{"seat":"personne","issue":"rien"}]]'),
        replace(one, data='[["PhaseEntered",{"phase":"nulle-part"}]]'),
        replace(one, data='[["IssuePlaced",{"card":"x","family":"y","place":"z"}]]'),
    ):  # fmt: skip
        yield lambda path, odd=odd: rewritten(path, lambda rows, *_: rows.append(odd))
    yield lambda path: rewritten(path, lambda rows, *_: rows.extend([replace(one, data="[]")] * 300_000))
    yield lambda path: rewritten(path, lambda rows, *_: rows.extend([replace(one, kind="undo", data="")] * 10))


def _texts() -> Iterator[Callable[[Path], object]]:
    bomb = b"a: &a [x, x]\n" + b"".join(b"%c: &%c [*%c, *%c]\n" % (c, c, c - 1, c - 1) for c in range(98, 120))
    for name in ("deck", "scenario", "map"):
        for text in (b"", b"\xff\xfe", bomb, b"[" * 200_000, b"{" * 200_000, b"format: 1\n" + b"a: b\n" * 400_000):
            yield lambda path, name=name, text=text: rewritten(path, lambda _, texts, __: texts.update({name: text}))
        yield lambda path, name=name: rewritten(path, lambda _, texts, __: texts.pop(name) and None)
    odd = (
        ("agenda", "x"), ("title", "[" * 100_000), ("title", "[]"), ("town", '{"fr":1}'), ("deck_file", "/dev/zero"),
        ("town", '{"fr":"\\u001b[2J\\u202e"}'), ("deck_file", "\0"),
    )  # fmt: skip
    for name, value in odd:
        yield lambda path, name=name, value=value: rewritten(path, lambda _, __, facts: facts.update({name: value}))
    yield lambda path: rewritten(path, lambda _, __, facts: facts.clear())


def _pages() -> Iterator[Callable[[Path], object]]:
    for offset, value in ((18, b"\2\2"), (20, b"\xff"), (24, b"\xff" * 4), (28, b"\xff" * 4), (32, b"\0\0\0\2"),
                          (36, b"\xff" * 4), (44, b"\0\0\0\4"), (52, b"\0\0\0\3"), (56, b"\0\0\0\3")):  # fmt: skip
        yield lambda path, offset=offset, value=value: _written(path, offset, value)
    for seed in range(8):
        yield lambda path, seed=seed: _wild(path, Random(seed))
    yield lambda path: os.truncate(path, 150_000_000)
    yield lambda path: os.truncate(path, 1 << 40)
    yield lambda path: path.write_bytes(path.read_bytes()[:100] + bytes(40))


def _written(path: Path, offset: int, value: bytes) -> None:
    data = bytearray(path.read_bytes())
    data[offset : offset + len(value)] = value
    path.write_bytes(data)


def _wild(path: Path, dice: Random) -> None:
    """Point pages at one another, and make lengths enormous."""
    data = bytearray(path.read_bytes())
    for page in range(1, len(data) // 4096):
        at = page * 4096
        data[at + 8 : at + 12] = dice.randrange(1, 9).to_bytes(4, "big")
        if dice.random() < 0.5:
            data[at : at + 4] = dice.randrange(1, len(data) // 4096).to_bytes(4, "big")
        if dice.random() < 0.3:
            data[at + 4080 : at + 4088] = b"\xff" * 8
    path.write_bytes(data)


def _beside() -> Iterator[Callable[[Path], object]]:
    def named(path: Path, content: bytes) -> None:
        Path(f"{path}-journal").write_bytes(content)

    yield lambda path: named(path, super_journal(path, path.parent.parent / "good.clap"))
    yield lambda path: named(path, os.urandom(100_000))
    yield lambda path: named(path, bytes.fromhex("d9d505f920a163d7") + b"\xff" * 60_000)
    yield lambda path: Path(f"{path}-journal").symlink_to(path.parent.parent / "good.clap")
    yield lambda path: Path(f"{path}-journal").mkdir()
    yield lambda path: (path.unlink(), os.mkfifo(path))
    yield lambda path: (path.unlink(), path.symlink_to("/dev/zero"))
    yield lambda path: (path.unlink(), path.symlink_to(path))
    yield lambda path: Path(f"{path}-wal").write_bytes(os.urandom(50_000))
