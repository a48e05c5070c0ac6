"""A town made of other people's maps: its commune, the ground around it, and the places a council may buy for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import shapely

from game.content.maps import shaping
from game.content.maps.commune import Commune, box, commune
from game.content.maps.drawing import AREA, LINE, POINT, Drawing, around
from game.content.maps.fault import MapFault
from game.content.maps.locating import DEGREE, box_of, centre
from game.content.maps.meaning import Meaning, meaning
from game.content.maps.metres import Ground
from game.content.maps.objects import PLACE
from game.content.maps.outlet import Feature, feature, shape_of
from game.content.maps.spots import Spot, chosen, nameless
from game.content.maps.tags import tags
from game.core.town import Extent

MARGIN, LEAST = 0.15, 400.0
"""Room around the commune that its neighbours are drawn in: a share of its larger side, metres at least."""
SMALL, MOST = 20.0, 40_000
"""Square metres under which an area is left out; areas that are kept, the largest."""
NAMED = frozenset(["district", "label", "park", "water", "stream", "landmark", "airport", "boundary"])
"""Kinds whose names are written."""
FINE = frozenset(["building", "landmark", PLACE])
SHIELDS, FLAT = 4, 100.0
"""Words of the ground of each sort; square metres under which an outline is no commune's."""
SOMEWHERE = (2.5, 46.5)
"""Where a town lies of which there is but a picture: degrees."""


@dataclass(slots=True)
class Survey:
    """What a town is made of. `aside`: how many objects were left out, by reason.

    `strange`: the commonest properties of those that nobody here understands, each with its count.
    """

    commune: Commune
    km2: float
    box: Extent
    """The commune's, in degrees."""
    features: list[Feature] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    crossed: bool = False
    """The outline of the commune crosses itself."""
    lined: list[Meaning] = field(default_factory=list)
    """Lines that may be the outline of a commune that has none."""
    nameless: list[Drawing] = field(default_factory=list)
    """What was drawn by hand as a place, and has no name."""
    far: list[tuple[Meaning, float]] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)
    aside: Counter[str] = field(default_factory=Counter)
    strange: tuple[tuple[str, int], ...] = ()


def survey(drawings: Sequence[Drawing], asked: str, maybe: str) -> Survey:
    """Make a town of what maps draw. `asked`: its name or official code, if said; `maybe`: a name it may have.

    Raises MapFault where they show no town.
    """
    objects = [meaning(one) for one in drawings]
    found = commune(objects, asked, maybe)
    ground = Ground(box(found))
    outlines = [_outline(ground, part) for part in found.parts]
    whole = shaping.sound(outlines, shaping.COARSE)
    if whole is None or whole.area < FLAT:
        raise MapFault("map_boundary_flat")
    spots, gone = chosen(objects, ground, whole)
    border = shaping.peopled(whole, [one.at for one in spots])
    made = Survey(found, whole.area / 1e6, around([box_of(part[0]) for part in found.parts]), spots=spots, far=gone)
    made.crossed = not all(map(shapely.is_valid, outlines))
    made.lined = _lined(objects) if found.how in ("around", "joined") else []
    made.nameless = [one.drawing for one in objects if nameless(one)]
    made.aside["parts"] = len(whole.geoms) - len(border.geoms)
    made.features.append(feature("boundary", "", found.name, "", shaping.degrees(ground, border), AREA))
    layers = list(_layers(objects, ground, _frame(border.bounds), made))
    made.features += _kept(layers, ground, made)
    made.features += _words(objects, ground, border, found)
    made.strange = _strange(objects)
    return made


def pictured(wide: float) -> Survey:
    """Make a town of a picture alone, of so many kilometres: its place is somewhere, its town hall in the middle."""
    side = wide * 1000 / DEGREE / 2
    box = (SOMEWHERE[0] - side, SOMEWHERE[1] - side, SOMEWHERE[0] + side, SOMEWHERE[1] + side)
    at = shape_of([[[list(SOMEWHERE)]]], POINT)
    hall = Spot(tags().sorts[0], "", "", "", at, own=False, at=(0.0, 0.0), sure=False)
    return Survey(Commune("", [], "picture"), wide * wide, box, spots=[hall])


def _lined(objects: Sequence[Meaning]) -> list[Meaning]:
    """Give the lines drawn by hand, or said to be a boundary, where no area is the commune's."""
    return [one for one in objects if one.drawing.form == LINE and (one.bare or one.kind == "boundary")]


def turned(one: Meaning, box: Extent) -> bool:
    """Tell a drawing that lies in a box in degrees once its latitude and longitude change places."""
    y, x = centre(one.drawing.box)
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _outline(ground: Ground, part: Sequence[Any]) -> Any:
    return shapely.Polygon(ground.ring(part[0]))


def _frame(bounds: Extent) -> Extent:
    x0, y0, x1, y1 = bounds
    room = max(LEAST, MARGIN * max(x1 - x0, y1 - y0))
    return x0 - room, y0 - room, x1 + room, y1 + room


