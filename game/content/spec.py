"""The words of the SPEC tables: what a field may hold, what a thing is made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from game.core.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """What one key holds. `limit`: characters; `low`, `high`: bounds of a number or of the items of a list.

    `to` names the things a reference may point to; `of` and `shape` tell what a list or a mapping holds.
    `fit`: where a text is read (type/faces.py), for whoever checks that it fits there. `since`: the format of the file
    from which the key is known.
    """

    kind: str
    required: bool = True
    low: float = 0
    high: float = 0
    limit: int = 0
    choices: tuple[str, ...] = ()
    to: str = ""
    of: Field | None = None
    shape: Shape | None = None
    fit: str = ""
    since: int = 1


@dataclass(frozen=True, slots=True)
class Shape:
    """A mapping of known keys, and the value it makes.

    `names`: where its `id` is entered, so that it is unique there and can be pointed to; `fresh`: what starts empty
    with each one of it. `check` names a rule on several keys of one thing (walk.py, CHECKS of the caller).
    """

    make: Callable[..., object]
    fields: Mapping[str, Field]
    names: tuple[str, ...] = ()
    fresh: tuple[str, ...] = ()
    check: str = ""


def optional(what: Field) -> Field:
    """Make a field one may leave out: the value's own default stands."""
    return replace(what, required=False)


def lately(what: Field) -> Field:
    """Make a field one may leave out, known since format 2."""
    return replace(what, required=False, since=2)


def formats(last: int) -> Field:
    """The number of a file's format, from 1 to the last."""
    return Field("format", high=last)


def text() -> Field:
    """Plain text, kept as typed: `no`, `12:30` and `0612` stay text."""
    return Field("text")


def words(limit: int = 0, fit: str = "") -> Field:
    """Text in every language of the file, or one plain text for them all; `fit`: where it must fit."""
    return Field("words", limit=limit, fit=fit)


def whole(low: int, high: int) -> Field:
    """A whole number between two bounds, both included."""
    return Field("whole", low=low, high=high)


def number(low: float, high: float) -> Field:
    """A number between two bounds, both included."""
    return Field("number", low=low, high=high)


def name() -> Field:
    """An id of one's own: lower-case letters, digits and single hyphens."""
    return Field("id")


def one_of(*choices: str) -> Field:
    """One word of a closed list."""
    return Field("choice", choices=choices)


def ref(to: str) -> Field:
    """The id of another thing."""
    return Field("ref", to=to)


def plain(kind: str) -> Field:
    """A kind that needs no more than its name: yesno, month, day, colour, icon, letter, cpv, image, licence…"""
    return Field(kind)


def many(of: Field, low: int = 0, high: int = 0) -> Field:
    """List things, at least `low` of them and, unless it is 0, at most `high`."""
    return Field("list", of=of, low=low, high=high)


def thing(shape: Shape) -> Field:
    """One thing made of keys."""
    return Field("thing", shape=shape)


def things(shape: Shape, low: int = 0) -> Field:
    """A list of things made of keys."""
    return many(thing(shape), low)
