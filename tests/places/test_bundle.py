"""A bundle starts itself to read apart, and other programs with this computer's libraries."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from importlib import import_module

import pytest
from PIL import Image

from game.content import apart, decoding
from game.places import bundle
from game.wiring.readers import read
from tests.house.sources import ROOT

LIKE = "import sys; sys.frozen = True; from game.__main__ import main; main()"
"""The program as a bundle starts it."""


@pytest.fixture
def frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)


def sized(data: bytes) -> bytes:
    return len(data).to_bytes(decoding.HEAD, "big") + data


def test_a_bundle_reads_apart_by_starting_itself(frozen: None) -> None:
    command = apart.command("game.content.decoding", "word")
    assert command == [sys.executable, bundle.APART, "game.content.decoding", "word"]
    picture = io.BytesIO()
    Image.new("RGB", (8, 8)).save(picture, "PNG")
    given = sized(picture.getvalue()) + sized(picture.getvalue()[:40])
    words = [sys.executable, "-c", LIKE, *command[1:-1]]
    done = subprocess.run(words, input=given, capture_output=True, check=True, cwd=ROOT)
    assert done.stdout == b"10"


def test_every_reader_that_is_run_apart_is_one_a_bundle_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [file.read_text(encoding="utf-8") for file in (ROOT / "game").rglob("*.py")]
    asked = {name for text in texts for name in re.findall(r'apart\.(?:told|command)\(\s*"([\w.]+)"', text)}
    assert len(asked) > 3
    run: list[str] = []
    for name in asked:
        monkeypatch.setattr(import_module(name), "main", lambda *_, name=name: run.append(name))
        read(name)
    read("os")
    assert set(run) == asked


@pytest.mark.parametrize("former", ["/opt/lib", None])
def test_what_it_starts_has_this_computer_s_libraries(monkeypatch: pytest.MonkeyPatch, former: str | None) -> None:
    monkeypatch.setenv(bundle.LIBRARIES, "/bundle/_internal")
    monkeypatch.delenv(f"{bundle.LIBRARIES}_ORIG", raising=False)
    if former:
        monkeypatch.setenv(f"{bundle.LIBRARIES}_ORIG", former)
    bundle.released()
    assert os.environ.get(bundle.LIBRARIES) == former
