"""Every screen and dialog, in each language and size of text, in windows of every small size."""

from __future__ import annotations

from itertools import product

import pytest

from game.table import picture
from game.table.ground import Ground
from game.view import scene
from game.view.answer.ui import Ui
from game.view.tree.sight import Memo
from game.words.catalogue import speaker
from tests.table.test_no_room import BARE, MEASURE, SMALL, STAGES, VIEWS

MORE = ((200, 120), (480, 270), (640, 200), (300, 900), (2, 2), (3, 700), (10_000, 10), (64, 64))


@pytest.mark.parametrize("size", [*BARE, *SMALL, *MORE])
def test_every_screen_is_built_and_painted_in_no_room(size: tuple[int, int]) -> None:
    sessions = [make() for make in STAGES.values()]
    for i, (session, view, (lang, percent)) in enumerate(product(sessions, VIEWS, (("fr", 100), ("en", 300)))):
        memo = Memo()
        ui = Ui(lang=lang, percent=percent, **view)  # type: ignore[arg-type]
        tree = scene.build(session, ui, scene.sight(speaker(lang), MEASURE, size, ui.percent, memo))
        assert memo.odd == {}, ui
        if i % 3 == 0:
            assert picture.surface(tree, Ground(session.workshop.town)).get_size() == size
