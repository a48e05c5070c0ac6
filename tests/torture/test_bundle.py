"""The bundle where no Python is: from a folder nobody may write in, with an odd name, by somebody without rights.

CLAP_BUNDLE=FOLDER tries one that was built before (`.ci/bundle.py`), with what it was packed in beside it.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from PIL import Image, ImageGrab

from tests.pilot import PATIENCE
from tests.screen import Screen, settled, window_of
from tests.x11.conftest import display  # noqa: F401  a fixture

ROOT = Path(__file__).parents[2]
NOBODY = 65_534
MOST = 120_000_000
"""Bytes of a bundle as it is packed."""
COLOURS = 200
"""On the screen once home is painted; the curtain has three."""

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="tried on Linux alone")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a bundle."""
    if "CLAP_BUNDLE" in os.environ:
        return Path(os.environ["CLAP_BUNDLE"])
    if find_spec("PyInstaller") is None:
        pytest.skip("PyInstaller is not here: pip install -c constraints.txt -e '.[bundle]'")
    out = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, ROOT / ".ci" / "bundle.py", out], check=True, cwd=ROOT)
    return out / "clap"


@pytest.fixture(scope="module")
def stick(built: Path) -> Iterator[Path]:
    """Carry the bundle to a folder with spaces, accents and signs, in which nothing may be written."""
    room = Path(tempfile.mkdtemp()) / "Clé d'été (n° 1) $HOME"
    shutil.copytree(built, room / "clap", symlinks=True)
    room.parent.chmod(0o755)
    for path in (room, *room.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode & ~0o222)
    yield room
    for folder in (room, *(path for path in room.rglob("*") if path.is_dir() and not path.is_symlink())):
        folder.chmod(0o755)
    shutil.rmtree(room.parent)


@pytest.fixture
def home() -> Iterator[Path]:
    """Give a home to somebody without rights, who is nobody where the tests are run by an administrator."""
    folder = Path(tempfile.mkdtemp())
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    yield folder
    shutil.rmtree(folder)


def somebody() -> dict[str, int]:
    return {"user": NOBODY, "group": NOBODY} if os.geteuid() == 0 else {}


def run(stick: Path, home: Path, *words: str) -> str:
    """Run a command of the bundle where there is no path at all."""
    done = subprocess.run([stick / "clap" / "clap", *words], env={"HOME": str(home), "PATH": ""}, cwd=home,
                          capture_output=True, text=True, check=False, **somebody())  # type: ignore[call-overload]  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    return str(done.stdout)


def test_it_tells_what_it_was_built_from(stick: Path, home: Path) -> None:
    told = run(stick, home, "--version", "--lang", "en")
    assert "a folder to start from, with its own Python" in told
    assert "unknown" not in told
    assert "pygame-ce 2." in told


def test_the_demo_leaves_all_the_files_that_it_leaves_from_source(stick: Path, home: Path, tmp_path: Path) -> None:
    run(stick, home, "demo", "--headless", "--out", str(home / "out"))
    ours = [sys.executable, "-m", "game", "demo", "--headless", "--out", str(tmp_path)]
    subprocess.run(ours, check=True, cwd=ROOT, capture_output=True)
    left, wanted = (
        {file.name: file.stat().st_size for file in folder.iterdir()} for folder in (home / "out", tmp_path)
    )
    assert left.keys() == wanted.keys()
    assert all(left[name] > wanted[name] / 2 for name in wanted)


@pytest.mark.parametrize("words", [
    ("deck", "check", "clap"), ("deck", "print", "clap", "--out", "."), ("scenario", "check", "blagnac"),
    ("deck", "new", "mine"), ("deck", "icons", "school"), ("agenda", "--scenario", "blagnac", "--to", "a.pdf"),
    ("intentions", "template", "--scenario", "blagnac", "--to", "i.xlsx"),
], ids=" ".join)  # fmt: skip
def test_what_is_read_late_is_there_too(stick: Path, home: Path, words: tuple[str, ...]) -> None:
    run(stick, home, *words)


def test_pictures_are_decoded_apart(stick: Path, home: Path) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (8, 8)).save(picture, "PNG")
    data = picture.getvalue()
    given = b"".join(len(one).to_bytes(4, "big") + one for one in (data, data[:40]))
    command = [stick / "clap" / "clap", "--apart", "game.content.decoding"]
    done = subprocess.run(command, input=given, env={"HOME": str(home), "PATH": ""}, capture_output=True, check=True)
    assert done.stdout == b"10"


@pytest.mark.x11
def test_the_table_opens_with_nothing_of_this_computer_s_python(
    stick: Path,
    home: Path,
    display: Screen,  # noqa: F811
) -> None:
    settled(home)
    env = {"HOME": str(home), "CLAP_HOME": str(home), "PATH": "", "DISPLAY": display.name, "CLAP_NO_ACCESS": "1"}
    if os.geteuid() == 0:
        for path in (home, *home.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
    table = subprocess.Popen([stick / "clap" / "clap"], env=env, cwd=home, **somebody())  # type: ignore[call-overload]
    try:
        window_of(display, table.pid)
        until = time.monotonic() + PATIENCE
        while colours(display) < COLOURS and time.monotonic() < until:
            time.sleep(0.05)
        assert colours(display) >= COLOURS
        assert table.poll() is None
        read = {line.split(maxsplit=5)[5] for line in memory(table.pid) if len(line.split(maxsplit=5)) == 6}
        strange = {path for path in read if "ython" in path and not path.startswith(str(stick))}
        assert any(str(stick) in path and "libpython" in path for path in read)
        assert strange == set()
    finally:
        table.terminate()
        table.wait()


def memory(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/maps").read_text(encoding="utf-8").splitlines()


def colours(screen: Screen) -> int:
    return len(ImageGrab.grab(xdisplay=screen.name).convert("RGB").getcolors(1 << 24))


def test_a_folder_beside_it_takes_the_sessions(built: Path, tmp_path: Path) -> None:
    shutil.copytree(built, tmp_path / "clap", symlinks=True, copy_function=os.link)
    env = {"HOME": str(tmp_path / "home"), "PATH": ""}
    (tmp_path / "clap-data").mkdir()
    listed = subprocess.run([tmp_path / "clap" / "clap", "session", "list"], env=env, check=True, capture_output=True)
    assert listed.stdout == b""
    assert [path.name for path in (tmp_path / "clap-data").iterdir()] == ["sessions"]
    assert not (tmp_path / "home").exists()


def test_it_is_packed_small_and_names_its_licences(built: Path) -> None:
    packed = list(built.parent.glob("clap-*.tar.gz"))
    assert [file.stat().st_size < MOST for file in packed] == [True]
    told = (built / "licences" / "LICENCES.txt").read_text(encoding="utf-8")
    lacking = [line.split()[0] for line in told.splitlines() if "sans texte" in line]
    assert [name for name in lacking if not name.endswith(":")] == ["fontpkg"]  # the others are libraries
    assert [line for line in told.splitlines() if "?" in line] == []
    assert all(name in told for name in ("pygame-ce", "Python", "typst", "pyinstaller", "libSDL2:", "libgeos:"))
