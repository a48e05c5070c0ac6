"""A reference of law: what it asks in a plain sentence, its words, how sure it is and as of when."""

from __future__ import annotations

from collections.abc import Iterable

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


@dataclass(frozen=True, slots=True)
class Page:
    """Where a text of law can be read: `cites` is what a reference calls it (CCP), `name` its own name."""

    cites: Text
    name: Text
    address: str


def page_of(pages: Iterable[Page], legal: Legal, lang: str) -> Page | None:
    """Give the official page of the text that a reference cites first, as it is told in a language (ISO 639-1)."""
    said = legal.text.say(lang)
    found = [(said.find(page.cites.say(lang)), at, page) for at, page in enumerate(pages)]
    return min((one for one in found if one[0] >= 0), default=(0, 0, None))[2]
