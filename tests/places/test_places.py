"""Folders: those that come with the table, and those of whoever plays."""

from __future__ import annotations

import os

import pytest

from game.core.errors import SetupError
from game.places import folders, shelves


def test_what_comes_with_the_table_is_found():
    assert (shelves.assets() / "locale").is_dir()
    assert shelves.decks().is_dir()
    assert shelves.scenarios().is_dir()


def test_a_scenario_is_found_by_its_name_its_folder_or_its_file(tmp_path):
    file = tmp_path / "scenario.yaml"
    file.write_text("id: x", encoding="utf-8")
    assert shelves.scenario(str(file)) == file
    assert shelves.scenario(str(tmp_path)) == file
    with pytest.raises(SetupError) as unknown:
        shelves.scenario("atlantide")
    assert unknown.value.code == "scenario_unknown"
    assert "blagnac" in unknown.value.facts["known"]


def test_one_folder_may_hold_all_that_is_ours(clap_home):
    for folder in (folders.sessions(), folders.settings(), folders.cache()):
        assert folder.is_dir()
        assert folder.is_relative_to(clap_home)


def test_without_it_the_system_says_where(monkeypatch, tmp_path):
    monkeypatch.delenv("CLAP_HOME")
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "Documents"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert folders.sessions().name == "CLAP"
    assert folders.cache().is_dir()
    assert folders.settings().is_dir()


def test_a_file_where_a_folder_should_be_is_said(tmp_path):
    (tmp_path / "taken").write_text("", encoding="utf-8")
    with pytest.raises(SetupError) as error:
        folders.writable(tmp_path / "taken" / "sessions")
    assert error.value.code == "folder_unwritable"
    assert error.value.facts["reason"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_rights_is_said(tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    with pytest.raises(SetupError) as error:
        folders.writable(closed)
    assert error.value.code == "folder_unwritable"
