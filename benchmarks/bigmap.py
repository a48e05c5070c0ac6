"""A map of 142,800 outlines of twelve points, against `json.loads` of the same file; again from what was kept."""

from __future__ import annotations

import json
import os
import random
import shutil
import tempfile
from collections.abc import Iterator
from math import cos, sin, tau
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.figure import Figure
from benchmarks.screen import ROOT, child

OUTLINES, CORNERS, RUNS = 142_800, 11, 3
GOAL, AGAIN, PEAK, HELD, NOTCH = 2.5, 1.5, 1024, 400, 20
"""Times json.loads; seconds; megabytes while it is read, and once it is open; units of the slowest turn of a notch."""

STEPS = ("json", "first", "again", "notch")


def figures() -> Iterator[Figure]:
    """Measure the parse, the first opening and the second in turn, in processes of their own."""
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "town.geojson"
        file.write_text(json.dumps(town(OUTLINES)), encoding="utf-8")
        size = f"{file.stat().st_size / 2**20:.0f} MB, {OUTLINES:,} outlines"
        rounds = [_round(Path(name), file) for _ in range(RUNS)]
    floor, first, again = (median(one[what]["cpu"] for one in rounds) for what in ("json", "first", "again"))
    yield Figure("a large map, first", first, "s", floor, GOAL, of_floor=True, note=f"processor time; {size}")
    yield Figure("a large map, again", again, "s", goal=AGAIN)
    yield Figure("a large map, peak memory", max(one["first"]["peak"] for one in rounds), "MB", goal=PEAK)
    yield Figure("a large map, once open", max(one["again"]["held"] for one in rounds), "MB", goal=HELD)
    notch, unit = (median(one["notch"][what] for one in rounds) for what in ("notch", "unit"))
    note = "the slowest step of the plan's picture, from afar to six times as near"
    yield Figure("a large map, a notch of zoom", notch, "ms", unit, NOTCH, of_floor=True, note=note)


def _round(folder: Path, file: Path) -> dict[str, dict[str, Any]]:
    home = folder / "home"
    shutil.rmtree(home, ignore_errors=True)
    around = os.environ | {"PYTHONPATH": str(ROOT), "CLAP_HOME": str(home)}
    return {what: child(around, "townmap", what, str(file), limit=600) for what in STEPS}


def town(outlines: int) -> dict[str, Any]:
    """Give a town of so many buildings, the same ones on every run, with a border and one place."""
    dice = random.Random(11)
    side = int(outlines**0.5) + 1
    step = 0.12 / side
    spots = ((2.004 + at % side * step, 46.004 + at // side * step) for at in range(outlines))
    border = [[2.0, 46.0], [2.13, 46.0], [2.13, 46.13], [2.0, 46.13], [2.0, 46.0]]
    return {
        "type": "FeatureCollection",
        "features": [
            _feature({"kind": "boundary", "name": "Grandville"}, "Polygon", [border]),
            *(_feature({"kind": "building", "name": None, "id": at}, "Polygon", [_ring(spot, step, dice)])
              for at, spot in enumerate(spots)),
            _feature({"kind": "place", "id": "mairie", "name": "Mairie"}, "Point", [2.06, 46.06]),
        ],
    }  # fmt: skip


def _feature(known: dict[str, Any], form: str, coordinates: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": known, "geometry": {"type": form, "coordinates": coordinates}}


def _ring(spot: tuple[float, float], step: float, dice: random.Random) -> list[list[float]]:
    far = [0.4 * step * dice.uniform(0.6, 1) for _ in range(CORNERS)]
    ring = [
        [round(spot[0] + r * cos(tau * at / CORNERS), 7), round(spot[1] + r * sin(tau * at / CORNERS), 7)]
        for at, r in enumerate(far)
    ]
    return [*ring, ring[0]]
