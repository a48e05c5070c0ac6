"""The narrated demo: on, back, by itself; a sentence a step, and nothing written unless it is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.core.session import Session
from game.table.answers import Begun, Ended, Opened, Shown
from game.view import scene
from game.view.answer.input import Key
from game.view.answer.ui import Ui, with_pair
from game.view.demo import AT, DO, SAID
from game.view.tree.node import top_layer
from game.wiring import demo
from game.wiring.narrated import Narrated
from game.words.catalogue import speaker
from tests.view.checks import faults
from tests.view.rooms import MEASURE


class Watching:
    """A player, the view it shows, and a clock that is moved by hand."""

    def __init__(self, room: Path, lang: str = "fr", *, closes: bool = False) -> None:
        self.now, self.out = 0.0, room / "out"
        self.player = Narrated(demo.load("blagnac", lang), self.out, lambda: self.now, closes=closes)
        opened = self.player.opened().opened
        self.ui, self.desk = opened.view(Ui(lang=lang)), opened.desk
        self.answers: list[object] = []

    def turn(self, *inputs: Key) -> object:
        answer = self.player(self.ui, inputs)
        self.answers.append(answer)
        if isinstance(answer, Opened):
            if self.desk is not None:
                self.desk.close()
            self.desk, self.ui = answer.desk, answer.view(self.ui)
        elif isinstance(answer, Shown):
            self.ui = answer.view(self.ui)
        return answer

    def ask(self, way: str) -> object:
        from dataclasses import replace

        self.ui = replace(self.ui, tabs=with_pair(self.ui.tabs, DO, way))
        return self.turn()

    @property
    def session(self) -> Session:
        assert self.desk is not None
        return self.desk.session

    @property
    def at(self) -> int:
        return int(self.ui.tab(AT, "").split("/")[0])

    @property
    def last(self) -> int:
        return int(self.ui.tab(AT, "").split("/")[1])


def kept(session: Session) -> tuple[object, ...]:
    """Give what a step changes, but for the time it takes."""
    return (session.phase, session.issues, session.ballot, session.guesses, session.revealed, session.arbitrations,
            session.events, session.renounced, session.closed,
            tuple((sheet.issue, sheet.adopted) for sheet in session.sheets))  # fmt: skip


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_each_step_has_a_sentence_and_the_end_is_that_of_the_recording(lang: str, tmp_path: Path) -> None:
    seen = Watching(tmp_path, lang)
    while seen.at < seen.last:
        seen.ask("next")
        said = seen.ui.tab(SAID, "")
        assert said.strip()
        assert "log." not in said
        assert len(said) < 120
    assert seen.session.closed
    assert len([sheet for sheet in seen.session.sheets if sheet.adopted]) == 5
    assert not seen.out.exists()


def test_back_comes_to_what_was_there_over_fences_too(tmp_path: Path) -> None:
    seen, shown = Watching(tmp_path), {}
    while seen.at < seen.last:
        shown[seen.at] = (kept(seen.session), seen.ui.tab(SAID, ""))
        seen.ask("next")
    while seen.at > 0:
        seen.turn(Key("left"))
        assert (kept(seen.session), seen.ui.tab(SAID, "")) == shown[seen.at]
    seen.turn(Key("right"))
    assert seen.at == 1


def test_left_alone_it_ends_within_ninety_seconds_and_closes(tmp_path: Path) -> None:
    seen = Watching(tmp_path, closes=True)
    while not isinstance(seen.turn(), Ended):
        seen.now += 0.1
        assert seen.now <= 90
    assert seen.session.closed
    assert seen.answers[-1] == Ended(closes=True)


def test_it_stops_when_asked_then_waits(tmp_path: Path) -> None:
    seen = Watching(tmp_path, closes=True)
    seen.ask("play")
    seen.now = 500
    assert seen.turn() is None
    assert seen.at == 0
    seen.ask("play")
    seen.turn()
    assert seen.at == 1


def test_leaving_goes_home_and_takes_the_folder_away(tmp_path: Path) -> None:
    seen = Watching(tmp_path)
    assert seen.desk is not None
    room = seen.desk.path.parent
    seen.turn(Key("escape"))
    assert (seen.ui.screen, seen.desk) == ("home", None)
    assert seen.turn() == Ended(closes=False)
    seen.player._room.cleanup()
    assert not room.exists()


def test_the_files_are_written_once_asked(tmp_path: Path) -> None:
    seen = Watching(tmp_path)
    assert not seen.out.exists()
    answer = seen.ask("write")
    assert isinstance(answer, Begun)
    for _ in answer.before:
        pass
    answer.work()
    assert (seen.out / "objectives.json").is_file()


def test_its_bar_is_sound_at_every_size_and_alone_takes_keys(tmp_path: Path) -> None:
    lang = "fr"
    seen = Watching(tmp_path, lang)
    for _ in range(6):
        seen.ask("next")
    from dataclasses import replace

    for size, percent in (((1920, 1080), 100), ((1366, 768), 100), ((3840, 2160), 200), ((1920, 1080), 300)):
        sight = scene.sight(speaker(lang), MEASURE, size, percent)
        tree = scene.build(seen.session, replace(seen.ui, percent=percent), sight)
        assert not [one for one in faults(tree, MEASURE, percent) if one.startswith("demo")], (size, percent)
        keys = [node.key for node in top_layer(tree).walk() if node.acts]
        assert keys == ["demo:back", "demo:play", "demo:next", "demo:leave"]
