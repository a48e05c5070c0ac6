"""From an objective back to the gestures: which rows of the session file speak of a card or of a followed objective."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from game.core.carrying import Traces
from game.desk.replay import GESTURE, Logged

CARDS = ("card", "issue", "lever", "to", "pair", "kept", "tied", "code")
"""Fields of events that name a card or a followed objective."""


def traces(log: Iterable[Logged]) -> Traces:
    """Give the ids of the rows that stand, by the issue card or the objective's code they speak of.

    Of an arbitration, which speaks of two cards, levers are found too.
    """
    found: dict[str, dict[int, None]] = {}
    for line in log:
        if line.kind != GESTURE or not line.stands:
            continue
        for name in (name for event in line.events for name in _names(event)):
            found.setdefault(name, {})[line.id] = None
    return {name: tuple(ids) for name, ids in found.items()}


def _names(event: object) -> Iterator[str]:
    if not is_dataclass(event):
        return
    for part in fields(event):
        value = getattr(event, part.name)
        if part.name in CARDS:
            yield from (value,) if isinstance(value, str) else value
        elif part.name == "item":  # what was renounced
            yield from _names(value)
