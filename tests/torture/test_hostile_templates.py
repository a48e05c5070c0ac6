"""Some seventy hostile papers: minutes or one sentence, in 300 MB and 5 s of the processor; nothing leads outside."""

from __future__ import annotations

import json
import subprocess
import sys
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.torture.templates import made

CHILD = """
import io, json, re, resource, sys, time, zipfile
from pathlib import Path
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
from game.core.errors import GameError
from game.export.blocks import Heading, Leaf, Words
from game.export.to_docx import written
from game.words.catalogue import speaker
from game.words.refusals import failure
leaf = Leaf("Compte rendu", "CLAP", (Heading("Fait"), Words("Dit.")), "CLAP", "", "fr", "2026-12-02", "{page}")
written(leaf)
began, code, acts = time.process_time(), "", []
try:
    made = written(leaf, Path(sys.argv[1]))
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        acts = [n for n in parts.namelist() if re.search(rb"outside.example|External|passwd", parts.read(n))]
except GameError as error:
    code = failure(error, speaker("fr"))
most = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
print(json.dumps([code, acts, time.process_time() - began, most]))
"""
ALL = dict(made())


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is told by Linux")
@pytest.mark.parametrize("name", ALL)
def test_a_hostile_paper(name: str, tmp_path: Path) -> None:
    make: Callable[[], bytes] = ALL[name]
    path = tmp_path / "modele.docx"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # zipfile, of a name written twice
        path.write_bytes(make())
    before = path.stat().st_mtime_ns, path.stat().st_size
    done = subprocess.run([sys.executable, "-c", CHILD, str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2_000:]
    said, acts, seconds, megabytes = json.loads(done.stdout)
    assert not said.startswith("error.")
    assert acts == []
    assert seconds < 5
    assert megabytes < 300
    assert (path.stat().st_mtime_ns, path.stat().st_size) == before
    assert [one.name for one in tmp_path.iterdir()] == ["modele.docx"]
