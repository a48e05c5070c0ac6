"""Paths that people type wrong, or may not look into: one sentence that names them, never a neighbour's result."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.places import shelves
from tests.cli.conftest import Clap


@pytest.fixture
def town(clap: Clap) -> Path:
    """Give a scenario's folder of one's own."""
    return shutil.copytree(shelves.scenarios() / "blagnac", clap.home / "t" / "blagnac")


@pytest.mark.parametrize("words", [("scenario", "check"), ("agenda", "--scenario")])
def test_a_scenario_that_is_not_there_is_not_its_neighbour(clap: Clap, town: Path, words: tuple[str, ...]) -> None:
    for name in ("nosuch.yaml", "nosuch"):
        said = clap(*words, town / name)
        assert said.code == (2 if "check" in words else 1), "as `deck check` of a file that is not there"
        assert f"{name}: ce fichier n'existe pas" in said.out + said.err
        assert "rien à corriger" not in said.out


@pytest.mark.parametrize("words", [("scenario", "check"), ("agenda", "--scenario")])
def test_a_file_that_is_no_scenario_is_refused_by_its_name(clap: Clap, town: Path, words: tuple[str, ...]) -> None:
    said = clap(*words, town / "demo.yaml")
    assert said.code == 1
    assert "demo.yaml: un scénario se lit dans un fichier scenario.yaml" in said.out + said.err
    assert "rien à corriger" not in said.out


def test_a_scenario_named_by_its_file_or_its_folder_is_checked(clap: Clap, town: Path) -> None:
    for path in (town, town / "scenario.yaml"):
        said = clap("scenario", "check", path)
        assert (said.code, "rien à corriger" in said.out) == (0, True)
