"""The recorded workshop: played by itself in the window, or without one; either way through the same desk."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from game.content.recording import LOOK, REDO, UNDO, Recorded, Recording, read_recording
from game.content.shelf import Sources, load_scenario, read_bytes
from game.core.errors import Refused, SetupError
from game.core.report import Report, report
from game.desk.clocks import Clocks
from game.desk.desk import Desk, free
from game.desk.opening import new_session
from game.desk.tracing import traces
from game.places import folders, shelves
from game.places.looks import closed, is_file
from game.table.kit import Answer, Stage
from game.view.following import following
from game.view.input import Input, Key, PointerDown, Press
from game.wiring.assembly import picture
from game.wiring.assembly import show as open_table
from game.wiring.rehearsing import rehearsed
from game.wiring.requests import Requests, seated
from game.words.catalogue import speaker
from game.words.history import sentence

FILE, DEMO = "demo.yaml", "blagnac"
"""The recording beside a scenario, and the scenario whose recording is played."""
WHOLE, LONGEST, TOKEN = 70.0, 1.4, 0.28
"""Seconds the whole show takes at most, a step at most, a token."""
CREDITS = 8.0
"""Seconds the credits stay."""
STEP = 20
"""Seconds of the recorded afternoon that a step takes."""


@dataclass(frozen=True, slots=True)
class Show:
    """A recording and what it is played with."""

    recording: Recording
    sources: Sources
    lang: str

    def desk(self, folder: Path, pace: Pace) -> Desk:
        """Begin its session in a folder, on the day of the recording, at a pace that is the same each time."""
        path = free(folders.writable(folder), self.sources.scenario.code)
        rec = self.recording
        title = rec.title.say(self.lang)
        ready = rehearsed(self.sources, rec.agenda)
        return new_session(path, ready, rec.agenda, title=title, date=rec.date, clocks=pace.clocks(), series="")


class Pace:
    """The time of a recording: it stands still but for a step, so that two plays of it write the same minutes."""

    def __init__(self, date: str) -> None:
        self._date, self._steps = date, 0

    def tick(self) -> None:
        """Pass one step."""
        self._steps += 1

    def clocks(self) -> Clocks:
        """Give the clocks of a desk that plays at this pace; its dice always fall the same way."""
        return Clocks(lambda: float(self._steps * STEP), self._wall, lambda: 0)

    def _wall(self) -> str:
        seconds = self._steps * STEP
        return f"{self._date}T{14 + seconds // 3600 % 10:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def load(scenario: str, lang: str) -> Show:
    """Read a scenario and its recording. Raises ContentError; SetupError no_recording when it has none."""
    from game.content.problems import ContentError

    folder = shelves.scenario(scenario).parent
    if not (is_file(folder / FILE) or closed(folder / FILE)):
        raise SetupError("no_recording", name=scenario)
    recording, problems = read_recording(read_bytes(folder / FILE), FILE)
    if recording is None:
        raise ContentError(problems)
    return Show(recording, load_scenario(folder, shelves.decks()), lang)


def do(desk: Desk, step: Recorded) -> Refused | None:
    """Play one step. A refusal that was recorded is part of the play; any other is given."""
    if step.kind == UNDO:
        return desk.undo()
    if step.kind == REDO:
        return desk.redo()
    if step.kind == LOOK or step.command is None:
        return None
    refused = desk.do(step.command)
    return None if refused is not None and refused.code == step.refused else refused


def headless(show: Show, out: Path) -> tuple[Report, tuple[Path, ...]]:
    """Play without a window; give what the session leaves and the files written. Raises Refused on a wrong step."""
    pace = Pace(show.recording.date)
    desk = show.desk(out, pace)
    try:
        for step in show.recording.steps:
            pace.tick()
            refused = do(desk, step)
            if refused is not None:
                raise refused
        return report(desk.session), (desk.path, *export(desk, show.lang, out))
    finally:
        desk.close()


def export(desk: Desk, lang: str, out: Path) -> tuple[Path, ...]:
    """Write every file of a session to a folder."""
    from game.export import export_all

    return export_all(report(desk.session, traces(desk.log())), lang, out, lambda: picture(desk.session, lang))


class Player:
    """Plays a recording at the table, step by step; any key or touch skips to its end. `over` is called once there."""

    def __init__(
        self, show: Show, out: Path, pace: Pace, clock: Callable[[], float], over: Callable[[Stage], None]
    ) -> None:
        self._out, self._time, self._clock, self._over = out, pace, clock, over
        self._steps: Iterator[Recorded] = iter(show.recording.steps)
        self._next = clock() + LONGEST
        self._pace = min(1.0, WHOLE / sum(map(_length, show.recording.steps)))
        self._ended = 0.0
        self.files: tuple[Path, ...] = ()
        """What was written at the end."""

    def __call__(self, stage: Stage, inputs: tuple[Input, ...]) -> bool:
        """Play what is due; tell whether there is more to come."""
        skipped = any(isinstance(one, Key | PointerDown | Press) for one in inputs)
        if self._ended:
            return self._stays(stage, leave=skipped)
        if skipped:
            self._skip(stage)
        elif self._clock() >= self._next:
            self._play(stage, next(self._steps, None))
        return True

    def _play(self, stage: Stage, step: Recorded | None) -> None:
        if step is None:
            self._end(stage)
            return
        self._next = self._clock() + _length(step) * self._pace
        self._shown(stage, step)
        stage.changed()

    def _shown(self, stage: Stage, step: Recorded) -> None:
        self._time.tick()
        looked = step.card if step.kind == LOOK else ""
        stage.ui = replace(following(stage.ui, step.command), spotlight=looked, screen="play", toast=None)
        desk = stage.desk
        if looked or not isinstance(desk, Desk):
            return
        if step.refused and step.command is not None:
            stage.gesture(step.command)
            return
        do(desk, step)
        last = desk.log()[-1] if step.kind == "do" else None
        if last is not None and last.events and not _quick(step):
            stage.say(sentence(desk.session, last.events[-1], speaker(stage.ui.lang)), "info")

    def _skip(self, stage: Stage) -> None:
        if isinstance(stage.desk, Desk):
            for step in self._steps:
                self._time.tick()
                do(stage.desk, step)
        self._end(stage)

    def _end(self, stage: Stage) -> None:
        """Show the credits, and write the files."""
        self._ended = self._clock()
        stage.ui = replace(stage.ui, spotlight="", screen="play", toast=None)
        if isinstance(stage.desk, Desk):
            self.files = (stage.desk.path, *export(stage.desk, stage.ui.lang, self._out))
            said = speaker(stage.ui.lang).say("export.done", folder=str(self._out))
            stage.say(said, "done")
        stage.changed()

    def _stays(self, stage: Stage, *, leave: bool) -> bool:
        if not leave and self._clock() - self._ended < CREDITS:
            return True
        self._over(stage)
        return False


def _quick(step: Recorded) -> bool:
    return type(step.command).__name__ in ("LayToken", "GuessShare")


def _length(step: Recorded) -> float:
    return TOKEN if _quick(step) else LONGEST


def _first(show: Show, out: Path, over: Callable[[Stage], None]) -> tuple[Player, Answer]:
    """Give who plays, and what the table opens on: the session being played."""
    pace = Pace(show.recording.date)
    desk = show.desk(out, pace)
    player = Player(show, out, pace, time.monotonic, over)
    return player, Answer(
        desk=desk, moved=True, view=lambda ui: replace(seated(ui, desk), screen="play"), player=player
    )


def answer(lang: str) -> Answer:
    """Answer home's wish to see the recorded workshop: it stays on its credits."""
    return _first(load(DEMO, lang), folders.sessions() / "demo", lambda _: None)[1]


def watch(show: Show, out: Path, lang: str | None) -> tuple[Path, ...]:
    """Show the recording in the window, and leave it at its end. Gives the session file and the exports."""

    def over(stage: Stage) -> None:
        stage.closing = True

    player, first = _first(show, out, over)
    open_table(first, Requests(picture, answer), lang)
    return player.files
