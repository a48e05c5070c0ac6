"""Which words the ground says, and where: measured before they are drawn, none over another or a plate, none cut.

The view asks where they stand (`words`) to keep its pins off them, and the table draws the same ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import product
from math import hypot

from game.core.town import Camera, Extent, Point, Ring, Shape, Town, inside, row_inside
from game.type.ground import LETTERS, Setting
from game.type.groundroom import EDGE, Sheet
from game.type.lettering import HALF, HALO, Hand, Line, Run, Word, moved, rounded, shifted

BARS = (50, 100, 200, 500, 1000, 2000, 5000, 10_000)
BAR = 170.0
"""Metres that the scale bar may show; the most pixels of it, at 1080p."""
NORTH, ARROW = 40.0, 62.0
"""Pixels that the arrow takes beside the bar, and its height with its letter, at 1080p."""
BESIDE = 180.0
"""Pixels at 1080p by which a neighbour's name may be off the picture and yet be said at its edge."""
STOP = 8.0
"""Half the pixels a stop takes at 1080p."""
BADGES = 260.0
"""Pixels between two badges of a line, at 1080p."""
CLOSE = 5.0
"""Metres of a pixel at 1080p from which roads, parks and landmarks have names."""
SHARES = (0.5, 0.28, 0.62, 0.4, 0.75, 0.2, 0.85)
"""Where a name may stand on a line, as shares of its length; a river's anywhere, if need be."""
SPACED, SLIP = 4.0, 26
"""Pixels between the letters of a river's name that finds no free reach, and that one may slip past a leader."""
BANK = 26.0
"""Pixels at 1080p from the middle of a river to a name on its bank."""
REACHES = (*SHARES, *(i / 80 for i in range(3, 78)))


class Named:
    """The things of a town that its ground may name."""

    def __init__(self, town: Town) -> None:
        self.of: dict[str, list[Shape]] = {}
        for shape in town.layers:
            if shape.kind in AREAS or (shape.kind in KINDS and shape.name):
                kind = KINDS.get(shape.kind, shape.kind) or shape.cls
                self.of.setdefault(kind if kind in LETTERS or shape.kind != "label" else "district", []).append(shape)

    def kind(self, kind: str) -> list[Shape]:
        """Give the things that are named as `LETTERS` says, the borders, or the rails of a class."""
        return self.of.get(kind, [])


def spot(shape: Shape) -> Point:
    """Give the point where a thing is named: the first of a line, the middle of the corners of an area."""
    points = shape.lines[0][:1] if shape.lines else shape.rings[0][:-1]
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


AREAS = ("boundary", "airport")
KINDS = {"airport": "airport", "label": "", "district": "district", "rail": "", "road": "road", "landmark": "landmark",
         "park": "park", "sport": "park", "green": "park"}  # fmt: skip
"""What is named: of its own kind, or of its class. A label of no known class is written as a district."""
_known: list[tuple[Town, Named]] = []


def words(town: Town, size: tuple[int, int], camera: Camera, setting: Setting) -> tuple[Word, ...]:
    """Give the words of the ground in a picture of `size` pixels. What was asked lately is remembered."""
    if not any(one is town for one, _ in _known):
        _known[:] = [*_known[-1:], (town, Named(town))]
    named = next(found for one, found in _known if one is town)
    return _words(named, size, camera, setting)


@lru_cache(maxsize=8)
def _words(named: Named, size: tuple[int, int], camera: Camera, setting: Setting) -> tuple[Word, ...]:
    sheet = Sheet(size, camera, setting)
    for stop in named.kind("stop"):
        sheet.keep(sheet.at(spot(stop)), STOP)
    for kind in LETTERS:
        for wished in WISHES[kind](named, sheet):
            sheet.put(*wished)
    return tuple(sheet.done)


Wish = Iterator[Word | None]
Wishes = tuple[Wish, ...]
Where = Callable[[Extent], bool]
Shares = tuple[float, ...]


def _around(sheet: Sheet, kind: str, text: str, at: Point, ways: Iterable[Point], where: Where | None = None) -> Wish:
    """Say a word around a point, nearest first; `ways` are pixels at 1080p, `where` tells whether a box will do."""
    for hand in sheet.hands(kind):
        word = hand.straight(text, at)
        for dx, dy in ((x * sheet.unit, y * sheet.unit) for x, y in ways):
            box = shifted(word.boxes[0], dx, dy)
            if sheet.free(box) and (where is None or where(box)):
                yield moved(word, dx, dy)


