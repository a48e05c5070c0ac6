"""`clap menu`: an entry that a desktop can read, wherever the program lies; gone again when asked."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from configparser import RawConfigParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from game.places import menu
from tests.cli.conftest import Clap


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "données"))
    monkeypatch.setenv("PATH", "")
    return tmp_path / "données"


def entry(room: Path) -> RawConfigParser:
    read = RawConfigParser(interpolation=None)
    read.optionxform = str  # type: ignore[method-assign,assignment]
    read.read(room / "applications" / menu.ENTRY, encoding="utf-8")
    return read


def test_the_entry_its_icon_and_the_kind_of_file_are_put_and_taken_away(clap: Clap, room: Path) -> None:
    said = clap("menu")
    assert (said.code, said.err) == (0, "")
    files = {path for path in room.rglob("*") if path.is_file()}
    assert said.out.splitlines() == [f"Écrit\u00a0: {room / folder / name}" for name, folder in menu.WHERE.items()]
    told = entry(room)["Desktop Entry"]
    assert (told["Name"], told["Icon"], told["Terminal"]) == ("CLAP", "clap-table", "false")
    assert all(told[f"{key}[fr]"] for key in ("Comment", "GenericName"))
    assert f"{told['Icon']}.svg" in {file.name for file in files}
    kind = ElementTree.parse(room / "mime" / "packages" / menu.KIND).getroot()[0]
    assert told["MimeType"] == f"{kind.get('type')};"
    again = clap("menu", "--remove")
    assert len(again.out.splitlines()) == len(files) == 3
    assert not [path for path in room.rglob("*") if path.is_file()]
    assert clap("menu", "--remove").out == ""


@pytest.mark.parametrize("name", ["clap", "clé d'été/clap", 'a"b$c`d\\e%f/clap'])
def test_a_bundle_is_started_from_wherever_it_lies(clap: Clap, room: Path, monkeypatch, name: str) -> None:
    own = str(room / name)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", own)
    assert clap("menu").code == 0
    command = entry(room)["Desktop Entry"]["Exec"]
    read = command.replace("\\\\", "\\")  # as any text of an entry is read
    words = re.sub("%(.)", lambda code: {"%": "%", "f": "FILE"}[code[1]], read)
    done = subprocess.run(["/bin/sh", "-c", f"printf '%s\\n' {words}"], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [own, "play", "FILE"]


def test_a_package_is_started_by_its_command_or_by_its_python(clap: Clap, room: Path, monkeypatch) -> None:
    monkeypatch.setattr(sys, "argv", ["/opt/x/bin/clap", "menu"])
    clap("menu")
    assert entry(room)["Desktop Entry"]["Exec"] == '"/opt/x/bin/clap" play %f'
    monkeypatch.setattr(sys, "argv", ["/opt/game/__main__.py", "menu"])
    clap("menu")
    assert shlex.split(entry(room)["Desktop Entry"]["Exec"])[:3] == [sys.executable, "-m", "game"]


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_elsewhere_one_sentence_says_what_to_do(clap: Clap, room: Path, monkeypatch, system: str) -> None:
    monkeypatch.setattr(sys, "platform", system)
    said = clap("menu")
    assert said.code == 1
    assert "Linux" in said.err
    assert not room.exists()
