"""What the system says that its user wishes of a screen: more contrast, a dark look, less motion.

Its own tools are asked, and waited for a moment only: a system that says nothing wishes nothing.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import cache
from shutil import which

from game.core.frozen import dataclass

PATIENCE = 0.3
"""Seconds waited for each answer, at most."""
GNOME = ("org.gnome.desktop.interface", "org.gnome.desktop.a11y.interface")
MAC = ("com.apple.universalaccess", "-g")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is wished; all false where the platform does not tell."""

    contrast: bool = False
    dark: bool = False
    still: bool = False


@cache
def wished() -> Wishes:
    """Give what the system's user wishes, asked once."""
    if sys.platform == "win32":
        return _windows()
    if sys.platform == "darwin":
        return _mac([line for one in MAC for line in _said("defaults", "read", one)])
    return _gnome([line for one in GNOME for line in _said("gsettings", "list-recursively", one)])


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


def _mac(lines: list[str]) -> Wishes:
    """Read lines as "    reduceMotion = 1;"; untried on a real one."""
    told = {key.strip(' "'): value.strip(' ";') for key, _, value in (line.partition("=") for line in lines)}
    dark = told.get("AppleInterfaceStyle") == "Dark"
    return Wishes(told.get("increaseContrast") == "1", dark, told.get("reduceMotion") == "1")


def _windows() -> Wishes:
    """Ask SystemParametersInfo for its high contrast and its animations; untried on a real one."""
    import ctypes

    with suppress(Exception):  # whatever it is, nothing is wished
        ask = ctypes.windll.user32.SystemParametersInfoW  # type: ignore[attr-defined]
        moves, contrast = ctypes.c_int(1), (ctypes.c_uint * 4)(16)
        ask(0x1042, 0, ctypes.byref(moves), 0)
        ask(0x0042, 16, contrast, 0)
        return Wishes(contrast=bool(contrast[1] & 1), still=not moves.value)
    return Wishes()
