"""Shapes mended, simplified and clipped to a commune by shapely, in metres; never on the way to a first frame."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import shapely

from game.content.maps.drawing import AREA, LINE, Drawing, Path
from game.content.maps.metres import Ground
from game.core.town import Extent, Point

RICHEST = 500
"""Points of an unsound outline that are mended here: one of thousands can hang the library (maps.md 2)."""
FINE, COARSE = 1.0, 2.0
"""Metres by which an outline may move: of a building or a place, of the rest."""
AROUND = 300.0
"""Metres around everything where a map has no outline."""
Geometry = Any


def geometry(ground: Ground, drawing: Drawing, fine: float) -> Geometry:
    """Give a drawing in metres, simplified and sound; None for what cannot be mended."""
    if drawing.form == AREA:
        return sound([_polygon(ground, part) for part in drawing.parts], fine)
    paths = [ground.ring(part[0]) for part in drawing.parts]
    if drawing.form == LINE:
        return shapely.simplify(shapely.MultiLineString(paths), fine, preserve_topology=False)
    return shapely.MultiPoint([path[0] for path in paths])


def _polygon(ground: Ground, part: Sequence[Path]) -> Geometry:
    rings = [ground.ring(path) for path in part]
    return shapely.Polygon(rings[0], rings[1:])


def sound(polygons: Iterable[Geometry], fine: float) -> Geometry:
    """Simplify polygons and mend each that needs it; None when one cannot be."""
    found = []
    for one in polygons:
        thin = shapely.simplify(one, fine, preserve_topology=False)
        thin = one if thin.is_empty else thin
        if not thin.is_valid:
            if shapely.get_num_coordinates(thin) > RICHEST:
                return None
            thin = shapely.make_valid(thin, method="structure", keep_collapsed=False)
        found += [part for part in shapely.get_parts(thin) if part.geom_type == "Polygon" and not part.is_empty]
    return shapely.MultiPolygon(found) if found else None


def peopled(border: Geometry, spots: Sequence[Point]) -> Geometry:
    """Keep of a commune in several pieces its largest, and those that hold a place: woods far away are not played."""
    pieces = sorted(shapely.get_parts(border), key=lambda one: -one.area)
    held = [one for one in pieces[1:] if any(one.contains(shapely.Point(spot)) for spot in spots)]
    return shapely.MultiPolygon([pieces[0], *held])


def clipped(found: Geometry, box: Extent) -> Geometry | None:
    """Cut a geometry to a box; None when nothing of it is left."""
    x0, y0, x1, y1 = found.bounds
    if x0 >= box[0] and y0 >= box[1] and x1 <= box[2] and y1 <= box[3]:
        return found
    cut = shapely.clip_by_rect(found, *box)
    return None if cut.is_empty else cut


def joined(drawings: Sequence[Drawing]) -> list[list[Path]]:
    """Give the outline of areas side by side, gaps of a few metres closed, in degrees."""
    ground = Ground(_box(drawings))
    shapes = [found for one in drawings if (found := geometry(ground, one, COARSE)) is not None]
    whole = shapely.union_all(shapely.buffer(shapes, 5.0, quad_segs=2))
    return degrees(ground, shapely.simplify(shapely.buffer(whole, -5.0, quad_segs=2), COARSE))


def around_all(drawings: Sequence[Drawing]) -> list[list[Path]]:
    """Give an outline around everything, in degrees."""
    ground = Ground(_box(drawings))
    corners = [[(one.box[i], one.box[j])] for one in drawings for i in (0, 2) for j in (1, 3)]
    hull = shapely.convex_hull(shapely.MultiPoint([ground.ring(list(corner))[0] for corner in corners]))
    return degrees(ground, shapely.simplify(shapely.buffer(hull, AROUND, quad_segs=4), COARSE))


def _box(drawings: Sequence[Drawing]) -> Extent:
    x0, y0, x1, y1 = zip(*(one.box for one in drawings), strict=True)
    return min(x0), min(y0), max(x1), max(y1)


def degrees(ground: Ground, found: Geometry) -> list[list[Path]]:
    """Give the parts of a geometry in degrees, largest first for areas."""
    parts = sorted(_simple(found), key=lambda one: -one.area)
    return [[[ground.back(point) for point in ring.coords] for ring in _rings(one)] for one in parts]


def _simple(found: Geometry) -> list[Geometry]:
    parts = shapely.get_parts(found)
    return [one for part in parts for one in (shapely.get_parts(part) if "Multi" in part.geom_type else [part])]


def _rings(one: Geometry) -> list[Geometry]:
    return [one.exterior, *one.interiors] if one.geom_type == "Polygon" else [one]


def spot(found: Geometry) -> Point:
    """Give a point of a geometry, in metres: inside an area."""
    at = shapely.point_on_surface(found)
    return float(at.x), float(at.y)
