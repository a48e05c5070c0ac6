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
