"""A sample of tests/torture/test_holding.py: what hands drop while all else happens is what the last frame had lit."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from game.core.moves.flow import EnterPhase
from tests.table.holding import Storm
from tests.table.real import desk, opened
from tests.view.afternoon import ROOT
from tests.x11.sessions import LEVERS, made

DECK = (ROOT / "decks" / "clap" / "deck.yaml").read_bytes()


def storm(folder: Path, seed: int, count: int) -> Storm:
    """Blow over the afternoon's board, from a seed."""
    with opened(made(folder, *LEVERS, EnterPhase("enjeux"))) as table:
        blown = Storm(table, Random(seed), DECK)
        blown.blow(count)
        assert desk(table).session.issues is not None
        return blown


@pytest.fixture(autouse=True)
def no_clipboard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pygame.scrap.put_text", lambda _: None)
    monkeypatch.setattr("pygame.scrap.get_text", lambda: "")


def test_what_is_dropped_is_what_was_lit(tmp_path: Path) -> None:
    blown = storm(tmp_path, 2026, 600)
    assert blown.wrong == []
    assert blown.dropped > 5
