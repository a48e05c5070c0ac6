"""Which words the ground says, and where: measured before they are drawn, none over another or a plate, none cut.

The view asks where they stand (`words`) to keep its pins off them, and the table draws the same ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from itertools import chain, pairwise, product
from math import hypot

from game.core.frozen import dataclass
from game.core.town import Camera, Extent, Point, Ring, Shape, Town, inside, to_screen
from game.type.ground import LETTERS
from game.type.lettering import HALF, HALO, Line, Run, Word, along, moved, shifted, spelt_for, steps, straight

EDGE, APART = 3.0, 2.0
"""Pixels at 1080p between a word and the picture's edge, and between two words."""
BARS = (50, 100, 200, 500, 1000, 2000, 5000, 10_000)
"""Metres that the scale bar may show."""
BAR = 170.0
"""The most pixels of it, at 1080p."""
NORTH, ARROW = 40.0, 62.0
"""Pixels that the arrow takes beside the bar, and its height with its letter, at 1080p."""
BESIDE = 180.0
"""Pixels at 1080p by which a neighbour's name may be off the picture and yet be said at its edge."""
BADGES = 260.0
"""Pixels between two badges of a line, at 1080p."""
CLOSE = 5.0
"""Metres of a pixel at 1080p from which roads have names."""
SHARES = (0.5, 0.28, 0.62, 0.4, 0.75, 0.2, 0.85)
"""Where a name may stand on a line, as shares of its length; a river's anywhere, if need be."""
REACHES = (*SHARES, *(i / 80 for i in range(3, 78)))


@dataclass(frozen=True, slots=True)
class Setting:
    """What the words stand among. `unit`: pixels that one of a 1080p screen takes; `taken`: boxes no word may touch.

    `lines` are the leaders, which no word may lie on; `said` the names that plates already say. All in pixels of the
    picture, from its corner.
    """

    lang: str = "fr"
    unit: float = 1.0
    taken: tuple[Extent, ...] = ()
    lines: tuple[tuple[Point, ...], ...] = ()
    said: tuple[str, ...] = ()


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
KINDS = {"airport": "airport", "label": "", "district": "district", "rail": "", "road": "road"}
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
    sheet = _Sheet(size, camera, setting)
    for kind in LETTERS:
        for wished in WISHES[kind](named, sheet):
            sheet.put(wished)
    return tuple(sheet.done)


class _Sheet:
    """The picture, with the words that already stand on it."""

    def __init__(self, size: tuple[int, int], camera: Camera, setting: Setting) -> None:
        self.size, self.camera, self.setting, self.unit = size, camera, setting, setting.unit
        self.done: list[Word] = []
        self._held = list(setting.taken)

    def px(self, size: float) -> int:
        return max(6, round(size * self.unit))

    def at(self, point: Point) -> Point:
        return to_screen(self.camera, point)

    def path(self, ring: Ring) -> list[Point]:
        return [to_screen(self.camera, point) for point in ring]

    def shows(self, at: Point, beyond: float = 0.0) -> bool:
        return all(-beyond <= c <= most + beyond for c, most in zip(at, self.size, strict=True))

    def put(self, wished: Iterable[Word | None]) -> Word | None:
        """Let the first of several ways to say a word stand that hides nothing."""
        for word in wished:
            if word is not None and all(map(self.free, word.boxes)):
                self.done.append(word)
                self._held += [grown(box, APART * self.unit) for box in word.boxes]
                return word
        return None

    def free(self, box: Extent) -> bool:
        """Tell whether a box lies wholly in the picture and touches nothing that stands there."""
        edge = EDGE * self.unit
        if box[0] < edge or box[1] < edge or box[2] > self.size[0] - edge or box[3] > self.size[1] - edge:
            return False
        return not any(meets(box, held) for held in self._held) and not any(
            crosses(box, a, b) for line in self.setting.lines for a, b in pairwise(line)
        )

    def say(self, kind: str, shape: Shape) -> str:
        return spelt_for(shape.called(self.setting.lang), LETTERS[kind])

    def sizes(self, kind: str) -> list[int]:
        return [self.px(size) for size in LETTERS[kind].sizes]


