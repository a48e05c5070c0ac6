"""A YAML file as a tree of values with their places."""

from __future__ import annotations

from typing import NamedTuple

STRIDE = 100_000_000
"""Lines set apart for one file: a node of file k, of those read together, has a line from k × STRIDE on."""
LOST = "x-lost"
"""The key that stands for a line nothing is read of: what holds it is not told to be incomplete."""


class Scalar(NamedTuple):
    """A value as written; `plain` when it has no quotes. Places count from 0."""

    line: int
    column: int
    value: str
    plain: bool = True


class Listing(NamedTuple):
    """A list."""

    line: int
    column: int
    items: tuple[Node, ...]


class Mapping(NamedTuple):
    """Keys and values, in the order of the file. Of a key written twice, the first is kept."""

    line: int
    column: int
    pairs: tuple[tuple[Scalar, Node], ...]


class Broken(NamedTuple):
    """A value already said to be wrong: nothing more is said of it."""

    line: int
    column: int


Node = Scalar | Listing | Mapping | Broken
