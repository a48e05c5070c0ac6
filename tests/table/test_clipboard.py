"""The clipboard belongs to every program of the machine: whatever it does, the table goes on and says it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pygame
import pytest

from game.core.errors import SetupError
from game.table import clipboard
from game.table.app import Table
from game.view.answer.input import Input, Key, Press
from game.view.answer.intents import AskPaste, CopyText
from tests.table.demo import table


@pytest.fixture
def room() -> Iterator[Table]:
    made = table(6, (960, 540))
    made.step((Press("name"),))
    yield made
    pygame.display.quit()


def raising(error: BaseException) -> Callable[..., str]:
    def fail(*_: object) -> str:
        raise error

    return fail


FOREIGN = UnicodeDecodeError("utf-8", b"caf\xe9", 3, 4, "unexpected end of data")
GETS: tuple[tuple[Callable[..., str], str], ...] = (
    (raising(FOREIGN), "clipboard_foreign"),
    (raising(pygame.error("no selection owner")), "clipboard_silent"),
    (raising(ValueError("embedded null")), "clipboard_silent"),
    (raising(MemoryError()), "clipboard_silent"),
    (lambda: "", "clipboard_empty"),
    (lambda: "x" * (clipboard.MOST + 1), "clipboard_long"),
)


def pasted(room: Table) -> str:
    """Press Ctrl+V, and take what comes at the next turn."""
    room.step((Key("v", ctrl=True),))
    while not room.queue.empty():
        room.step((room.queue.get_nowait(),))
    assert room.ui.editing is not None
    return room.ui.editing.text


@pytest.mark.parametrize(("get", "code"), GETS)
def test_what_cannot_be_pasted_is_said_and_nothing_changes(
    room: Table, monkeypatch: pytest.MonkeyPatch, get: Callable[..., str], code: str
) -> None:
    monkeypatch.setattr("pygame.scrap.get_text", get)
    assert pasted(room) == ""
    assert room.ui.toast is not None
    assert room.ui.toast.text.split()[0] == code


@pytest.mark.parametrize(
    "text",
    ["\x00", "\ud83d", "a\x00b\x1b[31m", "\u202eoib", "\U0001f469\u200d\U0001f33e", "\t\t", "\u2028", "\x9b" * 50],
)
def test_any_text_pasted_is_painted(room: Table, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("pygame.scrap.get_text", lambda: text)
    pasted(room)
    room.show()
    room.step((Key("tab"),))
    room.show()


@pytest.mark.parametrize("error", [pygame.error("closed"), ValueError("embedded null"), MemoryError()])
def test_a_copy_that_fails_is_said(room: Table, monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    monkeypatch.setattr("pygame.scrap.put_text", raising(error))
    monkeypatch.setattr("pygame.scrap.get_text", lambda: "été")
    pasted(room)
    room.step((Key("a", ctrl=True), Key("x", ctrl=True)))
    assert room.ui.toast is not None
    assert room.ui.toast.text == "clipboard_closed"
    room.step((Key("z", ctrl=True),))
    assert room.ui.editing is not None
    assert room.ui.editing.text == "été"


def test_a_copied_text_has_only_signs_a_clipboard_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[str] = []
    monkeypatch.setattr("pygame.scrap.put_text", given.append)
    inputs: list[Input] = []
    assert clipboard.served(CopyText("\ud800é\x00"), inputs.append) is None
    assert given == ["\ufffdé"]


def test_more_than_a_field_holds_is_said_at_once(room: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pygame.scrap.get_text", lambda: "a" * 200_000)
    assert pasted(room) == "a" * 4_060
    assert room.ui.toast is not None
    assert room.ui.toast.text == "field.full 195940 60"


def test_the_clipboards_trouble_is_worded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pygame.scrap.get_text", raising(FOREIGN))
    trouble = clipboard.served(AskPaste(), lambda _: None)
    assert trouble == SetupError("clipboard_foreign")
