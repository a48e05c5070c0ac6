"""Paths that people type wrong, or may not look into: one sentence that names them, never a neighbour's result."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from game.content.shelf import load_scenario
from game.core.errors import SetupError
from game.desk.opening import new_session
from game.places import shelves
from game.wiring import opendata
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


@pytest.fixture
def closed(town: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder nobody may look into, the scenario's; tests may be run by root, whom no rights stop."""

    def stopped(name: str) -> Callable[..., Any]:
        real = getattr(Path, name)

        def call(self: Path, *words: Any, **more: Any) -> Any:
            if town in self.parents:
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self))
            return real(self, *words, **more)

        return call

    for name in ("stat", "open", "mkdir"):
        monkeypatch.setattr(Path, name, stopped(name))
    return town


READING = [
    ("deck check", "deck.yaml"),
    ("deck check", "sub/deck.yaml"),
    ("deck fix", "deck.yaml"),
    ("deck diff clap", "deck.yaml"),
    ("deck pack", "deck.yaml"),
    ("deck sheet export", "deck.yaml"),
    ("deck print clap --since", "deck.yaml"),
    ("scenario check", ""),
    ("scenario check", "scenario.yaml"),
    ("agenda --scenario", ""),
    ("agenda --scenario", "scenario.yaml"),
    ("demo --headless --scenario", ""),
    ("demo --headless --scenario", "scenario.yaml"),
]


@pytest.mark.parametrize(("words", "name"), READING)
def test_what_a_closed_folder_holds_cannot_be_read(clap: Clap, closed: Path, words: str, name: str) -> None:
    said = clap(*words.split(), closed / name)
    assert ".yaml: ce fichier ne peut pas être lu (accès refusé)" in said.out + said.err
    assert "deck.yaml/" not in said.out + said.err
    assert said.code == (2 if "check" in words else 1)


WRITING = ["deck new", "deck sheet export clap", "deck print clap --only credits --out", "demo --headless --out"]


@pytest.mark.parametrize("words", WRITING)
def test_a_closed_folder_cannot_be_written_in(clap: Clap, closed: Path, words: str) -> None:
    said = clap(*words.split(), closed / "o")
    assert said.code == 1
    assert f"On ne peut pas écrire dans le dossier {closed}" in said.err


def test_a_session_is_not_exported_to_a_closed_folder(clap: Clap, closed: Path) -> None:
    sources = load_scenario(shelves.scenarios() / "blagnac", shelves.decks())
    new_session(clap.home / "s.clap", sources, sources.scenario.agendas[0].id, date="2026-12-02").close()
    said = clap("export", clap.home / "s.clap", "--to", closed / "o")
    assert said.code == 1
    assert f"On ne peut pas écrire dans le dossier {closed}" in said.err


def test_an_agenda_goes_to_a_folder_that_is_not_there_yet(clap: Clap) -> None:
    file = clap.home / "not" / "yet" / "a.pdf"
    assert clap("agenda", "--scenario", "blagnac", "--to", file).code == 0
    assert file.read_bytes().startswith(b"%PDF")


def test_an_agenda_does_not_go_under_a_file(clap: Clap) -> None:
    (clap.home / "f").touch()
    said = clap("agenda", "--scenario", "blagnac", "--to", clap.home / "f" / "a.pdf")
    assert said.code == 1
    assert "n'est pas un dossier" in said.err


@pytest.mark.parametrize(("name", "told"), [("nosuch.yaml", "n'existe pas"), ("other.yaml", "un fichier deck.yaml")])
def test_a_deck_of_another_name_is_not_packed_as_its_neighbour(clap: Clap, name: str, told: str) -> None:
    folder = shutil.copytree(shelves.decks() / "clap", clap.home / "clap")
    (folder / "other.yaml").write_bytes((folder / "deck.yaml").read_bytes())
    said = clap("deck", "pack", folder / name, "--out", clap.home / "a.zip")
    assert said.code == 1
    assert f"{name}: " in said.err
    assert told in said.err
    assert not (clap.home / "a.zip").exists()


def test_a_folder_that_may_not_be_listed_is_said(clap: Clap, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self))

    (clap.home / "new").mkdir()
    monkeypatch.setattr(Path, "iterdir", refuse)
    said = clap("deck", "new", clap.home / "new")
    assert (said.code, "accès refusé" in said.err) == (1, True)
    with pytest.raises(SetupError, match="folder_unreadable"):
        opendata.files()
