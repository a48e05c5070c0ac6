"""What every test starts from: no window, no sound, and nobody's own folders."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from game.content import kept

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

# A slow machine is no fault: Hypothesis would time each example, and how long it takes to draw them.
settings.register_profile("suite", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what is played in a window: it waits much, while another worker computes; last, it would hold both.

    It has a second try too, told in the summary: what comes between two programs and a server is not the table's alone.
    """
    for item in items:
        if item.get_closest_marker("x11") is not None:
            item.add_marker(pytest.mark.flaky(reruns=1))
    items.sort(key=lambda item: item.get_closest_marker("x11") is None)


@pytest.fixture(scope="session")
def readings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("readings")


@pytest.fixture(autouse=True)
def read_once(request: pytest.FixtureRequest, readings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the same deck, scenario and map read once, as on a computer that has played; `cold` reads them each time."""
    if request.node.get_closest_marker("cold") is None:
        monkeypatch.setattr(kept, "cache", lambda: readings)
        monkeypatch.setattr(kept, "MOST", 200)


@pytest.fixture(autouse=True)
def clap_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put sessions, settings and cache in a folder of the test's own."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("CLAP_HOME", str(home))
    return home
