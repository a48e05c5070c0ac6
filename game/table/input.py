"""pygame's events as the view's inputs: the mouse and each finger are pointers, and motions are coalesced."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import replace

import pygame

from game.table.contacts import WIDE, Contacts, hand_width
from game.table.mouse import Mouse, pressed
from game.view.answer import input as given
from game.view.answer.turning import PAGE

NAMES = {
    pygame.K_RETURN: "enter",
    pygame.K_KP_ENTER: "enter",
    pygame.K_SPACE: "space",
    pygame.K_ESCAPE: "escape",
    pygame.K_TAB: "tab",
    pygame.K_BACKSPACE: "backspace",
    pygame.K_DELETE: "delete",
    pygame.K_LEFT: "left",
    pygame.K_RIGHT: "right",
    pygame.K_UP: "up",
    pygame.K_DOWN: "down",
    pygame.K_HOME: "home",
    pygame.K_END: "end",
    pygame.K_PAGEUP: "pageup",
    pygame.K_PAGEDOWN: "pagedown",
    pygame.K_F1: "f1",
    pygame.K_F2: "f2",
    pygame.K_F6: "f6",
    pygame.K_F9: PAGE,
    pygame.K_F11: "f11",
}
SIGNS = {"/": "slash", "?": "question", "+": "plus", "-": "minus"}
"""Signs that are keys in themselves, wherever a keyboard has them."""
KEYPAD = {
    pygame.K_KP_1: "end",
    pygame.K_KP_2: "down",
    pygame.K_KP_3: "pagedown",
    pygame.K_KP_4: "left",
    pygame.K_KP_6: "right",
    pygame.K_KP_7: "home",
    pygame.K_KP_8: "up",
    pygame.K_KP_9: "pageup",
    pygame.K_KP_PERIOD: "delete",
}
"""What the keypad does while NumLock is off."""
Finger = given.PointerDown | given.PointerMove | given.PointerUp
HELD = 0.6
"""Seconds from which a key that is let go was held down: less is a tap."""
DOUBLE = 0.4
"""Seconds between two presses under which they may be one, doubled."""


class Reader:
    """Reads pygame's events, and remembers what pygame does not tell: keys that repeat, double clicks, lost releases.

    pygame gives no event's time either. What counts between two presses is the time a hand had to see what the first
    did: that which the table spends waiting, from `shown` to the next `wait`, not what it spends answering.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic, button: Callable[[], bool] | None = None) -> None:
        self._clock = clock
        self._keys: set[int] = set()
        self._fingers: set[str] = set()
        self._contacts = Contacts()
        self.wide = WIDE
        """Millimetres that the screen is wide."""
        self._mouse = Mouse(button or pressed)
        self._at: tuple[int, int] | None = None
        self._since = clock()
        self.taken = self._since, self._since
        """When all that had come was taken, the time before and this time: a contact was still there the time before
        its end was read, however busy the table has been."""
        self.seen = 0.0
        """Seconds that hands had to see what stands on the screen."""
        self._last: dict[str, float] = {}
        self._held: float | None = None
        """Since when the key of the facilitator's page is down."""

    def wait(self, rests: pygame.Clock, *, holding: bool, pace: int = 60) -> list[pygame.Event]:
        """Take what has come, or rest: for a frame of `pace` a second, or shorter for a hand that holds a thing."""
        events = _arrived(rests, holding=holding, pace=pace)
        self.emptied()
        self.seen += self._clock() - self._since
        self._since = self._clock()
        return events

    def emptied(self) -> None:
        """Note that nothing more has come until now."""
        self.taken = self.taken[1], self._clock()

    def shown(self) -> None:
        """Note that a frame stands before the hands: the time to see it starts."""
        self._since = self._clock()

    def read(self, events: Iterable[pygame.Event], size: tuple[int, int]) -> tuple[given.Input, ...]:
        """Translate a batch; of several motions of one pointer in a row only the last is kept."""
        found: list[given.Input] = list(self._mouse.mended())
        for event in events:
            for one in self._all(event, size):
                last = found[-1] if found else None
                if _follows(one, last):
                    found[-1] = one
                else:
                    found.append(one)
        self._mouse.read()
        return tuple(found)

    def _all(self, event: pygame.Event, size: tuple[int, int]) -> tuple[given.Input, ...]:
        match event.type:
            case pygame.KEYDOWN:
                return (self._key(event),)
            case pygame.KEYUP:
                self._keys.discard(_which(event))
                return self._let_go(event)
            case pygame.MOUSEBUTTONDOWN | pygame.MOUSEBUTTONUP | pygame.MOUSEMOTION:
                self._at = event.pos
                return tuple(map(self._told, self._mouse.given(event)))
            case pygame.FINGERDOWN | pygame.FINGERMOTION | pygame.FINGERUP:
                return tuple(map(self._told, self._finger(_finger(event, size), size)))
            case pygame.MOUSEWHEEL:
                return (given.Wheel(*(self._at or pygame.mouse.get_pos()), event.y or -event.x),)
            case pygame.WINDOWSIZECHANGED | pygame.WINDOWMOVED:
                self._mouse.found()
            case pygame.WINDOWFOCUSLOST:
                return self._lost()
        one = _text(event)
        return () if one is None else (one,)

    def _let_go(self, event: pygame.Event) -> tuple[given.Input, ...]:
        """Give the key of the facilitator's page once more where it was held down: the page leaves with it."""
        if NAMES.get(event.key) != PAGE or self._held is None:
            return ()
        held, self._held = self._clock() - self._held, None
        return (_key(event),) if held >= HELD else ()

    def _told(self, one: given.Input) -> given.Input:
        """Tell a press that follows another at once."""
        return replace(one, again=self._again("press")) if isinstance(one, given.PointerDown) else one

    def _again(self, name: str) -> bool:
        last = self._last.get(name)
        self._last[name] = self.seen
        return last is not None and self.seen - last < DOUBLE

    def _key(self, event: pygame.Event) -> given.Input:
        """Read a key: it repeats if it was down already, whatever the time between, since the loop may have waited."""
        repeat = _which(event) in self._keys
        if NAMES.get(event.key) == PAGE and not repeat:
            self._held = self._clock()
        self._keys.add(_which(event))
        one = _key(event)
        return replace(one, repeat=repeat, again=not repeat and self._again(one.name))

    def _finger(self, one: Finger, size: tuple[int, int]) -> tuple[given.Input, ...]:
        """Give what a contact does: nothing for a palm, which takes away what it held before it was known for one."""
        name, point = one.pointer, (one.x, one.y)
        if isinstance(one, given.PointerUp):
            self._fingers.discard(name)
            what = self._contacts.up(name, self.taken[0])
            return (one,) if what == "finger" else (given.PointerGone(name, slow=True),) if what == "slow" else ()
        if isinstance(one, given.PointerMove):
            return (one,) if self._contacts.move(name, point, given.threshold(size)) else ()
        palms = self._contacts.down(name, point, self.taken[1], hand_width(size[0], self.wide))
        self._fingers = self._fingers - {*palms} if palms else self._fingers | {name}
        gone = tuple(given.PointerGone(palm) for palm in palms if palm != name)
        return gone if name in palms else (*gone, one)

    def _lost(self) -> tuple[given.Input, ...]:
        """Let go of all: what comes up while another window has the focus is told to that one."""
        fingers, self._fingers = sorted(self._fingers), set()
        self._contacts.lost()
        self._keys.clear()
        self._mouse.lost()
        return tuple(given.PointerGone(pointer) for pointer in ("mouse", *fingers))


