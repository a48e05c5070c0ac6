"""A deck as a folder: it extends another, it is translated beside, it has pictures; every fault keeps its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content.deck import read_deck
from game.content.folder import Reading, read_folder
from game.content.overlays import digest
from game.content.problems import Problem
from game.core.cards import HouseRules
from tests.content.samples import DECK, swapped

CHILD = """\
format: 1
id: cantines
version: "2"
extends: petit-jeu
title: {fr: Cantines, en: Canteens}
authors: [Des auteurs, Une ville]
remove: [inflation]
override:
  mutualiser: {label: {fr: Grouper, en: Group}, answers: [circuits-courts, dechets]}
issues:
  - id: dechets
    axis: local
    families: [enfance]
    label: {fr: Déchets, en: Waste}
    title: {fr: Moins de déchets, en: Less waste}
    question: {fr: Où vont les restes ?, en: Where do leftovers go?}
rules: {blank_cards: 4, events: no}
notes: {fr: Prévoir du pain., en: Bring bread.}
"""


def decks(root: Path, **texts: str) -> Path:
    """Write decks side by side; give the first one's file."""
    for name, text in texts.items():
        folder = root / name.replace("_", "-")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "deck.yaml").write_text(text, encoding="utf-8")
    return root / next(iter(texts)).replace("_", "-") / "deck.yaml"


def read(file: Path) -> Reading:
    return read_folder(file, file.parent.parent)


def told(problems: tuple[Problem, ...]) -> list[tuple[str, int, str]]:
    return [(Path(one.file).parent.name, one.line, one.code) for one in problems]


def test_a_deck_extends_another(tmp_path: Path) -> None:
    found = read(decks(tmp_path, cantines=CHILD, petit_jeu=DECK))
    assert found.problems == ()
    deck = found.deck
    assert deck is not None
    assert (deck.id, deck.version, deck.title.en) == ("cantines", "2", "Canteens")
    assert [card.id for card in deck.issues] == ["circuits-courts", "maitrise-budget", "dechets"]
    assert deck.events == ()
    lever = deck.levers[0]
    assert (lever.label.fr, lever.answers) == ("Grouper", ("circuits-courts", "dechets"))
    assert (lever.title.fr, lever.effects.cost) == ("Acheter ensemble", -1)
    assert deck.authors == ("Des auteurs", "Une ville")
    assert deck.licence == "CC-BY-SA-4.0"
    assert deck.rules == HouseRules(blank_cards=4, events=False)
    assert deck.notes.en == "Bring bread."
    assert len(found.files) == 2


def test_a_deck_of_several_files_is_kept_as_one_text(tmp_path: Path) -> None:
    found = read(decks(tmp_path, cantines=CHILD, petit_jeu=DECK))
    again, problems = read_deck(found.text, "deck.yaml")
    assert problems == ()
    assert again == found.deck
    assert read(tmp_path / "cantines" / "deck.yaml").text == found.text
    alone = read(tmp_path / "petit-jeu" / "deck.yaml")
    assert alone.text.decode() == DECK


def test_a_path_names_a_base_as_well_as_an_id(tmp_path: Path) -> None:
    file = decks(tmp_path, cantines=CHILD.replace("extends: petit-jeu", "extends: ../petit-jeu"), petit_jeu=DECK)
    assert read(file).deck is not None


@pytest.mark.parametrize(
    ("old", "new", "code", "part"),
    [
        ("extends: petit-jeu", "extends: petit-jue", "base_unknown_near", "extends"),
        ("extends: petit-jeu", "extends: /etc/passwd", "base_unknown", "extends"),
        ("extends: petit-jeu", "extends: ../zzzzzzzz", "base_unknown", "extends"),
        ("extends: petit-jeu", "extends: [a]", "expected_value", "extends"),
        ("extends: petit-jeu", "extend: petit-jeu", "unknown_key_near", "extend:"),
        ("remove: [inflation]", "remove: [inflatoin]", "no_base_card_near", "remove"),
        ("remove: [inflation]", "remove: inflation", "expected_list", "remove"),
        ("  mutualiser: {", "  mutualisser: {", "no_base_card_near", "mutualisser"),
        ("{label: {fr: Grouper", "{id: autre, label: {fr: Grouper", "override_id", "mutualiser"),
        ("{label: {fr: Grouper", "{labell: {fr: Grouper", "unknown_key_near", "mutualiser"),
        ("answers: [circuits-courts, dechets]", "answers: [circuits-courts, dechet]", "no_issue_near", "mutualiser"),
        ("  - id: dechets", "  - id: circuits-courts", "id_twice", "  - id: circuits-courts"),
        ("remove: [inflation]", "remove: [mutualiser, inflation]", "override_removed", "  mutualiser"),
        ("events: no}", "event: no}", "unknown_key_near", "rules"),
        ("blank_cards: 4", "blank_cards: quatre", "bad_whole", "rules"),
    ],
)
def test_what_is_wrong_with_an_extension_is_said_where_it_is(
    tmp_path: Path, old: str, new: str, code: str, part: str
) -> None:
    text = swapped(CHILD, (old, new))
    found = read(decks(tmp_path, cantines=text, petit_jeu=DECK))
    line = text[: text.index(part)].count("\n") + 1
    assert ("cantines", line, code) in told(found.problems)
    if code not in ("id_twice", "override_removed"):
        assert len(found.problems) == 1


