"""Whatever a scenario, a deck or a session says, each writer of the program stays in the folder it was given."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from game.cli import sheeting
from game.cli.printing import landed
from game.content.shelf import Sources, load_scenario
from game.core.errors import GameError
from game.core.text import Text
from game.desk.desk import free
from game.export import framing
from game.places import landing, shelves
from game.printing.setting import Printed
from game.view.answer.intents import NewSession
from game.view.answer.ui import Ui
from game.wiring import demo, requests
from game.words.catalogue import speaker
from tests.begun import drawn
from tests.cli.conftest import Clap

TEXTS = st.one_of(
    st.text(max_size=300),
    st.sampled_from(["../../../x", "/etc/x", "..", ".", "", "C:\\x", "\\\\host\\share", "a/b", "\0", "con", "é" * 300,
                     "~/x",
                     "Saint-Jean / Nord", "x\n/y", "\u202ex", "\ud800", "x/../../y", "nul.clap", "a\tb"]),
)  # fmt: skip
MANY = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def sources() -> Sources:
    return load_scenario(shelves.scenarios() / "blagnac", shelves.decks())


def held(root: Path) -> set[Path]:
    """Give all the files under a folder, links not followed."""
    return {Path(at) / name for at, _, names in os.walk(root) for name in names}


@settings(MANY, max_examples=1)
@given(code=TEXTS, town=TEXTS)
@example(code="../../../x", town="Saint-Jean / Nord")
def test_a_session_begins_among_the_sessions(clap: Clap, sources: Sources, code: str, town: str) -> None:
    scenario = replace(sources.scenario, code=code, town=Text(town, town))
    changed = replace(sources, scenario=scenario)
    before = held(clap.home)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(requests, "_sources", lambda _: changed)
        asked = requests.Requests(drawn(bytes), lambda _: answer)
        answer = asked.answer(NewSession("any", sources.scenario.agendas[0].id), None, Ui(lang="fr"))
    assert answer.desk is not None
    answer.desk.close()  # type: ignore[union-attr]
    new = held(clap.home) - before
    assert {path.parent for path in new} == {clap.home / "home" / "sessions"}
    assert answer.desk.path in new  # type: ignore[union-attr]


@MANY
@given(text=TEXTS)
def test_a_free_name_is_in_its_folder(tmp_path: Path, text: str) -> None:
    for _ in range(2):
        path = free(tmp_path, text)
        assert path.parent == tmp_path
        assert not path.exists()
        path.touch()
        assert path in held(tmp_path)


@MANY
@given(text=TEXTS)
def test_a_print_is_in_its_folder(tmp_path: Path, text: str) -> None:
    room = tmp_path / "room"
    room.mkdir(exist_ok=True)
    before = held(tmp_path)
    landed(Printed(b"%PDF", (), ()), room, speaker("fr").say("printing.file.cards", deck=text), speaker("fr"))
    assert all(path.parent == room for path in held(tmp_path) - before)
    assert held(room)


@MANY
@given(text=TEXTS)
def test_a_sheet_is_in_its_folder(tmp_path: Path, text: str) -> None:
    class Given:
        class deck:  # noqa: N801
            id = text

    room = tmp_path / "room"
    room.mkdir(exist_ok=True)
    made = sheeting._named(room, Given, {"issues": b"", "levers": b""}, speaker("fr"))  # type: ignore[arg-type]
    assert {path.parent for path in made} == {room}
    assert len({path.name for path in made}) == 2


@MANY
@given(ids=st.lists(TEXTS, min_size=1, max_size=6, unique=True))
@example(ids=["x", "X", "x-2", "x?", "../x"])
def test_framing_notes_are_in_their_folder_and_none_takes_anothers_place(ids: list[str]) -> None:
    names = framing.named(ids)
    assert len({name.casefold() for name in names.values()}) == len(ids)
    for name in names.values():
        assert Path("room", f"cao-{name}.docx").parts == ("room", f"cao-{name}.docx")


@settings(MANY, max_examples=1)
@given(text=TEXTS)
@example(text="../x")
def test_the_demo_begins_in_its_folder(tmp_path: Path, sources: Sources, text: str) -> None:
    show = demo.load("blagnac", "fr")
    show = replace(show, sources=replace(sources, scenario=replace(sources.scenario, code=text)))
    desk = show.desk(tmp_path / "room", demo.Pace("2026-12-02"))
    desk.close()
    assert desk.path.parent == tmp_path / "room"


@MANY
@given(text=TEXTS)
def test_any_path_is_written_or_refused_in_words(tmp_path: Path, text: str) -> None:
    """What a person types as a path is theirs to choose; it is written there, or said."""
    try:
        landing.put(tmp_path / text.replace("/", ""), b"x")
        code = "export_"
    except GameError as error:
        code = error.code
    assert code.startswith(("export_", "folder_", "disk_"))
