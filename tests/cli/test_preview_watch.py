"""`clap deck preview --watch`: pictures and a page made anew at each save, faults in their place, until Ctrl-C."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import openpyxl
import pytest

from game.cli import previewing
from game.words.catalogue import speaker

LABEL, OTHER = "Moins de gaspillage", "Moins de restes"


class Watched:
    """A preview that is followed while somebody edits: steps are played in turn, each once all was drawn again."""

    def __init__(self, folder: Path, clap, *sheet: Path) -> None:
        assert clap("deck", "new", folder / "jeu").code == 0
        self.deck, self.out = folder / "jeu" / "deck.yaml", folder / "planche.png"
        self.asked = previewing.Asked(str(folder / "jeu"), self.out, *sheet)
        self.now, self.drawn = 0.0, 0

    def played(self, *steps) -> int:
        """Follow the deck while each step is played, two minutes of the preview's clock apart; then Ctrl-C."""
        left, turns = list(steps), 0

        def pause(seconds: float) -> None:
            nonlocal turns
            self.now += seconds
            turns += 1
            if turns % 40 == 0:
                if not left:
                    raise KeyboardInterrupt
                left.pop(0)()

        return previewing.watch(speaker("fr"), self.asked, pause, lambda: self.now)

    def page(self) -> str:
        return self.out.with_suffix(".html").read_text(encoding="utf-8")

    def said(self, before: str, after: str) -> None:
        text = self.deck.read_text(encoding="utf-8")
        assert before in text
        self.deck.write_text(text.replace(before, after), encoding="utf-8")


@pytest.fixture
def watched(tmp_path, clap) -> Watched:
    return Watched(tmp_path, clap)


def test_a_save_makes_the_pictures_and_the_page_anew_and_nothing_else_does(watched):
    seen = []

    def look() -> None:
        seen.append((watched.out.stat().st_mtime_ns, watched.out.read_bytes(), watched.page()))

    def touched() -> None:
        look()
        os.utime(watched.deck)

    def renamed() -> None:
        look()
        beside = watched.deck.with_name("deck.yaml.new")
        text = watched.deck.read_text(encoding="utf-8")
        beside.write_text(text.replace(f'label: {{fr: "{LABEL}"', f'label: {{fr: "{OTHER}"'), encoding="utf-8")
        beside.replace(watched.deck)

    assert watched.played(touched, renamed, look) == 0
    first, same, anew = seen
    assert first == same
    assert anew[1] != first[1]
    prints = [re.search(r'now !== "(\w+)"', page)[1] for _, _, page in seen]
    assert prints[0] == prints[1] != prints[2]
    assert f"planche.png?{prints[2]}" in anew[2]
    assert not watched.out.with_suffix(".js").exists()


def test_a_broken_deck_shows_its_faults_in_place_of_the_cards_and_comes_back(watched, capsys):
    seen = []

    def broken() -> None:
        seen.append((watched.out.read_bytes(), watched.page()))
        watched.said("axis: terre", "axis: tere")

    def mended() -> None:
        seen.append((watched.out.read_bytes(), watched.page()))
        watched.said("axis: tere", "axis: terre")

    assert watched.played(broken, mended, lambda: seen.append((watched.out.read_bytes(), watched.page()))) == 0
    sound, wrong, back = seen
    assert sound == back
    assert wrong[0] != sound[0]
    assert "tere" in wrong[1]
    assert "<img" not in wrong[1]
    assert "deck.yaml:" in capsys.readouterr().out


def test_a_deck_that_goes_away_for_a_while_or_is_broken_from_the_start_is_waited_for(watched):
    text, seen = watched.deck.read_text(encoding="utf-8"), []
    watched.deck.write_text("x: [", encoding="utf-8")
    assert watched.played(
        watched.deck.unlink,
        lambda: seen.append(watched.page()),
        lambda: watched.deck.write_text(text, encoding="utf-8"),
        lambda: seen.append(watched.page()),
    ) == 0  # fmt: skip
    assert "<img" not in seen[0]
    assert "<img" in seen[1]


def test_the_workbook_is_followed_and_nothing_is_written_in_the_deck(tmp_path, clap, capsys):
    sheet = tmp_path / "cartes.xlsx"
    watched = Watched(tmp_path, clap, sheet)
    assert clap("deck", "sheet", "export", tmp_path / "jeu", sheet).code == 0
    text, pages = watched.deck.read_bytes(), []

    def typed(new: str) -> None:
        pages.append(watched.page())
        book = openpyxl.load_workbook(sheet)
        book["Enjeux"]["D4"] = new
        book.save(sheet.with_name("other.xlsx"))
        sheet.with_name("other.xlsx").replace(sheet)

    long = "Un nom qui ne tient vraiment pas dans trente signes"
    last = watched.played(lambda: typed(OTHER), lambda: typed(long), lambda: pages.append(watched.page()))
    assert last == 0
    assert watched.deck.read_bytes() == text
    prints = [re.search(r'now !== "(\w+)"', page)[1] for page in pages]
    assert len(set(prints)) == 3
    assert "<img" in pages[1]
    assert "D4" in pages[2]
    told = clap("deck", "preview", tmp_path / "jeu", "--sheet", sheet, "--out", tmp_path / "x.png")
    assert told.code == 1
    assert "D4" in told.out
    assert not (tmp_path / "x.png").exists()


def test_ctrl_c_ends_it_with_a_word_and_nothing_half_written(watched):
    words = [sys.executable, "-m", "game", "deck", "preview", watched.asked.deck, "--out", watched.out, "--watch"]
    shown = subprocess.Popen(
        [str(word) for word in words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )
    until = time.monotonic() + 60
    while not watched.out.with_suffix(".js").exists() and time.monotonic() < until:
        time.sleep(0.05)
    shown.send_signal(signal.SIGINT)
    out, err = shown.communicate(timeout=60)
    assert (shown.returncode, err) == (0, "")
    assert out.splitlines()[-1].startswith("Fini")
    assert sorted(file.name for file in watched.out.parent.glob("planche*")) == ["planche.html", "planche.png"]
