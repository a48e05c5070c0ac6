"""An afternoon played on paper comes back with its votes, tensions and objectives, from the kit's workbook or YAML."""

from __future__ import annotations

import re
from io import BytesIO

import openpyxl
import pytest

from game.authoring.onpaper.columns import KINDS, words
from game.authoring.onpaper.empty import pages, workbook
from game.authoring.onpaper.reading import from_book, from_yaml
from game.cli import papered
from game.content.shelf import load_scenario
from game.core.sheets import objective
from game.desk.opening import open_session
from game.places import shelves
from game.tables.reading import read
from game.words.catalogue import speaker
from tests.cli.conftest import clap  # noqa: F401  the fixture

BOARDS = (
    ("Travaux, énergie", "sobriete-energie", "ecole-les-pres", ("cout-cycle-vie",), 9),
    ("Travaux, énergie", "insertion-emploi", "ecole-rene-cassin", ("clause-insertion", "facilitateur-clauses"), 5),
    ("Espaces urbains", "biodiversite-ville", "place-navarre", ("clause-verte",), 7),
    ("Espaces urbains", "reemploi-recycle", "ctm", ("reemploi-dabord",), 3),
    ("Enfance, écoles", "alimentation-durable", "rmr-cuisine", ("menus-saison", "critere-appro-direct"), 10),
    ("Enfance, écoles", "maitrise-budget", "ecole-aerogare", ("mutualiser",), 2),
    ("Sports, loisirs", "eau", "piscine-ramiers", ("marche-performance",), 8),
    ("Solidarités", "handicap", "ccas", ("reserver-handicap",), 5),
)
"""The afternoon of rules.md: family, issue, place, levers, tokens."""
SHEETS = ("Plateaux", "Votes", "Tensions", "Objectifs", "Séance")
SENTENCE = "Le bio d'abord sur les fruits et légumes ; le surcoût est pris sur le gaspillage."


@pytest.fixture(scope="module")
def blagnac():
    return load_scenario(shelves.scenario("blagnac").parent, shelves.decks())


def called(deck, card):
    return (deck.issue(card) or deck.lever(card)).label.fr


def empty(blagnac, lang="fr"):
    limits = blagnac.scenario.agendas[0].limits
    return workbook(blagnac.deck, blagnac.scenario, limits, lang, speaker(lang).say)


def filled(blagnac, file, change=lambda _: None):
    """Copy the afternoon into the kit's workbook, as a hand would."""
    book = openpyxl.load_workbook(BytesIO(empty(blagnac)))
    places = {one.id: one.short.fr for one in blagnac.scenario.places}
    boards, votes, tensions, objectives, session = (book[name] for name in SHEETS)
    spots = {}
    for row in range(4, boards.max_row + 1):
        spots.setdefault(boards.cell(row, 2).value, []).append(row)
    for at, (family, issue, place, levers, tokens) in enumerate(BOARDS, 4):
        row = spots[family].pop(0)
        boards.cell(row, 3, called(blagnac.deck, issue))
        boards.cell(row, 4, places[place])
        for n, lever in enumerate(levers, 5):
            boards.cell(row, n, called(blagnac.deck, lever))
        votes.cell(at, 1, called(blagnac.deck, issue))
        votes.cell(at, 2, tokens)
        votes.cell(at, 4, "oui" if issue == "handicap" else None)
    for n, value in enumerate((called(blagnac.deck, "alimentation-durable"), called(blagnac.deck, "maitrise-budget"),
                               SENTENCE), 1):  # fmt: skip
        tensions.cell(4, n, value)
    heads = {cell.value: cell.column for cell in objectives[3]}
    said = {"Enjeu": called(blagnac.deck, "eau"), "Indicateur": "Eau par entrée", "Unité": "litres par entrée",
            "Point de départ": "120", "Cible": "95", "Échéance": "juin 2028", "Adjoint": "Adjoint(e) aux sports",
            "Adopté": "oui"}  # fmt: skip
    for head, value in said.items():
        objectives.cell(4, heads[head], value)
    session.cell(4, 1, "02/12/2026")
    session.cell(4, 4, "Séance jouée sans écran.")
    change(book)
    book.save(file)


