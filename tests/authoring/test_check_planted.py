"""Sixty faults planted in copies of our deck: each found, at its line, with its code, in one run, and no other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from game.authoring.check import Checked, check_deck
from game.content.overlays import digest
from game.places import shelves
from tests.content.test_pictures import png

CLAP = shelves.decks() / "clap" / "deck.yaml"
LONG = "Un mot de plus, puis un autre, et encore une phrase qui n'en finit pas de dire ce qu'elle veut dire. " * 4
WORD = "Anticonstitutionnellement"

QUESTION = "    question:"
TITLE = 'title: {fr: "Bâtiments sobres en énergie", en: "Energy-saving buildings"}'


def picture(path: str) -> str:
    return f"    image: {path}\n    alt: Un plateau.\n    credit: {{author: A., licence: CC0-1.0}}\n{QUESTION}"


PLANTED = [
    # where, what stands there, what is put in its place, the code, (what the line holds)
    ("", "format: 2", "format: 3", "bad_format"),
    ("", "licence: CC-BY-SA-4.0", "licence: CC-BY-SA-4", "licence_unknown_near"),
    ("", 'law_as_of: "2026-11-22"', "law_as_of: 22-11-2026", "bad_day"),
    ("- id: environnement", "icon: leaf", "icon: leef", "bad_icon_near"),
    ("- id: innovation", "icon: lightbulb", "icone: lightbulb", "unknown_key_near"),
    ("- id: sourcing", 'short: {fr: "Sourcing"', 'short: {fr: "Sourcing en amont !"', "too_long"),
    ("- id: suivi", 'en: "Follow-up"', 'en: "WWWWWWWWWWWWWW"', "fit_band"),
    ("- id: urbain", 'colour: "#9A3CFF"', 'colour: "#9A3CF"', "bad_colour"),
    ("- id: enfance", 'colour: "#A66600"', 'colour: "#7F7F7F"', "contrast_low"),
    ("- id: enfance", "letter: E", "letter: T", "letter_twice"),
    ("- id: climat-carbone", "axis: environnement", "axis: environement", "no_axis_near"),
    ("- id: climat-carbone", "families: [travaux,", "families: [travaus,", "no_family_near"),
    ("- id: climat-carbone", "Carbon of our purchases", "Carbon of all of our many purchases", "too_long"),
    ("- id: climat-carbone", 'decp: "partial"', 'decp: "partiel"', "bad_choice_near"),
    ("- id: climat-carbone", "confidence: probable", "confidence: probble", "bad_choice_near"),
    ("- id: climat-carbone", "    legal:", "    legale:", "unknown_key_near"),
    ("- id: sobriete-energie", "Bâtiments sobres en énergie", f"{WORD}", "fit_word"),
    ("- id: eau", "change: -15", "change: -15\n        goal: 1000", "aim_twice"),
    ("- id: circuits-courts", "goal: 25", "change: 25", "aim_share"),
    ("- id: sobriete-energie", TITLE, "title: {fr: Deux fois le même, en: Deux fois le même}", "translation_same"),
    ("- id: insertion-emploi", "label: {fr:", "label: {fr: Un, fr:", "key_twice"),
    ("- id: biodiversite-ville", "families: [", "families: [urbain, ", "item_twice"),
    ("- id: alimentation-durable", QUESTION, picture("images/cantin.png"), "image_missing_near"),
    ("- id: maitrise-budget", QUESTION, picture("../secret.png"), "image_outside"),
    ("- id: eau", QUESTION, picture("images/lien.png"), "image_link"),
    ("- id: handicap", QUESTION, picture("images/enorme.png"), "image_pixels"),
    ("- id: reemploi-recycle", QUESTION, picture("images/ruse.svg"), "image_svg_script"),
    ("- id: acces-tpe-pme", QUESTION, picture("images/faux.png"), "image_lies"),
    ("- id: mutualisation", QUESTION, picture("images/anim.gif"), "image_kind"),
    ("- id: revue-besoin", "stage: besoin", "stage: besoins", "no_stage_near"),
    ("- id: revue-besoin", "effects: {cost: -2", "effects: {cost: deux", "bad_whole"),
    ("- id: revue-besoin", "delay: 0", "delay: 3", "out_of_range"),
    ("- id: revue-besoin", "answers: [juste-besoin,", "answers: [juste-besoins,", "no_issue_near"),
    ("- id: revue-besoin", "months: 12", 'months: "1 an"', "bad_whole"),
    ("- id: revue-besoin", "goal: 100", "goal: 1 00,5", "bad_number"),
    ("- id: cout-cycle-vie", "impact: ", "impakt: ", "unknown_key_near"),
    ("- id: mutualiser\n", "answers: [", "answers: mutualisation # [", "expected_list"),
    ("- id: clause-verte", "    text:", "    note: {fr: 'oui → ☃', en: 'yes'}\n    text:", "glyph_missing"),
    ("- id: menus-saison", "    effects: {", "    effects: {poids: 1, ", "unknown_key"),
    ("- id: facilitateur-clauses", "    text:\n      fr: \"", f"    text:\n      fr: \"{LONG}", "fit_front"),
    ("- id: reemploi-dabord", "    cao:\n      fr: \"", f"    cao:\n      fr: \"{LONG}{LONG}", "fit_back"),
    ("- id: lot-infructueux", "id: lot-infructueux", "id: inflation-denrees", "id_twice"),
    ("", "  - id: reserver-handicap", "  - id: Réserver Handicap", "bad_id_near"),
    ("- id: inflation-denrees", "families: [enfance,", "families: [enfannce,", "no_family_near"),
    ("- id: inflation-denrees", "{family: enfance, cost: 1}", "{family: enfance, cost: 9}", "out_of_range"),
    ("- id: inflation-denrees", "{family: solidarites,", "{famille: solidarites,", "unknown_key_near"),
    ("tensions:", "pair: [acces-tpe-pme, mutualisation]", "pair: [acces-tpe-pme]", "pair_size"),
    ("tensions:", "    reconcile:", "    reconcil:", "unknown_key_near"),
    ("synergies:", "pair: [", "pair: [zzz-inconnue, ", "pair_size"),
]  # fmt: skip


SYNTAX = [
    ("- id: social", "icon: ", " icon: ", "indentation_by"),
    ("stages:", "  - id: suivi", "  – id: suivi", "word_dash"),
    ("- id: solidarites", "    icon:", "\ticon:", "tab"),
    ("- id: climat-carbone", "    axis: ", "    axis:", "colon_glued"),
    ("- id: maitrise-budget", 'budget", en', 'budget”, en', "smart_quotes"),
    ("- id: eau", "    axis:", "    axis", "colon_missing"),
    ("- id: handicap", 'title: {fr: "', 'title: {fr: @', "forbidden_start"),
    ("- id: mutualisation", "sports]", "sports", "bracket_open"),
    ("- id: handicap", 'label: {fr: "', 'label: {fr: "Un "oui" ', "quote_within"),
    ("- id: clause-verte", 'label: {fr: "', "label: {fr: 'l'", "apostrophe"),
    ("issues:", "  - id: handicap", "  -id: handicap", "dash_glued"),
    ("tensions:", "  - pair: [circuits", "   - pair: [circuits", "indentation_by"),
]  # fmt: skip


def test_faults_of_syntax_hide_none_of_the_others(tmp_path: Path) -> None:
    text, expected = planted((*PLANTED, *SYNTAX))
    found = sorted((one.line, one.code) for one in check(deck(tmp_path / "clap", text)).problems)
    assert [one for one in expected if one not in found] == []
    assert [one for one in found if one not in expected] == []
    assert len(expected) >= 60


def planted(faults: Sequence[tuple[str, str, str, str]] = tuple(PLANTED)) -> tuple[str, list[tuple[int, str]]]:
    """Plant every fault, then find the lines: each is marked while lines may still move."""
    text = CLAP.read_text(encoding="utf-8")
    marks: list[tuple[str, str]] = []
    for i, (where, old, new, code) in enumerate(faults):
        at = text.index(old, text.index(where))
        mark = f"\ue000{i}\ue001"
        first, rest = new.split("\n", 1) if new.startswith(("    text:\n", "    cao:\n")) else ("", new)
        head = f"{first}\n" if first else ""
        text = text[:at] + head + mark + rest + text[at + len(old) :]
        marks.append((mark, code))
    expected = []
    for mark, code in marks:
        at = text.index(mark)
        expected.append((text[:at].count("\n") + 1, code))
    for mark, _ in marks:
        text = text.replace(mark, "")
    return text, sorted(expected)


def deck(folder: Path, text: str) -> Path:
    """Write a deck's folder with pictures, sound and not."""
    folder.mkdir()
    images = folder / "images"
    images.mkdir()
    (images / "cantine.png").write_bytes(png())
    (images / "lien.png").symlink_to(images / "cantine.png")
    (images / "enorme.png").write_bytes(png(30_000, 30_000))
    (images / "faux.png").write_bytes(b"\xff\xd8\xff\xe0 not a png")
    (images / "ruse.svg").write_text(
        "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", encoding="utf-8"
    )
    (folder / "deck.yaml").write_text(text, encoding="utf-8")
    return folder / "deck.yaml"


