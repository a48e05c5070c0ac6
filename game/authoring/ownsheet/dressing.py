"""What families, axes and stages wear when nobody said: short name, icon, letter, colour."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from game.authoring.ownsheet.titles import icon_of
from game.content.deck import read_deck
from game.content.near import slug
from game.core.cards import Axis, Stage
from game.core.family import SHORT_LIMIT, Family
from game.places import shelves

OFFICIAL = "clap"
"""The deck whose groups lend what they wear to those that are called alike."""
_ICONS = ("circle", "square", "triangle", "diamond", "hexagon", "star", "flag",
          "tag", "octagon", "pentagon", "bookmark", "spade")  # fmt: skip
"""Icons that say nothing: no picture is better than the picture of something else."""
_COLOURS = ("#641000", "#9A3CFF", "#A66600", "#1A8080", "#0A2A8C", "#1F5D3A", "#A3195B", "#4A4A4A", "#5B2A86",
            "#7A5C00", "#005F8F", "#8C1A1A")  # fmt: skip
_WORD = re.compile(r"[a-z]{4,}")
_SMALL = frozenset(
    [
        "de",
        "des",
        "du",
        "la",
        "le",
        "les",
        "et",
        "a",
        "au",
        "aux",
        "en",
        "pour",
        "of",
        "the",
        "and",
        "for",
        "to",
        "d",
        "l",
    ]
)
Group = Axis | Stage | Family


class Wardrobe:
    """Gives each group of a kind what it lacks; no two the same letter, colours apart as long as there are some."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._letters: set[str] = set()
        self._icons: set[str] = set()
        self._colours: set[str] = set()

    def worn(self, cells: dict[str, str]) -> None:
        """Remember what a group already wears."""
        self._letters.add(cells.get("letter", "").casefold())
        self._icons.add(cells.get("icon", ""))
        self._colours.add(cells.get("colour", "").upper())

    def dressed(self, cells: dict[str, str]) -> dict[str, str]:
        """Give a group's cells with all that its kind needs."""
        like = alike(self._kind, cells)
        names = {key[5:]: text for key, text in cells.items() if key.startswith("name ")}
        made = dict(cells)
        icon = next((found for name in names.values() if (found := icon_of(name))), like.icon if like else "")
        made.setdefault("icon", self._new(self._icons, icon, _ICONS))
        if self._kind != "axes":
            for lang, name in names.items():
                made.setdefault(f"short {lang}", short(name))
        if isinstance(like, Stage) and like.part:
            made.setdefault("part", like.part)
        if self._kind == "families":
            own = like if isinstance(like, Family) else None
            made.setdefault("letter", self._letter(next(iter(names.values()), "")))
            made.setdefault("colour", self._new(self._colours, own.colour.upper() if own else "", _COLOURS))
        return made

    def _new(self, taken: set[str], first: str, others: Iterable[str]) -> str:
        wanted = [one for one in (first, *others) if one]
        found = next((one for one in wanted if one not in taken), wanted[len(taken) % len(wanted)])
        taken.add(found)
        return found

    def _letter(self, name: str) -> str:
        wanted = (*slug(name).replace("-", "").upper(), *"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
        found = next((one for one in wanted if one.casefold() not in self._letters), "A")
        self._letters.add(found.casefold())
        return found


def alike(kind: str, cells: dict[str, str]) -> Group | None:
    """Give the group of the official deck that a name shares most words with."""
    said = set(_words(cells.values()))
    worth = [(len(said & set(_words((one.id, *_said(one))))), -at, one) for at, one in enumerate(_official()[kind])]
    count, _, best = max(worth, key=lambda each: each[:2])
    return best if count else None


def place(cells: dict[str, str]) -> int:
    """Tell which place a stage has in a purchase, by the official stage it is called like; -1 when by none."""
    like = alike("stages", cells)
    return next((at for at, one in enumerate(_official()["stages"]) if one is like), -1)


def _said(one: Group) -> Iterator[str]:
    yield from one.name.said
    if not isinstance(one, Axis):
        yield from one.short.said


def _words(texts: Iterable[str]) -> Iterator[str]:
    return (word[:-1] if word[-1] in "sx" else word for text in texts for word in _WORD.findall(slug(text)))


@cache
def _official() -> dict[str, tuple[Group, ...]]:
    file = shelves.deck(OFFICIAL)
    deck, _ = read_deck(file.read_bytes(), str(file))
    assert deck is not None
    return {"families": deck.families, "axes": deck.axes, "stages": deck.stages}


def short(name: str, limit: int = SHORT_LIMIT - 2) -> str:
    """Give a name in few signs: its first words, as many as go in, none left hanging."""
    words: list[str] = []
    for word in re.split(r"\s+", re.split(r"[(:]", name)[0].strip()):
        if len(" ".join([*words, word])) > limit:
            break
        words.append(word)
    while len(words) > 1 and slug(words[-1]) in _SMALL:
        words.pop()
    return " ".join(words).rstrip(" ,;-&/") or f"{name[: limit - 1]}…"
