"""Coordinates in metres, of the grids that towns' maps come in, turned into longitudes and latitudes (WGS84).

Lambert-93 and the nine conical zones, UTM and the other transverse grids of its ellipsoid, and Web Mercator are worked
out here (Snyder, Map Projections, USGS 1395; Krüger's series: within a millimetre); of any other a library is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import numpy as np

from game.content.maps.fault import MapFault
from game.core.frozen import dataclass

RADIUS, FLATTENING = 6_378_137.0, 1 / 298.257222101
"""GRS80, in metres; WGS84 differs from it by a tenth of a millimetre."""
E1 = (FLATTENING * (2 - FLATTENING)) ** 0.5
Turn = Callable[[Any, Any], tuple[Any, Any]]
"""From arrays of metres east and north to arrays of longitudes and latitudes in degrees."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A grid, the name people know it by, and what turns its metres into degrees."""

    name: str
    turn: Turn


TRANSVERSE = {
    **{32_600 + zone: (f"UTM {zone}N", zone * 6 - 183, 0.9996, 500_000, 0) for zone in range(1, 61)},
    **{32_700 + zone: (f"UTM {zone}S", zone * 6 - 183, 0.9996, 500_000, 10_000_000) for zone in range(1, 61)},
    **{25_800 + zone: (f"ETRS89 UTM {zone}N", zone * 6 - 183, 0.9996, 500_000, 0) for zone in range(28, 39)},
    **{3854 + lon: (f"ETRS-GK{lon}", lon, 1.0, lon * 1_000_000 + 500_000, 0) for lon in range(19, 32)},
    3067: ("ETRS-TM35FIN", 27, 0.9996, 500_000, 0),
    5490: ("RGAF09 UTM 20N", -63, 0.9996, 500_000, 0),
    4467: ("RGSPM06 UTM 21N", -57, 0.9996, 500_000, 0),
    2972: ("RGFG95 UTM 22N", -51, 0.9996, 500_000, 0),
    2975: ("RGR92 UTM 40S", 57, 0.9996, 500_000, 10_000_000),
    4471: ("RGM04 UTM 38S", 45, 0.9996, 500_000, 10_000_000),
}
"""By EPSG number: name, central meridian, scale on it, metres added to the east and to the north."""
WEB = (3857, 900_913, 102_100)


def number(crs: str) -> int:
    """Give the EPSG number in a name of coordinates (`urn:ogc:def:crs:EPSG::2154`, `EPSG:2154`); 0 without one."""
    found = re.search(r"EPSG[:/].*?(\d{4,6})$", crs.strip(), re.IGNORECASE)
    return int(found[1]) if found else 0


def grid(crs: str) -> Grid:
    """Give the grid of a name. Raises MapFault: map_crs for a name nobody knows, map_crs_extra without the library."""
    return ours(number(crs)) or _asked(crs)


def ours(code: int) -> Grid | None:
    """Give a grid that is worked out here, by its EPSG number."""
    if code == 2154:
        return Grid("Lambert-93", _cone(46.5, (44.0, 49.0), (700_000, 6_600_000)))
    if 3942 <= code <= 3950:
        lat = code - 3900
        false = (1_700_000, (lat - 41) * 1_000_000 + 200_000)
        return Grid(f"CC{lat}", _cone(lat, (lat - 0.75, lat + 0.75), false))
    if code in WEB:
        return Grid("Web Mercator", _web)
    known = TRANSVERSE.get(code)
    return Grid(known[0], _across(*known[1:])) if known else None


def _asked(crs: str) -> Grid:
    try:
        from pyproj import CRS, Transformer
        from pyproj.exceptions import ProjError
    except ImportError:
        raise MapFault("map_crs_extra", crs=crs[:60]) from None
    try:
        named = CRS.from_user_input(number(crs) or crs)
        return Grid(str(named.name), Transformer.from_crs(named, 4326, always_xy=True).transform)
    except ProjError:
        raise MapFault("map_crs", crs=crs[:60]) from None


def _web(x: Any, y: Any) -> tuple[Any, Any]:
    return np.degrees(x / RADIUS), np.degrees(np.arctan(np.sinh(y / RADIUS)))


def _bent(lat: Any) -> Any:
    """Give by how much the ellipsoid bends a conformal latitude, both in radians."""
    sine = E1 * np.sin(lat)
    return ((1 - sine) / (1 + sine)) ** (E1 / 2)


def _cone(origin: float, standard: tuple[float, float], false: tuple[float, float]) -> Turn:
    """Give the Lambert conic of two standard parallels and longitude 3, in degrees (Snyder 15)."""
    low, high, lat0 = np.radians((*standard, origin))
    t1, t2, t0 = (np.tan(np.pi / 4 - lat / 2) / _bent(lat) for lat in (low, high, lat0))
    m1, m2 = (np.cos(lat) / np.sqrt(1 - (E1 * np.sin(lat)) ** 2) for lat in (low, high))
    n = np.log(m1 / m2) / np.log(t1 / t2)
    wide = RADIUS * m1 / (n * t1**n)

    def turn(x: Any, y: Any) -> tuple[Any, Any]:
        east, north = x - false[0], wide * t0**n - (y - false[1])
        t = (np.hypot(east, north) / wide) ** (1 / n)
        lat = np.pi / 2 - 2 * np.arctan(t)
        for _ in range(6):  # each turn gains three digits
            lat = np.pi / 2 - 2 * np.arctan(t * _bent(lat))
        return 3 + np.degrees(np.arctan2(east, north) / n), np.degrees(lat)

    return turn


def _across(middle: float, scale: float, false_east: float, false_north: float) -> Turn:
    """Give a transverse Mercator around a meridian in degrees: Krüger's series in n, to its third power."""
    n = FLATTENING / (2 - FLATTENING)
    around = scale * RADIUS / (1 + n) * (1 + n**2 / 4 + n**4 / 64)
    plane = (n / 2 - 2 * n**2 / 3 + 37 * n**3 / 96, n**2 / 48 + n**3 / 15, 17 * n**3 / 480)
    globe = (2 * n - 2 * n**2 / 3 - 2 * n**3, 7 * n**2 / 3 - 8 * n**3 / 5, 56 * n**3 / 15)

    def turn(x: Any, y: Any) -> tuple[Any, Any]:
        north, east = (y - false_north) / around, (x - false_east) / around
        waves = [(2 * k * north, 2 * k * east, b) for k, b in enumerate(plane, 1)]
        xi = north - sum(b * np.sin(up) * np.cosh(across) for up, across, b in waves)
        eta = east - sum(b * np.cos(up) * np.sinh(across) for up, across, b in waves)
        lat = np.arcsin(np.sin(xi) / np.cosh(eta))
        lat = lat + sum(d * np.sin(2 * k * lat) for k, d in enumerate(globe, 1))
        return middle + np.degrees(np.arctan2(np.sinh(eta), np.cos(xi))), np.degrees(lat)

    return turn
