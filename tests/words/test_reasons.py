"""What the system says of a file it cannot read or write reaches people in their language."""

from __future__ import annotations

import os
from errno import EACCES, ENOTDIR

import pytest

from game.words.catalogue import TOLD, reasons, speaker
from tests.cli.conftest import Clap, clap

__all__ = ["clap"]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_reason_has_a_sentence(lang: str) -> None:
    assert len(reasons()) >= len(TOLD) - 1
    assert all(speaker(lang).has(key) for key in reasons().values())


def test_a_reason_is_said_in_the_language_and_any_other_as_it_stands() -> None:
    told = {
        lang: speaker(lang).say("error.folder_unwritable", folder="x", reason=os.strerror(EACCES))
        for lang in ("fr", "en")
    }
    assert "accès refusé" in told["fr"]
    assert "access denied" in told["en"]
    assert "Zut" in speaker("fr").say("error.folder_unwritable", folder="x", reason="Zut")


@pytest.mark.parametrize(("lang", "said"), [("fr", "ce n'est pas un dossier"), ("en", "not a folder")])
def test_a_folder_that_cannot_be_written_is_told_in_one_language(clap: Clap, lang: str, said: str) -> None:
    (clap.home / "file").write_text("x")
    done = clap("--lang", lang, "deck", "new", clap.home / "file" / "jeu")
    assert done.code in (1, 2)
    assert os.strerror(ENOTDIR) not in done.out + done.err
    assert said in done.out + done.err
