"""What the system wishes of a screen is asked of its own tools, and a system that says nothing wishes nothing."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from game.places import wishes
from game.places.wishes import Wishes

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the tools are stood for by scripts of a shell")
Tool = Callable[..., None]
Platform = Callable[[str], None]


@pytest.fixture
def tool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tool:
    """Stand for the system's tools: each runs its lines of a shell; without any there is none."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(wishes, "PATIENCE", 0.3)
    monkeypatch.setattr(sys, "platform", "linux")

    def made(lines: str, name: str = "gsettings") -> None:
        script = tmp_path / name
        script.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
        script.chmod(0o755)

    return made


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
def test_what_gnome_wishes_is_heard(tool: Tool, key: str, value: str, wish: Wishes) -> None:
    tool(f'echo "$2 {key} {value}"')
    assert wishes.wished() == wish


@pytest.mark.parametrize(
    ("told", "wish"),
    [
        ("'color-scheme': <uint32 1>, 'contrast': <uint32 0>", Wishes(dark=True)),
        ("'color-scheme': <uint32 2>, 'contrast': <uint32 1>", Wishes(contrast=True)),
        ("'accent-color': <(0.2, 0.5, 0.9)>, 'reduced-motion': <uint32 1>", Wishes(still=True)),
        ("'color-scheme': <uint32 0>", Wishes()),
    ],
)
def test_what_any_other_desktop_wishes_is_heard_by_its_portal(tool: Tool, told: str, wish: Wishes) -> None:
    tool(f"echo \"({{'org.freedesktop.appearance': {{{told}}}}},)\"", "gdbus")
    assert wishes.wished() == wish


def test_what_either_says_is_wished(tool: Tool) -> None:
    tool('echo "$2 enable-animations false"')
    tool("echo \"({'org.freedesktop.appearance': {'color-scheme': <uint32 1>}},)\"", "gdbus")
    assert wishes.wished() == Wishes(dark=True, still=True)


@pytest.mark.parametrize(
    ("domain", "line", "wish"),
    [
        ("com.apple.universalaccess", "    increaseContrast = 1;", Wishes(contrast=True)),
        ("com.apple.universalaccess", "    reduceMotion = 1;", Wishes(still=True)),
        ("com.apple.universalaccess", "    reduceMotion = 0;", Wishes()),
        ("-g", "    AppleInterfaceStyle = Dark;", Wishes(dark=True)),
    ],
)
def test_what_macos_wishes_is_heard(
    tool: Tool, monkeypatch: pytest.MonkeyPatch, domain: str, line: str, wish: Wishes
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    tool(f'[ "$1 $2" = "read {domain}" ] && echo "{{\n{line}\n}}"', "defaults")
    assert wishes.wished() == wish


class Parameters:
    """Stands for user32: answers what Windows would, at the addresses it is given."""

    def __init__(self, moves: int, flags: int) -> None:
        self.moves, self.flags, self.refused = moves, flags, 0

    def __call__(self, asked: int, size: int, where: object, _: int) -> int:
        if asked == wishes.ANIMATIONS:
            ctypes.cast(where, ctypes.POINTER(ctypes.c_int))[0] = self.moves  # type: ignore[arg-type]
            return 1
        sharp = ctypes.cast(where, ctypes.POINTER(ctypes.c_uint32))  # type: ignore[arg-type]
        wants = 2 * 4 + ctypes.sizeof(ctypes.c_void_p)  # HIGHCONTRASTW: two numbers and a pointer
        self.refused += (size, sharp[0]) != (wants, wants)
        if size == wants:
            sharp[1] = self.flags
        return size == wants


class Registry:
    """Stands for winreg, where it tells of a light look or says nothing."""

    HKEY_CURRENT_USER = "user"

    def __init__(self, light: int | None) -> None:
        self.light = light

    def OpenKey(self, *_: object) -> Registry:  # noqa: N802
        if self.light is None:
            raise FileNotFoundError
        return self

    def QueryValueEx(self, _: object, name: str) -> tuple[int | None, int]:  # noqa: N802
        assert name == "AppsUseLightTheme"
        return self.light, 4

    def __enter__(self) -> Registry:
        return self

    def __exit__(self, *_: object) -> None:
        """Closes the key."""


@pytest.mark.parametrize(
    ("moves", "flags", "light", "wish"),
    [
        (1, 0, 1, Wishes()),
        (0, 0, None, Wishes(still=True)),
        (1, 0x7F, 1, Wishes(contrast=True)),
        (1, 0x7E, 0, Wishes(dark=True)),
    ],
)
def test_what_windows_wishes_is_heard(
    monkeypatch: pytest.MonkeyPatch, moves: int, flags: int, light: int | None, wish: Wishes
) -> None:
    asked = Parameters(moves, flags)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(
        ctypes, "windll", SimpleNamespace(user32=SimpleNamespace(SystemParametersInfoW=asked)), raising=False
    )
    monkeypatch.setitem(sys.modules, "winreg", Registry(light))
    assert wishes.wished() == wish
    assert not asked.refused, "Windows fills nothing in where it is told another size"


def test_a_windows_that_answers_nothing_wishes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "winreg", None)
    assert wishes.wished() == Wishes()


@pytest.mark.parametrize("name", ["gsettings", "gdbus"])
@pytest.mark.parametrize("lines", ["exit 1", "echo what", "exec /bin/sleep 5", "printf '\\377 \\0 \\n'"])
def test_a_tool_that_fails_babbles_or_sleeps_wishes_nothing(tool: Tool, name: str, lines: str) -> None:
    tool(lines, name)
    assert wishes.wished() == Wishes()


@pytest.mark.usefixtures("tool")
def test_no_tool_wishes_nothing() -> None:
    assert wishes.wished() == Wishes()
