"""Words an objective may not be written with: vague verbs, and preferences for a place that the law forbids."""

from __future__ import annotations

from functools import lru_cache

from game.core.months import plain
from game.core.scenario import Wording
from game.core.text import Text


def vague_word(wording: Wording, *texts: Text) -> str:
    """Give the vague verb a text opens with, if any (domain.md 7.1)."""
    said = [f"{_letters(words)} " for text in texts for words in text.said]
    return next((word for word in wording.vague if any(words.startswith(f"{_letters(word)} ") for words in said)), "")


def local_word(wording: Wording, *texts: Text) -> str:
    """Give the local preference a text asks for, if any: illegal in a contract (domain.md 0.5)."""
    return spoken(wording.local, *texts)


def spoken(words: tuple[str, ...], *texts: Text) -> str:
    """Give the first of some words that a text says in any language, if any; compared as whole words."""
    held = [f" {_letters(said)} " for text in texts for said in text.said]
    return next((word for word in words if any(f" {_letters(word)} " in said for said in held)), "")


@lru_cache(4096)
def _letters(text: str) -> str:
    return " ".join("".join(sign if sign.isalnum() else " " for sign in plain(text)).split())
