"""Mutilated decks, hostile files: a sentence, an exit code, and the process lives. One truth for table and check."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

from game.authoring.check import check_deck
from game.authoring.fix import mend
from game.authoring.telling import gcc, machine, plain, simple
from game.content.problems import ContentError, errors
from game.content.shelf import load_deck
from game.places import shelves
from game.words.catalogue import speaker
from tests.cli.conftest import Clap
from tests.content.samples import DECK
from tests.content.test_folder import CHILD, OCCITAN, OVERLAY
from tests.content.test_pictures import PICTURED, png
from tests.content.test_typos import MESS

HOSTILE = Path(os.environ.get("CLAP_HOSTILE", Path(__file__).parents[3] / "shared" / "data" / "hostile"))
ROOT = Path(__file__).parents[2]
DECKS = int(os.environ.get("CLAP_FUZZ", "250"))
"""Decks mutilated; CLAP_FUZZ=10000 for the whole of it."""
GCC = re.compile(r"[^\n]+:\d+:\d+: (error|warning|note): .+ \[\w+\]")


def mutilated(text: str, dice: random.Random) -> bytes:
    """Cut, add, swap and double pieces of a text; sometimes bytes, sometimes the encoding."""
    lines = text.split("\n")
    for _ in range(dice.randrange(1, 6)):
        kind, at = dice.randrange(7), dice.randrange(len(lines))
        if kind == 0:
            del lines[at : at + dice.randrange(1, 4)]
            lines = lines or [""]
        elif kind == 1:
            lines.insert(at, dice.choice(lines))
        elif kind == 2:
            other = dice.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        elif kind == 3:
            lines[at] = " " * dice.randrange(9) + lines[at].lstrip()
        else:
            place = dice.randrange(len(lines[at]) + 1)
            lines[at] = lines[at][:place] + dice.choice((*MESS, "")) + lines[at][place + dice.choice((0, 0, 1, 5)) :]
    data = "\n".join(lines).encode(dice.choice(("utf-8",) * 8 + ("cp1252", "utf-16")), "replace")
    if dice.random() < 0.1:
        at = dice.randrange(len(data) + 1)
        data = data[:at] + bytes([dice.randrange(256)]) + data[at + 1 :]
    return data


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """Give a shelf with a deck to extend; `jeu` is the folder that is mutilated."""
    for name in ("petit-jeu", "jeu"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "deck.yaml").write_text(DECK, encoding="utf-8")
    (tmp_path / "jeu" / "images").mkdir()
    (tmp_path / "jeu" / "images" / "cantine.png").write_bytes(png())
    (tmp_path / "jeu" / "i18n").mkdir()
    return tmp_path


@pytest.mark.slow
def test_no_mutilated_deck_breaks_the_check_and_the_table_says_the_same(shelf: Path) -> None:
    """The table opens a deck exactly when the check finds no error in it; repairs break nothing either."""
    dice, voices = random.Random(1789), [speaker(lang) for lang in ("fr", "en")]
    file, overlay = shelf / "jeu" / "deck.yaml", shelf / "jeu" / "i18n" / "oc.yaml"
    opened = 0
    for i in range(DECKS):
        file.write_bytes(mutilated(dice.choice((DECK, CHILD, OCCITAN, PICTURED)), dice))
        overlay.unlink(missing_ok=True)
        if i % 3 == 0:
            overlay.write_bytes(mutilated(OVERLAY, dice))
        found = check_deck(file, shelf)
        if errors(found.problems):
            with pytest.raises(ContentError) as refused:
                load_deck(file)
            assert errors(refused.value.problems)
            assert found.reading.deck is None
        else:
            opened += 1
            assert load_deck(file) == (found.reading.text, found.reading.deck)
        told(found.problems, voices[i % 2], file)
        mend(file.read_bytes())
    assert 0 < opened < DECKS
    assert not [one.missing for one in voices if any(key.startswith("problem.") for key in one.missing)]


def told(problems: tuple, said, file: Path) -> None:  # type: ignore[no-untyped-def,type-arg]
    assert all(GCC.fullmatch(line) for line in gcc(problems, said.say))
    assert all("\n" not in line for line in simple(problems, said.say))
    assert json.loads(machine(str(file), problems, said.say))["problems"] or not problems
    shown = "\n".join(plain(problems, said.say, {str(file): file.read_bytes()}))
    assert "Traceback" not in shown


def test_the_exit_codes(shelf: Path, clap: Clap) -> None:
    file = shelf / "jeu" / "deck.yaml"
    assert clap("deck", "check", file).code == 0
    file.write_text(DECK.replace("licence: CC-BY-SA-4.0\n", ""), encoding="utf-8")
    assert clap("deck", "check", file).code == 0
    assert clap("deck", "check", file, "--strict").code == 1
    file.write_text(DECK.replace("letter: T", "letter: Tr"), encoding="utf-8")
    assert [clap("deck", "check", file, way).code for way in ("--json", "--gcc", "--simple")] == [1, 1, 1]
    for missing in ("nulle-part", str(shelf / "absent.yaml"), str(shelf / "vide")):
        assert [clap("deck", "check", missing, *way).code for way in ((), ("--json",), ("--gcc",))] == [2, 2, 2]


def test_the_four_ways_tell_the_same(shelf: Path, clap: Clap) -> None:
    file = shelf / "jeu" / "deck.yaml"
    file.write_text(DECK.replace("stage: besoin", "stage: besion"), encoding="utf-8")
    facts = json.loads(clap("deck", "check", file, "--json").out)
    [one] = facts["problems"]
    assert (facts["errors"], one["code"], one["severity"], one["facts"]["near"]) == (
        1,
        "no_stage_near",
        "error",
        "besoin",
    )
    line = one["line"]
    lines = clap("deck", "check", file, "--gcc", "--lang", "en").out.splitlines()
    assert re.match(rf"{re.escape(str(file))}:{line}:12: error: “[^”]+”: no stage", lines[0]), lines[0]
    assert lines[1].startswith(f"{file}:12:9: note: ")
    spoken = clap("deck", "check", file, "--simple").out.splitlines()
    assert spoken[0].startswith(f"Erreur, {file}, ligne {line}, colonne 12")
    assert "    stage: besion\n" in clap("deck", "check", file).out.replace(f"   {line} | ", "")


SCRIPT = """
import re, sys
from pathlib import Path
from game.authoring.check import check_deck
from game.content.problems import ContentError, words
from game.words.catalogue import speaker
def peak():  # ru_maxrss would count what the process that started this one held
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024
root = Path(sys.argv[2]) / "jeu"
(root / "images").mkdir(parents=True)
files = [one for one in sorted(Path(sys.argv[1]).rglob("*")) if one.is_file() and one.stat().st_size < 60_000_000]
for file in files:
    (root / "deck.yaml").write_bytes(file.read_bytes())
    try:
        found = check_deck(root / "deck.yaml", root.parent)
    except ContentError as error:
        assert error.problems
        continue
    assert found.problems and found.reading.deck is None, file
    assert all(words(one, speaker(lang).say) for one in found.problems for lang in ("fr", "en"))
print(len(files), peak())
"""


@pytest.mark.skipif(not HOSTILE.is_dir(), reason="the collection of hostile files is not beside the project")
def test_every_hostile_file_is_refused_as_a_deck_by_a_living_process(tmp_path: Path) -> None:
    run = subprocess.run([sys.executable, "-c", SCRIPT, str(HOSTILE), str(tmp_path)], cwd=ROOT, capture_output=True,
                         text=True, check=False)  # fmt: skip
    assert run.returncode == 0, run.stderr
    count, megabytes = map(int, run.stdout.split())
    assert count > 500
    assert megabytes < 300


def test_the_check_needs_no_window_nor_map_nor_pictures_library() -> None:
    code = (
        "import sys; from pathlib import Path; from game.authoring.check import check_deck;"
        f"check_deck(Path({str(shelves.decks() / 'clap' / 'deck.yaml')!r}), Path('.'));"
        "print([one for one in ('pygame', 'shapely', 'PIL', 'typst', 'numpy', 'sqlite3') if one in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "[]", done.stderr