def _arrived(clock: pygame.Clock, *, holding: bool, pace: int) -> list[pygame.Event]:
    events = pygame.event.get()
    if events or not holding:
        if not events:
            clock.tick(pace)
        return events
    first = pygame.event.wait(4)
    return [first, *pygame.event.get()] if first.type != pygame.NOEVENT else []


def _follows(one: given.Input, last: given.Input | None) -> bool:
    """Tell whether a motion goes on from the last one: only where it leads to counts."""
    same = isinstance(one, given.PointerMove) and isinstance(last, given.PointerMove) and one.pointer == last.pointer
    return same or (isinstance(one, given.Hover) and isinstance(last, given.Hover))


def _text(event: pygame.Event) -> given.Input | None:
    match event.type:
        case pygame.TEXTINPUT:
            return given.Typed(event.text)
        case pygame.TEXTEDITING:
            return given.Composing(event.text)
    return None


def _finger(event: pygame.Event, size: tuple[int, int]) -> Finger:
    """Give what a contact does; SDL tells where in shares of the way from the first to the last pixel."""
    pointer = f"finger:{event.touch_id}:{event.finger_id}"
    x, y = round(event.x * (size[0] - 1)), round(event.y * (size[1] - 1))
    if event.type == pygame.FINGERDOWN:
        return given.PointerDown(pointer, x, y)
    kind = given.PointerMove if event.type == pygame.FINGERMOTION else given.PointerUp
    return kind(pointer, x, y)


def _key(event: pygame.Event) -> given.Key:
    mod = event.mod
    alt_graph = bool(mod & pygame.KMOD_MODE) or (bool(mod & pygame.KMOD_RALT) and bool(mod & pygame.KMOD_LCTRL))
    ctrl = bool(mod & (pygame.KMOD_CTRL | pygame.KMOD_META)) and not alt_graph
    shift, alt = bool(mod & pygame.KMOD_SHIFT), bool(mod & pygame.KMOD_ALT)
    pad = _keypad(event, shift=shift)
    if pad:
        return given.Key(pad, ctrl=ctrl, shift=shift and not mod & pygame.KMOD_NUM, alt=alt)
    name = NAMES.get(event.key) or SIGNS.get(getattr(event, "unicode", "")) or pygame.key.name(event.key)
    return given.Key(name, ctrl=ctrl, shift=shift, alt=alt)


def _which(event: pygame.Event) -> int:
    """Tell which key it is on the board, whatever the layout makes of it: that may change while it is down."""
    scancode: int = getattr(event, "scancode", 0)
    return -scancode or event.key


def _keypad(event: pygame.Event, *, shift: bool) -> str:
    """Give what a key of the keypad does when it types nothing: NumLock is off, or Shift is held with it on.

    With NumLock off, Shift types a figure under X11, and selects elsewhere.
    """
    name, lock = KEYPAD.get(event.key, ""), bool(event.mod & pygame.KMOD_NUM)
    if not name or lock == shift:
        return name
    typed = lock or name == "delete" or getattr(event, "unicode", "").isdigit()
    return "" if typed else name