def check(file: Path) -> Checked:
    return check_deck(file, file.parent.parent)


def test_our_own_decks_have_nothing_wrong() -> None:
    found = {
        folder.name: check(folder / "deck.yaml").problems for folder in CLAP.parent.parent.iterdir() if folder.is_dir()
    }
    assert {name: problems for name, problems in found.items() if problems} == {}
    assert "clap" in found


def test_every_planted_fault_is_found_in_one_run_and_no_other(tmp_path: Path) -> None:
    text, expected = planted()
    found = sorted((one.line, one.code) for one in check(deck(tmp_path / "clap", text)).problems)
    assert [one for one in expected if one not in found] == []
    assert [one for one in found if one not in expected] == []
    assert len(expected) == len(found)


BROKEN = [
    ('    icon: leaf', '\ticon: leaf', "tab"),
    ("  - id: social", "  – id: social", "word_dash"),
    ("    icon: leaf", "    icon:\u00a0leaf", "no_break_space"),
    ("version: \"1.1\"", "version: “1.1: un”", "smart_quotes"),
    ("version: \"1.1\"", "version: un: deux", "colon_in_text"),
    ("version: \"1.1\"", "version: \"1.1", "quote_open"),
    ("languages: [fr, en]", "languages: [fr, en", "bracket_open"),
    ("    icon: leaf", "   icon: leaf", "indentation_by"),
    ("version: \"1.1\"", "version: *un", "alias"),
    ("version: \"1.1\"", "version: &un 1", "anchor"),
    ("version: \"1.1\"", "version: !!str 1", "tag"),
    ("version: \"1.1\"", "version: @1", "forbidden_start"),
    ("version: \"1.1\"", "version: \"\\q\"", "bad_escape"),
    ("version: \"1.1\"", "version: 'l'été'", "apostrophe"),
    ("version: \"1.1\"", "version 1.1", "colon_missing"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "code"), BROKEN)
