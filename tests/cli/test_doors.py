"""Every file that any command takes may be a pipe, a device, a folder, a name no system takes: one sentence, at once.

Here each door meets a pipe or another kind; `make torture` tries them all, in both languages.
"""

from __future__ import annotations

import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import pytest

from game.content.shelf import load_scenario
from game.desk.opening import new_session
from game.places import shelves
from tests.cli.conftest import Clap, Said
from tests.cli.doors import READ, WRITTEN, ending
from tests.odd_files import KINDS, odd

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes, sockets and devices of POSIX")
SEEN = tuple(kind for kind in KINDS if kind != "nul")
"""No command line holds a NUL."""
OURS = ("défaut du programme", "fault of the program", "Traceback", "error.", "problem.")


@pytest.fixture
def waited() -> Iterator[None]:
    """End a test that waits for ever: a minute is no measure of speed."""

    def late(_: int, __: FrameType | None) -> None:
        pytest.fail("it waited")

    former = signal.signal(signal.SIGALRM, late)
    signal.alarm(60)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, former)


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with what is sound, by the names that doors call them."""
    room = tmp_path_factory.mktemp("ready")
    sources = load_scenario(shelves.scenarios() / "blagnac", shelves.decks())
    new_session(room / "SESSION", sources, sources.scenario.agendas[0].id, date="2026-12-02").close()
    shutil.copytree(shelves.decks() / "clap", room / "DECK")
    shutil.copytree(shelves.scenarios() / "blagnac", room / "TOWN")
    (room / "LIST").write_text("Eau : mairie\n", encoding="utf-8")
    (room / "SHEET.csv").write_text("titre;famille\nPain;Alimentation\n", encoding="utf-8")
    (room / "CONTRACTS").write_text('{"marches": []}', encoding="utf-8")
    return room


@pytest.fixture
def sound(clap: Clap, ready: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give that folder to one test, which may write in it."""
    room = shutil.copytree(ready, clap.home / "sound")
    monkeypatch.chdir(room)
    return room


def words(door: str, path: Path, room: Path) -> list[str]:
    """Give a door as typed; capitals are names of what is sound, or new."""
    given = (one.replace("SHEET", "SHEET.csv") if one == "SHEET" else one for one in door.split())
    return [str(path) if one == "{}" else str(room / one) if one.isupper() or one.startswith("NEW") else one
            for one in given]  # fmt: skip


def tried(clap: Clap, door: str, kind: str, room: Path, lang: str = "fr") -> Said:
    before = set(room.parent.rglob("*"))
    path = odd(kind, room, ending(door))
    said = clap("--lang", lang, *words(door, path, room))
    told = said.out + said.err
    assert said.code in (0, 1, 2)
    traces = [file.read_text(encoding="utf-8") for file in room.parent.rglob("clap-erreur.txt")]
    assert not [one for one in OURS if one in told], (told, traces)
    assert said.code == 0 or len(told.strip()) > 10
    assert not list(room.parent.rglob("clap-erreur.txt"))
    assert kind not in ("fifo", "socket") or not path.is_file()
    assert Path("/dev/zero").is_char_device()
    assert before <= set(room.parent.rglob("*")) | {room.parent / "home"}
    return said


@pytest.mark.usefixtures("waited")
@pytest.mark.parametrize("at", range(len(READ)))
def test_what_is_read(clap: Clap, sound: Path, at: int) -> None:
    others = (SEEN[1 + at % (len(SEEN) - 1)],) if at % 3 == 0 else ()
    for kind in ("fifo", *others):
        said = tried(clap, READ[at], kind, sound, ("fr", "en")[at % 2])
        assert said.code in (1, 2) or kind == "folder", said.out + said.err


@pytest.mark.usefixtures("waited")
@pytest.mark.parametrize("at", [at for at, door in enumerate(WRITTEN) if not door.startswith(("demo", "deck preview"))])
def test_what_is_written(clap: Clap, sound: Path, at: int) -> None:
    kind = SEEN[at % len(SEEN)] if at % 2 else "fifo"
    tried(clap, WRITTEN[at], kind, sound, ("en", "fr")[at % 2])
