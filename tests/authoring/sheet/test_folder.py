"""Decks that are more than one file, and lists written in brackets."""

from __future__ import annotations

import openpyxl

from game.content.shelf import load_deck
from tests.authoring.sheet.conftest import Trip, column
from tests.authoring.sheet.test_office import choices

OWN = """# le jeu de la ville
format: 1
id: ville
version: "2"
title: {fr: "Ville", en: "Town"}
extends: clap
remove: [loi-climat]   # pas cette loi
issues: [{id: ombre, axis: local, families: [travaux], label: {fr: "Ombre", en: "Shade"}, title: Ombre,
    question: {fr: "Où fait-il chaud ?", en: "Where is it hot?"}}]
synergies:
- pair: [ombre, sourcing]
  why: {fr: "a", en: "b"}
"""


def town(trip: Trip) -> None:
    trip.deck = trip.folder / "ville" / "deck.yaml"
    trip.deck.parent.mkdir()
    trip.write(OWN)


def test_a_deck_that_extends_another_gives_its_own_cards_alone(trip: Trip):
    town(trip)
    trip.export()
    book = openpyxl.load_workbook(trip.book)
    assert book["Enjeux"].cell(3, 1).value == "ombre"
    assert book["Enjeux"].cell(4, 1).value is None
    assert "Solidarités" in choices(book, "Enjeux", "C3")
    assert "Passer le besoin au crible" in choices(book, "Synergies", "B3")
    assert "loi-climat" not in choices(book, "Synergies", "B3")
    said = trip.take("--remove")
    assert "rien à changer" in said.out
    assert trip.text == OWN


def test_cards_in_brackets_and_lists_at_the_margin_are_edited_in_place(trip: Trip):
    town(trip)
    trip.export()
    trip.fill(
        ("Enjeux", "ombre", "title [en]", "Shade"),
        ("Enjeux", "ombre", "note [fr]", "Dire où."),
        ("Enjeux", "ombre", "families", "travaux; urbain"),
        ("Synergies", "ombre + sourcing", "why [en]", "c"),
    )
    trip.add("Synergies", "ombre + sourcing", pair="ombre; allotir-fin", **{"why [fr]": "x", "why [en]": "y"})
    trip.add(
        "Enjeux",
        "",
        id="banc",
        axis="local",
        families="urbain",
        **{
            "label [fr]": "Bancs",
            "label [en]": "Benches",
            "title [fr]": "Bancs",
            "title [en]": "Benches",
            "question [fr]": "q",
            "question [en]": "q",
        },
    )
    said = trip.take()
    assert said.code == 0, said.out
    text = trip.text
    assert 'title: {fr: "Ombre", en: "Shade"}' in text
    assert "families: [travaux, urbain]" in text
    assert text.startswith(OWN[: OWN.index("issues:")])
    assert '- pair: [ombre, sourcing]\n  why: {fr: "a", en: "c"}\n\n- pair: [ombre, allotir-fin]\n  why:' in text
    deck = load_deck(trip.deck)[1]
    assert deck.issue("ombre").note.fr == "Dire où."
    assert deck.issue("banc").families == ("urbain",)


def test_a_language_translated_beside_the_deck_has_no_column(trip: Trip):
    text = trip.text.replace("languages: [fr, en]", "languages: [fr, en, oc]", 1)
    trip.write(text)
    beside = trip.deck.parent / "i18n"
    beside.mkdir()
    (beside / "oc.yaml").write_text("format: 1\ndeck: clap\nlanguage: oc\n", encoding="utf-8")
    assert trip("export", trip.deck, trip.book).code == 0
    page = openpyxl.load_workbook(trip.book)["Enjeux"]
    heads = [page.cell(2, n).value for n in range(1, page.max_column + 1)]
    assert "label [en]" in heads
    assert "label [oc]" not in heads
    assert "rien à changer" in trip.take().out


def test_a_language_of_the_deck_itself_has_its_columns(trip: Trip):
    trip.write(trip.text.replace("languages: [fr, en]", "languages: [fr, en, oc]", 1))
    trip.export()
    page = openpyxl.load_workbook(trip.book)["Leviers"]
    assert column(page, "title [oc]") > column(page, "title [en]")
    trip.fill(("Leviers", "revue-besoin", "title [oc]", "Passar lo besonh"))
    assert trip.take().code == 0
    assert 'en: "Challenge the need", oc: "Passar lo besonh"}' in trip.text
