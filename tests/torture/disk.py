"""The disk as SQLite sees it: what was written and synced, what a power cut leaves of it, and calls that fail."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SECTOR = 512
PLAYER = """
import sys
from pathlib import Path
from random import Random
from game.desk.opening import open_session
from tests.desk.players import any_gesture
desk, dice = open_session(Path(sys.argv[1])), Random(int(sys.argv[2]))
for _ in range(int(sys.argv[3])):
    any_gesture(dice, desk)
    print(len(desk.rows) - desk.unsaved, flush=True)
try:
    desk.close()
except Exception as error:
    print("left", type(error).__name__)
"""


@dataclass(frozen=True)
class Step:
    """One call: 'w'rite, 't'runcate or 's'ync, on file 1 (the session) or 2 (its journal)."""

    kind: str
    file: int
    at: int
    data: bytes = b""


def shim(folder: Path) -> Path:
    """Build what stands between SQLite and the disk; skip where it cannot be."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or not sys.platform.startswith("linux"):
        pytest.skip("no C compiler here, or no Linux")
    made = folder / "disk.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", made, HERE / "disk.c", "-ldl"], check=True)
    return made


def play(library: Path, path: Path, seed: int, gestures: int, *, notes: Path | None = None, fault: int = 0):
    """Play gestures in another process; give what it said: how many rows were acknowledged after each."""
    env = os.environ | {"LD_PRELOAD": str(library), "PYTHONPATH": str(ROOT), "CLAP_FAULT": str(fault)}
    if notes is not None:
        env["CLAP_NOTES"] = str(notes)
    run = [sys.executable, "-c", PLAYER, str(path), str(seed), str(gestures)]
    return subprocess.run(run, capture_output=True, text=True, cwd=ROOT, env=env, check=False, timeout=300)


def steps(notes: Path) -> list[Step]:
    """Read what was noted."""
    data, at, found = notes.read_bytes(), 0, []
    while at < len(data):
        kind, file, place, size = struct.unpack_from("<cBqq", data, at)
        at += 18
        found.append(Step(kind.decode(), file, place, data[at : at + size]))
        at += size
    return found


def power_cut(start: bytes, done: list[Step], dice: Random) -> tuple[bytes, bytes]:
    """Give what is on the disk when the power goes after these steps: what is synced, and any part of the rest."""
    disk = {1: bytearray(start), 2: bytearray()}
    waiting: dict[int, list[Step]] = {1: [], 2: []}
    for step in done:
        if step.kind == "s":
            for one in waiting[step.file]:
                _apply(disk[step.file], one)
            waiting[step.file] = []
        else:
            waiting[step.file].append(step)
    for file, left in waiting.items():
        for step in left:
            for part in _torn(step):
                if dice.random() < 0.5:
                    _apply(disk[file], part)
    return bytes(disk[1]), bytes(disk[2])


def _torn(step: Step) -> list[Step]:
    if step.kind == "t":
        return [step]
    pieces = range(0, len(step.data), SECTOR)
    return [Step("w", step.file, step.at + n, step.data[n : n + SECTOR]) for n in pieces]


def _apply(disk: bytearray, step: Step) -> None:
    if step.kind == "t":
        del disk[step.at :]
        disk.extend(bytes(step.at - len(disk)))
        return
    disk.extend(bytes(max(0, step.at + len(step.data) - len(disk))))
    disk[step.at : step.at + len(step.data)] = step.data
