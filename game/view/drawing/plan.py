"""The plan that is drawn on: its ground, the outlines of the places, the handles of the one that is chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import cos, pi, sin

from game.core.drawing.drawing import DrawnPlace
from game.core.drawing.lens import Lens
from game.core.drawing.outline import middle
from game.core.drawing.shaping import AddCorner, DrawCorner, MoveCorner, MovePlace
from game.core.frozen import dataclass
from game.core.town import Extent, Ring, Town, camera
from game.core.values import replace
from game.type.ground import Setting
from game.view.answer.drawn import Drawn
from game.view.answer.intents import Camera, Pan, SelectTab
from game.view.answer.pulling import Pull, Snap
from game.view.answer.ui import Ui
from game.view.drawing import state
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.looks import TOWN, Fill, Line, Mark, Picture, Points, Poly, Style
from game.view.tree.node import Node
from game.view.tree.sight import Sight

HANDLE, DOT, BESIDE, REACH = 44, 22, 40, 14
"""Sides of a corner's target and of what is seen of it, the least between two, how far a corner draws: at 1080p."""
ROOMY = 100
"""Longer side of a place from which it has handles, at 1080p."""
SNAPS = 3_000
"""Corners in sight above which the map's draw none: nobody could tell which."""


@dataclass(frozen=True, slots=True)
class View:
    """The plan's box, how its pixels stand for spots, and how a press or a drag looks around."""

    box: Box
    lens: Lens
    pan: Pan


def plan(s: Sight, ui: Ui, drawn: Drawn, box: Box) -> Node:
    """Build the plan in a box."""
    mine = ui.only(tabs=(state.TOOL, state.PLACE, state.CORNER), camera=True)
    return s.part("drawing:plan", _plan, mine, drawn, box)


def _plan(s: Sight, ui: Ui, drawn: Drawn, box: Box) -> Node:
    look = ui.looking if ui.looking.zoom >= 1 else Camera()
    sights = camera(drawn.ground, box.w, box.h, look.x, look.y, look.zoom)
    lens = Lens((box.x, box.y), sights, drawn.origin)
    x0, y0, x1, y1 = drawn.ground.extent
    scale = sights[2] * look.zoom
    whole = Box(box.x, box.y, round((x1 - x0) / scale), round((y1 - y0) / scale))
    view = View(box, lens, Pan(whole, look, most=state.CLOSEST))
    place = state.chosen(ui, drawn)
    snaps = _snaps(s, drawn, view, place) if place is not None or state.adding(ui) else ()
    draws = _tap(s, view, snaps) if state.adding(ui) else None
    kids = (*_others(s, drawn, view, place, draws=draws is not None),
            *(_chosen(s, ui, view, place, snaps) if place is not None else ()),
            _names(s, drawn, view, place), _sketch(s, drawn, view))  # fmt: skip
    ground = Picture(box, TOWN, (*sights, Setting(s.speaker.lang, s.unit)))
    name = s.say("drawing.plan", town=drawn.town.say(s.speaker.lang))
    return Node(
        "map",
        "drawing:map",
        name,
        box,
        (ground,),
        replace(view.pan, taps=draws or SelectTab(state.PLACE, "")),
        ("clips", "quiet"),
        kids,
    )


def _tap(s: Sight, view: View, snaps: tuple[Snap, ...]) -> Pull:
    return Pull(DrawCorner((0.0, 0.0)), "at", view.lens, s.px(REACH), snaps)


def _others(s: Sight, drawn: Drawn, view: View, chosen: DrawnPlace | None, *, draws: bool) -> Iterator[Node]:
    """Give the places that are not chosen, the largest first, so that the smallest is the one that is pressed.

    While corners are drawn none is: quick presses on the plan are all the plan's.
    """
    places = sorted(drawn.drawing.places, key=lambda one: -_size(view, one))
    for place in places:
        if place is not chosen:
            does = None if draws else replace(view.pan, taps=SelectTab(state.PLACE, place.id))
            yield from _place(s, view, place, does, chosen=False)


def _size(view: View, place: DrawnPlace) -> int:
    around = _around(_pixels(view, place.pieces[0][0]))
    return around.w * around.h


def _pixels(view: View, ring: Ring) -> Points:
    return tuple(view.lens.pixel(corner) for corner in ring)


def _around(points: Points) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)