def test_a_card_left_out_that_another_needs_is_told_with_both_places(tmp_path: Path) -> None:
    override = CHILD[CHILD.index("override:") : CHILD.index("issues:")]
    text = swapped(CHILD, ("remove: [inflation]", "remove: [inflation, maitrise-budget]"), (override, ""))
    found = read(decks(tmp_path, cantines=text, petit_jeu=DECK))
    assert [one.code for one in found.problems] == ["ref_removed"]
    fault = found.problems[0]
    assert fault.file.endswith("petit-jeu/deck.yaml")
    assert [Path(one.file).parent.name for one in fault.related] == ["cantines", "cantines"]
    assert [one.code for one in fault.related] == ["first_here", "extended_here"]


def test_a_card_left_out_is_taken_out_of_what_others_answer(tmp_path: Path) -> None:
    override = CHILD[CHILD.index("override:") : CHILD.index("issues:")]
    spare = swapped(CHILD, ("remove: [inflation]", "remove: [circuits-courts]"), (override, ""))
    base = swapped(DECK, ("answers: [maitrise-budget]", "answers: [circuits-courts, maitrise-budget]"))
    found = read(decks(tmp_path, cantines=spare, petit_jeu=base))
    deck = found.deck
    assert deck is not None, found.problems
    assert "circuits-courts" not in {one.id for one in deck.issues}
    assert all(one.answers == ("maitrise-budget",) for one in deck.levers)


def test_a_fault_of_the_base_is_told_in_its_file_with_the_way_to_it(tmp_path: Path) -> None:
    found = read(decks(tmp_path, cantines=CHILD, petit_jeu=swapped(DECK, ("icon: leaf", "icon: leav"))))
    assert told(found.problems) == [("petit-jeu", 10, "bad_icon_near")]
    assert [(one.code, one.line) for one in found.problems[0].related] == [("extended_here", 4)]


def test_decks_in_a_circle_and_too_many_are_said_with_the_chain(tmp_path: Path) -> None:
    names = [f"jeu-{i}" for i in range(8)]
    ring = {name: CHILD.replace("petit-jeu", names[(i + 1) % 3]) for i, name in enumerate(names[:3])}
    fault = read(decks(tmp_path / "ring", **ring)).problems[-1]
    assert fault.code == "base_cycle"
    assert dict(fault.facts)["value"] == "jeu-0 → jeu-1 → jeu-2 → jeu-0"
    base = DECK.replace("id: petit-jeu", "id: jeu-7")
    chain = {name: f"format: 1\nid: {name}\nversion: 1\nextends: {names[i + 1]}\n" for i, name in enumerate(names[:7])}
    deep = read(decks(tmp_path / "deep", **chain, **{"jeu-7": base})).problems
    assert "base_deep" in {one.code for one in deep}
    five = read(tmp_path / "deep" / "jeu-2" / "deck.yaml")
    assert five.deck is not None


def test_a_base_that_cannot_be_read_hides_no_fault_and_makes_none(tmp_path: Path) -> None:
    text = swapped(CHILD, ("extends: petit-jeu", "extends: absent"), ("blank_cards: 4", "blank_cards: x"))
    found = read(decks(tmp_path, cantines=text))
    assert [one.code for one in found.problems] == ["base_unknown", "bad_whole"]


def test_a_deck_kept_alone_does_not_extend(tmp_path: Path) -> None:
    assert {one.code for one in read_deck(CHILD.encode(), "deck.yaml")[1]} >= {"extends_alone", "needs_base"}


