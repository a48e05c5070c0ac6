"""The rings by which a card is dropped on a footprint: near ones step aside, each then has a tail to its footprint."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import cos, hypot, sin

from game.core.town import Point

RING, APART = 46.0, 47.0
"""Across a ring; from the middle of one to that of the next."""
TURNS, FAR = 60, 60.0
"""How often near rings are pushed apart; how far one may step from its footprint."""


def rings(sites: Sequence[Point], size: tuple[float, float]) -> list[Point]:
    """Give the middle of each ring: its site, or as near as it can be without lying over another."""
    found = list(sites)
    near = [(i, j) for i, j in combinations(range(len(sites)), 2) if _far(sites[i], sites[j]) < 2 * FAR + APART]
    for _ in range(TURNS):
        moved = [_pushed(found, sites, i, j) for i, j in near]
        if not any(moved):
            break
        found = [_held(point, site, size) for point, site in zip(found, sites, strict=True)]
    return found


def _far(a: Point, b: Point) -> float:
    return hypot(a[0] - b[0], a[1] - b[1])


def _pushed(found: list[Point], sites: Sequence[Point], i: int, j: int) -> bool:
    """Push two rings apart, each by half; give whether they lay over one another."""
    (ax, ay), (bx, by) = found[i], found[j]
    far = _far(found[i], found[j])
    if far >= APART - 0.5:
        return False
    dx, dy = ((bx - ax) / far, (by - ay) / far) if far > 0.1 else (cos(i * 2.4), sin(i * 2.4))
    step = (APART - far) / 2
    found[i], found[j] = (ax - dx * step, ay - dy * step), (bx + dx * step, by + dy * step)
    return True


def _held(point: Point, site: Point, size: tuple[float, float]) -> Point:
    """Keep a ring within reach of its site and within the picture."""
    far = _far(point, site)
    share = min(1.0, FAR / far) if far else 1.0
    x, y = site[0] + (point[0] - site[0]) * share, site[1] + (point[1] - site[1]) * share
    half = RING / 2
    return max(min(half, site[0]), min(max(size[0] - half, site[0]), x)), max(
        min(half, site[1]), min(max(size[1] - half, site[1]), y)
    )
