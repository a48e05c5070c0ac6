"""What the system says that its user wishes of a screen: more contrast, a dark look, less motion.

Its own tools are asked, and waited for a moment only: a system that says nothing wishes nothing.
"""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from shutil import which
from typing import Any

from game.core.frozen import dataclass

PATIENCE = 2.0
"""Seconds waited for each answer, at most; nobody is kept waiting meanwhile (wiring/wishing.py)."""
GNOME = ("org.gnome.desktop.interface", "org.gnome.desktop.a11y.interface")
PORTAL = (
    "gdbus", "call", "--session", "--timeout", "1", "--dest", "org.freedesktop.portal.Desktop",
    "--object-path", "/org/freedesktop/portal/desktop", "--method", "org.freedesktop.portal.Settings.ReadAll",
    "['org.freedesktop.appearance']",
)  # fmt: skip
"""What any desktop of Linux answers, where GNOME's own settings tell nothing of it."""
TOLD = re.compile(r"'(color-scheme|contrast|reduced-motion)': <uint32 1>")
MAC = ("com.apple.universalaccess", "-g")
WINDOWS_LOOKS = r"Software\Microsoft\Windows\CurrentVersion\Themes\Personalize"
HIGH_CONTRAST, ANIMATIONS = 0x0042, 0x1042
"""What SystemParametersInfo is asked (SPI_GETHIGHCONTRAST, SPI_GETCLIENTAREAANIMATION)."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is wished; all false where the platform does not tell."""

    contrast: bool = False
    dark: bool = False
    still: bool = False


def wished() -> Wishes:
    """Ask the system what its user wishes; that takes its time."""
    if sys.platform == "win32":
        return _windows()
    if sys.platform == "darwin":
        return _mac([line for one in MAC for line in _said("defaults", "read", one)])
    told, portal = [line for one in GNOME for line in _said("gsettings", "list-recursively", one)], _said(*PORTAL)
    return _either(_gnome(told), _portal(portal))


def _either(one: Wishes, other: Wishes) -> Wishes:
    return Wishes(one.contrast or other.contrast, one.dark or other.dark, one.still or other.still)


def _said(*words: str) -> list[str]:
    if which(words[0]) is None:
        return []
    import subprocess  # only where there is somebody to ask

    with suppress(OSError, ValueError, subprocess.SubprocessError):
        done = subprocess.run(words, capture_output=True, text=True, timeout=PATIENCE, check=False)
        return done.stdout.splitlines()
    return []


def _gnome(lines: list[str]) -> Wishes:
    """Read lines as "org.gnome.desktop.interface color-scheme 'prefer-dark'"."""
    told = {words[1]: words[2].strip("'") for line in lines if len(words := line.split(" ", 2)) == 3}
    contrast = told.get("high-contrast") == "true" or "HighContrast" in told.get("gtk-theme", "")
    return Wishes(contrast, told.get("color-scheme") == "prefer-dark", told.get("enable-animations") == "false")


def _portal(lines: list[str]) -> Wishes:
    """Read a line as "({'org.freedesktop.appearance': {'color-scheme': <uint32 1>, 'contrast': <uint32 0>}},)"."""
    told = {name for line in lines for name in TOLD.findall(line)}
    return Wishes("contrast" in told, "color-scheme" in told, "reduced-motion" in told)


def _mac(lines: list[str]) -> Wishes:
    """Read lines as "    reduceMotion = 1;"; untried on a real one."""
    told = {key.strip(' "'): value.strip(' ";') for key, _, value in (line.partition("=") for line in lines)}
    dark = told.get("AppleInterfaceStyle") == "Dark"
    return Wishes(told.get("increaseContrast") == "1", dark, told.get("reduceMotion") == "1")


def _windows() -> Wishes:
    """Ask SystemParametersInfo for its high contrast and its animations, the registry for its look; untried on one."""
    import ctypes

    contrast = still = False
    with suppress(Exception):  # whatever it is, nothing is wished
        ask = ctypes.windll.user32.SystemParametersInfoW  # type: ignore[attr-defined]
        moves, sharp = ctypes.c_int(1), (ctypes.c_uint32 * 4)()
        sharp[0] = size = 2 * ctypes.sizeof(ctypes.c_uint32) + ctypes.sizeof(ctypes.c_void_p)
        ask(ANIMATIONS, 0, ctypes.byref(moves), 0)
        ask(HIGH_CONTRAST, size, ctypes.byref(sharp), 0)
        contrast, still = bool(sharp[1] & 1), not moves.value
    return Wishes(contrast, _dark_windows(), still)


def _dark_windows() -> bool:
    with suppress(Exception):
        import winreg  # type: ignore[import-not-found,unused-ignore]

        looks: Any = winreg
        with looks.OpenKey(looks.HKEY_CURRENT_USER, WINDOWS_LOOKS) as key:
            return bool(looks.QueryValueEx(key, "AppsUseLightTheme")[0] == 0)
    return False
