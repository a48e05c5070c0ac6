"""A sheet from an older deck: what was changed since stays, and what both changed is named by cell."""

from __future__ import annotations

import pytest

from game.content.shelf import load_deck
from tests.authoring.sheet.conftest import Trip

LABEL = 'label: {fr: "Carbone de nos achats", en: "Carbon of our purchases"}'


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_cells_left_alone_never_overwrite_a_newer_deck(trip: Trip):
    trip.export()
    newer = trip.text.replace(LABEL, LABEL.replace("Carbone de nos achats", "Le carbone acheté"), 1)
    trip.write(newer)
    trip.fill(("Enjeux", "climat-carbone", "label [en]", "Carbon we buy"))
    said = trip.take()
    assert said.code == 0
    assert "version plus ancienne" in said.out
    assert trip.text == newer.replace('en: "Carbon of our purchases"', 'en: "Carbon we buy"', 1)


@pytest.mark.parametrize(("keep", "kept"), [("deck", "Le carbone acheté"), ("sheet", "Nos émissions")])
def test_a_clash_is_named_by_cell_and_settled_by_choice(trip: Trip, keep: str, kept: str):
    trip.export()
    newer = trip.text.replace(LABEL, LABEL.replace("Carbone de nos achats", "Le carbone acheté"), 1)
    trip.write(newer)
    (cell, *_) = trip.fill(
        ("Enjeux", "climat-carbone", "label [fr]", "Nos émissions"), ("Enjeux", "eau", "label [en]", "Less water")
    )
    said = trip.take()
    assert said.code == 1
    assert (
        f"feuille Enjeux, cellule {cell}, « Étiquette (ce qui se lit sur la table) [fr] » : climat-carbone · Étiquette"
        in plain(said.out)
    )
    assert "« Nos émissions » dans le tableau, « Le carbone acheté » dans le jeu" in plain(said.out)
    assert trip.text == newer
    assert trip.take("--keep", keep).code == 0
    deck = load_deck(trip.deck)[1]
    assert deck.issue("climat-carbone").label.fr == kept
    assert deck.issue("eau").label.en == "Less water"


def test_the_same_change_on_both_sides_is_no_clash(trip: Trip):
    trip.export()
    newer = trip.text.replace('fr: "Carbone de nos achats"', 'fr: "Nos émissions"', 1)
    trip.write(newer)
    trip.fill(("Enjeux", "climat-carbone", "label [fr]", "Nos émissions"))
    assert "rien à changer" in trip.take().out
    assert trip.text == newer


def test_a_card_written_since_is_not_taken_for_a_missing_row(trip: Trip):
    trip.export()
    start = trip.text.index("synergies:")
    more = 'synergies:\n  - pair: [eau, sourcing]\n    why: {fr: "a", en: "b"}\n'
    trip.write(trip.text[:start] + more + trip.text[start + len("synergies:\n") :])
    newer = trip.text
    said = trip.take("--remove")
    assert "rien à changer" in said.out
    assert trip.text == newer


def test_a_card_renamed_since_is_found_by_its_former_id(trip: Trip):
    trip.export()
    trip.write(
        trip.text.replace("  - id: orage-x", "").replace(
            "  - id: loi-climat\n", "  - id: loi-vie\n    former_ids: [loi-climat]\n"
        )
    )
    trip.fill(("Événements", "loi-climat", "label [en]", "A law applies"))
    said = trip.take("--remove")
    assert said.code == 0
    assert load_deck(trip.deck)[1].event("loi-vie").label.en == "A law applies"


def test_an_id_changed_by_mistake_is_named(trip: Trip):
    import openpyxl

    before = trip.text
    trip.export()
    book = openpyxl.load_workbook(trip.book)
    book["Leviers"]["A3"].value = "revue-du-besoin"
    book.save(trip.book)
    said = trip.take("--remove")
    assert said.code == 1
    assert "feuille Leviers, cellule A3 : l'identifiant « revue-besoin » a été changé" in plain(said.out)
    assert trip.text == before