def _place(s: Sight, view: View, place: DrawnPlace, does: object, *, chosen: bool) -> Iterator[Node]:
    shape = _pixels(view, place.pieces[0][0])
    hit = _hit(s, view, place, shape)
    around = _around(hit)
    if around.meets(view.box):
        look = tuple(
            mark for piece in place.pieces for ring in piece for mark in _outline(s, view, place, ring, chosen=chosen)
        )
        name = place.name.say(s.speaker.lang)
        states = ("quiet", "selected") if chosen else ("quiet",)
        yield Node("cell", f"drawing:spot:{place.id}", name, around, look, does, states, shape=hit)


def _outline(s: Sight, view: View, place: DrawnPlace, ring: Ring, *, chosen: bool) -> Iterator[Mark]:
    """Draw a ring: cased in white, dashed where its spot is a guess; one too small to be seen has a disc."""
    points, ink, width = _pixels(view, ring), theme.INK if chosen else theme.EDGE, s.px(5 if chosen else 3)
    if not place.decor:
        yield Poly(points, theme.PULLS if chosen else theme.TINT)
    yield Line(points, theme.WHITE, width + s.px(3), closed=True)
    yield Line(points, ink, width, s.px(10) if not place.sure else 0, closed=True)
    around = _around(points)
    if max(around.w, around.h) < s.px(DOT):
        yield _dot(s, around.centre, theme.ACCENT if chosen else theme.WHITE, DOT)


