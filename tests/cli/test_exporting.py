"""Papers at the table: where they go, what the screen knows of them, and writing them again as the session closes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.content.shelf import load_scenario
from game.core.errors import SetupError
from game.core.moves.flow import CloseSession, EnterPhase, Pause, Resume, TakeNote
from game.desk.desk import Desk
from game.desk.opening import new_session
from game.places import shelves, spots, sticks
from game.table.answers import Begun, Shown
from game.view.answer.intents import Export
from game.view.answer.papers import ChooseFolder, FindFolders, OpenFolder, WriteAgain
from game.view.answer.ui import Ui
from game.wiring.exporting import seen
from game.wiring.requests import Requests
from tests.begun import done, drawn
from tests.cli.test_requests import broken


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a computer of one's own: its documents, and a stick that is plugged in."""
    monkeypatch.setenv("CLAP_HOME", str(tmp_path / "home"))
    stick = tmp_path / "media" / "VERBATIM"
    stick.mkdir(parents=True)
    monkeypatch.setattr(sticks, "_rooms", lambda: (tmp_path / "media",))
    monkeypatch.setattr("os.path.ismount", lambda path: Path(path) == stick)
    monkeypatch.setattr(spots, "_own", lambda: iter(()))
    return tmp_path


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = new_session(tmp_path / "Essai.clap", load_scenario(shelves.scenarios() / "blagnac", shelves.decks()), "90")
    made.do(EnterPhase("reperage"))
    yield made
    made.abandon()


@pytest.fixture
def requests() -> Requests:
    return Requests(drawn(lambda: b"PNG"), broken)


def exported(requests: Requests, desk: Desk, request: object, ui: Ui | None = None) -> tuple[Ui, str]:
    answer = requests.answer(request, desk, ui or Ui())
    answer = done(answer) if isinstance(answer, Begun) else answer
    assert isinstance(answer, Shown)
    return answer.view(ui or Ui()), answer.said.text if answer.said is not None else ""


def test_the_screen_knows_since_when_a_paper_is_behind(requests: Requests, desk: Desk) -> None:
    ui, said = exported(requests, desk, Export("csv"))
    assert "Essai" in said
    (paper,) = ui.papers.written
    assert paper.gestures == desk.gestures
    desk.do(Pause())
    desk.do(Resume())
    assert desk.gestures == paper.gestures, "a pause changes no paper"
    desk.do(TakeNote("un"))
    desk.do(TakeNote("deux"))
    desk.undo()
    assert dict(desk.notices())["gestures"] == str(paper.gestures + 3)
    assert seen(desk).written == ui.papers.written, "as it is opened again"


def test_closing_writes_again_what_nobody_changed_and_beside_the_rest(
    requests: Requests, desk: Desk, tmp_path: Path
) -> None:
    for what in ("csv", "json", "ics"):
        exported(requests, desk, Export(what))
    folder = tmp_path / "Essai"
    (folder / "echeances.ics").write_bytes(b"mine")
    before = (folder / "objectives.json").read_bytes()
    desk.do(TakeNote("Le gymnase attendra."))
    desk.do(EnterPhase("generique"))
    assert desk.do(CloseSession()) is None
    ui, said = exported(requests, desk, WriteAgain())
    assert (folder / "objectives.json").read_bytes() != before
    assert (folder / "echeances.ics").read_bytes() == b"mine"
    assert (folder / "echeances (2).ics").is_file()
    assert "echeances (2).ics" in said
    assert not (folder / "compte-rendu.docx").exists(), "only what was written before is written again"
    assert all(one.gestures == desk.gestures for one in ui.papers.written if not one.changed)
    assert requests.answer(WriteAgain(), desk, Ui()) is None, "what is up to date stays"


def test_nothing_is_written_at_the_end_where_nothing_ever_was(requests: Requests, desk: Desk, tmp_path: Path) -> None:
    assert requests.answer(WriteAgain(), desk, Ui()) is None
    assert not (tmp_path / "Essai").exists()


def test_papers_go_to_a_stick_and_are_written_again_there(requests: Requests, desk: Desk, tmp_path: Path) -> None:
    ui, _ = exported(requests, desk, FindFolders())
    assert [(place.name, place.kind) for place in ui.papers.places] == [("Essai", "session"), ("VERBATIM", "stick")]
    ui, _ = exported(requests, desk, ChooseFolder(ui.papers.places[1].key), ui)
    assert (ui.papers.place.name, ui.papers.written) == ("VERBATIM", ())
    _, said = exported(requests, desk, Export("csv"), ui)
    assert "VERBATIM" in said
    assert str(tmp_path) not in said
    paper = tmp_path / "media" / "VERBATIM" / "Essai" / "objectives.csv"
    assert paper.is_file()
    assert not (tmp_path / "Essai").exists()
    desk.do(TakeNote("un"))
    again = Requests(drawn(lambda: b"PNG"), broken)  # the table was left meanwhile
    ui, said = exported(again, desk, WriteAgain())
    assert said
    ui, _ = exported(again, desk, FindFolders())
    assert [place.kind for place in ui.papers.places] == ["session", "stick"], "each place once"


def test_no_path_is_in_what_the_screen_is_told(requests: Requests, desk: Desk, tmp_path: Path) -> None:
    ui, _ = exported(requests, desk, FindFolders())
    ui, _ = exported(requests, desk, ChooseFolder("session"), ui)
    ui, _ = exported(requests, desk, Export("csv"), ui)
    assert str(tmp_path) not in repr(ui)


@pytest.mark.skipif(sys.platform == "win32", reason="another way there")
def test_the_folder_is_shown_by_the_system(
    requests: Requests, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr("subprocess.Popen", lambda words, **_: asked.append(words))
    assert requests.answer(OpenFolder(), desk, Ui()) is None
    exported(requests, desk, Export("csv"))
    requests.answer(OpenFolder(), desk, Ui())
    requests.answer(OpenFolder("objectives.csv"), desk, Ui())
    requests.answer(OpenFolder("../Essai.clap"), desk, Ui())
    papers = tmp_path / "Essai"
    assert [words[1] for words in asked] == [str(one) for one in (tmp_path, papers, papers / "objectives.csv", papers)]

    def none(*_: object, **__: object) -> None:
        raise FileNotFoundError

    monkeypatch.setattr("subprocess.Popen", none)
    with pytest.raises(SetupError) as error:
        requests.answer(OpenFolder(), desk, Ui())
    assert (error.value.code, error.value.facts) == ("folder_not_shown", {"folder": "Essai"})
