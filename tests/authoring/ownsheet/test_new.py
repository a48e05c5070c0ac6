"""A deck from a spreadsheet of one's own: what is read, what is supplied, what is said of the rest."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

from game.content.shelf import load_scenario
from game.places import shelves
from tests.authoring.ownsheet.conftest import ISSUES, LEVERS, Desk, Rows, changed


def both(desk: Desk, issues: Rows = ISSUES, levers: Rows = LEVERS) -> Path:
    return desk.book(Ce_que_la_ville_veut=issues, Nos_moyens=levers)


def test_headings_of_ones_own_make_a_deck_that_is_played(desk: Desk):
    said = desk(both(desk))
    assert said.code == 0
    deck = desk.deck
    assert deck.languages == ("fr",)
    assert [one.label.fr for one in deck.issues] == [row[2] for row in ISSUES[1:]]
    assert [one.name.fr for one in deck.axes] == ["Environnement", "Social"]
    assert [one.name.fr for one in deck.families] == ["Cantines", "Bâtiments"]
    assert [one.name.fr for one in deck.stages] == ["Besoin", "Contrat"]
    assert len({one.letter for one in deck.families}) == len({one.colour for one in deck.families}) == 2
    scenario = load_scenario(desk.deck_folder / "scenario", shelves.decks())
    assert scenario.warnings == ()
    assert scenario.workshop("45").families
    assert "Essai de «\u202fmon-jeu\u202f»" in (desk.deck_folder / "scenario" / "scenario.yaml").read_text(
        encoding="utf-8"
    )


def test_numbers_labels_and_all_of_them_name_cards(desk: Desk):
    assert desk(both(desk)).code == 0
    deck = desk.deck
    menus, clause, cost = deck.levers
    assert menus.answers == ("produits-de-saison", "moins-de-dechets")
    assert clause.answers == ("insertion",)
    assert cost.answers == ("moins-de-dechets", "classes-fraiches")
    assert deck.issue("moins-de-dechets").families == ("cantines", "batiments")
    assert deck.issue("insertion").families == ("batiments", "cantines")


def test_scales_in_french(desk: Desk):
    assert desk(both(desk)).code == 0
    effects = [
        (one.effects.cost, one.effects.delay, one.effects.impact, one.effects.effort) for one in desk.deck.levers
    ]
    assert effects == [(0, 0, 3, 1), (1, 2, 2, 3), (-1, 0, 3, 2)]


def test_what_is_not_read_is_said(desk: Desk):
    rows = [("Formation des élus",), (), *ISSUES[:2], ("ET AUSSI",), *ISSUES[2:]]
    said = desk(desk.book(Enjeux=rows, Leviers=LEVERS, Salle=(("penser à la salle",),)))
    assert said.code == 0
    assert len(desk.deck.issues) == 4
    assert said.lines("colonnes non lues : Relu par")
    assert said.lines("La feuille « Salle » n'est pas lue")
    assert said.lines("ligne 5 : « ET AUSSI »")


def test_every_fault_is_told_by_cell_and_nothing_is_written(desk: Desk):
    issues = changed(
        changed(ISSUES, 1, 2, "Un nom beaucoup trop long pour la carte"), 3, 2, "Un autre nom bien trop long ici"
    )
    levers = changed(changed(LEVERS, 2, 7, "Insertoin"), 3, 7, "Clause d'insertion")
    said = desk(both(desk, issues, levers))
    assert said.code == 1
    assert desk.empty
    assert said.lines("cellule H3, « Pour quels enjeux ? » : « Insertoin »")
    assert said.lines("vouliez-vous dire « Insertion »") or said.lines("Écrivez un de ces noms")
    assert said.lines("cellule H4") == [
        "feuille Nos moyens, cellule H4, « Pour quels enjeux ? » : « Clause d'insertion » est un levier : "
        "ce n'est pas ce qu'attend cette colonne."
    ]


def test_a_fault_that_repeats_is_told_each_time(desk: Desk):
    issues = [ISSUES[0], *(changed(ISSUES, 1, 2, f"Un nom beaucoup trop long, le n° {n}")[1] for n in range(9))]
    said = desk(both(desk, issues, changed(changed(changed(LEVERS, 1, 7, 1), 2, 7, 1), 3, 7, 1)))
    assert said.code == 1
    told = [f"cellule C{n}," for n in range(2, 11)]
    assert [one for one in told if said.lines(one)] == told, said.out
    assert len(said.lines("« 1 » en nomme plusieurs")) == 3


def test_what_no_column_gives_is_supplied_and_said(desk: Desk):
    said = desk(desk.book(Enjeux=[("Enjeu",), ("Climat",), ("Emploi",)], Leviers=[("Levier",), ("Une clause",)]))
    assert said.code == 0
    deck = desk.deck
    assert deck.lever("une-clause").answers == ("climat", "emploi")
    assert deck.issue("climat").title.fr == deck.issue("climat").question.fr == "Climat"
    for told in ("l'axe des enjeux", "l'étape des leviers", "la famille d'achat", "répond à tous", "Coût et délai"):
        assert said.lines(told)


def test_headings_that_say_nothing_are_told_by_what_stands_under_them(desk: Desk):
    issues = [
        ("Blabla", "Nom court", "Truc", "Machin"),
        *(
            ("Écologie" if n < 3 else "Emploi", f"Sujet {'ABCDEF'[n]}", f"Que faire du sujet {n} ?", n)
            for n in range(6)
        ),
    ]
    levers = [
        ("Nom court", "Bidule"),
        *((f"Outil {'ABCD'[n]}", f"On écrit la clause {n} dans le contrat.") for n in range(4)),
    ]
    said = desk(desk.book(Enjeux=issues, Leviers=levers))
    assert said.code == 0
    assert [one.name.fr for one in desk.deck.axes] == ["Écologie", "Emploi"]
    assert desk.deck.issue("sujet-a").question.fr == "Que faire du sujet 0 ?"
    assert desk.deck.levers[0].text.fr == "On écrit la clause 0 dans le contrat."
    assert said.lines("la colonne « Blabla » est prise pour l'axe")
    assert said.lines("colonnes non lues : Machin")


def test_a_column_of_kinds_sorts_the_rows_whatever_its_heading(desk: Desk):
    rows = [
        ("Carte", "Catégorie", "Pour l'animateur", "Thème", "Service"),
        *((f"Sujet {one}", "Enjeu", "Que faire ?", "Social", "Cantine") for one in "ABCD"),
        *((f"Outil {one}", "Levier", "", "", "") for one in "AB"),
    ]
    assert desk(desk.book(Feuil1=rows)).code == 0
    assert (len(desk.deck.issues), len(desk.deck.levers)) == (4, 2)
    assert [one.name.fr for one in desk.deck.families] == ["Cantine"]


def test_a_note_that_asks_is_the_question(desk: Desk):
    issues = [("Enjeu", "Explication pour l'animateur"), *((f"Sujet {one}", f"Que faire de {one} ?") for one in "ABCD")]
    said = desk(desk.book(Enjeux=issues, Leviers=(LEVERS[0], ("Outil", "Besoin", "Texte", 0, 0, 1, 1, "Sujet A"))))
    assert said.code == 0
    assert desk.deck.issue("sujet-b").question.fr == "Que faire de B ?"


def test_stages_come_in_the_order_of_a_purchase_and_icons_show_what_they_name(desk: Desk):
    levers = [
        LEVERS[0],
        *(changed([one], 0, 1, stage)[0] for one, stage in zip(LEVERS[1:], ("Suivi", "Besoin", "Choix"), strict=True)),
    ]
    assert desk(both(desk, levers=levers)).code == 0
    assert [one.name.fr for one in desk.deck.stages] == ["Besoin", "Choix", "Suivi"]
    assert [one.icon for one in desk.deck.families] == ["utensils", "building-2"]


def test_one_sheet_whose_column_tells_the_kind(desk: Desk):
    rows = [
        ("Sorte", "Nom", "Texte", "Enjeux", "Question", "Famille"),
        ("enjeu", "Climat", "", "", "Que faire ?", "Travaux"),
        ("Levier", "Une clause", "On l'écrit.", "Climat", "", ""),
        ("mémo", "Penser au café", "", "", "", ""),
    ]
    said = desk(desk.book(Feuil1=rows))
    assert said.code == 0
    assert [one.id for one in desk.deck.issues] == ["climat"]
    assert desk.deck.lever("une-clause").text.fr == "On l'écrit."
    assert said.lines("ligne 4")


def test_two_csv_and_a_language_beside(desk: Desk):
    issues, levers = desk.folder / "enjeux.csv", desk.folder / "leviers.csv"
    issues.write_text(
        "Titre;Titre (en);Question;Question anglais\nÉtés frais;Cool summers;Où ?;Where?\n", encoding="cp1252"
    )
    levers.write_text("Nom;Nom (en);Texte;Texte EN;Répond à\nDes arbres;Trees;On plante.;We plant.;Étés frais\n")
    assert desk(issues, levers).code == 0
    assert desk.deck.languages == ("fr", "en")
    assert desk.deck.issue("etes-frais").title.en == "Cool summers"
    assert desk.deck.lever("des-arbres").text.en == "We plant."


def test_sheets_of_their_own_for_the_deck_its_groups_and_pairs(desk: Desk):
    said = desk(
        desk.book(
            Jeu=[("Titre", "Acheter mieux"), ("Droit à jour au", "22/11/2026"), ("Auteur", "Formation")],
            Axes=[("Nom", "Icône"), ("Environnement", "leaf"), ("Social", "users")],
            Familles=[
                ("Famille", "Nom court", "Lettre", "Couleur"),
                ("Cantines", "Repas", "R", "vert"),
                ("Bâtiments", "", "", ""),
            ],
            Étapes=[("Étape",), ("Besoin",), ("Contrat",)],
            Enjeux=ISSUES,
            Leviers=LEVERS,
            Tensions=[
                ("Carte 1", "Carte 2", "Pourquoi", "Concilier"),
                ("Insertion", "Coût global", "Le prix.", "Des lots."),
            ],
        )
    )
    assert said.code == 0, said.out
    deck = desk.deck
    assert (deck.title.fr, deck.law_as_of, deck.authors) == ("Acheter mieux", "2026-11-22", ("Formation",))
    assert (deck.families[0].short.fr, deck.families[0].letter, deck.families[1].letter) == ("Repas", "R", "B")
    assert deck.tensions[0].pair == ("insertion", "cout-global")


@pytest.mark.parametrize(("kind", "missing"), [("Enjeux", "aucun levier"), ("Leviers", "aucun enjeu")])
def test_a_deck_without_a_kind_it_needs_says_how_to_add_it(desk: Desk, kind: str, missing: str):
    said = desk(desk.book(**{kind: ISSUES if kind == "Enjeux" else LEVERS}))
    assert said.code == 1
    assert said.lines(missing)
    assert desk.empty


def test_an_error_of_calculation_is_refused_by_cell(desk: Desk):
    file = desk.folder / "cartes.xlsx"
    with xlsxwriter.Workbook(str(file)) as book:
        for name, rows in (("Enjeux", ISSUES), ("Leviers", LEVERS)):
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
        book.worksheets()[0].write_formula(2, 3, "=NOM()", None, "#NAME?")
    said = desk(file)
    assert said.code == 1
    assert said.lines("feuille Enjeux, cellule D3, « Titre complet » : erreur de calcul #NOM?")
    assert desk.empty


def test_cells_merged_down_say_the_same_for_each_row(desk: Desk):
    file = desk.folder / "cartes.xlsx"
    with xlsxwriter.Workbook(str(file)) as book:
        for name, rows in (("Enjeux", [(one[0], "", *one[2:]) for one in ISSUES]), ("Leviers", LEVERS)):
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, [cell or None for cell in row])
        book.worksheets()[0].write_string(0, 1, "Axe")
        book.worksheets()[0].merge_range(1, 1, 4, 1, "Environnement")
    assert desk(file).code == 0
    assert [one.axis for one in desk.deck.issues] == ["environnement"] * 4


def test_from_the_official_deck_its_cards_and_a_town(desk: Desk):
    said = desk("clap")
    assert said.code == 0
    official = shelves.deck("clap")
    assert desk.deck.id == "mon-jeu"
    assert len(desk.deck.issues) == official.read_text(encoding="utf-8").count("\n    axis: ")
    assert load_scenario(desk.deck_folder / "scenario", shelves.decks()).workshop("45").families


def test_a_file_that_exists_wins_over_the_name_of_a_deck(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(desk.folder)
    both(desk).rename(desk.folder / "clap")
    assert desk("clap").code == 0
    assert len(desk.deck.issues) == 4


def test_a_file_that_is_not_there_is_said(desk: Desk):
    said = desk("cartes.xlsx")
    assert said.code != 0
    assert "cartes.xlsx" in said.out


def test_what_was_made_goes_to_the_workbook_and_back(desk: Desk, capsys: pytest.CaptureFixture[str]):
    from game.cli.main import run

    assert desk(both(desk)).code == 0
    made = desk.folder / "made.xlsx"
    assert run(["deck", "sheet", "export", str(desk.deck_folder), str(made)]) == 0
    capsys.readouterr()
    assert run(["deck", "sheet", "import", str(desk.deck_folder), str(made), "--lang", "fr"]) == 0
    assert "rien à changer" in capsys.readouterr().out.replace("\u00a0", " ")
