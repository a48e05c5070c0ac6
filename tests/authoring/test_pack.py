"""A deck as one file: the same bytes for the same deck, opened back whole; hostile files refused in a sentence."""

import hashlib
import os
import stat
import subprocess
import sys
import zipfile
from contextlib import suppress
from pathlib import Path
from unicodedata import normalize

import pytest

from game.authoring import pack as packing
from game.authoring.pack import is_pack, opened, pack
from game.authoring.scaffold import scaffold
from game.content.folder import read_folder
from game.content.problems import ContentError, sentence
from game.content.shelf import load_scenario
from game.places import shelves
from game.words.catalogue import speaker
from tests.cli.conftest import clap  # noqa: F401
from tests.content.test_pictures import png
from tests.torture.packs import LARGE, PACKS, parts

HOSTILE = Path(__file__).parents[3] / "shared" / "data" / "hostile" / "archives"


@pytest.fixture
def deck(tmp_path, monkeypatch):
    monkeypatch.setenv("CLAP_HOME", str(tmp_path / "home"))
    scaffold(tmp_path / "jeu", "fr")
    return tmp_path / "jeu"


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_pack_opens_back_to_the_same_deck(deck, tmp_path):
    made = pack(deck, tmp_path / "jeu.clapdeck.zip")
    folder = opened(made.path)
    assert read_folder(folder / "deck.yaml", shelves.decks()).problems == ()
    assert load_scenario(folder / "scenario", shelves.decks()).deck.id == "jeu"
    for name in made.files:
        assert (folder / name).read_bytes() == (deck / name).read_bytes()
    assert opened(made.path) == folder


def test_the_same_deck_gives_the_same_bytes(deck, tmp_path):
    one = pack(deck, tmp_path / "a.zip").path
    (deck / "deck.yaml").touch()
    assert digest(one) == digest(pack(deck, tmp_path / "b.zip").path)


def test_what_is_no_part_of_a_deck_is_left_out_and_said(deck, tmp_path):
    (deck / "Blagnac.clap").write_bytes(b"x")
    (deck / "cartes.pdf").write_bytes(b"x")
    (deck / ".DS_Store").write_bytes(b"x")
    (deck / "deep" / "er").mkdir(parents=True)
    (deck / "deep" / "er" / "note.txt").write_text("x")
    (deck / "images" / "lien.png").symlink_to("/etc/passwd")
    made = pack(deck, tmp_path / "a.zip")
    assert set(made.left) == {"Blagnac.clap", "cartes.pdf", "deep/er/note.txt", "images/lien.png"}
    assert opened(made.path)


