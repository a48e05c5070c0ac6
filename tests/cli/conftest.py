from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from game.cli.main import run


@dataclass
class Said:
    code: int
    out: str
    err: str


class Clap:
    """Runs commands as typed, without a screen, in a home of its own."""

    def __init__(self, capsys: pytest.CaptureFixture[str], home: Path) -> None:
        self._capsys, self.home = capsys, home

    def __call__(self, *words: str | Path) -> Said:
        self._capsys.readouterr()
        code = run([str(word) for word in words])
        told = self._capsys.readouterr()
        assert "Traceback" not in told.out + told.err
        return Said(code, told.out, told.err)


@pytest.fixture
def clap(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clap:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "CLAP_LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    monkeypatch.setenv("CLAP_HOME", str(tmp_path / "home"))
    return Clap(capsys, tmp_path)