@pytest.fixture
def quick(monkeypatch):
    """Let a session be written without laying its screens out once before: the first test sees that done."""
    monkeypatch.setattr(papered, "rehearsed", lambda sources, _: sources)


def brought(clap, tmp_path, file):  # noqa: F811
    told = clap("session", "from-list", file, "--scenario", "blagnac", "--out", tmp_path / "s.clap")
    return told, open_session(tmp_path / "s.clap", read_only=True).session


def test_the_afternoon_comes_back_whole_from_the_workbook_of_the_kit(blagnac, clap, tmp_path):  # noqa: F811
    filled(blagnac, tmp_path / "seance.xlsx")
    told, session = brought(clap, tmp_path, tmp_path / "seance.xlsx")
    assert (told.code, told.err) == (0, ""), told.out
    assert session.date == "2026-12-02"
    assert {one.card: (one.place, one.levers) for one in session.issues} == {
        issue: (place, levers) for _, issue, place, levers, _ in BOARDS
    }
    assert [one.number for one in session.issues] == list(range(1, 9))
    assert {issue: session.ballot.count(issue) for _, issue, _, _, _ in BOARDS} == {
        issue: tokens for _, issue, _, _, tokens in BOARDS
    }
    assert session.ballot.ranked == (
        "alimentation-durable",
        "sobriete-energie",
        "eau",
        "biodiversite-ville",
        "handicap",
    )
    assert {(one.card, one.how) for one in session.renounced} == {
        ("insertion-emploi", "tie"), ("reemploi-recycle", "vote"), ("maitrise-budget", "vote")}  # fmt: skip
    assert [one.sentence for one in session.arbitrations] == [SENTENCE]
    sheet = objective(session, "eau")
    assert (sheet.indicator.fr, sheet.unit.fr, sheet.baseline, sheet.target, sheet.deadline, sheet.adopted) == (
        "Eau par entrée", "litres par entrée", "120", "95", "2028-06", True)  # fmt: skip
    assert [one.text for one in session.notes] == ["Séance jouée sans écran."]
    assert "cartes 18, jetons ou mains 49, tensions 1, objectifs 1" in told.out


@pytest.mark.usefixtures("quick")
def test_tokens_seat_by_seat_are_an_open_vote_and_hands_a_raised_one(blagnac, clap, tmp_path):  # noqa: F811
    def seated(book):
        votes = book["Votes"]
        heads = {cell.value: cell.column for cell in votes[3]}
        for row in range(4, 12):
            votes.cell(row, 2).value = votes.cell(row, 4).value = None
        for row, seat, tokens in ((4, "Travaux", 3), (4, "Sports", 2), (5, "Sports", 1)):
            votes.cell(row, heads[seat], tokens)

    filled(blagnac, tmp_path / "a.xlsx", seated)
    told, session = brought(clap, tmp_path, tmp_path / "a.xlsx")
    assert session.way == "open"
    assert session.ballot.count("sobriete-energie") == 5
    assert len({token.seat for token in session.ballot.tokens}) == 2
    assert "égalité" in told.out  # six picks at nought for three places

    def raised(book):
        for row in range(4, 12):
            book["Votes"].cell(row, 3, book["Votes"].cell(row, 2).value % 7)
            book["Votes"].cell(row, 2).value = None

    filled(blagnac, tmp_path / "b.xlsx", raised)
    (tmp_path / "s.clap").unlink()
    told, session = brought(clap, tmp_path, tmp_path / "b.xlsx")
    assert session.way == "hands"
    assert session.ballot.count("insertion-emploi") == 5


