"""XML of strangers, read as it streams by: no entities, no depth, nothing kept but what its reader takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import IO
from xml.parsers import expat

DEEP = 50
"""Elements inside one another: a sheet has six."""
TAG = 1_000_000
"""Bytes of one tag or comment: the parser keeps it whole before it gives it."""
NAMES = 5_000
"""Names of elements and attributes that differ: the format has some hundreds, and the parser keeps each."""
_CHUNK = 65_536


class Tangled(ValueError):  # noqa: N818  told by the caller, with the file
    """A part that no office writes: declarations, endless tags, depth."""


class Heavy(ValueError):  # noqa: N818  told by the caller, with the file
    """More than a workbook may hold once unpacked. `of`: size or cells."""

    def __init__(self, of: str) -> None:
        super().__init__(of)
        self.of = of


@dataclass(slots=True)
class Budget:
    """What a workbook may still spend: bytes once unpacked, elements of XML, signs of its cells.

    A shared text is counted each time it is used: few bytes can be a great many signs.
    """

    size: int
    elements: int
    signs: int

    def use(self, text: str) -> None:
        """Count a cell's text. Raises Heavy when it is more than is left."""
        self.signs -= len(text)
        if self.signs < 0:
            raise Heavy("size")

    def chunks(self, source: IO[bytes]) -> Iterator[bytes]:
        """Give a part chunk by chunk. Raises Heavy when it is more than is left."""
        while chunk := source.read(_CHUNK):
            self.size -= len(chunk)
            if self.size < 0:
                raise Heavy("size")
            yield chunk


class Reader:
    """Takes what it wants of a part; names come without their namespace."""

    def start(self, name: str, given: Mapping[str, str]) -> None:
        """Open an element."""

    def end(self, name: str) -> None:
        """Close an element."""

    def text(self, data: str) -> None:
        """Take a piece of text."""


def walk(source: IO[bytes], reader: Reader, budget: Budget) -> None:
    """Read a part from end to end. Raises Tangled, Heavy, ExpatError."""
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refused
    parser.StartElementHandler, parser.EndElementHandler = _counted(reader, budget)
    parser.CharacterDataHandler = reader.text
    fed = 0
    for chunk in budget.chunks(source):
        parser.Parse(chunk, False)  # noqa: FBT003  the parser's own way
        fed += len(chunk)
        if fed - parser.CurrentByteIndex > TAG or len(parser.intern) > NAMES:
            raise Tangled
    parser.Parse(b"", True)  # noqa: FBT003


def _refused(*_: object) -> None:
    raise Tangled


def _counted(reader: Reader, budget: Budget) -> tuple[Callable[[str, dict[str, str]], None], Callable[[str], None]]:
    """Give the parser's handlers: depth and elements are counted, names are bared."""
    depth, bare = 0, {"": ""}

    def named(name: str) -> str:
        found = bare.get(name)
        if found is None:
            found = bare[name] = name.rpartition("}")[2]
        return found

    def start(name: str, given: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        budget.elements -= 1
        if depth > DEEP:
            raise Tangled
        if budget.elements < 0:
            raise Heavy("cells")
        reader.start(named(name), given)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        reader.end(named(name))

    return start, end
