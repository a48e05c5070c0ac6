"""A town in metres from its objects in degrees: its layers, the footprints of its places, its frame."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, radians, sin

from game.content.maps.drawing import AREA, Path, around
from game.content.maps.locating import DEGREE, box_of
from game.content.maps.objects import PLACE, Object, is_marker
from game.content.site import covers, site
from game.core.town import Extent, Point, Ring, Scan, Shape, Town, Zone

MARKER, SIDES = 20.0, 12
"""Metres from the middle to the edge of the footprint of a place marked by a point, and its sides."""
MARGIN = 0.008
"""Room around the town when all of it is shown, as a share of its larger side."""


class Ground:
    """Turns degrees into metres from the middle of a map, x to the east, y down."""

    def __init__(self, box: Extent) -> None:
        self.lon, self.lat = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        self.east = DEGREE * cos(radians(self.lat))

    def ring(self, path: Path) -> Ring:
        """Give a path in metres, to a tenth: floors of whole decimetres, which a map of millions needs not round."""
        lon, lat, east, north = self.lon, self.lat, self.east * 10, DEGREE * 10
        return tuple([(((at[0] - lon) * east + 0.5) // 1 / 10, ((lat - at[1]) * north + 0.5) // 1 / 10) for at in path])

    def back(self, point: Point) -> list[float]:
        """Give a point in degrees: a decimetre is six decimals."""
        lon = self.lon + point[0] / self.east
        return [round((lon + 180) % 360 - 180, 6), round(self.lat - point[1] / DEGREE, 6)]

    def footprint(self, one: Object) -> tuple[Ring, ...]:
        """Give the outline of a place: a small one around a point, the largest piece of several."""
        if is_marker(one):
            return (_disc(self.ring(one.drawing.parts[0][0])[0]),)
        pieces = [tuple(self.ring(path) for path in part) for part in one.drawing.parts]
        return max(pieces, key=lambda rings: covers(rings[0]))


def _disc(middle: Point) -> Ring:
    turns = [2 * pi * side / SIDES for side in range(SIDES)]
    ring = [(round(middle[0] + MARKER * cos(turn), 1), round(middle[1] + MARKER * sin(turn), 1)) for turn in turns]
    return (*ring, ring[0])


def town_of(objects: Sequence[Object], digest: str) -> Town:
    """Make a town of its objects, in metres from their middle. Raises MapFault for a picture that cannot be shown."""
    ground = Ground(around([one.drawing.box for one in objects]))
    layers = [_shape(ground, one) for one in objects if one.kind != PLACE]
    zones = [_zone(ground, one) for one in objects if one.kind == PLACE]
    zones.sort(key=lambda zone: -covers(zone.rings[0]))
    name = next((one.name for one in reversed(objects) if one.kind == "boundary"), "")
    scan = next((_scan(ground, one) for one in objects if one.kind == "picture"), None)
    return Town(name, _framed(layers, zones), tuple(layers), tuple(zones), digest, scan=scan)


def _scan(ground: Ground, one: Object) -> Scan:
    """Give the picture that lies under a town. Raises MapFault map_picture_bad."""
    from game.content.maps import scan

    return Scan(scan.opened(one.drawing.known.get("picture")), box_of(ground.ring(one.drawing.parts[0][0])))


def _zone(ground: Ground, one: Object) -> Zone:
    rings = ground.footprint(one)
    return Zone(one.place_id, one.name, rings, site(rings), sure=one.sure)


def _shape(ground: Ground, one: Object) -> Shape:
    paths = tuple([ground.ring(path) for part in one.drawing.parts for path in part])
    area = one.drawing.form == AREA
    if one.kind == "boundary":
        paths = tuple(sorted(paths, key=covers, reverse=True))
    return Shape(one.kind, one.cls, one.name, paths if area else (), () if area else paths, one.name_en)


def _framed(layers: Sequence[Shape], zones: Sequence[Zone]) -> Extent:
    """Frame the commune and its places; a map without a commune's border is framed whole."""
    borders = [ring for shape in layers if shape.kind == "boundary" for ring in shape.rings]
    held = [*borders, *(ring for zone in zones for ring in zone.rings)] if borders else []
    every = [path for shape in layers for path in (*shape.rings, *shape.lines)]
    x0, y0, x1, y1 = around([box_of(path) for path in held or [*every, *(r for z in zones for r in z.rings)]])
    room = max(x1 - x0, y1 - y0) * MARGIN if held else 0.0
    return x0 - room, y0 - room, x1 + room, y1 + room