def grown(box: Extent, by: float) -> Extent:
    """Give a box with an edge around it."""
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def meets(a: Extent, b: Extent) -> bool:
    """Tell whether two boxes share an area."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def crosses(box: Extent, a: Point, b: Point) -> bool:
    """Tell whether a line from one point to another passes through a box (Liang and Barsky)."""
    start, end = 0.0, 1.0
    for i in (0, 1):
        d, low, high = b[i] - a[i], box[i] - a[i], box[i + 2] - a[i]
        if not d:
            if low > 0 or high < 0:
                return False
            continue
        one, two = sorted((low / d, high / d))
        start, end = max(start, one), min(end, two)
    return start < end


Wish = Iterator[Word | None]
Where = Callable[[Extent], bool]


def _around(sheet: _Sheet, kind: str, text: str, at: Point, ways: Iterable[Point], where: Where | None = None) -> Wish:
    """Say a word around a point, nearest first; `ways` are pixels at 1080p, `where` tells whether a box will do."""
    for px in sheet.sizes(kind):
        word = straight(kind, text, px, sheet.unit, at)
        for dx, dy in ((x * sheet.unit, y * sheet.unit) for x, y in ways):
            box = shifted(word.boxes[0], dx, dy)
            if (where is None or where(box)) and sheet.free(box):
                yield moved(word, dx, dy)


def _along(sheet: _Sheet, kind: str, text: str, line: Ring, shares: tuple[float, ...]) -> Wish:
    path = Line(sheet.path(line))
    for px, share in product(sheet.sizes(kind), shares):
        x, y = path.at(path.long * share)
        if sheet.free((x - px / 2, y - px / 2, x + px / 2, y + px / 2)):
            yield along(kind, text, px, sheet.unit, path, share)


def _scale(named: Named, sheet: _Sheet) -> Iterator[Wish]:
    """Set the scale bar with the arrow of the north in a corner, or else somewhere along the foot or the top."""
    unit, metres = sheet.unit, sheet.camera[2]
    shown = max((bar for bar in BARS if bar / metres <= BAR * unit), default=BARS[0])
    text = f"{shown // 1000} km" if shown >= 1000 else f"{shown} m"
    long, (wide, tall), edge = shown / metres, sheet.size, 14 * unit
    full, high = long + NORTH * unit, ARROW * unit
    xs = [edge, wide - edge - full, *(edge + i / 12 * (wide - 2 * edge - full) for i in range(1, 12))]
    yield (_bar(sheet, text, long, (x, y, x + full, y + high)) for y in (tall - edge - high, edge) for x in xs)


def _bar(sheet: _Sheet, text: str, long: float, box: Extent) -> Word:
    px = sheet.px(LETTERS["scale"].sizes[0])
    at = (box[0] + (long + 6 * sheet.unit) / 2, box[3] - (HALF * px + (HALO + 12) * sheet.unit))
    return Word("scale", px, sheet.unit, (Run(text, *at),), (box,), long)


def _airports(named: Named, sheet: _Sheet) -> Iterator[Wish]:
    """Say an airport's name in its middle, or wherever it lies in it, or reaches out of it."""
    for shape in (shape for shape in named.kind("airport") if shape.rings):
        ring = tuple(sheet.path(shape.rings[0]))
        seen = [point for point in ring if sheet.shows(point)]
        if seen:
            centre = (sum(x for x, _ in seen) / len(seen), sum(y for _, y in seen) / len(seen))
            wheres = (partial(_held, ring), None)
            text = sheet.say("airport", shape)
            yield chain.from_iterable(_around(sheet, "airport", text, centre, WIDE, where) for where in wheres)


def _held(ring: Ring, box: Extent) -> bool:
    return all(inside(ring, x, (box[1] + box[3]) / 2) for x in (box[0], box[2]))


def _rivers(named: Named, sheet: _Sheet) -> Iterator[Wish]:
    for shape in named.kind("river"):
        for line in (line for line in shape.lines if len(line) > 1):
            yield _along(sheet, "river", sheet.say("river", shape), line, REACHES)


