"""The plan of a town laid out for one picture: how near it is seen, its plates, its leaders, its rings and its pins.

All in pixels of a plan at 1080p and text scale 100 %: a larger one is the same, multiplied. It depends on the town, the
picture's size, the widths of the names: never on what is placed, so that laying a card moves nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from game.core.frozen import dataclass
from game.core.labels.columns import LEFT, RIGHT, ROOM, Edge, Spot, covered, plate
from game.core.labels.lines import Path, around, crossed, extent, runs
from game.core.labels.rings import rings
from game.core.labels.sides import MANY, Placed, Sides
from game.core.labels.slots import Stand, slots
from game.core.town import Camera, Extent, Point, Ring, inside, to_screen

MARGIN = 10.0
"""From the picture's edge to a plate."""
REST, HELD, PITCH = 44.0, 59.0, 62.0
"""Heights of a plate at rest and while a card is held, and from one to the next in a column."""
THIN, THINNEST, GAP, THIN_GAP = 30.0, 26.0, 2.0, 1.0
"""Height of a thin plate, and where they are many; between two plates at least, between two thin ones."""
STEPS, LEAST = 7, 100.0
"""Halvings of the search for the scale; room for the town between two columns, under which there is one."""
RETREAT = (0.0, 0.15, 0.45, 1.0)
"""How much farther the view goes, as shares of the way, while a plate covers a footprint all the same."""


DOT, POINTS, AREA = 12.0, 60, (18.0, 30.0)
"""Across the dot of an area's site; points of its outline that hold its pins in; the least sides of one."""


@dataclass(frozen=True, slots=True)
class Named:
    """A place to be labelled: its site and the outline of its footprint in metres, the width of its plate in pixels.

    `plated`: it wants a plate.
    """

    place: str
    site: Point
    outline: Ring
    wide: float
    plated: bool = True

    @property
    def box(self) -> Extent:
        """Give the box round its footprint, in metres."""
        return extent(self.outline)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a labelling depends on. `top` and `low` are what is kept free above and below the columns, left then right.

    `extent` is the town's, in metres. Of more names than two columns hold, the first have plates. `look` is where the
    picture looks, if that is not to be found; where it is `near`, what lies under the columns has no plate. `kept` are
    boxes that no pin stands on.
    """

    size: tuple[float, float]
    extent: Extent
    named: tuple[Named, ...]
    kept: tuple[Extent, ...] = ()
    top: tuple[float, float] = (MARGIN, MARGIN)
    low: tuple[float, float] = (MARGIN, MARGIN)
    look: Camera | None = None
    near: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A place as it is labelled: its site; its plate while a card is held, and the leader from it, if it has one.

    `ring` is the middle of the ring by which a card is dropped on it; `slots` are those of its pins, nearest first.
    """

    place: str
    site: Point
    plate: Extent | None = None
    leader: Path = ()
    side: int = LEFT
    ring: Point = (0.0, 0.0)
    slots: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Labelled:
    """A picture laid out. `rest` is how tall a plate is at rest.

    `thin`: plates have no room for what they show while a card is held; those that then matter are laid out again.
    """

    camera: Camera
    rest: float
    thin: bool
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class _Fit:
    """How plates stand in the columns: how tall at rest, whether thin, the columns, how many each takes."""

    rest: float
    thin: bool
    edges: tuple[Edge, Edge]
    caps: tuple[int, int]


@lru_cache(maxsize=16)
def labelled(asked: Asked) -> Labelled:
    """Lay a picture out; what was asked lately is remembered: the plan, and each picture of it that is exported."""
    asked = _in_sight(_one_column(asked))
    fit = _fit(asked, sum(one.plated for one in asked.named))
    camera, placed = _placed(asked, fit)
    sites = [to_screen(camera, one.site) for one in asked.named]
    laid = {spot.place: (plate(edge, y, spot.wide), path, edge.side) for edge, spot, y, path in placed}
    labels = []
    for one, site, ring in zip(asked.named, sites, rings(sites, asked.size), strict=True):
        box, path, side = laid.get(one.place, (None, (), LEFT))
        labels.append(Label(one.place, site, box, path, side, ring))
    stands = [_stand(camera, one, label) for one, label in zip(asked.named, labels, strict=True)]
    pins = slots(stands, [*asked.kept, *(label.plate for label in labels if label.plate)], asked.size)
    labels = [replace(label, slots=spots) for label, spots in zip(labels, pins, strict=True)]
    return Labelled(camera, fit.rest, fit.thin, tuple(labels))


