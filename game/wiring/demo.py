"""The recorded workshop: played by itself in the window, or without one; either way through the same desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from game.content.recording import LOOK, REDO, UNDO, Recorded, Recording, read_recording
from game.content.shelf import Sources, load_scenario, read_bytes
from game.core.errors import Refused, SetupError
from game.core.frozen import dataclass
from game.core.report import Report, report
from game.desk.clocks import Clocks
from game.desk.desk import Desk, free
from game.desk.opening import new_session
from game.desk.tracing import traces
from game.places import folders, shelves
from game.places.looks import closed, is_file
from game.table.answers import Begun, Ended, Opened, Played, Said, Shown
from game.view.answer.input import Input, Key, PointerDown, Press
from game.view.answer.ui import Ui
from game.view.following import following
from game.wiring.assembly import painting, picture, worded
from game.wiring.exporting import writing
from game.wiring.rehearsing import rehearsed
from game.wiring.seating import seated
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

    def desk(self, folder: Path, pace: Pace, ready: Sources | None = None) -> Desk:
        """Begin its session in a folder, on the day of the recording, at a pace that is the same each time.

        `ready` are its sources, rehearsed before.
        """
        path = free(folders.writable(folder), self.sources.scenario.code)
        rec = self.recording
        title = rec.title.say(self.lang)
        ready = ready or rehearsed(self.sources, rec.agenda)
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
    """Plays a recording at the table, step by step; any key or touch skips to its end; there it may close."""

    led = False

    def __init__(self, show: Show, out: Path, clock: Callable[[], float], *, closes: bool) -> None:
        self._out, self._clock, self._closes = out, clock, closes
        self._time = Pace(show.recording.date)
        self.desk = show.desk(out, self._time)
        self._steps: Iterator[Recorded] = iter(show.recording.steps)
        self._next = clock() + LONGEST
        self._pace = min(1.0, WHOLE / sum(map(_length, show.recording.steps)))
        self._ended, self._written = 0.0, False
        self.files: tuple[Path, ...] = ()
        """What was written at the end."""

    def opened(self) -> Played:
        """Give what the table opens on: the session being played."""
        return Played(Opened(self.desk, lambda ui: replace(seated(ui, self.desk), screen="play")), self)

    def __call__(self, ui: Ui, inputs: tuple[Input, ...]) -> Shown | Begun | Ended | None:
        """Play what is due."""
        skipped = any(isinstance(one, Key | PointerDown | Press) for one in inputs)
        if self._ended and not self._written:
            self._written = True
            return self._write(ui.lang)
        if self._ended:
            return Ended(self._closes) if skipped or self._clock() - self._ended >= CREDITS else None
        if skipped:
            self._skip()
            return self._end()
        return self._play(ui.lang) if self._clock() >= self._next else None

    def _play(self, lang: str) -> Shown:
        step = next(self._steps, None)
        if step is None:
            return self._end()
        self._next = self._clock() + _length(step) * self._pace
        self._time.tick()
        looked = step.card if step.kind == LOOK else ""
        said = self._done(step, lang) if not looked else None
        return Shown(lambda ui: seen(following(ui, step.command), looked), said)

    def _done(self, step: Recorded, lang: str) -> Said | None:
        """Play a step; give what is said of it: a refusal that was recorded, or what it did."""
        if step.refused and step.command is not None:
            refused, session = self.desk.do(step.command), self.desk.session
            return Said(worded(refused, session, speaker(lang)), "refused") if refused is not None else None
        do(self.desk, step)
        last = self.desk.log()[-1] if step.kind == "do" else None
        if last is None or not last.events or quick(step):
            return None
        return Said(sentence(self.desk.session, last.events[-1], speaker(lang)), "info")

    def _skip(self) -> None:
        for step in self._steps:
            self._time.tick()
            do(self.desk, step)

    def _end(self) -> Shown:
        """Show the credits; the files are written next."""
        self._ended = self._clock()
        return Shown(lambda ui: seen(following(ui, None)))

    def _write(self, lang: str) -> Begun:
        from game.export import export_all

        left = report(self.desk.session, traces(self.desk.log()))

        def write(picture: Callable[[], bytes]) -> None:
            self.files = (self.desk.path, *export_all(left, lang, self._out, picture))

        spoken = speaker(lang)
        said = Said(spoken.say("export.done", folder=self._out.name))
        return writing(painting(self.desk.session, lang), write, spoken, lambda: said)


def seen(ui: Ui, card: str = "") -> Ui:
    """Give the view of the play, or of one card large."""
    return replace(ui, spotlight=card, screen="play", toast=None)


def quick(step: Recorded) -> bool:
    """Tell whether a step is one of many alike, that are not told one by one."""
    return type(step.command).__name__ in ("LayToken", "GuessShare")


def _length(step: Recorded) -> float:
    return TOKEN if quick(step) else LONGEST
