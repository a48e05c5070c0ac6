"""A file name from any text: one part of a path, that every system takes."""

from __future__ import annotations

import unicodedata
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.places.names import LONGEST, distinct, file_name

SAID = [
    ("Blagnac", "Blagnac"),
    ("Saint-Jean / Nord", "Saint-Jean - Nord"),
    ("../../../x", "x"),
    ("..\\..\\x", "x"),
    ("/etc/passwd", "etc-passwd"),
    ("C:\\temp\\x", "C-temp-x"),
    ("L'Haÿ-les-Roses", "L'Haÿ-les-Roses"),
    ("e\u0301te\u0301", "été"),
    ("fin. ", "fin"),
    (" .caché", "caché"),
    ("a\x00b\x1b[31mc\nd", "ab[31mc d"),
    ("\u202exslx.clap\u202c", "xslx.clap"),
    ("a\ud800b", "ab"),
    ("deux\u00a0mots\u2003là", "deux mots là"),
    ("👩\u200d🌾 jardin", "👩\u200d🌾 jardin"),
    ("con", "con_"),
    ("NUL.txt", "NUL_.txt"),
    ("com1", "com1_"),
    ("contrat", "contrat"),
    ("com10", "com10"),
    ("", "clap"),
    ("...", "clap"),
    ("\u200b\u202e", "clap"),
    ("///", "clap"),
    ('a<b>c:"d"|e?f*g', "a-b-c-d-e-f-g"),
]


@pytest.mark.parametrize(("text", "name"), SAID)
def test_a_name_is_readable(text: str, name: str) -> None:
    assert file_name(text) == name


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=400), st.sampled_from(["", ".clap", ".clapdeck.zip", "-cartes.pdf"]))
@example("é" * 300, ".clap")
@example("a" * 199 + "🌳", "")
@example("aux", ".pdf")
@example(". .", ".csv")
def test_a_name_is_one_part_of_a_path_everywhere(text: str, ending: str) -> None:
    name = file_name(text, ending)
    assert name.endswith(ending)
    assert PurePosixPath("f", name).parts == ("f", name)
    assert PureWindowsPath("f", name).parts == ("f", name)
    assert not PureWindowsPath(name).is_reserved()
    assert 0 < len(name.encode()) <= LONGEST
    assert name == name.strip(" .")
    assert unicodedata.is_normalized("NFC", name)
    assert all(ord(sign) >= 32 for sign in name)


@settings(max_examples=30, deadline=None)
@given(text=st.text(max_size=300))
def test_a_file_of_that_name_can_be_made(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.getbasetemp() / "names"
    folder.mkdir(exist_ok=True)
    made = folder / file_name(text, ".clap")
    made.write_bytes(b"")
    assert made.resolve().parent == folder.resolve()
    assert made.name in {path.name for path in Path(folder).iterdir()}


def test_a_name_once_made_stays_itself() -> None:
    for text, _ in SAID:
        assert file_name(file_name(text)) == file_name(text)


def test_names_are_told_apart_whatever_their_capitals() -> None:
    taken: list[str] = []
    for name in ("x-2", "x", "X", "x"):
        taken.append(distinct(name, {one.casefold() for one in taken}))
    assert taken == ["x-2", "x", "X-3", "x-4"]
