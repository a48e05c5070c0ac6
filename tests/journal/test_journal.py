import multiprocessing
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from game.core.errors import JournalError
from game.journal import schema
from game.journal.journal import Journal, Row

SOURCES = {"deck": b"cards: []\n" * 300, "scenario": "ville: Blagnac é".encode()}
ROOT = Path(__file__).parents[2]


def rows(count, start=0):
    return [
        Row("gesture", f'[["Placed", {{"n": {n}}}]]', n, "2026-12-02T14:00:00", phase="enjeux")
        for n in range(start, count)
    ]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "séance du conseil #1 ?.clap"


@pytest.fixture
def played(path):
    journal = Journal.create(path, SOURCES, {"agenda": "90"})
    for row in rows(20):
        journal.append(row)
    journal.close()
    return path


def refused(path, read_only):
    with pytest.raises(JournalError) as caught:
        Journal.open(path, read_only=read_only).close()
    assert caught.value.facts["path"] == str(path)
    return caught.value.code


def other_program(path):
    code = (
        "import sys; from pathlib import Path; from game.core.errors import JournalError;"
        "from game.journal.journal import Journal, Row\n"
        "path = Path(sys.argv[1])\ntry:\n    journal = Journal.open(path)\n"
        "except JournalError as error:\n    print(error.code)\nelse:\n    print('open', len(journal.rows()))\n"
    )
    done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.stderr == ""
    return done.stdout.strip()


def test_a_session_is_one_file_with_all_it_was_opened_with(played):
    assert list(played.parent.iterdir()) == [played]
    journal = Journal.open(played)
    assert journal.sources() == SOURCES
    assert journal.facts() == {"agenda": "90"}
    assert [row.id for row in journal.rows()] == list(range(1, 21))
    assert [row.data for row in journal.rows()] == [row.data for row in rows(20)]
    assert journal.last() == journal.rows()[-1]
    journal.close()


def test_copied_while_it_is_played_it_is_whole(played, tmp_path):
    with_last = Journal.open(played)
    with_last.append(Row("gesture", "[]"))
    copy = tmp_path / "copy.clap"
    subprocess.run(["cp", played, copy], check=True)
    assert len(Journal.open(copy, read_only=True).rows()) == 21
    with_last.close()


def test_rows_are_never_changed_nor_removed(played):
    foreign_hand = sqlite3.connect(played)
    for statement in ("UPDATE rows SET note = 'x'", "DELETE FROM rows WHERE id = 20"):
        with pytest.raises(sqlite3.IntegrityError, match="append only"):
            foreign_hand.execute(statement)
    foreign_hand.close()


def test_rows_written_together_are_written_or_not_together(played):
    journal = Journal.open(played)
    with pytest.raises(sqlite3.IntegrityError):
        journal.append(Row("gesture", "[]"), Row("gesture", None))
    assert len(journal.rows()) == 20
    journal.append(Row("gesture", "[1]"), Row("gesture", "[2]"))
    assert [(row.id, row.data) for row in journal.rows()[20:]] == [(21, "[1]"), (22, "[2]")]
    journal.close()


def test_a_session_made_with_its_rows_goes_on_after_them(path):
    journal = Journal.create(path, SOURCES, {}, rows(7))
    journal.append(*rows(9, 7))
    assert [(row.id, row.clock) for row in journal.rows()] == [(n + 1, n) for n in range(9)]
    journal.close()


def test_no_file_is_overwritten(played):
    before = played.read_bytes()
    with pytest.raises(JournalError) as caught:
        Journal.create(played, {}, {})
    assert caught.value == JournalError("exists", path=str(played))
    assert played.read_bytes() == before


def test_a_session_that_cannot_be_begun_leaves_nothing(path):
    with pytest.raises(sqlite3.IntegrityError):
        Journal.create(path, {"deck": b""}, {}, [Row("gesture", None)])
    assert list(path.parent.iterdir()) == []
    with pytest.raises(JournalError) as caught:
        Journal.create(path / "x.clap", {}, {})
    assert caught.value == JournalError("no_folder", path=str(path))


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
    assert codes <= {"damaged", "truncated", "not_a_session", "too_new", "locked", "not_writable"}


def test_a_row_taken_out_by_force_is_damage(played):
    force = sqlite3.connect(played)
    force.executescript("DROP TRIGGER rows_last; DELETE FROM rows WHERE id = 7;")
    force.close()
    assert refused(played, True) == "damaged"


