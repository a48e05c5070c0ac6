"""The recorded workshop, told a step at a time: on, back, by itself. It is played in a folder that goes with it, and
nothing else is written unless someone asks.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from game.content.recording import LOOK, REDO, UNDO, Recorded
from game.core.errors import SetupError
from game.core.report import report
from game.desk.desk import Desk
from game.desk.tracing import traces
from game.places import folders
from game.table.answers import Answer, Begun, Ended, Opened, Played, Said, Shown
from game.view.answer.input import Input, Key
from game.view.answer.ui import Ui, cleared, with_pair
from game.view.demo import AT, DO, PLAYS, SAID
from game.view.following import following
from game.wiring.assembly import painting, worded
from game.wiring.assembly import show as open_table
from game.wiring.demo import CREDITS, DEMO, Pace, Player, Show, do, load, quick, seen
from game.wiring.exporting import writing
from game.wiring.rehearsing import rehearsed
from game.wiring.requests import Requests
from game.wiring.seating import seated
from game.words.catalogue import Speaker, speaker
from game.words.history import sentence

WHOLE, LONGEST = 64.0, 4.0
"""Seconds it takes by itself at most, and a step at most: a sentence is read meanwhile."""
KEYS = {"right": "next", "left": "back", "escape": "leave"}


class Narrated:
    """Plays a recording a step at a time, as whoever watches asks, or by itself until someone does."""

    led = True
    """Hands act on what is shown: its own bar."""

    def __init__(self, show: Show, out: Path, clock: Callable[[], float], *, closes: bool) -> None:
        self._show, self._out, self._clock, self._closes = show, out, clock, closes
        self._ready = rehearsed(show.sources, show.recording.agenda)
        try:
            self._room = TemporaryDirectory(prefix="clap-demo-", ignore_cleanup_errors=True)
        except OSError as error:
            raise SetupError("no_scratch") from error
        self._time, self.desk = self._begun()
        self._did: list[bool] = []
        """Of each step played, whether it was a gesture: what may be taken back."""
        self._steps = show.recording.steps
        stops = [i for i, step in enumerate(self._steps, 1) if step.say or not quick(step)]
        self._stops = (0, *stops, *((len(self._steps),) if stops[-1:] != [len(self._steps)] else ()))
        self._at, self._said = 0, [show.recording.title.say(show.lang)]
        self._plays, self._touched, self._over = True, False, False
        self._due = clock() + self._pace
        self.files: tuple[Path, ...] = ()
        """What was written, if it was asked."""

    @property
    def _pace(self) -> float:
        return min(LONGEST, WHOLE / max(1, len(self._stops)))

    @property
    def _last(self) -> int:
        return len(self._stops) - 1

    def opened(self) -> Played:
        """Give what the table opens on."""
        return Played(Opened(self.desk, lambda ui: self._shown(seated(ui, self.desk))), self)

    def __call__(self, ui: Ui, inputs: tuple[Input, ...]) -> Answer | None:
        """Do what was asked, or what is due."""
        if self._over or ui.screen != "play":
            return Ended(closes=False)
        keys = (KEYS.get(one.name, "") for one in inputs if isinstance(one, Key))
        asked = ui.tab(DO, "") or next((way for way in keys if way), "")
        self._touched = self._touched or bool(asked)
        if asked:
            return self._asked(asked, ui)
        if not self._plays or self._clock() < self._due:
            return None
        return self._on() if self._at < self._last else self._ended()

    def _asked(self, way: str, ui: Ui) -> Answer:
        if way == "play":
            self._plays = not self._plays
            self._due = self._clock()
            return Shown(self._shown)
        self._plays = False
        if way == "leave":
            return self._leave()
        if way == "write":
            return self._write(ui.lang)
        if way == "back" and self._at > 0:
            return self._back()
        return self._on() if way == "next" and self._at < self._last else Shown(self._shown)

    def _ended(self) -> Answer | None:
        """Stay on the credits: for ever once someone asked something, else until the table closes of itself."""
        if not self._closes or self._touched:
            self._plays = False
            return Shown(self._shown)
        return Ended(closes=True) if self._clock() - self._due >= CREDITS else None

    def _leave(self) -> Answer:
        self._over = True
        return Ended(closes=True) if self._closes else Opened(None, lambda ui: cleared(ui, "home"))

    def _on(self) -> Shown:
        """Play as far as the next stop."""
        self._at += 1
        told = [self._played(step) for step in self._steps[self._stops[self._at - 1] : self._stops[self._at]]]
        self._said[self._at :] = told[-1:]
        self._due = self._clock() + self._pace
        return Shown(self._shown)

    def _back(self) -> Shown | Opened:
        """Take a stop back; where a fence stands before it, play again from the start as far as the one before."""
        self._at -= 1
        if self._undone(self._stops[self._at]):
            return Shown(self._shown)
        self._time, self.desk = self._begun()
        self._did.clear()
        for step in self._steps[: self._stops[self._at]]:
            self._played(step)
        return Opened(self.desk, lambda ui: self._shown(cleared(ui, "play")))

    def _undone(self, first: int) -> bool:
        """Take back the steps from one on; tell whether all of them could be."""
        for step in reversed(self._steps[first : len(self._did)]):
            if self._did.pop() and (self.desk.redo() if step.kind == UNDO else self.desk.undo()) is not None:
                return False
        return True

    def _played(self, step: Recorded) -> str:
        """Play one step, and note whether it was a gesture; give its sentence."""
        self._time.tick()
        before = self.desk.session
        told = _told(self.desk, step, speaker(self._show.lang))
        self._did.append(self.desk.session is not before)
        return told

    def _begun(self) -> tuple[Pace, Desk]:
        pace = Pace(self._show.recording.date)
        return pace, self._show.desk(Path(self._room.name), pace, self._ready)

    def _shown(self, ui: Ui) -> Ui:
        """Give the view of where it stands, with its sentence."""
        step = self._steps[self._stops[self._at] - 1] if self._at else None
        shown = seen(following(ui, step.command), step.card) if step is not None else seen(ui)
        tabs = shown.tabs
        at, plays = f"{self._at}/{self._last}", "yes" if self._plays else ""
        for strip, tab in ((DO, ""), (AT, at), (SAID, self._said[self._at]), (PLAYS, plays)):
            tabs = with_pair(tabs, strip, tab)
        return replace(shown, tabs=tabs)

    def _write(self, lang: str) -> Begun:
        from game.export import export_all

        left, folder = report(self.desk.session, traces(self.desk.log())), folders.writable(self._out)

        def write(picture: Callable[[], bytes]) -> None:
            self.files = export_all(left, lang, folder, picture)

        spoken = speaker(lang)
        said = Said(spoken.say("export.done", folder=folder.name))
        return writing(painting(self.desk.session, lang), write, spoken, lambda: said)


def _told(desk: Desk, step: Recorded, spoken: Speaker) -> str:
    """Play one step; give its sentence: the author's, else what was refused, or what the gesture did."""
    own = step.say.say(spoken.lang)
    if step.refused and step.command is not None:
        refused = desk.do(step.command)
        return own or (worded(refused, desk.session, spoken) if refused is not None else "")
    back = desk.undoes
    do(desk, step)
    if own:
        return own
    if step.kind == LOOK:
        return spoken.say("demo.look", card=_label(desk, step.card, spoken.lang))
    events = back if step.kind == UNDO else desk.last
    what = " ".join(sentence(desk.session, event, spoken) for event in events)
    return spoken.say(f"log.{step.kind}", what=what) if step.kind in (UNDO, REDO) else what


def _label(desk: Desk, card: str, lang: str) -> str:
    from game.words.names import card_text

    label = card_text(desk.session, card)
    return label.say(lang) if label is not None else card


def answer(lang: str) -> Played:
    """Answer home's wish to see the recorded workshop: it is told a step at a time, and stays on its credits."""
    return Narrated(load(DEMO, lang), folders.sessions() / "demo", time.monotonic, closes=False).opened()


def watch(show: Show, folder: Path | None, lang: str | None) -> tuple[Path, ...]:
    """Show the recording in the window, and leave it at its end. Gives the files written.

    Into a folder, it plays by itself and leaves its session and its exports there; without one it is told a step at a
    time, and writes nothing unless it is asked.
    """
    player: Player | Narrated = (
        Player(show, folder, time.monotonic, closes=True)
        if folder is not None
        else Narrated(show, Path("clap-demo"), time.monotonic, closes=True)
    )
    open_table(player.opened(), Requests(painting, answer), lang)
    return player.files
