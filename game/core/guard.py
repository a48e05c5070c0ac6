"""Words that a public contract may not carry: told wherever a text leaves the room, never refused here.

Stems and exceptions are data (the country's file of duties, and the town's own names); this only finds them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from game.core.frozen import dataclass
from game.core.months import plain

GUARDED = ("local", "brand", "label")
_WORD = re.compile(r"[^\W_]+")
_PART = re.compile(r"[^\W_]+\*?|#")
_STOP = re.compile(r"[.;:!?\n]")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Guard:
    """One way of asking for what may not be asked. `kind` is one of GUARDED.

    A text is told when it says one of `words` and, unless there are none, one of `near` at most `within` words away in
    the same sentence; not when it says one of `unless` anywhere. `places`: the town's own names count among `words`.
    Words are compared without case or accents; a star ends a stem, # is a number.
    """

    kind: str
    words: tuple[str, ...]
    near: tuple[str, ...] = ()
    within: int = 3
    unless: tuple[str, ...] = ()
    places: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What a guard found: of which kind, and the very words."""

    kind: str
    said: str


@lru_cache(4096)
def told(guards: tuple[Guard, ...], allowed: tuple[str, ...], places: tuple[str, ...], text: str) -> Told | None:
    """Give the first thing a text may not ask; what `allowed` says is not looked at."""
    found = _Words(text)
    found.forget(allowed)
    for guard in guards:
        if not any(found.spans(guard.unless)):
            span = found.pair(guard, (*guard.words, *places) if guard.places else guard.words)
            if span is not None:
                return Told(guard.kind, found.between(span))
    return None


class _Words:
    """A text word by word."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = list(_WORD.finditer(text))
        self._words = [plain(one[0]) for one in self._at]
        self._sentence = [len(_STOP.findall(text, 0, one.start())) for one in self._at]

    def forget(self, phrases: Iterable[str]) -> None:
        """Take phrases out: their words are there, and say nothing."""
        for start, end in list(self.spans(phrases)):
            self._words[start:end] = [""] * (end - start)

    def spans(self, phrases: Iterable[str]) -> Iterator[Span]:
        """Find each place where one of some phrases is said, as (first word, word after the last)."""
        for phrase in map(_parts, phrases):
            for start in range(len(self._words) - len(phrase) + 1):
                said = self._words[start : start + len(phrase)]
                if all(map(_is, phrase, said)):
                    yield start, start + len(phrase)

    def pair(self, guard: Guard, words: tuple[str, ...]) -> Span | None:
        """Find words said alone, or near enough to others."""
        first = self.spans(words)
        if not guard.near:
            return next(first, None)
        others = list(self.spans(guard.near))
        found = ((one, other) for one in first for other in others if self._close(one, other, guard.within))
        both = next(found, None)
        return (min(both[0][0], both[1][0]), max(both[0][1], both[1][1])) if both is not None else None

    def _close(self, one: Span, other: Span, within: int) -> bool:
        gap = max(one[0] - other[1], other[0] - one[1])
        return 0 <= gap <= within and self._sentence[one[0]] == self._sentence[other[0]]

    def between(self, span: Span) -> str:
        """Give the very words of a place of the text."""
        return self._text[self._at[span[0]].start() : self._at[span[1] - 1].end()]


@lru_cache(1024)
def _parts(phrase: str) -> tuple[str, ...]:
    return tuple(plain(part) for part in _PART.findall(phrase))


def _is(part: str, word: str) -> bool:
    """Tell whether a word is what a part of a phrase asks for; a word taken out is nothing."""
    if not word:
        return False
    if part == "#":
        return word.isdigit()
    return word.startswith(part[:-1]) if part.endswith("*") else word == part
