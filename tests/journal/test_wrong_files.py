import os
import random
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from game.core.errors import JournalError
from game.journal import schema
from game.journal.journal import Journal
from game.journal.pages import Pages
from tests.journal.files import ROOT, refused


@pytest.mark.parametrize("read_only", [True, False])
def test_truncated_anywhere_it_is_refused_and_left_as_it_was(played, tmp_path, read_only):
    data = played.read_bytes()
    cut = tmp_path / "cut.clap"
    lengths = {*range(120), *range(0, len(data), 512), *range(1, len(data), 997), len(data) - 1}
    for length in sorted(lengths):
        cut.write_bytes(data[:length])
        assert refused(cut, read_only) == ("truncated" if length else "empty"), length
        assert cut.read_bytes() == data[:length]


def test_a_damaged_file_is_refused_or_read_but_never_crashes(played, tmp_path):
    data, hurt, codes = played.read_bytes(), tmp_path / "hurt.clap", set()
    dice = random.Random(7)
    for turn in range(300):
        changed = bytearray(data)
        for _ in range(dice.choice((1, 8, 64))):
            changed[dice.randrange(100 if turn % 5 == 0 else len(data))] = dice.randrange(256)
        hurt.write_bytes(changed)
        try:
            journal = Journal.open(hurt, read_only=bool(turn % 2))
            try:
                assert all(isinstance(row.data, str) for row in journal.rows())
                journal.sources(), journal.facts(), journal.last()
            finally:
                journal.close()
        except JournalError as error:
            codes.add(error.code)
    assert "damaged" in codes
    assert codes <= {
        "damaged", "damaged_from", "damaged_text", "damaged_facts", "altered", "empty",
        "truncated", "not_a_session", "too_new", "too_large",
    }  # fmt: skip


def test_a_row_taken_out_by_force_is_damage(played):
    force = sqlite3.connect(played)
    last = force.execute("SELECT sql FROM sqlite_master WHERE name = 'rows_last'").fetchone()[0]
    force.executescript("DROP TRIGGER rows_last; DELETE FROM rows WHERE id = 7;")
    assert refused(played, True) == "altered"
    force.execute(last)
    force.close()
    assert refused(played, True) == "damaged"


def test_a_changed_source_is_damage(played):
    force = sqlite3.connect(played)
    force.execute("UPDATE sources SET text = X'00' WHERE name = 'deck'")
    force.commit()
    force.close()
    assert refused(played, False) == refused(played, True) == "damaged_text"


def foreign_database(path):
    connection = sqlite3.connect(path)
    connection.executescript("PRAGMA application_id = 7; CREATE TABLE rows (id INTEGER PRIMARY KEY);")
    connection.close()


def foreign_wal(path):
    connection = sqlite3.connect(path)
    connection.executescript("PRAGMA journal_mode = WAL; CREATE TABLE rows (id INTEGER PRIMARY KEY);")
    connection.close()


@pytest.mark.parametrize(
    "make",
    [
        foreign_database,
        foreign_wal,
        lambda path: path.write_text("cartes : [[[["),
        lambda path: path.write_bytes(b"PK\x03\x04" + bytes(5000)),
        lambda path: path.write_bytes(b"\xff" * 10),
        lambda path: path.mkdir(),
    ],
)
@pytest.mark.parametrize("read_only", [True, False])
def test_a_foreign_file_is_refused_and_left_as_it_was(path, make, read_only):
    make(path)
    before = path.read_bytes() if path.is_file() else b""
    assert refused(path, read_only) == "not_a_session"
    assert (path.read_bytes() if path.is_file() else b"") == before
    assert list(path.parent.iterdir()) == [path]


def test_a_foreign_file_killed_in_a_transaction_is_not_rolled_back(path):
    foreign_database(path)
    code = (
        "import os, signal, sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "c.execute('PRAGMA cache_size = 1'); c.execute('PRAGMA cache_spill = 1'); c.execute('BEGIN');"
        "[c.execute('CREATE TABLE t%d (x)' % n) for n in range(300)]; os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", code, path], check=False)
    side = Path(f"{path}-journal")
    assert side.stat().st_size > 0
    before = path.read_bytes(), side.read_bytes()
    assert refused(path, False) == "not_a_session"
    assert (path.read_bytes(), side.read_bytes()) == before


@pytest.mark.parametrize("read_only", [True, False])
def test_a_missing_file_is_told_and_not_made(path, read_only):
    assert refused(path, read_only) == "missing"
    assert not path.exists()


def test_a_session_of_a_later_program_is_told(played):
    later = sqlite3.connect(played)
    later.execute(f"PRAGMA user_version = {len(schema.MIGRATIONS) + 1}")
    later.close()
    assert refused(played, False) == refused(played, True) == "too_new"


def test_a_session_of_an_earlier_program_is_brought_up(played, monkeypatch):
    before = played.read_bytes()
    monkeypatch.setattr(schema, "MIGRATIONS", [*schema.MIGRATIONS, ("CREATE TABLE later (x)",)])
    reader = Journal.open(played, read_only=True)
    assert len(reader.rows()) == 20
    assert played.read_bytes() == before
    Journal.open(played).close()
    check = sqlite3.connect(played)
    assert check.execute("PRAGMA user_version").fetchone()[0] == len(schema.MIGRATIONS)
    assert check.execute("SELECT count(*) FROM later").fetchone() == (0,)
    check.close()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes there")
def test_a_named_pipe_is_refused_and_not_waited_for(tmp_path):
    path = tmp_path / "pipe.clap"
    os.mkfifo(path)
    look = "import sys; from pathlib import Path; from game.journal.peek import peek; peek(Path(sys.argv[1]))"
    run = [sys.executable, "-c", look, path]
    done = subprocess.run(run, capture_output=True, text=True, timeout=120, cwd=ROOT, check=False)
    assert "JournalError: not_a_session" in done.stderr


def test_a_head_that_the_file_ends_in_tells_nothing():
    """A name near a file's end, in a map's text say, may be preceded by what looks like a longer head."""
    assert Pages(b"\x7f\x01town").keyed(0) == []
