"""Who draws at the real table, in this process: everything but the screen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pygame

from game.core.drawing.drawing import Drawing
from game.table.app import Table
from game.table.window import Window
from game.type.measure import FontMeasure
from game.view.answer.drawn import Drawn
from game.view.answer.input import Key, PointerDown, PointerMove, PointerUp, Press, Typed
from game.view.answer.shelf import DrawPlaces
from game.view.answer.ui import Ui
from game.view.tree.node import Node
from game.wiring import assembly, play
from tests.view.checks import faults

SIZE = (1920, 1080)


class Artist:
    """A table whose places are drawn, and hands on it."""

    def __init__(self, table: Table) -> None:
        self.table = table

    @property
    def drawn(self) -> Drawing:
        assert isinstance(self.table.ui.drawing, Drawn)
        return self.table.ui.drawing.drawing

    @property
    def said(self) -> str:
        return self.table.ui.toast.text if self.table.ui.toast is not None else ""

    def node(self, key: str) -> Node:
        found = self.table.tree.find(key)
        assert found is not None, key
        return found

    def handles(self, kind: str) -> list[str]:
        """Give the handles of the chosen place: its corners, or the points between two."""
        return [node.key for node in self.table.tree.walk() if node.key.startswith(f"drawing:{kind}:")]

    def sound(self) -> None:
        assert not self.table.memo.odd
        assert faults(self.table.tree, FontMeasure(), self.table.ui.percent) == []

    def press(self, *keys: str) -> None:
        """Press nodes as an assistive tool does."""
        for key in keys:
            self.node(key)
            self.table.step((Press(key),))

    def tap(self, x: int, y: int, pointer: str = "mouse") -> None:
        """Press a point, soon after another press."""
        self.table.step((PointerDown(pointer, x, y, again=True), PointerUp(pointer, x, y)))

    def touch(self, key: str) -> None:
        self.tap(*self.node(key).box.centre, "finger 1")

    def drag(self, start: tuple[int, int], to: tuple[int, int]) -> None:
        self.table.step((PointerDown("mouse", *start), PointerMove("mouse", start[0] + 12, start[1] + 12)))
        self.table.step((PointerMove("mouse", *to),))
        self.table.step((PointerUp("mouse", *to),))

    def keys(self, *names: str) -> None:
        for name in names:
            *held, key = name.split("+")
            self.table.step((Key(key, ctrl="ctrl" in held, shift="shift" in held),))

    def write(self, key: str, text: str) -> None:
        """Type over what a field holds, and leave it."""
        self.press(key)
        self.table.step((Key("a", ctrl=True), Typed(text)))
        self.keys("enter")

    def walk(self, key: str) -> None:
        """Go to a node by the Tab key alone."""
        for _ in range(80):
            if self.table.ui.focus == key:
                return
            self.keys("tab")
        raise AssertionError(f"Tab never comes to {key}")


@contextmanager
def drawing(folder: Path, lang: str = "fr", size: tuple[int, int] = SIZE, percent: int = 100) -> Iterator[Artist]:
    """Open a scenario's places at a table."""
    table = Table(assembly.services(play.requests()), Window("CLAP", size), None, Ui(lang=lang, percent=percent))
    pygame.event.clear()
    try:
        table.ask(DrawPlaces(str(folder)))
        table.changed()
        yield Artist(table)
    finally:
        pygame.display.quit()
