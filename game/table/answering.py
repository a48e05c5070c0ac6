"""What the table does for what it is asked: gestures to the desk, requests to who answers, sentences to the room."""

from __future__ import annotations

from dataclasses import replace
from queue import SimpleQueue

from game.core.errors import GameError, SetupError
from game.core.moves.move import Event
from game.core.session import Session
from game.core.signs import as_one
from game.desk.background import Job
from game.desk.desk import Desk
from game.table import clipboard
from game.table.answers import Answer, Begun, Ended, Opened, Played, Player, Said, Shown
from game.table.missing import Missing
from game.table.paint import Painter
from game.table.services import Services
from game.table.window import Pane
from game.view import scene
from game.view.answer import input as given
from game.view.answer import intents, touched
from game.view.answer.focus import followed
from game.view.answer.pressing import Effect, leave, settled
from game.view.answer.shelf import Shelf
from game.view.answer.ui import Toast, Told, Ui, with_pair
from game.view.answer.update import nudges, refresh, update
from game.view.following import brought
from game.view.tree.node import Node
from game.view.tree.sight import Memo

SAID = 7
"""Seconds a sentence stays on the screen."""
WORKING = 600
"""Seconds a sentence stays while a job is under way: what the job found comes after it."""


class Answering:
    """A table's session, view and tree, and what inputs do to them. `step` answers inputs, one after the other."""

    def __init__(self, services: Services, window: Pane, desk: Desk | None = None, ui: Ui | None = None) -> None:
        self.services, self.window, self.desk = services, window, desk
        self.ui = replace(ui or Ui(), room=int(services.clock()), notices=desk.notices() if desk is not None else ())
        self.memo, self._missing = Memo(), Missing()
        self.painter = self._painter()
        self.queue: SimpleQueue[given.Input] = SimpleQueue()
        self._seen: Node | None = None
        self.closing = self._tells = False  # to be closed; telling what an input did, with all else it did
        self._wished: Node | None = None
        """The frame that whoever wished to close had before them."""
        self._warned: Toast | None = None
        self._job: Job[Answer] | None = None
        self._begun: Begun | None = None  # work, as long as the loop has its own part of it to do
        self.player: Player | None = None
        self._speaker = services.speakers(self.ui.lang)
        self._shelf = self._listed()
        self.tree = self._tree()
        self._wait_with(desk)

    def _tree(self) -> Node:
        if self._speaker.lang != self.ui.lang:
            self._speaker = self.services.speakers(self.ui.lang)
        seen = scene.sight(self._speaker, self.services.measure, self.window.size, self.ui.percent, self.memo)
        return scene.build(self._session, self.ui, seen, self._shelf)

    def _painter(self) -> Painter:
        return Painter(ground=self.services.ground(self.desk, self.ui), tilt=not self.ui.reduced)

    @property
    def _session(self) -> Session | None:
        return self.desk.session if self.desk is not None else None

    def _now(self) -> int:
        return self.desk.now() if self.desk is not None else int(self.services.clock())

    def _wait_with(self, desk: Desk | None) -> None:
        if desk is not None:
            desk.meanwhile = self.meanwhile

    def meanwhile(self, seconds: float) -> None:
        """Go on as far as one may while the disk is waited for, `seconds` by now: nothing is answered."""

    def step(self, inputs: tuple[given.Input, ...]) -> None:
        """Answer inputs one after the other, in the tree the one before left; hands acted on the frame they saw."""
        for one in inputs:
            ui, effects = update(self.ui, self.tree, self._session, one, self.services.rules, self._seen)
            changed = ui != self.ui or bool(effects)
            self.ui, self._tells = ui, False
            self._all(effects)
            if changed:
                self.changed()

    def changed(self) -> None:
        """Build the tree again; a card that is no longer where a hand took it goes home, and the focus follows."""
        before, self.tree = self.tree, self._tree()
        ui = followed(refresh(self.ui, self.tree, self._session, self.services.rules), before, self.tree)
        if ui is not self.ui:
            self.ui = ui
            self.tree = self._tree()

    def _all(self, effects: tuple[Effect, ...]) -> None:
        """Do things in order; what was pressed beside a text the rules refuse waits until the text is mended."""
        for effect in effects:
            if not isinstance(effect, intents.Commit):
                self._do(effect)
            elif not self._commit(effect.key, effect.command):
                return

    def _do(self, effect: Effect) -> None:
        match effect:
            case intents.Quit():
                self.wish_to_close()
            case intents.Fullscreen():
                self.window.toggle_fullscreen()
            case intents.CopyText() | intents.AskPaste():
                self._heard(clipboard.served(effect, self.queue.put))
            case intents.Tell(key, facts, tone):
                self.say(self._speaker.say(key, **dict(facts)), tone)
            case _:
                self._recorded(effect)

    def wish_to_close(self) -> None:
        """Note that the table is to be closed, and what stood on the screen then; what is being set is set first."""
        self.closing, self._wished = True, self._seen or self.tree
        nudged = nudges(self.ui, self.tree)
        self.ui, left = leave(self.ui)
        if nudged or left:
            self._all((*nudged, *left))
            self.changed()

    def _recorded(self, effect: Effect) -> None:
        match effect:
            case intents.KeepDraft(key, text):
                self._draft(key, text)
            case intents.Undo() | intents.Redo() if self.desk is not None:
                self._marked(self.desk, back=isinstance(effect, intents.Undo))
            case _ if isinstance(effect, intents.Request):
                self.ask(effect)
            case _:
                self.gesture(effect)

    def _draft(self, key: str, text: str) -> None:
        if self.desk is not None:
            self.desk.draft(key, text)

    def _commit(self, key: str, command: Effect) -> bool:
        """Do what a field asks for; a text the rules refuse stays in its field, and on record as a draft.

        A slider that is refused goes back to where it was.
        """
        text = dict(self.ui.texts).get(key, "")
        done = self.gesture(command)
        if done:
            self.ui, text = settled(self.ui, key), ""
        self.ui = replace(self.ui, slides=with_pair(self.ui.slides, key, None))
        self._draft(key, text)
        return done

    def gesture(self, command: Effect) -> bool:
        """Do a gesture of play, or of who draws where nothing is played; tell whether the rules let it be."""
        desk = self.desk
        if desk is None:
            return self.ask(command)
        before, done = desk.session, self._heard(desk.do(command))
        if desk.session is not before:
            self._tell(desk.session, desk.last)
            self.ui = brought(self.ui, *desk.last)
        return done

    def _marked(self, desk: Desk, *, back: bool) -> None:
        """Take back the last gesture, or give it again; what that was is told."""
        before, undone = desk.session, desk.undoes
        if self._heard(desk.undo() if back else desk.redo()):
            self._tell(*((before, undone, "log.undo") if back else (desk.session, desk.last, "log.redo")))

    def _tell(self, session: Session, events: tuple[Event, ...], mark: str = "") -> None:
        """Tell who cannot see it what a gesture did, and all what a mark did; `session` is one that knows it."""
        text = " ".join(self.services.did(session, event, self._speaker) for event in events)
        if mark:
            self.say(text := self._speaker.say(mark, what=text), "done", where=touched.touched(events))
        told, self._tells = self.ui.told if self._tells else Told("", self.ui.told.turn + 1), True
        self.ui = replace(self.ui, told=replace(told, text=as_one((told.text, text)) if told.text else text))

    def _noticed(self) -> None:
        if self.desk is not None:
            self.ui = replace(self.ui, notices=self.desk.notices())
        self._warned = None  # what is at risk is no longer what was told

    def _heard(self, refused: GameError | None) -> bool:
        self._noticed()
        if refused is not None:
            self._failed(refused)
        return refused is None

    def ask(self, request: object) -> bool:
        """Have a request answered; what is refused is said to the room."""
        refused: GameError | None = None
        try:
            self._took(self.services.requests.answer(request, self.desk, self.ui))
        except GameError as error:
            refused = error
        done = self._heard(refused)
        self._shelf = self._listed()  # what was refused may be told there, with the way back
        return done

    def _missed(self) -> None:
        """Note and say, once each, the parts of the screen that could not be shown."""
        odd = {**self.memo.odd, **self.painter.odd}
        note = self.services.fault
        told = self._missing.told(odd, self._speaker, lambda error: note(error, self.desk)) if odd else None
        if told is not None:
            self._failed(told)
            self.changed()

    def _failed(self, error: GameError) -> None:
        self.say(self.services.refusal(error, self._session, self._speaker), "refused")

    def noted(self, error: Exception) -> str:
        """Note an error nobody foresaw where it can be read later; give the sentence that says so."""
        known = error if isinstance(error, GameError) else self.services.fault(error, self.desk)
        return self.services.refusal(known, self._session, self._speaker)

    def _took(self, answer: Answer | None) -> None:
        """Take what was answered. GameError where it cannot be."""
        match answer:
            case Said(text, tone):
                self.say(text, tone)
            case Shown():
                self._shows(answer)
            case Opened(desk):
                told = self._closed(desk)
                self._sit(desk)
                self._shows(answer)
                self.painter = self._painter()
                if told is not None:
                    self._failed(told)
            case Played(opened, player):
                self._took(opened)
                self.player = player
            case Ended(closes):
                self.player, self.closing = None, self.closing or closes
            case Begun():
                self._begin(answer)

    def _shows(self, answer: Shown | Opened) -> None:
        self.ui = replace(answer.view(self.ui), pressed=self.ui.pressed)  # a double click's second press is for it
        self._took(answer.said)

    def _begin(self, answer: Begun) -> None:
        if self._working:
            raise SetupError("still_busy")
        self.say(answer.said.text, answer.said.tone, WORKING)
        self._begun, self._job = answer, None

    def _ahead(self) -> None:
        """Do one more bit of what comes before work that was begun, then have the work done beside the loop."""
        if self._begun is None:
            return
        try:
            next(self._begun.before)
        except StopIteration:
            self._job, self._begun = Job(self._begun.work, kept=self._begun.kept), None

    @property
    def _working(self) -> bool:
        """Tell whether work must be over before the table closes, or begins another."""
        return any(one is not None and one.kept for one in (self._begun, self._job))

    def _listed(self) -> Shelf | None:
        """Give what home lists; under a session or a drawing nobody sees it, and it takes its time."""
        return self.services.requests.shelf() if self.desk is None and self.ui.drawing is None else None

    def _sit(self, desk: Desk | None) -> None:
        """Go to another session, or home, once the former one is closed: nothing of it stays with the table."""
        self.desk, self.closing, self._warned = desk, False, None
        self._job = self._job if self._working else None
        self._wait_with(desk)
        self.memo, self._missing = Memo(), Missing()
        self.ui = replace(self.ui, now=self._now(), toast=None, notices=desk.notices() if desk is not None else ())

    def _closed(self, to: Desk | None) -> GameError | None:
        """Close the session, if `to` is another; give what is to be said of its file. GameError if it cannot be."""
        desk, told = self.desk, None
        if desk is None or desk is to:
            return None
        try:
            desk.close()
        except GameError as error:
            if error.code != "rewritten":
                if to is not None:
                    to.abandon()
                raise
            desk.close()
            told = error
        self.services.left(desk)
        return told

    def say(self, text: str, tone: str, stays: int = SAID, where: tuple[str, ...] = ()) -> None:
        """Say a sentence to the room, for some seconds, and show where it bears."""
        self.ui = replace(self.ui, toast=Toast(text, tone, int(self.services.clock()) + stays, where))
