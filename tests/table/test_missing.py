"""What could not be shown is said once, named, and noted in the fault file, while the table is played on."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.core.errors import GameError, SetupError
from game.table import shapes
from game.table.missing import Missing
from game.table.paint import Painter
from game.table.surfaces import Icons, Texts
from game.view.answer.input import Key, PointerDown, PointerUp, Tick
from game.view.parts import cards
from game.view.tree.sight import Odd, Sight
from game.words.catalogue import speaker
from tests.table.real import desk, opened
from tests.x11.sessions import LEVERS, made

CLOCK = pygame.time.Clock()


def failing(error: Exception) -> Callable[..., object]:
    def fail(*_: object, **__: object) -> object:
        raise error

    return fail


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_panel_that_fails_is_said_once_and_noted(lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(made(tmp_path, *LEVERS)) as table:
        table.ui, table.memo = table.ui.__class__(screen="play", lang=lang), type(table.memo)()
        monkeypatch.setattr("game.view.board.hand._across", failing(KeyError("a picture of the hand")))
        table.changed()
        table.turn(CLOCK)
        assert table.ui.toast is not None
        name = speaker(lang).say("part.hand")
        assert name in table.ui.toast.text
        assert "{" not in table.ui.toast.text
        found = [file for file in tmp_path.rglob("clap-erreur.txt") if "a picture of the hand" in file.read_text()]
        assert found[0].name in table.ui.toast.text
        assert str(tmp_path) not in table.ui.toast.text, "the room reads it too"
        said = table.ui.toast
        for _ in range(3):
            table.step((Tick(table.ui.now + 1),))
            table.turn(CLOCK)
        assert table.ui.toast in (said, None)
        table.step((Key("z", ctrl=True),))
        assert desk(table).session.phase == "enjeux", "one plays on"


def test_what_fails_at_random_leaves_the_table_and_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In builders and in the painter, at any moment: the window lives, the sentence is there, the file has it."""
    dice = random.Random(2026)
    errors = (ZeroDivisionError("one"), pygame.error("two"), ValueError("three"), UnicodeError("four"), MemoryError())

    def now_and_then(real: Callable[..., object], share: float) -> Callable[..., object]:
        def does(*given: object, **more: object) -> object:
            if dice.random() < share:
                raise dice.choice(errors)
            return real(*given, **more)

        return does

    with opened(made(tmp_path, *LEVERS)) as table:
        for holder, name, share in (
            (Texts, "line", 0.03), (Icons, "draw", 0.1), (shapes, "fill", 0.01), (Painter, "_words", 0.01),
            (cards, "_lever", 0.2), (Sight, "fitted", 0.004),
        ):  # fmt: skip
            monkeypatch.setattr(holder, name, now_and_then(getattr(holder, name), share))
        said: list[str] = []
        for _ in range(60):
            node = dice.choice([node for node in table.tree.walk() if node.acts] or [table.tree])
            if node.key not in ("menu", "undo") and not node.key.startswith(("tab", "card", "hand")):
                node = table.tree
            spot = node.box.centre
            table.window.exposed()
            table.step((PointerDown("mouse", *spot), PointerUp("mouse", *spot), Key("escape")))
            table.turn(CLOCK)
            if table.ui.toast is not None:
                said.append(table.ui.toast.text)
        assert table.window.frames > 30
        told = [text for text in said if text.startswith("Ne peut pas être montré")]
        assert len(set(told)) > 3
        noted = "".join(file.read_text() for file in tmp_path.rglob("clap-erreur.txt"))
        assert sum(f"{word}\n" in noted for word in ("one", "two", "three", "four")) > 2
        monkeypatch.undo()
        table.memo, table.painter.odd = type(table.memo)(), {}
        table.changed()
        table.window.exposed()
        table.turn(CLOCK)
        assert table.memo.odd == table.painter.odd == {}


def test_many_parts_are_one_sentence_and_one_note() -> None:
    notes: list[Exception] = []

    def note(error: Exception) -> GameError:
        notes.append(error)
        return SetupError("table_fault", trace="/x/clap-erreur.txt")

    missing = Missing()
    odd = {f"card:{i}": Odd(f"Carte {i}" if i else "x" * 200, KeyError(i)) for i in range(9)}
    told = missing.told(odd, speaker("fr"), note)
    assert told is not None
    assert str(told.facts["what"]).startswith("xxx")
    assert str(told.facts["what"]).endswith("…, Carte 1, Carte 2, …")
    assert isinstance(notes[0], ExceptionGroup)
    assert len(notes) == 1
    assert missing.told(odd, speaker("fr"), note) is None


def test_a_part_without_a_name_is_called_by_the_catalogue() -> None:
    told = Missing().told(
        {"plan": Odd("", KeyError()), "focus": Odd("", KeyError())}, speaker("en"), lambda _: SetupError("x_untold")
    )
    assert told == SetupError("part_fault_untold", what="the plan, this part")
