"""Why one gives something up: reasons a deck proposes, so that one tap says them, in every language of the deck."""

from __future__ import annotations

from collections.abc import Iterable

from game.core.frozen import dataclass
from game.core.text import Text

LIMIT = 80
"""Characters of a reason: it is read on a button."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason of the deck."""

    id: str
    text: Text


def said(reasons: Iterable[Reason], reason: str, lang: str) -> str:
    """Give a recorded reason in `lang` (ISO 639-1) where it is one of the deck's; else the words that were typed."""
    found = next((one.text.say(lang) for one in reasons if reason in one.text.said), "")
    return found or reason
