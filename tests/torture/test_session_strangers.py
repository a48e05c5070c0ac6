"""Session files from a stranger, by the commands: a sentence, little memory, soon, and nothing outside."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.desk.opening import sessions
from tests.torture.disk import ROOT
from tests.torture.strangers import files

MEMORY, SECONDS = 300_000_000, 5
EVERY = int(os.environ.get("CLAP_EVERY", "1"))
WORDS = (("session", "log"), ("session", "purge"), ("session", "rescue"), ("export",))
RUN = """
import resource, sys, time
from game.cli.main import run
code = run(sys.argv[2:])
used = resource.getrusage(resource.RUSAGE_SELF)
open(sys.argv[1], "w").write(f"{code} {used.ru_maxrss * 1024} {used.ru_utime + used.ru_stime}")
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("strangers")
    return folder, list(files(folder))


def seen(folder: Path) -> dict[str, str]:
    """Tell what lies in a folder, each file by its content."""
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file() and file.stat().st_size < 1 << 30
    }


def test_there_are_a_hundred_of_them(made):
    assert len(made[1]) >= 100


def test_home_lists_them_all_and_touches_none(made):
    folder, every = made
    before = seen(folder)
    for path in every:
        assert len(sessions(path.parent)) == 1
    assert seen(folder) == before


@pytest.mark.parametrize("words", WORDS, ids=lambda words: words[-1])
def test_each_command_says_a_sentence_soon_with_little_and_outside_nothing(made, words, tmp_path):
    folder, every = made
    before, wrong, most = seen(folder), {}, [0.0, 0.0]
    for n, path in enumerate(every[::EVERY]):
        out = tmp_path / f"{n}"
        more = {"log": (), "purge": ("--out", out), "rescue": ("--to", out), "export": ("--to", out)}[words[-1]]
        env = os.environ | {"CLAP_HOME": str(tmp_path / "home")}
        run = [sys.executable, "-c", RUN, str(tmp_path / "told"), *words, str(path), *map(str, more)]
        done = subprocess.run(run, capture_output=True, text=True, cwd=ROOT, env=env, check=False, timeout=1200)
        if done.returncode:
            wrong[path.parent.name] = f"died: {done.stderr[-300:]}"
            continue
        code, memory, seconds = (float(part) for part in (tmp_path / "told").read_text().split())
        most = [max(most[0], memory), max(most[1], seconds)]
        if code not in (0, 1, 2) or memory > MEMORY or seconds > SECONDS:
            wrong[path.parent.name] = f"{code} {memory / 1e6:.0f} MB {seconds:.1f} s"
        if code and ("Traceback" in done.stderr or "{" in done.stderr or len(done.stderr.strip().split("\n")) > 20):
            wrong[path.parent.name] = done.stderr[:300]
        if "clap-erreur" in done.stderr:
            wrong[path.parent.name] = f"a fault of ours: {done.stderr[:300]}"
    print(f"{words[-1]}: {most[0] / 1e6:.0f} MB and {most[1]:.1f} s of CPU at most")
    assert wrong == {}
    assert seen(folder) == before
