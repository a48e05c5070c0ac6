"""Towns to be labelled: ours as their folders have them, and random ones; and what would be wrong with a labelling."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

from game.content.shelf import load_scenario
from game.core.labels.labelling import Asked, Label, Labelled, Named, is_area
from game.core.labels.lines import around, away, crossed, extent, runs, touch
from game.core.labels.slots import PIN, SLOT
from game.core.town import Camera, Extent, to_screen
from game.places import shelves
from game.type.measure import FontMeasure

OURS = ("blagnac", "cantine", "drumsallow")
FRAMES = {"1080p": (960.0, 668.0), "hero": (1240.0, 860.0), "4K": (1920.0, 1336.0)}
SCALES = {"1080p": 1.0, "hero": 1.0, "4K": 2.0}
"""Pixels of each frame that one of 1080p takes, at text scale 100 %."""
PERCENTS = (100, 125, 140)
HOLD = {round(y / SCALES[frame] / percent * 100): 2 * int((y / SCALES[frame] / percent * 100 - 20) / 27)
        for frame, (_, y) in FRAMES.items() for percent in PERCENTS}  # fmt: skip
"""Plates that two columns take at least, by the picture's height at 100 %."""
NEAR = 13.0
"""Pixels at 1080p that a leader keeps from a place that is not its own."""


def wide(name: str, families: int) -> float:
    """Give about how wide a plate is, in pixels at 1080p."""
    return max(FontMeasure().width(name, 24, bold=True) + 26, 50 * families + 14)


@cache
def ours(town: str, lang: str = "fr") -> tuple[Extent, tuple[Named, ...]]:
    """Give what of one of our towns is labelled, in a language, and the town's extent."""
    return of(shelves.scenario(town).parent, lang)


def of(folder: Path, lang: str = "fr") -> tuple[Extent, tuple[Named, ...]]:
    """Give what of a scenario's town is labelled, in a language, and the town's extent."""
    found = load_scenario(folder, shelves.decks())
    zones = {zone.place_id: zone for zone in found.town.zones}
    named = tuple(
        Named(
            place.id, zones[place.id].site, zones[place.id].rings[0], wide(place.short.say(lang), len(place.families))
        )
        for place in found.scenario.places
        if not place.decor
    )
    return found.town.extent, named


def random_town(seed: int) -> tuple[Extent, tuple[Named, ...]]:
    """Give a town of 8 to 40 places, half of them in three quarters, buildings and areas, names of any length."""
    dice = random.Random(seed)
    across, down = dice.uniform(2000, 9000), dice.uniform(2000, 9000)
    quarters = [(dice.uniform(0.2, 0.8), dice.uniform(0.2, 0.8)) for _ in range(3)]
    named = []
    for i in range(dice.randint(8, 40)):
        (cx, cy), spread = (dice.choice(quarters), 0.08) if dice.random() < 0.5 else ((0.5, 0.5), 0.0)
        share_x = dice.gauss(cx, spread) if spread else dice.uniform(0.03, 0.97)
        share_y = dice.gauss(cy, spread) if spread else dice.uniform(0.03, 0.97)
        x, y = min(max(share_x, 0.02), 0.98) * across, min(max(share_y, 0.02), 0.98) * down
        half = min(dice.choice((35, 45, 60, 60, 200, 350)), x, y, across - x, down - y)
        ring = tuple((x + half * a, y + half * 0.7 * b) for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1)))
        named.append(Named(f"p{i}", (x, y), ring, wide("x" * dice.randint(3, 13), dice.randint(1, 3))))
    return (0.0, 0.0, across, down), tuple(named)


def asked(town: tuple[Extent, tuple[Named, ...]], frame: str, percent: int) -> Asked:
    """Ask for a town in a frame at a text scale."""
    unit, (x, y) = SCALES[frame] * percent / 100, FRAMES[frame]
    return Asked((x / unit, y / unit), town[0], town[1])


def faults(asked: Asked, found: Labelled) -> set[str]:
    """Tell what is wrong with a labelling that must never be."""
    return {name for name, wrong in _wrongs(asked, found) if wrong}


def _wrongs(asked: Asked, found: Labelled) -> Iterator[tuple[str, bool]]:
    marks, plated = _marks(asked, found.camera), [label for label in found.labels if label.plate]
    plates = [label.plate for label in plated if label.plate]
    paths = [label.leader for label in plated]
    yield "a place without a plate", len(plated) < min(len(found.labels), HOLD[round(asked.size[1])])
    yield "leaders cross", bool(crossed(paths, [extent(path) for path in paths]))
    yield "plates overlap", any(_meet(a, b) for a, b in combinations(plates, 2))
    yield "a plate is out of the frame", not all(_held(box, asked.size) for box in plates)
    yield "a footprint is out of the frame", not all(_held(box, asked.size) for box in marks.values())
    yield "a footprint is under a plate", any(_meet(a, b) for a in plates for b in marks.values())
    yield (
        "a leader runs over a plate",
        any(runs(path, box) for i, path in enumerate(paths) for j, box in enumerate(plates) if i != j),
    )
    yield (
        "a leader does not join its plate to its site",
        any(
            math.dist(label.leader[-1], label.site) > 1e-6 or not touch(around(label.leader[0], 0.5), label.plate)
            for label in plated
            if label.plate
        ),
    )
    yield from _pins(found, marks, plates)


def _pins(found: Labelled, marks: dict[str, Extent], plates: list[Extent]) -> Iterator[tuple[str, bool]]:
    pins = [(label, spot) for label in found.labels for spot in label.slots]
    boxes = [(label, around(spot, PIN / 2)) for label, spot in pins]
    small = {place: box for place, box in marks.items() if not is_area(box[2] - box[0], box[3] - box[1])}
    yield (
        "pins overlap",
        any(
            abs(a[0] - b[0]) < SLOT - 0.1 and abs(a[1] - b[1]) < SLOT - 0.1 for (_, a), (_, b) in combinations(pins, 2)
        ),
    )
    yield (
        "a pin is on another's footprint",
        any(_meet(box, mark) for label, box in boxes for place, mark in small.items() if place != label.place),
    )
    yield "a pin is on a plate", any(_meet(box, plate) for label, box in boxes for plate in plates
                                     if plate != label.plate)  # fmt: skip


def _marks(asked: Asked, camera: Camera) -> dict[str, Extent]:
    return {one.place: (*to_screen(camera, one.box[:2]), *to_screen(camera, one.box[2:])) for one in asked.named}


def _meet(a: Extent, b: Extent) -> bool:
    return a[0] < b[2] - 1e-6 and b[0] < a[2] - 1e-6 and a[1] < b[3] - 1e-6 and b[1] < a[3] - 1e-6


def _held(box: Extent, size: tuple[float, float]) -> bool:
    return box[0] > -0.01 and box[1] > -0.01 and box[2] < size[0] + 0.01 and box[3] < size[1] + 0.01


def grazed(found: Labelled) -> list[tuple[str, str]]:
    """Give the leaders that pass too near a place that is not theirs."""
    return [
        (label.place, other.place) for label in found.labels for other in found.labels
        if other is not label and any(away(other.site, a, b) < NEAR for a, b in _sides(label))
    ]  # fmt: skip


def _sides(label: Label) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    return zip(label.leader, label.leader[1:], strict=False)
