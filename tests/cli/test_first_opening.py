"""The very first opening asks for the size of texts, then shows the first steps, once."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import pytest

from game.table.answers import Opened, Played
from game.view.answer.ui import Ui
from game.view.tree.box import Box
from game.wiring import assembly


class Seen:
    """Stands for the table: keeps the view it was opened with, and is left at once."""

    views: list[Ui] = []  # noqa: RUF012  one list for the test, emptied by the fixture

    def __init__(self, _services: object, _window: object, _desk: object, ui: Ui) -> None:
        self.ui, self.player = ui, None
        self.views.append(ui)

    def begin(self, *, apart: bool) -> None:
        """Open no other window."""

    def run(self) -> None:
        """Nobody is there."""


@dataclass(frozen=True)
class Asked:
    """What nobody asks anything of."""

    wished: object = None


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> list[Ui]:
    monkeypatch.setenv("CLAP_HOME", str(tmp_path))
    monkeypatch.setattr(assembly, "Table", Seen)
    monkeypatch.setattr(assembly, "called", lambda _: "a screen")
    placed = SimpleNamespace(place=SimpleNamespace(box=Box(0, 0, 800, 600), full=False))
    monkeypatch.setattr(assembly, "Window", lambda *_, **__: placed)
    monkeypatch.setattr(assembly, "services", lambda _: Asked())
    Seen.views.clear()
    return Seen.views


def test_home_proposes_the_size_of_texts_the_first_time_only(seen: list[Ui]) -> None:
    for _ in range(2):
        assembly.show(None, object(), "fr")  # type: ignore[arg-type]
    assert [(ui.dialog, ui.about) for ui in seen] == [("scale", "first"), ("", "")]


def test_a_demo_is_not_kept_waiting_by_a_question(seen: list[Ui]) -> None:
    assembly.show(Played(Opened(None, lambda ui: ui), object()), object(), "fr")  # type: ignore[arg-type]
    assert seen[0].dialog == ""
