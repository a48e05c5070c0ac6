"""Folders: those that come with the table, and those of whoever plays."""

from __future__ import annotations

import os
import sys

import pytest

from game.core.errors import SetupError
from game.places import folders, shelves, sticks


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


@pytest.fixture
def bundle(monkeypatch, tmp_path):
    """Make believe that a bundle was started, in a folder of its own, on a computer without sticks."""
    own = tmp_path / "clé d'été" / "clap"
    own.mkdir(parents=True)
    monkeypatch.delenv("CLAP_HOME")
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "Documents"))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(own / "clap"))
    monkeypatch.setattr(sticks, "sticks", lambda: ())
    sticks.beside.cache_clear()
    yield own
    sticks.beside.cache_clear()


def test_a_bundle_on_a_stick_keeps_its_sessions_beside_it(bundle, monkeypatch):
    monkeypatch.setattr(sticks, "sticks", lambda: (bundle.parent,))
    assert folders.sessions() == bundle.parent / "clap-data" / "sessions"
    assert folders.settings().is_relative_to(bundle.parent / "clap-data")
    assert not any(bundle.iterdir()), "the bundle's own folder may be replaced by the next version's"


def test_a_bundle_elsewhere_does_so_where_the_folder_was_made(bundle, tmp_path):
    assert folders.sessions() == tmp_path / "Documents" / "CLAP"
    sticks.beside.cache_clear()
    (bundle.parent / "clap-data").mkdir()
    assert folders.sessions() == bundle.parent / "clap-data" / "sessions"


def test_a_stick_that_is_locked_leaves_sessions_in_the_documents(bundle, monkeypatch, tmp_path):
    monkeypatch.setattr(sticks, "sticks", lambda: (bundle.parent,))
    monkeypatch.setattr(os, "access", lambda path, _: "clap-data" not in str(path))
    assert folders.sessions() == tmp_path / "Documents" / "CLAP"
    sticks.beside.cache_clear()
    (bundle.parent / "clap-data").rmdir()
    (bundle.parent / "clap-data").write_text("in the way", encoding="utf-8")
    assert folders.sessions() == tmp_path / "Documents" / "CLAP"


def test_a_copy_that_is_no_bundle_looks_at_no_stick(monkeypatch, tmp_path):
    monkeypatch.setattr(sticks, "sticks", lambda: pytest.fail("sticks were looked for"))
    sticks.beside.cache_clear()
    assert sticks.beside() is None
