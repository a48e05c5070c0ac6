"""Where the plan is looked at from: how close it starts, and the buttons that look closer, farther, at all of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise, product

from game.core.session import Session
from game.core.town import PIN, Extent, Town, Zone, camera, inside, plot, to_screen
from game.view.answer.intents import Camera, MoveCamera
from game.view.answer.pointers import zoomed
from game.view.parts.widgets import Button, icon_button
from game.view.tree.box import Box
from game.view.tree.looks import Fill, Points
from game.view.tree.node import Node
from game.view.tree.sight import Sight
from game.view.tree.theme import PAPER

CLOSER = (1.0, 1.1, 1.2, 1.35, 1.5, 1.75, 2.0, 2.5)
"""How much closer than the whole town the plan may start, where the text is large."""
SLACK = 0.03
"""Share of a place's width and height its name may overrun: no more than its outline."""
SIDE, GAP, EDGE = 52, 8, 14
"""Side of a button, room between two, and from them to the plan's edge, at 1080p."""


def closeness(s: Sight, session: Session, box: Box) -> float:
    """Give how much closer than the whole town the plan starts, so that each place has room for its name and a pin."""
    town, scenario = session.workshop.town, session.workshop.scenario
    played = {place.id for place in scenario.places if not place.decor}
    zones = tuple(zone for zone in town.zones if zone.place_id in played)
    whole = camera(town, box.w, box.h)[2]
    return next((step for step in CLOSER[:-1] if all(_roomy(s, town, z, whole / step) for z in zones)), CLOSER[-1])


def _roomy(s: Sight, town: Town, zone: Zone, metres_per_px: float) -> bool:
    found = plot(town, zone.place_id, metres_per_px, PIN * s.unit)
    if found is None or not found.pins or not found.pins[0][1]:
        return False
    (x0, y0, x1, y1), (left, top, right, low) = zone.box, found.plate
    dx, dy = (x1 - x0) * SLACK, (y1 - y0) * SLACK
    return x0 - dx <= left and y0 - dy <= top and right <= x1 + dx and low <= y1 + dy


def looked(s: Sight, session: Session, box: Box, look: Camera, base: float) -> Camera:
    """Give what is looked at on a plan that starts `base` times closer than the whole: never farther than the whole.

    The first view, which does not show all of the town, looks where most places are seen with their name and a pin.
    """
    if base > 1 and look == Camera():
        return _first(s, session, box, base)
    return replace(look, zoom=max(look.zoom, 1 / base))


def at_first(s: Sight, session: Session, box: Box) -> tuple[float, float, float]:
    """Give what the plan looks at as it opens: metres at its left and at its top, and metres per pixel."""
    base = closeness(s, session, box)
    look = looked(s, session, box, Camera(), base)
    return camera(session.workshop.town, box.w, box.h, look.x, look.y, look.zoom * base)


def _first(s: Sight, session: Session, box: Box, base: float) -> Camera:
    town = session.workshop.town
    scale = camera(town, box.w, box.h)[2] / base
    rooms = tuple(_rooms(s, session, scale))
    if not rooms:
        return Camera()
    x0, y0, x1, y1 = town.extent
    x, y = _best(rooms, box.w * scale, box.h * scale)
    return Camera((x - x0) / (x1 - x0), (y - y0) / (y1 - y0))


def _rooms(s: Sight, session: Session, scale: float) -> Iterator[Extent]:
    """Give what must be seen of each place that takes cards, in metres: its name's plate and its first pin."""
    for place in session.workshop.scenario.places:
        found = plot(session.workshop.town, place.id, scale, PIN * s.unit)
        if not place.decor and found is not None:
            x, y = next((spot for _, row in found.pins[:1] for spot in row), found.plate[:2])
            half = PIN * s.unit * scale / 2 if found.pins and found.pins[0][1] else 0.0
            left, top, right, low = found.plate
            yield min(left, x - half), min(top, y - half), max(right, x + half), max(low, y + half)


@lru_cache(maxsize=8)
def _best(rooms: tuple[Extent, ...], wide: float, tall: float) -> tuple[float, float]:
    """Give the middle of the window that holds most rooms whole; of several, the most central one."""
    centre = tuple((min(r[i] for r in rooms) + max(r[i + 2] for r in rooms) - size) / 2
                   for i, size in ((0, wide), (1, tall)))  # fmt: skip

    def held(corner: tuple[float, float]) -> tuple[int, float]:
        x, y = corner
        count = sum(x <= a and y <= b and c <= x + wide and d <= y + tall for a, b, c, d in rooms)
        return count, -abs(x - centre[0]) - abs(y - centre[1])

    x, y = max(product(_starts(rooms, 0, wide), _starts(rooms, 1, tall)), key=held)
    return x + wide / 2, y + tall / 2