def _dot(s: Sight, at: tuple[int, int], fill: str, side: float) -> Fill:
    wide = s.px(side)
    return Fill(Box(at[0] - wide // 2, at[1] - wide // 2, wide, wide), fill, wide // 2, theme.INK, s.px(3))


def _hit(s: Sight, view: View, place: DrawnPlace, shape: Points) -> Points:
    """Give where a place is pressed: on it, or around it where it is smaller than a finger."""
    around = _around(shape)
    if min(around.w, around.h) >= s.px(HANDLE):
        return shape
    return _ring(view.lens.pixel(middle(place.pieces)), max(s.px(HANDLE), around.w, around.h))


def _ring(at: tuple[int, int], wide: int) -> Points:
    """Give eight points around a pixel whose box is so wide."""
    far = wide / 2 / cos(pi / 8)
    turns = (pi / 8 + pi / 4 * side for side in range(8))
    return tuple((at[0] + round(far * cos(turn)), at[1] + round(far * sin(turn))) for turn in turns)


def _chosen(s: Sight, ui: Ui, view: View, place: DrawnPlace, snaps: tuple[Snap, ...]) -> Iterator[Node]:
    """Give the chosen place, which is pulled whole, and its handles: corners, then points between two of them."""
    shape = _pixels(view, place.pieces[0][0])
    whole = Pull(MovePlace(place.id, (0.0, 0.0)), "by", view.lens, 0, outline=shape)
    yield from _place(s, view, place, whole, chosen=True)
    if max(_around(shape).w, _around(shape).h) < s.px(ROOMY):
        return  # its handles would hide it: it is looked at closer first
    held: list[tuple[int, int]] = []
    marked = state.corner(ui, place)
    for i in sorted(range(len(shape)), key=lambda i: i != marked):
        if _free(s, view, shape[i], held):
            yield _corner(s, place, i, Pull(
                MoveCorner(place.id, i, (0.0, 0.0)), "at", view.lens, s.px(REACH), snaps, shape, i,
                SelectTab(state.CORNER, f"{place.id} {i}")), on=i == marked)  # fmt: skip
    for i, (a, b) in enumerate(zip(shape, (*shape[1:], shape[0]), strict=True)):
        half = ((a[0] + b[0]) // 2, (a[1] + b[1]) // 2)
        if _free(s, view, half, held):
            outline = (*shape[: i + 1], half, *shape[i + 1 :])
            added = AddCorner(place.id, i, view.lens.spot(*half))
            yield _between(s, place, i, half, Pull(added, "at", view.lens, s.px(REACH), snaps, outline, i + 1, added))


def _free(s: Sight, view: View, at: tuple[int, int], held: list[tuple[int, int]]) -> bool:
    """Take a handle that is in sight and beside no other one."""
    least = s.px(BESIDE)
    free = view.box.holds(*at) and all(abs(at[0] - x) >= least or abs(at[1] - y) >= least for x, y in held)
    if free:
        held.append(at)
    return free


def _corner(s: Sight, place: DrawnPlace, at: int, pull: Pull, *, on: bool) -> Node:
    pixel = pull.outline[at]
    look = (_dot(s, pixel, theme.ACCENT if on else theme.WHITE, DOT + 8 if on else DOT),)
    name = s.say("drawing.corner", n=at + 1, of=len(pull.outline), place=place.short.say(s.speaker.lang))
    return _handle(s, f"drawing:corner:{at}", name, pixel, look, pull)


def _between(s: Sight, place: DrawnPlace, at: int, pixel: tuple[int, int], pull: Pull) -> Node:
    name = s.say("drawing.between", n=at + 1, place=place.short.say(s.speaker.lang))
    return _handle(s, f"drawing:between:{at}", name, pixel, (_dot(s, pixel, theme.SAND, DOT - 8),), pull)


def _handle(s: Sight, key: str, name: str, at: tuple[int, int], look: tuple[Mark, ...], pull: Pull) -> Node:
    shape = _ring(at, s.px(HANDLE))
    return Node("button", key, name, _around(shape), look, pull, ("quiet",), shape=shape)


def _names(s: Sight, drawn: Drawn, view: View, chosen: DrawnPlace | None) -> Node:
    """Write the short names that fit beside one another, the chosen one's first; presses go through them."""
    kids: list[Node] = []
    for place in sorted(drawn.drawing.places, key=lambda one: (one is not chosen, -_size(view, one))):
        text = place.short.say(s.speaker.lang)
        x, y = view.lens.pixel(middle(place.pieces))
        wide, tall = s.width(text, theme.TEXT, bold=True) + s.px(16), s.step(theme.TEXT) + s.px(4)
        box = Box(x - wide // 2, y - tall - s.px(DOT), wide, tall)
        if view.box.covers(box) and not any(box.inset(-s.px(4)).meets(kid.box) for kid in kids):
            style = Style(theme.TEXT, bold=True, back=theme.WHITE, align="centre", middle=True)
            look = (Fill(box, theme.WHITE, s.px(8), theme.LINE, s.px(1)), s.words(box.inset(s.px(4), 0), text, style))
            kids.append(Node("text", f"drawing:name:{place.id}", text, box, look, states=("ghost",)))
    return Node("group", "drawing:names", "", view.box, states=("ghost",), kids=tuple(kids))


def _sketch(s: Sight, drawn: Drawn, view: View) -> Node:
    """Show the corners of the place that is being drawn, and the line they make."""
    points = tuple(view.lens.pixel(corner) for corner in drawn.drawing.sketch)
    look: list[Mark] = []
    if len(points) > 2:
        look.append(Poly(points, theme.PULLS))
    if len(points) > 1:
        look += [Line(points, theme.WHITE, s.px(8)), Line(points, theme.INK, s.px(5)),
                 Line((points[-1], points[0]), theme.INK, s.px(3), s.px(10))]  # fmt: skip
    look += [_dot(s, point, theme.ACCENT, DOT) for point in points]
    return Node("group", "drawing:sketch", "", view.box, tuple(look), states=("ghost",))


def _snaps(s: Sight, drawn: Drawn, view: View, chosen: DrawnPlace | None) -> tuple[Snap, ...]:
    """Give the corners in sight that draw another one: those of places, then, where they can be told, the map's."""
    spots = [corner for one in drawn.drawing.places if one is not chosen for piece in one.pieces for corner in piece[0]]
    own = [(view.lens.pixel(spot), spot) for spot in (*drawn.drawing.sketch, *spots)]
    found = [one for one in own if view.box.holds(*one[0])]
    corners = list(_in_sight(s.kept("drawing:paths", _paths, drawn.ground), view))
    if len(corners) <= SNAPS:
        own_pixels = {pixel for pixel, _ in found}
        pixels = (pixel for pixel in map(view.lens.shown, corners) if pixel not in own_pixels)
        found += [(pixel, view.lens.spot(*pixel)) for pixel in pixels]
    return tuple(found)


Paths = tuple[tuple[Extent, Ring], ...]


def _paths(_: Sight, ground: Town) -> Paths:
    paths = (path for shape in ground.layers for path in (*shape.rings, *shape.lines))
    return tuple((_extent(path), path) for path in paths)


def _extent(path: Ring) -> Extent:
    xs, ys = zip(*path, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _in_sight(paths: Iterable[tuple[Extent, Ring]], view: View) -> Iterator[tuple[float, float]]:
    left, top, scale = view.lens.camera
    right, low = left + view.box.w * scale, top + view.box.h * scale
    for (x0, y0, x1, y1), path in paths:
        if x0 <= right and x1 >= left and y0 <= low and y1 >= top:
            yield from (point for point in path if left <= point[0] <= right and top <= point[1] <= low)
