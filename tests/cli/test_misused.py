"""What click says of a word it refuses, in the reader's language: its own sentences are ours to word."""

from __future__ import annotations

import os
from pathlib import Path

import click
import pytest

from tests.cli.conftest import Clap

REFUSED = [
    (click.Path(exists=True), "none", "n'existe pas\u00a0: vérifiez son nom et son dossier."),
    (click.Path(file_okay=False), "file", "est un fichier\u00a0: donnez un dossier."),
    (click.Path(dir_okay=False), "", "est un dossier\u00a0: donnez un fichier."),
    (click.Path(), "file", "ne peut pas être lu\u00a0: vérifiez vos droits."),
    (click.Path(readable=False, writable=True), "file", "ne peut pas être écrit\u00a0: vérifiez vos droits."),
    (click.Path(readable=False, executable=True), "file", "ne peut pas être exécuté\u00a0: vérifiez vos droits."),
]


@pytest.mark.parametrize(("kind", "name", "told"), REFUSED)
def test_a_path_is_refused_in_french(
    clap: Clap, monkeypatch: pytest.MonkeyPatch, kind: click.Path, name: str, told: str
) -> None:
    (clap.home / "file").touch()
    clap("--help")  # the language is set
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(click.BadParameter) as caught:
        kind.convert(str(clap.home / name), None, None)
    assert caught.value.message == f"{str(clap.home / name)!r} {told}"


def test_a_session_that_may_not_be_read_is_refused_in_french(clap: Clap, monkeypatch: pytest.MonkeyPatch) -> None:
    file = clap.home / "a.clap"
    file.touch()
    monkeypatch.setattr(os, "access", lambda path, _: Path(path) != file)
    said = clap("export", file, "--to", clap.home / "o")
    assert said.code == 2
    assert f"valeur refusée pour 'SESSION'\u00a0: '{file}' ne peut pas être lu" in said.err
    assert "readable" in clap("--lang", "en", "export", file, "--to", clap.home / "o").err


@pytest.mark.parametrize(("given", "told"), [("900", "900 est hors des bornes 0<=x<=200."),
                                             ("dix", "'dix' n'est pas un nombre entier.")])  # fmt: skip
def test_a_number_is_refused_in_french(clap: Clap, given: str, told: str) -> None:
    said = clap("deck", "print", "clap", "--blank", given, "--out", clap.home / "a.pdf")
    assert said.code == 2
    assert told in said.err
