"""One tree, three looks: the screen takes the palette that was chosen, and what is exported stays that of the day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.places import wishes
from game.places.wishes import Wishes
from game.table.app import Table
from game.table.ground import Ground
from game.table.paint import Painter
from game.table.picture import surface
from game.table.window import Window
from game.view.answer.ui import Ui
from game.view.tree import theme
from game.wiring import settings
from game.wiring.wishing import Wishing
from tests.table import demo
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


DARK, SHARP = Wishes(dark=True), Wishes(contrast=True, dark=True)


class Opened:
    """A table that was opened under a system's wishes, and what it wears."""

    def __init__(self, wish: Wishes, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(wishes, "wished", lambda: wish)
        self.wishing, self.ui = Wishing(), settings.remembered("fr")
        self.first = self.ui.palette, self.ui.reduced
        self.answer()

    def answer(self) -> None:
        """Hear the system."""
        self.ui = self.wishing.ask()(self.ui)

    @property
    def wears(self) -> tuple[str, bool]:
        return self.ui.palette, self.ui.reduced

    def left(self, **looks: object) -> None:
        """Choose looks, then leave."""
        settings.remember(replace(self.ui, **looks), wish=self.wishing.known)  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CLAP_HOME", str(tmp_path))


@pytest.mark.parametrize(("wish", "palette"), [(Wishes(), theme.DAY), (DARK, theme.NIGHT), (SHARP, theme.CONTRAST)])
def test_the_system_s_wish_is_followed_until_one_chooses_otherwise(
    wish: Wishes, palette: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Opened(wish, monkeypatch)
    assert first.wears == (palette, False)
    first.left()
    now = Opened(Wishes(still=True), monkeypatch)
    assert now.wears == (theme.DAY, True)
    now.left(palette=theme.CONTRAST, reduced=False)
    assert Opened(DARK, monkeypatch).wears == (theme.CONTRAST, False)


def test_the_first_frame_wears_what_the_system_wished_when_the_table_was_left(monkeypatch: pytest.MonkeyPatch) -> None:
    first = Opened(DARK, monkeypatch)
    assert first.first == (theme.DAY, False), "nothing is known yet"
    first.left()
    assert Opened(DARK, monkeypatch).first == (theme.NIGHT, False)
    assert Opened(Wishes(), monkeypatch).wears == (theme.DAY, False)


def test_a_table_left_before_the_system_has_answered_has_chosen_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    slow = Opened(Wishes(), monkeypatch)
    monkeypatch.setattr(wishes, "wished", lambda: DARK)
    slow.wishing.ask()
    slow.left()
    assert Opened(DARK, monkeypatch).wears == (theme.NIGHT, False)


def test_the_system_is_asked_once_a_frame_stands_and_its_answer_is_worn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wishes, "wished", lambda: DARK)
    frames, worn, wishing = [], [], Wishing()
    table = Table(demo.services(), Window("CLAP", SIZE), None, Ui())

    def asked() -> Callable[[Ui], Ui]:
        frames.append(table.window.frames)
        return wishing.ask()

    def turned(clock: pygame.Clock) -> None:
        Table.turn(table, clock)
        worn.append((table.ui.palette, table.painter.palette))
        table.closing = worn[-1] == (theme.NIGHT, theme.NIGHT) or len(worn) > 600

    monkeypatch.setattr(table, "turn", turned)
    table.services = replace(table.services, wished=asked)
    table.run()
    assert frames == [1], "asked once, when one frame had been shown"
    assert worn[-1] == (theme.NIGHT, theme.NIGHT)
