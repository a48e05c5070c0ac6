"""Files that people give are read at once or refused in one sentence, whatever they are."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from game.core.errors import SetupError
from game.places import given
from game.words.catalogue import speaker
from game.words.refusals import failure
from tests.odd_files import KINDS, odd

MOST = 1_000


def refused(file: Path) -> SetupError:
    with pytest.raises(SetupError) as caught:
        given.content(file, MOST)
    for lang in ("fr", "en"):
        said = failure(caught.value, speaker(lang))
        assert not said.startswith("error.")
        assert "{" not in said
    return caught.value


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * MOST)
    assert given.content(tmp_path / "a", MOST) == b"x" * MOST
    (tmp_path / "link").symlink_to(tmp_path / "a")
    assert given.content(tmp_path / "link", MOST) == b"x" * MOST


def test_a_larger_one_is_not(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * (MOST + 1))
    assert refused(tmp_path / "a").code == "file_too_big"
    with (tmp_path / "sparse").open("wb") as file:
        file.truncate(10**12)
    assert refused(tmp_path / "sparse").facts["size"] == 10**6


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_file_is_said_at_once(kind: str, tmp_path: Path) -> None:
    code = dict.fromkeys(("fifo", "device", "socket"), "file_is_device") | {"folder": "file_is_folder"}
    code |= dict.fromkeys(("missing", "link_to_nothing", "not_utf8"), "file_missing")
    assert refused(odd(kind, tmp_path)).code == code.get(kind, "file_unreadable")


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe of POSIX")
def test_a_file_that_becomes_a_pipe_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name may be given to a pipe between the look and the opening."""
    plain, pipe = tmp_path / "plain", tmp_path / "pipe"
    plain.touch()
    os.mkfifo(pipe)
    seen = plain.stat()
    monkeypatch.setattr(Path, "stat", lambda *_, **__: seen)
    assert refused(pipe).code == "file_is_device"


def test_what_the_body_raises_is_its_own(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(ValueError, match="mine"), given.opened(tmp_path / "a"):
        raise ValueError("mine")
