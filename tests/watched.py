"""Runs the real `clap`, and keeps in a file what each frame shows.

Nothing of the table is replaced: its steps, its frames and its drafts are listened to. `seen` counts the inputs it has
answered, so that a driver knows when what it did has come to the screen.
"""

from __future__ import annotations

import io
import os
import pickle
import sys
import time
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

from game.table.app import Table
from game.view.answer.input import Input, Key, PointerUp, Press, Typed
from game.view.answer.landing import Landing, landing, over
from game.view.tree.node import Node

COUNTED = {PointerUp: "ups", Key: "keys", Typed: "texts", Press: "presses"}


@dataclass(frozen=True, slots=True)
class Shown:
    """What the table shows: its tree without its looks, its view's state in a few words, the inputs it has answered."""

    tree: Node
    focus: str
    arrived: str
    """Where the focus came of itself, and no hand has moved it since."""
    editing: str
    held: tuple[str, ...]
    targets: tuple[str, ...]
    """Where what the keyboard carries may be dropped, in the order the arrows walk."""
    over: str
    """The target under what is held last."""
    hand: tuple[int, int]
    """Where what is held last is."""
    toast: str
    screen: str
    lang: str
    percent: int
    path: str
    draft: str
    """The last text kept as a draft."""
    seen: dict[str, int]
    room: Node | None = None
    """What the room's window shows, where it has one."""


@cache
def _named(kind: type) -> tuple[str, ...]:
    """Give the fields of a frozen value; what a node is painted with no hand asks for, and it is most of a tree."""
    return tuple("" if (kind, one.name) == (Node, "look") else one.name for one in fields(kind))


class _Lean(pickle.Pickler):
    """Pickles a tree without its looks, and its values soon: left alone, each asks for its fields every time."""

    def reducer_override(self, one: Any) -> Any:
        kind = type(one)
        if is_dataclass(kind):
            return kind, tuple(getattr(one, name) if name else () for name in _named(kind))
        return NotImplemented


def pickled(shown: Shown) -> bytes:
    """Give what is shown as another process reads it."""
    into = io.BytesIO()
    _Lean(into).dump(shown)
    return into.getvalue()


class Witness:
    """Counts what a table is given, and writes what it shows."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._last: object = None
        self._seen = dict.fromkeys(COUNTED.values(), 0)
        self._step, self._show = Table.step, Table.show
        self._draft = ""

    def watch(self) -> None:
        """Listen to every table of this process."""
        witness, draft = self, Table._draft

        def step(table: Table, inputs: tuple[Input, ...]) -> None:
            witness._step(table, inputs)
            witness._count(inputs)

        def show(table: Table) -> None:
            witness._show(table)
            witness._write(table)

        def drafted(table: Table, key: str, text: str) -> None:
            draft(table, key, text)
            witness._draft = text

        Table.step, Table.show, Table._draft = step, show, drafted  # type: ignore[method-assign]

    def _count(self, inputs: tuple[Input, ...]) -> None:
        for one in inputs:
            name = COUNTED.get(type(one))
            if name is not None:
                self._seen[name] += 1

    def _write(self, table: Table) -> None:
        ui = table.ui
        room = table.beside.tree if table.beside is not None else None
        key = (id(table.tree), id(room), ui.focus, ui.arrived, tuple(self._seen.items()), self._draft)
        if key == self._last:
            return
        self._last = key
        toast = ui.toast.text if ui.toast is not None else ""
        held = tuple(held.node.key for held in ui.held if held.dragging)
        last = ui.held[-1] if ui.held else None
        found = landing(last, table.tree.kids[0]) if last is not None else Landing()
        targets = tuple(target.key for target in found.walked)
        aimed = over(last, found) if last is not None and last.dragging else None
        aim = aimed.key if aimed is not None else ""
        editing = ui.editing.key if ui.editing is not None else ""
        path = str(getattr(table.desk, "path", ""))
        shown = Shown(
            table.tree, ui.focus, ui.arrived, editing, held, targets, aim, last.now if last is not None else (0, 0),
            toast, ui.screen, ui.lang, ui.percent, path, self._draft, self._seen, room,
        )  # fmt: skip
        part = self._file.with_suffix(".part")
        part.write_bytes(pickled(shown))
        part.replace(self._file)


def slowed(seconds: float) -> None:
    """Have each write of a session take so long, as on a slow stick."""
    from game.journal.journal import Journal

    append = Journal.append

    def late(journal: Journal, *rows: Any) -> None:
        time.sleep(seconds)
        append(journal, *rows)

    Journal.append = late  # type: ignore[method-assign]


def run() -> None:
    """Run `clap` with the process's arguments, the first being the file to write."""
    from game.__main__ import main

    slowed(float(os.environ.get("CLAP_SLOW_DISK", "0")))
    Witness(Path(sys.argv[1])).watch()
    del sys.argv[1]
    main()
