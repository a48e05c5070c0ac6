"""From the cells of a row to what its card should hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias

from game.authoring.sheet.columns import held, listed, values
from game.content.spec import Field, Shape

Want: TypeAlias = "str | list[str] | dict[str, Want] | list[dict[str, Want] | None]"
"""A text; the values of a list; a text by language, or the keys of a thing; things, None for one emptied in between."""


def wanted(what: Shape, cells: Mapping[str, str], prefix: str = "") -> dict[str, Want]:
    """Give what the cells say, empty cells left out."""
    found: dict[str, Want] = {}
    for name, field in what.fields.items():
        value = _field(field, cells, f"{prefix}{name}") if held(field) else None
        if value:
            found[name] = value
    return found


def _field(field: Field, cells: Mapping[str, str], path: str) -> Want | None:
    if field.kind == "words":
        start = f"{path} ["
        return {key[len(start) : -1]: text for key, text in cells.items() if key.startswith(start) and text}
    if field.kind == "thing" and field.shape is not None:
        return wanted(field.shape, cells, f"{path}.")
    if listed(field):
        return values(cells.get(path, ""))
    if field.kind == "list" and field.of is not None and field.of.shape is not None:
        return _things(field.of.shape, cells, path)
    return cells.get(path) or None


def _things(what: Shape, cells: Mapping[str, str], path: str) -> Want:
    rank = re.compile(re.escape(path) + r"\.(\d{1,2})\.")
    ranks = [int(found[1]) for key, text in cells.items() if text and (found := rank.match(key))]
    return [wanted(what, cells, f"{path}.{one}.") or None for one in range(1, max(ranks, default=0) + 1)]
