import pytest

from game.journal.journal import Journal
from tests.journal.files import SOURCES, rows


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
