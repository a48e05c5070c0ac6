"""The town's plan: places with their names, family tabs and numbered pins, laid out so that nothing overlaps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from game.core.family import Family
from game.core.scenario import Place
from game.core.session import Session
from game.core.town import PIN, Plot, Point, Zone, camera, inside, plot, to_screen
from game.type.ground import Setting
from game.view.answer.gestures import PlaceSpot, TabSpot
from game.view.answer.intents import Camera, Pan
from game.view.answer.ui import Ui
from game.view.parts.naming import card as card_name
from game.view.parts.naming import family as family_of
from game.view.plan import lookout
from game.view.plan.pins import Pinned, pins_laid
from game.view.tree import theme
from game.view.tree.box import Box
from game.view.tree.looks import Fill, Icon, Mark, Picture, Points, Poly, Style, Words
from game.view.tree.node import Node
from game.view.tree.sight import Sight

Sights = tuple[float, float, float]
"""Metres at the left and at the top of the plan's picture, and metres per pixel."""
GROWN, CHIP, CHIP_LEAST = 22, (62, 32), 22
"""How far a family's column goes under its tab; the most a tab with its letter takes, and its least width; at 1080p."""


def build(s: Sight, ui: Ui, session: Session, box: Box, *, tools: bool = True, letters: bool = True) -> Node:
    """Build the plan; `tools` lays its buttons over it, `letters` writes the families' on their tabs where they fit.

    Where its buttons stand in a band, the plan is the first kid of what is given.
    """
    return s.part("plan", _build, ui.only(camera=True), session, box, tools, letters)


def _build(s: Sight, ui: Ui, session: Session, box: Box, tools: bool, letters: bool) -> Node:  # noqa: FBT001
    town = session.workshop.town
    free = s.part("plan:first", _first, replace(session, issues=()), box, letters).kids if tools else ()
    strip, seen = (None, box) if free or not tools else lookout.band(s, box)
    base = lookout.closeness(s, session, seen)
    look = lookout.looked(s, session, seen, ui.camera, base)
    sights = camera(town, seen.w, seen.h, look.x, look.y, look.zoom * base)
    name = s.say("board.plan", town=session.workshop.scenario.town.say(s.speaker.lang))
    laid = lookout.tools_in(s, tuple(one.box for one in free), look, base) if free else ()
    view = View(seen, sights, letters, ui.camera, look.zoom < 1)
    kids = (*_zones(s, session, view), *laid)
    ground = Picture(seen, "town", (*sights, _setting(s, view, kids)))
    made = Node("map", "plan", name, seen, (ground,), Pan(lookout.whole(town, seen, base), 1 / base, look),
                ("clips", "quiet"), kids=kids)  # fmt: skip
    return made if strip is None else Node(
        "group", "plan:frame", "", box, kids=(made, lookout.beside(s, strip, look, base)))  # fmt: skip


def _setting(s: Sight, view: View, kids: tuple[Node, ...]) -> Setting:
    """Tell what the words of the ground stand among: none may lie under a place or a button."""
    x, y = view.box.x, view.box.y
    taken = tuple((box.x - x, box.y - y, box.right - x, box.bottom - y) for box in (kid.box for kid in kids))
    return Setting(s.speaker.lang, s.unit, taken)


def _first(s: Sight, bare: Session, box: Box, letters: bool) -> Node:  # noqa: FBT001
    """Find where the buttons hide nothing of the first view, whatever is placed: three kids with their boxes, or none.

    They stay there while the plan is moved and cards are placed, so that a hand finds them again.
    """
    sights = lookout.at_first(s, bare, box)
    zones = _zones(s, bare, View(box, sights, letters), "first:")
    inked = [mark.box for zone in zones for node in zone.walk() for mark in node.look if isinstance(mark, Fill | Words)]
    shapes = tuple(zone.shape for zone in zones if zone.kids)
    spots = lookout.free_spots(s, box, shapes, (*inked, *lookout.slots(s, bare, box)))
    kids = tuple(Node("group", f"plan:spot:{i}", "", spot) for i, spot in enumerate(spots))
    return Node("group", "plan:first", "", box, kids=kids)


@dataclass(frozen=True, slots=True)
class View:
    """Where the plan is painted and what it looks at; whether tabs take letters; whether it is farther than it starts.

    Farther, names are not promised any more: those of decor go, a place's goes where its pin or its tabs need the room.
    """

    box: Box
    sights: Sights
    letters: bool
    camera: Camera = Camera()
    far: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """All that a place of the plan shows: the families it serves, and the issues placed there."""

    place: Place
    zone: Zone
    families: tuple[Family, ...]
    pins: tuple[Pinned, ...]


