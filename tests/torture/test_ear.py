"""The afternoon by ear at the real table, by a screen reader's own way in: AT-SPI, and a keyboard to type with.

The suite plays the same acts in one process (tests/ear); a short stretch of AT-SPI is in tests/x11/test_reader.py.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.ear.deputy import LANGUAGES, acts, told
from tests.ear.test_afternoon import EXPORT
from tests.screen import ROOT, Screen, settled
from tests.x11.conftest import display
from tests.x11.test_reader import reader

__all__ = ["display", "reader"]

pytestmark = pytest.mark.x11
SPEAK = """
"$1" -m tests.ear.day & TABLE=$!
shift
/usr/bin/python3 tests/x11/listener.py "$@"
STATUS=$?
kill $TABLE; wait $TABLE
exit $STATUS
"""
LONG = 3000
"""Seconds it may take: each act goes through all that there is to hear, a node at a time."""


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_afternoon_is_played_by_at_spi_and_heard_as_it_is_kept(lang: str, display: Screen, tmp_path: Path) -> None:
    settled(tmp_path)
    rows = told(lang).read_text(encoding="utf-8").splitlines()
    steps: list[str] = []
    for row in rows[: rows.index(EXPORT[lang])]:
        if row.startswith("> "):
            steps += ["act", row]
        elif row.startswith("  said "):
            steps += ["said", row.removeprefix("  said ")]
    assert len(acts(rows)) > 140
    env = {key: value for key, value in display.env.items() if key != "CLAP_NO_ACCESS"}
    env |= {"CLAP_HOME": str(tmp_path), "CLAP_LANG": lang, "PYTHONPATH": str(ROOT)}
    command = ["dbus-run-session", "--", "bash", "-c", SPEAK, "reader", sys.executable, *steps]
    done = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, timeout=LONG, check=False)
    assert done.returncode == 0, done.stderr[-6000:]
