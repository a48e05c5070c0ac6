"""A pack is a deck wherever one is named; so is one of the CLAP folder, by its name; nothing is written in a pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring.pack import pack
from game.authoring.scaffold import scaffold
from tests.cli.conftest import clap  # noqa: F401

READ = (
    "deck check {}", "deck print {} --out {}/cards.pdf", "deck print {} --map a2 --out {}/map.pdf",
    "deck sheet export {} {}/cards.xlsx", "deck diff {} {}", "deck preview {} --out {}/cards.png", "scenario check {}",
    "deck pack {} --out {}/again.zip",
)  # fmt: skip


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the CLAP folder, in which a trainer's deck lies in a pack, and another one in a folder."""
    monkeypatch.setenv("CLAP_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "home" / "sessions"
    scaffold(tmp_path / "jeu", "fr")
    folder.mkdir(parents=True)
    pack(tmp_path / "jeu", folder / "Mon jeu.clapdeck.zip")
    scaffold(folder / "en-dossier", "fr")
    return folder


@pytest.mark.parametrize("line", READ)
@pytest.mark.parametrize("named", ["path", "name"])
def test_a_pack_is_a_deck_wherever_one_is_named(clap, own, tmp_path, line, named):  # noqa: F811
    name = str(own / "Mon jeu.clapdeck.zip") if named == "path" else "Mon jeu"
    words = [word.replace("{}", str(tmp_path)) if "/" in word else word.replace("{}", name) for word in line.split()]
    said = clap(*words)
    assert said.code == 0, said


def test_what_changed_since_a_pack_is_printed(clap, own, tmp_path):  # noqa: F811
    made = clap("deck", "print", "en-dossier", "--since", own / "Mon jeu.clapdeck.zip", "--out", tmp_path / "new.pdf")
    assert made.code == 0, made


def test_a_deck_of_the_clap_folder_is_found_by_its_name_and_told_among_those_there_are(clap, own):  # noqa: F811
    assert clap("deck", "check", "en-dossier").code == 0
    told = clap("deck", "check", "autre").err
    assert "Mon jeu" in told
    assert "en-dossier" in told


@pytest.mark.parametrize("line", ["deck fix {} --yes", "deck sheet import {} feuille.xlsx"])
def test_nothing_is_written_in_a_pack(clap, own, line):  # noqa: F811
    before = (own / "Mon jeu.clapdeck.zip").read_bytes()
    for name in ("Mon jeu", str(own / "Mon jeu.clapdeck.zip")):
        said = clap(*(word.replace("{}", name) for word in line.split()))
        assert said.code != 0
        assert "clap deck unpack" in said.err
    assert (own / "Mon jeu.clapdeck.zip").read_bytes() == before


def test_a_pack_is_opened_in_a_folder_where_it_may_be_changed(clap, own, tmp_path):  # noqa: F811
    said = clap("deck", "unpack", str(own / "Mon jeu.clapdeck.zip"))
    assert said.code == 0, said
    assert (tmp_path / "Mon jeu" / "deck.yaml").read_bytes() == (tmp_path / "jeu" / "deck.yaml").read_bytes()
    assert (tmp_path / "Mon jeu" / "images" / "calendrier.svg").is_file()
    assert clap("deck", "check", "./Mon jeu").code == 0
    assert clap("deck", "unpack", str(own / "Mon jeu.clapdeck.zip")).code != 0, "the folder is taken"
    (tmp_path / "faux.zip").write_bytes(b"rien")
    assert clap("deck", "unpack", "faux.zip").code != 0
    assert not (tmp_path / "faux").exists()


@pytest.mark.parametrize(
    ("words", "wanted"), [("vélos", "bike"), ("école", "school"), ("Poubelle", "trash-2"), ("truck electric",
                          "truck-electric"), ("chantier travaux", "hard-hat")])  # fmt: skip
def test_icons_are_found_by_what_they_show(clap, words, wanted):  # noqa: F811
    said = clap("deck", "icons", *words.split())
    assert said.code == 0
    assert any(line.split(":")[0] == wanted for line in said.out.splitlines())


def test_every_icon_whose_meaning_is_noted_is_one_and_what_is_not_found_is_said(clap, tmp_path):  # noqa: F811
    from game.authoring.icons import found
    from game.content.near import icons

    every = found("")
    assert {name for name, _ in every} == icons()
    assert sum(bool(meanings) for _, meanings in every) > 200
    none = clap("deck", "icons", "zwzwzw")
    assert (none.code, "zwzwzw" in none.out) == (1, True)
    assert clap("deck", "icons", "eau", "--out", str(tmp_path / "eau.png")).code == 0
    assert (tmp_path / "eau.png").read_bytes()[:4] == b"\x89PNG"
