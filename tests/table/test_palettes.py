"""One tree, three looks: the screen takes the palette that was chosen, and what is exported stays that of the day."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.places.wishes import Wishes
from game.table.ground import Ground
from game.table.paint import Painter
from game.table.picture import surface
from game.view.answer.ui import Ui
from game.view.tree import theme
from game.wiring import settings
from tests.view.afternoon import picked, workshop
from tests.view.look import tree_of
from tests.view.test_home_dialogs import at

SIZE = (960, 540)


def painted(painter: Painter) -> pygame.Surface:
    return surface(tree_of(picked(), Ui(screen="play"), SIZE), painter=painter)


def mean(picture: pygame.Surface) -> int:
    return sum(pygame.transform.average_color(picture)[:3])


def test_a_dark_look_is_dark_on_the_plan_too_and_the_day_comes_back_to_the_pixel() -> None:
    painter = Painter(ground=Ground(workshop().town))
    by_day = painted(painter)
    painter.wear(theme.NIGHT)
    by_night = painted(painter)
    plan = pygame.Rect(100, 200, 250, 150)
    for area in (by_day.get_rect(), plan):
        assert mean(by_night.subsurface(area)) < mean(by_day.subsurface(area)) / 2
    painter.wear(theme.DAY)
    assert pygame.image.tobytes(painted(painter), "RGB") == pygame.image.tobytes(by_day, "RGB")


def test_the_menu_goes_round_the_three_looks() -> None:
    table = at(picked(), "play", menu=True)
    seen = []
    for _ in theme.PALETTES:
        table.tap("menu:palette")
        seen.append(table.ui.palette)
    assert seen == [theme.NIGHT, theme.CONTRAST, theme.DAY]


@pytest.mark.parametrize(
    ("wish", "palette"),
    [(Wishes(), theme.DAY), (Wishes(dark=True), theme.NIGHT), (Wishes(contrast=True, dark=True), theme.CONTRAST)],
)
def test_the_system_s_wish_is_followed_until_one_chooses_otherwise(
    wish: Wishes, palette: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CLAP_HOME", str(tmp_path))
    monkeypatch.setattr(settings, "wished", lambda: wish)
    first = settings.remembered("fr")
    assert first.palette == palette
    settings.remember(first)
    monkeypatch.setattr(settings, "wished", lambda: Wishes(still=True))
    now = settings.remembered("fr")
    assert (now.palette, now.reduced) == (theme.DAY, True)
    chosen = replace(now, palette=theme.CONTRAST, reduced=False)
    settings.remember(chosen)
    again = settings.remembered("fr")
    assert (again.palette, again.reduced) == (theme.CONTRAST, False)