OVERLAY = f"""\
format: 1
deck: petit-jeu
language: oc
title: {{text: Pichon jòc, source: {digest("Petit jeu")}}}
axes:
  local: {{name: {{text: Locau, source: {digest("Local")}}}}}
families:
  enfance: {{name: {{text: Enfança, source: {digest("Enfance")}}}}}
cards:
  circuits-courts:
    label: {{text: Circuits corts, source: {digest("Circuits courts")}}}
    legal.text: {{text: CCP oc, source: {digest("CCP")}}}
    indicators.0.name: {{text: Partida, source: {digest("Part")}}}
pairs:
  circuits-courts + maitrise-budget: {{why: {{text: Lo prètz., source: {digest("Le prix.")}}}}}
"""
OCCITAN = swapped(DECK, ("languages: [fr, en]", "languages: [fr, en, oc]"))


def translated(root: Path, overlay: str, deck: str = OCCITAN) -> Reading:
    file = decks(root, petit_jeu=deck)
    (file.parent / "i18n").mkdir(exist_ok=True)
    (file.parent / "i18n" / "oc.yaml").write_text(overlay, encoding="utf-8")
    return read(file)


def test_a_translation_beside_the_deck_is_read(tmp_path: Path) -> None:
    found = translated(tmp_path, OVERLAY)
    assert {one.code for one in found.problems} == {"translation_missing", "warnings_alike"}
    deck = found.deck
    assert deck is not None
    card = deck.issues[0]
    assert (deck.title.say("oc"), deck.axes[0].name.say("oc"), card.label.say("oc")) == (
        "Pichon jòc", "Locau", "Circuits corts",
    )  # fmt: skip
    assert card.legal is not None
    assert (card.legal.text.say("oc"), card.legal.text.say("fr")) == ("CCP oc", "CCP")
    assert (card.indicators[0].name.say("oc"), deck.tensions[0].why.say("oc")) == ("Partida", "Lo prètz.")
    assert read_deck(found.text, "x")[0] == deck


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        (digest("Circuits courts"), "00000000", "translation_stale", 11),
        (f", source: {digest('Circuits courts')}", "", "translation_unsourced", 11),
        ("language: oc", "language: fr", "overlay_other", 3),
        ("deck: petit-jeu", "deck: autre-jeu", "overlay_other", 2),
        ("  circuits-courts:\n", "  circuit-court:\n", "overlay_unknown_near", 10),
        ("    legal.text", "    legal.texte", "overlay_path_near", 12),
        ("indicators.0.name", "indicators.7.name", "overlay_path_near", 13),
        ("cards:", "card:", "unknown_key_near", 9),
        ("{text: Circuits corts,", "{texte: Circuits corts,", "unknown_key_near", 11),
        ("label: {text: Circuits corts", "label: {text: [a]", "expected_overlay", 11),
        ("label: {text: Circuits corts", "label: {text: Circuits corts e de sason tot l'an", "too_long", 11),
        ("  local: {name", "  local: [name]\n  autre: {name", "expected_thing", 6),
    ],
)
def test_what_is_wrong_with_a_translation_is_said_in_its_file(
    tmp_path: Path, old: str, new: str, code: str, line: int
) -> None:
    found = translated(tmp_path, swapped(OVERLAY, (old, new)))
    assert ("i18n", line, code) in told(found.found)


def test_a_stale_translation_tells_the_new_print(tmp_path: Path) -> None:
    changed = swapped(OCCITAN, ("fr: Circuits courts,", "fr: Circuits très courts,"))
    found = translated(tmp_path, OVERLAY, changed)
    stale = [one for one in found.problems if one.code == "translation_stale"]
    assert [dict(one.facts)["near"] for one in stale] == [digest("Circuits très courts")]
    assert found.deck is not None
    assert found.deck.issues[0].label.say("oc") == "Circuits corts"


def test_a_text_translated_twice_is_the_deck_s(tmp_path: Path) -> None:
    text = swapped(OCCITAN, ("en: Short chains}", "en: Short chains, oc: Del jòc}"))
    found = translated(tmp_path, OVERLAY, text)
    assert [one.line for one in found.problems if one.code == "translation_double"] == [11]
    assert found.deck is not None
    assert found.deck.issues[0].label.say("oc") == "Del jòc"


def test_a_language_the_deck_does_not_promise_is_not_read(tmp_path: Path) -> None:
    found = translated(tmp_path, OVERLAY, DECK)
    assert [one.code for one in found.problems] == ["overlay_undeclared"]
    assert found.deck is not None
    assert found.deck.title.others == ()
