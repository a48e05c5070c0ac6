"""Broken YAML, office accidents and hostile files: one right sentence, quickly, and the process lives."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from game.content import source
from game.content.deck import read_deck
from game.content.problems import Problem
from game.content.source import read_source
from tests.content.samples import DECK, deck_of, swapped

HOSTILE = Path(os.environ.get("CLAP_HOSTILE", Path(__file__).parents[3] / "shared" / "data" / "hostile"))
ROOT = Path(__file__).parents[2]

SYNTAX = [
    ("title: {fr: Petit jeu", "title: L'achat: un levier\nx-x: {fr: Petit jeu", "colon_in_text", 4, 15),
    ("    name: {fr: Le besoin", "\tname: {fr: Le besoin", "tab", 13, 1),
    ("  - id: besoin", "  – id: besoin", "word_dash", 12, 3),
    ("id: petit-jeu", "id:\u00a0petit-jeu", "no_break_space", 2, 4),
    ("id: petit-jeu", "\u00a0id: petit-jeu", "no_break_space", 2, 1),
    ("id: petit-jeu", "id: 'petit-jeu", "quote_open", 2, 5),
    ("version: 1.10", "version: “1: 10”", "smart_quotes", 3, 10),
    ("authors: [Des auteurs]", "authors: [Des auteurs", "bracket_open", 6, 10),
    ("{id: local,", "{id: local", "comma_missing", 10, 16),
    ("version: 1.10", "version: @1.10", "forbidden_start", 3, 10),
    ("licence: CC-BY-SA-4.0", "licence CC-BY-SA-4.0", "colon_missing", 7, 1),
    ("    short: {fr: Besoin", "   short: {fr: Besoin", "indentation_by", 14, 4),
    ("version: 1.10", "version: 'l'essentiel'", "apostrophe", 3, 12),
    ("version: 1.10", 'version: "\\q"', "bad_escape", 3, 11),
]


def faults(data: bytes) -> list[tuple[str, int, int]]:
    made, problems = read_deck(data, "deck.yaml")
    assert made is None
    return [(one.code, one.line, one.column) for one in problems]


@pytest.mark.parametrize(("old", "new", "code", "line", "column"), SYNTAX)
@pytest.mark.parametrize("fast", [True, False])
def test_broken_yaml_is_one_fault_at_its_place(
    monkeypatch: pytest.MonkeyPatch, old: str, new: str, code: str, line: int, column: int, *, fast: bool
) -> None:
    """The same with libyaml and with PyYAML's own parser, which words its errors otherwise."""
    monkeypatch.setattr(yaml, "__with_libyaml__", fast)
    found = faults(swapped(DECK, (old, new)).encode())
    assert [one[0] for one in found] == [code]
    assert found[0][1] == line
    assert abs(found[0][2] - column) <= 1


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"", "file_empty", 0),
        (b"# rien\n", "file_empty", 0),
        (b"[]", "file_empty", 1),
        (b"bonjour", "expected_root", 1),
        ("format:\u00a01 et\u00a0le reste".encode(), "no_break_space", 1),
        (b"- un\n- deux\n", "expected_root", 1),
        (b"a: \x01", "control_sign", 1),
        ("a: b\nc: \u202egpj".encode(), "hidden_sign", 2),
        (b"x" * 16_000_001, "file_too_big", 0),
        (b"[" * 100_000, "too_deep", 1),
        (b"[ " * 100_000, "too_deep", 1),
        (b"{a: " * 100_000, "too_deep", 1),
        (b"- " * 100_000, "too_deep", 1),
        (b"? " * 100_000, "too_deep", 1),
        (b"\n".join(b" " * i + b"a:" for i in range(500)), "too_deep", 13),
        (b"- a\n" * 500_000, "too_many_items", 12001),
        (b"{" + b"a: b, " * 50_000 + b"}", "too_many_items", 1),
    ],
    ids=lambda value: repr(value)[:24],
)
def test_hostile_files_are_refused_in_a_sentence_and_at_once(
    monkeypatch: pytest.MonkeyPatch, data: bytes, code: str, line: int
) -> None:
    read = counted(monkeypatch)
    assert [one[:2] for one in faults(data)] == [(code, line)]
    assert len(read) < 2.1 * source.ITEMS, "the reading stops where it is refused"