def _layers(objects: Sequence[Meaning], ground: Ground, frame: Extent, made: Survey) -> Iterator[tuple[Meaning, Any]]:
    """Give what is drawn of the ground, in metres; count what is not."""
    for one in objects:
        if one.kind in ("boundary", PLACE) or not one.kind or one.drawing.form == POINT:
            made.aside["unknown"] += not (one.kind or one.sort or one.bare)
            continue
        if not _near(ground, one.drawing, frame):
            made.aside["outside"] += 1
            continue
        shape = shaping.geometry(ground, one.drawing, shaping.FINE if one.kind in FINE else shaping.COARSE)
        cut = None if shape is None else shaping.clipped(shape, frame)
        if cut is None or (one.drawing.form == AREA and cut.area < SMALL):
            made.aside["broken" if shape is None else "small"] += 1
            continue
        yield one, cut


def _near(ground: Ground, drawing: Drawing, frame: Extent) -> bool:
    """Tell whether a drawing reaches into a frame in metres; far ones are not even measured."""
    x0, y0, x1, y1 = drawing.box
    (left, low), (right, high) = ground.ring([(x0, y0), (x1, y1)])
    return right >= frame[0] and left <= frame[2] and low >= frame[1] and high <= frame[3]


def _kept(layers: list[tuple[Meaning, Any]], ground: Ground, made: Survey) -> list[Feature]:
    areas = sorted((one for one in layers if one[0].drawing.form == AREA), key=lambda one: -one[1].area)
    made.aside["small"] += max(0, len(areas) - MOST)
    kept = [*areas[:MOST], *(one for one in layers if one[0].drawing.form == LINE)]
    made.kinds.update(one.kind for one, _ in kept)
    return [
        feature(one.kind, one.cls, _name(one), one.name_en, shaping.degrees(ground, shape), one.drawing.form)
        for one, shape in kept
    ]


def _name(one: Meaning) -> str:
    return one.name if one.kind in NAMED else ""


def _words(objects: Sequence[Meaning], ground: Ground, border: Any, found: Commune) -> Iterator[Feature]:
    """Give the words of the ground: districts, the river along its bed, roads' numbers, neighbours."""
    shapely.prepare(border)
    for one in objects:
        if one.kind in ("district", "label") and one.drawing.form == POINT and (one.name or one.cls):
            at = ground.ring(one.drawing.parts[0][0])[0]
            if border.contains(shapely.Point(at)):
                yield feature(one.kind, one.cls, one.name, one.name_en, [[[ground.back(at)]]], POINT)
    frame = _frame(border.bounds)
    for cls, name, line in (*_longest(objects, ground, frame, "river"), *_longest(objects, ground, frame, "shield")):
        spots = line if cls == "river" else [line[len(line) // 2]]
        yield feature("label", cls, name, "", [[[ground.back(at) for at in spots]]], LINE if cls == "river" else POINT)
    for other in found.others:
        yield from _neighbour(other, ground, frame)


def _longest(objects: Sequence[Meaning], ground: Ground, frame: Extent, cls: str) -> list[tuple[str, str, list[Any]]]:
    """Give the longest piece of each river by name, or of each main road by number: where its word stands."""
    best: dict[str, Any] = {}
    for one in objects:
        name = _flowing(one) if cls == "river" else _numbered(one)
        shape = shaping.geometry(ground, one.drawing, shaping.COARSE) if name else None
        cut = None if shape is None else shaping.clipped(shape, frame)
        for line in () if cut is None else shapely.get_parts(cut):
            if line.length > (best[name].length if name in best else 0.0):
                best[name] = line
    ranked = sorted(best.items(), key=lambda item: -item[1].length)
    return [(cls, name, list(line.coords)) for name, line in ranked[:SHIELDS]]


def _flowing(one: Meaning) -> str:
    known = one.drawing.known
    river = known.get("waterway") == "river" or (one.kind == "label" and one.cls == "river")
    return one.name if river and one.drawing.form == LINE else ""


def _numbered(one: Meaning) -> str:
    said = one.drawing.known.get("ref")
    main = one.kind == "road" and one.cls in ("motorway", "primary")
    return said.split(";")[0][:8] if main and isinstance(said, str) else ""


def _neighbour(other: Meaning, ground: Ground, frame: Extent) -> Iterator[Feature]:
    shape = (
        shaping.geometry(ground, other.drawing, shaping.COARSE) if other.drawing.form == AREA and other.name else None
    )
    seen = None if shape is None else shaping.clipped(shape, frame)
    if seen is not None and seen.area > SMALL:
        at = ground.back(shaping.spot(seen))
        yield feature("label", "neighbour", other.name, other.name_en, [[[at]]], POINT)


def _strange(objects: Sequence[Meaning]) -> tuple[tuple[str, int], ...]:
    """Give the commonest properties of the objects that nothing here understands; else the names of their layers."""
    odd = [one.drawing.known for one in objects if not (one.kind or one.sort or one.bare)]
    for looked in (tags().read - set(tags().called), frozenset(tags().called)):
        said = (f"{key}={known[key]}" for known in odd for key in known if key.casefold() in looked)
        found = Counter(said).most_common(5)
        if found:
            return tuple(found)
    return ()
