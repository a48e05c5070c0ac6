"""The deck's file goes, is a pipe, or lies where one may not look: a sentence, and the table goes on."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from game.core.moves.issues import MoveIssue
from game.wiring.livedeck import LiveDeck
from tests.table.studio import Studio


def shut(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let nobody look into a folder, as on another person's stick; tests may be run by root, whom no rights stop."""

    def stopped(module: Any, name: str) -> None:
        real: Callable[..., Any] = getattr(module, name)

        def call(path: Any, *words: Any, **more: Any) -> Any:
            if isinstance(path, str | Path) and Path(path).is_relative_to(folder):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
            return real(path, *words, **more)

        monkeypatch.setattr(module, name, call)

    for name in ("stat", "scandir", "open", "listdir"):
        stopped(os, name)


def fifo(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


GONE = {
    "gone": Path.unlink,
    "pipe": fifo,
    "folder": folder,
    "link round": lambda file: (file.unlink(), file.symlink_to(file)),
}


@pytest.mark.parametrize("way", [*GONE, "closed"])
def test_a_deck_that_can_no_longer_be_read_is_said_and_the_table_goes_on(
    studio: Studio,
    monkeypatch: pytest.MonkeyPatch,
    way: str,
) -> None:
    deck = studio.desk.session.workshop.deck
    if way == "closed":
        shut(monkeypatch, studio.file.parent)
    else:
        GONE[way](studio.file)
    studio.wait()
    banner = studio.table.tree.find("notice:deck")
    assert banner is not None
    assert "deck.yaml" in banner.name
    assert studio.desk.session.workshop.deck is deck
    assert studio.desk.do(MoveIssue("gaspillage", "repas", "cuisine")) is None
    studio.table.changed()
    studio.table.show()


def test_a_session_whose_deck_lies_in_a_closed_folder_is_played(
    studio: Studio,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shut(monkeypatch, studio.file.parent)
    live = LiveDeck(lambda: studio.now)
    assert live.news(studio.desk, studio.table.ui) is None
    assert studio.table.tree.find("issue:gaspillage") is not None


@pytest.mark.parametrize("named", ["~nobody-of-that-name/deck.yaml", "a\0b/deck.yaml", "/dev/zero", "\udcff/deck.yaml"])
def test_a_file_s_word_for_where_its_deck_is_stops_nothing(studio: Studio, named: str) -> None:
    keeping = studio.desk._keeping
    keeping.carried = replace(keeping.carried, facts={**keeping.carried.facts, "deck_file": named})
    live = LiveDeck(lambda: studio.now)
    for _ in range(3):
        studio.now += 1.0
        assert live.news(studio.desk, studio.table.ui) is None


def test_the_deck_is_watched_again_once_it_is_back(studio: Studio) -> None:
    studio.file.unlink()
    studio.wait()
    assert studio.table.tree.find("notice:deck") is not None
    studio.save(studio.good.replace("Produits de saison", "Fruits de saison"))
    assert studio.table.tree.find("notice:deck") is None
    assert studio.label("produits-de-saison") == "Fruits de saison"
