"""Any text that passes the check can be drawn, printed, exported and read aloud: many seeds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.any_text import everywhere


@pytest.mark.parametrize("seed", range(40))
def test_any_text_that_passes_goes_everywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    monkeypatch.setenv("CLAP_HOME", str(tmp_path / "home"))
    assert everywhere(tmp_path, seed, 40) > 20
