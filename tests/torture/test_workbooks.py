"""Workbooks made to harm, each through every command that reads one: a sentence, 300 MB and 5 s at the most."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.sources import ROOT
from tests.tables.hostile import HOSTILE
from tests.torture.running import run, well

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
    subprocess.run(made, cwd=ROOT, check=True)
    home, deck = tmp_path / "home", tmp_path / "deck"
    home.mkdir()
    run(home, "deck", "new", deck)
    for door, words in commands(file, deck).items():
        ran = run(home, *words)
        assert well(ran) == [], (door, ran)
        assert "clap-erreur" not in ran.said, ran.said
