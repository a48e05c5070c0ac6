"""Words of the trade and what they mean, for who has just been elected; a paper prints the ones it uses."""

from __future__ import annotations

import re
from collections.abc import Iterable

from game.core.frozen import dataclass
from game.core.text import Text


@dataclass(frozen=True, slots=True)
class Term:
    """A word or an abbreviation of the trade, and what it means in a sentence; `also` are its other forms."""

    id: str
    word: Text
    meaning: Text
    also: tuple[Text, ...] = ()

    def forms(self, lang: str) -> tuple[str, ...]:
        """Give the word and its other forms in `lang`: a plural, a shorter way to say it."""
        return (self.word.say(lang), *(form.say(lang) for form in self.also if form.has(lang)))


def used(terms: Iterable[Term], texts: Iterable[str], lang: str) -> tuple[Term, ...]:
    """Give the terms of which a form stands whole in a text told in `lang` (ISO 639-1), in the order of the words.

    An abbreviation is known by its capitals; any other word may open a sentence.
    """
    said = "\n".join(texts)
    found = [term for term in terms if term.meaning.has(lang) and _stands(term.forms(lang), said)]
    return tuple(sorted(found, key=lambda term: term.word.say(lang).casefold()))


def spans(words: Iterable[str], said: str) -> tuple[tuple[int, int], ...]:
    """Give where each of some words first stands whole in a text, in its order: first character, and after the last.

    Of two that share a character, the longer.
    """
    found = [place for word in words if (place := _found(word, said)) is not None]
    kept: list[tuple[int, int]] = []
    for first, end in sorted(found, key=lambda place: place[0] - place[1]):
        if all(end <= other[0] or first >= other[1] for other in kept):
            kept.append((first, end))
    return tuple(sorted(kept))


def _stands(forms: tuple[str, ...], said: str) -> bool:
    return any(_found(form, said) is not None for form in forms)


def _found(word: str, said: str) -> tuple[int, int] | None:
    first = word[0] if word[:2].isupper() else f"[{re.escape(word[0].lower() + word[0].upper())}]"
    found = re.search(rf"(?<!\w){first}{re.escape(word[1:])}(?!\w)", said)
    return found.span() if found is not None else None
