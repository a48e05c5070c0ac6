"""What of the board a gesture touched: where the table shows what was taken back, or given again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields

from game.core.moves.issues import IssueRenounced
from game.core.moves.move import Event
from game.view.tree.node import Node

SHOWN = {
    "card": ("issue:{}", "card:{}", "pick:{}", "pin:{}", "lever:{}", "fate:{}"),
    "lever": ("lever:{}", "card:{}"),
    "issue": ("issue:{}", "sheet:{}", "pick:{}"),
    "to": ("issue:{}", "pick:{}"),
    "place": ("place:{}",),
    "family": ("row:{}", "head:{}"),
    "seat": ("guess:{}", "answer:{}", "slate:{}", "seat:{}", "row:{}"),
}
"""The keys under which the board shows what an event's fields name. A lever's ends with its card."""


def touched(events: Sequence[Event]) -> tuple[str, ...]:
    """Give the keys of the nodes that may show what events did, those of cards first."""
    named = [pair for event in events for pair in _named(event)]
    keys = (key.format(value) for field in SHOWN for name, value in named if name == field for key in SHOWN[field])
    return tuple(dict.fromkeys(keys))


def _named(event: Event) -> Iterator[tuple[str, str]]:
    told = event.item if isinstance(event, IssueRenounced) else event
    for field in fields(told):  # type: ignore[arg-type]
        value = getattr(told, field.name)
        if isinstance(value, str) and value:
            yield field.name, value


def found(board: Node, keys: Sequence[str]) -> tuple[Node, ...]:
    """Give the nodes of a board that show them; a family's row only where no card nor place does."""
    there = [node for node in board.walk() if node.key in keys or _lever(node.key) in keys]
    close = [node for node in there if not node.key.startswith(("row:", "head:"))]
    return tuple(close or there)


def _lever(key: str) -> str:
    """Give the key of a lever under any issue."""
    parts = key.split(":")
    return f"lever:{parts[-1]}" if parts[0] == "lever" else key
