"""The bundle beside the same program started from source: what it weighs, when its first frame stands, when home does.

It is looked for in `dist/clap`, or where CLAP_BUNDLE says (`.ci/bundle.py` builds it); without one nothing is measured.
All are watched in the same way: the pixels of the screen, read from outside each millisecond.
"""

from __future__ import annotations

import mmap
import os
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.figure import Figure
from benchmarks.screen import CHILDREN, ROOT, Env, screen, settled

RUNS = 7
MEGABYTES = 120
SLOWER = 1.25
"""How many times the start from source a bundle's may take: what two runs of the same differ by."""
STILL, TICK = 4.0, 0.001
"""Seconds without a change after which home is taken to stand; seconds between two looks."""
SAID = {"frame": "first frame", "cpu": "first frame, time of a core", "home": "home"}
ROWS = 24
"""Rows of pixels looked at."""


@dataclass(frozen=True)
class Seen:
    """Milliseconds from the start of a process to its first pixel and to its last change; of a core until the first."""

    frame: float
    home: float
    cpu: float


def figures() -> Iterator[Figure]:
    """Measure the bare window, `clap` from source and the bundle, in turn."""
    folder = Path(os.environ.get("CLAP_BUNDLE", ROOT / "dist" / "clap"))
    if not (folder / "clap").is_file():
        print(f"bundle: left out, there is none in {folder} (python .ci/bundle.py)", file=sys.stderr)
        return
    yield from _sizes(folder)
    with tempfile.TemporaryDirectory() as name, screen((1920, 1080), Path(name)) as env:
        pixels = Pixels(Path(name) / "Xvfb_screen0")
        homes = {kind: settled(Path(name) / kind) for kind in ("floor", "source", "bundle")}  # each keeps what it read
        own = {key: value for key, value in env.items() if not key.startswith("PYTHON")} | {"PATH": ""}
        starts = {"floor": ([sys.executable, str(CHILDREN / "bare.py"), "idle", "2"], env),
                  "source": ([sys.executable, "-m", "game"], env), "bundle": ([str(folder / "clap")], own)}  # fmt: skip
        rounds = [{kind: pixels.watch(*start, homes[kind]) for kind, start in starts.items()} for _ in range(RUNS + 1)][
            1:
        ]
    floor, source, bundle = ([one[kind] for one in rounds] for kind in starts)
    for what, said in SAID.items():
        ours, theirs = (median(getattr(one, what) for one in runs) for runs in (source, bundle))
        least = median(getattr(one, what) for one in floor) if what != "home" else None  # an empty window has none
        yield Figure(f"{said}, from source, seen from outside", ours, "ms", least)
        yield Figure(f"{said}, bundle", theirs, "ms", least)
        yield Figure(f"{said}, bundle, beside from source", theirs, "ms", ours, SLOWER, of_floor=True)


def _sizes(folder: Path) -> Iterator[Figure]:
    whole = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    yield Figure("bundle, as a folder", whole / 1e6, "MB")
    for file in folder.parent.glob("clap-*.tar.gz"):
        yield Figure("bundle, packed", file.stat().st_size / 1e6, "MB", goal=MEGABYTES, note=file.name)


class Pixels:
    """The screen's own memory, as Xvfb keeps it in a file (an XWD picture)."""

    def __init__(self, file: Path) -> None:
        with file.open("rb") as handle:
            self._all = mmap.mmap(handle.fileno(), 0, prot=mmap.PROT_READ)
        head = struct.unpack(">25I", self._all[:100])
        self._start, self._line, high = head[0] + 12 * head[19], head[12], head[5]
        self._rows = [high * n // (ROWS + 1) for n in range(1, ROWS + 1)]

    def _look(self) -> bytes:
        starts = (self._start + row * self._line for row in self._rows)
        return b"".join(self._all[start : start + self._line] for start in starts)

    def watch(self, command: list[str], env: Env, home: Path) -> Seen:
        """Start a program, and give when the screen first and last changed; then end it."""
        empty = self._look()
        began = last = time.monotonic()
        first, spent, seen = 0.0, 0.0, empty
        own = env | {"CLAP_HOME": str(home), "CLAP_NO_ACCESS": "1"}
        process = subprocess.Popen(command, env=own, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while not first or time.monotonic() < last + STILL:
            time.sleep(TICK)
            now = self._look()
            if now != seen:
                seen, last = now, time.monotonic()
                if not first:
                    first, spent = last, _spent(process.pid)
            if process.poll() is not None and not first:
                raise RuntimeError(command)
        process.kill()
        process.wait()
        while self._look() != empty:
            time.sleep(TICK)
        return Seen(1000 * (first - began), 1000 * (last - began), spent)


def _spent(pid: int) -> float:
    """Give the milliseconds of a core that a process took: what it costs, however much else the machine does."""
    return int(Path(f"/proc/{pid}/schedstat").read_text(encoding="utf-8").split()[0]) / 1e6
