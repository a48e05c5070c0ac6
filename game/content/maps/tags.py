"""The table of data (assets/town/tags.yaml) by which other people's maps are understood: properties, words, topics."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from game.content.near import slug
from game.content.nodes import Listing, Node, Scalar
from game.content.nodes import Mapping as Keyed
from game.content.source import read_source
from game.core.errors import SetupError
from game.core.frozen import dataclass
from game.core.text import Text
from game.places import shelves

FILE = "town/tags.yaml"
ANY = "*"
Rule = tuple[tuple[str, frozenset[str]], ...]
"""Properties, and for each the values that fit, folded: ANY for whatever it is, "" for none."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What draws a kind and class of the ground."""

    kind: str
    cls: str
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of place: how it is called, how many are proposed, what is bought for it (topics), how it is known."""

    id: str
    label: Text
    most: int
    topics: tuple[str, ...]
    rules: tuple[Rule, ...]
    words: tuple[str, ...]
    vague: bool = False
    """Its rules fit other sorts too: a word of the name says better what it is."""


@dataclass(frozen=True, slots=True)
class Topic:
    """Something councils buy: the words a family is known by, the prefixes of its codes."""

    id: str
    words: frozenset[str]
    cpv: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tags:
    """The whole table."""

    names: tuple[str, ...]
    headings: tuple[frozenset[str], frozenset[str]]
    """Words of a heading that is a name's: those that say so, one of which it has, and those that say of what."""
    english: tuple[str, ...]
    called: tuple[str, ...]
    codes: tuple[str, ...]
    """Properties that give an outline the official code of its commune."""
    ground: tuple[Ground, ...]
    sorts: tuple[Sort, ...]
    topics: tuple[Topic, ...]
    private: tuple[Rule, ...]
    """What is not the town's: shops and hotels."""
    speaking: frozenset[str]
    """Properties that say what an object is: the words of its name are then not asked."""
    looked: frozenset[str]
    """Every property that a rule looks at."""
    read: frozenset[str]
    """Those of them that are no names, and those of another table: an object that has none of them is bare."""


@cache
def tags() -> Tags:
    """Read the table. Raises SetupError when it is not that of this program."""
    data = (shelves.assets() / FILE).read_bytes()
    root, problems = read_source(data, FILE)
    if root is None or problems:
        raise SetupError("data_missing", folder=FILE)
    return _table(_plain(root))


def _plain(node: Node) -> Any:
    if isinstance(node, Keyed):
        return {key.value: _plain(value) for key, value in node.pairs}
    if isinstance(node, Listing):
        return [_plain(one) for one in node.items]
    return node.value if isinstance(node, Scalar) else ""


def _table(root: dict[str, Any]) -> Tags:
    ground = tuple(Ground(one["kind"], one.get("class", ""), _rules(one["when"])) for one in root["ground"])
    sorts = tuple(_sort(one) for one in root["places"])
    private = _rules(root["private"])
    rules = [*private, *(rule for one in ground for rule in one.rules), *(rule for one in sorts for rule in one.rules)]
    looked = frozenset(key for rule in rules for key, _ in rule)
    return Tags(
        names=tuple(map(str.casefold, root["names"])),
        headings=(frozenset(root["headings"]["says"]), frozenset(root["headings"]["of"])),
        english=tuple(map(str.casefold, root["english"])),
        called=tuple(map(str.casefold, root["called"])),
        codes=tuple(map(str.casefold, root["codes"])),
        ground=ground,
        sorts=sorts,
        topics=tuple(
            Topic(name, frozenset(map(slug, one["words"])), tuple(one["cpv"])) for name, one in root["topics"].items()
        ),
        private=private,
        speaking=frozenset(root["speaking"]),
        looked=looked,
        read=(looked | set(root["tagged"])) - set(root["names"]),
    )


def _sort(one: Mapping[str, Any]) -> Sort:
    words = tuple(dict.fromkeys(map(slug, one["words"])))
    label = Text(one["label"]["fr"], one["label"]["en"])
    return Sort(
        one["id"],
        label,
        int(one["most"]),
        tuple(one["topics"]),
        _rules(one["when"]),
        words,
        "vague" in one,
    )


def _rules(when: list[dict[str, Any]]) -> tuple[Rule, ...]:
    return tuple(tuple((key.casefold(), _values(said)) for key, said in one.items()) for one in when)


def _values(said: str | list[str]) -> frozenset[str]:
    return frozenset(ANY if one == ANY else slug(one) for one in (said if isinstance(said, list) else [said]))
