"""The commands of the page on installing, typed as they stand, beside the files they name."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from tests.house.test_site import INSTALLING, commands

ROOT = Path(__file__).parents[2]
LINES = commands(INSTALLING[0])
UNPACKED, PIP = (
    [line for line in LINES if "clap/" in line or "tar" in line],
    [line for line in LINES if ".venv" in line],
)
TOOLS = [line for line in LINES if line.startswith(("pipx", "uv"))]


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the wheel and the pins; skip where nothing can be fetched."""
    folder = tmp_path_factory.mktemp("room")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], check=True, cwd=ROOT)
    shutil.copy(ROOT / "constraints.txt", folder)
    fetched = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", folder / "tried", "segno==1.6.6"]
    if subprocess.run(fetched, capture_output=True, check=False).returncode:
        pytest.skip("no packages can be fetched here")
    return folder


def typed(line: str, folder: Path) -> str:
    env = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "PIP_"))} | {
        "PIPX_HOME": str(folder / "pipx"), "PIPX_BIN_DIR": str(folder / "bin"),
        "UV_TOOL_DIR": str(folder / "uv"), "UV_TOOL_BIN_DIR": str(folder / "bin")}  # fmt: skip
    done = subprocess.run(["bash", "-c", line], cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_every_line_is_of_one_of_the_ways() -> None:
    assert sorted(UNPACKED + PIP + TOOLS) == sorted(LINES)


@pytest.mark.parametrize("line", TOOLS, ids=lambda line: line.split()[0])
def test_a_tool_installs_it_in_one_line(room: Path, line: str) -> None:
    if shutil.which(line.split(maxsplit=1)[0]) is None:
        pytest.skip(f"no {line.split(maxsplit=1)[0]} here")
    typed(line, room)
    assert "CLAP " in typed("bin/clap --version", room)
    shutil.rmtree(room / "bin")


def test_pip_installs_it_in_a_folder(room: Path) -> None:
    assert "CLAP " in [typed(line, room) for line in PIP][-1]


def test_the_archive_is_unpacked_and_started(tmp_path: Path) -> None:
    if "CLAP_BUNDLE" not in os.environ:
        pytest.skip("CLAP_BUNDLE names no bundle")
    packed = tmp_path / UNPACKED[0].split()[-1]
    with tarfile.open(packed, "w:gz", compresslevel=1) as made:
        made.add(os.environ["CLAP_BUNDLE"], "clap")
    assert "CLAP " in [typed(line, tmp_path) for line in UNPACKED][-1]
