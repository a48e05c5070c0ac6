"""A session told again at the real table: both ways, to marks, by the track, by itself; and the way another takes."""

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.core.moves.flow import CloseSession, EnterPhase
from game.core.moves.issues import PlaceIssue
from game.core.moves.moments import NameMoment
from game.desk.opening import new_session, open_session, summary
from game.table.app import Table
from game.table.window import Window
from game.type.measure import FontMeasure
from game.view.answer.input import Key, Press
from game.view.answer.ui import Ui
from game.view.retelling import TRACK
from game.wiring import assembly, play
from game.wiring.retelling import PACE, Retold, opened
from tests.desk.bench import blagnac
from tests.table import real
from tests.view.checks import sound

CARDS = ("eau", "handicap")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Leave a session: a phase, two cards, one of them taken back, a named moment."""
    path = tmp_path / "Conseil.clap"
    desk = new_session(path, blagnac(), "90", title="Conseil", date="2026-12-02")
    desk.do(EnterPhase("enjeux"))
    desk.do(PlaceIssue("eau", "sports"))
    desk.do(NameMoment("Avant le handicap"))
    desk.do(PlaceIssue("handicap", "solidarites"))
    desk.undo()
    desk.close()
    return path


class Told:
    """The table on a session told again, with a clock of the test's own."""

    def __init__(self, path: Path, lang: str = "fr", size: tuple[int, int] = (1920, 1080)) -> None:
        self.now = 0.0
        self.player = Retold(opened(path), lambda: self.now)
        first = self.player.opened()
        self.table = Table(assembly.services(play.requests()), Window("CLAP", size), first.opened.desk,
                           first.opened.view(Ui(lang=lang)))  # fmt: skip
        self.table.player = self.player
        pygame.event.clear()
        self.turn()

    def turn(self, *inputs: Key | Press) -> None:
        self.table._played(inputs)
        for one in inputs:
            self.table.step((one,))
        self.table._played(())
        self.table.changed()

    def said(self) -> str:
        node = self.table.tree.find("replay:said")
        assert node is not None
        return node.name

    def close(self) -> None:
        if self.table.desk is not None:
            self.table.desk.close()
        pygame.display.quit()


@pytest.fixture
def told(path: Path):
    made = Told(path)
    yield made
    made.close()


def test_it_begins_with_the_first_gesture_and_goes_both_ways(told: Told) -> None:
    assert told.said().startswith("1/6 · ")
    told.turn(Press("replay:next"))
    told.turn(Key("right"))
    assert told.said() == "3/6 · " + told.said().removeprefix("3/6 · ")
    assert "eau" in told.said()
    assert [one.card for one in told.player.desk.session.issues] == ["eau"]
    told.turn(Key("left"))
    assert told.player.desk.session.issues == ()


def test_marks_are_gone_to_and_shown_on_the_track(told: Told) -> None:
    seen = []
    for _ in range(3):
        told.turn(Press("replay:after"))
        seen.append(told.player.desk.step.mark)
    assert seen == ["phase", "named", "undone"]
    told.turn(Press("replay:before"))
    assert told.said().startswith("4/6")
    assert "Avant le handicap" in told.said()
    node = told.table.tree.find(TRACK)
    assert node is not None
    assert (node.role, node.value) == ("slider", "4/6")


def test_the_track_goes_to_any_step(told: Told) -> None:
    told.table.ui = replace(told.table.ui, slides=((TRACK, 5),))
    told.turn()
    assert told.player.desk.at == 5
    assert dict(told.table.ui.slides).get(TRACK) is None


def test_by_itself_it_stops_at_the_end_and_where_it_is_told(told: Told) -> None:
    told.turn(Press("replay:run"))
    at = [told.player.desk.at]
    for _ in range(9):
        told.now += PACE
        told.turn()
        at.append(told.player.desk.at)
    assert at == [1, 2, 3, 4, 5, 6, 6, 6, 6, 6]
    assert told.table.tree.find("replay:run") is not None
    assert "disabled" in told.table.tree.find("replay:run").states  # type: ignore[union-attr]


def test_an_and_if_goes_on_from_there_and_leaves_both_whole(told: Told, path: Path) -> None:
    before = path.read_bytes()
    told.player.desk.seek(3)
    told.turn(Press("replay:branch"))
    new = next(one for one in path.parent.glob("*.clap") if one != path)
    desk = told.table.desk
    assert desk is not None
    assert desk.path == new
    assert [one.card for one in desk.session.issues] == ["eau"]
    assert desk.undo().code == "fence"  # type: ignore[union-attr]
    assert desk.do(PlaceIssue("handicap", "solidarites")) is None
    assert path.read_bytes() == before
    assert [one.card for one in open_session(path, read_only=True).session.issues] == ["eau"]
    assert summary(new).tryout


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (1080, 1920)])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_it_is_sound(path: Path, lang: str, size: tuple[int, int]) -> None:
    told = Told(path, lang, size)
    told.turn(Press("replay:next"))
    sound(told.table.tree, FontMeasure())
    told.close()


def test_it_is_left_for_home(told: Told) -> None:
    told.turn(Key("escape"))
    assert told.table.desk is None
    assert told.table.ui.screen == "home"


def test_the_next_group_has_a_table_of_its_own_and_the_former_is_kept(path: Path) -> None:
    with real.opened(path) as table:
        before, was = path.read_bytes(), real.desk(table).session
        real.press(table, "menu")
        real.press(table, "menu:next")
        now = real.desk(table)
        assert now.path != path
        assert now.path.parent == path.parent
        assert (now.session.issues, now.session.timers) == ((), ())
        assert now.session.workshop.deck == was.workshop.deck
        assert now.session.workshop.agenda == was.workshop.agenda
        assert table.ui.screen == "seats"
        assert path.read_bytes() == before


def test_home_tells_a_session_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.wiring.home.folders.sessions", lambda: path.parent)
    table = Table(assembly.services(play.requests()), Window("CLAP", (1920, 1080)), None, Ui(lang="fr"))
    pygame.event.clear()
    real.press(table, f"tidy:{path}")
    real.press(table, f"tell:{path}")
    assert table.player is not None
    assert table.tree.find("replay:said") is not None
    real.desk(table).close()
    pygame.display.quit()


def test_an_and_if_after_the_close_is_refused_and_the_telling_goes_on(path: Path) -> None:
    desk = open_session(path)
    desk.do(EnterPhase("generique"))
    desk.do(CloseSession())
    desk.close()
    told = Told(path)
    told.player.desk.seek(8)
    told.turn(Press("replay:branch"))
    assert told.table.player is told.player
    assert told.table.ui.toast is not None
    assert list(path.parent.glob("*.clap")) == [path]
    told.turn(Press("replay:back"))
    assert told.said().startswith("7/8")
    told.close()
