"""The state of the view: what the room looks at and what its hands hold. Nothing here is recorded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field, replace
from typing import Any, TypeVar

from game.core.frozen import dataclass
from game.core.session import Session
from game.view.answer.faults import Fault
from game.view.answer.gesture import Gesture
from game.view.answer.gestures import PlaceSpot, Ruling
from game.view.answer.intents import Camera, Choice, Commit
from game.view.answer.leading import Leading, silent
from game.view.answer.papers import Papers
from game.view.answer.photos import Photos
from game.view.answer.survey import Survey
from game.view.tree import theme
from game.view.tree.node import Node

Value = TypeVar("Value")
Pairs = tuple[tuple[str, str], ...]
WHOLE = Camera()


@dataclass(frozen=True, slots=True)
class Spelled:
    """The letters typed while the keys carry a card, and the search it came from (its field's key), if any."""

    text: str = ""
    back: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """What one pointer holds: which node, since where; once it is a drag, what the rules say of each spot.

    Where those spots lie is not kept: it is read off the board that is shown (view/landing.py).
    """

    pointer: str
    node: Node
    start: tuple[int, int]
    now: tuple[int, int]
    session: Session | None
    dragging: bool = False
    grip: tuple[float, float] = (0.5, 0.5)
    """Where on the node it was taken, as shares of its width and height."""
    rulings: tuple[Ruling, ...] = ()
    lang: str = ""  # the language the rulings are told in
    board: Node | None = field(default=None, compare=False, repr=False)
    """The board whose spots the rules were asked about last."""
    over: str = ""
    """The key of the target the keys went to; a pointer's is what lies under it."""
    pulls: str = ""
    """The list that a drag scrolls (a finger's from a card, along it alone: answer/touch.py)."""
    plan: str = ""
    """The plan that a drag moves, whatever lies under the pointer."""
    pinch: Camera | None = None
    """What it showed when a second finger came down beside this one."""
    spelled: Spelled = Spelled()
    touched: int = 0  # when it last moved (`Ui.now`)


@dataclass(frozen=True, slots=True)
class Editing:
    """A text being typed. `anchor` is the other end of the selection. `was` holds older texts for the field's undo."""

    key: str
    text: str
    caret: int
    anchor: int
    limit: int = 0
    lines: bool = False
    live: bool = False
    commit: Gesture | None = None
    slot: str = "text"
    composing: str = ""
    start: str = ""
    was: tuple[tuple[str, int], ...] = ()
    undone: tuple[tuple[str, int], ...] = ()
    over: int = 0
    """Characters last put in that found no room; below zero, those that made it too long."""
    touched: int = 0
    saved: str = ""
    touch: bool = False  # a finger came to it, or opened it: keys stand on the screen


@dataclass(frozen=True, slots=True)
class Writing:
    """The texts of fields: left there, and the one being typed."""

    texts: Pairs = ()
    editing: Editing | None = None

    def text(self, key: str, default: str = "") -> str:
        """Give the text of a field: being typed, left there, or the default."""
        if self.editing is not None and self.editing.key == key:
            return self.editing.text
        return dict(self.texts).get(key, default)

    def of(self, key: str) -> Editing | None:
        """Give the text being typed, if it is this field's."""
        return self.editing if self.editing is not None and self.editing.key == key else None

    def has(self, key: str) -> bool:
        """Tell whether a field holds a text of its own, left or being typed."""
        return self.of(key) is not None or key in dict(self.texts)

    def under(self, prefix: str) -> Writing:
        """Give the same of the fields alone whose keys begin so."""
        editing = self.editing if self.editing is not None and self.editing.key.startswith(prefix) else None
        return Writing(tuple(pair for pair in self.texts if pair[0].startswith(prefix)), editing)


@dataclass(frozen=True, slots=True)
class Toast:
    """A sentence said to the room until its clock tells `until` seconds; `where`: keys of what it is about."""

    text: str
    tone: str
    until: int
    where: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """What the last gesture did, for who cannot see it; `turn` counts, so that the same is told again."""

    text: str = ""
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Ui:
    """All that the view knows beyond the session. `now` and `room` are whole seconds of input.Tick: what the session
    counts is told by `now`, how long a sentence stands or a text rests by `room`.
    """

    screen: str = "home"
    lang: str = "fr"
    percent: int = 100  # the hands' scale: boards, hands of cards, forms
    reading: int = 100
    """The room's scale, that of the podium (parts/podium.py), in per cent; where it is under the hands', theirs."""
    reduced: bool = False
    palette: str = theme.DAY
    """The look of the screen, one of `theme.PALETTES`; nothing is built with it, it is painted with it."""
    low: bool = False  # the bars stand at the bottom, within reach of who sits before a wall
    focus: str = ""
    focus_seen: bool = False
    hovered: str = ""  # what the mouse lies on, where it shows no word
    held: tuple[Held, ...] = ()
    pressed: Node | None = field(default=None, compare=False, repr=False)  # the last one, as it was then
    finger: bool = field(default=False, compare=False)  # one acted last: it has no keys but those on the screen
    toast: Toast | None = None
    told: Told = Told()
    now: int = 0
    room: int = 0
    tabs: Pairs = ()
    texts: Pairs = ()
    scrolls: tuple[tuple[str, int], ...] = ()
    slides: tuple[tuple[str, int], ...] = ()
    nudged: int = 0
    """When an arrow last moved a slider (`Ui.room`)."""
    editing: Editing | None = None
    camera: Camera = WHOLE
    afoot: Camera | None = None
    """What the plan looks at while a hand moves it, or the wheel turns: it is laid out again once it rests."""
    menu: bool = False
    dialog: str = ""
    about: str = ""
    pending: Commit | None = None
    """A change that waits for its reason in the dialog "reason" (answer/reasons.py): an intents.Commit."""
    spotlight: str = ""
    choice: Choice | None = None
    back: tuple[str, ...] = ()
    """Where the focus returns when each layer over the screen closes, the lowest first (view/focus.py)."""
    arrived: str = ""
    """Where the focus went of itself: the second of two quick presses of a key is not meant for what stands there."""
    notices: Pairs = ()
    """Facts that stand until they are gone: ("disk", "3"), ("read_only", "")."""
    faults: tuple[Fault, ...] = ()
    """What is wrong in the deck's files; the deck on the table is the last good one."""
    drawing: object = None
    """The town whose places are drawn, before it is played (view/answer/drawn.py)."""
    papers: Papers = Papers()
    survey: Survey = Survey()
    photos: Photos = Photos()
    offered: tuple[str, ...] = ()
    """The places that may take what is held, where the plan has to make room for them (`takers`)."""
    lead: Leading = Leading()

    def tab(self, strip: str, default: str) -> str:
        """Give the chosen tab of a strip."""
        return dict(self.tabs).get(strip, default)

    def text(self, key: str, default: str = "") -> str:
        """Give the text of a field: being typed, left there, or the default."""
        return self.writing.text(key, default)

    @property
    def writing(self) -> Writing:
        """Give the texts of fields."""
        return Writing(self.texts, self.editing)

    def scroll(self, key: str) -> int:
        """Give how far a list is scrolled, in pixels."""
        return dict(self.scrolls).get(key, 0)

    def slide(self, key: str, default: int) -> int:
        """Give a slider's number while it is held or not yet accepted."""
        return dict(self.slides).get(key, default)

    def notice(self, key: str) -> str | None:
        """Give a standing notice, if it stands."""
        return dict(self.notices).get(key)

    @property
    def looking(self) -> Camera:
        """Give what the plan looks at now."""
        return self.afoot or self.camera

    def rested(self) -> Ui:
        """Give the same with the plan at rest where it was moved to."""
        return self if self.afoot is None else replace(self, camera=self.afoot, afoot=None)

    def steady(self) -> Ui:
        """Give the same without hands, focus, toast and the room's clock: what lies below the hands is given."""
        return replace(
            self, held=(), pressed=None, finger=False, focus="", focus_seen=False, toast=None, told=Told(), room=0,
            nudged=0, back=(), arrived="", hovered="",
        )  # fmt: skip

    def takers(self) -> tuple[str, ...]:
        """Give the places that may take what is held."""
        rulings = (ruling for held in self.held if held.dragging for ruling in held.rulings if ruling.legal)
        return tuple(sorted({ruling.spot.place for ruling in rulings if isinstance(ruling.spot, PlaceSpot)}))

    def covered(self) -> Ui:
        """Give the same without clock and layers over the screen: what the body of a screen is given."""
        return replace(
            self, now=0, menu=False, dialog="", about="", pending=None, spotlight="", choice=None, survey=Survey(),
            photos=Photos())  # fmt: skip

    def only(
        self,
        *,
        tabs: tuple[str, ...] = (),
        scrolls: tuple[str, ...] = (),
        fields: str = "?",
        slides: str = "?",
        camera: bool = False,
        offered: bool = False,
    ) -> Ui:
        """Give the same with these tabs and scrolled lists alone, and the fields and sliders whose keys begin so.

        What else the room does leaves a part given this as it is; `tests/view/test_kept.py` holds that no more is read.
        """
        writing = self.writing.under(fields)
        return Ui(
            screen=self.screen,
            lang=self.lang,
            percent=self.percent,
            reading=self.reading,
            reduced=self.reduced,
            camera=self.camera if camera else WHOLE,
            afoot=self.afoot if camera else None,
            offered=self.offered if offered else (),
            tabs=tuple(pair for pair in self.tabs if pair[0] in tabs),
            scrolls=tuple(pair for pair in self.scrolls if pair[0] in scrolls),
            texts=writing.texts,
            editing=writing.editing,
            slides=tuple(pair for pair in self.slides if pair[0].startswith(slides)),
        )


def with_pair(pairs: tuple[tuple[str, Value], ...], key: str, value: Value | None) -> tuple[tuple[str, Value], ...]:
    """Set one key of a tuple of pairs, or take it away when the value is None."""
    rest = tuple(pair for pair in pairs if pair[0] != key)
    return rest if value is None else (*rest, (key, value))


def with_faults(faults: tuple[Fault, ...]) -> Callable[[Ui], Ui]:
    """Give the change of view that tells what is wrong in the deck's files; none closes the dialog that lists them."""

    def changed(ui: Ui) -> Ui:
        return replace(ui, faults=faults, dialog="" if not faults and ui.dialog == "problems" else ui.dialog)

    return changed


ROOMS = ("lang", "percent", "reading", "reduced", "palette", "low", "now", "room", "notices", "lead")
"""What belongs to the room, whatever is shown in it."""


def cleared(ui: Ui, screen: str) -> Ui:
    """Give a view that keeps only what belongs to the room: language, screen, distance, size, looks, time."""
    kept: Any = {name: getattr(ui, name) for name in ROOMS} | {"lead": silent(ui.lead)}
    return Ui(screen=screen, tabs=tuple(pair for pair in ui.tabs if pair[0] in ("screen", "seat")), **kept)
