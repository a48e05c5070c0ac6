"""Words that a public contract may not carry: told wherever a text leaves the room, never refused here.

Stems and exceptions are data (the country's file of duties, and the town's own names); this only finds them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import count

from game.core.frozen import dataclass
from game.core.months import plain

GUARDED = ("local", "brand", "label")
_WORD = re.compile(r"[^\W_]+")
_PART = re.compile(r"\^?[^\W_]+\*?|[#^]")
STEM = 4
"""Letters by which stems are looked up."""
_STOP = re.compile(r"[.;:!?\n]")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Guard:
    """One way of asking for what may not be asked. `kind` is one of GUARDED.

    A text is told when it says one of `words` and, unless there are none, one of `near` at most `within` words away in
    the same sentence; not when it says one of `unless` anywhere. `places`: the town's own names count among `words`.
    Words are compared without case or accents; a star ends a stem, # is a number, ^ a proper name (a capital, then
    small letters, within a sentence) and ^word that very name.
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
        before = [-1, *self._sentence]
        self._named = [
            len(one[0]) > 1 and one[0].istitle() and before[i] == before[i + 1] for i, one in enumerate(self._at)
        ]

    def forget(self, phrases: tuple[str, ...]) -> None:
        """Take phrases out: their words are there, and say nothing."""
        for start, end in list(self.spans(phrases)):
            self._words[start:end] = [""] * (end - start)

    def spans(self, phrases: tuple[str, ...]) -> Iterator[Span]:
        """Find each place where one of some phrases is said, as (first word, word after the last)."""
        known = _known(phrases)
        for start, word in enumerate(self._words):
            for phrase in (*known.whole.get(word, ()), *known.stems.get(word[:STEM], ()), *known.any):
                if start + len(phrase) <= len(self._words) and self._all(phrase, start):
                    yield start, start + len(phrase)

    def _all(self, phrase: tuple[str, ...], start: int) -> bool:
        return self._says(phrase[0], start) and all(map(self._says, phrase[1:], count(start + 1)))

    def _says(self, part: str, at: int) -> bool:
        word = self._words[at]
        if part[0] == "^":
            return self._named[at] and word != "" and part[1:] in ("", word)
        return _is(part, word)

    def pair(self, guard: Guard, words: tuple[str, ...]) -> Span | None:
        """Find words said alone, or near enough to others: the closest."""
        first = self.spans(words)
        if not guard.near:
            return next(first, None)
        others = list(self.spans(guard.near))
        both = [(*one, *other) for one in first for other in others if self._close(one, other, guard.within)]
        found = [(min(ends[::2]), max(ends[1::2])) for ends in both]
        return min(found, key=lambda span: span[1] - span[0], default=None)

    def _close(self, one: Span, other: Span, within: int) -> bool:
        gap = max(one[0] - other[1], other[0] - one[1])
        if not 0 <= gap <= within or self._sentence[one[0]] != self._sentence[other[0]]:
            return False
        between = self._text[self._at[min(one[1], other[1]) - 1].end() : self._at[max(one[0], other[0])].start()]
        return within > 0 or "," not in between

    def between(self, span: Span) -> str:
        """Give the very words of a place of the text."""
        return self._text[self._at[span[0]].start() : self._at[span[1] - 1].end()]


@dataclass(frozen=True, slots=True)
class _Known:
    """Phrases by how they begin: with a word, with a stem (its first letters), with a number or a name."""

    whole: dict[str, list[tuple[str, ...]]]
    stems: dict[str, list[tuple[str, ...]]]
    any: list[tuple[str, ...]]


@lru_cache(256)
def _known(phrases: tuple[str, ...]) -> _Known:
    known = _Known(defaultdict(list), defaultdict(list), [])
    for parts in filter(None, (tuple(map(plain, _PART.findall(phrase))) for phrase in phrases)):
        first = parts[0]
        if first[-1] == "*" and len(first) > STEM:
            known.stems[first[:STEM]].append(parts)
        elif first[0] in "#^" or first[-1] == "*":
            known.any.append(parts)
        else:
            known.whole[first].append(parts)
    return known


def _is(part: str, word: str) -> bool:
    """Tell whether a word is what a part of a phrase asks for; a word taken out is nothing."""
    if not word:
        return False
    if part == "#":
        return word.isdigit()
    return word.startswith(part[:-1]) if part.endswith("*") else word == part
