"""Packs made to harm whoever opens them: a sentence, at once, in little memory, and nothing is written elsewhere."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from game.authoring.pack import KINDS
from tests.torture.packs import PACKS, parts
from tests.torture.running import run, well

COMMANDS = (("scenario", "check"), ("deck", "print"))


@pytest.mark.parametrize("name", PACKS)
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_hostile_pack_is_opened_or_refused_in_a_sentence(tmp_path: Path, name: str, words: tuple[str, ...]) -> None:
    home = tmp_path / "home"
    home.mkdir()
    pack = home / "a.clapdeck.zip"
    PACKS[name](pack, parts(tmp_path / "jeu"))
    before = {one for one in tmp_path.rglob("*") if home not in one.parents}
    ran = run(home, *words, pack)
    assert well(ran) == [], ran.said[-2_000:]
    assert {one for one in tmp_path.rglob("*") if home not in one.parents} == before
    assert not list(Path("/tmp").glob("evil*"))
    for one in home.rglob("*"):
        assert not one.is_symlink()
        assert one.is_dir() or stat.S_ISREG(one.stat().st_mode)
        assert one.is_dir() or not one.stat().st_mode & 0o6111, one
        if "packs" in one.parts and one.is_file():
            assert one.suffix.lower()[1:] in KINDS, one
