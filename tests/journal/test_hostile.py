"""A session file from a stranger: its tables are a program, and what lies beside it is obeyed. Nothing of it is run."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from game.core.errors import JournalError
from game.journal import checks, contents, schema
from game.journal import journal as journal_room
from game.journal.journal import Journal, Row
from game.journal.peek import peek
from tests.journal.files import ROOT, SOURCES, as_version_1, refused, rows

VIEWS = {
    "an endless view": """DROP TABLE facts; CREATE VIEW facts AS WITH RECURSIVE more(name, value) AS
        (VALUES ('a', 'b') UNION ALL SELECT name, value FROM more) SELECT name, value FROM more""",
    "a trigger that loses gestures": "CREATE TRIGGER lost BEFORE INSERT ON rows BEGIN SELECT RAISE(IGNORE); END",
    "a trigger instead of ours": """DROP TRIGGER rows_stay; CREATE TRIGGER rows_stay BEFORE UPDATE ON rows
        BEGIN SELECT 1; END""",
    "a table more": "CREATE TABLE more (x)",
    "an index more": "CREATE INDEX more ON rows (at)",
    "a column more": "ALTER TABLE facts ADD COLUMN x AS (abs(-9223372036854775808))",
    "a table less": "DROP TABLE sources",
}


def forced(path: Path, script: str) -> None:
    force = sqlite3.connect(path)
    force.executescript(script)
    force.close()


@pytest.mark.parametrize("what", VIEWS)
@pytest.mark.parametrize("older", [False, True])
def test_tables_that_are_not_ours_are_never_asked(played, what, older):
    if older:
        as_version_1(played)
    forced(played, VIEWS[what])
    before = played.read_bytes()
    assert refused(played, True) == refused(played, False) == "altered"
    with pytest.raises(JournalError) as caught:
        peek(played)
    assert caught.value.code == "altered"
    assert played.read_bytes() == before
    assert list(played.parent.iterdir()) == [played]


def test_a_flipped_version_does_not_have_a_session_read_without_its_digests(played):
    forced(played, "PRAGMA user_version = 1")
    assert refused(played, True) == refused(played, False) == "altered"
    as_old = played.with_name("old.clap")
    forced(played, f"PRAGMA user_version = {schema.CHAINED}")
    as_old.write_bytes(played.read_bytes())
    as_version_1(as_old)
    forced(as_old, f"PRAGMA user_version = {schema.CHAINED}")
    assert refused(as_old, True) == "altered"


def super_journal(path: Path, named: Path) -> bytes:
    """Give a journal that names another file: SQLite, having rolled it back, would delete that file."""
    name = os.fsencode(named)
    page = path.read_bytes()[:4096]
    nonce, size = (7).to_bytes(4, "big"), path.stat().st_size // 4096
    head = checks_magic() + (1).to_bytes(4, "big") + nonce + size.to_bytes(4, "big") + (512).to_bytes(4, "big")
    head += (4096).to_bytes(4, "big")
    total = (7 + sum(page[at] for at in range(4096 - 200, 0, -200))) & 0xFFFFFFFF
    record = (1).to_bytes(4, "big") + page + total.to_bytes(4, "big")
    tail = (0x40000000 // 4096 + 1).to_bytes(4, "big") + name + len(name).to_bytes(4, "big")
    return head.ljust(512, b"\0") + record + tail + (sum(name) & 0xFFFFFFFF).to_bytes(4, "big") + checks_magic()


def checks_magic() -> bytes:
    return bytes.fromhex("d9d505f920a163d7")


def test_a_journal_that_names_a_users_file_deletes_nothing(played, tmp_path):
    victim = tmp_path / "lettre.odt"
    victim.write_text("une lettre")
    beside = checks.beside(played)
    beside.write_bytes(super_journal(played, victim))
    before = played.read_bytes(), beside.read_bytes()
    assert refused(played, True) == refused(played, False) == "foreign_journal"
    with pytest.raises(JournalError):
        peek(played)
    assert victim.read_text() == "une lettre"
    assert (played.read_bytes(), beside.read_bytes()) == before


def test_the_journal_above_is_one_that_sqlite_obeys(played, tmp_path):
    """The attack is real: opened by SQLite alone, the file goes."""
    victim = tmp_path / "lettre.odt"
    victim.write_text("une lettre")
    checks.beside(played).write_bytes(super_journal(played, victim))
    alone = sqlite3.connect(played)
    alone.execute("SELECT count(*) FROM rows").fetchone()
    alone.close()
    assert not victim.exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes there")
@pytest.mark.parametrize("make", ["folder", "pipe", "symbolic link", "hard link"])
def test_what_lies_beside_must_be_a_file_of_its_own(played, tmp_path, make):
    victim = tmp_path / "lettre.odt"
    victim.write_text("une lettre")
    beside = checks.beside(played)
    if make == "folder":
        beside.mkdir()
    elif make == "pipe":
        os.mkfifo(beside)
    elif make == "symbolic link":
        beside.symlink_to(victim)
    else:
        os.link(victim, beside)
    assert refused(played, True) == refused(played, False) == "foreign_journal"
    assert victim.read_text() == "une lettre"


def test_a_session_and_its_journal_are_their_owners_alone(path):
    journal = Journal.create(path, SOURCES, {}, rows(2))
    journal.append(Row("gesture", "[]"))
    for file in (path, checks.beside(path)):
        assert file.stat().st_mode & 0o777 == 0o600
    journal.close()


def test_a_link_to_a_session_is_the_session_and_its_journal_lies_beside_the_file(played, tmp_path):
    (tmp_path / "desk").mkdir()
    link = tmp_path / "desk" / "lien.clap"
    link.symlink_to(played)
    journal = Journal.open(link)
    journal.append(Row("gesture", "[]"))
    assert peek(link).playing
    journal.close()
    assert len(Journal.open(played, read_only=True).rows()) == 21
    (tmp_path / "desk" / "boucle.clap").symlink_to(tmp_path / "desk" / "boucle.clap")
    assert refused(tmp_path / "desk" / "boucle.clap", True) == "unreadable"


def test_a_giant_is_not_read(played, monkeypatch):
    monkeypatch.setattr(checks, "LARGEST", 10_000)
    assert refused(played, True) == refused(played, False) == "too_large"


def test_more_rows_than_a_day_has_seconds_for_are_neither_read_nor_written(played, monkeypatch):
    for room in (contents, journal_room):
        monkeypatch.setattr(room, "MOST", 20)
    journal = Journal.open(played)
    with pytest.raises(JournalError) as caught:
        journal.append(Row("gesture", "[]"))
    assert caught.value == JournalError("too_long", path=str(played), count=21, limit=20)
    journal.close()
    monkeypatch.setattr(contents, "MOST", 19)
    assert refused(played, True) == "too_long"


def test_looking_leaves_a_session_killed_in_a_gesture_as_it_was(played):
    code = (
        "import os, signal, sys; from pathlib import Path; from game.journal.journal import Journal, Row\n"
        "journal = Journal.open(Path(sys.argv[1])); c = journal._connection\n"
        "c.execute('PRAGMA cache_size = 1'); c.execute('PRAGMA cache_spill = 1')\n"
        "from game.journal import journal as writing\n"
        "writing._write(c, writing._linked([Row('gesture', 'x' * 3000)] * 60, 20, b''))\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", code, played], check=False, cwd=ROOT)
    before = {file: file.read_bytes() for file in played.parent.iterdir()}
    assert len(before) == 2
    found = peek(played)
    assert (found.last.id, found.cut, found.playing) == (20, True, False)
    assert len(Journal.open(played, read_only=True).rows()) == 20
    assert {file: file.read_bytes() for file in played.parent.iterdir()} == before
