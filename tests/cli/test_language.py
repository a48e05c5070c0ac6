"""The language of a command: given before it or after it, it is the same."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Clap


@pytest.mark.parametrize(
    "words", [("deck", "check", "no-such"), ("scenario", "check", "no-such"), ("deck", "diff", "x", "y")]
)
def test_the_language_may_stand_before_the_command(clap: Clap, words: tuple[str, ...]) -> None:
    before, after = clap("--lang", "en", *words), clap(*words, "--lang", "en")
    assert (before.code, before.out, before.err) == (after.code, after.out, after.err)
    assert before.err + before.out != clap(*words).err + clap(*words).out


def test_a_session_without_a_title_is_told_by_its_scenario(clap: Clap) -> None:
    (clap.home / "list.txt").write_text("eau ; sports\n", encoding="utf-8")
    made = clap("session", "from-list", clap.home / "list.txt", "--scenario", "blagnac", "--out", clap.home / "a.clap")
    assert made.code == 0
    assert "Séance ouverte\u00a0: Le CLAP de Blagnac, le " in clap("session", "log", clap.home / "a.clap").out
