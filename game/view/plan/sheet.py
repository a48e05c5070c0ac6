"""The plan laid out in a box of the window: where each place has its footprint, its plate, its leader and its pins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import cos, pi, sin

from game.core.family import Family
from game.core.frozen import dataclass
from game.core.labels.labelling import MARGIN, Asked, Label, Labelled, Named, is_area, labelled
from game.core.labels.rings import RING
from game.core.labels.slots import PIN
from game.core.scenario import Place, Workshop
from game.core.town import Camera as Seen
from game.core.town import Extent, Point, Zone, inside, to_screen
from game.view.answer.intents import Camera
from game.view.answer.ui import WHOLE
from game.view.plan.tools import TALL, WIDE
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.looks import Points
from game.view.tree.sight import Sight

PAD, CHIP, BETWEEN = 13, 48, 4
"""Beside a name on its plate, least width of a family's column under it, between two of them; at 1080p."""
ROUND, LEAST = 24, 14
"""Corners of a ring that is pressed; least side of a building that is shown, at 1080p."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A place in pixels of the window. `shape` is what is pressed and lit: its outline, or its ring.

    `plate` is where its plate stands while a card is held and `rest` at rest, if it has one; `leader` joins it to
    `site`. `slots` are the boxes of its pins.
    """

    place: Place
    families: tuple[Family, ...]
    sure: bool
    area: bool
    outline: Points
    shape: Points
    site: tuple[int, int]
    ring: Box
    plate: Box | None
    rest: Box | None
    leader: Points
    slots: tuple[Box, ...]

    @property
    def around(self) -> Box:
        """Give the box around what is pressed of it."""
        return around_of(self.shape)

    def home(self, x: int, y: int) -> bool:
        """Tell whether a point lies in its outline."""
        return inside(self.outline, x, y)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A plan laid out: what its picture looks at, in metres at its corner and per pixel, and as the view says it.

    `whole` is the box of the whole town as the plan starts. `tags` are from the largest footprint to the smallest.
    """

    box: Box
    sights: Seen
    look: Camera
    whole: Box
    tags: tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class View:
    """What a plan is laid out for. `look` is what the room looks at; `offered` the places that may take what is held.

    `tools` tells that its buttons stand over it.
    """

    box: Box
    look: Camera = WHOLE
    offered: tuple[str, ...] = ()
    tools: bool = True


def sheet(s: Sight, workshop: Workshop, view: View) -> Sheet:
    """Lay a plan out. Plates that are too many to grow are laid out anew for what is held."""
    start = begun(s, workshop, view.box, tools=view.tools)
    seen = _seen(s, workshop, view)
    found = s.kept("plan:again", _again, workshop, view, seen) if view.look != WHOLE or view.offered else start
    x, y, scale = sights(s, workshop, view)
    look = _look(workshop, view.box, (x, y, scale)) if view.look == WHOLE else view.look
    tags = {
        place.id: _tag(s, view.box, (x, y, scale), (place, zone, families_of(workshop, place)), label, found.rest)
        for (place, zone), label in zip(shown(workshop), found.labels, strict=True)
    }
    order = tuple(tags[zone.place_id] for zone in workshop.town.zones if zone.place_id in tags)
    whole = _whole(workshop, view.box, start.camera[2] / s.unit)
    return Sheet(view.box, (x, y, scale), look, whole, order)


def begun(s: Sight, workshop: Workshop, box: Box, *, tools: bool) -> Labelled:
    """Lay a plan out as it starts, in 1080p pixels."""
    return s.kept("plan:start", _start, workshop, box, tools)


def _start(s: Sight, workshop: Workshop, box: Box, tools: bool) -> Labelled:  # noqa: FBT001
    return labelled(_asked(s, workshop, box, tools=tools))


def _again(s: Sight, workshop: Workshop, view: View, seen: Seen) -> Labelled:
    asked = _asked(s, workshop, view.box, tools=view.tools)
    named = tuple(replace(one, plated=not view.offered or one.place in view.offered) for one in asked.named)
    return labelled(replace(asked, named=named, look=seen, near=view.look != WHOLE))


def _asked(s: Sight, workshop: Workshop, box: Box, *, tools: bool) -> Asked:
    size = (box.w / s.unit, box.h / s.unit)
    named = tuple(_named(s, workshop, place, zone) for place, zone in shown(workshop))
    asked = Asked(size, workshop.town.extent, named)
    return replace(asked, kept=((0.0, 0.0, WIDE, TALL),), top=(TALL, MARGIN)) if tools else asked


def shown(workshop: Workshop) -> Iterator[tuple[Place, Zone]]:
    """Give the places that take cards, in the scenario's order, with their footprints."""
    for place in workshop.scenario.places:
        zone = workshop.town.zone(place.id)
        if zone is not None and not place.decor:
            yield place, zone


def _named(s: Sight, workshop: Workshop, place: Place, zone: Zone) -> Named:
    name = s.width(place.short.say(s.speaker.lang), theme.TEXT, bold=True) / s.unit
    families = len(families_of(workshop, place)) * (CHIP + BETWEEN) + BETWEEN
    return Named(place.id, zone.site, zone.rings[0], max(name + 2 * PAD, families))


def families_of(workshop: Workshop, place: Place) -> tuple[Family, ...]:
    """Give the families that a place serves."""
    return tuple(one for name in place.families if (one := workshop.deck.family(name)) is not None)


