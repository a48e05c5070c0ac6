"""From the bytes of a YAML file to a tree of nodes with their places: PyYAML's event stream, under limits.

Never `load` nor `compose`: both can crash the process or hang on a small hostile file (libraries.md).
"""

from __future__ import annotations

import codecs
import re
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from game.content.nodes import STRIDE, Broken, Listing, Mapping, Node, Scalar
from game.content.pause import collector_paused
from game.content.problems import LINE_ENDS, Problem
from game.content.syntax import diagnose

BYTES, VALUES, DEPTH, ITEMS = 16_000_000, 1_000_000, 12, 12_000
"""Limits of one file: its size, its values, how deep they nest, the items of one list."""
LINKS = 20
"""Anchors, aliases and merges that are told one by one; a file of more is refused for them alone."""
ENOUGH = 1_000
"""Keys written twice that are noted: a file of nothing else has been made to tire the reader."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_HIDDEN = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Signs that turn the direction of a text: a sentence could be read as another."""


class _Refused(Exception):  # noqa: N818  never leaves this file
    def __init__(self, code: str, line: int, column: int, **facts: str | float) -> None:
        super().__init__(code)
        self.code, self.line, self.column, self.facts = code, line, column, tuple(facts.items())


@collector_paused()
def read_source(data: bytes, file: str, index: int = 0) -> tuple[Node | None, list[Problem]]:
    """Read a file. No tree comes with at least one problem; a tree may come with some.

    `index`: its number among the files read together; the lines of its nodes start at `index` × STRIDE.
    """
    try:
        text, problems = decode(data, file)
        _signs(text)
        reader = _Reader(text, file, index * STRIDE)
        root = reader.document()
    except _Refused as why:
        return None, [Problem(why.code, file, why.line, why.column, why.facts)]
    except yaml.YAMLError as error:
        code, line, column, facts = diagnose(error, LINE_ENDS.split(text))
        return None, [*problems, Problem(code, file, line, column, facts)]
    return root, problems + reader.problems


def decode(data: bytes, file: str) -> tuple[str, list[Problem]]:
    """Decode a file; one that is not UTF-8 is said, and still read as what it seems to be."""
    if len(data) > BYTES:
        raise _Refused("file_too_big", 0, 0, size=round(len(data) / 1e6, 1), limit=BYTES // 1_000_000)
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return data.decode("utf-16", "replace"), [Problem("encoding_utf16", file, 1, 1)]
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError as why:
        return _windows(data, why.start, file)


def _windows(data: bytes, at: int, file: str) -> tuple[str, list[Problem]]:
    before = data[:at].decode("utf-8-sig", "replace")
    lines = LINE_ENDS.split(before)
    sign = data[at : at + 1].decode("cp1252", "replace")
    facts = (("byte", f"{data[at]:02X}"), ("sign", sign))
    return data.decode("cp1252", "replace"), [Problem("encoding_cp1252", file, len(lines), len(lines[-1]) + 1, facts)]


def _signs(text: str) -> None:
    """Refuse signs nobody can see."""
    for code, pattern in (("control_sign", _CONTROL), ("hidden_sign", _HIDDEN)):
        found = pattern.search(text)
        if found:
            lines = LINE_ENDS.split(text[: found.start()])
            raise _Refused(code, len(lines), len(lines[-1]) + 1, sign=f"U+{ord(found[0]):04X}")


def event_parser(text: str) -> Any:
    """Give libyaml's parser, or the slow one where this PyYAML was built without libyaml."""
    if not yaml.__with_libyaml__:
        return yaml.SafeLoader(text)
    from yaml.cyaml import CParser  # type: ignore[attr-defined]

    return CParser(text)


class _Reader:
    def __init__(self, text: str, file: str, first: int) -> None:
        self.file, self._first = file, first
        self.problems: list[Problem] = []
        self._next = event_parser(text).get_event
        self._values = 0
        self._links: list[tuple[int, int]] = []

    def document(self) -> Node:
        self._next()
        event = self._next()
        if not isinstance(event, DocumentStartEvent):
            raise _Refused("file_empty", 0, 0)
        root = self._node(self._next(), 1)
        event = self._next()
        while isinstance(event, DocumentEndEvent):
            event = self._next()
        if not isinstance(event, StreamEndEvent):
            self._say("several_documents", event)
        return root

    def _say(self, code: str, event: Any, **facts: str | int) -> None:
        mark = event.start_mark
        self.problems.append(Problem(code, self.file, mark.line + 1, mark.column + 1, tuple(facts.items())))

    def _link(self, event: Any) -> None:
        """Count an anchor, an alias or a merge: they are told at the first, alone, once there are too many."""
        self._links.append((event.start_mark.line + 1, event.start_mark.column + 1))
        if len(self._links) > LINKS:
            raise _Refused("too_many_links", *self._links[0], limit=LINKS)

    def _node(self, event: Any, depth: int) -> Node:
        mark = event.start_mark
        line, column = mark.line + self._first, mark.column
        self._values += 1
        if self._values > VALUES:
            raise _Refused("too_many_values", mark.line + 1, column + 1, limit=VALUES)
        if isinstance(event, AliasEvent):
            self._link(event)
            self._say("alias", event, name=str(event.anchor)[:60])
            return Broken(line, column)
        if event.anchor or event.tag:
            self._adorned(event)
        if isinstance(event, ScalarEvent):
            return Scalar(line, column, event.value, not event.style)
        if depth > DEPTH:
            raise _Refused("too_deep", mark.line + 1, column + 1, limit=DEPTH)
        return self._collection(event, depth)

    def _adorned(self, event: Any) -> None:
        if event.anchor:
            self._link(event)
            self._say("anchor", event, name=event.anchor[:60])
        if event.tag:
            self._say("tag", event, name=event.tag.replace("tag:yaml.org,2002:", "!!")[:60])

    def _collection(self, event: Any, depth: int) -> Node:
        mark = event.start_mark
        line, column = mark.line + self._first, mark.column
        if isinstance(event, MappingStartEvent):
            return Mapping(line, column, tuple(self._pairs(depth)))
        items: list[Node] = []
        while not isinstance(item := self._next(), SequenceEndEvent):
            if len(items) >= ITEMS:
                raise _Refused("too_many_items", item.start_mark.line + 1, item.start_mark.column + 1, limit=ITEMS)
            items.append(self._node(item, depth + 1))
        return Listing(line, column, tuple(items))

    def _pairs(self, depth: int) -> list[tuple[Scalar, Node]]:
        pairs: list[tuple[Scalar, Node]] = []
        seen: dict[str, Scalar] = {}
        count = 0
        while not isinstance(event := self._next(), MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(self._next(), depth + 1)
            count += 1
            if count > ITEMS:
                raise _Refused("too_many_items", key.line % STRIDE + 1, key.column + 1, limit=ITEMS)
            if not isinstance(key, Scalar):
                self._say("key_not_text", event)
            elif key.value == "<<":
                self._link(event)
                self._say("merge_key", event)
            elif key.value in seen:
                self._twice(seen[key.value], key)
            else:
                seen[key.value] = key
                pairs.append((key, value))
        return pairs

    def _twice(self, first: Scalar, again: Scalar) -> None:
        if len(self.problems) > ENOUGH:
            return
        facts = (("key", again.value[:60]),)
        there = Problem("first_here", self.file, first.line % STRIDE + 1, first.column + 1)
        here = again.line % STRIDE + 1, again.column + 1
        self.problems.append(Problem("key_twice", self.file, *here, facts, (there,)))
