"""Ten tables side by side, counted again from their rows by a reader that knows nothing of sessions."""

import csv
import io
import json
from collections import defaultdict
from pathlib import Path
from random import Random

import pytest

from game.core.errors import SetupError
from game.core.merging import Table, merged, together
from game.core.moves.flow import EnterPhase
from game.core.moves.issues import PlaceIssue
from game.core.moves.levers import PlaceLever
from game.core.moves.votes import CloseBallot, LayToken
from game.core.picks import picks
from game.desk.opening import new_session, open_session
from game.export.merged import as_csv, export, paper
from game.export.telling import Voice
from game.journal.journal import Journal
from tests.desk.bench import blagnac


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Leave ten tables' files, played at random but for what all of them lay."""
    folder = tmp_path_factory.mktemp("tables")
    for n in range(1, 11):
        dice = Random(n)
        desk = new_session(folder / f"Table {n}.clap", blagnac(), "90", title=f"Table {n}", date="2026-12-02")
        desk.do(EnterPhase("enjeux"))
        desk.do(PlaceIssue("eau", "sports"))
        cards = [card.id for card in desk.session.workshop.deck.issues]
        for card in dice.sample(cards, 8):
            known = desk.session.issue_card(card)
            desk.do(PlaceIssue(card, dice.choice(known.families)))
        desk.do(EnterPhase("leviers"))
        levers = [card.id for card in desk.session.workshop.deck.levers]
        for issue in desk.session.issues:
            for lever in dice.sample(levers, 6):
                desk.do(PlaceLever(lever, issue.card))
        desk.do(EnterPhase("arbitrage"))
        for sitting in desk.session.voters:
            for pick in dice.sample(picks(desk.session), min(3, len(picks(desk.session)))):
                desk.do(LayToken(sitting.seat.id, pick.card))
        desk.do(CloseBallot())
        desk.close()
    return folder


@pytest.fixture(scope="module")
def tables(folder):
    found = []
    for path in sorted(folder.glob("*.clap")):
        desk = open_session(path, read_only=True)
        found.append(Table(path.stem, desk.session))
        desk.close()
    return found


def recounted(folder: Path) -> dict[str, list[str]]:
    """Count again from the rows as they lie in the files: which table laid which issue."""
    laid = defaultdict(list)
    for path in sorted(folder.glob("*.clap")):
        journal = Journal.open(path, read_only=True)
        for row in journal.rows():
            for name, fields in json.loads(row.data):
                if name == "IssuePlaced":
                    laid[fields["card"]].append(path.stem)
        journal.close()
    return laid


def test_ten_tables_count_what_their_rows_tell(folder, tables):
    found = merged(tables)
    assert {one.card: [laid.table for laid in one.laid] for one in found.issues} == recounted(folder)
    ranked = {
        (table.name, card): rank
        for table in tables
        for rank, card in enumerate(table.session.ballot.ranked, 1)
    }  # fmt: skip
    assert ranked
    told = {(laid.table, one.card): laid.rank for one in found.issues for laid in one.laid if laid.rank}
    assert told == ranked
    (water,) = (one for one in found.issues if one.card == "eau")
    assert len(water.laid) == 10


def test_the_figures_can_be_counted_again_in_a_spreadsheet(folder, tables):
    text = as_csv(merged(tables), Voice("fr")).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert len(rows) == sum(map(len, recounted(folder).values()))
    assert {row["Table"] for row in rows} == {table.name for table in tables}


def test_the_picture_lays_what_several_tables_laid_within_the_limits(tables):
    found = merged(tables)
    session = together(found, "Dix tables")
    shared = {one.card for one in found.issues if len(one.laid) > 1}
    assert "eau" in {one.card for one in session.issues} <= shared
    families = [one.family for one in session.issues]
    assert max(families.count(one) for one in families) <= session.limits.issues_per_family
    assert all(len(one.levers) <= session.limits.levers_per_issue for one in session.issues)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_files_are_written_and_say_how_many(tables, lang, tmp_path):
    found = merged(tables)
    files = export(found, lang, tmp_path, lambda: b"png")
    assert [file.suffix for file in files] == [".docx", ".pdf", ".csv", ".png"]
    assert paper(found, Voice(lang)).blocks[0].words.startswith("10 tables")


def test_one_table_or_two_towns_are_refused(tables):
    with pytest.raises(SetupError, match="merge_alone"):
        merged(tables[:1])
