"""Hands that hold while all else happens: random events in the window's queue, and what the last frame had lit.

The frame is read as the room reads it: the ring drawn around what a drop would go to. Each gesture the table then does
is held against it, in the very turn of the drop.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pygame

from game.content.shelf import deck_of
from game.core.moves.flow import EnterPhase
from game.core.moves.issues import LiftIssue, MoveIssue, PlaceIssue
from game.core.moves.levers import LiftLever, MoveLever, PlaceLever
from game.core.moves.votes import LayToken
from game.core.session import Session
from game.view.answer.intents import Camera, Fullscreen, LeaveSession, OpenScreen, PlayDemo, Quit, Several
from game.view.answer.landing import landing
from game.view.tree.node import Node, top_layer
from game.view.tree.sight import Memo
from tests.table.queueing import Queue
from tests.table.real import desk
from tests.table.spots import about
from tests.view.holding import ring

DROPS = (PlaceIssue, MoveIssue, LiftIssue, PlaceLever, MoveLever, LiftLever, LayToken)
FINGERS = (1, 2)
HANDS = ("mouse", *FINGERS)
LEAVING = (PlayDemo, LeaveSession, OpenScreen, Quit, Fullscreen)
PHASES = ("enjeux", "leviers", "arbitrage")


@dataclass
class Lit:
    """What a frame had lit under a hand: the spot within the ring, if there is one, and the session it showed."""

    spot: object
    session: Session


@dataclass
class Storm(Queue):
    """A table in a storm of events. `dropped` counts drops on something lit, `asked` those that ended in a question."""

    dropped: int = 0
    asked: int = 0
    wrong: list[str] = field(default_factory=list)
    done: list[object] = field(default_factory=list)

    def __post_init__(self) -> None:
        gesture = self.table.gesture

        def heard(command: object) -> bool:
            rows = len(desk(self.table).log())
            done = gesture(command)
            if len(desk(self.table).log()) > rows:
                self.done.append(command)
            return done

        self.table.gesture = heard  # type: ignore[method-assign]
        self.table.window.show = lambda tree, painter: 0  # type: ignore[method-assign]  # what is shown is the tree

    def blow(self, count: int) -> None:
        """Give so many events."""
        self.table.turn(self._clock)  # type: ignore[arg-type]
        while self.events < count:
            self._settled()
            self.dice.choice(WINDS)(self)

    def _settled(self) -> None:
        """Leave what is in the way now and then: dialogs, questions, other screens, the end of the session."""
        ui = self.table.ui
        if (ui.menu or ui.dialog or ui.spotlight or ui.choice) and self.dice.random() < 0.3:
            self.table.ui = replace(ui, dialog="", menu=False, spotlight="", choice=None, about="", pending=None)
        session = desk(self.table).session
        if session.phase not in PHASES or session.ballot.closed or session.paused:
            self.table.gesture(EnterPhase(self.dice.choice(PHASES)))
        if self.dice.random() < 0.02:
            self.table.gesture(EnterPhase(self.dice.choice(PHASES)))
        self.table.changed()
        self.turn()

    # What hands do.

    def lift(self) -> None:
        """Take something, and carry it over something."""
        hand = self.dice.choice([one for one in HANDS if one not in self._down] or HANDS)
        things = self.nodes(lambda node: node.drags is not None)
        if hand in self._down or not things:
            return
        x, y = self.dice.choice(things).box.centre
        self.pointer(hand, "down", (x, y))
        self.pointer(hand, "move", (x + 25, y - 25))
        self.turn()

    def carry(self) -> None:
        """Carry something over what is lit for it, mostly."""
        if not self._down:
            return
        hand = self.dice.choice(list(self._down))
        held = next((held for held in self.table.ui.held if held.pointer == name(hand) and held.dragging), None)
        boxes = [node.box for node in self.nodes(lambda node: node.accepts is not None)]
        if held is not None and self.dice.random() < 0.8:
            boxes = [target.box for target in landing(held, self.table.tree.kids[0]).targets] or boxes
        if boxes:
            box = self.dice.choice(boxes)
            at = (box.x + self.dice.randrange(max(1, box.w)), box.y + self.dice.randrange(max(1, box.h)))
            self.pointer(hand, "move", at)
            self.turn()

    def journey(self) -> None:
        """Lift, carry on the way while other things happen, and drop."""
        self.lift()
        for _ in range(self.dice.choice((1, 1, 2))):
            self.carry()
            if self.dice.random() < 0.4:
                self.dice.choice(BESIDES)(self)
                self.turn()
        self.drop()

    def drop(self) -> None:
        """Let go, after a few other things in the same queue: what the last frame had lit must be what is recorded."""
        if not self._down:
            return
        hand = self.dice.choice(list(self._down))
        lit = self.lit(hand)
        size = self.table.window.size
        besides = self.dice.choice((0, 0, 1, 2))
        for _ in range(besides):
            self.dice.choice(BESIDES)(self)
        self.done.clear()
        choice = self.table.ui.choice
        self.pointer(hand, "up", self._down[hand])
        self.turn()
        if size == self.table.window.size:
            self.told(hand, lit, choice, alone=not besides)

    def lit(self, hand: object) -> Lit:
        node = ring(self.table.tree, name(hand))
        return Lit(node.accepts if node is not None else None, desk(self.table).session)

    def told(self, hand: object, lit: Lit, choice: object, *, alone: bool = False) -> None:
        """Hold what was done against what was lit: the same spot, or a question about it, or nothing at all."""
        drops = [one for one in self.done if isinstance(one, DROPS)]
        self.dropped += len(drops)
        now = self.table.ui.choice
        if now is not None and now is not choice:
            self.asked += 1
            drops += [command for _, command in now.answers if not drops]
        if alone and lit.spot is not None and not drops:
            self.wrong.append(f"{hand}: lit {lit.spot}, nothing done")
        for one in drops:
            if not about(lit.session, lit.spot, one):
                self.wrong.append(f"{hand}: lit {lit.spot}, done {one}")

    def press(self) -> None:
        """Press anything, with a hand that is free."""
        free = [one for one in HANDS if one not in self._down]
        nodes = self.nodes(lambda node: node.acts and not leaves(node.does))
        if free and nodes:
            at, hand = self.dice.choice(nodes).box.centre, self.dice.choice(free)
            for _ in range(self.dice.choice((1, 1, 2))):
                self.pointer(hand, "down", at)
                self.pointer(hand, "up", at)
            self.turn()

    def keyed(self) -> None:
        """Walk, lift and drop by the keys; what Enter drops is what was lit too."""
        node = self.table.tree.find(self.table.ui.focus) if self.table.ui.focus else None
        carried = any(held.pointer == "keys" for held in self.table.ui.held)
        lit, choice = self.lit("keys"), self.table.ui.choice
        key = self.dice.choice((*KEYS, *((pygame.K_RETURN,) * 4 if carried else ())))
        if not carried and node is not None and leaves(node.does):
            key = pygame.K_TAB
        if carried and self.dice.random() < 0.3:
            self.dice.choice(BESIDES)(self)
        self.done.clear()
        self.key(key, times=self.dice.choice((1, 1, 3)))
        self.turn()
        if carried and key == pygame.K_RETURN:
            self.told("keys", lit, choice)

    def focused(self) -> None:
        things = self.nodes(lambda node: node.drags is not None)
        if things:
            self.table.ui = replace(self.table.ui, focus=self.dice.choice(things).key, focus_seen=True, editing=None)
            self.table.changed()
            self.key(pygame.K_RETURN)
            self.turn()

    # What else happens.

    def undo(self) -> None:
        self.key(self.dice.choice((pygame.K_z, pygame.K_y)), pygame.KMOD_LCTRL)

    def escape(self) -> None:
        self.key(pygame.K_ESCAPE)

    def page(self) -> None:
        self.key(self.dice.choice((pygame.K_PAGEDOWN, pygame.K_PAGEUP)))

    def resize(self) -> None:
        pygame.display.set_mode(self.dice.choice(((1920, 1080), (1366, 768), (1280, 1024))), pygame.RESIZABLE)
        self.post(pygame.WINDOWSIZECHANGED)
        self.turn()

    def speak(self) -> None:
        self.after(lambda: replace(self.table.ui, lang=self.dice.choice(("fr", "en"))))

    def enlarge(self) -> None:
        self.after(lambda: replace(self.table.ui, percent=self.dice.choice((100, 100, 125, 150, 175, 225))))

    def look(self) -> None:
        camera = Camera(self.dice.random(), self.dice.random(), self.dice.choice((1.0, 1.5, 3.0)))
        self.after(lambda: replace(self.table.ui, camera=camera))

    def turned(self) -> None:
        strip = self.dice.choice((("council", ("vote", "tensions", "picks")), ("board", ("map", "ledger", "hand"))))
        tabs = (*self.table.ui.tabs, (strip[0], self.dice.choice(strip[1])))
        self.after(lambda: replace(self.table.ui, tabs=tuple(dict(tabs).items())))

    def renewed(self) -> None:
        """Save the deck with another word in it."""
        text = self.deck.replace(b"Eau", self.dice.choice((b"Eau", b"Eaux", b"L'eau")))
        desk(self.table).refresh(text, deck_of(text))
        self.table.memo = Memo()
        self.table.changed()
        self.turn()

    def unfocused(self) -> None:
        self.post(pygame.WINDOWFOCUSLOST)
        self.post(pygame.WINDOWFOCUSGAINED)
        self._down.clear()
        self.turn()

    def rested(self) -> None:
        self.turn()

    def after(self, change: Callable[[], object]) -> None:
        """Change the view in the next turn, before what is in the queue: as another hand's press would."""
        step = self.table.step

        def first(inputs: tuple[object, ...]) -> None:
            self.table.step = step  # type: ignore[method-assign]
            self.table.ui = change()  # type: ignore[assignment]
            self.table.changed()
            step(inputs)  # type: ignore[arg-type]

        self.table.step = first  # type: ignore[method-assign,assignment]
        self.events += 1

    def nodes(self, wanted: Callable[[Node], bool]) -> list[Node]:
        """Give what can be reached on the frame, in the window."""
        tree = self.table.tree
        return [node for node in top_layer(tree).walk() if wanted(node) and tree.box.holds(*node.box.centre)]