def test_a_row_changed_whose_card_has_gone_is_named(trip: Trip):
    trip.export()
    start = trip.text.index("  - pair: [acces-tpe-pme, mutualisation]")
    end = trip.text.index("  - pair: [circuits-courts, maitrise-budget]")
    trip.write(trip.text[:start] + trip.text[end:])
    assert "rien à changer" in trip.take().out
    trip.fill(("Tensions", "acces-tpe-pme + mutualisation", "why [fr]", "Autre raison."))
    said = trip.take()
    assert said.code == 1
    assert "feuille Tensions, cellule A3" in plain(said.out)


def test_a_sheet_of_another_deck_is_refused(trip: Trip):
    trip.export()
    trip.write(trip.text.replace("\nid: clap\n", "\nid: autre\n", 1))
    said = trip.take()
    assert said.code == 1
    assert "« clap », pas de « autre »" in plain(said.out)


@pytest.mark.parametrize(
    ("sheet", "card", "key", "value", "told"),
    [
        ("Leviers", "revue-besoin", "effects.cost", "deux", "deux"),
        ("Leviers", "revue-besoin", "effects.cost", 7, "7"),
        ("Leviers", "revue-besoin", "answers", "juste-besoin; cout-globl", "cout-global"),
        ("Enjeux", "eau", "axis", "locall", "local"),
        ("Enjeux", "eau", "label [fr]", "Une étiquette bien trop longue pour la carte", "30"),
        ("Enjeux", "eau", "legal.confidence", "probabl", "probable"),
        ("Événements", "loi-climat", "families", None, "families"),
        ("Événements", "inflation-denrees", "loads.2.family", "solidarite", "solidarites"),
        ("Tensions", "acces-tpe-pme + mutualisation", "pair", None, "pair"),
        ("Tensions", "acces-tpe-pme + mutualisation", "pair", "circuits-courts; maitrise-budget", "circuits-courts"),
        ("Tensions", "acces-tpe-pme + mutualisation", "pair", "acces-tpe-pme; mutualisatio", "mutualisation"),
    ],
)
def test_the_checkers_faults_are_told_by_cell(trip: Trip, sheet: str, card: str, key: str, value: object, told: str):
    before = trip.text
    trip.export()
    (cell,) = trip.fill((sheet, card, key, value))
    said = trip.take()
    lines = [line for line in plain(said.out).splitlines() if line.startswith(f"feuille {sheet}, cellule {cell}, « ")]
    assert said.code == 1
    assert lines
    assert told in lines[0]
    assert trip.text == before


def test_what_is_worth_a_look_is_told_by_cell_and_written(trip: Trip):
    trip.export()
    (cell,) = trip.fill(("Enjeux", "eau", "question [fr]", None))
    said = trip.take()
    assert said.code == 0
    assert f"feuille Enjeux, cellule {cell}, « Question [fr] » : " in plain(said.out)
    assert load_deck(trip.deck)[1].issue("eau").question.fr == ""


def test_faults_of_a_new_row_are_told_by_cell(trip: Trip):
    trip.export()
    trip.add("Leviers", "revue-besoin", stage="besoin", **{"title [fr]": "Demander", "title [en]": "Ask"})
    trip.add("Enjeux", "eau", axis="local")
    said = trip.take()
    assert said.code == 1
    assert "feuille Enjeux, cellule A6 : cette nouvelle ligne n'a ni identifiant ni titre" in plain(said.out)
    assert "feuille Leviers, cellule C4, « Étiquette" in plain(said.out)  # in the same run


def test_a_removal_that_breaks_references_names_the_cells_that_point(trip: Trip):
    before = trip.text
    trip.export()
    trip.drop("Enjeux", "insertion-emploi")  # all that a lever answers
    said = trip.take("--remove")
    assert said.code == 1
    assert "feuille Leviers, cellule" in said.out
    assert trip.text == before


def test_a_card_that_goes_is_taken_out_of_what_others_answer_and_of_pairs(trip: Trip):
    trip.export()
    trip.drop("Enjeux", "eau")
    trip.drop("Leviers", "sourcing")
    said = trip.take("--remove")
    assert said.code == 0, said.out
    deck = load_deck(trip.deck)[1]
    assert deck.lever("clause-verte").answers == ("biodiversite-ville", "sante-environnementale", "climat-carbone")
    assert next(one for one in deck.events if one.id == "lot-infructueux").cancelled_by == ("programmer-publier",)
    assert not [one for one in deck.synergies if {"eau", "sourcing"} & set(one.pair)]
    assert "clause-verte · Enjeux auxquels il répond" in said.out


