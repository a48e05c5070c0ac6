"""The icons a deck may name, by what people call them."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.near import icons, slug
from game.places import shelves

Icon = tuple[str, tuple[str, ...]]
"""An icon's name, and what it shows in French, if that is noted."""


def found(words: str) -> tuple[Icon, ...]:
    """Give the icons that words mean, in French or by their English name, accents and plurals aside; all without any.

    Of several words, those that mean the most of them.
    """
    asked, every = {_root(word) for word in slug(words).split("-") if word}, tuple(_told())
    meant = [len(_words(*icon) & asked) for icon in every]
    most = max(meant, default=0)
    return tuple(icon for icon, n in zip(every, meant, strict=True) if n == most and (n or not asked))


def _told() -> Iterator[Icon]:
    """Give every icon: first those whose meaning is noted."""
    noted: dict[str, tuple[str, ...]] = {}
    for line in (shelves.assets() / "tables" / "icons.txt").read_text(encoding="utf-8").splitlines():
        name, colon, meanings = line.partition(": ")
        if colon and not line.startswith("#"):
            noted[name] = tuple(meanings.split(", "))
    yield from ((name, meanings) for name, meanings in noted.items() if name in icons())
    yield from ((name, ()) for name in sorted(icons()) if name not in noted)


def _words(name: str, meanings: tuple[str, ...]) -> set[str]:
    return {_root(word) for said in (name, *meanings) for word in slug(said).split("-")}


def _root(word: str) -> str:
    """Give a word without the ending of a plural."""
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word
