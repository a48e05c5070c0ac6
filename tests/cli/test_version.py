"""`clap --version` names what the program was built from and every package it stands on."""

from __future__ import annotations

import tomllib

import pytest

from game.places import built
from game.places.built import Source
from tests.cli.conftest import Clap
from tests.house.sources import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_the_version_names_the_commit_and_all_it_stands_on(clap: Clap, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(built, "source", lambda: Source("abc1234", "2026-11-30", changed=True))
    said = clap("--version")
    assert (said.code, said.err) == (0, "")
    first, second, third = said.out.splitlines()
    assert first == f"CLAP {PROJECT['version']} (révision abc1234 du 2026-11-30, modifiée depuis)"
    assert second.startswith("Python 3.")
    assert [one.split()[0] for one in third.split(", ")] == list(built.needed())
    assert {"pygame-ce", "typst", "shapely"} <= set(built.needed())
    assert all(built.found(name) for name in built.needed())


def test_the_version_is_told_in_english_and_without_a_commit(clap: Clap, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(built, "source", lambda: built.UNKNOWN)
    assert clap("--version", "--lang", "en").out.startswith(f"CLAP {PROJECT['version']} (commit unknown)\n")
    assert "--version" in clap("--help").out