def spots(s: Sight, session: Session) -> tuple[Spot, ...]:
    """Give the places of the plan, in the order they are painted."""
    scenario, found, pins = session.workshop.scenario, [], _pinned(s, session)
    for zone in session.workshop.town.zones:
        place = scenario.place(zone.place_id)
        if place is not None:
            families = (session.workshop.deck.family(name) for name in place.families)
            served = tuple(family for family in families if family is not None)
            found.append(Spot(place, zone, served, tuple(pins.get(place.id, ()))))
    return tuple(found)


def _pinned(s: Sight, session: Session) -> dict[str, list[Pinned]]:
    found: dict[str, list[Pinned]] = {}
    for issue in session.issues:
        name, family = card_name(s, session, issue.card), family_of(session, issue.family)
        found.setdefault(issue.place, []).append(Pinned(issue.card, name, issue.number, family))
    return found


def _zones(s: Sight, session: Session, view: View, slot: str = "") -> list[Node]:
    nodes = []
    for spot in spots(s, session):
        laid = plot(session.workshop.town, spot.zone.place_id, view.sights[2], PIN * s.unit)
        if laid is not None and _around(_shape(view, spot.zone)).meets(view.box):
            nodes.append(s.kept(f"place:{slot}{spot.place.id}", _place, spot, laid, view))
    return nodes


def _shape(view: View, zone: Zone) -> Points:
    return tuple(_px(view.box, view.sights, point) for point in zone.rings[0])


def _px(box: Box, sights: Sights, point: Point) -> tuple[int, int]:
    x, y = to_screen(sights, point)
    return box.x + round(x), box.y + round(y)


def _around(shape: Points) -> Box:
    xs, ys = [x for x, _ in shape], [y for _, y in shape]
    return Box(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)


def _place(s: Sight, spot: Spot, found: Plot, view: View) -> Node:
    lang, place, shape = s.speaker.lang, spot.place, _shape(view, spot.zone)
    left, top = _px(view.box, view.sights, found.plate[:2])
    right, low = _px(view.box, view.sights, found.plate[2:])
    plate = Box(left, top, right - left, low - top).meet(_around(shape))
    fill, edge = ("", theme.LINE) if place.decor else (theme.TINT, theme.EDGE)
    around, ground = _around(shape), Poly(shape, fill, edge, s.px(2))
    named = _name(s, plate, around, place.short.say(lang), found.lines)
    kids: tuple[Node, ...] = ()
    if not place.decor:
        pins = pins_laid(s, spot.pins, _discs(s, shape, found, view), view.camera)
        free = Free(shape, tuple(pin.box for pin in pins)) if view.letters else None
        kids = (*_tabs(s, spot, plate, around, free), *pins)
    look = (ground, *named) if _written(place, named, view, kids) else (ground,)
    return Node(
        "cell", f"place:{place.id}", s.say("board.place", place=place.name.say(lang), n=len(spot.pins)),
        around.inset(-1), look, accepts=PlaceSpot(place.id), kids=kids, shape=shape,
        hint=", ".join(pin.name for pin in spot.pins),
    )  # fmt: skip


