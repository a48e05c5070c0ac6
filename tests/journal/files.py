import subprocess
import sys
from pathlib import Path

import pytest

from game.core.errors import JournalError
from game.journal.journal import Journal, Row

SOURCES = {"deck": b"cards: []\n" * 300, "scenario": "ville: Blagnac é".encode()}
ROOT = Path(__file__).parents[2]


def rows(count, start=0):
    return [
        Row("gesture", f'[["Placed", {{"n": {n}}}]]', n, "2026-12-02T14:00:00", phase="enjeux")
        for n in range(start, count)
    ]


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
