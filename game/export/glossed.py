"""The words of the trade that a paper uses, told at its end from the glossary of the deck."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import astuple
from typing import Any

from game.core.glossary import used
from game.export.blocks import Block, Facts, Heading
from game.export.telling import Teller


def glossed(tell: Teller, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Give the heading and the words of these blocks that the deck explains; nothing where it explains none."""
    said = (text for block in blocks for text in _texts(astuple(block)))
    found = used(tell.report.session.workshop.deck.glossary, said, tell.lang)
    if not found:
        return ()
    pairs = tuple((tell.read(term.word), tell.read(term.meaning)) for term in found)
    return (Heading(tell.say("paper.words")), Facts(pairs))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