@pytest.mark.usefixtures("quick")
def test_each_fault_is_one_sentence_at_its_cell_and_all_else_is_kept(blagnac, clap, tmp_path):  # noqa: F811
    def spoilt(book):
        boards, votes, objectives = book["Plateaux"], book["Votes"], book["Objectifs"]
        boards["C4"] = "Bâtiments très sobres"
        boards["D6"] = "la lune"
        boards["E12"] = "Un levier inventé"
        votes["B6"] = "neuf"
        heads = {cell.value: cell.column_letter for cell in objectives[3]}
        objectives[f"{heads['Intitulé']}4"] = "Sensibiliser les nageurs"
        objectives[f"{heads['Échéance']}4"] = "un jour"
        objectives["A5"] = called(blagnac.deck, "handicap")
        objectives[f"{heads['Cible']}5"] = "12"

    filled(blagnac, tmp_path / "seance.xlsx", spoilt)
    told, session = brought(clap, tmp_path, tmp_path / "seance.xlsx")
    assert told.code == 1
    cells = re.findall(r"feuille (\w+), cellule (\w+)", told.out)
    assert sorted(cells) == [("Objectifs", "A5"), ("Objectifs", "B4"), ("Objectifs", "I4"), ("Plateaux", "C4"),
                             ("Plateaux", "D6"), ("Plateaux", "E12"), ("Votes", "A11"), ("Votes", "A4"),
                             ("Votes", "B6")]  # fmt: skip
    assert session.placed("biodiversite-ville").place == ""
    assert session.ballot.closed
    assert objective(session, "eau").target == "95"
    kept = " ".join(one.text for one in session.notes)
    assert all(text in kept for text in ("Sensibiliser les nageurs", "un jour", "12"))


YAML = """\
seance: {date: 2026-12-02, note: Sans écran.}
cartes:
  - {enjeu: sobriete-energie, lieu: École Les Prés, famille: travaux, leviers: [cout-cycle-vie]}
  - enjeu: eau
    famille: Sports
    lieu: Piscine
    leviers:
      - marche-performance
votes:
  - {enjeu: sobriete-energie, jetons: {Travaux: 3, Sports: 1}}
  - {enjeu: eau, jetons: {Sports: 2}}
objectifs:
  - {enjeu: eau, indicateur: Eau par entrée, départ: 120, cible: 95,
     quand: juin 2028, qui: Adjoint(e) aux sports, adopté: oui}
"""


@pytest.mark.usefixtures("quick")
def test_the_same_is_read_from_yaml(blagnac, clap, tmp_path):  # noqa: F811
    (tmp_path / "seance.yaml").write_text(YAML, encoding="utf-8")
    told, session = brought(clap, tmp_path, tmp_path / "seance.yaml")
    assert (told.code, told.err) == (0, ""), told.out
    assert [(one.card, one.levers) for one in session.issues] == [
        ("sobriete-energie", ("cout-cycle-vie",)), ("eau", ("marche-performance",))]  # fmt: skip
    assert session.ballot.count("sobriete-energie", "travaux") + session.ballot.count("sobriete-energie") >= 4
    assert objective(session, "eau").adopted


@pytest.mark.usefixtures("quick")
def test_faults_of_yaml_are_told_at_their_line_and_the_rest_is_kept(blagnac, clap, tmp_path):  # noqa: F811
    text = YAML.replace("enjeu: eau\n", "enjeu: eeau potabl\n", 1).replace("Travaux: 3", "Travail: 3").replace(
        "votes:", "votez:").replace("seance: {date: 2026-12-02", "seance: {date: hier")  # fmt: skip
    (tmp_path / "seance.yaml").write_text(text + "autre: 3\n", encoding="utf-8")
    told, session = brought(clap, tmp_path, tmp_path / "seance.yaml")
    assert told.code == 1
    assert re.findall(r"seance\.yaml:(\d+)", told.out) == ["9", "15", "1", "4", "13"]
    assert [one.card for one in session.issues] == ["sobriete-energie"]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_heading_of_the_workbook_is_read_and_an_empty_one_says_nothing(blagnac, lang):
    book = read(empty(blagnac, lang), "seance.xlsx", str)
    found = from_book(book, blagnac.scenario)
    assert (found.lines, found.faults) == ((), ())
    shown = pages(blagnac.deck, blagnac.scenario, blagnac.scenario.agendas[0].limits, lang)
    for page, table in zip(shown, book.shown, strict=True):
        columns = words(page.kind, blagnac.scenario).columns(table, 1)
        assert (tuple(columns.places), columns.strangers, columns.doubles) == (page.columns, (), ())
    assert [page.kind for page in shown] == list(KINDS)


def test_a_file_that_is_no_session_is_one_fault(blagnac):
    for text in (b"- a\n- b\n", b"bonjour\n", b"{", b""):
        found = from_yaml(text, "x.yaml", blagnac.scenario)
        assert len(found.faults) <= 2
        assert not found.lines
