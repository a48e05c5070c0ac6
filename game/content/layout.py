"""Where the name, the family tabs and the pins of each place go: worked out once a map with shapely, then kept.

A `Plot` holds for any picture whose pins are as wide in metres as its step, or a little less: windows, text sizes
and zooms share the same few steps. Nothing here is needed for the first frame: `furnished` only reads what was
kept (beside the scenario, or in the user's cache), and a town without plots can be played at once.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from math import isfinite
from pathlib import Path
from typing import Any

from game.core.errors import SetupError
from game.core.scenario import Place, Scenario
from game.core.town import LINE, PIN, TABS, Plot, Town
from game.places import caches
from game.places.folders import cache
from game.places.shelves import scenarios

VERSION = 1
STEPS = (1.5, 1.3, 1.18, 1.1, 1.04, 1.0, 0.95, 0.88, 0.8, 0.7, 0.62, 0.5, 0.4, 0.3, 0.22, 0.16)
"""Widths of a pin, as shares of its width when the whole town fills a map 660 px high at 1080p."""
MAP_PX = 660
NAME = 24
KEPT = "plots.json"
"""The file of plots beside a scenario."""
FILE_LIMIT = 4_000_000


def furnished(town: Town, scenario: Scenario) -> Town:
    """Give the town with its plots if they were kept, beside the scenario or in the cache; else as it is.

    Imports no shapely, numpy or Pillow; an unreadable, stale or spoilt file counts as none.
    """
    key = plots_key(town, scenario.places)
    found = next((plots for file in _files(scenario.id, key) if (plots := _read(file, key, town))), ())
    return replace(town, plots=found)


def laid_out(town: Town, scenario: Scenario) -> Town:
    """Give the town with its plots, worked out and kept in the cache if they were not (about three seconds).

    For a thread, or a moment when nobody waits. A cache that cannot be written is no failure: the plots are worked
    out again next time.
    """
    known = furnished(town, scenario)
    if known.plots:
        return known
    made = replace(town, plots=lay_out(town, scenario.places))
    with suppress(OSError, SetupError):
        keep(_cached(plots_key(town, scenario.places)), made, scenario.places)
    return made


def keep(file: Path, town: Town, places: tuple[Place, ...]) -> None:
    """Write the town's plots in a file, whole or not at all. Raises OSError."""
    rows = [
        [plot.place_id, plot.step, plot.plate, plot.lines, [[size, *spots] for size, spots in plot.pins]]
        for plot in town.plots
    ]
    lines = ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows)
    caches.keep(file, f'{{"key":"{plots_key(town, places)}","plots":[\n{lines}\n]}}\n'.encode())
    file.chmod(0o644)


def plots_key(town: Town, places: tuple[Place, ...]) -> str:
    """Name what the plots depend on: the map's file, the names and tabs of its places, the sizes, this version."""
    facts = [
        VERSION,
        town.digest,
        [(place.id, _names(place), len(place.families), place.decor) for place in places],
        [PIN, LINE, TABS, NAME, MAP_PX, STEPS],
    ]
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:24]


def _files(scenario_id: str, key: str) -> Iterator[Path]:
    with suppress(SetupError):
        yield scenarios() / scenario_id / KEPT
    with suppress(SetupError):
        yield _cached(key)


def _cached(key: str) -> Path:
    return cache() / "plots" / f"{key}.json"


def _names(place: Place) -> tuple[str, ...]:
    return (place.short.fr, place.short.en, *(said for _, said in place.short.others))


def _read(file: Path, key: str, town: Town) -> tuple[Plot, ...]:
    try:
        if file.stat().st_size > FILE_LIMIT:
            return ()
        root = json.loads(file.read_text(encoding="utf-8"))
        if root["key"] != key:
            return ()
        known = {zone.place_id for zone in town.zones}
        return tuple(_plot(row) for row in root["plots"] if row[0] in known)
    except (OSError, ValueError, TypeError, KeyError, IndexError, RecursionError):
        return ()


def _plot(row: Any) -> Plot:
    place_id, step, plate, lines, pins = row
    x0, y0, x1, y1 = _numbers(plate)
    sizes = tuple((_numbers([size])[0], tuple(_spot(spot) for spot in spots)) for size, *spots in pins)
    return Plot(str(place_id), _numbers([step])[0], (x0, y0, x1, y1), int(lines), sizes)


def _spot(value: Any) -> tuple[float, float]:
    """Read a spot, of thousands in a file: the sum of two numbers is finite only if both are."""
    x, y = value
    if not isfinite(x + y):
        raise ValueError(value)
    return x, y


def _numbers(values: Iterable[Any]) -> tuple[float, ...]:
    found = tuple(float(value) for value in values)
    if not all(map(isfinite, found)):
        raise ValueError(found)
    return found


def lay_out(town: Town, places: tuple[Place, ...]) -> tuple[Plot, ...]:
    """Work out the plots of every place at every step, the smallest places first. Needs shapely."""
    from game.content.packing import Ground, Wish  # brings shapely and numpy

    ground = Ground(town)
    known = {place.id: place for place in places}
    order = sorted((zone.place_id for zone in town.zones), key=ground.area)
    whole = PIN * (town.extent[3] - town.extent[1]) / MAP_PX
    widths = _Widths()
    plots = []
    for share in STEPS:
        ground.clear(round(whole * share, 1))
        for place_id in order:
            place = known.get(place_id)
            wish = Wish(widths.of(place), 0 if place is None or place.decor else max(1, len(place.families)))
            plots.append(ground.plot(place_id, wish))
    return tuple(plots)


class _Widths:
    """Widths in pixels at 1080p of a place's name on one line and on two, in its longest language."""

    def __init__(self) -> None:
        from game.type.measure import FontMeasure

        self._measure = FontMeasure()

    def of(self, place: Place | None) -> tuple[float, float]:
        names = _names(place) if place else ("",)
        return max(map(self._line, names)), max(map(self._halves, names))

    def _line(self, text: str) -> float:
        return self._measure.width(text, NAME, bold=True)

    def _halves(self, name: str) -> float:
        words = name.split(" ")
        cuts = ((" ".join(words[:i]), " ".join(words[i:])) for i in range(1, len(words)))
        return min((max(map(self._line, cut)) for cut in cuts), default=self._line(name))
