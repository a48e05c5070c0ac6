"""The words of the ground as they are written, level or along a line: their letters, measured, and their boxes."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, cached_property, lru_cache
from itertools import accumulate, pairwise
from math import atan2, ceil, cos, degrees, hypot, radians, sin
from pathlib import Path
from typing import NamedTuple

from game.core.frozen import dataclass
from game.core.town import Extent, Point
from game.type.fonts import face_file
from game.type.ground import LETTERS, Letters
from game.type.measure import Scale, whole
from game.type.ttf import Ttf

HALO = 2.0
"""Pixels of the halo around letters, at 1080p."""
HALF = 0.66
"""Half the height that letters take, of their size: from the middle of a capital to its accent, or under a tail."""
LEAN = 0.1
"""The share of its size by which a leaning letter reaches out of its room, on both sides together."""
BEND, SWEEP, STRAIGHT = 16.0, 75.0, 3.0
"""Degrees by which a letter may turn from the one before it, and any from the first; up to the last, none does."""
PLATE = 7.0
"""Pixels from the letters on a plate to its ends."""


@dataclass(frozen=True, slots=True)
class Run:
    """Letters on one straight line: their middle, in pixels of the picture, and the degrees they turn to the left."""

    text: str
    x: float
    y: float
    turn: float = 0.0


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the ground: how it is written (a key of `LETTERS`), its size in pixels, and the boxes that hold it.

    `long` is the length in pixels of the scale bar, whose word stands over it.
    """

    look: str
    px: int
    unit: float
    runs: tuple[Run, ...]
    boxes: tuple[Extent, ...]
    long: float = 0.0


def face(text: str, look: Letters) -> Path:
    """Find the font file that has every letter of a word."""
    known = whole(text, bold=look.bold)
    return _file(bold=look.bold, other=not known, italic=look.italic)


_file = cache(face_file)


@lru_cache(maxsize=32)
def _scale(file: Path, px: int) -> Scale:
    return Scale(px, Ttf(file))


Free = Callable[[Extent], bool]


