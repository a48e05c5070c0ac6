"""The real table on a real session file, in this process: everything but the screen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pygame

from game.desk.desk import Desk
from game.table.app import Table
from game.table.window import Window
from game.view.answer.input import Key, Press, Typed
from game.view.answer.ui import Ui
from game.wiring import assembly, play, requests
from game.words.catalogue import speaker


@contextmanager
def opened(path: Path, size: tuple[int, int] = (1920, 1080)) -> Iterator[Table]:
    """Open a session file at a table."""
    answer = requests.opened(path, speaker("fr"))
    window = Window("CLAP", size)
    table = Table(assembly.services(play.requests()), window, answer.desk, answer.view(Ui()))
    pygame.event.clear()
    try:
        yield table
    finally:
        desk(table).close()
        pygame.display.quit()


def desk(table: Table) -> Desk:
    assert isinstance(table.desk, Desk)
    return table.desk


def press(table: Table, key: str) -> None:
    node = table.tree.find(key)
    assert node is not None, key
    table.step((Press(key),))


def write(table: Table, key: str, text: str) -> None:
    """Press a field and type over what it holds; it is not left."""
    press(table, key)
    table.step((Key("a", ctrl=True), Typed(text)))