def test_a_broken_copy_has_one_fault_at_its_line(tmp_path: Path, old: str, new: str, code: str) -> None:
    text = CLAP.read_text(encoding="utf-8")
    line = text[: text.index(old)].count("\n") + 1
    found = check(deck(tmp_path / "clap", text.replace(old, new, 1))).problems
    assert [(one.line, one.code) for one in found if one.code != "licence_missing"] == [(line, code)]


def test_there_are_more_than_sixty() -> None:
    assert len(PLANTED) + len(BROKEN) >= 60


def test_what_only_a_reader_minds_is_a_warning(tmp_path: Path) -> None:
    """No date of the law, no licence, a picture without words nor owner, a stale translation: the deck still plays."""
    text = CLAP.read_text(encoding="utf-8")
    text = text.replace('law_as_of: "2026-11-22"\n', "").replace("licence: CC-BY-SA-4.0\n", "")
    text = text.replace(QUESTION, f"    image: images/cantine.png\n{QUESTION}", 1)
    file = deck(tmp_path / "clap", text)
    (file.parent / "i18n").mkdir()
    overlay = f"format: 1\ndeck: clap\nlanguage: en\ntitle: {{text: x, source: {digest('autre')}}}\n"
    (file.parent / "i18n" / "en.yaml").write_text(overlay, encoding="utf-8")
    found = check(file)
    assert found.reading.deck is not None
    codes = {one.code for one in found.problems}
    assert codes == {
        "legal_undated",
        "warnings_alike",
        "licence_missing",
        "image_unnamed",
        "image_unowed",
        "translation_double",
    }