def _along(sheet: Sheet, hands: list[Hand], text: str, path: Line, shares: Shares, slip: int = 0) -> Wish:
    for hand, share in product(hands, shares):
        if sheet.shows(path.at(path.long * share), -hand.px / 2):
            yield hand.along(text, path, share, sheet.free, slip)


def _scale(named: Named, sheet: Sheet) -> Iterator[Wishes]:
    """Set the scale bar with the arrow of the north in a corner, or else somewhere along the foot or the top."""
    unit, metres = sheet.unit, sheet.camera[2]
    shown = max((bar for bar in BARS if bar / metres <= BAR * unit), default=BARS[0])
    text = f"{shown // 1000} km" if shown >= 1000 else f"{shown} m"
    long, (wide, tall), edge = shown / metres, sheet.size, 14 * unit
    full, high = long + NORTH * unit, ARROW * unit
    xs = [edge, wide - edge - full, *(edge + i / 12 * (wide - 2 * edge - full) for i in range(1, 12))]
    yield ((_bar(sheet, text, long, (x, y, x + full, y + high)) for y in (tall - edge - high, edge) for x in xs),)


def _bar(sheet: Sheet, text: str, long: float, box: Extent) -> Word:
    px = sheet.px(LETTERS["scale"].sizes[0])
    at = (box[0] + (long + 6 * sheet.unit) / 2, box[3] - (HALF * px + (HALO + 12) * sheet.unit))
    return Word("scale", px, sheet.unit, (Run(text, *at),), (box,), long)


def _airports(named: Named, sheet: Sheet) -> Iterator[Wishes]:
    """Say an airport's name as near its middle as it lies in it, or else reaches out of it."""
    for shape in (shape for shape in named.kind("airport") if shape.rings and shape.name):
        ring, text = tuple(sheet.path(shape.rings[0])), sheet.say("airport", shape)
        seen = [point for point in ring if sheet.shows(point)]
        if seen:
            centre = (sum(x for x, _ in seen) / len(seen), sum(y for _, y in seen) / len(seen))
            ways = [
                _around(sheet, "airport", text, centre, WIDE, partial(_held, ring, ends)) for ends in ((0, 1), (0.5,))
            ]
            yield ways[0], ways[1]


def _held(ring: Ring, shares: tuple[float, ...], box: Extent) -> bool:
    """Tell whether an area holds some points of a box half-way down, at shares of its width."""
    return all(inside(ring, box[0] + (box[2] - box[0]) * share, (box[1] + box[3]) / 2) for share in shares)


def _rivers(named: Named, sheet: Sheet) -> Iterator[Wishes]:
    """Say a river's name along it; where no reach is free for all of it, beside it, or with letters around leaders."""
    for shape in named.kind("river"):
        for line in (line for line in shape.lines if len(line) > 1):
            path, text = rounded(sheet.path(line)), sheet.say("river", shape)
            whole = _along(sheet, sheet.hands("river"), text, path, REACHES)
            apart = _along(sheet, sheet.hands("river", SPACED)[-1:], text, path, REACHES, sheet.px(SLIP))
            yield whole, _beside_line(sheet, text, path), apart


def _beside_line(sheet: Sheet, text: str, path: Line) -> Wish:
    """Say a river's name on one of its banks, level: where leaders cross it, they leave more room between them."""
    for hand in sheet.hands("river"):
        for share in SHARES:
            at, off = path.at(path.long * share), hand.wide(text) / 2 + BANK * sheet.unit
            for way in (off, -off):
                word = hand.straight(text, (at[0] + way, at[1]))
                yield word if sheet.shows(at) and sheet.free(word.boxes[0]) else None


def _neighbours(named: Named, sheet: Sheet) -> Iterator[Wishes]:
    """Say a neighbour's name over none of the commune; one a little beside the picture is said at its edge."""
    shapes = (shape for kind in ("boundary", "airport") for shape in named.kind(kind) if shape.rings)
    beside = partial(_beside, [tuple(sheet.path(shape.rings[0])) for shape in shapes])
    for shape in named.kind("neighbour"):
        (x, y), text = sheet.at(spot(shape)), sheet.say("neighbour", shape)
        if sheet.shows((x, y), BESIDE * sheet.unit):
            room = sheet.hands("neighbour")[-1].wide(text) / 2 + (HALO + EDGE) * sheet.unit + 1
            x = min(max(x, room), sheet.size[0] - room)
            yield (_around(sheet, "neighbour", text, (x, y), WIDE, beside),)


