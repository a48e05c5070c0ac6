"""Photographs of a paper table, as their dialog shows them; `wiring/photographs.py` reads them."""

from __future__ import annotations

from game.core.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """A photograph that may be read: its path, its name, the kind of place it is in (as papers' places)."""

    path: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Shot:
    """A photograph that was read: its path, its name, and a JPEG of it with what was read drawn over."""

    path: str
    name: str
    picture: bytes


@dataclass(frozen=True, slots=True)
class Photos:
    """The photographs there are, those read together, and what they show.

    `lying` and `unsure` are sentences; `commands` place what is sure, phase by phase, `cards` of them.
    """

    found: tuple[Found, ...] = ()
    shots: tuple[Shot, ...] = ()
    lying: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    commands: tuple[object, ...] = ()
    cards: int = 0
    choosing: bool = True

    @property
    def paths(self) -> tuple[str, ...]:
        """Give the paths of those read."""
        return tuple(one.path for one in self.shots)


@dataclass(frozen=True, slots=True)
class FindPhotos:
    """List the photographs there are, beside the session, on the desktop, on a stick; keep those that were read."""


@dataclass(frozen=True, slots=True)
class ReadPhotos:
    """Read photographs of one table, together."""

    paths: tuple[str, ...]


Asking = FindPhotos | ReadPhotos
