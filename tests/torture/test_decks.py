"""Decks and scenarios with signs nobody sees, by every escape and in every place: told, drawn or refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring.scaffold import scaffold
from tests.torture.running import run, well

ESCAPES = (r"\0", r"\a", r"\e[2J", r"\x9b1m", r"\x7f", r"\u200b", r"\u202e", r"\ufeff", r"\uffff", r"\ud800", r"\uf0b7",
           r"\U000e0041", r"\U0001f389", r"\u0301", r"\v")  # fmt: skip
PLACES = {
    "the deck's title": ("deck.yaml", "title: {fr: ", 'title: {en: "#", fr: '),
    "a label": ("deck.yaml", "label: {fr: ", 'label: {en: "#", fr: '),
    "a reference": ("deck.yaml", "axis: terre", 'axis: "terre#"'),
    "a key": ("deck.yaml", "version:", '"x-#": 1\nversion:'),
    "authors": ("deck.yaml", "authors: [", 'authors: ["#", '),
    "the town": ("scenario/scenario.yaml", "town: {fr: ", 'town: {en: "#", fr: '),
    "the code": ("scenario/scenario.yaml", "code: ESSAI", 'code: "ESSAI#"'),
    "the map's name": ("scenario/scenario.yaml", "code: ESSAI", 'code: ESSAI\nmap: "town#.geojson"'),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("escape", ESCAPES)
def test_a_sign_by_an_escape_is_told_or_drawn(tmp_path: Path, place: str, escape: str) -> None:
    folder = tmp_path / "jeu"
    scaffold(folder, "fr")
    name, old, new = PLACES[place]
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new.replace("#", escape), 1), encoding="utf-8")
    words = ("scenario", "check", folder / "scenario") if "scenario" in name else ("deck", "check", folder)
    ran = run(tmp_path, *words)
    assert well(ran) == [], ran.said
    lists = run(tmp_path, "session", "from-list", tmp_path / "none.txt", "--scenario", folder / "scenario",
                "--out", tmp_path / "a.clap")  # fmt: skip
    assert well(lists) == [], lists.said
    if ran.code == 0:
        shown = run(tmp_path, "deck", "preview", folder, "--out", tmp_path / "a.png")
        assert well(shown) == [], shown.said