class Hand:
    """How the words of one kind are written at one size; `spaced` is the gap between letters, if not the kind's own."""

    def __init__(self, kind: str, px: int, unit: float, spaced: float | None = None) -> None:
        look = LETTERS[kind]
        self.look = look if spaced is None else look._replace(spaced=spaced)
        self.kind, self.px, self.unit = kind, px, unit
        self._known: dict[str, list[tuple[float, float]]] = {}
        self.gap, self.tall = self.look.spaced * unit, 2 * (HALF * px + HALO * unit)

    def letters(self, text: str) -> list[tuple[float, float]]:
        """Give where each letter starts and ends, in pixels from the start of the word."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = list(self._letters(text))
        return known

    def _letters(self, text: str) -> Iterator[tuple[float, float]]:
        scale = _scale(face(text, self.look), self.px)
        if not self.gap or not self._apart(text):
            yield from pairwise(scale.ends(text))
            return
        start = 0.0
        for wide in map(scale.width, text):
            yield start, start + wide
            start += wide + self.gap

    def wide(self, text: str) -> float:
        """Give the width of a word in pixels, without halo or plate."""
        return self.letters(text)[-1][1]

    def _apart(self, text: str) -> bool:
        """Tell whether letters may stand each for itself: in a script whose letters join they may not."""
        return whole(text, bold=self.look.bold)

    def straight(self, text: str, at: Point, turn: float = 0.0) -> Word:
        """Write a word on a straight line around a point."""
        long, (x, y), (dx, dy) = self.wide(text), at, (cos(radians(turn)), -sin(radians(turn)))
        runs: tuple[Run, ...] = (Run(text, *at, turn),)
        if self.gap and self._apart(text):
            mids = [(a + b) / 2 - long / 2 for a, b in self.letters(text)]
            runs = tuple(Run(sign, x + dx * mid, y + dy * mid, turn) for sign, mid in zip(text, mids, strict=True))
        held = long + 2 * self.unit * (PLATE if self.look.rim else HALO) + self.look.italic * LEAN * self.px
        return Word(self.kind, self.px, self.unit, runs, tuple(_boxes(at, turn, held, self.tall)))

    def along(self, text: str, path: Line, share: float, free: Free = lambda box: True, slip: int = 0) -> Word | None:
        """Write a word along a line, its middle at a share of its length.

        None where the line is too short, bends too much, or where a letter would stand on what is not free; each may
        slip by some pixels along the line to where it does not.
        """
        letters = self.letters(text)
        long = letters[-1][1]
        start = path.long * share - long / 2
        if path.at(start)[0] > path.at(start + long)[0]:
            path, start = path.back, path.long * (1 - share) - long / 2
        first = start
        stood: list[_Letter] = []
        for sign, (a, b) in zip(text, letters, strict=True):
            ways = (self._letter(sign, path, (start + a + by, start + b + by), by) for by in range(0, slip + 1, 2))
            found = next((one for one in ways if sign == " " or all(map(free, one.boxes))), None)
            if found is None or (stood and not _follows(found, stood)):
                return None
            start += found.by
            stood.append(found)
        return self._word(text, stood) if first >= 0 and start + long <= path.long else None

    def _letter(self, sign: str, path: Line, span: tuple[float, float], by: int) -> _Letter:
        at, half = (span[0] + span[1]) / 2, self.px * 0.7
        (ax, ay), (bx, by_), spot = path.at(at - half), path.at(at + half), path.at(at)
        turn = degrees(atan2(ay - by_, bx - ax))
        boxes = tuple(_boxes(spot, turn, span[1] - span[0] + 2 * HALO * self.unit, self.tall))
        return _Letter(Run(sign, *spot, turn), boxes, by)

    def _word(self, text: str, stood: list[_Letter]) -> Word:
        """Join letters; where they stand straight and unspaced, or join one another, they are set as one line."""
        straight = all(abs(apart(one.run.turn, stood[0].run.turn)) <= STRAIGHT for one in stood)
        if not self._apart(text) or (straight and not self.gap):
            (first, last), middle = (stood[0].run, stood[-1].run), stood[len(stood) // 2].run
            return self.straight(text, ((first.x + last.x) / 2, (first.y + last.y) / 2), middle.turn)
        boxes = tuple(box for one in stood if one.run.text != " " for box in one.boxes)
        return Word(self.kind, self.px, self.unit, tuple(one.run for one in stood), boxes)


class _Letter(NamedTuple):
    """A letter on a line: how it stands, its boxes, by how many pixels it slipped."""

    run: Run
    boxes: tuple[Extent, ...]
    by: int


def _follows(letter: _Letter, before: list[_Letter]) -> bool:
    """Tell whether a letter turns little from the one before it and from the first."""
    turn = letter.run.turn
    return abs(apart(turn, before[-1].run.turn)) <= BEND and abs(apart(turn, before[0].run.turn)) <= SWEEP


def moved(word: Word, dx: float, dy: float) -> Word:
    """Give a word some pixels away."""
    runs = tuple(replace(run, x=run.x + dx, y=run.y + dy) for run in word.runs)
    return replace(word, runs=runs, boxes=tuple(shifted(box, dx, dy) for box in word.boxes))


def shifted(box: Extent, dx: float, dy: float) -> Extent:
    """Give a box some pixels away."""
    return box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy


def _boxes(at: Point, turn: float, long: float, tall: float) -> Iterator[Extent]:
    """Give boxes that hold a turned strip together: one where it is level, else about one for each square of it."""
    dx, dy = cos(radians(turn)), -sin(radians(turn))
    many = 1 if abs(dy) < 0.01 else ceil(long / tall)
    part = long / many
    half_wide, half_tall = (part * abs(dx) + tall * abs(dy)) / 2, (part * abs(dy) + tall * abs(dx)) / 2
    for i in range(many):
        x, y = (c + d * part * (i + 0.5 - many / 2) for c, d in zip(at, (dx, dy), strict=True))
        yield x - half_wide, y - half_tall, x + half_wide, y + half_tall


def apart(turn: float, other: float) -> float:
    """Give by how many degrees one direction is to the left of another, from -180 to 180."""
    return (turn - other + 180) % 360 - 180


class Line:
    """A line in pixels that tells where one is after so many pixels."""

    def __init__(self, points: list[Point]) -> None:
        self._points = points
        self._ends = [0.0, *accumulate(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points))]
        self.long = self._ends[-1]

    @cached_property
    def back(self) -> Line:
        """Give the line the other way round."""
        return Line(self._points[::-1])

    def at(self, far: float) -> Point:
        """Give the point so many pixels along; before its start and after its end the line goes straight on."""
        i = min(max(bisect(self._ends, far) - 1, 0), len(self._points) - 2)
        (ax, ay), (bx, by) = self._points[i], self._points[i + 1]
        share = (far - self._ends[i]) / ((self._ends[i + 1] - self._ends[i]) or 1.0)
        return ax + (bx - ax) * share, ay + (by - ay) * share


def rounded(points: list[Point]) -> Line:
    """Give a line with its bends rounded (its corners are cut twice, Chaikin)."""
    for _ in range(2):
        cut = [(a + (c - a) * t, b + (d - b) * t) for (a, b), (c, d) in pairwise(points) for t in (0.25, 0.75)]
        points = [points[0], *cut, points[-1]]
    return Line(points)