def _starts(rooms: tuple[Extent, ...], side: int, size: float) -> list[float]:
    """Give where a window may start for another room to come in or go out, and the points between."""
    edges = sorted({room[side] for room in rooms} | {room[side + 2] - size for room in rooms})
    return [*edges, *((one + other) / 2 for one, other in pairwise(edges))]


def whole(town: Town, box: Box, base: float) -> Box:
    """Give the box the whole town takes at zoom 1: what a drag is measured against."""
    x0, y0, x1, y1 = town.extent
    scale = camera(town, box.w, box.h)[2] / base
    return Box(box.x, box.y, round((x1 - x0) / scale), round((y1 - y0) / scale))


def slots(s: Sight, session: Session, box: Box) -> tuple[Box, ...]:
    """Give where the pins of the first view may stand: in each place, as many as its families may have issues."""
    town = session.workshop.town
    side, sights, found = s.px(PIN), at_first(s, session, box), []
    for place in session.workshop.scenario.places:
        laid = plot(town, place.id, sights[2], PIN * s.unit)
        most = len(place.families) * session.limits.issues_per_family
        for spot in [] if laid is None or not laid.pins else laid.pins[0][1][:most]:
            x, y = to_screen(sights, spot)
            found.append(Box(box.x + round(x) - side // 2, box.y + round(y) - side // 2, side, side))
    return tuple(found)


def free_spots(s: Sight, box: Box, shapes: tuple[Points, ...], inked: tuple[Box, ...]) -> tuple[Box, ...]:
    """Give three boxes for the buttons where no place is, else where none has a name, a tab or a pin; none if so.

    `shapes` are the places of the first view, `inked` what is written on them.
    """
    ways = [way for way in _ways(s, box) if not any(spot.meets(ink) for ink in inked for spot in way)]
    apart = (way for way in ways if not any(_on(shape, spot) for shape in shapes for spot in way))
    return next(apart, None) or next(iter(ways), ())


def _ways(s: Sight, box: Box) -> Iterator[tuple[Box, ...]]:
    """Give the ways to lay three buttons in a corner: a column, a row, a square with its fourth place left empty."""
    side, step = s.px(SIDE), s.px(SIDE + GAP)
    room = box.inset(s.px(EDGE))
    for places in (((0, 0), (0, 1), (0, 2)), ((0, 0), (1, 0), (2, 0)), ((0, 0), (0, 1), (1, 1))):
        wide, tall = (max(at) * step + side for at in zip(*places, strict=True))
        for y in (room.bottom - tall, room.y):
            for x in (room.right - wide, room.x):
                yield tuple(Box(x + i * step, y + j * step, side, side) for i, j in places)


def _on(shape: Points, box: Box) -> bool:
    """Tell whether a polygon reaches a box that is small beside it."""
    (x, y), w, h = box.centre, box.w // 2, box.h // 2
    nine = ((x + i * w, y + j * h) for i in (-1, 0, 1) for j in (-1, 0, 1))
    return any(inside(shape, *point) for point in nine) or any(box.holds(*point) for point in shape)


def band(s: Sight, box: Box) -> tuple[Box, Box]:
    """Cut a band for the buttons beside a plan that has no corner for them: the band, the plan."""
    return box.cut_right(s.px(SIDE + 2 * GAP))


def banded(s: Sight, strip: Box) -> tuple[Box, ...]:
    """Give the three boxes in the band."""
    return strip.inset(s.px(GAP)).cut_bottom(s.px(3 * SIDE + 2 * GAP))[0].stack(s.px(SIDE), 3, s.px(GAP))


def beside(s: Sight, strip: Box, look: Camera, base: float) -> Node:
    """Give the band with its buttons."""
    kids = tools_in(s, banded(s, strip), look, base)
    return Node("group", "plan:tools", "", strip, (Fill(strip, PAPER),), kids=kids)


def tools_in(s: Sight, spots: tuple[Box, ...], look: Camera, base: float) -> tuple[Node, ...]:
    """Give the three buttons in three boxes: closer, farther, the whole town; greyed where they would do nothing.

    `look` is what is looked at (`looked`), on a plan that starts `base` times closer than the whole town.
    """
    least = 1 / base
    buttons = (("closer", "plus", zoomed(look, 1, least)), ("farther", "minus", zoomed(look, -1, least)),
               ("whole", "maximize", Camera(zoom=least)))  # fmt: skip
    return tuple(
        icon_button(
            s,
            spot,
            Button(
                f"plan:{name}",
                s.say(f"board.plan.{name}"),
                MoveCamera(to),
                icon=icon,
                states=("disabled",) if to == look else (),
            ),
        )
        for spot, (name, icon, to) in zip(spots, buttons, strict=True)
    )
