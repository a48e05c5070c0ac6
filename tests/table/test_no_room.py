"""A window made as small as can be: nothing stops, nothing is lost, and at its size again the table is whole."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pygame
import pytest

from game.table import picture
from game.table.app import Table
from game.table.ground import Ground
from game.type.measure import FontMeasure
from game.view import scene
from game.view.answer.input import Key, PointerDown, PointerMove, PointerUp, Typed, Wheel
from game.view.answer.intents import Camera
from game.view.answer.ui import Ui
from game.view.dialogs import DIALOGS
from game.view.tree.sight import Memo
from game.words.catalogue import speaker
from tests.table.real import desk, opened
from tests.view import council
from tests.view.afternoon import SESSIONS
from tests.x11.sessions import LEVERS, made

MEASURE = FontMeasure()
BARE = ((1, 1), (0, 0), (1, 0), (0, 300), (1, 1080), (1920, 1), (30, 20), (5000, 80), (80, 2000), (287, 161))
SMALL = ((288, 162), (320, 180), (300, 2000), (5000, 170), (480, 270))
VIEWS: tuple[dict[str, object], ...] = (
    *({"screen": name} for name in ("seats", "play", "poster")),
    *({"screen": "play", "dialog": name} for name in DIALOGS if name not in ("menu", "spotlight")),
    {"screen": "play", "menu": True},
    {"screen": "play", "spotlight": "eau"},
    {"screen": "play", "camera": Camera(0.3, 0.3, 4.0)},
)
STAGES = {"full": SESSIONS["full"], "opened": SESSIONS["opened"], "sheets": council.sheets, "ended": council.ended}


@pytest.mark.parametrize("stage", ["full", "sheets"])
def test_every_screen_is_built_and_painted_in_no_room(stage: str) -> None:
    """A sample: tests/torture has all of them."""
    session, dice = STAGES[stage](), Random(stage)
    ground = Ground(session.workshop.town)
    for size in (*BARE, *SMALL):
        for view in dice.sample(VIEWS, 1 if size in BARE else 4):
            memo, lang = Memo(), dice.choice(("fr", "en"))
            ui = Ui(lang=lang, percent=dice.choice((100, 300)), **view)  # type: ignore[arg-type]
            tree = scene.build(session, ui, scene.sight(speaker(lang), MEASURE, size, ui.percent, memo))
            assert memo.odd == {}, (size, ui)
            assert (size in BARE) == (not any(node.acts for node in tree.walk()))
            assert picture.surface(tree, ground).get_size() == size


def resized(table: Table, size: tuple[int, int]) -> None:
    """Do as the window does once the system has given it another size: SDL's own has at least a pixel."""
    table.window.screen = pygame.Surface(size)
    table.window.exposed()
    table.changed()
    table.show()


def test_what_is_done_in_no_room_loses_nothing(tmp_path: Path) -> None:
    dice = Random(9)
    with opened(made(tmp_path, *LEVERS)) as table:
        screen = table.window.screen
        field = next(node.key for node in table.tree.walk() if node.role == "field")
        x, y = next(node.box.centre for node in table.tree.walk() if node.key == field)
        table.step((PointerDown("mouse", x, y), PointerUp("mouse", x, y), Typed("clause")))
        session = desk(table).session
        for size in BARE:
            resized(table, size)
            at = (dice.randrange(max(1, size[0])), dice.randrange(max(1, size[1])))
            table.step((Wheel(*at, 1), PointerDown("finger:1", *at), PointerMove("finger:1", at[0] + 9, at[1] + 9)))
            table.step((PointerUp("finger:1", *at), Key("left"), Key("right")))
            table.show()
        assert desk(table).session is session
        assert table.painter.odd == table.memo.odd == {}
        table.window.screen = screen
        table.window.exposed()
        table.changed()
        table.show()
        whole = picture.surface(table.tree, table.painter.pictures.ground)
        assert pygame.image.tobytes(table.window.screen, "RGB") == pygame.image.tobytes(whole, "RGB")
        assert table.ui.text(field) == "clause"
