"""The wheel carries all the table needs, and works outside a checkout."""

from __future__ import annotations

import functools
import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import platformdirs
import pytest

from game.places import built
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


def test_the_wheel_notes_the_commit_it_is_built_from(wheel):
    told = json.loads(zipfile.ZipFile(wheel).read(f"game/_data/{built.FILE}"))
    assert built.Source(**told) == built.asked(ROOT)


@pytest.fixture(scope="module")
def elsewhere(wheel, tmp_path_factory):
    """Unpack the wheel in an environment that has the libraries but not this checkout; give its python."""
    folder = tmp_path_factory.mktemp("env")
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    site = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    zipfile.ZipFile(wheel).extractall(site)
    libraries = Path(platformdirs.__file__).parent.parent
    return functools.partial(run, python, cwd=folder, PYTHONPATH=str(libraries), PYTHONIOENCODING="utf-8")


def test_the_wheel_works_outside_a_checkout(elsewhere):
    code = (
        "import sys, game; from game.places import shelves; from game.words.catalogue import speaker\n"
        "assert game.__file__.startswith(sys.prefix), game.__file__\n"
        "assert str(shelves.assets()).startswith(sys.prefix), shelves.assets()\n"
        "assert shelves.deck('clap').is_file() and shelves.scenario('blagnac').is_file()\n"
        "from game.type.measure import FontMeasure\n"
        "assert FontMeasure().width('CLAP', 24) > 40\n"
        "print(speaker('fr').say('calendar.month_08'))"
    )
    assert elsewhere("-c", code).strip() == "août"


def test_the_wheel_plays_a_workshop_to_its_objectives(elsewhere, tmp_path):
    elsewhere("-m", "game", "demo", "--headless", "--out", tmp_path, CLAP_HOME=str(tmp_path / "home"))
    objectives = json.loads((tmp_path / "objectives.json").read_text(encoding="utf-8"))
    assert len(objectives["objectives"]) == 5
    assert len(objectives["renounced"]) == 3


def test_the_wheel_tells_the_commit_it_is_built_from(elsewhere):
    told = elsewhere("-m", "game", "--version", "--lang", "en")
    assert built.asked(ROOT).commit in told.splitlines()[0]
