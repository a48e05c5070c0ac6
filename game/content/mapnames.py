"""Names and words that a map's objects carry, as they can be drawn: drawing tools put anything there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import isfinite
from typing import Any

from game.content import unseen
from game.core.signs import on_one_line, readable

READ = ("name", "name_en", "class", "id")
"""The properties of an object that are read as words; its kind is one of a list."""
LONGEST = 80
"""Characters of a name that are drawn: longer than any street's, shorter than a picture's width."""
Oddity = tuple[str, tuple[tuple[str, str | int], ...]]


def name(known: Mapping[str, Any], key: str) -> str:
    """Give a property as a line of text. What is null, a list, keys, yes or no is no name; a number is its figures."""
    value = known.get(key)
    if value is None or isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    if isinstance(value, int):
        return _cut(str(value))
    if isinstance(value, float) and not isfinite(value):
        return ""
    text = f"{value:.15g}" if isinstance(value, float) else value
    return _cut(on_one_line(readable(unseen.clean(text))).strip())


def _cut(line: str) -> str:
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


def oddities(known: Mapping[str, Any]) -> Iterator[Oddity]:
    """Give what is to be said of the properties that are not drawn as they are written; null is no name, and usual."""
    for key in READ:
        value = known.get(key)
        if isinstance(value, str):
            yield from _text(key, value)
        elif value is not None and not name(known, key):
            yield "map_name_odd", (("key", key),)


def _text(key: str, value: str) -> Iterator[Oddity]:
    if value.isascii() and value.isprintable() and len(value) <= LONGEST:
        return
    for _, sign in unseen.found(value[:LONGEST]):
        yield "map_name_sign", (("key", key), ("sign", unseen.called(sign)))
    if len(value.strip()) > LONGEST:
        yield "map_name_long", (("key", key), ("count", len(value)), ("limit", LONGEST))