def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the events that will have been read of a file."""
    read: list[str] = []
    made = source.event_parser

    class Parser:
        def __init__(self, text: str) -> None:
            self._parser = made(text)

        def get_event(self) -> object:
            event = self._parser.get_event()
            read.append(type(event).__name__)
            return event

    monkeypatch.setattr(source, "event_parser", Parser)
    return read


def test_an_alias_bomb_is_never_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for now, before in zip("bcdefghi", "abcdefgh", strict=True):
        bomb += f"{now}: &{now} [{', '.join([f'*{before}'] * 9)}]\n"
    read = counted(monkeypatch)
    _, problems = read_deck(bomb.encode(), "deck.yaml")
    assert len(read) < 200
    assert [(one.code, one.line, one.column) for one in problems] == [("too_many_links", 1, 4)], "it, and nothing else"


def test_a_bomb_of_merges_is_told_in_one_sentence() -> None:
    bomb = DECK + "x-a: &a {k: v}\n" + "".join(f"x-{n}:\n  <<: *a\n  <<: *a\n" for n in range(2_000))
    _, problems = deck_of(bomb)
    assert [(one.code, one.line) for one in problems] == [("too_many_links", DECK.count("\n") + 1)]


def test_a_few_links_are_told_one_by_one() -> None:
    _, problems = read_source(b"a: &a 1\n" + b"".join(b"k%d: *a\n" % n for n in range(19)), "deck.yaml")
    assert [one.code for one in problems] == ["anchor", *["alias"] * 19]


def test_too_many_values_end_the_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "VALUES", 100)
    assert [one[0] for one in faults(DECK.encode())] == ["too_many_values"]


@pytest.mark.parametrize(("encoding", "code"), [("utf-16", "encoding_utf16"), ("cp1252", "encoding_cp1252")])
def test_another_encoding_is_said_and_the_rest_still_checked(encoding: str, code: str) -> None:
    text = swapped(DECK, ("letter: T", "letter: Tr"))
    _, problems = read_deck(text.encode(encoding), "deck.yaml")
    assert sorted(one.code for one in problems) == ["bad_letter", code]


def test_the_place_of_a_wrong_byte_is_found() -> None:
    _, problems = read_deck("a: b\ntitle: d\u00e9j\u00e0".encode("cp1252"), "deck.yaml")
    wrong = next(one for one in problems if one.code == "encoding_cp1252")
    assert (wrong.line, wrong.column, dict(wrong.facts)) == (2, 9, {"byte": "E9", "sign": "é"})


@pytest.mark.parametrize("change", [lambda d: b"\xef\xbb\xbf" + d, lambda d: d.replace(b"\n", b"\r\n")])
def test_a_mark_at_the_head_and_windows_line_ends_are_fine(change: object) -> None:
    assert callable(change)
    deck, problems = read_deck(change(DECK.encode()), "deck.yaml")
    assert (deck, problems) == deck_of(DECK)
    assert deck is not None


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: 1\n---\nb: 2\n", "several_documents", 2),
        ("a: 1\n<<: {b: 2}\n", "merge_key", 2),
        ("a: 1\n? [b, c]\n: 2\n", "key_not_text", 2),
        ("a: 1\nb: *a\n", "alias", 2),
        ("a: 1\nb: !!python/object/apply:os.getcwd []\n", "tag", 2),
        ("a: 1\nb: 2\na: 3\n", "key_twice", 3),
    ],
)
def test_what_yaml_allows_and_a_trainer_does_not_need_is_refused(text: str, code: str, line: int) -> None:
    _, problems = read_source(text.encode(), "deck.yaml")
    assert [(one.code, one.line) for one in problems] == [(code, line)]


def test_smart_quotes_round_a_value_are_named() -> None:
    _, problems = deck_of(swapped(DECK, ("cost: -1,", "cost: “-1”,")))
    assert [one.code for one in problems] == ["smart_quotes"]


def test_a_word_dash_that_yaml_swallows_is_named() -> None:
    text = swapped(DECK, ("  - pair: [mutualiser, maitrise-budget]\n    why", "  – pair: [mutualiser]\n  – why"))
    assert [one.code for one in deck_of(text)[1]] == ["word_dash"]


@pytest.mark.skipif(not HOSTILE.is_dir(), reason="the collection of hostile files is not beside the project")
def test_the_collected_hostile_files_are_refused_by_a_living_process() -> None:
    script = """
import re, sys
from pathlib import Path
from game.content.deck import read_deck
from game.content.problems import words
from game.words.catalogue import speaker
def peak():  # ru_maxrss would count what the process that started this one held
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024
for file in sorted(one for each in ("yaml_bombes", "yaml_test_suite", "json", "json_bombes")
                   for one in Path(sys.argv[1], each).iterdir()):
    data = file.read_bytes()
    made, problems = read_deck(data, file.name)
    assert made is None and problems, file
    assert all(words(one, speaker(lang).say) for one in problems for lang in ("fr", "en"))
    assert not speaker("fr").missing | speaker("en").missing
print("alive", peak())
"""
    run = subprocess.run(
        [sys.executable, "-c", script, str(HOSTILE)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.split()[0] == "alive"
    assert int(run.stdout.split()[1]) < 300


def test_a_fault_is_a_value_that_can_be_kept() -> None:
    assert {Problem("tab", "deck.yaml", 1, 1), Problem("tab", "deck.yaml", 1, 1)} == {Problem("tab", "deck.yaml", 1, 1)}
