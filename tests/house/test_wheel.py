"""The wheel carries all the table needs, and works outside a checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile

import pytest

from tests.house.sources import ROOT

pytestmark = pytest.mark.slow


def run(*command: object, cwd: object = None, **more: str) -> str:
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"} | more
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False, env=environment
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Build the wheel with the hatchling of this environment: no network."""
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", out, cwd=ROOT)
    return next(out.glob("*.whl"))


def test_the_wheel_carries_every_asset_deck_and_scenario(wheel):
    held = set(zipfile.ZipFile(wheel).namelist())
    ours = {
        f"game/_data/{file.relative_to(ROOT).as_posix()}"
        for folder in ("assets", "decks", "scenarios")
        for file in (ROOT / folder).rglob("*")
        if file.is_file() and not file.name.startswith(".")
    }
    assert ours - held == set()
    assert any(name.endswith("licenses/LICENSE") for name in held)
    assert not any(name.startswith("tests/") for name in held)


def test_the_wheel_works_outside_a_checkout(wheel, tmp_path):
    """Unpacked in an environment that has the libraries but not this checkout."""
    venv.create(tmp_path / "env", with_pip=False, symlinks=os.name != "nt")
    python = tmp_path / "env" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    site = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    zipfile.ZipFile(wheel).extractall(site)
    libraries = run(
        sys.executable, "-c", "import platformdirs, pathlib; print(pathlib.Path(platformdirs.__file__).parent.parent)"
    ).strip()
    code = (
        "import sys; sys.path.append(sys.argv[1])\n"
        "import game; from game.places import shelves; from game.words.catalogue import speaker\n"
        "assert game.__file__.startswith(sys.prefix), game.__file__\n"
        "assert str(shelves.assets()).startswith(sys.prefix), shelves.assets()\n"
        "assert shelves.deck('clap').is_file() and shelves.scenario('blagnac').is_file()\n"
        "from game.type.measure import FontMeasure\n"
        "assert FontMeasure().width('CLAP', 24) > 40\n"
        "print(speaker('fr').say('calendar.month_08'))"
    )
    assert run(python, "-c", code, libraries, cwd=tmp_path, PYTHONIOENCODING="utf-8").strip() == "août"
