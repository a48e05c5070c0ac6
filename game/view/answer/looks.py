"""How the whole screen looks and speaks, as whoever sits at it sets it."""

from __future__ import annotations

from game.core.frozen import dataclass


@dataclass(frozen=True, slots=True)
class SetScale:
    """Set both scales in per cent: of everything, 100 to 300, and of what the whole room reads, from 100 on."""

    percent: int
    reading: int


@dataclass(frozen=True, slots=True)
class SetLanguage:
    """Speak another language."""

    lang: str


@dataclass(frozen=True, slots=True)
class SetLooks:
    """Reduce motion or not, and paint in a palette."""

    reduced: bool
    palette: str


@dataclass(frozen=True, slots=True)
class SetBars:
    """Stand the bars at the bottom of the screen, or at its top."""

    low: bool
