"""A reference of law: what it asks in a plain sentence, its words, how sure it is and as of when."""

from __future__ import annotations

from game.core.frozen import dataclass
from game.core.text import Text

PLAIN_LIMIT = 200
"""Characters of a plain sentence: it is read to a room."""


@dataclass(frozen=True, slots=True)
class Legal:
    """A legal reference. `confidence` is sure, probable or to-check (domain.md, head).

    `date` (YYYY-MM or YYYY-MM-DD) says as of when; without it, the deck's `law_as_of` does. `plain` says what it asks
    in a sentence anyone understands; decks of format 1 say none.
    """

    text: Text
    confidence: str
    date: str = ""
    plain: Text = Text()
