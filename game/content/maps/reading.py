"""From the bytes of a map to what its objects draw, located on the globe, and to what was wrong or guessed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from game.content import mapnames
from game.content.maps.collection import Collection, collected
from game.content.maps.drawing import Drawing, drawings
from game.content.maps.fault import Facts, MapFault, Told
from game.content.maps.locating import located, on_globe, rejoined
from game.content.maps.text import decoded
from game.content.problems import WARNINGS, Problem
from game.core.frozen import dataclass

Step = Callable[[int], None]
"""Is told how many more hundredths of a reading are done."""
PARSED, DRAWN = 25, 30
"""Hundredths of it that parsing takes, and looking at each object."""
SHOWN = 10
"""Objects in the same case that are named; the others are counted."""


def still(_: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Map:
    """What a file draws, in file order. `count` is that of its objects; `told` what is wrong or odd, as it was met."""

    drawings: list[Drawing]
    count: int
    crs: str
    told: tuple[Problem, ...]


def read_map(data: bytes, file: str, step: Step = still) -> Map:
    """Read a map of GeoJSON. Raises MapFault when none of it can be read."""
    text, told = decoded(data)
    found = collected(text)
    step(PARSED)
    return of_collection(found, file, told, step)


def of_collection(found: Collection, file: str, told: Iterable[Told] = (), step: Step = still) -> Map:
    """Read the objects of a map, each taken out of the collection as it is read. Raises MapFault."""
    problems = [whole(one, file) for one in told]
    drawn: list[Drawing] = []
    count = len(found.features)
    for number in range(1, count + 1):
        if number % (count // DRAWN + 1) == 0:
            step(1)
        feature, found.features[number - 1] = found.features[number - 1], None
        try:
            pieces, odd = drawings(number, feature)
        except MapFault as why:
            problems.append(about(why.told, file, number, feature))
            continue
        drawn += pieces
        problems += [about(one, file, number, feature) for one in odd]
    located(drawn, found.crs)
    rejoined(drawn)
    off = [one for one in drawn if not on_globe(one.box)]
    problems += [named(_off(one), file, one) for one in off]
    return Map([one for one in drawn if on_globe(one.box)] if off else drawn, count, found.crs, tuple(problems))


def _off(one: Drawing) -> Told:
    x, y = one.box[:2]
    return "map_range", (("x", f"{x:g}"), ("y", f"{y:g}"))


def whole(told: Told, file: str) -> Problem:
    """Give what is told of a whole file as a problem: its place is a fact of it where it has one."""
    facts = dict(told[1])
    return Problem(told[0], file, int(facts.get("line", 0)), int(facts.get("column", 0)), told[1])


def about(told: Told, file: str, number: int, feature: Any) -> Problem:
    """Give what is told of an object as a problem: its number in the file, and its name if any, name it."""
    known = feature.get("properties") if isinstance(feature, dict) else None
    return Problem(told[0], file, 0, 0, (*_who(number, known), *told[1]))


def named(told: Told, file: str, drawing: Drawing) -> Problem:
    """Give what is told of a drawing as a problem that names its object."""
    return Problem(told[0], file, 0, 0, (*_who(drawing.number, drawing.known), *told[1]))


def _who(number: int, known: Any) -> Facts:
    title = mapnames.name(known, "name")[:60] if isinstance(known, dict) else ""
    return ("feature", number), ("name", f" ({title})" if title else "")


def folded(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Put the problems of one code together in file order, errors first; the ones beyond a few are counted."""
    of: dict[str, list[Problem]] = {}
    for one in problems:
        of.setdefault(one.code, []).append(one)
    found: list[Problem] = []
    for code in sorted(of, key=lambda one: one in WARNINGS):
        alike = of[code]
        found += alike[:SHOWN]
        if len(alike) > SHOWN:
            found.append(Problem("map_more", alike[0].file, 0, 0, (("n", len(alike) - SHOWN), ("code", code))))
    return tuple(found)
