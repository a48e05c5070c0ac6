"""Workbooks made to harm, each through every command that reads one: a sentence, 300 MB and 5 s at the most."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.sources import ROOT
from tests.tables.hostile import HOSTILE

MEMORY, SECONDS = 300_000, 5.0
"""Kilobytes of the process, seconds of the processor."""
MAKE = """
import sys
from pathlib import Path
from tests.tables.hostile import HOSTILE
Path(sys.argv[2]).write_bytes(HOSTILE[sys.argv[1]]())
"""


def commands(file: Path, deck: Path) -> dict[str, list[str]]:
    town = str(ROOT / "tests" / "measure" / "data" / "fictif_villefictive_2023-2026.json")
    return {
        "cards": ["deck", "sheet", "import", str(deck), str(file), "--yes"],
        "intentions": ["intentions", "import", str(file), "--scenario", "blagnac", "--yes"],
        "contracts": ["measure", str(file)],
        "families": ["measure", town, "--families", str(file)],
    }


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_hostile_workbook_is_a_sentence(name: str, tmp_path: Path) -> None:
    file = tmp_path / "x.xlsx"
    made = [sys.executable, "-c", MAKE, name, str(file)]
    subprocess.run(made, cwd=ROOT, check=True)  # not here: a child's peak of memory is counted from its parent's
    deck = tmp_path / "deck"
    env = {**os.environ, "CLAP_HOME": str(tmp_path / "home"), "CLAP_LANG": "fr", "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-m", "game", "deck", "new", str(deck)], env=env, check=True, capture_output=True)
    for door, words in commands(file, deck).items():
        said = tmp_path / f"{door}.txt"
        with said.open("wb") as out:
            child = subprocess.Popen([sys.executable, "-m", "game", *words], env=env, stdout=out, stderr=out)
            _, status, used = os.wait4(child.pid, 0)
        told = said.read_text("utf-8")
        assert os.waitstatus_to_exitcode(status) in (0, 1, 2), (door, told)
        assert told.strip(), door
        assert "Traceback" not in told, told
        assert "clap-erreur" not in told, told
        assert used.ru_maxrss < MEMORY, (door, used.ru_maxrss)
        assert used.ru_utime + used.ru_stime < SECONDS, (door, used)
