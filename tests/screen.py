"""A screen of a test's own: Xvfb, a window manager, a French keyboard."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
TOOLS = ("Xvfb", "xdotool", "setxkbmap", "openbox")
LACKING = tuple(tool for tool in TOOLS if shutil.which(tool) is None)


class Screen:
    """A screen with a window manager and a French keyboard. `env` is what a program needs to show itself there."""

    def __init__(self, wide: int = 2134, high: int = 1200) -> None:
        read, write = os.pipe()
        size = f"{wide}x{high}x24"
        command = ["Xvfb", "-noreset", "-displayfd", str(write), "-screen", "0", size]
        self._server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as pipe:
            self.name = f":{pipe.readline().strip()}"
        env = {key: value for key, value in os.environ.items() if not key.startswith("SDL_")}
        self.env = env | {"DISPLAY": self.name, "CLAP_NO_ACCESS": "1", "LC_ALL": "C.UTF-8"}
        self._manager = subprocess.Popen(
            ["openbox"], env=self.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        subprocess.run(["setxkbmap", "fr", "oss"], env=self.env, check=True, stderr=subprocess.DEVNULL)

    def close(self) -> None:
        for process in (self._manager, self._server):
            process.terminate()
            process.wait()


@contextmanager
def screen(wide: int = 2134, high: int = 1200) -> Iterator[Screen]:
    """Give a screen on which the table opens at 1920×1080: it takes nine tenths."""
    made = Screen(wide, high)
    try:
        yield made
    finally:
        made.close()


def settled(home: Path) -> None:
    """Let the table find its settings: at its very first opening it asks for the size of texts."""
    (home / "settings").mkdir(parents=True, exist_ok=True)
    file = home / "settings" / "table.json"
    if not file.exists():
        file.write_text("{}", encoding="utf-8")


LOOKS = 25
"""Times a window is looked for: another that goes meanwhile ends xdotool's search."""


def window_of(screen: Screen, pid: int) -> str:
    """Give the window of a process; it is looked for again where another one went while they were gone through."""
    wanted = ["xdotool", "search", "--sync", "--onlyvisible", "--pid", str(pid)]
    for _ in range(LOOKS):
        done = subprocess.run(wanted, env=screen.env, capture_output=True, text=True, check=False)
        if done.returncode == 0 and done.stdout.strip():
            return done.stdout.split()[-1]
        time.sleep(0.2)
    message = f"no window of {pid}: {done.stderr}"
    raise AssertionError(message)