def sights(s: Sight, workshop: Workshop, view: View) -> Seen:
    """Give what is looked at: metres at the corner of the plan, and per pixel."""
    x, y, scale = _seen(s, workshop, view)
    return x, y, scale / s.unit


def _seen(s: Sight, workshop: Workshop, view: View) -> Seen:
    """Give what is looked at, in pixels of 1080p."""
    start = begun(s, workshop, view.box, tools=view.tools).camera
    if view.look == WHOLE:
        return start
    (x0, y0, x1, y1), look, scale = workshop.town.extent, view.look, start[2] / view.look.zoom
    x, y = x0 + (x1 - x0) * look.x, y0 + (y1 - y0) * look.y
    return x - view.box.w / s.unit * scale / 2, y - view.box.h / s.unit * scale / 2, scale


def carried(laid: Sheet, to: Seen) -> Sheet:
    """Give a plan whose ground has moved under its plates: they stay, without their leaders, until it rests."""
    (x, y, scale), box = laid.sights, laid.box

    def at(point: tuple[int, int]) -> tuple[int, int]:
        px, py = x + (point[0] - box.x) * scale, y + (point[1] - box.y) * scale
        return _px(box, to_screen(to, (px, py)))

    tags = tuple(
        replace(tag, outline=tuple(map(at, tag.outline)), shape=tuple(map(at, tag.shape)), site=at(tag.site))
        for tag in laid.tags
    )
    return replace(laid, sights=to, tags=tags)


def _look(workshop: Workshop, box: Box, sights: Seen) -> Camera:
    """Say what the plan looks at as it starts as the view does: a share of the town's width and height."""
    (x0, y0, x1, y1), (x, y, scale) = workshop.town.extent, sights
    return Camera((x + box.w * scale / 2 - x0) / (x1 - x0), (y + box.h * scale / 2 - y0) / (y1 - y0))


def _whole(workshop: Workshop, box: Box, scale: float) -> Box:
    """Give the box that the whole town takes as the plan starts: what a drag is measured against."""
    x0, y0, x1, y1 = workshop.town.extent
    return Box(box.x, box.y, round((x1 - x0) / scale), round((y1 - y0) / scale))


def _tag(
    s: Sight, box: Box, sights: Seen, found: tuple[Place, Zone, tuple[Family, ...]], label: Label, rest: float
) -> Tag:
    place, zone, families = found
    outline = tuple(_px(box, to_screen(sights, point)) for point in zone.rings[0])
    around, ring = around_of(outline), _square(s, box, label.ring, RING)
    area = is_area(around.w / s.unit, around.h / s.unit)
    plate = None if label.plate is None else _box(s, box, label.plate)
    low = None if plate is None else plate.middle(plate.w, min(plate.h, s.px(rest)))
    shape = _pressed(s, outline, ring) if area else disc(ring)
    return Tag(
        place, families, zone.sure, area, outline if area else grown(s, outline), shape,
        _px(box, to_screen(sights, zone.site)), ring, plate, low,
        tuple(_px(box, (x * s.unit, y * s.unit)) for x, y in label.leader),
        tuple(_square(s, box, spot, PIN) for spot in label.slots),
    )  # fmt: skip


def _pressed(s: Sight, outline: Points, ring: Box) -> Points:
    """Give what of an area is pressed: its outline, with its ring where it is narrower than that."""
    around = around_of(outline)
    return outline if min(around.w, around.h) >= s.px(RING) else hull((*outline, *disc(ring)))


def grown(s: Sight, outline: Points) -> Points:
    """Give a building's outline, as large as can be seen from afar: a small one is a square."""
    around, least = around_of(outline), s.px(LEAST)
    if min(around.w, around.h) >= least:
        return outline
    (x, y), half = around.centre, least // 2
    return (x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)


def around_of(points: Points) -> Box:
    """Give the box around some points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)


def disc(box: Box) -> Points:
    """Give the circle in a square, with corners."""
    (x, y), far = box.centre, box.w / 2
    turns = (2 * pi * i / ROUND for i in range(ROUND))
    return tuple((round(x + far * cos(turn)), round(y + far * sin(turn))) for turn in turns)


def hull(points: Points) -> Points:
    """Give the convex outline around some points (Andrew's chain)."""
    found: list[tuple[int, int]] = []
    for way in (sorted(set(points)), sorted(set(points), reverse=True)):
        start = len(found)
        for x, y in way:
            while len(found) > start + 1 and _turn(found[-2], found[-1], (x, y)) <= 0:
                found.pop()
            found.append((x, y))
        found.pop()
    return tuple(found)


def _turn(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]) -> int:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _px(box: Box, point: Point) -> tuple[int, int]:
    return box.x + round(point[0]), box.y + round(point[1])


def _square(s: Sight, box: Box, middle: Point, side: float) -> Box:
    (x, y), wide = _px(box, (middle[0] * s.unit, middle[1] * s.unit)), s.px(side)
    return Box(x - wide // 2, y - wide // 2, wide, wide)


def _box(s: Sight, box: Box, extent: Extent) -> Box:
    (x0, y0), (x1, y1) = (_px(box, (extent[i] * s.unit, extent[i + 1] * s.unit)) for i in (0, 2))
    return Box(x0, y0, x1 - x0, y1 - y0)
