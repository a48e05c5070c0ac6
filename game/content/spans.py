"""Where each value of a YAML text stands, to the character: what is needed to change one value and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple, cast

import yaml
from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from game.content.source import event_parser


class Spot(NamedTuple):
    """A value and its place: `text[start:end]`. `kind` is text, list or keys.

    `style` is the quote of a text (`'`, `"`, `|`, `>`, nothing for a plain one). `flow`: a list or mapping written in
    brackets. `entries`: (key, value) pairs of a mapping; in a list the key is None.
    """

    kind: str
    start: int
    end: int
    value: str = ""
    style: str = ""
    flow: bool = False
    entries: tuple[tuple[Spot | None, Spot], ...] = ()

    def get(self, key: str) -> Spot | None:
        """Find the value of a key."""
        return next((value for name, value in self.entries if name is not None and name.value == key), None)

    @property
    def items(self) -> tuple[Spot, ...]:
        """Give the values of a list."""
        return tuple(value for _, value in self.entries)


@lru_cache(maxsize=8)  # a spreadsheet's way in asks half a dozen times for the same text
def spots(text: str) -> Spot:
    """Give the places of a text that `read_source` accepts: its limits are what keeps this reading safe.

    Raises ValueError on a text that is no YAML, or holds what our files may not.
    """
    events = _events(event_parser(text))
    try:
        next(events)
        next(events)
        return _node(text, next(events), events)
    except (yaml.YAMLError, StopIteration) as error:
        raise ValueError(str(error)) from error


def _events(parser: Any) -> Iterator[Any]:
    while (event := parser.get_event()) is not None:
        yield event


def _node(text: str, event: Any, events: Iterator[Any]) -> Spot:
    start, end = event.start_mark.index, event.end_mark.index
    if isinstance(event, ScalarEvent):
        style = event.style or ""
        return Spot("text", start, _last(text, start, end) if style in ("|", ">") else end, event.value, style)
    if isinstance(event, MappingStartEvent):
        return _collection(text, event, events, "keys")
    if isinstance(event, SequenceStartEvent):
        return _collection(text, event, events, "list")
    raise ValueError(type(event).__name__)


def _collection(text: str, opened: Any, events: Iterator[Any], kind: str) -> Spot:
    entries: list[tuple[Spot | None, Spot]] = []
    while not isinstance(event := next(events), MappingEndEvent | SequenceEndEvent):
        first = _node(text, event, events)
        entries.append((first, _node(text, next(events), events)) if kind == "keys" else (None, first))
    flow, closed = bool(opened.flow_style), cast(Any, event.end_mark)
    last = entries[-1][1].end if entries and not flow else int(closed.index)
    return Spot(kind, opened.start_mark.index, last, flow=flow, entries=tuple(entries))


def _last(text: str, start: int, end: int) -> int:
    """Give the end of a block text without the blank lines that follow it."""
    return start + len(text[start:end].rstrip())
