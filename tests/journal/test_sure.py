"""What is acknowledged is in the file: a commit that fails, a file replaced under the table, an older format."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3

import pytest

from game.core.errors import JournalError
from game.journal import schema
from game.journal.journal import Journal, Row
from game.journal.peek import peek
from tests.journal.files import SOURCES, as_version_1, refused, rows


def emptied(path, _):
    path.write_bytes(b"")


def cut(path, _):
    os.truncate(path, path.stat().st_size // 2)


def older_copy(path, copy):
    path.write_bytes(copy.read_bytes())


def moved_over(path, copy):
    shutil.copy(copy, copy.with_name("twin"))
    copy.with_name("twin").replace(path)


def other_bytes(path, _):
    data = bytearray(path.read_bytes())
    data[data.index(b'{"n": 7}') + 6] ^= 1
    with path.open("r+b") as file:
        file.write(data)


@pytest.mark.parametrize("overwrite", [emptied, cut, older_copy, moved_over, other_bytes])
def test_a_file_overwritten_while_it_is_played_is_seen_at_the_next_gesture(played, tmp_path, overwrite):
    copy = tmp_path / "copy"
    shutil.copy(played, copy)
    journal = Journal.open(played)
    journal.append(*rows(23, 20))
    assert journal.holds(rows(23))
    overwrite(played, copy)
    left = played.read_bytes()
    assert not journal.holds(rows(23))
    for _ in range(2):
        with pytest.raises(JournalError) as caught:
            journal.append(Row("gesture", "[]"))
        assert caught.value == JournalError("replaced", path=str(played))
    assert played.read_bytes() == left, "nothing is written into what is not ours"
    journal.close()


def test_a_file_taken_away_is_missing_and_goes_on_when_it_is_back(played):
    journal = Journal.open(played)
    away = played.with_name("ailleurs")
    played.rename(away)
    with pytest.raises(JournalError) as caught:
        journal.append(Row("gesture", "[1]"))
    assert caught.value.code == "missing"
    assert not journal.holds()
    away.rename(played)
    journal.append(Row("gesture", "[1]"))
    assert journal.holds()
    assert [row.data for row in journal.rows()][20:] == ["[1]"]
    journal.close()


def test_a_file_only_touched_is_read_back_and_played_on(played):
    journal = Journal.open(played)
    os.utime(played, (1, 1))
    journal.append(Row("gesture", "[1]"))
    assert journal.holds([*rows(20), Row("gesture", "[1]")])
    assert not journal.holds(rows(20))
    journal.close()


class Failing:
    """A connection whose commit writes, then fails, or fails without writing."""

    def __init__(self, connection, written):
        self._connection, self._written = connection, written

    def execute(self, statement, *values):
        if statement == "COMMIT":
            if self._written:
                self._connection.execute(statement)
            raise sqlite3.OperationalError("disk I/O error")
        return self._connection.execute(statement, *values)

    def __getattr__(self, name):
        return getattr(self._connection, name)


@pytest.mark.parametrize("written", [True, False])
def test_after_a_commit_that_failed_what_is_there_is_read_first(played, written):
    journal = Journal.open(played)
    whole = journal._connection
    journal._connection = Failing(whole, written)
    first, second = Row("gesture", "[1]"), Row("gesture", "[2]")
    for waiting in ((first,), (first, second)):
        with pytest.raises(JournalError):
            journal.append(*waiting)
    journal._connection = whole
    journal.append(first, second)
    assert [(row.id, row.data) for row in journal.rows()[20:]] == [(21, "[1]"), (22, "[2]")]
    assert journal.holds([*rows(20), first, second])
    journal.close()
    assert len(Journal.open(played, read_only=True).rows()) == 22


def test_rows_that_are_not_ours_are_no_reason_to_write(played):
    journal = Journal.open(played)
    whole = journal._connection
    journal._connection = Failing(whole, True)
    with pytest.raises(JournalError):
        journal.append(Row("gesture", "[1]"))
    journal._connection = whole
    with pytest.raises(JournalError) as caught:
        journal.append(Row("gesture", "[other]"))
    assert caught.value.code == "replaced"
    journal.close()


def test_an_older_file_is_read_as_it_is_and_brought_up_when_it_is_played(played):
    as_version_1(played)
    before = played.read_bytes()
    assert peek(played).last.id == 20
    reader = Journal.open(played, read_only=True)
    assert [row.data for row in reader.rows()] == [row.data for row in rows(20)]
    assert (reader.sources(), reader.facts()) == (SOURCES, {"agenda": "90"})
    assert played.read_bytes() == before
    journal = Journal.open(played)
    journal.append(Row("gesture", "[]"))
    assert journal.holds([*rows(20), Row("gesture", "[]")])
    journal.close()
    connection = sqlite3.connect(played)
    assert schema.version(connection) == len(schema.MIGRATIONS)
    connection.close()
    data = played.read_bytes()
    played.write_bytes(data.replace(b'{"n": 7}', b'{"n": 3}'))
    assert refused(played, True) == "damaged_from"


def test_a_digest_hurt_in_between_costs_nothing_and_the_last_one_costs_one_row(played):
    for number, lost in ((7, 0), (20, 1)):
        force = sqlite3.connect(played)
        (stay,) = force.execute("SELECT sql FROM sqlite_master WHERE name = 'rows_stay'").fetchone()
        force.executescript(f"DROP TRIGGER rows_stay; UPDATE rows SET digest = x'00' WHERE id = {number}; {stay}")
        force.close()
        if not lost:
            assert len(Journal.open(played, read_only=True).rows()) == 20
            continue
        with pytest.raises(JournalError) as caught:
            Journal.open(played, read_only=True)
        assert caught.value.facts == {"path": str(played), "last": 19, "at": "2026-12-02 14:00:00", "lost": 1}


def test_the_digests_are_those_of_the_page_that_documents_them(played):
    """Made again from docs/session-file.md alone."""
    connection = sqlite3.connect(played)
    facts = dict(connection.execute("SELECT name, value FROM facts"))
    told = facts.pop("seal")
    hashes = [list(pair) for pair in sorted(connection.execute("SELECT name, sha256 FROM sources"))]
    digest = hashlib.sha256(
        b"CLAP session 2" + json.dumps([sorted(map(list, facts.items())), hashes]).encode()
    ).digest()
    assert digest.hex() == told
    for number, clock, *texts, stored in connection.execute(
        "SELECT id, clock, kind, data, at, note, phase, state, digest FROM rows ORDER BY id"
    ):
        head = " ".join(map(str, (number, clock, *map(len, texts))))
        digest = hashlib.sha256(digest + f"{head}\n{''.join(texts)}".encode()).digest()
        assert digest == stored
    connection.close()
