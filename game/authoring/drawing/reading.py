"""The town as it is drawn in its two files."""

from __future__ import annotations

from game.content.maps.drawing import around
from game.content.maps.fault import MapFault
from game.content.maps.locating import WGS84
from game.content.maps.objects import PLACE, Object, is_marker, marked
from game.content.maps.reading import Map, read_map
from game.content.scenario import read_scenario
from game.core.drawing.drawing import Drawing, DrawnPlace
from game.core.drawing.outline import Pieces, disc
from game.core.errors import SetupError
from game.core.scenario import Place
from game.core.town import Ring


def read(scenario_text: str, map_text: str) -> Drawing:
    """Read a drawing. Raises SetupError where a text is none to draw on: drawing_scenario, drawing_map, drawing_grid.

    A map in metres can be played, and not be drawn on: what is drawn is in degrees.
    """
    scenario = read_scenario(scenario_text.encode(), "", None)[0]
    if scenario is None:
        raise SetupError("drawing_scenario")
    found = _map(map_text)
    ids = tuple(one.id for one in scenario.places)
    drawn = {one.place_id: one for one in _placed(found, ids)}
    places = tuple(_place(one, drawn.get(one.id)) for one in scenario.places)
    bought = tuple(dict.fromkeys((one.place, one.family) for one in scenario.intentions))
    families, frame = tuple(one.id for one in scenario.families), around([one.box for one in found.drawings])
    shown, undrawn = (tuple(one for one in places if bool(one.pieces) is there) for there in (True, False))
    return Drawing(shown, families, scenario.languages, bought, frame, undrawn=undrawn)


def _map(text: str) -> Map:
    try:
        found = read_map(text.encode(), "")
    except MapFault as why:
        raise SetupError("drawing_map") from why
    if found.crs and not WGS84.search(found.crs):
        raise SetupError("drawing_grid")
    return found


def _placed(found: Map, ids: tuple[str, ...]) -> list[Object]:
    drawings = (one for one in found.drawings if one.known.get("kind") == PLACE)
    try:
        return [marked(one, ids)[0] for one in drawings]
    except MapFault as why:
        raise SetupError("drawing_map") from why


def _place(place: Place, one: Object | None) -> DrawnPlace:
    pieces, sure = (_pieces(one), one.sure) if one is not None else ((), True)
    return DrawnPlace(place.id, place.name, place.short, place.families, pieces, sure, place.decor)


def _pieces(one: Object) -> Pieces:
    if is_marker(one):
        x, y = one.drawing.parts[0][0][0][:2]
        return disc((x, y))
    return tuple(tuple(_opened(path) for path in part) for part in one.drawing.parts)


def _opened(path: list[list[float]]) -> Ring:
    """Give a ring without the corner that closes it."""
    return tuple((float(at[0]), float(at[1])) for at in path[:-1])