def test_a_changed_source_is_damage(played):
    force = sqlite3.connect(played)
    force.execute("UPDATE sources SET text = X'00' WHERE name = 'deck'")
    force.commit()
    force.close()
    journal = Journal.open(played)
    with pytest.raises(JournalError) as caught:
        journal.sources()
    assert caught.value.code == "damaged"
    journal.close()


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
def test_killed_in_the_middle_of_a_gesture_all_before_it_is_there(played, read_only):
    code = (
        "import os, signal, sys; from pathlib import Path; from game.journal.journal import Journal, Row\n"
        "journal = Journal.open(Path(sys.argv[1])); c = journal._connection\n"
        "c.execute('PRAGMA cache_size = 1'); c.execute('PRAGMA cache_spill = 1')\n"
        "journal._insert([Row('gesture', 'x' * 3000)] * 60)\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", code, played], check=False, cwd=ROOT)
    assert Path(f"{played}-journal").stat().st_size > 0
    before = played.read_bytes()
    journal = Journal.open(played, read_only=read_only)
    assert [row.data for row in journal.rows()] == [row.data for row in rows(20)]
    if read_only:
        assert played.read_bytes() == before
    journal.close()


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


def test_a_second_program_is_told_and_may_read(played):
    journal = Journal.open(played)
    assert other_program(played) == "locked"
    assert refused(played, False) == "locked"
    reader = Journal.open(played, read_only=True)
    journal.append(Row("gesture", "[]"))
    assert other_program(played) == "locked", "reading here must not have dropped the lock"
    assert len(reader.rows()) == 20
    with pytest.raises(JournalError):
        reader.append(Row("gesture", "[]"))
    reader.close()
    refused(played, False)
    assert other_program(played) == "locked"
    journal.close()
    assert other_program(played) == "open 21"


def test_a_file_is_not_stolen_between_two_gestures(played):
    journal = Journal.open(played)
    code = (
        "import sys; from pathlib import Path; from game.core.errors import JournalError;"
        "from game.journal.journal import Journal\n"
        "for _ in range(25):\n    try:\n        Journal.open(Path(sys.argv[1])); print('stolen')\n"
        "    except JournalError as error:\n        assert error.code == 'locked', error\nprint('end')"
    )
    thief = subprocess.Popen([sys.executable, "-c", code, played], stdout=subprocess.PIPE, text=True, cwd=ROOT)
    written = 20
    while thief.poll() is None:
        journal.append(Row("gesture", "[]"))
        written += 1
    assert thief.stdout.read() == "end\n"
    thief.stdout.close()
    assert len(journal.rows()) == written > 40
    journal.close()


def tell_nobody(path, pipe):
    os.setgid(65534)
    os.setuid(65534)
    try:
        Journal.open(path)
    except JournalError as error:
        pipe.send(error.code)


def as_nobody(path):
    """Open as a user without rights; a fork, because that user may not be allowed to start this Python."""
    ours, theirs = multiprocessing.Pipe()
    child = multiprocessing.get_context("fork").Process(target=tell_nobody, args=(path, theirs))
    child.start()
    child.join()
    return ours.recv() if ours.poll() else "open"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can become another user")
def test_what_permissions_forbid_is_told():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        path = folder / "a.clap"
        Journal.create(path, SOURCES, {}).close()
        assert as_nobody(path) == "not_writable"
        path.chmod(0o666)
        assert as_nobody(path) == "not_writable", "the folder must be writable too"
        path.chmod(0o600)
        assert as_nobody(path) == "unreadable"
        folder.chmod(0o700)
        assert as_nobody(path) == "unreadable"
        folder.chmod(0o777)
        path.chmod(0o666)
        assert as_nobody(path) == "open"


def fill(journal):
    """Append until the disk is full; give how many rows went in."""
    for count in range(5000):
        try:
            journal.append(Row("gesture", "x" * 500))
        except JournalError as error:
            if error.code != "disk_full":
                raise
            return count
    raise AssertionError


def test_a_full_disk_is_told_and_what_was_written_stays(played):
    journal = Journal.open(played)
    journal._connection.execute("PRAGMA max_page_count = 30")
    more = fill(journal)
    assert len(journal.rows()) == 20 + more
    assert other_program(played) == "locked"
    journal._connection.execute("PRAGMA max_page_count = 100000")
    journal.append(Row("gesture", "[1]"), Row("gesture", "[2]"))
    assert len(journal.rows()) == 22 + more
    journal.close()
    assert other_program(played) == f"open {22 + more}"


def test_a_disk_full_for_real(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=200k", "none", disk], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        pytest.skip("mounting a small disk is not allowed here")
    try:
        journal = Journal.create(disk / "a.clap", {"deck": b"d" * 20_000}, {})
        written = fill(journal)
        assert written > 10
        with pytest.raises(JournalError) as caught:
            Journal.create(disk / "b.clap", {"deck": b"d" * 50_000}, {})
        assert caught.value.code == "disk_full"
        assert not (disk / "b.clap").exists()
        assert len(journal.rows()) == written
        journal.close()
        assert len(Journal.open(disk / "a.clap", read_only=True).rows()) == written
    finally:
        subprocess.run(["umount", disk], check=True)
