"""Any text that passes the check can be drawn, printed, exported and read aloud; other seeds: tests/torture."""

from __future__ import annotations

import os
import random
from itertools import islice
from pathlib import Path

import pytest

from tests.content.any_text import everywhere, passed, texts

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")


def test_any_text_that_passes_goes_everywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAP_HOME", str(tmp_path / "home"))
    assert everywhere(tmp_path, 2026, 120) > 80


def test_most_texts_of_people_pass_and_what_is_hidden_does_not() -> None:
    kept = [text for text in islice(texts(random.Random(1)), 400) if passed(text)]
    assert 200 < len(kept) < 390