def _neighbours(named: Named, sheet: _Sheet) -> Iterator[Wish]:
    """Say a neighbour's name over none of the commune; one a little beside the picture is said at its edge."""
    shapes = (shape for kind in ("boundary", "airport") for shape in named.kind(kind) if shape.rings)
    beside = partial(_beside, [tuple(sheet.path(shape.rings[0])) for shape in shapes])
    for shape in named.kind("neighbour"):
        (x, y), text = sheet.at(spot(shape)), sheet.say("neighbour", shape)
        if sheet.shows((x, y), BESIDE * sheet.unit):
            half = straight("neighbour", text, sheet.sizes("neighbour")[-1], sheet.unit, (0.0, 0.0)).boxes[0][2]
            room = half + EDGE * sheet.unit + 1
            x = min(max(x, room), sheet.size[0] - room)
            yield _around(sheet, "neighbour", text, (x, y), WIDE, beside)


def _beside(rings: list[Ring], box: Extent) -> bool:
    """Tell whether a box lies on none of some areas, by points along its top and its foot."""
    x0, y0, x1, y1 = box
    points = [(x0 + (x1 - x0) * i / 8, y) for i in range(9) for y in (y0, y1)]
    return not any(inside(ring, *point) for ring in rings for point in points)


def _points(kind: str, ways: tuple[Point, ...]) -> Callable[[Named, _Sheet], Iterator[Wish]]:
    def wishes(named: Named, sheet: _Sheet) -> Iterator[Wish]:
        for shape in named.kind(kind):
            at = sheet.at(spot(shape))
            if sheet.shows(at) and shape.called(sheet.setting.lang) not in sheet.setting.said:
                yield _around(sheet, kind, sheet.say(kind, shape), at, ways)

    return wishes


def _lines(named: Named, sheet: _Sheet) -> Iterator[Wish]:
    """Set a line's number on it, twice where there is room: "T1" of "Tramway T1"."""
    ways = ((0, 0), (26, 0), (-26, 0), (0, 22), (0, -22))
    for shape in named.kind("tram"):
        short = next((part for part in reversed(shape.called(sheet.setting.lang).split()) if len(part) <= 3), "")
        for line in (line for line in shape.lines if short and len(line) > 1):
            path, before = Line(sheet.path(line)), len(sheet.done)
            for share in (0.03, 0.97, 0.9, 0.84, 0.1, 0.8, 0.15, 0.75, 0.2, 0.5):
                at = path.at(path.long * share)
                others = [one.runs[0] for one in sheet.done[before:]]
                if len(others) < 2 and all(hypot(at[0] - o.x, at[1] - o.y) > BADGES * sheet.unit for o in others):
                    yield _around(sheet, "line", short, at, ways)


def _stops(named: Named, sheet: _Sheet) -> Iterator[Wish]:
    for shape in named.kind("stop"):
        at, text = sheet.at(spot(shape)), sheet.say("stop", shape)
        if sheet.shows(at):
            wide = steps(text, LETTERS["stop"], sheet.sizes("stop")[0], sheet.unit)[-1] / 2 / sheet.unit + 12
            yield _around(
                sheet, "stop", text, at, ((wide, 0), (-wide, 0), (wide, 12), (-wide, 12), (wide, -12), (-wide, -12))
            )


def _roads(named: Named, sheet: _Sheet) -> Iterator[Wish]:
    """Say the names of larger roads, once one looks closely: from afar they are only in the way."""
    for shape in named.kind("road") if sheet.camera[2] * sheet.unit <= CLOSE else ():
        for line in shape.lines if shape.cls != "street" else ():
            if len(line) > 1:
                yield _along(sheet, "road", sheet.say("road", shape), line, SHARES)


WIDE = sorted(product(range(-160, 161, 40), range(-150, 151, 25)), key=lambda way: hypot(*way))
"""Where a large area's name may stand around its middle, in pixels at 1080p; then where a small one's may."""
NEAR = ((0, 0), (0, 18), (0, -18), (0, 32), (0, -32), (40, 0), (-40, 0), (50, 24), (-50, 24), (-50, -24), (50, -24))
WISHES: dict[str, Callable[[Named, _Sheet], Iterator[Wish]]] = {
    "scale": _scale, "airport": _airports, "river": _rivers, "neighbour": _neighbours,
    "shield": _points("shield", ((0, 0), (0, 30), (0, -30), (30, 0), (-30, 0))), "line": _lines,
    "district": _points("district", NEAR), "stop": _stops, "road": _roads,
}  # fmt: skip
"""What finds the words of each kind of `LETTERS`: for each word, the places where it might stand, best first."""
