"""The words of the ground as they are written, level or along a line: their letters, measured, and their boxes."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from math import atan2, ceil, cos, degrees, hypot, radians, sin
from pathlib import Path

from game.core.frozen import dataclass
from game.core.town import Extent, Point
from game.type.fonts import face_file
from game.type.ground import LETTERS, Letters
from game.type.measure import Scale, drawn, whole
from game.type.ttf import Ttf

HALO = 2.0
"""Pixels of the halo around letters, at 1080p."""
HALF = 0.66
"""Half the height that letters take, of their size: from the middle of a capital to its accent, or under a tail."""
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


def spelt_for(text: str, look: Letters) -> str:
    """Give the letters of a name as the ground writes it."""
    clean = drawn(text)
    return clean.upper() if look.upper else clean


def _apart(text: str, look: Letters) -> bool:
    """Tell whether letters may stand each for itself: in a script whose letters join they may not."""
    return whole(text, bold=look.bold)


def steps(text: str, look: Letters, px: int, unit: float) -> list[float]:
    """Give where each letter starts, and where the last one ends, in pixels."""
    scale, gap = _scale(face(text, look), px), look.spaced * unit
    if not gap or not _apart(text, look):
        return scale.ends(text)
    ends = list(accumulate((scale.width(sign) + gap for sign in text), initial=0.0))
    return [*ends[:-1], ends[-1] - gap]


def straight(kind: str, text: str, px: int, unit: float, at: Point, turn: float = 0.0) -> Word:
    """Write a word on a straight line around a point."""
    look = LETTERS[kind]
    starts, (x, y), (dx, dy) = steps(text, look, px, unit), at, (cos(radians(turn)), -sin(radians(turn)))
    long = starts[-1]
    runs: tuple[Run, ...] = (Run(text, *at, turn),)
    if look.spaced and _apart(text, look):
        mids = [(a + b) / 2 - long / 2 for a, b in _letters(text, starts, look, unit)]
        runs = tuple(Run(sign, x + dx * mid, y + dy * mid, turn) for sign, mid in zip(text, mids, strict=True))
    held = long + 2 * unit * (PLATE if look.rim else HALO)
    return Word(kind, px, unit, runs, tuple(_boxes(at, turn, held, _tall(px, unit))))


def moved(word: Word, dx: float, dy: float) -> Word:
    """Give a word some pixels away."""
    runs = tuple(replace(run, x=run.x + dx, y=run.y + dy) for run in word.runs)
    return replace(word, runs=runs, boxes=tuple(shifted(box, dx, dy) for box in word.boxes))


def shifted(box: Extent, dx: float, dy: float) -> Extent:
    """Give a box some pixels away."""
    return box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy


def _letters(text: str, starts: list[float], look: Letters, unit: float) -> list[tuple[float, float]]:
    """Give where each letter starts and ends, without the gap after it."""
    gap = look.spaced * unit
    return [(a, b - (gap if i + 1 < len(text) else 0)) for i, (a, b) in enumerate(pairwise(starts))]


def _tall(px: int, unit: float) -> float:
    return 2 * (HALF * px + HALO * unit)


def _boxes(at: Point, turn: float, long: float, tall: float) -> Iterator[Extent]:
    """Give boxes that hold a turned strip together: one where it is level, else about one for each square of it."""
    dx, dy = cos(radians(turn)), -sin(radians(turn))
    many = 1 if abs(dy) < 0.01 else ceil(long / tall)
    part = long / many
    half_wide, half_tall = (part * abs(dx) + tall * abs(dy)) / 2, (part * abs(dy) + tall * abs(dx)) / 2
    for i in range(many):
        x, y = (c + d * part * (i + 0.5 - many / 2) for c, d in zip(at, (dx, dy), strict=True))
        yield x - half_wide, y - half_tall, x + half_wide, y + half_tall


def along(kind: str, text: str, px: int, unit: float, path: Line, share: float) -> Word | None:
    """Write a word along a line, its middle at a share of its length; None where it is too short or bends too much."""
    look = LETTERS[kind]
    starts = steps(text, look, px, unit)
    long, first = starts[-1], path.long * share - starts[-1] / 2
    if first < 0 or first + long > path.long:
        return None
    back = path.at(first)[0] > path.at(first + long)[0]
    held = _letters(text, starts, look, unit)
    runs = tuple(
        _letter(sign, path, first + (long - (a + b) / 2 if back else (a + b) / 2), px, back=back)
        for sign, (a, b) in zip(text, held, strict=True)
    )
    turns = [apart(b.turn, a.turn) for a, b in pairwise(runs)]
    sweep = max(map(abs, accumulate(turns)), default=0.0)
    if sweep > SWEEP or any(abs(turn) > BEND for turn in turns):
        return None
    if sweep <= STRAIGHT or not _apart(text, look):
        return straight(kind, text, px, unit, path.at(path.long * share), runs[len(runs) // 2].turn)
    boxes = (
        _boxes((run.x, run.y), run.turn, b - a + 2 * HALO * unit, _tall(px, unit))
        for run, (a, b) in zip(runs, held, strict=True)
    )
    return Word(kind, px, unit, runs, tuple(box for found in boxes for box in found))


def _letter(sign: str, path: Line, at: float, px: int, *, back: bool) -> Run:
    (ax, ay), (bx, by), (x, y) = path.at(at - px * 0.7), path.at(at + px * 0.7), path.at(at)
    turn = degrees(atan2(ay - by, bx - ax))
    return Run(sign, x, y, turn + 180 if back else turn)


def apart(turn: float, other: float) -> float:
    """Give by how many degrees one direction is to the left of another, from -180 to 180."""
    return (turn - other + 180) % 360 - 180


class Line:
    """A line in pixels, its bends rounded, that tells where one is after so many pixels."""

    def __init__(self, points: list[Point]) -> None:
        self._points = rounded(rounded(points))
        self._ends = [0.0, *accumulate(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(self._points))]
        self.long = self._ends[-1]

    def at(self, far: float) -> Point:
        """Give the point so many pixels along; before its start and after its end the line goes straight on."""
        i = min(max(bisect(self._ends, far) - 1, 0), len(self._points) - 2)
        (ax, ay), (bx, by) = self._points[i], self._points[i + 1]
        share = (far - self._ends[i]) / ((self._ends[i + 1] - self._ends[i]) or 1.0)
        return ax + (bx - ax) * share, ay + (by - ay) * share


def rounded(points: list[Point]) -> list[Point]:
    """Cut the corners of a line (Chaikin)."""
    cut = [(ax + (bx - ax) * t, ay + (by - ay) * t) for (ax, ay), (bx, by) in pairwise(points) for t in (0.25, 0.75)]
    return [points[0], *cut, points[-1]]
