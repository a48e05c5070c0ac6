"""Signs nobody sees, as such or by an escape: found after decoding, told at their place, mended by `deck fix`."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from game.authoring.fix import mend
from game.content import unseen
from game.content.deck import read_deck
from game.content.problems import Problem, block, errors, sentence, words
from game.content.recording import read_recording
from game.content.source import LONGEST, read_source
from game.core.signs import fault
from game.words.catalogue import speaker
from tests.cli.conftest import (
    Clap,
    clap,  # noqa: F401
)
from tests.content.samples import DECK, SCENARIO, deck_of, scenario_of, swapped

TITLE = "title: {fr: Petit jeu"
ESCAPES = [
    (r"\0", "control_sign", "U+0000 NULL"),
    (r"\a", "control_sign", "U+0007 BELL"),
    (r"\b", "control_sign", "U+0008 BACKSPACE"),
    (r"\v", "control_sign", "U+000B LINE TABULATION"),
    (r"\f", "control_sign", "U+000C FORM FEED"),
    (r"\e", "control_sign", "U+001B ESCAPE"),
    (r"\x1b", "control_sign", "U+001B ESCAPE"),
    (r"\u001B", "control_sign", "U+001B ESCAPE"),
    (r"\x7f", "control_sign", "U+007F DELETE"),
    (r"\x9b", "control_sign", "U+009B"),
    (r"\uffff", "control_sign", "U+FFFF"),
    (r"\ufdd0", "control_sign", "U+FDD0"),
    (r"\U0001fffe", "control_sign", "U+1FFFE"),
    (r"\u202e", "hidden_sign", "U+202E RIGHT-TO-LEFT OVERRIDE"),
    (r"\u2066", "hidden_sign", "U+2066 LEFT-TO-RIGHT ISOLATE"),
    (r"\u200b", "unseen_sign", "U+200B ZERO WIDTH SPACE"),
    (r"\ufeff", "unseen_sign", "U+FEFF ZERO WIDTH NO-BREAK SPACE"),
    (r"\u2060", "unseen_sign", "U+2060 WORD JOINER"),
    (r"\U000e0041", "unseen_sign", "U+E0041 TAG LATIN CAPITAL LETTER A"),
    (r"\uf0b7", "private_sign", "U+F0B7"),
    (r"\U0010abcd", "private_sign", "U+10ABCD"),
]


def told(problem: Problem) -> tuple[str, int, int, str]:
    return problem.code, problem.line, problem.column, str(dict(problem.facts).get("sign", ""))


@pytest.mark.parametrize(("escape", "code", "name"), ESCAPES)
@pytest.mark.parametrize("fast", [True, False])
def test_an_escape_is_the_sign_it_stands_for(
    monkeypatch: pytest.MonkeyPatch, escape: str, code: str, name: str, *, fast: bool
) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", fast)
    text = swapped(DECK, (TITLE, f'title: {{fr: "Petit {escape}jeu"'))
    deck, problems = deck_of(text)
    line = text.split("\n")[3]
    assert [told(one) for one in problems] == [(code, 4, line.index("\\") + 1, f"{escape} = {name}")]
    assert (deck is None) == (code in ("control_sign", "hidden_sign"))
    if deck is not None:
        assert deck.title.fr == ("Petit jeu" if code == "unseen_sign" else "Petit \ufffdjeu")


WAYS = {
    "plain": "title: Petit{}jeu",
    "single quotes": "title: 'Petit{}jeu'",
    "quotes": 'title: "Petit{}jeu"',
    "block": "title: |\n  Un\n  Petit{}jeu",
    "folded": "title: >-\n  Un\n  Petit{}jeu",
    "two lines": 'title: "Un\n  Petit{}jeu"',
    "in brackets": "title: {{fr: Petit{}jeu, en: Small}}",
    "a list": "authors: [Des auteurs, Petit{}jeu]",
    "a key": "x-Petit{}jeu: 1",
    "an aside": "x-note: [{{a: Petit{}jeu}}]",
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("sign", ["\u200b", "\ufeff", "\u2060", "\u00ad\u200b"])
def test_however_a_value_is_written_its_sign_is_told_at_its_place(way: str, sign: str) -> None:
    """Also where no field reads it: what is in a session's file is the whole text."""
    text = WAYS[way].format(sign) + "\nformat: 1\n"
    _, problems = read_source(text.encode(), "deck.yaml")
    lines = text.split("\n")
    line = next(i for i, each in enumerate(lines) if sign in each)
    at = lines[line].index(sign[-1])
    assert [(one.code, one.line, one.column) for one in problems] == [("unseen_sign", line + 1, at + 1)]


def test_two_signs_of_one_value_are_two_faults_and_the_rest_of_the_deck_is_still_checked() -> None:
    text = swapped(DECK, (TITLE, r'title: {fr: "\0\e\0Petit jeu"'), ("letter: T", "letter: Tr"))
    assert sorted(one.code for one in deck_of(text)[1]) == ["bad_letter", "control_sign", "control_sign"]


KEPT = [
    "Fête 🎉 des écoles", "Famille 👩‍👩‍👧", "❤️ du quartier", "1️⃣ d'abord", "e\u0301te\u0301",
    "מכרז ירוק", "مشتريات مستدامة", "نمی‌خواهم",
    "école\u00a0: demain", "12\u202f000\u00a0€", "co\u00adopérative",
    "日本語", "Ǆ ﬁn", "½ ² œuvre", "a\u2011b",
]  # fmt: skip


