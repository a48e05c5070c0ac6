"""From the bytes of a GeoJSON file to a town in metres, or to every problem found, one sentence each."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator

from game.content.maps.fault import MapFault
from game.content.maps.locating import far, middle, swapped
from game.content.maps.metres import town_of
from game.content.maps.objects import Object, marked
from game.content.maps.plausible import of_the_places, of_the_scenario
from game.content.maps.reading import Map, Step, folded, named, read_map, still, whole
from game.content.pause import collector_paused
from game.content.problems import Problem, errors
from game.core.town import Town


@collector_paused()
def read_town(
    data: bytes,
    file: str = "town.geojson",
    places: tuple[str, ...] | None = None,
    *,
    decor: tuple[str, ...] = (),
    held: bool = False,
    step: Step = still,
) -> tuple[Town | None, tuple[Problem, ...]]:
    """Read a town. `places`: the scenario's place ids, None to take the map's own; those of `decor` need no outline, a
    word of the ground says them. `held`: a session keeps this map, which was played: what a town is like is not looked
    at again.

    No town comes with at least one error; a town may come with warnings (`problems.WARNINGS`): names not drawn whole.
    """
    try:
        found = read_map(data, file, step)
    except MapFault as why:
        return None, (whole(why.told, file),)
    problems = list(found.told)
    objects = _objects(found, file, places, problems)
    step(15)
    if not errors(problems):
        problems += _nothing(found, file) if not objects else () if held else _odd_ones_out(found, file)
    if errors(problems):
        return None, folded(problems)
    try:
        town = town_of(objects, hashlib.sha256(data).hexdigest()[:16])
    except MapFault as why:
        return None, (whole(why.told, file),)
    step(20)
    about = [*of_the_scenario(objects, places, decor)]
    about += () if held or any(one is None for _, one in about) else of_the_places(objects, town)
    problems += [named(told, file, one.drawing) if one else whole(told, file) for told, one in about]
    return (None if errors(problems) else town), folded(problems)


def _objects(found: Map, file: str, places: Collection[str] | None, problems: list[Problem]) -> list[Object]:
    """Give the objects of a map that say what they are; say what is wrong with the others."""
    if len(found.drawings) > 1 and not any(one.known.get("kind") for one in found.drawings):
        problems.append(Problem("map_no_kinds", file, 0, 0, (("n", found.count),)))
        return []
    objects = []
    for drawing in found.drawings:
        try:
            one, odd = marked(drawing, places)
        except MapFault as why:
            problems.append(named(why.told, file, drawing))
            continue
        objects.append(one)
        problems += [named(told, file, drawing) for told in odd]
    return objects


def _nothing(found: Map, file: str) -> tuple[Problem, ...]:
    return (Problem("map_empty", file, 0, 0, (("count", found.count),)),)


def _odd_ones_out(found: Map, file: str) -> Iterator[Problem]:
    """Tell a map that gives its latitudes first, else its objects that lie too far away to be of one town."""
    if not found.crs and swapped(found.drawings):
        x, y = middle(found.drawings)
        yield Problem("map_swapped", file, 0, 0, (("x", f"{x:.4f}"), ("y", f"{y:.4f}")))
        return
    for drawing, away in far(found.drawings):
        yield named(("map_far", (("away", round(away)),)), file, drawing)
