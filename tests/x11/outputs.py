"""A screen whose outputs are plugged and unplugged, and that fingers touch: Xorg's dummy driver, a window manager."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.screen import Screen

TOOLS = ("Xorg", "openbox", "xrandr", "xdotool", "setxkbmap")
CONF = """
Section "Device"
 Identifier "d"
 Driver "dummy"
 VideoRam 512000
EndSection
Section "Monitor"
 Identifier "m"
 HorizSync 5-1000
 VertRefresh 5-200
EndSection
Section "Screen"
 Identifier "s"
 Device "d"
 Monitor "m"
 DefaultDepth 24
 SubSection "Display"
  Depth 24
  Virtual 5760 2160
 EndSubSection
EndSection
"""


class Outputs(Screen):
    """A screen of two outputs; `more` is what else its server is told."""

    def __init__(self, folder: Path, more: str = "") -> None:
        (folder / "xorg.conf").write_text(CONF + more, encoding="utf-8")
        read, write = os.pipe()
        command = ["Xorg", "-config", str(folder / "xorg.conf"), "-noreset", "-novtswitch", "-sharevts",
                   "-logfile", str(folder / "log"), "-displayfd", str(write)]  # fmt: skip
        self._server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as pipe:
            self.name = f":{pipe.readline().strip()}"
        if self.name == ":":
            pytest.skip("Xorg has no dummy driver here")
        env = {key: value for key, value in os.environ.items() if not key.startswith("SDL_")}
        self.env = env | {"DISPLAY": self.name, "CLAP_NO_ACCESS": "1", "LC_ALL": "C.UTF-8"}
        self._xrandr("--output", "DUMMY0", "--mode", "1920x1080", "--pos", "0x0")
        self._xrandr("--addmode", "DUMMY1", "1280x720")
        self._manager = subprocess.Popen(
            ["openbox"], env=self.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def plug(self) -> None:
        self._xrandr("--output", "DUMMY1", "--mode", "1280x720", "--pos", "1920x0")

    def unplug(self) -> None:
        self._xrandr("--output", "DUMMY1", "--off")

    def _xrandr(self, *words: str) -> None:
        subprocess.run(["xrandr", *words], env=self.env, check=True)


def lacking() -> list[str]:
    """Name the tools that are not on this machine."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]