def test_a_sheet_without_its_line_of_names_is_said_and_nothing_is_written(trip: Trip):
    import openpyxl

    before = trip.text
    trip.export()
    trip.fill(("Leviers", "revue-besoin", "effects.cost", 1))
    book = openpyxl.load_workbook(trip.book)
    book["Enjeux"].delete_rows(2)
    book.save(trip.book)
    said = trip.take()
    assert said.code == 1
    assert "la feuille « Enjeux » n'a plus la ligne grise" in plain(said.out)
    assert "rien à changer" not in plain(said.out)
    assert trip.text == before


def test_lines_above_the_names_are_no_hindrance(trip: Trip):
    import openpyxl

    trip.export()
    trip.fill(("Enjeux", "eau", "title [fr]", "De l'eau pour tous"))
    book = openpyxl.load_workbook(trip.book)
    book["Enjeux"].insert_rows(1, 8)
    book["Enjeux"].cell(1, 1).value = "Formation des élus"
    book.save(trip.book)
    assert trip.take().code == 0
    assert load_deck(trip.deck)[1].issue("eau").title.fr == "De l'eau pour tous"


def test_labels_stand_for_ids_and_french_values_are_understood(trip: Trip):
    trip.export()
    trip.fill(
        ("Leviers", "clause-insertion", "effects.impact", "fort"),
        ("Enjeux", "eau", "families", "toutes"),
        ("Enjeux", "eau", "legal.confidence", "à vérifier"),
        ("Enjeux", "eau", "legal.date", "22/11/2026"),
    )
    label = load_deck(trip.deck)[1].issue("eau").label.fr
    trip.fill(("Leviers", "clause-insertion", "answers", f"{label}; insertion-emploi"))
    said = trip.take()
    assert said.code == 0, said.out
    deck = load_deck(trip.deck)[1]
    lever, issue = deck.lever("clause-insertion"), deck.issue("eau")
    assert (lever.answers, lever.effects.impact) == (("eau", "insertion-emploi"), 3)
    assert issue.families == tuple(one.id for one in deck.families)
    assert (issue.legal.confidence, issue.legal.date) == ("to-check", "2026-11-22")


def test_families_have_a_sheet_and_a_new_one_is_used_by_its_name(trip: Trip):
    trip.export()
    trip.add("Familles", "solidarites", **{"name [fr]": "Numérique", "name [en]": "Digital", "short [fr]": "Numérique",
             "short [en]": "Digital", "icon": "monitor", "letter": "N", "colour": "#005F8F"})  # fmt: skip
    trip.fill(("Enjeux", "eau", "families", "Numérique"), ("Familles", "travaux", "name [fr]", "Les bâtiments"))
    said = trip.take()
    assert said.code == 0, said.out
    deck = load_deck(trip.deck)[1]
    assert deck.issue("eau").families == ("numerique",)
    assert deck.families[0].name.fr == "Les bâtiments"


def test_odd_columns_and_twins(trip: Trip):
    import openpyxl

    trip.export()
    book = openpyxl.load_workbook(trip.book)
    page = book["Synergies"]
    page.cell(2, 9).value = "remarques"
    page.cell(3, 9).value = "à revoir"
    book.save(trip.book)
    said = trip.take()
    assert (said.code, "feuille Synergies, cellule I2" in said.out) == (0, True)
    page.cell(2, 9).value = "why [f]"
    page.cell(4, 1).value = page.cell(3, 1).value
    book.save(trip.book)
    said = trip.take()
    assert said.code == 1
    assert "feuille Synergies, cellule A4" in said.out
    page.cell(2, 9).value = "why [fr]"
    book.save(trip.book)
    assert "feuille Synergies, cellule I2 : la colonne « why [fr] » est là deux fois" in plain(trip.take().out)


def test_all_faults_are_told_in_one_run_each_time_they_stand(trip: Trip):
    trip.export()
    cards = ["revue-besoin", "menus-saison", "mutualiser", "sourcing", "clause-verte"]
    cells = trip.fill(*(("Leviers", card, "effects.cost", "9") for card in cards),
                      ("Leviers", "allotir-fin", "answers", "Circuit cour"))  # fmt: skip
    said = trip.take()
    assert said.code == 1
    for cell in cells:
        assert f"cellule {cell}, " in said.out
