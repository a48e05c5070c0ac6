"""What the system wishes of a screen is asked of its own tools, and a system that says nothing wishes nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game.places import wishes
from game.places.wishes import Wishes

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the tool that is asked is another one")
Tool = Callable[[str], None]


@pytest.fixture
def gsettings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tool]:
    """Stand for the system's tool: it runs these lines of a shell."""
    wishes.wished.cache_clear()
    monkeypatch.setenv("PATH", str(tmp_path))

    def made(lines: str) -> None:
        tool = tmp_path / "gsettings"
        tool.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
        tool.chmod(0o755)

    yield made
    wishes.wished.cache_clear()


@pytest.mark.parametrize(
    ("key", "value", "wish"),
    [
        ("high-contrast", "true", Wishes(contrast=True)),
        ("gtk-theme", "'HighContrastInverse'", Wishes(contrast=True)),
        ("color-scheme", "'prefer-dark'", Wishes(dark=True)),
        ("enable-animations", "false", Wishes(still=True)),
        ("color-scheme", "'default'", Wishes()),
    ],
)
def test_what_is_wished_is_heard(gsettings: Tool, key: str, value: str, wish: Wishes) -> None:
    gsettings(f'echo "$2 {key} {value}"')
    assert wishes.wished() == wish


@pytest.mark.parametrize("lines", ["exit 1", "echo what", "exec /bin/sleep 5", "printf '\\377 \\0 \\n'"])
def test_a_tool_that_fails_babbles_or_sleeps_wishes_nothing(gsettings: Tool, lines: str) -> None:
    gsettings(lines)
    assert wishes.wished() == Wishes()


def test_no_tool_wishes_nothing(gsettings: Tool) -> None:
    assert wishes.wished() == Wishes()
