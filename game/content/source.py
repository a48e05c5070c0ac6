"""From the bytes of a YAML file to a tree of nodes with their places: PyYAML's event stream, under limits.

Never `load` nor `compose`: both can crash the process or hang on a small hostile file (libraries.md).
"""

from __future__ import annotations

import codecs
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

from game.content import unseen
from game.content.broken.parted import WORDS, again, cuts, lost_card, told
from game.content.broken.recovery import Recovered, recovered
from game.content.nodes import STRIDE, Broken, Listing, Mapping, Node, Scalar
from game.content.pause import collector_paused
from game.content.problems import LINE_ENDS, Problem
from game.content.syntax import diagnose
from game.core.signs import readable

BYTES, VALUES, DEPTH, ITEMS = 16_000_000, 300_000, 12, 12_000
"""Limits of one file: its size, its values, how deep they nest, the items of one list."""
LINKS = 20
"""Anchors, aliases and merges that are told one by one; a file of more is refused for them alone."""
ENOUGH = 1_000
"""Keys written twice that are noted: a file of nothing else has been made to tire the reader."""
LONGEST = 5_000
"""Characters of one value: a page and a half; the longest of our own has a tenth."""


class _Refused(Exception):  # noqa: N818  never leaves this file
    def __init__(self, code: str, line: int, column: int, **facts: str | float) -> None:
        super().__init__(code)
        self.code, self.line, self.column, self.facts = code, line, column, tuple(facts.items())


@collector_paused()
def read_source(data: bytes, file: str, index: int = 0, *, held: bool = False) -> tuple[Node | None, list[Problem]]:
    """Read a file. No tree comes with at least one problem; a tree may come with some.

    `index`: its number among the files read together; the lines of its nodes start at `index` × STRIDE. `held`: the
    text is one that a session keeps and was played: a sign that would stop a file is replaced and said.
    """
    try:
        text, problems = decode(data, file)
        if not held:
            _signs(text)
        root, found = _read(text, file, index * STRIDE, held=held)
    except _Refused as why:
        return None, [Problem(why.code, file, why.line, why.column, why.facts)]
    return root, problems + found


def _read(text: str, file: str, first: int, *, held: bool) -> tuple[Node | None, list[Problem]]:
    """Read a text; one that is no YAML, as far as it can be. Raises _Refused."""
    try:
        reader = _Reader(text, file, first, held=held)
        return reader.document(), reader.problems
    except yaml.YAMLError as error:
        code, line, column, facts = diagnose(error, LINE_ENDS.split(text))
        told = [Problem(code, file, line, column, facts)]
    found = recovered(text, file, event_parser) if code != "too_deep" else None
    if found is None:
        return None, told
    try:
        reader = _Reader(found.text, file, first, held=held, lost=found.lost)
        return reader.document(), found.problems + reader.problems
    except yaml.YAMLError:
        return None, found.problems or told


def broken(text: str) -> Recovered | None:
    """Give what is to be read of a text that is no YAML; None of one that is."""
    return recovered(text, "", event_parser)


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
    for code, pattern in zip(unseen.CODES, (unseen.RAW, unseen.TURNS), strict=False):
        found = pattern.search(text)
        if found:
            lines = LINE_ENDS.split(text[: found.start()])
            raise _Refused(code, len(lines), len(lines[-1]) + 1, sign=unseen.called(found[0]))


def event_parser(text: str) -> Any:
    """Give libyaml's parser, or the slow one where this PyYAML was built without libyaml."""
    if not yaml.__with_libyaml__:
        return yaml.SafeLoader(text)
    from yaml.cyaml import CParser  # type: ignore[attr-defined]

    return CParser(text)


