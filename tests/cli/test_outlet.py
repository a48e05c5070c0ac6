"""What commands say reaches any terminal, file or pipe, and no sign of a file is obeyed by one."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.cli.outlet import Outlet, seen
from game.content.shelf import load_scenario
from game.core.moves.flow import TakeNote
from game.desk.opening import new_session
from game.places import shelves
from tests.cli.conftest import Clap

EVIL = "a\x1b[31mb\x07c\u202ed\x9be\u2066f\rg"
SHOWN = "a\\u001b[31mb\\u0007c\\u202ed\\u009be\\u2066f\\u000dg"


def through(text: str, encoding: str) -> str:
    under = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    out = Outlet(under)
    out.write(text)
    out.flush()
    return under.buffer.getvalue().decode(encoding)  # type: ignore[attr-defined]


def test_what_a_terminal_would_obey_is_shown() -> None:
    assert seen(EVIL) == SHOWN
    assert json.loads(f'"{SHOWN}"') == EVIL
    assert (
        seen("deux\tmots\nà la ligne 👩\u200d🌾 l\u0027é\u00a0: \u202f;")
        == "deux\tmots\nà la ligne 👩\u200d🌾 l'é\u00a0: \u202f;"
    )


@pytest.mark.parametrize(
    ("encoding", "told"),
    [("ascii", "Seance \"a 5 EUR\" -> fin - l'ete... ?"), ("latin-1", "Séance «à 5 EUR» -> fin - l'été... ?"),
     ("cp1252", "Séance «à 5 €» -> fin – l’été… ?"), ("utf-8", "Séance «à 5 €» → fin – l’été… 🌳")],
)  # fmt: skip
def test_letters_an_encoding_lacks_are_the_nearest_it_has(encoding: str, told: str) -> None:
    assert through("Séance «à 5 €» → fin – l’été… 🌳", encoding) == told


@settings(max_examples=200, deadline=None)
@given(st.text(), st.sampled_from(["ascii", "latin-1", "cp850", "cp1252", "utf-8", "utf-16"]))
def test_any_text_can_be_said(text: str, encoding: str) -> None:
    told = through(text, encoding)
    assert seen(told) == told


@pytest.fixture
def session(clap: Clap) -> Path:
    sources = load_scenario(shelves.scenarios() / "blagnac", shelves.decks())
    desk = new_session(clap.home / "s.clap", sources, sources.scenario.agendas[0].id, date="2026-12-02")
    for n in (38, 39):
        assert desk.do(TakeNote(f"note {n} {EVIL}")) is None
    desk.close()
    return clap.home / "s.clap"


def test_a_log_says_no_raw_sign(clap: Clap, session: Path) -> None:
    said = clap("session", "log", session)
    assert said.code == 0
    assert "note 39" in said.out
    assert not set(said.out) & set("\x1b\x07\x9b\u202e\u2066\r")


def test_a_name_of_another_system_is_said(clap: Clap) -> None:
    said = clap("deck", "check", clap.home / os.fsdecode(b"caf\xe9\x1b[31m.yaml"))
    assert said.code == 2
    assert "caf\ufffd" in said.out + said.err
    assert "\x1b" not in said.out + said.err


def clap_process(words: list[str], home: Path, *, closed: bool = False, **more: object) -> subprocess.Popen[bytes]:
    shell = 'exec "$0" -m game "$@" >&-' if closed else 'exec "$0" -m game "$@"'
    env = os.environ | {"CLAP_HOME": str(home / "home"), "LANG": "fr_FR.UTF-8"} | dict(more.pop("env", {}))  # type: ignore[call-overload]
    return subprocess.Popen(["sh", "-c", shell, sys.executable, *words], stderr=subprocess.PIPE, env=env, **more)  # type: ignore[call-overload]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
@pytest.mark.parametrize("how", ["ascii", "latin-1", "reader left", "closed", "full"])
def test_a_log_is_told_to_any_pipe(how: str, session: Path) -> None:
    words, home = ["session", "log", str(session), "--lang", "fr"], session.parent
    if how in ("ascii", "latin-1"):
        done = clap_process(words, home, stdout=subprocess.PIPE, env={"PYTHONIOENCODING": how})
        out, err = done.communicate(timeout=60)
        assert (done.returncode, err) == (0, b"")
        assert b"note 39" in out
        out.decode(how)
    elif how == "reader left":
        done = clap_process(words, home, stdout=subprocess.PIPE)
        assert done.stdout is not None
        done.stdout.close()
        assert done.stderr is not None
        assert (done.stderr.read(), done.wait(60)) == (b"", 0)
    elif how == "closed":
        done = clap_process(words, home, closed=True)
        assert (done.communicate(timeout=60)[1], done.returncode) == (b"", 0)
    else:
        with Path("/dev/full").open("wb") as full:
            done = clap_process(words, home, stdout=full)
            err = done.communicate(timeout=60)[1].decode()
        assert done.returncode == 1
        assert "n'a pas pu être écrit (le disque est plein)" in err
        assert err.count("\n") == 1