def test_a_folder_zipped_by_hand_opens_too(deck, tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as made:
        for file in deck.rglob("*"):
            made.write(file, f"Mon jeu/{file.relative_to(deck)}")
        made.writestr("__MACOSX/Mon jeu/._deck.yaml", "x")
        made.writestr("Mon jeu/.DS_Store", "x")
    assert read_folder(opened(tmp_path / "a.zip") / "deck.yaml", shelves.decks()).problems == ()


def zipped(path: Path, **files) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("deck.yaml", "format: 1\nid: jeu\n")
        for name, data in files.items():
            made.writestr(name, data)
    return path


def link(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("deck.yaml", "format: 1\n")
        info = zipfile.ZipInfo("images/a.png")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        made.writestr(info, "/etc/passwd")


def twice(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("deck.yaml", "format: 1\n")
        made.writestr("Deck.yaml", "format: 2\n")


def many(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as made:
        for i in range(packing.FILES + 1):
            made.writestr(f"images/{i}.png", "")


def locked(path: Path) -> None:
    zipped(path)
    data = bytearray(path.read_bytes())
    data[data.rfind(b"PK\1\2") + 8] |= 1
    path.write_bytes(data)


def lying(path: Path) -> None:
    """Announce fewer bytes than there are: what is written is counted, whatever the table says."""
    zipped(path, **{"README.md": "x" * 50_000})
    data = path.read_bytes()
    size = (50_000).to_bytes(4, "little")
    path.write_bytes(data.replace(size, (10).to_bytes(4, "little")))


REFUSED = {
    "pack_escapes": [
        lambda path: zipped(path, **{"../deck.yaml": "x"}),
        lambda path: zipped(path, **{"/etc/cron.d/x.txt": "x"}),
        lambda path: zipped(path, **{"images/../../x.png": "x"}),
        lambda path: zipped(path, **{"C:/x.txt": "x"}),
        lambda path: zipped(path, **{"images\\..\\..\\x.png": "x"}),
    ],
    "pack_name": [
        lambda path: zipped(path, **{"images/con.png": "x"}),
        lambda path: zipped(path, **{"images/a\u202egnp.exe.png": "x"}),
        lambda path: zipped(path, **{"images/a .png.": "x"}),
    ],
    "pack_nested": [
        lambda path: zipped(path, **{"images/a/b.png": "x"}),
        lambda path: zipped(path, **{"plus/a.png": ""}),
    ],
    "pack_kind": [
        lambda path: zipped(path, **{"images/virus.exe": "x"}),
        lambda path: zipped(path, **{"autre.zip": "x"}),
    ],
    "pack_bomb": [
        lambda path: zipped(path, **{"images/a.png": b"\0" * 20_000_000}),
        lambda path: zipped(path, **{f"images/{i}.png": b"\0" * 90_000 for i in range(200)}),
    ],
    "pack_link": [link],
    "pack_twice": [twice],
    "pack_many": [many],
    "pack_locked": [locked],
    "pack_broken": [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"PK\3\4 not a zip"),
        lambda path: path.write_bytes(zipped(path).read_bytes()[:-10]),
        lambda path: path.write_bytes(zipped(path).read_bytes()[30:]),
        lying,
    ],
    "pack_no_deck": [lambda path: zipfile.ZipFile(path, "w").close()],
}


def kept(data: bytes, sizes: list[int]) -> bytes:
    sizes.append(len(data))
    return data


@pytest.mark.parametrize(
    ("code", "make"), [(code, make) for code, makes in REFUSED.items() for make in makes],
    ids=[f"{code}-{i}" for code, makes in REFUSED.items() for i in range(len(makes))],
)  # fmt: skip
def test_hostile_packs_are_refused_before_anything_is_written(tmp_path, monkeypatch, code, make):
    monkeypatch.setenv("CLAP_HOME", str(tmp_path / "home"))
    path = tmp_path / "a.zip"
    make(path)
    unpacked: list[int] = []
    read = zipfile.ZipExtFile.read
    monkeypatch.setattr(zipfile.ZipExtFile, "read", lambda self, n=-1: kept(read(self, n), unpacked))
    with pytest.raises(ContentError) as told:
        opened(path)
    assert sum(unpacked) < 100_000, "a pack is judged by what it says of itself, not by what it unpacks to"
    (problem,) = told.value.problems
    assert problem.code == code
    home = tmp_path / "home" / "cache" / "packs"
    assert not [one for one in home.rglob("*") if one.is_file()]
    for lang in ("fr", "en"):
        said = sentence(problem, speaker(lang).say)
        assert said.endswith((".", ")."))
        assert "problem." not in said
        assert "{" not in said


@pytest.mark.parametrize("name", [name for name in PACKS if name not in LARGE])
def test_a_pack_made_to_harm_is_refused_or_opened_within_its_folder(tmp_path, monkeypatch, name):
    """What they cost, and what the other commands say of them: tests/torture/test_packs.py."""
    monkeypatch.setenv("CLAP_HOME", str(tmp_path / "home"))
    path = tmp_path / "a.zip"
    PACKS[name](path, parts(tmp_path / "jeu"))
    before = {one for one in tmp_path.rglob("*") if tmp_path / "home" not in one.parents}
    with suppress(ContentError):
        opened(path)
    kept = [one for one in (tmp_path / "home").rglob("*") if one.is_file()]
    assert {one.suffix[1:] for one in kept} <= packing.KINDS
    assert not kept or any(one.name == "deck.yaml" for one in kept)
    left = {one for one in tmp_path.rglob("*") if tmp_path / "home" not in one.parents} - {tmp_path / "home"}
    assert left == before
    assert not [one for one in tmp_path.rglob("*") if one.is_symlink()]


def test_a_mac_s_accents_are_those_of_the_deck(deck, tmp_path):
    """A Mac spells "é" in two signs in the names of a zip, and the deck's text in one."""
    (deck / "images" / "été.png").write_bytes(png())
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as made:
        for file in (one for one in deck.rglob("*") if one.is_file()):
            made.writestr(normalize("NFD", str(file.relative_to(deck))), file.read_bytes())
    assert (opened(tmp_path / "a.zip") / "images" / "été.png").is_file()


def test_every_hostile_archive_of_the_collection_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("CLAP_HOME", str(tmp_path / "home"))
    if not HOSTILE.is_dir():
        pytest.skip("the collection of hostile files is not beside the project")
    for file in HOSTILE.iterdir():
        with pytest.raises(ContentError):
            opened(file)
    assert not [one for one in tmp_path.rglob("*") if one.is_file()]


def test_a_pack_is_told_by_its_name_or_its_first_bytes(deck, tmp_path):
    made = pack(deck, tmp_path / "a.zip").path
    plain = made.rename(tmp_path / "a.bin")
    assert is_pack(plain)
    assert not is_pack(deck / "deck.yaml")
    assert not is_pack(tmp_path / "none.zip")


def test_a_faulty_deck_is_not_packed(clap, deck, tmp_path):  # noqa: F811
    text = (deck / "deck.yaml").read_text(encoding="utf-8")
    (deck / "deck.yaml").write_text(text.replace("axis: terre", "axis: tere"), encoding="utf-8")
    told = clap("deck", "pack", deck, "--out", tmp_path / "a.zip")
    assert told.code == 1
    assert "tere" in told.out
    assert not (tmp_path / "a.zip").exists()


def test_a_pack_is_checked_shown_and_compared_like_a_folder(clap, deck, tmp_path):  # noqa: F811
    assert clap("deck", "pack", deck, "--out", tmp_path / "a.zip").code == 0
    assert clap("deck", "check", tmp_path / "a.zip").code == 0
    assert clap("scenario", "check", tmp_path / "a.zip").code == 0
    told = clap("deck", "diff", tmp_path / "a.zip", deck)
    assert (told.code, told.out) == (0, "Rien n'a changé.\n")


def test_a_pack_lands_where_it_can_be_written_or_says_why(clap, deck, tmp_path):  # noqa: F811
    told = clap("deck", "pack", deck, "--out", tmp_path / "none" / "a.zip")
    assert told.code == 1
    assert "--out" in told.err


def test_a_deck_that_stands_on_a_stranger_is_not_packed_without_it(clap, deck, tmp_path):  # noqa: F811
    own = tmp_path / "suite"
    own.mkdir()
    (own / "deck.yaml").write_text('format: 1\nid: suite\nversion: "1"\nextends: jeu\n', encoding="utf-8")
    assert clap("deck", "check", own).code == 0
    told = clap("deck", "pack", own, "--out", tmp_path / "a.zip")
    assert told.code == 1
    assert str(deck / "deck.yaml") in told.out
    assert not (tmp_path / "a.zip").exists()
    (own / "deck.yaml").write_text('format: 1\nid: suite\nversion: "1"\nextends: clap\n', encoding="utf-8")
    assert clap("deck", "pack", own, "--out", tmp_path / "a.zip").code == 0
    assert clap("deck", "check", tmp_path / "a.zip").code == 0


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes there")
def test_a_named_pipe_among_the_sessions_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.zip")
    look = "import sys; from pathlib import Path; from game.authoring.pack import opened; opened(Path(sys.argv[1]))"
    run = [sys.executable, "-c", look, tmp_path / "pipe.zip"]
    done = subprocess.run(run, capture_output=True, text=True, timeout=120, cwd=Path(__file__).parents[2], check=False)
    assert "ContentError: " in done.stderr
    assert "pack_broken" in done.stderr
