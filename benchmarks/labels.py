"""The names of a plan of twenty places laid out at its edges, leaders, rings and pins with them, against the unit."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from functools import partial
from statistics import median

from benchmarks import unit
from benchmarks.figure import Figure
from game.core.labels.labelling import Asked, Named, labelled
from game.type.measure import FontMeasure
from game.view import scene
from game.words.catalogue import speaker

PLACES, TOWNS, GOAL = 20, 12, 14
FRAMES = {"1080p": (960.0, 668.0), "text at 140 %": (686.0, 477.0), "large": (1240.0, 860.0)}
"""Pixels of the plan at 1080p, by what they stand for."""


def figures() -> Iterator[Figure]:
    """Lay out towns of twenty places, none known from before, each in turn with the unit; processor time."""
    s = scene.sight(speaker("fr"), FontMeasure(), (1920, 1080))
    for frame, size in FRAMES.items():
        rounds = [
            (_took(partial(labelled.__wrapped__, town(seed, size))), _took(partial(unit.nodes, s)))
            for seed in range(TOWNS)
        ]
        took, floor = (median(values) for values in zip(*rounds, strict=True))
        slowest = max(one / other for one, other in rounds)
        note = f"{TOWNS} towns, the slowest {slowest:.1f} units"
        yield Figure(f"{PLACES} places laid out, {frame}", took, "ms", floor, GOAL, of_floor=True, note=note)


def _took(work: Callable[[], object]) -> float:
    """Give the milliseconds of processor time of some work: the least of three."""
    spent = []
    for _ in range(3):
        start = time.process_time()
        work()
        spent.append((time.process_time() - start) * 1000)
    return min(spent)


def town(seed: int, size: tuple[float, float]) -> Asked:
    """Give a town of twenty places, half of them close together, the same ones on every run."""
    dice = random.Random(seed)
    named = []
    for i in range(PLACES):
        far = 0.8 if i % 2 else 0.3
        x, y = (3000 + 6000 * far * dice.uniform(-0.5, 0.5) for _ in range(2))
        half = dice.choice((50, 60, 60, 300))
        ring = tuple((x + half * a, y + half * b) for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1)))
        named.append(Named(f"p{i}", (x, y), ring, dice.uniform(80, 200)))
    return Asked(size, (0.0, 0.0, 6000.0, 6000.0), tuple(named))
