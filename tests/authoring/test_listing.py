"""A session played on paper comes back from a list, typed by anyone."""

import io
import sys

import pytest

from game.authoring.listing import read
from game.content.shelf import load_scenario
from game.desk.opening import open_session
from game.places import shelves
from tests.cli.conftest import clap  # noqa: F401

AFTERNOON = """\
# le compte rendu de la table 3
carte ; lieu ; enjeu
sobriete-energie ; école les prés ; travaux
Insertion par l'emploi ; René Cassin
Nature en ville et fraîcheur ; place Navarre
Réemploi et recyclé ; CTM ; urbain
Bio et qualité dans l'assiette ; cuisine ; enfance
eau ; sports ; piscine
handicap ; CCAS

cout-cycle-vie ; travaux ; sobriete-energie
Clause d'insertion chiffrée ; travaux
Un critère circuit court ; cuisine
marche-performance ; piscine
"""


@pytest.fixture(scope="module")
def blagnac():
    return load_scenario(shelves.scenario("blagnac").parent, shelves.decks())


def listed(text, blagnac, lang="fr"):
    return read(text, "liste.txt", blagnac.deck, blagnac.scenario, lang)


def test_an_afternoon_is_read_whole(blagnac):
    found = listed(AFTERNOON, blagnac)
    assert found.problems == ()
    issues = {one.card: (one.family, one.place) for one in found.placings if not one.lever}
    assert issues["sobriete-energie"] == ("travaux", "ecole-les-pres")
    assert issues["reemploi-recycle"] == ("urbain", "ctm")
    assert issues["eau"] == ("sports", "piscine-ramiers")
    levers = {one.card: one.issue for one in found.placings if one.lever}
    assert levers == {
        "cout-cycle-vie": "sobriete-energie",
        "clause-insertion": "insertion-emploi",
        "critere-appro-direct": "alimentation-durable",
        "marche-performance": "eau",
    }


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_any_sign_separates(blagnac, sign):
    found = listed(f"eau{sign}sports{sign}piscine-ramiers\n", blagnac)
    assert [(one.card, one.family, one.place) for one in found.placings] == [("eau", "sports", "piscine-ramiers")]


def test_a_label_that_holds_the_sign_is_one_label(blagnac):
    label = "Circuits courts, maraîchage"
    assert any(card.label.fr == label for card in blagnac.deck.issues)
    found = listed(f"{label}, enfance\n", blagnac)
    assert [(one.card, one.family) for one in found.placings] == [("circuits-courts", "enfance")]


def test_both_languages_names_and_letters(blagnac):
    english = blagnac.deck.issue("eau").label.en
    found = listed(f'"{english}" ; S\nhandicap ; solidarites\n', blagnac, "en")
    assert {one.card for one in found.placings} == {"eau", "handicap"}


def test_a_small_slip_is_read_as_meant_and_said(blagnac):
    found = listed("sobriete-energi ; ecole les prse ; travaux\n", blagnac)
    assert [one.card for one in found.placings] == ["sobriete-energie"]
    assert [note.code for note in found.notes] == ["list_read_as"]


def test_a_wrong_line_is_told_with_its_number_and_the_others_kept(blagnac):
    found = listed(
        "eau ; sports\nxyzzy ; sports\nhandicap ; nulle part\nbiodiversite-ville\nmarche-performance ; sports\n",
        blagnac,
    )
    assert [one.card for one in found.placings] == ["eau", "marche-performance"]
    assert [(one.line, one.code) for one in found.problems] == [
        (2, "list_card"), (3, "list_spot"), (4, "list_where"),
    ]  # fmt: skip


def test_did_you_mean(blagnac):
    (problem,) = listed("sobritée des batimens ; travaux\n", blagnac).problems
    assert problem.code.startswith("list_card")


def test_a_shared_place_asks_for_the_family(blagnac):
    shared = next(place for place in blagnac.scenario.places if len(place.families) > 1)
    card = next(card for card in blagnac.deck.issues if set(shared.families) <= set(card.families))
    (problem,) = listed(f"{card.id} ; {shared.id}\n", blagnac).problems
    assert problem.code == "list_which_family"
    found = listed(f"{card.id} ; {shared.id} ; {shared.families[1]}\n", blagnac)
    assert [(one.family, one.place) for one in found.placings] == [(shared.families[1], shared.id)]


def test_a_lever_without_an_issue_and_one_with_too_many(blagnac):
    text = "eau ; sports\nsobriete-energie ; sports\nmarche-performance ; sports\ncout-cycle-vie ; enfance\n"
    found = listed(text, blagnac)
    assert {(one.line, one.code) for one in found.problems} == {(3, "list_which_issue"), (4, "list_no_issue")}
    found = listed(text.replace("marche-performance ; sports", "marche-performance ; sports ; eau"), blagnac)
    assert ("marche-performance", "eau") in [(one.card, one.issue) for one in found.placings]


def test_nonsense_is_never_a_traceback(blagnac):
    for text in ("", ";;;\n", "\x00\x01\n", ",\n" * 3000, "a" * 100_000, "🎉 ; 🎉\n", "; eau\n", '"\n'):
        found = listed(text, blagnac)
        assert found.placings == ()


def test_the_command_writes_a_session_to_go_on_with(clap, tmp_path):  # noqa: F811
    (tmp_path / "liste.txt").write_text(AFTERNOON, encoding="utf-8")
    out = tmp_path / "papier.clap"
    told = clap("session", "from-list", tmp_path / "liste.txt", "--scenario", "blagnac", "--agenda", "90", "--out", out)
    assert told.code == 0, told.out
    assert "11 cartes" in told.out
    session = open_session(out, read_only=True).session
    assert session.placed("eau").levers == ("marche-performance",)
    assert session.phase == "leviers"
    assert clap("session", "log", out).code == 0


def test_the_rules_refuse_line_by_line(clap, tmp_path, monkeypatch):  # noqa: F811
    text = "eau;sports\nsobriete-energie;sports\nhandicap;sports\neau;enfance\nbiodiversite-ville;aeroport\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode("cp1252"))))
    out = tmp_path / "papier.clap"
    told = clap("session", "from-list", "-", "--scenario", "blagnac", "--out", out)
    assert told.code == 1
    for line in (3, 4, 5):
        assert f"-:{line}\u00a0" in told.out
    assert len(open_session(out, read_only=True).session.issues) == 2


def test_a_list_with_nothing_good_writes_nothing(clap, tmp_path):  # noqa: F811
    (tmp_path / "liste.txt").write_text("rien\n", encoding="utf-8")
    out = tmp_path / "papier.clap"
    told = clap("session", "from-list", tmp_path / "liste.txt", "--scenario", "blagnac", "--out", out)
    assert told.code == 1
    assert not out.exists()
