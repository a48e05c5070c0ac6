"""Which families of a deck buy for what, told by the words they are called by: the topics of the table of tags."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from game.content.maps.tags import Sort, Topic, tags
from game.content.near import slug
from game.core.cards import Deck
from game.core.family import Family

TOGETHER = 3
"""Families a place is proposed for, at most."""


@dataclass(frozen=True)
class Buyers:
    """The families of a deck, known by what they buy."""

    deck: Deck

    @cached_property
    def topics(self) -> dict[str, tuple[str, ...]]:
        """Give the families of each topic, those whose name speaks most of it first."""
        return {topic.id: tuple(self._speaking(topic)) for topic in tags().topics}

    def _speaking(self, topic: Topic) -> list[str]:
        worth = [(_spoken(family, topic), family.id) for family in self.deck.families]
        return [family for count, family in sorted(worth, key=lambda one: -one[0]) if count]

    def of_sort(self, sort: Sort | None) -> tuple[str, ...]:
        """Give the families a sort of place is for; all of them for a place of no sort, or that none speaks of."""
        wanted = sort.topics if sort else ()
        found = tuple(dict.fromkeys(family for topic in wanted for family in self.topics[topic][:1]))
        return found[:TOGETHER] or tuple(family.id for family in self.deck.families)

    def of_code(self, cpv: str, title: str) -> tuple[str, bool]:
        """Give the family that buys what a code of the common vocabulary names, else what a title speaks of.

        Also tells whether that is known rather than guessed.
        """
        cuts = ((len(cut), topic.id) for topic in tags().topics for cut in topic.cpv if cpv and cpv.startswith(cut))
        for _, topic in sorted(cuts, reverse=True):
            if self.topics[topic]:
                return self.topics[topic][0], True
        said = set(slug(title).split("-"))
        spoken = [(len(said & topic.words), topic.id) for topic in tags().topics if self.topics[topic.id]]
        count, topic = max(spoken, default=(0, ""))
        return (self.topics[topic][0] if count else self.deck.families[0].id), False

    def codes(self, family: str) -> tuple[str, ...]:
        """Give the codes a family buys under: those of its topics, as eight digits."""
        found = (cut for topic in tags().topics if family in self.topics[topic.id][:1] for cut in topic.cpv)
        return tuple(dict.fromkeys(cut.ljust(8, "0") for cut in found))


def _spoken(family: Family, topic: Topic) -> int:
    return len(topic.words & set(_words((family.id, *family.name.said, *family.short.said))))


def _words(texts: Iterable[str]) -> Iterable[str]:
    return (word for text in texts for part in re.split(r"\W+", text) for word in [slug(part)] if word)