class _Reader:
    def __init__(self, text: str, file: str, first: int, *, held: bool, lost: frozenset[int] = frozenset()) -> None:
        self.file, self._first, self._held, self._lost = file, first, held, lost
        self._text = text if unseen.doubtful(text) else ""
        self.problems: list[Problem] = []
        self._next = event_parser(text).get_event
        self._values = 0
        self._links: list[tuple[int, int]] = []
        self._cuts = cuts(LINE_ENDS.split(text))
        self._begun: dict[int, list[Node]] = {}

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
            if mark.line in self._lost and event.style == "'":
                return Broken(line, column)
            if self._cuts and not event.style:
                self._cut(event)
            return Scalar(line, column, self._value(event), not event.style)
        if depth > DEPTH:
            raise _Refused("too_deep", mark.line + 1, column + 1, limit=DEPTH)
        return self._collection(event, depth)

    def _cut(self, event: Any) -> None:
        """Say that the end of a sentence is read as a comment; after a word or two, a comment is meant."""
        end = event.end_mark
        if self._cuts.get(end.line) == end.column and event.value.count(" ") >= WORDS:
            self.problems.append(Problem("text_cut", self.file, end.line + 1, end.column + 2))

    def _value(self, event: Any) -> str:
        """Give a scalar's value without the signs that nobody sees; each is said once, where it is written."""
        value: str = event.value
        if len(value) > LONGEST and not self._held:
            mark = event.start_mark
            raise _Refused("value_long", mark.line + 1, mark.column + 1, count=len(value), limit=LONGEST)
        if value.isprintable() and (value.isascii() or not self._text):
            return value
        raw = self._text[event.start_mark.index : event.end_mark.index]
        for code, sign in unseen.found(value):
            if len(self.problems) <= ENOUGH or code in ("control_sign", "hidden_sign"):
                self._sign(code, sign, raw, event.start_mark)
        cleaned = unseen.clean(value)
        if not cleaned.strip() or readable(cleaned).strip():
            return cleaned
        self._sign("unseen_sign", cleaned.strip()[0], raw, event.start_mark)  # soft hyphens alone: nothing to draw
        return ""

    def _sign(self, code: str, sign: str, raw: str, mark: Any) -> None:
        start, end = unseen.place(raw, sign)
        before = LINE_ENDS.split(raw[:start])
        column = len(before[-1]) + (mark.column if len(before) == 1 else 0)
        facts = tuple({"sign": unseen.called(sign, raw[start:end])}.items())
        told = "sign_replaced" if self._held and code != "unseen_sign" else code
        self.problems.append(Problem(told, self.file, mark.line + len(before), column + 1, facts))

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
            items += self._begun.pop(depth + 1, [])
        return Listing(line, column, tuple(items))

    def _pairs(self, depth: int) -> list[tuple[Scalar, Node]]:
        pairs: list[tuple[Scalar, Node]] = []
        own = pairs
        seen: dict[str, Scalar] = {}
        twice: list[tuple[Scalar, Scalar, Node]] = []
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
            elif key.value == "id" and key.value in seen and key.line != seen["id"].line:
                seen = {"id": key}
                pairs = self._undashed(key, value, depth)
            elif self._parted(pairs, key, value):
                continue
            elif key.value in seen:
                twice.append((seen[key.value], key, value))
            else:
                seen[key.value] = key
                pairs.append((key, value))
        self._again(own, twice, depth)
        return own

    def _again(self, own: list[tuple[Scalar, Node]], twice: list[tuple[Scalar, Scalar, Node]], depth: int) -> None:
        """Tell keys written twice from those of a card whose first line, that of its id, was lost."""
        begun = lost_card(own, [(key, value) for _, key, value in twice])
        for first, key, _ in twice if begun is None else ():
            self._twice(first, key)
        if begun is not None:
            self.fault("id_line_missing", begun)
            self._begun.setdefault(depth, []).append(begun)

    def _undashed(self, key: Scalar, value: Node, depth: int) -> list[tuple[Scalar, Node]]:
        """Say that a card begins without its dash, and give where its keys go."""
        pairs = [(key, value)]
        self.fault("dash_missing", key)
        begun = Mapping(key.line, key.column, pairs)  # type: ignore[arg-type]  # filled as it is read
        self._begun.setdefault(depth, []).append(begun)
        return pairs

    def _parted(self, pairs: list[tuple[Scalar, Node]], key: Scalar, value: Node) -> bool:
        """Put a text or a number together again that its own comma parted: what follows it is no key."""
        before = pairs[-1][1] if pairs else None
        whole = again(before, key, value) if isinstance(before, Scalar) else None
        if whole is None or not isinstance(before, Scalar):
            return False
        pairs[-1] = (pairs[-1][0], whole)
        if told(before, whole):
            self.fault("comma_in_text", Scalar(before.line, before.column + len(before.value), ","), sign=",")
        return True

    def fault(self, code: str, node: Node, **facts: str) -> None:
        self.problems.append(Problem(code, self.file, node.line % STRIDE + 1, node.column + 1, tuple(facts.items())))

    def _twice(self, first: Scalar, again: Scalar) -> None:
        if len(self.problems) > ENOUGH:
            return
        there = Problem("first_here", self.file, first.line % STRIDE + 1, first.column + 1)
        here = again.line % STRIDE + 1, again.column + 1
        self.problems.append(Problem("key_twice", self.file, *here, (("key", again.value[:60]),), (there,)))
