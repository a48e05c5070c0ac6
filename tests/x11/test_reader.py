"""A screen reader at the real table: it hears families, cards and buttons by name and state, and presses them.

What is typed, what opens and what a gesture did are heard as they happen.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from game.desk.opening import open_session
from tests.screen import ROOT, Screen
from tests.x11.sessions import ISSUES, made

pytestmark = pytest.mark.x11
SPEAK = """
"$1" -m game play "$2" & TABLE=$!
shift 2
timeout 80 /usr/bin/python3 tests/x11/listener.py "$@"
STATUS=$?
kill $TABLE; wait $TABLE
exit $STATUS
"""
ABSENT = "needs dbus-run-session, at-spi2-core and python3-pyatspi"


@pytest.fixture(scope="module")
def reader() -> None:
    """Skip where there is no screen reader to play."""
    if shutil.which("dbus-run-session") is None or not Path("/usr/bin/python3").exists():
        pytest.skip(ABSENT)
    if subprocess.run(["/usr/bin/python3", "-c", "import pyatspi"], check=False, capture_output=True).returncode:
        pytest.skip(ABSENT)


def heard(display: Screen, home: Path, path: Path, *steps: str) -> str:
    env = {key: value for key, value in display.env.items() if key != "CLAP_NO_ACCESS"}
    env |= {"CLAP_HOME": str(home), "CLAP_LANG": "fr"}
    command = ["dbus-run-session", "--", "bash", "-c", SPEAK, "reader", sys.executable, str(path), *steps]
    done = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr[-6000:]
    return done.stdout


@pytest.mark.usefixtures("reader")
def test_a_screen_reader_hears_the_board_and_plays_on_it(display: Screen, tmp_path: Path) -> None:
    path = made(tmp_path, *ISSUES)
    card = "Enjeu\u00a0: Carbone de nos achats (Environnement)"
    row = "Famille d'achat\u00a0: Sports, piscine et loisirs"
    told = heard(
        display, tmp_path, path,
        "see", card, "tell",
        "press", card, "press", row, "see", "Enjeu 9\u00a0: Carbone de nos achats (Environnement)", "tell",
        "press", "Annuler le dernier geste", "see", card,
        "press", "Menu", "press", "English", "press", "Close",
        "see", "Sports, pool and leisure", "tell",
    )  # fmt: skip
    french, placed, english = told.split("frame | CLAP")[1:]
    for family in ("Bâtiments, travaux et énergie", "Sports, piscine et loisirs"):
        assert f"list item | Famille d'achat\u00a0: {family} |" in french
    assert f"button | {card} | focusable enabled" in french
    assert "button | Passer à\u00a0: Leviers | focusable enabled" in french
    assert "page tab | Phase 2\u00a0: Enjeux, en cours | selected" in french
    # AT-SPI hears "enabled" of a disabled node too (AccessKit issue 787): it is told by having no focus and no action.
    assert "button | Cartes précédentes | enabled" in french
    assert "button | Cartes suivantes | focusable enabled" in french
    assert "panel | place libre pour un enjeu | enabled" in french, "an empty cell is no button"
    assert "enjeux\u00a0: 2 sur 2" in placed
    assert f"| {card} |" not in placed
    assert "list item | Purchase family: Sports, pool and leisure" in english
    assert "Enjeu" not in english
    desk = open_session(path, read_only=True)
    assert [line.kind for line in desk.log()][-2:] == ["gesture", "undo"]
    assert len(desk.session.issues) == 8
    desk.close()


@pytest.mark.usefixtures("reader")
def test_a_screen_reader_hears_what_is_typed_what_opens_and_what_was_done(display: Screen, tmp_path: Path) -> None:
    path = made(tmp_path, *ISSUES)
    search, note = "Chercher", "Ce qui doit rester au compte rendu\u00a0:"
    card, row = (
        "Enjeu\u00a0: Carbone de nos achats (Environnement)",
        "Famille d'achat\u00a0: Sports, piscine et loisirs",
    )
    told = heard(
        display, tmp_path, path,
        "see", card, "holds", search, "'' at 0 []",
        "press", search, "on", search, "write", search, "eau", "said", "text-changed:insert",
        "holds", search, "'eau' at 3 []",
        "caret", search, "1", "holds", search, "'eau' at 1 []", "said", "text-caret-moved 1",
        "select", search, "0", "2", "holds", search, "'eau' at 2 [(0, 2)]", "keys", "ctrl+a BackSpace Escape",
        "press", "Menu", "on", "Places des membres", "tell",
        "press", "Prendre une note", "on", note, "press", note,
        "write", note, "ab", "keys", "Return", "type", "c",
        "holds", note, "'ab\\nc' at 4 []", "keys", "Up", "holds", note, "'ab\\nc' at 1 []",
        "keys", "Escape", "keys", "Escape", "on", "| Menu |", "tell",
        "press", card, "press", row, "said", "Enjeu posé\u00a0: Carbone de nos achats, Sports, loisirs.",
        "on", "Enjeu\u00a0: Apprentis et stagiaires (Social)",
        "press", "Annuler le dernier geste", "said", "Geste annulé\u00a0: Enjeu posé\u00a0: Carbone de nos achats",
        "press", "Passer à\u00a0: Leviers", "said", "Phase Leviers.", "on", "Levier\u00a0: ",
    )  # fmt: skip
    menu = told.split("frame | CLAP")[1]
    assert "dialog | Menu | " in menu
    assert card not in menu, "what lies under a dialog is not heard"
    assert "Passer à" not in menu
    assert "focused" not in menu.splitlines()[0], "the focus is not on the window"
