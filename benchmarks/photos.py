"""Photographs of a paper table, simulated: cards read, cards placed, what a second one of the same table adds."""

from __future__ import annotations

import time
from collections.abc import Iterator
from random import Random

from benchmarks.figure import Figure
from game.content.shelf import load_scenario
from game.photo.eye import looked
from game.photo.reading import Known, Reading, read
from game.places import shelves
from game.printing import shared
from game.printing.pile import chosen
from tests.photo.simulated import Lying, Shot, fronts, laid, retaken, table, taken

CARDS, TABLES = (5, 20, 40), 20
"""Cards on an A2; tables of each, photographed once and once again: 60 photographs, and as many retakes."""
SIZES = {"12 Mpx": 2.0, "3 Mpx": 5.0}
"""What may be lost at each size after one retake, in cards of a hundred."""


def figures() -> Iterator[Figure]:
    """Lay, photograph and read every table; tilt goes to 30 degrees and blur to 1.5 pixels, each over all tables."""
    sources = load_scenario(shelves.scenario("blagnac").parent, shelves.decks())
    known = Known(sources.deck, sources.scenario, (shared.sheet(sources.scenario),))
    cards = list(chosen(sources.deck, ("issues", "levers")))
    faces = fronts(sources.deck, cards)
    tallies = {size: Tally() for size in SIZES}
    for count in CARDS:
        for rank in range(TABLES):
            rng = Random(1_000 * count + rank)
            lying = laid(sources.scenario, rng.sample(cards, count), rng)
            above = table(sources.deck, sources.scenario, lying, faces)
            shot = Shot(30 * (rank * 7 % TABLES + 0.5) / TABLES, 1.5 * (rank + 0.5) / TABLES, rank + 100 * count)
            first, again = taken(above, shot), taken(above, retaken(shot))
            for tally, one, other in zip(tallies.values(), first, again, strict=True):
                tally.add(lying, known, one, other)
    for (size, goal), tally in zip(SIZES.items(), tallies.values(), strict=True):
        yield from tally.figures(size, goal)


class Tally:
    """What was counted at one size."""

    def __init__(self) -> None:
        self.cards = self.read = self.once = self.wrong = self.placed = self.right = self.named = 0
        self.seconds: list[float] = []

    def add(self, lying: list[Lying], known: Known, first: bytes, again: bytes) -> None:
        """Count a table."""
        photos = []
        for data in (first, again):
            began = time.process_time()
            photos.append(looked(data))
            self.seconds.append(time.process_time() - began)
        alone, both = read(photos[:1], known), read(photos, known)
        truth = {one.card: one.family for one in lying}
        self.cards += len(lying)
        self.once += len(_seen(alone) & set(truth))
        self.read += len(_seen(both) & set(truth))
        self.wrong += len(_seen(both) - set(truth))
        for one in (*both.issues, *both.levers):
            if one.family:
                self.placed += 1
                self.right += one.family == truth.get(one.card)
            self.named += not one.family and bool(one.doubt)

    def figures(self, size: str, goal: float) -> Iterator[Figure]:
        """Tell it."""
        called, lost = f"photographs, {size}", 100 - 100 * self.read / self.cards
        stray = 100 - 100 * self.right / max(1, self.read)
        both = f"{self.read} of {self.cards}; {self.once} with the first photograph alone"
        where = f"{self.placed - self.right} in another; {self.named} named as not placed"
        yield Figure(f"{called}: cards lost after one retake", lost, "%", None, goal, note=both)
        yield Figure(f"{called}: wrong cards", self.wrong, "cards", None, 0)
        yield Figure(f"{called}: cards read but in no or another family", stray, "%", None, 2, note=where)
        yield Figure(f"{called}: the slowest, of the processor", max(self.seconds), "s", None, 3.0)


def _seen(reading: Reading) -> set[str]:
    return {one.card for one in (*reading.issues, *reading.levers, *reading.events)}