def name(hand: object) -> str:
    """Give the pointer's name of a hand: the mouse, the keys, or a finger's number."""
    return hand if isinstance(hand, str) else f"finger:1:{hand}"


def leaves(does: object) -> bool:
    things = does.things if isinstance(does, Several) else (does,)
    return any(isinstance(thing, LEAVING) or type(thing).__name__ in ENDS for thing in things)


ENDS = ("CloseSession", "CloseBallot", "Export", "ReviewSession", "OpenSession", "NewSession", "TryFolder", "ReadData",
        "FindData")  # fmt: skip
KEYS = (pygame.K_RETURN, pygame.K_SPACE, pygame.K_TAB, pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN,
        pygame.K_ESCAPE, pygame.K_PAGEDOWN, pygame.K_s)  # fmt: skip
BESIDES = (Storm.wheel, Storm.wheel, Storm.page, Storm.speak, Storm.enlarge, Storm.look, Storm.turned, Storm.undo,
           Storm.escape)  # fmt: skip
WINDS = (
    *(Storm.lift, Storm.carry, Storm.drop) * 3,
    *(Storm.journey,) * 12,
    *(Storm.press, Storm.keyed, Storm.keyed, Storm.focused) * 2,
    Storm.wheel, Storm.page, Storm.resize, Storm.speak, Storm.enlarge, Storm.look, Storm.turned, Storm.undo,
    Storm.escape, Storm.renewed, Storm.unfocused, Storm.rested,
)  # fmt: skip
