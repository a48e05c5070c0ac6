"""What is remembered of a screen is that screen's: its scales, the farthest seat, whether it was filled."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from game.places import folders
from game.table import screens
from game.table.screens import called
from game.view.answer.ui import Ui, cleared
from game.view.tree.box import Box
from game.wiring import settings
from game.wiring.settings import filled, remember, remembered

LAPTOP, WALL = "eDP-1 1366x768", "HDMI-1 3840x2160"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CLAP_HOME", str(tmp_path))
    return folders.settings() / settings.FILE


def seen(screen: str) -> tuple[int, int, str, bool]:
    ui = remembered("fr", screen)
    return ui.percent, ui.reading, ui.tab("seat", ""), filled(screen)


def test_each_screen_keeps_its_own() -> None:
    remember(Ui(percent=100, reading=100), LAPTOP)
    remember(Ui(percent=125, reading=225, tabs=(("screen", "65"), ("seat", "5"), ("phase", "x"))), WALL, full=True)
    assert seen(LAPTOP) == (100, 100, "", False)
    assert seen(WALL) == (125, 225, "5", True)
    assert remembered("fr", WALL).tab("phase", "") == ""
    assert seen("DP-2 1920x1080")[:2] == (125, 225), "a screen never met takes what was used last"


def test_where_the_bars_stand_is_kept_by_screen() -> None:
    remember(Ui(low=True), WALL)
    remember(Ui(), LAPTOP)
    assert [remembered("fr", screen).low for screen in (WALL, LAPTOP)] == [True, False]
    assert cleared(Ui(low=True), "home").low


def test_the_seat_outlives_another_session() -> None:
    left = cleared(replace(Ui(), tabs=(("screen", "75"), ("seat", "4"), ("sheet", "main"))), "home")
    assert left.tabs == (("screen", "75"), ("seat", "4"))


def test_settings_of_before_are_read_and_spoilt_ones_cost_nothing(home: Path) -> None:
    home.write_text(json.dumps({"lang": "en", "percent": 150, "reading": 200, "reduced": True}), encoding="utf-8")
    assert (remembered(None, WALL).lang, seen(WALL)) == ("en", (150, 200, "", False))
    for spoilt in (
        "[]",
        "{",
        '{"wished": 3}',
        '{"wished": {"palette": "x"}}',
        '{"screens": 3}',
        '{"screens": {"HDMI-1 3840x2160": []}}',
        '{"screens": {"x": 1}}',
    ):
        home.write_text(spoilt, encoding="utf-8")
        assert seen(WALL) == (100, 100, "", False)
        assert not filled(WALL)
    remember(Ui(percent=125), WALL, full=True)
    assert filled(WALL)


def test_only_the_last_screens_are_kept(home: Path) -> None:
    for n in range(40):
        remember(Ui(percent=100 + n), f"DP-{n} 1920x1080")
    kept = json.loads(home.read_text(encoding="utf-8"))["screens"]
    assert list(kept) == [f"DP-{n} 1920x1080" for n in range(20, 40)]


def test_a_screen_is_told_by_its_name_and_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    there = (("eDP-1", Box(0, 0, 1366, 768)), ("HDMI-1", Box(1366, 0, 3840, 2160)))
    monkeypatch.setattr(screens, "named", lambda: there)
    assert called(Box(100, 100, 1200, 600)) == LAPTOP
    assert called(Box(1300, 0, 1920, 1080)) == WALL
    assert called(Box(-9000, 0, 10, 10)) == LAPTOP, "a window nobody sees is on the first one"
    monkeypatch.setattr(screens, "named", lambda: (("", Box(0, 0, 1920, 1080)),))
    assert called(Box(0, 0, 10, 10)) == "1920x1080"
