"""Office accidents are repaired where they are, and nothing else of the file is touched."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from game.authoring.fix import Mended, deck_faults, mend, mend_deck
from game.content.problems import errors
from tests.cli.conftest import Clap
from tests.content.samples import DECK, deck_of, swapped

ACCIDENTS = [
    ("id: petit-jeu", "id:\u00a0petit-jeu", "no_break_space"),
    ("  - id: besoin", "  -\u202fid: besoin", "no_break_space"),
    ("    icon: search", "\u00a0   icon: search", "no_break_space"),
    ("{fr: Tout augmente.", "{fr:\u00a0Tout augmente.", "no_break_space"),
    ("  - id: besoin", "  – id: besoin", "word_dash"),
    ("  - id: inflation", "  •\u00a0id: inflation", "word_dash"),
    ('colour: "#A03060"', "colour: “#A03060”", "smart_quotes"),
    ("confidence: sure", "confidence: « sure »", "smart_quotes"),
    ("licence: CC-BY-SA-4.0", "licence: “CC-BY-SA-4.0”", "smart_quotes"),
    ("    stage: besoin", "    stage\u00a0: besoin", "no_break_space"),
    ("  - id: maitrise-budget", "    id: maitrise-budget", "dash_missing"),
    ("    icon: search", "\ticon: search", "tab"),
    ("    icon: hammer\n    letter: T\n", "\t\ticon: hammer\n\t\tletter: T\n", "tab"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "code"), ACCIDENTS)
def test_an_accident_is_repaired_and_the_deck_is_what_it_was(old: str, new: str, code: str) -> None:
    hurt = swapped(DECK, (old, new))
    assert code in {one.code for one in deck_faults(hurt.encode())}
    mended, repairs = mend(hurt.encode())
    assert dict(repairs).keys() == {code}
    assert deck_of(mended.decode()) == deck_of(DECK)
    lines = zip(hurt.split("\n"), mended.decode().split("\n"), strict=True)
    assert sum(before != after for before, after in lines) == len(new.rstrip("\n").split("\n"))


RISE = "title: {fr: Les prix montent, en: Prices rise}"
BROKEN = [
    ("    icon: search", "     icon: search", "indentation_by", "    icon: search"),
    ("issues:", " issues:", "indentation_by", "issues:"),
    ("    stage: besoin", "    stage besoin", "colon_missing", "    stage: besoin"),
    ("    stage: besoin", "    stage:besoin", "colon_glued", "    stage: besoin"),
    ("  - id: inflation", "  -id: inflation", "dash_glued", "  - id: inflation"),
    (RISE, 'title: {fr: "Les "prix" fous", en: no}', "quote_within", 'title: {fr: "Les \\"prix\\" fous", en: no}'),
    (RISE, "title: {fr: 'L'été', en: 'no'}", "apostrophe", "title: {fr: \"L'été\", en: 'no'}"),
    (RISE, 'title: {fr: "Les prix, en: Prices}', "quote_open", 'title: {fr: "Les prix", en: Prices}'),
    (RISE, "title: {fr: “Un: deux”, en: “Two”}", "smart_quotes", 'title: {fr: "Un: deux", en: "Two"}'),
    (RISE, "title: {fr: Les prix en: Prices}", "comma_missing", "title: {fr: Les prix, en: Prices}"),
    (RISE, "title: {fr: Les prix, en: Prices", "bracket_open", "title: {fr: Les prix, en: Prices}"),
    (RISE, "title: {fr: Les prix, en: Prices}}", "bracket_extra", "title: {fr: Les prix, en: Prices}"),
    (RISE, "title: {fr: @mairie, en: 50 %}", "forbidden_start", 'title: {fr: "@mairie", en: 50 %}'),
    *((RISE, f"title: {sign} et", "forbidden_start", f'title: "{sign} et"') for sign in ("*", "&", ">", "|", "%", "@")),
    (RISE, "title: [Rappel] les prix", "forbidden_start", 'title: "[Rappel] les prix"'),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "code", "meant"), BROKEN)
def test_a_line_that_is_no_yaml_is_written_as_it_was_meant_and_no_other(
    old: str, new: str, code: str, meant: str
) -> None:
    hurt = swapped(DECK, (old, new))
    assert {one.code for one in deck_faults(hurt.encode())} == {code}
    mended, repairs = mend(hurt.encode())
    assert mended.decode() == swapped(DECK, (old, meant))
    assert {kind for kind, _ in repairs} == {code}
    assert deck_faults(mended) == []


def test_a_card_without_its_dash_is_one_fault_wherever_it_is_pointed_to() -> None:
    hurt = swapped(DECK, ("  - id: maitrise-budget", "    id: maitrise-budget"))
    assert [one.code for one in deck_faults(hurt.encode())] == ["dash_missing"]


def test_a_card_whose_first_line_is_lost_is_told_and_no_card_is_to_be_deleted() -> None:
    hurt = swapped(DECK, ("  - id: maitrise-budget\n", ""))
    found = [(one.line, one.code) for one in deck_faults(hurt.encode())]
    assert found[0] == (39, "id_line_missing")
    assert {code for _, code in found[1:]} <= {"no_issue", "no_card"}, "what points to the lost id"


def test_a_sentence_cut_by_a_comment_is_told_and_put_between_quotes() -> None:
    hurt = swapped(DECK, ("title: {fr: Petit jeu, en: Small deck}", "title: Le jeu du lot #2"))
    assert [one.code for one in deck_faults(hurt.encode())] == ["text_cut"]
    mended, repairs = mend(hurt.encode())
    assert mended.decode() == hurt.replace("Le jeu du lot #2", '"Le jeu du lot #2"')
    assert repairs == (("text_cut", 1),)


def test_a_comment_after_a_word_is_a_comment() -> None:
    text = swapped(DECK, ("    icon: search", "    icon: search # une loupe, pour le besoin"))
    assert mend(text.encode()) == (text.encode(), ())


def test_a_number_with_a_comma_is_told_and_written_with_a_point() -> None:
    hurt = swapped(DECK, ("goal: 12.5", "goal: 12,5"))
    assert [one.code for one in deck_faults(hurt.encode())] == ["bad_number_near"]
    assert mend(hurt.encode()) == (DECK.encode(), (("bad_number_near", 1),))


@pytest.mark.parametrize("effects", ["{cost: 2,5, delay: 1, impact: 2, effort: 2}", "{cost: 2.5, delay: 1, impact: 2}"])
def test_where_the_scale_is_whole_no_point_is_written_in_the_place_of_a_comma(effects: str) -> None:
    hurt = swapped(DECK, ("{cost: -1, delay: 1, impact: 2, effort: 2}", effects)).encode()
    found = next(one for one in deck_faults(hurt) if one.code == "bad_whole_between")
    assert (dict(found.facts)["low"], dict(found.facts)["high"]) == (2, 3)
    assert mend(hurt) == (hurt, ())


SHOWN = [
    ("Les prix, les coûts, tout", "comma_in_text", '"Les prix, les coûts, tout"'),
    ("“Les prix montent”", "quotes_shown", '"Les prix montent"'),
    ("“Les prix, les coûts”", "quotes_shown", '"Les prix, les coûts"'),
    ("« Les prix montent »", "quotes_shown", '"Les prix montent"'),
    ("Les <b>prix</b> montent<br/>", "markup_shown", "Les prix montent"),
    ("Les **prix** de A &amp; B", "markup_shown", "Les prix de A & B"),
]


@pytest.mark.parametrize(("typed", "code", "meant"), SHOWN)
def test_what_would_be_shown_or_cut_is_told_and_mended(typed: str, code: str, meant: str) -> None:
    hurt = swapped(DECK, ("{fr: Les prix montent, en", f"{{fr: {typed}, en"))
    assert {one.code for one in deck_faults(hurt.encode())} == {code}
    assert mend(hurt.encode())[0].decode() == swapped(DECK, ("{fr: Les prix montent, en", f"{{fr: {meant}, en"))


def test_a_text_that_quotes_someone_or_counts_is_no_fault() -> None:
    sound = "“Acheter” et “vendre”, 3 < 4 & co, 2 * 3 * 4"
    assert deck_faults(swapped(DECK, ("Les prix montent, en", f'"{sound}", en')).encode()) == []
    assert deck_faults(swapped(DECK, ("Les prix montent, en", '"« Bis »", en')).encode()) == []


def test_every_accident_at_once() -> None:
    hurt = swapped(DECK, *((old, new) for old, new, _ in ACCIDENTS if (old, new) not in {ONCE, TWICE}))
    mended, repairs = mend(hurt.encode("utf-16"))
    assert {"utf16", "no_break_space", "word_dash", "smart_quotes", "tab"} <= dict(repairs).keys()
    assert deck_of(mended.decode())[0] == deck_of(DECK)[0]


ONCE, TWICE = ("  - id: besoin", "  -\u202fid: besoin"), ("    icon: search", "\u00a0   icon: search")


def test_a_text_with_a_colon_is_put_between_quotes() -> None:
    hurt = swapped(DECK, ("    icon: search", '    icon: search\n    x-note: dit "oui": pourquoi pas # à voir'))
    mended, repairs = mend(hurt.encode())
    assert repairs == (("colon_in_text", 1),)
    assert '    x-note: "dit \\"oui\\": pourquoi pas" # à voir\n' in mended.decode()
    assert deck_of(mended.decode())[0] == deck_of(DECK)[0]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\xef\xbb\xbf" + DECK.encode(), "bom"),
        (DECK.encode("utf-16"), "utf16"),
        (DECK.encode("utf-16-be").join((b"\xfe\xff", b"")), "utf16"),
        (DECK.encode("cp1252"), "cp1252"),
    ],
)
def test_another_encoding_becomes_utf_8(data: bytes, kind: str) -> None:
    mended, repairs = mend(data)
    assert repairs == ((kind, 1),)
    assert mended == DECK.encode()


def test_the_ends_of_lines_stay_as_they_are() -> None:
    hurt = swapped(DECK, ("id: petit-jeu", "id:\u00a0petit-jeu")).replace("\n", "\r\n")
    mended, _ = mend(hurt.encode())
    assert mended.decode() == DECK.replace("\n", "\r\n")


def test_texts_keep_their_dashes_quotes_and_spaces() -> None:
    text = swapped(
        DECK,
        ("Acheter de saison", "“Acheter” – de\u00a0saison…"),
        ("    title: {fr: Les prix montent, en: Prices rise}\n    text: {fr: Tout augmente., en: All goes up.}",
         "    title: {fr: Les prix montent, en: Prices rise}\n    text: |\n      – un\u00a0: deux\n      “trois”: 4"),
        ("id: petit-jeu", "id:\u00a0petit-jeu"),
    )  # fmt: skip
    mended, repairs = mend(text.encode())
    assert repairs == (("no_break_space", 1),)
    assert mended.decode() == text.replace("id:\u00a0", "id: ", 1)


@pytest.mark.parametrize(
    "data", [DECK.encode(), b"", b"[" * 9_000, b"\x00", b"a: *b", DECK.replace("letter: T", "letter: Tr").encode()]
)
def test_what_only_its_author_can_mend_is_left_alone(data: bytes) -> None:
    assert mend(data) == (data, ())


def write(folder: Path, text: str) -> Path:
    folder.mkdir()
    (folder / "deck.yaml").write_text(text, encoding="utf-8")
    return folder / "deck.yaml"


def test_the_old_file_is_kept_and_never_written_over(tmp_path: Path) -> None:
    hurt = swapped(DECK, ("id: petit-jeu", "id:\u00a0petit-jeu"))
    file = write(tmp_path / "jeu", hurt)
    names = []
    for _ in range(2):
        file.write_text(hurt, encoding="utf-8")
        [one] = mend_deck(file)
        assert isinstance(one, Mended)
        names.append(one.write().name)
        assert file.read_text(encoding="utf-8") == DECK
    assert names == ["deck.yaml.bak", "deck.yaml.bak1"]
    assert {kept.read_text(encoding="utf-8") for kept in file.parent.glob("*.bak*")} == {hurt}
    assert sorted(one.name for one in file.parent.iterdir()) == ["deck.yaml", *names]


def test_translations_are_repaired_too(tmp_path: Path) -> None:
    file = write(tmp_path / "jeu", DECK)
    (file.parent / "i18n").mkdir()
    (file.parent / "i18n" / "en.yaml").write_bytes("format:\u00a01\ndeck: petit-jeu\nlanguage: en\n".encode())
    [one] = mend_deck(file)
    assert one.after == b"format: 1\ndeck: petit-jeu\nlanguage: en\n"


def test_the_command_shows_before_it_writes(tmp_path: Path, clap: Clap) -> None:
    hurt = swapped(DECK, ("id: petit-jeu", "id:\u00a0petit-jeu"), ("letter: T", "letter: Tr"))
    file = write(tmp_path / "jeu", hurt)
    shown = clap("deck", "fix", str(file.parent))
    assert "-id:␣petit-jeu" in shown.out
    assert "+id: petit-jeu" in shown.out
    assert file.read_text(encoding="utf-8") == hurt
    done = clap("deck", "fix", str(file.parent), "--yes")
    assert (done.code, file.read_text(encoding="utf-8")) == (1, hurt.replace("\u00a0", " ", 1))
    again = clap("deck", "fix", str(file.parent), "--yes", "--lang", "en")
    assert "nothing to repair" in again.out
    assert len(list(file.parent.iterdir())) == 2


@pytest.mark.parametrize(("lang", "yes", "asked"), [("fr", "o", "[o/N]"), ("fr", "oui", "[o/N]"), ("en", "y", "[y/N]")])
def test_the_command_takes_a_yes_of_the_reader(
    tmp_path: Path, clap: Clap, monkeypatch: pytest.MonkeyPatch, lang: str, yes: str, asked: str
) -> None:
    hurt = swapped(DECK, ("id: petit-jeu", "id:\u00a0petit-jeu"))
    file = write(tmp_path / "jeu", hurt)
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{yes}\n"))
    shown = clap("--lang", lang, "deck", "fix", str(file.parent))
    assert asked in shown.out
    assert "invalid" not in shown.out + shown.err
    assert (shown.code, file.read_text(encoding="utf-8")) == (0, hurt.replace("\u00a0", " ", 1))


def test_a_repair_never_adds_a_fault() -> None:
    for old, new, _ in ACCIDENTS:
        hurt = swapped(DECK, (old, new)).encode()
        assert len(errors(deck_faults(mend(hurt)[0]))) <= len(errors(deck_faults(hurt)))
