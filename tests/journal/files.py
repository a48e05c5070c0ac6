import hashlib
import sqlite3
import subprocess
import sys
from dataclasses import astuple
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


def as_version_1(path):
    """Write a session again as a program from before the digests did."""
    journal = Journal.open(path, read_only=True)
    path.unlink()
    old = sqlite3.connect(path, isolation_level=None)
    for statement in schema.MIGRATIONS[0]:
        old.execute(statement)
    texts = [(name, hashlib.sha256(text).hexdigest(), text) for name, text in journal.sources().items()]
    old.executemany("INSERT INTO sources VALUES (?, ?, ?)", texts)
    old.executemany("INSERT INTO facts VALUES (?, ?)", journal.facts().items())
    old.executemany(f"INSERT INTO rows ({schema.COLUMNS}) VALUES (?,?,?,?,?,?,?,?)", map(astuple, journal.rows()))
    old.execute("PRAGMA user_version = 1")
    old.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    old.close()


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