def _stand(camera: Camera, one: Named, label: Label) -> Stand:
    """Tell what the pins of a place keep clear of: its building, or the site of an area they have room in."""
    box = _boxed(camera, one.box)
    if not is_area(box[2] - box[0], box[3] - box[1]):
        return Stand(label.site, box, label.leader, label.ring)
    outline = one.outline[:: len(one.outline) // POINTS + 1]

    def home(x: float, y: float) -> bool:
        return inside(outline, camera[0] + x * camera[2], camera[1] + y * camera[2])

    return Stand(label.site, around(label.site, DOT / 2), label.leader, label.ring, home)


def is_area(wide: float, high: float) -> bool:
    """Tell whether a footprint of that size is shown by its outline and holds its pins: a smaller one is a building."""
    return min(wide, high) >= AREA[0] and max(wide, high) >= AREA[1]


def _in_sight(asked: Asked) -> Asked:
    """Take the plates away of what a given view does not show, or of what its columns would hide."""
    if asked.look is None:
        return asked
    (wide, high), look = asked.size, asked.look
    edge = MARGIN + (max((one.wide for one in asked.named), default=0.0) + ROOM) * asked.near
    seen = {one.place: to_screen(look, one.site) for one in asked.named}
    held = {place for place, (x, y) in seen.items() if edge <= x <= wide - edge and 0 <= y <= high}
    return replace(asked, named=tuple(replace(one, plated=one.plated and one.place in held) for one in asked.named))


def _fit(asked: Asked, count: int) -> _Fit:
    """Find how tall plates can be for all to have one; thin ones beyond `MANY`, or where both columns are too short."""
    (wide, high), sides = asked.size, (LEFT, RIGHT)
    room = tuple(max(0.0, high - asked.top[side] - asked.low[side]) for side in sides)
    pitch = _pitch(room, count)
    thin = count > MANY or pitch < REST + GAP
    rest = min(THIN, max(pitch - THIN_GAP, THINNEST)) if thin else REST
    held = rest if thin else min(HELD, pitch - GAP)
    pitch = rest + THIN_GAP if thin else pitch
    left, right = (
        Edge(side, MARGIN if side == LEFT else wide - MARGIN, asked.top[side], high - asked.low[side], held, pitch)
        for side in sides
    )
    return _Fit(rest, thin, (left, right), (_most(room[LEFT], pitch), _most(room[RIGHT], pitch)))


def _pitch(room: tuple[float, ...], count: int) -> float:
    """Give how far apart plates may stand for two columns to take them all, `PITCH` at most."""
    ways = {PITCH, *(tall / k for tall in room for k in range(1, count + 1))}
    held = (pitch for pitch in ways if 0 < pitch <= PITCH and sum(_most(tall, pitch) for tall in room) >= count)
    return max(held, default=0.0)


def _most(tall: float, pitch: float) -> int:
    return int((tall + 1e-6) // pitch)


def _placed(asked: Asked, fit: _Fit) -> tuple[Camera, list[Placed]]:
    """Find the nearest view whose plates cover no footprint, and its plates."""
    if asked.look is not None:
        return asked.look, _sides(asked, fit, asked.look).best()
    near, far = _scales(asked)
    good = far if fit.thin else _nearest(asked, fit, near, far)
    for share in RETREAT:
        camera = _camera(asked, good + (far - good) * share)
        placed = (sides := _sides(asked, fit, camera)).best()
        if _sound(placed, sides.spots):
            break
    return camera, placed


def _sound(placed: list[Placed], spots: Sequence[Spot]) -> bool:
    """Tell whether no plate covers a footprint, no leader another nor a plate."""
    plates, paths = [plate(edge, y, spot.wide) for edge, spot, y, _ in placed], [path for _, _, _, path in placed]
    over = any(runs(path, box) for i, path in enumerate(paths) for j, box in enumerate(plates) if i != j)
    return (
        not over
        and not crossed(paths, [extent(path) for path in paths])
        and not any(covered(box, spots) for box in plates)
    )


def _nearest(asked: Asked, fit: _Fit, near: float, far: float) -> float:
    """Halve the way between two scales, until what is nearest and clear is found."""
    if _clear(asked, fit, near):
        return near
    for _ in range(STEPS):
        middle = (near + far) / 2
        near, far = (near, middle) if _clear(asked, fit, middle) else (middle, far)
    return far


def _sides(asked: Asked, fit: _Fit, camera: Camera) -> Sides:
    spots = [Spot(one.place, to_screen(camera, one.site), _boxed(camera, one.box), one.wide) for one in asked.named]
    plated = [spot for spot, one in zip(spots, asked.named, strict=True) if one.plated][: sum(fit.caps)]
    return Sides(plated, spots, fit.edges, fit.caps)


def _boxed(camera: Camera, box: Extent) -> Extent:
    return *to_screen(camera, box[:2]), *to_screen(camera, box[2:])


def _clear(asked: Asked, fit: _Fit, scale: float) -> bool:
    """Tell whether the plates of the best cut keep clear of every footprint, seen at a scale."""
    return _sides(asked, fit, _camera(asked, scale)).roughly_clear()


def _scales(asked: Asked) -> tuple[float, float]:
    """Give metres per pixel: where the town is as high as the picture, and where its places fit beside the columns."""
    (wide, high), (_, y0, _, y1) = asked.size, asked.extent
    x0, x1 = _across(asked)
    far = max((y1 - y0) / max(1.0, high), (x1 - x0) / max(1.0, wide / 8, wide - sum(_taken(asked))))
    return far if _closed(asked) else max((y1 - y0) / max(1.0, high), (x1 - x0) / max(1.0, wide - 2 * MARGIN)), far


def _across(asked: Asked) -> tuple[float, float]:
    """Give how far the footprints reach to the west and to the east, in metres; the town where it has no place."""
    boxes = [one.box for one in asked.named] or [asked.extent]
    return min(box[0] for box in boxes), max(box[2] for box in boxes)


def _taken(asked: Asked) -> tuple[float, float]:
    """Give how much of the picture's width the columns take, left and right."""
    widest = max((one.wide for one in asked.named if one.plated), default=0.0) + MARGIN + ROOM
    return MARGIN if _closed(asked) else widest, widest


def _closed(asked: Asked) -> bool:
    """Tell whether the left column stands empty."""
    return asked.top[LEFT] >= asked.size[1]


def _one_column(asked: Asked) -> Asked:
    """Leave the left column empty where two would leave the town no room between them."""
    narrow = asked.size[0] - sum(_taken(asked)) < LEAST
    return replace(asked, top=(asked.size[1], asked.top[RIGHT])) if narrow else asked


def _camera(asked: Asked, scale: float) -> Camera:
    """Look at the middle of the places from west to east, of the town from north to south."""
    (wide, high), (_, y0, _, y1), (left, right) = asked.size, asked.extent, _taken(asked)
    return sum(_across(asked)) / 2 - (wide + left - right) * scale / 2, (y0 + y1) / 2 - high * scale / 2, scale
