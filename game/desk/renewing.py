"""A deck that its author saves again while a session plays it: kept in the session's file, one row a version."""

from __future__ import annotations

import base64
import binascii
import zlib
from collections.abc import Mapping, Sequence

from game.content import shelf
from game.content.problems import ContentError, Problem
from game.content.shelf import LARGEST, deck_of
from game.core.cards import Deck
from game.core.errors import JournalError
from game.core.renewal import renewed
from game.desk.replay import DECK, GESTURE
from game.journal.contents import cut
from game.journal.journal import Row


def packed(text: bytes) -> str:
    """Give a deck's text as a row holds it."""
    return base64.b64encode(zlib.compress(text)).decode()


def unpacked(data: str) -> bytes:
    """Give it back. JournalError `damaged`."""
    reader = zlib.decompressobj()
    try:
        text = reader.decompress(base64.b64decode(data, validate=True), LARGEST)
    except (zlib.error, binascii.Error, ValueError) as error:
        raise JournalError("damaged") from error
    if not reader.eof:
        raise JournalError("damaged")
    return text


def latest(first: Deck, rows: Sequence[Row]) -> tuple[Deck, Deck]:
    """Give the deck as it was last played with, and as it is now: the versions nobody played with do not count.

    JournalError `damaged_from` (or `damaged`), `sources_unreadable`.
    """
    played = now = first
    waiting = -1
    for place, row in enumerate(rows):
        if row.kind == DECK:
            waiting = place
        elif row.kind == GESTURE and waiting >= 0:
            played, waiting = renewed(played, _read(rows, waiting)), -1
            now = played
    return played, renewed(played, _read(rows, waiting)) if waiting >= 0 else now


def replaced(sources: Mapping[str, bytes], rows: Sequence[Row]) -> tuple[Problem, ...]:
    """Tell the signs of a session's texts that cannot be shown, of its deck as it was saved last too."""
    texts = [(name, sources[kept]) for kept, name in (("deck", shelf.DECK), ("scenario", shelf.SCENARIO))]
    texts += [(shelf.DECK, unpacked(row.data)) for row in rows if row.kind == DECK][-1:]
    return tuple(dict.fromkeys(shelf.replaced(texts)))


def _read(rows: Sequence[Row], place: int) -> Deck:
    try:
        return deck(rows[place])
    except JournalError as error:
        if error.code != "damaged":
            raise
        raise cut("", rows, place) from error


def deck(row: Row) -> Deck:
    """Give the deck that a row holds. JournalError `damaged`, `sources_unreadable`."""
    try:
        return deck_of(unpacked(row.data))
    except ContentError as error:
        first = error.problems[0]
        raise JournalError("sources_unreadable", problem=f"{first.file}:{first.line} {first.code}") from error
