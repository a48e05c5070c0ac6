"""An X screen of our own on a free display number, and processes that draw on it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
CHILDREN = Path(__file__).parent / "children"
Env = dict[str, str]
SERVER = "XVFB_PROCESS"
"""Where the display server's process id is told to what draws on it."""


class NoScreenError(Exception):
    """Xvfb is not there."""


@contextmanager
def screen(size: tuple[int, int], pixels: Path | None = None) -> Iterator[Env]:
    """Start Xvfb at a size; give the environment in which a process finds it. Raises NoScreenError.

    `pixels`: a folder in which it keeps them, in a file Xvfb_screen0; the empty screen is white.
    """
    if shutil.which("Xvfb") is None:
        raise NoScreenError
    read, write = os.pipe()
    command = [
        "Xvfb",
        "-noreset",
        "-nolisten",
        "tcp",
        "-displayfd",
        str(write),
        "-screen",
        "0",
        f"{size[0]}x{size[1]}x24",
    ]
    command += ["-wr", "-fbdir", str(pixels)] if pixels is not None else []
    server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        yield _env(number) | {SERVER: str(server.pid)}
    finally:
        server.terminate()
        server.wait()


def _env(display: str) -> Env:
    """Give the environment of a user's second start: compiled modules are there, as after any first one."""
    ours = ("SDL_", "WAYLAND", "CLAP_", "PYTHON")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    compiled = Path(tempfile.gettempdir()) / "clap-benchmarks"
    return kept | {"DISPLAY": f":{display}", "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(compiled)}


def settled(home: Path) -> Path:
    """Let the table find its settings: only its very first opening asks for the size of texts."""
    (home / "settings").mkdir(parents=True, exist_ok=True)
    file = home / "settings" / "table.json"
    if not file.exists():
        file.write_text("{}", encoding="utf-8")
    return home


def child(env: Env, name: str, *arguments: str, home: Path | None = None, limit: float = 120) -> dict[str, Any]:
    """Run a script of children/; give the facts it tells. `began` is when it was started, on the monotonic clock."""
    began = time.monotonic()
    command = [sys.executable, str(CHILDREN / f"{name}.py"), *arguments]
    own = {"CLAP_HOME": str(settled(home))} if home is not None else {}
    done = subprocess.run(command, env=env | own, capture_output=True, text=True, timeout=limit, check=False, cwd=ROOT)
    if done.returncode:
        trace = home / "sessions" / "clap-erreur.txt" if home is not None else Path()
        told = trace.read_text(encoding="utf-8") if trace.is_file() else ""
        raise RuntimeError(f"{name}: {done.stderr.strip()}\n{told}")
    facts: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return facts | {"began": began}
