"""Every command that a page of docs/ shows is run: with what it names, or its help where it is only named.

The five-minute guides' own files are played in their order by test_guide.py and test_town_guide.py. What takes seconds
is run where CLAP_TORTURE is set; elsewhere its help is, and its options are looked for there.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
from pathlib import Path

import pytest

from benchmarks.afternoon import Afternoon
from game.authoring.scaffold import scaffold
from game.cli.main import run
from tests.house.sources import ROOT
from tests.house.test_startup import opened

DOCS = sorted((ROOT / "docs").rglob("*.md"))
SHOWN = re.compile(r"`clap((?: [^`\n]+)?)`")
TWO = "séance.clap autre.clap"
STANDS = {"SESSION": "séance.clap", "SÉANCE": "séance.clap", "SESSIONS…": TWO, "SÉANCES…": TWO,
          "FOLDER": "sorties", "DOSSIER": "sorties", "MARK": "1", "REPÈRE": "1"}  # fmt: skip
"""What stands for what in a command that is shown; FILE is a deck or a session."""
OPENED = ("", "play", "scenario draw", "review")
"""What opens the table: to its first turn, without a screen."""
PRINTED = ("demo", "export", "deck kit", "deck print", "agenda", "guide", "session pages", "session stills", "merge")
EMPTY = {"session effect": "Aucune réponse", "session from-photo": "table.jpg"}
"""What cannot be done here, and says so: nobody answered questions, there is no photograph."""
LEFT = ("session replay",)
"""What stands until somebody leaves it; tests/table/test_retelling.py plays it."""
WHOLE = os.environ.get("CLAP_TORTURE") is not None


def words(command: str) -> list[str]:
    """Give a command's words as typed: what is in brackets left out, what stands for something put in its place."""
    file = {"FILE": "mon-jeu" if command.startswith("deck") else "séance.clap"}
    typed = shlex.split(re.sub(r"\[[^]]*\]", "", command))
    return [one for word in typed for one in (STANDS | file).get(word, word).split(" ")]


def shown() -> list[str]:
    """Give every command that a page shows; once, where both languages show the same."""
    found = sorted({one.strip() for page in DOCS for one in SHOWN.findall(page.read_text(encoding="utf-8"))})
    return list({tuple(words(one)): one for one in found}.values())


def name(command: str) -> str:
    """Give a command's name: one word, or two in a group; none for the table itself."""
    first, *rest = re.sub(r"\[.*", "", command).split() or [""]
    if first.startswith("-"):
        return ""
    return f"{first} {rest[0]}" if first in ("deck", "scenario", "session", "intentions") and rest else first


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder that holds what the commands name: decks, packs, towns, a session to its credits."""
    folder = tmp_path_factory.mktemp("room")
    for deck, lang in (("mon-jeu", "fr"), ("my-cards", "en")):
        scaffold(folder / deck, lang)
        assert run(["deck", "pack", str(folder / deck), "--out", str(folder / f"{deck}.clapdeck.zip")]) == 0
    for town in ("ma-ville", "my-town"):
        shutil.copytree(ROOT / "scenarios" / "blagnac", folder / town)
    afternoon = Afternoon(folder / "séance.clap")
    afternoon.until("")
    afternoon.desk.close()
    shutil.copyfile(folder / "séance.clap", folder / "autre.clap")
    return folder


@pytest.fixture
def here(room: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "CLAP_LANG"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    monkeypatch.setenv("XDG_DATA_HOME", str(room / "données"))
    monkeypatch.chdir(room)
    return room


@pytest.mark.parametrize("command", shown(), ids=lambda command: command or "clap")
def test_a_command_that_is_shown_is_run(here: Path, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    called = name(command)
    assert run([*called.split(), "--help"]) == 0
    told = capsys.readouterr().out
    assert [option for option in re.findall(r"--[a-z-]+", command) if option not in told] == []
    if called in LEFT or (command == called and called not in ("", "play", "demo", "menu")):
        return  # named only: it asks for more
    if called in OPENED and not command.startswith("-"):
        if WHOLE:
            assert "pygame" in opened(here / "home", *words(command))["usable"]
    elif WHOLE or called not in PRINTED:
        code, told = run(words(command)), capsys.readouterr()
        assert (code, EMPTY.get(called, "") in told.err) == (int(called in EMPTY), True), told


def test_the_pages_show_many_commands_and_the_guides_are_among_them() -> None:
    assert len(shown()) > 30
    assert {"deck print clap", "menu --remove", "scenario draw my-town"} <= set(shown())
