"""A language of no country: the French sentences, each word longer by 40 %, as a translation may be."""

from __future__ import annotations

import re
from functools import cache
from math import ceil

from game.words.catalogue import Speaker, speaker

MORE = 0.4
"""By how much a word is longer."""
WORD = re.compile(r"\{[^}]*\}|[^\W\d_]+")
"""A place for a fact, which stays, or a word."""


class Pseudo(Speaker):
    """Says what French says at greater length; facts and what a deck brings stay as they are."""

    def __init__(self, lang: str) -> None:
        super().__init__(lang, speaker(lang)._texts)

    def _find(self, key: str, count: int | None) -> str:
        found = super()._find(key, count)
        return found if found == key else WORD.sub(_longer, found)


def _longer(found: re.Match[str]) -> str:
    word = found.group()
    return word if word.startswith("{") else word + word[-1] * ceil(MORE * len(word))


@cache
def pseudo(lang: str) -> Pseudo:
    """Give the speaker that says a language's sentences at greater length."""
    return Pseudo(lang)
