"""What is still to be read of a text that is no YAML: each line that breaks it is named, mended or left out.

The text is taken apart by its indents, the cards at their `- id:`, and each part is tried alone: a fault of one card
hides none of another. A line that cannot be mended is lost, and whoever reads on says nothing more of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import yaml

from game.content.broken import joined
from game.content.broken.blame import Fault
from game.content.broken.line import Meant, colonless, meant, straight
from game.content.near import FRENCH
from game.content.nodes import LOST
from game.content.problems import LINE_ENDS, Problem
from game.content.syntax import diagnose

SIGNS, FAULTS, DEEP, TIMES, ROUNDS = 2_000_000, 100, 12, 8, 12
"""A longer text is told its first fault alone; faults told, levels of indents, faults mended in one line; lines that
only a part as a whole shows to be wrong."""

_KEY = re.compile(r"( *)((?:- +)*)(?:[\"'“«]?([\w-]+)[\"'”»]?\s*:)?")
_TABS = re.compile(r"([ ]*\t[ \t]*)(?:- +)?[\w-]+\s*:(?:\s|$)")
_DASH = re.compile(r"( *)((?:- +)+)")
_ITEM = re.compile(r"\s*[-–—−•‑]")
_VALUED = re.compile(r" *(?:- +)*[\w-]+ *: +[^\s#|>&]")
_PLAIN_KEY = re.compile(r"( *)[\w-]+ *:(?:\s|$)")
_BLOCK = re.compile(r".*:\s+[|>][-+0-9]*\s*$|\s*(?:- +)+[|>][-+0-9]*\s*$")
_CLOSER = re.compile(r"\s*[\]}]")
_KNOWN = re.compile(r"^ *(?:- +)*([a-z_]{2,24}):(?=\s|$)", re.MULTILINE)


class Recovered(NamedTuple):
    """A text that can be read, with as many lines as the one it was made of, and its faults.

    `lost`: the lines (from 0) that nothing is read of; `mended`: those that were put right one by one, as they are now.
    """

    text: str
    problems: list[Problem]
    lost: frozenset[int]
    mended: dict[int, str]


def recovered(text: str, file: str, parser: Callable[[str], Any]) -> Recovered | None:
    """Take a text that is no YAML apart; None when nothing is to be read of it."""
    if len(text) > SIGNS:
        return None
    work = _Work(text, file, parser)
    work.part(0, len(work.lines), 0)
    if not work.problems:
        return None
    mended = {at: work.lines[at] for at in work.mended - work.lost}
    return Recovered("\n".join(work.lines), work.problems, frozenset(work.lost), mended)


def _spaces(tabs: str, known: list[int], before: str) -> int:
    """Tell how many spaces some tabs stand for, after lines of known indents."""
    widths = sorted(len(tabs.replace("\t", " " * width)) for width in (2, 4, 8, 1))
    if before.rstrip().endswith(":"):
        return next((wide for wide in widths if wide > known[-1]), widths[-1])
    return next((wide for wide in reversed(known) if wide in widths), widths[1])


class _Work:
    def __init__(self, text: str, file: str, parser: Callable[[str], Any]) -> None:
        self.lines, self.file, self._parser = LINE_ENDS.split(text), file, parser
        self.problems: list[Problem] = []
        self.lost: set[int] = set()
        self.mended: set[int] = set()
        self._keys = frozenset((*FRENCH, *FRENCH.values(), *_KNOWN.findall(text)))

    def part(self, start: int, stop: int, deep: int) -> None:
        """Mend lines of one indent, and what is under them."""
        if self._broken(start, stop) is None:
            return
        self._untab(start, stop)
        self._level(start, stop)
        for first, last in list(self._groups(start, stop)):
            self._group(first, last, deep)
        for _ in range(ROUNDS):
            error = self._broken(start, stop)
            if error is None or not self._blamed(error, start, stop):
                return

    def _broken(self, start: int, stop: int) -> yaml.YAMLError | None:
        """Tell why some lines are no YAML."""
        next_event = self._parser("\n".join(self.lines[start:stop]) + "\n").get_event
        try:
            while next_event() is not None:
                pass
        except yaml.YAMLError as error:
            return error
        return None

    def _untab(self, start: int, stop: int) -> None:
        """Put spaces in the place of the tabs that indent keys, as many as bring them under others."""
        known, before = [0], start
        for at in range(start, stop):
            tabs = _TABS.match(self.lines[at])
            if tabs is not None:
                wanted = _spaces(tabs[1], known, self.lines[before])
                self._put(at, " " * wanted + self.lines[at][tabs.end(1) :], ("tab", tabs[1].index("\t"), ()))
            if self._filled(at):
                dash = _DASH.match(self.lines[at])
                known += [self._indent(at), *([dash.end()] if dash is not None else [])]
                before = at

    def _indent(self, at: int) -> int:
        return len(self.lines[at]) - len(self.lines[at].lstrip(" "))

    def _filled(self, at: int) -> bool:
        said = self.lines[at].strip()
        return bool(said) and not said.startswith("#")

    def _groups(self, start: int, stop: int) -> Iterator[tuple[int, int]]:
        """Give the runs of lines that begin at the indent of the first one, from and to."""
        filled = [at for at in range(start, stop) if self._filled(at)]
        least = self._indent(filled[0]) if filled else 0
        heads = [at for at in filled if self._indent(at) <= least and not _CLOSER.match(self.lines[at])]
        for i, head in enumerate(heads):
            yield head, heads[i + 1] if i + 1 < len(heads) else stop

    def _group(self, start: int, stop: int, deep: int) -> None:
        """Mend a line and what is under it."""
        self._mend(start, straight)
        if len(self.problems) >= FAULTS or self._broken(start, stop) is None:
            return
        under = next((at for at in range(start + 1, stop) if self._filled(at)), stop)
        if under == stop or deep >= DEEP or _BLOCK.match(self.lines[start]):
            self._line(start)
        elif joined.begins(self.lines[start]):
            self._joined(start, stop)
        else:
            self._head(start, under, stop, deep)
        self._settle(start, stop)

    def _settle(self, start: int, stop: int) -> None:
        """Lose what is still no YAML: a line, else all."""
        error = self._broken(start, stop)
        if error is not None:
            self._blamed(error, start, stop)
            if self._broken(start, stop) is not None:
                self._lose(start, stop)

    def _head(self, start: int, under: int, stop: int, deep: int) -> None:
        self._line(start)
        dash = _DASH.match(self.lines[start])
        if dash is not None:  # the first key of a card stands with the others, behind the dash
            kept = self.lines[start]
            self.lines[start] = " " * dash.end() + kept[dash.end() :]
            self._align(start, stop, dash.end())
            self.part(start, stop, deep + 1)
            self.lines[start] = kept[: dash.end()] + self.lines[start][dash.end() :]
        elif self._holds(start):
            self._align(start, stop, self._indent(start))
            self.part(start, stop, deep + 1)
        else:
            if _ITEM.match(self.lines[under]) is None:
                self._align(under, stop, self._indent(under))
            self.part(under, stop, deep + 1)

    def _holds(self, at: int) -> bool:
        """Tell whether a line has a value of its own, so that the keys under it are not meant to be its."""
        return _VALUED.match(self.lines[at]) is not None

    def _align(self, start: int, stop: int, indent: int) -> None:
        """Put the keys of a group that have a space or two too many or too few where the others are."""
        before = start
        for at in range(start + 1, stop):
            key = _PLAIN_KEY.match(self.lines[at])
            count = len(key[1]) if key is not None else indent
            more = indent < count <= indent + 2 and self._indent(before) == indent and self._holds(before)
            if count < indent or more:
                self._move(at, indent)
            before = at if self._filled(at) else before

    def _level(self, start: int, stop: int) -> None:
        """Put what is one space beside its part where the part is: a dash, or a key after lines that are further."""
        filled = [at for at in range(start, stop) if self._filled(at)]
        indent, items = self._indent(filled[0]), _ITEM.match(self.lines[filled[0]]) is not None
        for before, at in pairwise(filled):
            off = self._indent(at) - indent
            dash = items and abs(off) == 1 and _ITEM.match(self.lines[at])
            if dash or (not items and off == 1 and self._indent(before) > indent + 1 and self._plain_key(at)):
                self._move(at, indent)

    def _plain_key(self, at: int) -> bool:
        return _PLAIN_KEY.match(self.lines[at]) is not None

    def _move(self, at: int, indent: int) -> None:
        count = self._indent(at)
        facts = (("count", count), ("wanted", indent))
        self._put(at, " " * indent + self.lines[at].lstrip(), ("indentation_by", count, facts))

    def _line(self, at: int) -> None:
        """Mend a line that is no YAML by itself."""
        self._mend(at, lambda line: colonless(line, self._keys))
        if not _BLOCK.match(self.lines[at]) and self._broken(at, at + 1) is not None:
            self._mend(at, lambda line: meant(line, self._keys))

    def _mend(self, at: int, way: Callable[[str], Meant | None]) -> None:
        for _ in range(TIMES):
            found = way(self.lines[at])
            if found is None:
                return
            self._put(at, found.line, *found.faults)

    def _joined(self, start: int, stop: int) -> None:
        """Mend a value that goes over several lines."""
        text, places = joined.joined(self.lines[start:stop])
        found = meant(text, self._keys)
        if found is not None:
            for code, column, facts in found.faults:
                line, at = places(column)
                self._say((code, at, facts), start + line)
            self.lines[start:stop] = [found.line, *[""] * (stop - start - 1)]

    def _blamed(self, error: yaml.YAMLError, start: int, stop: int) -> bool:
        """Say what a parser stumbles on, and lose that line; tell whether there was one."""
        code, line, column, facts = diagnose(error, self.lines[start:stop])
        at = min(start + line - 1, stop - 1)
        if at in self.lost or not self._filled(at):
            return False
        before = len(self.problems)
        if code == "colon_missing":
            self._mend(at, lambda line: colonless(line, self._keys))
        if len(self.problems) > before:
            return True
        self._say((code, column - 1, facts), at)
        self._lose(at, at + 1)
        return True

    def _put(self, at: int, line: str, *faults: Fault) -> None:
        """Write a line as it was meant, and say what was wrong with it."""
        for fault in faults:
            self._say(fault, at)
        self.lines[at] = line
        self.mended.add(at)

    def _say(self, fault: Fault, at: int) -> None:
        code, column, facts = fault
        self.problems.append(Problem(code, self.file, at + 1, column + 1, facts))

    def _lose(self, start: int, stop: int) -> None:
        """Put in the place of lines a key without a value."""
        head = _KEY.match(self.lines[start])
        assert head is not None
        self.lines[start] = f"{head[1]}{head[2]}{head[3] or LOST}: ''"
        self.lines[start + 1 : stop] = [""] * (stop - start - 1)
        self.lost.update(range(start, stop))
