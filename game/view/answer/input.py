"""What hands, keys and assistive tools do, already freed from any window library."""

from __future__ import annotations

from game.core.frozen import dataclass
from game.view.tree.sight import plain

THRESHOLD = 8
"""Pixels at 1080p a pointer moves before a press becomes a drag."""


def threshold(size: tuple[int, int]) -> float:
    """Give how far a pointer moves before a press becomes a drag, in pixels of a window of a size."""
    return THRESHOLD * max(1.0, plain(size))


@dataclass(frozen=True, slots=True)
class PointerDown:
    """A mouse button or a finger comes down. Pointers: "mouse", or one name a finger.

    `again`: so soon after another that it may be the second of a double click.
    """

    pointer: str
    x: int
    y: int
    again: bool = False


@dataclass(frozen=True, slots=True)
class PointerMove:
    """A pointer that is down moves."""

    pointer: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Hover:
    """The mouse moves, no button down."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class PointerUp:
    """A pointer comes up."""

    pointer: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class PointerGone:
    """A pointer is taken away, by the system or because it is a palm: whatever it holds goes home.

    `slow`: a lone finger that rested too long to be a tap.
    """

    pointer: str
    slow: bool = False


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel turns at a point; `by` notches, positive away from the hand."""

    x: int
    y: int
    by: int


@dataclass(frozen=True, slots=True)
class Key:
    """A key: a name in lower case (tab, enter, space, escape, left, home, a…) and what is held with it.

    `repeat`: the key was down already; a key held down is not pressed again. `again`: the same key was pressed so soon
    before that it may be one press doubled.
    """

    name: str
    ctrl: bool = False
    shift: bool = False
    alt: bool = False
    repeat: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class Typed:
    """Text that arrives: from keys, dead keys, an input method, or the clipboard."""

    text: str


@dataclass(frozen=True, slots=True)
class Composing:
    """Text an input method is still composing."""

    text: str


@dataclass(frozen=True, slots=True)
class Press:
    """An assistive tool presses a node."""

    key: str


@dataclass(frozen=True, slots=True)
class FocusOn:
    """An assistive tool moves the focus."""

    key: str


@dataclass(frozen=True, slots=True)
class SetValue:
    """An assistive tool writes in a field or sets a slider."""

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class Select:
    """An assistive tool puts the caret in a field, or selects from `anchor` to `caret` there."""

    key: str
    anchor: int
    caret: int


@dataclass(frozen=True, slots=True)
class Tick:
    """Whole seconds have passed: `now` of table time, which may stand still, `room` of the room's, which never does.

    Each counts from any fixed moment; without `room`, as much of it has passed.
    """

    now: int
    room: int | None = None


@dataclass(frozen=True, slots=True)
class Still:
    """Nothing was touched for a moment: what follows a hand at once may now be shown as it should be."""


Input = (
    PointerDown | PointerMove | Hover | PointerUp | PointerGone | Wheel | Key | Typed | Composing | Press | FocusOn
    | SetValue | Select | Tick | Still
)  # fmt: skip
