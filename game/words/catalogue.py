"""The catalogue: every sentence shown to a person, by key and language (one gettext file a language)."""

from __future__ import annotations

import errno
import os
from functools import cache
from gettext import GNUTranslations, NullTranslations

from game.places import shelves
from game.words.numbers import number

DOMAIN = "clap"
COMPILED = f"{DOMAIN}.mo"
"""What `make messages` makes of a language's `.po` files."""
FALLBACK = "fr"
"""The language that speaks where a language has no catalogue."""


class Speaker:
    """The catalogue in one language. A key without a sentence is said as it is, and kept in `missing`."""

    def __init__(self, lang: str, texts: NullTranslations) -> None:
        self.lang = lang
        self.missing: set[str] = set()
        self._texts = texts
        self._known: dict[tuple[str, int | None], str] = {}

    def say(self, key: str, /, **facts: object) -> str:
        """Give the sentence of a key, its `{names}` filled with the facts.

        The fact `n` chooses between singular and plural. A number with a fraction is written as the language does, a
        `reason` the system gave in its own words is said in the language.
        """
        count = facts.get("n")
        sentence = self._sentence(key, count if isinstance(count, int) else None)
        if not facts:
            return sentence
        try:
            return sentence.format_map(_Facts({name: self._written(name, fact) for name, fact in facts.items()}))
        except (ValueError, IndexError, AttributeError):  # a translation with stray braces: said as it stands
            return sentence

    def has(self, key: str) -> bool:
        """Tell whether a key has a sentence."""
        return self._find(key, None) != key

    def _sentence(self, key: str, count: int | None) -> str:
        known = self._known.get((key, count))
        if known is None:
            known = self._find(key, count)
            if known == key:
                self.missing.add(key)
            if len(self._known) < KEPT:
                self._known[key, count] = known
        return known

    def _find(self, key: str, count: int | None) -> str:
        plural = key if count is None else self._texts.ngettext(key, key, count)
        return plural if plural != key else self._texts.gettext(key)

    def _written(self, name: str, fact: object) -> object:
        if name == "reason" and isinstance(fact, str) and fact in reasons():
            return self.say(reasons()[fact])
        return number(fact, self.lang) if isinstance(fact, float) else fact


@cache
def reasons() -> dict[str, str]:
    """Give the key of each reason the system may give for not reading or writing a file, by the system's own words."""
    return {os.strerror(getattr(errno, name)): f"os.{name.lower()}" for name in TOLD if hasattr(errno, name)}


TOLD = (
    "EACCES", "EPERM", "ENOENT", "ENOTDIR", "EISDIR", "ENOSPC", "EDQUOT", "EROFS", "EEXIST", "ENAMETOOLONG", "EIO",
    "EBUSY", "ELOOP", "EINVAL", "EMFILE", "EFBIG",
)  # fmt: skip
"""What else the system says is passed on as it stands."""


KEPT = 5_000
"""How many sentences are kept, singular and plural."""


class _Facts(dict[str, object]):
    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


@cache
def speaker(lang: str) -> Speaker:
    """Give the catalogue in a language (an ISO 639-1 code), read once."""
    folder = shelves.assets() / "locale"
    spoken = lang if lang in languages() else FALLBACK
    try:
        with (folder / spoken / "LC_MESSAGES" / COMPILED).open("rb") as file:
            return Speaker(lang, GNUTranslations(file))
    except (OSError, UnicodeDecodeError):  # not worth a table that stays shut: it says its keys
        return Speaker(lang, NullTranslations())


@cache
def languages() -> tuple[str, ...]:
    """Give the languages there are catalogues for."""
    found = (path.parent.parent.name for path in (shelves.assets() / "locale").glob(f"*/LC_MESSAGES/{COMPILED}"))
    return tuple(sorted(found))
