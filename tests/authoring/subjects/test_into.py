from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from game.authoring.subjects.into import diff, written
from game.authoring.subjects.reading import Proposal, proposed
from game.content.problems import ContentError
from game.content.scenario import read_scenario
from game.content.shelf import Sources, load_scenario
from game.core.errors import TableError
from game.places import shelves

HEADS = "titre;famille;lieu;montant;lancement;attribution;durée;procédure;CAO;direction\n"
GOOD = 'Cour: l\'école #3 "neuve";enfance;École Aérogare;120 000;avr-27;09/2027;6;MAPA;non (avis);Vie scolaire\n'


@pytest.fixture(scope="module")
def blagnac() -> Sources:
    return load_scenario(shelves.scenarios() / "blagnac", shelves.decks())


def read(blagnac: Sources, tmp_path: Path, text: str) -> tuple[Proposal, ...]:
    file = tmp_path / "a.csv"
    file.write_text(text, encoding="utf-8")
    found = proposed(file, blagnac.deck, blagnac.scenario, blagnac.scenario.intentions, whole=True)
    assert found.faults == ()
    return found.proposals


@pytest.mark.parametrize("line", ["\n", "\r\n"])
def test_only_lines_of_the_new_ones_are_added_and_comments_stay(blagnac: Sources, tmp_path: Path, line: str) -> None:
    before = codecs.BOM_UTF8 + blagnac.scenario_text.replace(b"\n", line.encode())
    both = read(blagnac, tmp_path, HEADS + GOOD + GOOD.replace("avr-27", "mai 2027").replace(";6;MAPA", ";;"))
    after = written(before, "scenario.yaml", blagnac.deck, blagnac.scenario, both)
    lines = list(diff(before, after, "x"))
    assert not [one for one in lines[2:] if one.startswith("-")]
    assert after.count(b"\n") == after.count(line.encode())
    found, _ = read_scenario(after, "scenario.yaml", blagnac.deck)
    assert found is not None
    first, second = found.intentions[-2:]
    assert first.title.say("en") == 'Cour: l\'école #3 "neuve"'
    assert (first.id, second.id) == ("cour-l-ecole-3-neuve", "cour-l-ecole-3-neuve-2")
    assert (first.cao_note.fr, first.department.fr, second.duration_months) == ("non (avis)", "Vie scolaire", 12)


@pytest.mark.parametrize("empty", ["intentions: []\n", "intentions: [ ]  # aucune encore\n"])
def test_the_first_intention_of_a_scenario(blagnac: Sources, tmp_path: Path, empty: str) -> None:
    text = blagnac.scenario_text.decode()
    start, end = text.index("\nintentions:") + 1, text.index("\n# Sept membres")
    bare = (text[:start] + empty + text[end:]).encode()
    scenario, _ = read_scenario(bare, "s", blagnac.deck)
    assert scenario is not None
    after = written(bare, "s", blagnac.deck, scenario, read(blagnac, tmp_path, HEADS + GOOD))
    found, _ = read_scenario(after, "s", blagnac.deck)
    assert found is not None
    assert [one.place for one in found.intentions] == ["ecole-aerogare"]


def test_a_list_in_brackets_keeps_its_brackets(blagnac: Sources, tmp_path: Path) -> None:
    text = blagnac.scenario_text.decode()
    start, end = text.index("\nintentions:") + 1, text.index("\n# Sept membres")
    one = (
        '{id: x, family: sports, place: piscine-ramiers, title: "X", amount_ht: 5, launch: "2027-01", '
        'award: "2027-02", duration_months: 3}'
    )
    bare = (text[:start] + f"intentions: [{one}]\n" + text[end:]).encode()
    scenario, problems = read_scenario(bare, "s", blagnac.deck)
    assert scenario is not None, problems
    after = written(bare, "s", blagnac.deck, scenario, read(blagnac, tmp_path, HEADS + GOOD))
    assert f"intentions: [{one}, {{id: cour".encode() in after


def test_a_file_that_is_none_is_said_so(blagnac: Sources, tmp_path: Path) -> None:
    for name, data, code in (
        ("a.csv", b"", "table_empty"),
        ("a.csv", b"x;y\n1;2\n", "subjects_no_headings"),
        ("a.csv", b"titre;famille\nx;y", "subjects_missing"),
        ("a.csv", b"titre;famille;montnat;lancement\nx;y;1;avril 2027", "subjects_missing_near"),
        ("a.doc", b"\xd0\xcf\x11\xe0", "table_xls"),
        ("a.xlsx", b"PK\x03\x04 broken", "table_broken"),
        ("a.csv", (HEADS + GOOD * 2001).encode(), "subjects_many"),
    ):
        (tmp_path / name).write_bytes(data)
        with pytest.raises((ContentError, TableError)) as told:
            proposed(tmp_path / name, blagnac.deck, blagnac.scenario, (), whole=True)
        error = told.value
        codes = [one.code for one in error.problems] if isinstance(error, ContentError) else [error.code]
        assert codes == [code]


def test_every_dialect_of_csv(blagnac: Sources, tmp_path: Path) -> None:
    text = HEADS + "Cour;enfance;École Aérogare;120000;avril 2027;09/2027;6;MAPA;oui;Vie scolaire\n"
    for data in (
        text.encode("utf-8-sig"), text.encode("cp1252"), text.encode("utf-16"), text.replace(";", ",").encode(),
        text.replace(";", "\t").encode(), b"sep=;\r\n" + text.encode(),
    ):  # fmt: skip
        file = tmp_path / "a.csv"
        file.write_bytes(data)
        (one,) = proposed(file, blagnac.deck, blagnac.scenario, (), whole=True).proposals
        assert (one.family, one.place, one.cao, one.department) == ("enfance", "ecole-aerogare", True, "Vie scolaire")
