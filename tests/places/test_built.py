"""What a copy was built from: asked of git in a checkout, read where a build noted it, else unknown."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from game.places import built
from game.places.built import Source


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    if shutil.which("git") is None:
        pytest.skip("no git here")
    (tmp_path / "card.txt").write_text("one", encoding="utf-8")
    who = ("-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false")
    for words in (("init", "-q"), ("add", "."), (*who, "commit", "-q", "-m", "One", "--date", "2026-11-30T10:00:00Z")):
        subprocess.run(
            ["git", "-C", str(tmp_path), *words], check=True, env={"GIT_COMMITTER_DATE": "2026-11-30T10:00:00Z"}
        )
    return tmp_path


def test_a_checkout_says_its_commit_its_day_and_whether_it_was_changed(checkout: Path) -> None:
    said = built.asked(checkout)
    assert said is not None
    assert (len(said.commit) >= 7, said.day, said.changed) == (True, "2026-11-30", False)
    (checkout / "card.txt").write_text("two", encoding="utf-8")
    assert built.asked(checkout) == Source(said.commit, said.day, changed=True)


def test_no_git_and_no_checkout_are_no_fault(checkout: Path, tmp_path_factory, monkeypatch) -> None:
    assert built.asked(tmp_path_factory.mktemp("plain")) is None
    monkeypatch.setenv("PATH", "")
    assert built.asked(checkout) is None


def test_what_a_build_noted_is_read_and_anything_else_is_nothing(tmp_path: Path) -> None:
    file = tmp_path / built.FILE
    assert built.noted(file) is None
    file.write_text(json.dumps({"commit": "abc1234", "day": "2026-11-30", "changed": False}), encoding="utf-8")
    assert built.noted(file) == Source("abc1234", "2026-11-30")
    for odd in ("", "[]", "{}", '{"commit": 1}', "\x00"):
        file.write_text(odd, encoding="utf-8")
        assert built.noted(file) is None
