import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from game.core.errors import JournalError
from game.journal.journal import Journal, Row
from tests.journal.files import ROOT, SOURCES, refused, rows


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
    with pytest.raises(TypeError):
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
    with pytest.raises(TypeError):
        Journal.create(path, {"deck": b""}, {}, [Row("gesture", None)])
    assert list(path.parent.iterdir()) == []
    with pytest.raises(JournalError) as caught:
        Journal.create(path / "x.clap", {}, {})
    assert caught.value == JournalError("no_folder", path=str(path))


@pytest.mark.parametrize("read_only", [True, False])
def test_killed_while_it_is_made_it_is_empty(path, read_only):
    code = (
        "import os, signal, sys; from pathlib import Path; from game.journal import journal\n"
        "def spilling(c): c.execute('PRAGMA cache_size = 1'); c.execute('PRAGMA cache_spill = 1')\n"
        "journal.safe = spilling\n"
        "journal.commit = lambda connection: os.kill(os.getpid(), signal.SIGKILL)\n"
        "journal.Journal.create(Path(sys.argv[1]), {'deck': bytes(300_000), 'map': bytes(300_000)}, {})"
    )
    subprocess.run([sys.executable, "-c", code, path], check=False, cwd=ROOT)
    assert path.stat().st_size > 0
    assert Path(f"{path}-journal").stat().st_size > 0
    assert refused(path, read_only) == "empty"


@pytest.mark.parametrize("read_only", [True, False])
def test_killed_in_the_middle_of_a_gesture_all_before_it_is_there(played, read_only):
    code = (
        "import os, signal, sys; from pathlib import Path; from game.journal.journal import Journal, Row\n"
        "journal = Journal.open(Path(sys.argv[1])); c = journal._connection\n"
        "c.execute('PRAGMA cache_size = 1'); c.execute('PRAGMA cache_spill = 1')\n"
        "from game.journal import journal as writing\n"
        "writing._write(c, writing._linked([Row('gesture', 'x' * 3000)] * 60, 20, b''))\n"
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
