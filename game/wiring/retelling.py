"""A closed or an open session told again, a step at a time: on, back, by itself, to any step, to the next mark."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from game.core.errors import GameError, SetupError
from game.core.session import Session
from game.desk.desk import free
from game.desk.opening import open_replay, open_session
from game.desk.replay import REDO, UNDO
from game.desk.replaying import Replayed
from game.table.answers import Answer, Ended, Opened, Played, Said, Shown
from game.view.answer.input import Input, Key
from game.view.answer.ui import Ui, cleared, with_pair
from game.view.following import following
from game.view.retelling import AT, DO, MARKS, RUNS, SAID, TRACK
from game.wiring.failures import on_the_wall, told
from game.wiring.seating import seated
from game.words.catalogue import Speaker, speaker
from game.words.history import sentence

PACE = 1.5
"""Seconds a step stands when it goes on by itself."""
STILLS = 12
"""Pictures that tell a session, at most."""
KEYS = {"right": "next", "left": "back", "escape": "leave"}


class Retold:
    """Tells a session again, as whoever watches asks."""

    led = True
    """Hands act on what is shown: its own bar."""

    def __init__(self, desk: Replayed, clock: Callable[[], float] = time.monotonic) -> None:
        self.desk, self._clock = desk, clock
        self._marks = tuple((at, step.mark) for at, step in enumerate(desk.steps, 1) if step.mark)
        self._runs, self._over, self._due = False, False, 0.0

    def opened(self) -> Played:
        """Give what the table opens on."""
        return Played(Opened(self.desk, lambda ui: self.shown(cleared(ui, "play"))), self)

    def __call__(self, ui: Ui, inputs: tuple[Input, ...]) -> Answer | None:
        """Do what was asked, or what is due."""
        if self._over or ui.screen != "play":
            return Ended(closes=False)
        slid = ui.slide(TRACK, self.desk.at)
        asked = ui.tab(DO, "") or next((way for one in inputs if (way := _way(one, ui))), "")
        if asked:
            return self._asked(asked, ui)
        if slid != self.desk.at:
            self._runs = False
            return self._to(slid)
        if self._runs and self._clock() >= self._due:
            return self._on()
        return None

    def _asked(self, way: str, ui: Ui) -> Answer:
        if way == "run":
            self._runs, self._due = not self._runs, self._clock()
            return Shown(self.shown)
        self._runs = False
        if way == "leave":
            self._over = True
            return Opened(None, lambda now: cleared(now, "home"))
        if way == "branch":
            return self._branched(speaker(ui.lang))
        return self._to(self._aim(way))

    def _aim(self, way: str) -> int:
        """Give the step that a button goes to."""
        at, marked = self.desk.at, [at for at, _ in self._marks]
        if way == "before":
            return max((one for one in marked if one < at), default=at)
        if way == "after":
            return min((one for one in marked if one > at), default=at)
        return at + (1 if way == "next" else -1)

    def _on(self) -> Shown:
        self._due = self._clock() + PACE
        self._runs = self.desk.at < len(self.desk.steps)
        return self._to(self.desk.at + 1)

    def _to(self, at: int) -> Shown:
        self.desk.seek(at)
        return Shown(self.shown)

    def _branched(self, spoken: Speaker) -> Answer:
        """Begin an "and if"; where there can be none, say why and stay."""
        try:
            return self._branch(spoken)
        except GameError as error:
            return Shown(self.shown, Said(told(on_the_wall(error), spoken), "refused"))

    def _branch(self, spoken: Speaker) -> Opened:
        """Begin a session that goes on from here, in a file of its own, and play it. Raises GameError."""
        new = branched(self.desk, None, spoken)
        self._over, desk = True, open_session(new)
        return Opened(desk, lambda ui: seated(ui, desk), Said(spoken.say("replay.branched", name=new.stem), "info"))

    def shown(self, ui: Ui) -> Ui:
        """Give the view of the step it stands at."""
        for event in self.desk.step.events:
            ui = replace(following(ui, event), dialog="")
        facts = (
            (DO, ""),
            (AT, f"{self.desk.at}/{len(self.desk.steps)}"),
            (SAID, _told(self.desk, speaker(ui.lang))),
            (RUNS, "yes" if self._runs else ""),
            (MARKS, " ".join(f"{at}:{what}" for at, what in self._marks)),
        )
        tabs = ui.tabs
        for strip, tab in facts:
            tabs = with_pair(tabs, strip, tab)
        return replace(ui, tabs=tabs, slides=with_pair(ui.slides, TRACK, None), dialog="")


def _way(one: Input, ui: Ui) -> str:
    """Give what a key asks for; on the track the arrows are its own."""
    if not isinstance(one, Key) or (ui.focus == TRACK and one.name != "escape"):
        return ""
    return KEYS.get(one.name, "")


def _told(desk: Replayed, spoken: Speaker) -> str:
    """Give the sentence of a step."""
    step = desk.step
    what = " ".join(sentence(step.session, event, spoken) for event in step.events)
    return spoken.say(f"log.{step.kind}", what=what) if step.kind in (UNDO, REDO) else what


def pictured(desk: Replayed, spoken: Speaker, picture: Callable[[Session, str], bytes]) -> Iterator[tuple[bytes, str]]:
    """Give the picture and the sentence of what a session came by: its marks, what was taken back aside, and its end.

    At most STILLS, spread over the session.
    """
    marked = [at for at, step in enumerate(desk.steps, 1) if step.mark not in ("", "undone")]
    every = sorted({*marked, len(desk.steps)})
    for at in sorted({every[round(i * (len(every) - 1) / (STILLS - 1))] for i in range(STILLS)}):
        desk.seek(at)
        said = spoken.say("replay.where", n=at, count=len(desk.steps), said=_told(desk, spoken))
        yield picture(desk.session, spoken.lang), said


def opened(path: Path) -> Replayed:
    """Open a session to tell it again. Raises JournalError; SetupError nothing_to_replay."""
    desk = open_replay(path)
    if not desk.steps:
        desk.close()
        raise SetupError("nothing_to_replay", path=str(path))
    return desk


def branched(desk: Replayed, to: Path | None, spoken: Speaker) -> Path:
    """Write the session that goes on from the step it stands at, beside it or at `to`; give its file.

    Raises SetupError branch_closed, JournalError.
    """
    path = desk.path
    new = to if to is not None else free(path.parent, spoken.say("replay.branch.name", name=path.stem))
    desk.branch(new, spoken.say("replay.branch.title", title=path.stem))
    return new
