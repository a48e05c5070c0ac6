from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path

import pytest

from game.cli.main import run
from game.places import shelves
from game.places.papers import RECORD
from tests.cli.conftest import Clap

FILES = ["compte-rendu.docx", "compte-rendu.pdf", "echeances.ics", "fiches.pdf", "objectives.csv", "objectives.json",
         "registre.xlsx", "table.png"]  # fmt: skip
"""What every export leaves, beside the framing notes: two a purchase."""


def held(folder: Path) -> list[str]:
    """List a folder, its notes left out; each is there as DOCX and as PDF."""
    names = sorted(path.name for path in folder.iterdir() if path.name != RECORD)
    notes = [name for name in names if name.startswith("note-cao-")]
    assert notes
    assert {name.removesuffix(".docx") for name in notes if name.endswith(".docx")} == {
        name.removesuffix(".pdf") for name in notes if name.endswith(".pdf")
    }
    return [name for name in names if name not in notes]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Play the demo once, for the tests that only need what it leaves."""
    out = tmp_path_factory.mktemp("demo") / "out"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLAP_HOME", str(out.parent / "home"))
        patch.setenv("LANG", "fr_FR.UTF-8")
        patch.delenv("CLAP_LANG", raising=False)
        assert run(["demo", "--headless", "--out", str(out)]) == 0
    return out


@pytest.fixture
def out(demo: Path, clap: Clap) -> Path:
    """Give a test its own copy of what the demo leaves."""
    return shutil.copytree(demo, clap.home / "out")


def test_the_demo_leaves_its_session_and_every_export(out: Path) -> None:
    assert held(out) == ["CLAP.clap", *FILES]
    found = json.loads((out / "objectives.json").read_text(encoding="utf-8"))
    assert [one["code"] for one in found["objectives"]] == [f"CLAP-2026-T4-{rank:02}" for rank in range(1, 6)]
    assert len(found["renounced"]) == 3


def test_a_second_demo_in_the_same_folder_is_the_same_and_keeps_the_first_session(
    clap: Clap, demo: Path, out: Path
) -> None:
    for name in FILES:
        (out / name).unlink()
    assert clap("demo", "--headless", "--out", out).code == 0
    assert {path.name for path in out.glob("*.clap")} == {"CLAP.clap", "CLAP-2.clap"}
    for name in ("objectives.json", "objectives.csv"):
        assert (out / name).read_bytes() == (demo / name).read_bytes()


def test_without_a_screen_the_demo_says_so_and_plays(clap: Clap) -> None:
    said = clap("demo", "--out", clap.home / "out")
    assert (said.code, said.out.splitlines()[0]) == (
        0,
        "Pas d'écran : l'atelier enregistré se joue sans fenêtre.".replace(" :", "\u00a0:"),
    )
    assert "5 objectifs adoptés, 3 renoncés" in said.out


def test_without_a_screen_the_table_names_the_command_that_works(clap: Clap) -> None:
    for words in ((), ("play",)):
        said = clap(*words)
        assert said.code == 1
        assert said.err.endswith("clap demo --headless\n")


def test_a_session_is_exported_again_the_same(clap: Clap, out: Path) -> None:
    again = clap.home / "again"
    said = clap("export", out / "CLAP.clap", "--to", again)
    assert (said.code, held(again)) == (0, FILES)
    assert (out / "objectives.json").read_bytes() == (again / "objectives.json").read_bytes()


def test_one_format_alone_in_english(clap: Clap, out: Path) -> None:
    again = clap.home / "again"
    assert clap("export", out / "CLAP.clap", "--to", again, "--only", "csv", "--lang", "en").code == 0
    assert [path.name for path in again.iterdir() if path.name != RECORD] == ["objectives.csv"]
    assert "Deputy mayor" in (again / "objectives.csv").read_text(encoding="utf-8-sig")


def test_the_log_tells_every_gesture_undone_ones_too(clap: Clap, out: Path) -> None:
    said = clap("session", "log", out / "CLAP.clap")
    lines = said.out.splitlines()
    assert sum("Geste annulé" in line for line in lines) == 1
    assert sum("un jeton sur" in line for line in lines) == 49
    assert "La coprésidence garde Travail et handicap" in said.out
    assert "{" not in said.out
    assert "log." not in said.out
    english = clap("session", "log", out / "CLAP.clap", "--lang", "en")
    assert len(english.out.splitlines()) == len(lines)
    assert "log." not in english.out


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("words", [("deck", "check", "clap", "--on", "2026-12-02"), ("scenario", "check", "blagnac")])
def test_our_own_files_are_sound(clap: Clap, words: tuple[str, ...], lang: str) -> None:
    said = clap(*words, "--lang", lang)
    assert (said.code, said.err, said.out.count("\n")) == (0, "", 1)


def test_a_wrong_deck_is_told_with_places_and_suggestions(clap: Clap) -> None:
    deck = clap.home / "deck.yaml"
    text = (shelves.decks() / "clap/deck.yaml").read_text(encoding="utf-8")
    deck.write_text(
        text.replace("stage: besoin", "stage: besion", 1).replace("version:", "versoin:", 1), encoding="utf-8"
    )
    said = clap("deck", "check", deck)
    assert said.code == 1
    assert f"{deck}:" in said.out
    assert "besoin" in said.out
    assert "^" in said.out
    assert "2 fautes à corriger." in said.out
    assert "2 faults to correct." in clap("deck", "check", deck, "--lang", "en").out


def test_a_wrong_scenario_is_told(clap: Clap) -> None:
    folder = clap.home / "blagnac"
    shutil.copytree(shelves.scenarios() / "blagnac", folder)
    file = folder / "scenario.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("deck: clap", "deck: calp", 1), encoding="utf-8")
    said = clap("scenario", "check", folder)
    assert said.code == 1
    assert "clap" in said.out


def broken(home: Path) -> dict[str, Path]:
    """Give session files nobody should have to open."""
    home.mkdir(exist_ok=True)
    files = {name: home / f"{name}.clap" for name in ("foreign", "empty", "folder", "missing", "noise")}
    files["foreign"].write_text("Ceci est une recette.\n" * 99, encoding="utf-8")
    files["empty"].touch()
    files["folder"].mkdir()
    files["noise"].write_bytes(b"SQLite format 3\x00" + bytes(range(256)) * 40)
    return files


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("name", ["foreign", "empty", "folder", "missing", "noise"])
def test_a_session_file_from_elsewhere_is_one_sentence(clap: Clap, name: str, lang: str) -> None:
    file = broken(clap.home / "broken")[name]
    before = file.read_bytes() if file.is_file() else b""
    for words in (("session", "log", file), ("export", file, "--to", clap.home / "out")):
        said = clap(*words, "--lang", lang)
        assert said.code == 1
        assert said.err.count("\n") == 1
        assert name in said.err
    assert (file.read_bytes() if file.is_file() else b"") == before


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9])
def test_a_truncated_session_is_one_sentence(clap: Clap, out: Path, kept: float) -> None:
    file = out / "CLAP.clap"
    data = file.read_bytes()
    file.write_bytes(data[: int(len(data) * kept)])
    said = clap("session", "log", file)
    assert (said.code, said.err.count("\n")) == (1, 1)


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_cannot_be_written_is_one_sentence(clap: Clap, out: Path) -> None:
    closed = clap.home / "closed"
    closed.mkdir(mode=0o500)
    said = clap("export", out / "CLAP.clap", "--to", closed)
    assert (said.code, said.err.count("\n")) == (1, 1)


def test_exports_ask_for_a_folder(clap: Clap, out: Path) -> None:
    said = clap("export", out / "CLAP.clap", "--to", out / "objectives.csv")
    assert (said.code, said.err.count("\n")) == (1, 1)
    assert "objectives.csv" in said.err


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize(
    "words",
    [("deck", "chek"), ("export",), ("export", "x", "--to", "y", "--only", "odt"), ("--couleur",), ("play", "a", "b")],
)
def test_a_command_ill_written_is_two_lines_and_code_two(clap: Clap, words: tuple[str, ...], lang: str) -> None:
    said = clap("--lang", lang, *words)
    assert (said.code, said.err.count("\n")) == (2, 2)
    english = lang == "en"
    assert ("Command not understood" in said.err) is english
    assert ("No such" in said.err or "Missing" in said.err or "Invalid" in said.err or "Got" in said.err) is english


def test_help_speaks_the_language(clap: Clap) -> None:
    assert "Affiche cette aide." in clap("--help").out
    assert "Show this message and exit." in clap("--lang", "en", "--help").out


def test_a_fault_of_ours_is_one_sentence_and_a_file(clap: Clap, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken_check(*_: object, **__: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr("game.authoring.check.check_deck", broken_check)
    said = clap("deck", "check", "clap", "--on", "2026-12-02")
    assert (said.code, said.err.count("\n")) == (1, 1)
    assert "ZeroDivisionError" in (clap.home / "home/sessions/clap-erreur.txt").read_text(encoding="utf-8")


def test_the_workshop_of_any_scenario_is_played(clap: Clap) -> None:
    folder = clap.home / "copy"
    shutil.copytree(shelves.scenarios() / "cantine", folder)
    for town, code in (("drumsallow", "DRUM"), (folder, "CANTINE")):
        said = clap("demo", "--scenario", town, "--headless", "--out", clap.home / code)
        assert (said.code, said.err) == (0, "")
        assert held(clap.home / code) == sorted([f"{code}.clap", *FILES])


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_scenario_that_is_unknown_or_was_never_recorded_is_one_sentence(clap: Clap, lang: str) -> None:
    said = clap("demo", "--scenario", "cantin", "--headless", "--lang", lang)
    assert (said.code, said.err.count("\n")) == (1, 1)
    assert "cantine" in said.err
    folder = clap.home / "silent"
    shutil.copytree(shelves.scenarios() / "cantine", folder, ignore=shutil.ignore_patterns("demo.yaml"))
    said = clap("demo", "--scenario", folder, "--headless", "--lang", lang)
    assert (said.code, said.err.count("\n")) == (1, 1)
    assert "silent" in said.err


def test_a_screen_that_does_not_answer_is_no_screen(clap: Clap, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":98765")
    monkeypatch.setattr("game.table.opening._answers", lambda: False)
    monkeypatch.setattr("pygame.display.get_surface", lambda: None)
    assert clap("play").err.endswith("clap demo --headless\n")
    said = clap("demo", "--scenario", "cantine", "--out", clap.home / "out")
    assert (said.code, "5 objectifs adoptés" in said.out) == (0, True)


def test_what_only_takes_is_what_can_be_exported() -> None:
    from game.cli.sessions import EXPORTS
    from game.export import WHATS

    assert EXPORTS == WHATS


def test_seats_are_left_out_when_asked(clap: Clap, out: Path) -> None:
    again = clap.home / "again"
    assert clap("export", out / "CLAP.clap", "--to", again, "--only", "json", "--no-roles").code == 0
    found = json.loads((again / "objectives.json").read_text(encoding="utf-8"))
    seats = found["session"]["seats"]
    assert [seat["role"] for seat in seats] == [str(rank) for rank in range(1, 9)], "seven members and a guest"
    assert [seat["id"] for seat in seats if not seat["voting"]] == ["8"]
    assert {said["seat"] for said in (*found["advice"], *found["questions"])} == {None}
    assert "Coprésident" not in (again / "objectives.json").read_text(encoding="utf-8")


def test_a_template_that_is_none_is_said_and_nothing_is_written(clap: Clap, out: Path) -> None:
    again = clap.home / "again"
    said = clap("export", out / "CLAP.clap", "--to", again, "--template", clap.home / "absent.docx")
    assert said.code == 1
    assert "absent.docx" in said.err
    assert not list(again.glob("*"))


def test_a_session_is_copied_without_personal_data(clap: Clap, out: Path) -> None:
    said = clap("session", "purge", out / "CLAP.clap")
    copy = out / "CLAP-expurgée.clap"
    assert (said.code, copy.is_file()) == (0, True)
    assert said.out.count("\n") == 6
    assert "Gardés tels quels" in said.out
    whole, told = clap("session", "log", out / "CLAP.clap").out, clap("session", "log", copy).out
    (guest,) = re.findall(r"Invité\s: (.*)\.", whole)
    assert told == re.sub(rf"(Invité\s: |  ){re.escape(guest)}(?=\.|, sur )", r"\1Invité 1", whole)
    assert told != whole
