"""Where a map lies: its coordinates turned into longitudes and latitudes, as declared or as their figures tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from math import cos, radians
from statistics import median

from game.content.maps.drawing import Drawing, around
from game.content.maps.fault import MapFault
from game.core.town import Extent, Point, inside

FRANCE = (
    (-5.3, 48.5), (-1.9, 50.0), (1.4, 51.2), (2.7, 51.2), (5.0, 50.2), (8.4, 49.1), (7.7, 47.4), (7.3, 45.8),
    (7.8, 43.6), (9.8, 43.2), (9.7, 41.2), (8.4, 41.2), (3.2, 42.3), (-1.9, 43.2), (-1.6, 46.0), (-5.0, 47.6),
    (-5.3, 48.5),
)  # fmt: skip
"""A rough outline of metropolitan France: no other grid's reading of the same figures falls in it, bar few."""
GUESSED = (2154, *range(3942, 3951), 3857, 32_631, 32_630, 32_632)
"""Grids that figures alone are tried in, in this order."""
EUROPE: Extent = (-10.7, 35.0, 32.0, 71.5)
OVERSEAS: tuple[Extent, ...] = (
    (-63.3, 14.2, -60.7, 18.2), (-54.7, 2.0, -51.5, 6.0), (55.1, -21.5, 55.9, -20.8), (44.9, -13.1, 45.4, -12.5),
    (-56.6, 46.6, -56.0, 47.2), (163.0, -23.0, 168.3, -19.4), (-179.0, -28.0, -134.0, -7.0), (7.0, 35.0, 45.0, 45.0),
)  # fmt: skip
"""French towns elsewhere, and the lands where a place and its mirror are both in Europe or near it."""
WGS84 = re.compile(r"CRS:?84$|EPSG:.*?\b(4326|4171|4258|4979)$", re.IGNORECASE)
DEGREE = 111_320.0
"""Metres in one degree of latitude (local equirectangular: under 0.3 px of error over 8 km, maps.md §3)."""
REACH = 0.75
"""Degrees around the middle of a map where its objects lie."""


def located(drawings: Sequence[Drawing], crs: str) -> None:
    """Turn the coordinates of a map's objects into degrees, in place. Raises MapFault."""
    if crs and not WGS84.search(crs):
        from game.content.maps import grids  # lazy: most maps are in degrees

        _turn(drawings, grids.grid(crs))
    elif drawings and _metres(drawings):
        raise _undeclared(drawings)


def _metres(drawings: Sequence[Drawing]) -> bool:
    """Tell whether most objects of a map are off the globe: one alone is that object's fault."""
    return sum(not on_globe(one.box) for one in drawings) * 2 > len(drawings)


def on_globe(box: Extent) -> bool:
    """Tell whether a box is one of degrees; a map may go on beyond the antimeridian."""
    return box[0] >= -180 and box[2] <= 360 and box[1] >= -90 and box[3] <= 90


def _undeclared(drawings: Sequence[Drawing]) -> MapFault:
    """Tell which system the figures of a map that declares none are of, if they are of one known here."""
    import numpy as np

    from game.content.maps import grids

    x, y = middle(drawings)
    for code in GUESSED:
        grid = grids.ours(code)
        lon, lat = grid.turn(np.array([x]), np.array([y])) if grid else ((999.0,), (999.0,))
        if grid and inside(FRANCE, float(lon[0]), float(lat[0])):
            return MapFault("map_grid_undeclared", grid=grid.name, epsg=code)
    if abs(x) <= 90 and abs(y) <= 180:
        return MapFault("map_swapped", x=f"{x:.4f}", y=f"{y:.4f}")
    return MapFault("map_off_globe", x=f"{x:.1f}", y=f"{y:.1f}")


def _turn(drawings: Sequence[Drawing], grid: object) -> None:
    import numpy as np

    from game.content.maps.grids import Grid

    assert isinstance(grid, Grid)
    paths = [path for one in drawings for part in one.parts for path in part]
    spots = np.array([point[:2] for path in paths for point in path], dtype=float).reshape(-1, 2)
    with np.errstate(all="ignore"):
        turned = np.column_stack(grid.turn(spots[:, 0], spots[:, 1]))
    if not np.isfinite(turned).all():
        raise MapFault("map_off_grid", grid=grid.name)
    rows, at = np.round(turned, 8).tolist(), 0
    for path in paths:
        path[:], at = rows[at : at + len(path)], at + len(path)
    for one in drawings:
        one.box = around([box_of(path) for part in one.parts for path in part])


def box_of(path: Sequence[Sequence[float]]) -> Extent:
    """Give the box of some positions."""
    xs, ys = zip(*(point[:2] for point in path), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def middle(drawings: Sequence[Drawing]) -> Point:
    """Give the middle of a map: an object or two far away do not move it."""
    xs, ys = zip(*(centre(one.box) for one in drawings), strict=True)
    return median(xs), median(ys)


def centre(box: Extent) -> Point:
    """Give the middle of a box."""
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def rejoined(drawings: Sequence[Drawing]) -> bool:
    """Put together a map that the antimeridian parts: what is west of it goes on beyond 180 degrees, in place."""
    if not any(one.box[2] > 170 for one in drawings) or not any(one.box[0] < -170 for one in drawings):
        return False
    beside = [one for one in drawings if one.box[0] < -90 or one.box[2] > 90]
    if len(beside) * 2 <= len(drawings):
        return False
    for one in beside:
        for path in chain.from_iterable(one.parts):
            path[:] = [[point[0] % 360, *point[1:]] for point in path]
        one.box = around([box_of(path) for path in chain.from_iterable(one.parts)])
    return True


def swapped(drawings: Sequence[Drawing]) -> bool:
    """Tell whether a map seems to give latitudes first: as it is read it lies elsewhere, the other way in Europe."""
    x, y = centre(around([one.box for one in drawings]))
    if any(_within(home, x, y) for home in (EUROPE, *OVERSEAS)):
        return False
    x, y = middle(drawings)
    return not any(_within(home, x, y) for home in (EUROPE, *OVERSEAS)) and _within(EUROPE, y, x)


def _within(box: Extent, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def far(drawings: Sequence[Drawing]) -> Iterator[tuple[Drawing, float]]:
    """Give the objects that lie too far from the middle of a map to be of one town, with how far in kilometres."""
    whole = around([one.box for one in drawings])
    if max(whole[2] - whole[0], whole[3] - whole[1]) <= REACH:
        return
    x, y = middle(drawings)
    east = cos(radians(y)) or 1.0
    for one in drawings:
        x0, y0, x1, y1 = one.box
        away = max(abs(x0 - x), abs(x1 - x)), max(abs(y0 - y), abs(y1 - y))
        if max(away) > REACH:
            yield one, ((away[0] * east) ** 2 + away[1] ** 2) ** 0.5 * DEGREE / 1000