def _beside(rings: list[Ring], box: Extent) -> bool:
    """Tell whether a box lies on none of some areas, by points along its top and its foot."""
    x0, y0, x1, y1 = box
    across = [x0 + (x1 - x0) * i / 6 for i in range(7)]
    return not any(row_inside(ring, across, y) for ring in rings for y in (y0, y1))


def _points(kind: str, ways: Sequence[Point]) -> Callable[[Named, Sheet], Iterator[Wishes]]:
    def wishes(named: Named, sheet: Sheet) -> Iterator[Wishes]:
        for shape in named.kind(kind):
            at = sheet.at(spot(shape))
            if sheet.shows(at) and shape.called(sheet.setting.lang) not in sheet.setting.said:
                yield (_around(sheet, kind, sheet.say(kind, shape), at, ways),)

    return wishes


def _lines(named: Named, sheet: Sheet) -> Iterator[Wishes]:
    """Set a line's number on it, twice where there is room: "T1" of "Tramway T1"."""
    ways = ((0, 0), (26, 0), (-26, 0), (0, 22), (0, -22))
    for shape in named.kind("tram"):
        short = next((part for part in reversed(shape.called(sheet.setting.lang).split()) if len(part) <= 3), "")
        for line in (line for line in shape.lines if short and len(line) > 1):
            path, before = rounded(sheet.path(line)), len(sheet.done)
            for share in (0.03, 0.97, 0.9, 0.84, 0.1, 0.8, 0.15, 0.75, 0.2, 0.5):
                at = path.at(path.long * share)
                others = [one.runs[0] for one in sheet.done[before:]]
                if len(others) < 2 and all(hypot(at[0] - o.x, at[1] - o.y) > BADGES * sheet.unit for o in others):
                    yield (_around(sheet, "line", short, at, ways),)


def _stops(named: Named, sheet: Sheet) -> Iterator[Wishes]:
    for shape in named.kind("stop"):
        at, text = sheet.at(spot(shape)), sheet.say("stop", shape)
        if sheet.shows(at):
            wide = sheet.hands("stop")[0].wide(text) / 2 / sheet.unit + 12
            yield (_around(sheet, "stop", text, at, [(side * wide, dy) for dy in (0, 12, -12) for side in (1, -1)]),)


def _close(kind: str) -> Callable[[Named, Sheet], Iterator[Wishes]]:
    """Say the names of things in or under them, once one looks closely."""

    def wishes(named: Named, sheet: Sheet) -> Iterator[Wishes]:
        yield from _points(kind, BELOW)(named, sheet) if sheet.camera[2] * sheet.unit <= CLOSE else ()

    return wishes


def _roads(named: Named, sheet: Sheet) -> Iterator[Wishes]:
    """Say the names of larger roads, once one looks closely: from afar they are only in the way."""
    for shape in named.kind("road") if sheet.camera[2] * sheet.unit <= CLOSE else ():
        for line in shape.lines if shape.cls != "street" else ():
            if len(line) > 1:
                path = rounded(sheet.path(line))
                yield (_along(sheet, sheet.hands("road"), sheet.say("road", shape), path, SHARES),)


def _grid(x: int, y: int, step: int) -> list[Point]:
    """Give ways to stand around a point, up to so many pixels at 1080p beside, above and below, the nearest first."""
    return sorted(product(range(-x, x + 1, step), range(-y, y + 1, step)), key=lambda way: hypot(*way))


WIDE, NEAR, BELOW = _grid(160, 200, 20), _grid(54, 45, 9), _grid(0, 40, 20)
"""Where the name of a large area may stand around its middle, of a district, of a small area."""
WISHES: dict[str, Callable[[Named, Sheet], Iterator[Wishes]]] = {
    "scale": _scale, "airport": _airports, "river": _rivers, "neighbour": _neighbours,
    "shield": _points("shield", ((0, 0), (0, 30), (0, -30), (30, 0), (-30, 0))), "line": _lines,
    "district": _points("district", NEAR), "park": _close("park"), "landmark": _close("landmark"),
    "stop": _stops, "road": _roads,
}  # fmt: skip
"""What finds the words of each kind of `LETTERS`: for each word, the places where it might stand, best first."""
