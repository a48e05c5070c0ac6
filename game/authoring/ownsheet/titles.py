"""The names trainers give to sheets and columns, told by their words: accents, plurals, order and brackets let pass."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from game.content.near import distance, slug
from game.core.frozen import dataclass
from game.places import shelves

FILE = "tables/cards.txt"
DECK, SORT = "deck", "sort"
"""The sheet that speaks of the deck itself; the column that tells the kind of each row."""
_LANGUAGES = {
    "fr": ["fr", "francais", "francaise", "french"],
    "en": ["en", "anglais", "anglaise", "english"],
}
_TAIL = re.compile(r"[\[(]\s*([a-z]{2})\s*[\])]\s*$", re.IGNORECASE)
_EXACT, _TYPO = 1_000, 1
"""Worth of a heading that is a name of ours and no more; of one that is nearly one."""
_SHORTEST = 5
"""Letters from which a word with one wrong letter is taken for what it is like."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column that is read. `key`: that of the deck's workbook, without its language; `rank` of a thing in a list."""

    column: int
    title: str
    key: str
    lang: str
    rank: int = 1


@dataclass(frozen=True, slots=True)
class Names:
    """The names of kinds, of the column that sorts rows, and of each kind's columns: names → what they stand for.

    `icons`: the words of purchases and policies an icon shows.
    """

    kinds: Mapping[str, str]
    icons: Mapping[str, str]
    sorts: frozenset[str]
    columns: Mapping[str, Mapping[str, str]]


@cache
def names() -> Names:
    """Give the names we know."""
    kinds: dict[str, str] = {}
    icons: dict[str, str] = {}
    sorts: set[str] = set()
    columns: dict[str, dict[str, str]] = {}
    for line in (shelves.assets() / FILE).read_text(encoding="utf-8").splitlines():
        first, *rest = line.split()
        if first == "#":
            continue
        if first == SORT:
            sorts.update(rest)
        elif first in ("kind", "icon"):
            (kinds if first == "kind" else icons).update({_bare(one): rest[0] for one in rest})
        else:
            own = columns.setdefault(first, {})
            own |= {_bare(one): rest[0] for one in rest[1:] if _bare(one) not in own}
    return Names(kinds, icons, frozenset(sorts), columns)


def _bare(text: str) -> str:
    """Give the words of a name as an id, each without the sign of its plural."""
    return "-".join(word[:-1] if len(word) > 3 and word[-1] in "sx" else word for word in slug(text).split("-"))


def kind_of(text: str) -> str:
    """Tell which kind of row a sheet's name or a cell speaks of; nothing when it speaks of none."""
    return _best(_bare(text), names().kinds)


def kind_named(text: str) -> str:
    """Tell which kind of row a cell names and says no more of."""
    return names().kinds.get(_bare(text), "")


def icon_of(name: str) -> str:
    """Give the icon that shows what a family or an axis is called after; nothing when none does."""
    return _best(_bare(name), names().icons)


def known(cell: str) -> str:
    """Give what a heading may stand for in any kind; nothing for one that is not ours."""
    if sorts(cell):
        return SORT
    return next((key for kind in names().columns for _, key, _, _ in _rated(cell, kind, "")), "")


def sorts(cell: str) -> bool:
    """Tell whether a heading is that of the column that tells the kind of each row."""
    return slug(cell) in names().sorts


def read(row: Sequence[str], kind: str, lang: str) -> tuple[Heading, ...]:
    """Give the columns of a line of headings, each key once in each language: the heading that says it best."""
    rated = [
        (worth, Heading(at, " ".join(cell.split()), key, said, rank))
        for at, cell in enumerate(row)
        for worth, key, said, rank in _rated(cell, kind, lang)
    ]
    taken: dict[tuple[str, str, int], Heading] = {}
    columns: set[int] = set()
    for _, one in sorted(rated, key=lambda each: (-each[0], each[1].column)):
        if (one.key, one.lang, one.rank) not in taken and one.column not in columns:
            taken[one.key, one.lang, one.rank] = one
            columns.add(one.column)
    return tuple(sorted(taken.values(), key=lambda one: one.column))


def _rated(cell: str, kind: str, lang: str) -> Iterator[tuple[int, str, str, int]]:
    """Give what a heading is worth as the name of each column it may stand for, in which language, of which rank."""
    tail = _TAIL.search(cell)
    said = tail[1].lower() if tail else lang
    text = _bare(_TAIL.sub("", cell))
    for code, words in _LANGUAGES.items():
        first, _, last = text.rpartition("-")
        if last in words and first:
            text, said = first, code
    number = next((int(word) for word in text.split("-") if word.isdecimal() and 0 < int(word) < 10), 1)
    for worth, key in _alike(text, names().columns.get(kind, {})):
        yield worth, key, said, 1 if key.startswith("pair") else number


def _best(text: str, known: Mapping[str, str]) -> str:
    return max(_alike(text, known), default=(0, ""))[1]


def _alike(text: str, known: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Give what a text may stand for: the names of ours that it is, or holds word by word; else one it nearly is."""
    held = [(len(name), key) for name, key in known.items() if f"-{name}-" in f"-{text}-"]
    if text in known:
        yield _EXACT, known[text]
    yield from ((_TYPO + length, key) for length, key in held)
    near = next((name for name in known if len(name) >= _SHORTEST and distance(text, name) == 1), "")
    if near and not held:
        yield _TYPO, known[near]


def telling(headings: Iterable[Heading]) -> int:
    """Tell how many columns are read, those that any kind has apart."""
    return len({one.key for one in headings} - {"id", "alias", "note", "label", "title"})
