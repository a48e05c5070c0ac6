"""The maps people bring, whatever program wrote them: what each draws, and what was odd in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.content.files import read_bytes, shown
from game.content.maps.drawing import Drawing
from game.content.maps.fault import MapFault
from game.content.maps.locating import middle, swapped
from game.content.maps.reading import Map, folded, read_map, whole
from game.content.problems import ContentError, Problem


def drawn(files: Sequence[Path]) -> tuple[list[Drawing], tuple[Problem, ...]]:
    """Give what some maps draw, and what was set aside or guessed. Raises ContentError: a file that cannot be read."""
    found: list[Drawing] = []
    odd: list[Problem] = []
    for file in files:
        name = shown(file)
        try:
            read = read_map(read_bytes(file), name)
        except MapFault as why:
            raise ContentError((whole(why.told, name),)) from None
        odd += read.told
        found += _righted(read, name, odd)
    if not found:
        raise ContentError(folded([*odd, Problem("map_empty", shown(files[0]), 0, 0, (("count", 0),))]))
    return found, folded(odd)


def _righted(read: Map, file: str, odd: list[Problem]) -> list[Drawing]:
    """Turn round a map that gives its latitudes first, and say so."""
    if not read.drawings or read.crs or not swapped(read.drawings):
        return read.drawings
    for one in read.drawings:
        for path in (path for part in one.parts for path in part):
            path[:] = [[point[1], point[0]] for point in path]
        x0, y0, x1, y1 = one.box
        one.box = (y0, x0, y1, x1)
    x, y = middle(read.drawings)
    odd.append(Problem("map_turned", file, 0, 0, (("x", f"{x:.4f}"), ("y", f"{y:.4f}"))))
    return read.drawings
