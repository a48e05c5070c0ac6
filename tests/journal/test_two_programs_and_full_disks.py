import multiprocessing
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from game.core.errors import JournalError
from game.journal.journal import Journal, Row
from tests.journal.files import ROOT, SOURCES, other_program, refused


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
    """The other program tries, time and again, until twenty gestures have been written under its eyes."""
    journal = Journal.open(played)
    code = (
        "import sys; from pathlib import Path; from game.core.errors import JournalError;"
        "from game.journal.journal import Journal\n"
        "for line in sys.stdin:\n    try:\n        Journal.open(Path(sys.argv[1])); print('stolen', flush=True)\n"
        "    except JournalError as error:\n        print(error.code, flush=True)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, played], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as thief:
        for _ in range(20):
            thief.stdin.write("now\n")
            thief.stdin.flush()
            journal.append(Row("gesture", "[]"))
            assert thief.stdout.readline() == "locked\n"
    assert len(journal.rows()) == 40
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
        assert as_nobody(path) == "unreadable", "a session is its owner's"
        path.chmod(0o644)
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