@pytest.mark.parametrize("text", KEPT)
def test_a_text_that_people_write_passes(text: str) -> None:
    deck, problems = deck_of(swapped(DECK, (TITLE, f'title: {{fr: "{text}"')))
    assert problems == ()
    assert deck is not None
    assert deck.title.fr == text
    assert not fault(deck.title.fr)


def test_line_ends_by_escapes_are_line_ends() -> None:
    deck, problems = deck_of(swapped(DECK, (TITLE, r'title: {fr: "a\Nb\Lc\Pd\re\nf"')))
    assert problems == ()
    assert deck is not None
    assert deck.title.fr == "a\nb\nc\nd\ne\nf"


def test_a_scenario_and_a_recording_are_held_to_the_same() -> None:
    _, problems = scenario_of(SCENARIO.replace("title: {fr: ", 'title: {en: "\\x9b", fr: ', 1))
    assert "control_sign" in {one.code for one in problems}
    text = b'format: 1\ntitle: "a\\e"\nagenda: a\ndate: 2026-12\nsteps: [{do: undo}]\n'
    recording, problems = read_recording(text, "demo.yaml")
    assert recording is None
    assert [told(one)[:3] for one in problems] == [("control_sign", 2, 10)]


def test_a_text_without_end_is_no_value() -> None:
    _, problems = deck_of(swapped(DECK, (TITLE, f"title: {{fr: {'x' * (LONGEST + 1)}")))
    assert [(one.code, one.line) for one in problems] == [("value_long", 4)]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_nothing_a_file_says_reaches_a_terminal_as_it_is(lang: str) -> None:
    """Not by a sentence's facts, nor the line that is shown, nor the file's name."""
    say = speaker(lang).say
    bad = "\x1b[2J\u202e\x9b\ud800\u200b"
    one = Problem("no_stage", f"{bad}.yaml", 1, 1, (("value", bad), ("known", bad)))
    for said in (words(one, say), sentence(one, say), block(one, say, f"a: {bad}")):
        assert not any(fault(sign) for sign in said)
    assert block(one, say, f"a: {bad}").count("\n") == 2


@pytest.mark.parametrize(("escape", "code", "name"), ESCAPES)
def test_deck_fix_takes_off_what_the_check_names(escape: str, code: str, name: str) -> None:
    hurt = swapped(DECK, (TITLE, f'title: {{fr: "Petit {escape}{escape}jeu"'))
    mended, repairs = mend(hurt.encode())
    if code == "private_sign":  # only its author knows what it stood for
        assert mended == hurt.encode()
        return
    typed = "››" if escape == r"\x9b" else ""
    assert mended.decode() == swapped(DECK, (TITLE, f'title: {{fr: "Petit {typed}jeu"'))
    assert dict(repairs) == {"sign": 2}
    assert deck_of(mended.decode())[1] == ()


@pytest.mark.parametrize("sign", ["\0", "\x1b", "\u202e", "\u200b", "\ufeff", "\uffff"])
@pytest.mark.parametrize("at", ["id: petit-jeu", "    letter: T", "# ", "icon: leaf"])
def test_deck_fix_takes_a_sign_off_wherever_it_stands(sign: str, at: str) -> None:
    deck = f"# un jeu\n{DECK}"
    hurt = deck.replace(at, f"{at[:-1]}{sign}{at[-1:]}", 1)
    mended, _ = mend(hurt.encode("utf-8", "surrogatepass"))
    assert mended.decode() in (deck, hurt)
    assert errors(read_deck(mended, "deck.yaml")[1]) == ()


def test_quotes_that_windows_writes_as_controls_become_quotes() -> None:
    mended, _ = mend(swapped(DECK, (TITLE, 'title: {fr: "L\x92eau \\x85"')).encode())
    assert b"L\xe2\x80\x99eau" in mended


def test_the_commands_say_it_and_mend_it(tmp_path: Path, clap: Clap) -> None:  # noqa: F811
    file = tmp_path / "jeu" / "deck.yaml"
    file.parent.mkdir()
    file.write_text(swapped(DECK, (TITLE, r'title: {fr: "\0Petit jeu"')), encoding="utf-8")
    found = clap("deck", "check", str(file))
    assert found.code == 1
    assert "U+0000 NULL" in found.out
    assert clap("deck", "fix", str(file), "--yes").code == 0
    assert clap("deck", "check", str(file)).code == 0


def test_every_sign_has_one_kind() -> None:
    for number in (*range(0x3000), *range(0xD7F0, 0x10000), *range(0xE0000, 0xE1000, 7), 0x10FFFF):
        sign = chr(number)
        codes = [code for code, _ in unseen.found(sign)]
        assert len(codes) <= 1
        assert bool(codes) >= bool(fault(sign))
        cleaned = unseen.clean(sign)
        assert not fault(cleaned)
        assert list(unseen.found(cleaned)) == []
        assert len(unseen.shown(sign)) == 1


@pytest.mark.parametrize("text", ["\u00ad", "\u200d\ufe0f", "\u200e\u200f \u00ad"])
def test_a_text_of_which_nothing_is_seen_is_no_text(text: str) -> None:
    """A soft hyphen alone has no width: the painter stumbled on it, before the room."""
    deck, problems = deck_of(swapped(DECK, ("title: {fr: Petit jeu", f'title: {{fr: "{text}"')))
    assert sorted(one.code for one in problems) == ["translation_missing", "unseen_sign"]
    assert deck is not None
    assert deck.title.say("fr") == "Small deck"
