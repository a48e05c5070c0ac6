"""A purchase family as the deck draws it; the scenario gives its deputy, spend and places."""

from __future__ import annotations

from game.core.frozen import dataclass
from game.core.text import Text

SHORT_LIMIT = 16
"""Characters of a short name, on a tab or beside an icon."""


@dataclass(frozen=True, slots=True)
class Family:
    """A purchase family: told by its colour (#RRGGBB), its lucide icon and its letter, never by colour alone."""

    id: str
    name: Text
    short: Text
    icon: str
    letter: str
    colour: str
