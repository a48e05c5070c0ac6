"""Which card a problem is in, and what people call it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from game.content.nodes import STRIDE, Listing, Mapping, Node, Scalar
from game.content.problems import Problem

CALLED = ("label", "name", "short", "title", "role", "word", "id")
"""The keys that tell what a thing is called, the best first."""
LONGEST = 40


def named(problems: Iterable[Problem], things: Iterable[Mapping], files: tuple[str, ...]) -> tuple[Problem, ...]:
    """Give problems with the name of the thing each is in; `files` by the stride of the lines of `things`."""
    ordered = sorted(things, key=lambda one: one.line)
    starts = [one.line for one in ordered]
    return tuple(_named(one, ordered, starts, files) for one in problems)


def _named(problem: Problem, things: list[Mapping], starts: list[int], files: tuple[str, ...]) -> Problem:
    if problem.card or not problem.line or problem.file not in files:
        return problem
    line = files.index(problem.file) * STRIDE + problem.line - 1
    at = bisect_right(starts, line) - 1
    return replace(problem, card=called(things[at])) if at >= 0 and line <= _last(things[at]) else problem


def _last(node: Node) -> int:
    """Give the line on which the last value of a node begins."""
    if isinstance(node, Mapping):
        return max((_last(value) for _, value in node.pairs), default=node.line)
    return max(map(_last, node.items), default=node.line) if isinstance(node, Listing) else node.line


def called(thing: Mapping) -> str:
    """Give what a thing is called; nothing when no key says it."""
    given = {key.value: value for key, value in thing.pairs}
    return next((said for key in CALLED if key in given for said in _said(given[key])), "")


def _said(node: Node) -> Iterator[str]:
    """Give the words of a text, in its first language."""
    if isinstance(node, Mapping):
        yield from (said for _, value in node.pairs[:1] for said in _said(value))
    elif isinstance(node, Scalar) and (words := " ".join(node.value.split())):
        yield words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