def _written(place: Place, named: tuple[Mark, ...], view: View, kids: tuple[Node, ...]) -> bool:
    """Tell whether a place shows its name: what takes no card says nothing rather than half its name."""
    words = [mark.box for mark in named if isinstance(mark, Words)]
    if place.decor:
        return not view.far and all(view.box.covers(box) for box in words)
    inked = [mark.box for kid in kids for mark in kid.look if isinstance(mark, Fill)]
    return not (view.far and any(ink.meets(box.inset(0, box.h // 6)) for ink in inked for box in words))


def _name(s: Sight, plate: Box, around: Box, text: str, lines: int) -> tuple[Mark, ...]:
    """Write a name on as many lines as its plate was laid out for; none where even the plate is too small."""
    step = s.step(theme.TEXT)
    wrapped = s.wrap(text, theme.TEXT, plate.w, bold=True)
    widest = max((s.width(line, theme.TEXT, bold=True) for line in wrapped), default=0)
    if widest > plate.w + 2 or len(wrapped) > max(1, lines):
        return ()
    tall = step * len(wrapped)
    box = Box(plate.x, max(around.y, min(plate.y, around.bottom - tall)), plate.w, tall)
    wide = min(plate.w, round(widest) + s.px(10))
    back = Fill(Box(box.x + (box.w - wide) // 2, box.y + s.px(1), wide, tall), theme.PLATE, s.px(8))
    return (
        back,
        Words(box, wrapped, s.px(theme.TEXT), step, theme.INK, bold=True, align="centre", back=theme.WHITE),
    )


class Free(NamedTuple):
    """Where a place has room: inside its outline, off its pins."""

    shape: Points
    pins: tuple[Box, ...]

    def holds(self, box: Box) -> bool:
        """Tell whether a box stands in it, its round corners aside."""
        x, y = box.w // 6, box.h // 6
        corners = ((a, b) for a in (box.x + x, box.right - x) for b in (box.y + y, box.bottom - y))
        around = _around(self.shape)
        return (
            around.y <= box.y
            and box.bottom <= around.bottom
            and all(inside(self.shape, *corner) for corner in corners)
            and not any(box.meets(pin) for pin in self.pins)
        )


def _tabs(s: Sight, spot: Spot, plate: Box, around: Box, free: Free | None) -> list[Node]:
    """Give one tab a family along the foot of the name; a drop on the name's column chooses the family.

    The column goes on a little under the strip, and beside a name too short for so many targets: there the tab carries
    its letter, if all those of the place are free, and while a card is held the hands draw it larger.
    """
    families = spot.families
    foot = _foot(s, plate, around, len(families))
    cells = foot.cut_bottom(s.px(12))[0].columns(len(families), s.px(4))
    chips, lettered = _chips(s, plate, cells, free)
    if not lettered:
        cells = plate.cut_bottom(s.px(12))[0].columns(len(families), s.px(4))
    top, low = min(plate.y, chips[0].y), min(plate.bottom + s.px(GROWN), around.bottom)
    columns = Box(foot.x, top, foot.w, low - top).columns(len(families), s.px(4))
    return [
        _tab(s, spot.place, family, _lettered(s, chip, family) if lettered else _bar(s, cell, family), column,
             chosen=len(families) > 1)
        for family, cell, chip, column in zip(families, cells, chips, columns, strict=True)
    ]  # fmt: skip


def _foot(s: Sight, plate: Box, around: Box, families: int) -> Box:
    """Give the plate, as wide as its families need to be hit by a finger, or nearly as the place if that is less."""
    room = around.inset(s.px(5), 0)
    wide = max(plate.w, min(room.w, families * s.px(theme.TARGET + 4) - s.px(4)))
    left = max(room.x, min(plate.x - (wide - plate.w) // 2, room.right - wide)) if wide > plate.w else plate.x
    return Box(left, plate.y, wide, plate.h)


def _chips(s: Sight, plate: Box, cells: tuple[Box, ...], free: Free | None) -> tuple[tuple[Box, ...], bool]:
    """Give where the tabs with their letters stand, and whether they fit: over their bars, else over the name."""
    tall = s.px(CHIP[1])
    if min(cell.w for cell in cells) < s.px(CHIP_LEAST):
        free = None
    ways = [tuple(_chip(s, cell, y) for cell in cells) for y in (plate.bottom - s.px(12), plate.y - tall - s.px(2))]
    found = next((way for way in ways if free is not None and all(free.holds(chip) for chip in way)), None)
    return found or ways[0], found is not None


def _chip(s: Sight, cell: Box, y: int) -> Box:
    wide = min(cell.w, s.px(CHIP[0]))
    return Box(cell.x + (cell.w - wide) // 2, y, wide, s.px(CHIP[1]))


def _bar(s: Sight, cell: Box, family: Family) -> tuple[Mark, ...]:
    return (Fill(cell, family.colour, cell.h // 2, theme.WHITE, s.px(1)),)


def _lettered(s: Sight, chip: Box, family: Family) -> tuple[Mark, ...]:
    ink, side = theme.on(family.colour), s.px(22)
    fill = Fill(chip, family.colour, s.px(8), theme.WHITE, s.px(2))
    spot, words = chip.cut_left(chip.w // 2) if chip.w >= s.px(56) else (None, chip)
    letter = s.words(words, family.letter, Style(ink=ink, bold=True, back=family.colour, align="centre", middle=True))
    return fill, letter, *((Icon(spot.cut_right(side)[0].middle(side, side), family.icon, ink),) if spot else ())


def _tab(
    s: Sight, place: Place, family: Family, look: tuple[Mark, ...], column: Box, *, chosen: bool
) -> Node:  # fmt: skip
    lang = s.speaker.lang
    name = s.say("board.tab", family=family.name.say(lang), place=place.short.say(lang))
    spot = TabSpot(place.id, family.id) if chosen else None
    return Node("cell", f"place:{place.id}:{family.id}", name, column, look, accepts=spot)


def _discs(s: Sight, shape: Points, found: Plot, view: View) -> list[Box]:
    """Give where pins stand in a place: its slots; where the plan is too far to have any, its middle."""
    side = s.px(PIN)
    spots = [_px(view.box, view.sights, spot) for _, row in found.pins[:1] for spot in row]
    middle = _around(shape).centre
    if view.far and not spots and inside(shape, *middle):
        spots = [middle]
    return [Box(x - side // 2, y - side // 2, side, side) for x, y in spots]
